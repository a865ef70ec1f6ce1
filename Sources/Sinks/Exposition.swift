package import Configuration
package import Formats
package import Model
package import Planning

/// The users' metrics as Prometheus text: a pure function of plan and samples.
package struct Exposition {
  private let plan: Plan
  private let samples: SampleTable
  private let absent: SampleTable?
  private let outcomes: [Outcome]
  private let settings: RuntimeSettings.PrometheusSettings
  private let isTimed: Bool

  /// - `absent`: the series that Azure answered with, and that have no value; nil where that is not known.
  /// - `outcomes`: how each target ended.
  /// - `isTimed`: whether samples have Azure's own time, which files for node_exporter must not have.
  package init(
    plan: Plan, samples: SampleTable, absent: SampleTable? = nil, outcomes: [Outcome],
    settings: RuntimeSettings.PrometheusSettings, isTimed: Bool = false
  ) {
    self.isTimed = isTimed
    self.plan = plan
    self.samples = samples
    self.absent = absent
    self.outcomes = outcomes
    self.settings = settings
  }

  /// Writes the families that have a sample; how many samples there are.
  @discardableResult
  package func write(_ families: [MetricFamily], to out: consuming OutputBuffer) throws -> Int {
    var writer = ExpositionWriter(out)
    var rendered = RenderedLabels(resources: plan.resources.count)
    for family in families { try write(family, &rendered, to: &writer) }
    if plan.labels.hasInfo {
      try ResourceInfo(plan: plan, outcomes: outcomes, isLowered: settings.lowercaseValues).write(to: &writer)
    }
    try writer.finish()
    return writer.samples
  }

  private func write(
    _ family: MetricFamily, _ rendered: inout RenderedLabels, to writer: inout ExpositionWriter
  ) throws {
    let name = Array(family.name.utf8)
    let openings = ExpositionWriter.openings(family.labelNames)
    var isBegun = false
    // Series can only be written twice where several metrics share the family, and those of one resource where
    // dimensions differ by case alone and are lowered.
    var written: Set<[String]> = []
    var place = 0
    var usedShape: Int32 = -1
    // Copies, because a function that is written on the spot would copy all of `self` for each sample.
    let (familyName, help) = (family.name, family.help)
    let unavailableValue = settings.unavailableValue
    let (isShared, isLowered, isTimed) = (family.metrics.count > 1, settings.lowercaseValues, isTimed)
    for metric in family.metrics {
      for target in plan.metrics[metric].targets {
        let shapeNumber = family.shapeOfTarget[place]
        let shape = family.shapes[Int(shapeNumber)]
        if shapeNumber != usedShape {
          usedShape = shapeNumber
          rendered.use(openings, shape)
        }
        place += 1
        let number = Int(plan.targets[target].resource)
        // Without dimensions all series of the resource have the same labels.
        let isPlain = rendered.isPlain
        let mayRepeat = isShared || isLowered && !isPlain
        if mayRepeat, !isShared { written.removeAll(keepingCapacity: true) }
        if isPlain, rendered.blocks.lacks(number) {
          let resource = plan.resources[number]
          for (opening, source) in zip(openings, shape) {
            let text = source?.value(resource, []) ?? ""
            rendered.blocks.append(opening, isLowered ? text.lowercased() : text)
          }
          rendered.blocks.end(number)
        }
        let blocks = rendered.blocks
        func write(_ value: Double, _ dimensions: [String], at start: Int? = nil) throws {
          if mayRepeat {
            let labels = shape.map { source in
              let text = source?.value(plan.resources[number], dimensions) ?? ""
              return isLowered ? text.lowercased() : text
            }
            guard written.insert(labels).inserted else { return }
          }
          if !isBegun {
            try writer.family(familyName, help: help)
            isBegun = true
          }
          writer.sample(name)
          if isPlain {
            writer.labels(of: number, in: blocks)
          } else {
            let resource = plan.resources[number]
            for (opening, source) in zip(openings, shape) {
              let text = source?.value(resource, dimensions) ?? ""
              writer.label(opening, isLowered ? text.lowercased() : text)
            }
          }
          try writer.value(value, hasLabels: !openings.isEmpty, at: start)
        }
        if samples.hasSamples(target: target) {
          try samples.forEach(target: target) { start, value, dimensions in
            try write(value, dimensions, at: isTimed ? start : nil)
          }
        }
        guard let value = unavailableValue else { continue }
        if let absent, absent.hasSamples(target: target) {
          try absent.forEach(target: target) { start, _, dimensions in
            try write(value, dimensions, at: isTimed ? start : nil)
          }
        } else if outcomes[target] == .empty, !samples.hasSamples(target: target) {
          // Promitor's word for the dimensions of a value that is not there.
          let count = plan.metrics[metric].sampleDimensions(of: plan.resources[number]).count
          try write(value, Array(repeating: "unknown", count: count))
        }
      }
    }
  }
}
