package import Configuration
package import Formats
package import Model
package import Planning

/// The users' metrics as Prometheus text: a pure function of plan and samples.
package struct Exposition {
  private let plan: Plan
  private let samples: SampleTable
  private let outcomes: [Outcome]
  private let settings: RuntimeSettings.PrometheusSettings

  ///
  /// - `outcomes`: how each target ended.
  package init(
    plan: Plan, samples: SampleTable, outcomes: [Outcome], settings: RuntimeSettings.PrometheusSettings
  ) {
    self.plan = plan
    self.samples = samples
    self.outcomes = outcomes
    self.settings = settings
  }

  /// Writes the families that have a sample.
  package func write(_ families: [MetricFamily], to out: consuming OutputBuffer) throws {
    var writer = ExpositionWriter(out)
    for family in families { try write(family, to: &writer) }
    try writer.finish()
  }

  private func write(_ family: MetricFamily, to writer: inout ExpositionWriter) throws {
    let name = Array(family.name.utf8)
    let openings = ExpositionWriter.openings(family.labelNames)
    var isBegun = false
    // Series can only be written twice where several metrics share the family.
    var written: Set<[String]> = []
    var place = 0
    for metric in family.metrics {
      for target in plan.metrics[metric].targets {
        let shape = family.shapes[Int(family.shapeOfTarget[place])]
        place += 1
        let resource = plan.resources[Int(plan.targets[target].resource)]
        func write(_ value: Double, _ dimensions: [String]) throws {
          if family.metrics.count > 1 {
            guard written.insert(shape.map { $0?.value(resource, dimensions) ?? "" }).inserted else { return }
          }
          if !isBegun {
            try writer.family(family.name, help: family.help)
            isBegun = true
          }
          writer.sample(name)
          for (opening, source) in zip(openings, shape) {
            let text = source?.value(resource, dimensions) ?? ""
            writer.label(opening, settings.lowercaseValues ? text.lowercased() : text)
          }
          try writer.value(value, hasLabels: !openings.isEmpty)
        }
        if samples.hasSamples(target: target) {
          try samples.forEach(target: target) { _, value, dimensions in try write(value, dimensions) }
        } else if let value = settings.unavailableValue, outcomes[target] == .empty {
          // Promitor's word for the dimensions of a value that is not there.
          let count = plan.metrics[metric].sampleDimensions(of: resource).count
          try write(value, Array(repeating: "unknown", count: count))
        }
      }
    }
  }
}
