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
    var rendered = RenderedLabels(resources: plan.resources)
    for family in families { try write(family, &rendered, to: &writer) }
    try writer.finish()
  }

  private func write(
    _ family: MetricFamily, _ rendered: inout RenderedLabels, to writer: inout ExpositionWriter
  ) throws {
    let name = Array(family.name.utf8)
    let openings = ExpositionWriter.openings(family.labelNames)
    var isBegun = false
    // Series can only be written twice where several metrics share the family.
    var written: Set<[String]> = []
    var place = 0
    var usedShape: Int32 = -1
    for metric in family.metrics {
      for target in plan.metrics[metric].targets {
        let shape = family.shapes[Int(family.shapeOfTarget[place])]
        if family.shapeOfTarget[place] != usedShape {
          usedShape = family.shapeOfTarget[place]
          rendered.use(openings, shape)
        }
        place += 1
        let number = Int(plan.targets[target].resource)
        let resource = plan.resources[number]
        func write(_ value: Double, _ dimensions: [String]) throws {
          if family.metrics.count > 1 {
            guard written.insert(shape.map { $0?.value(resource, dimensions) ?? "" }).inserted else { return }
          }
          if !isBegun {
            try writer.family(family.name, help: family.help)
            isBegun = true
          }
          writer.sample(name)
          if dimensions.isEmpty {
            writer.labels(rendered.labels(of: number, isLowered: settings.lowercaseValues))
          } else {
            for (opening, source) in zip(openings, shape) {
              let text = source?.value(resource, dimensions) ?? ""
              writer.label(opening, settings.lowercaseValues ? text.lowercased() : text)
            }
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

/// The labels of series without dimensions: rendered once for each resource, as one metric after the other shows them.
private struct RenderedLabels {
  private let resources: [Resource]
  private var openings: [[UInt8]] = []
  private var shape: [LabelSource?] = []
  /// By the number of the resource; empty where they were not rendered yet.
  private var blocks: [[UInt8]] = []

  init(resources: [Resource]) {
    self.resources = resources
  }

  /// Says of which labels the next ones are.
  mutating func use(_ openings: [[UInt8]], _ shape: [LabelSource?]) {
    guard shape != self.shape || openings != self.openings || blocks.isEmpty else { return }
    self.shape = shape
    self.openings = openings
    blocks = Array(repeating: [], count: resources.count)
  }

  mutating func labels(of number: Int, isLowered: Bool) -> [UInt8] {
    if blocks[number].isEmpty {
      blocks[number] = ExpositionWriter.labels(
        zip(openings, shape).map { opening, source in
          let text = source?.value(resources[number], []) ?? ""
          return (opening, isLowered ? text.lowercased() : text)
        })
    }
    return blocks[number]
  }
}
