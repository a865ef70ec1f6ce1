internal import Configuration
internal import Formats
internal import Model
package import Planning

/// One family of the Prometheus text: the declared metrics that share an exposed name, and the labels of them all.
package struct MetricFamily: Sendable {
  /// The exposed name.
  package var name: String
  package var help: String
  /// Indices of its metrics in `Plan.metrics`.
  package var metrics: [Int]
  /// The names of its labels in descending order, as Promitor writes them. Every sample carries all of them, as a
  /// missing one and an empty one would be two spellings of the same series.
  var labelNames: [String]
  /// For each shape of series, where each label comes from; nil for "".
  var shapes: [[LabelSource?]]
  /// The shape of each target of each of `metrics`, in order.
  var shapeOfTarget = ShapeRuns()

  /// The families of a plan in the order of the declaration, and what about them the user should know.
  package static func all(of plan: Plan, labels: LabelShapes) -> (families: [MetricFamily], warnings: [String]) {
    var families: [MetricFamily] = []
    var indexOf: [String: Int] = [:]
    var warnings: [String] = []
    for (index, metric) in plan.metrics.enumerated() {
      let declared = metric.declaration.name
      let name = PrometheusName.metric(declared)
      if name != declared { warnings.append("metric \(declared): Prometheus knows it as \(name)") }
      if let family = indexOf[name] {
        let first = plan.metrics[families[family].metrics[0]].declaration.name
        warnings.append("metrics \(first) and \(declared) are one family for Prometheus: \(name)")
        families[family].metrics.append(index)
      } else {
        indexOf[name] = families.count
        families.append(
          MetricFamily(
            name: name, help: metric.declaration.description, metrics: [index], labelNames: [], shapes: []))
      }
    }
    for index in families.indices { warnings += families[index].takeLabels(from: plan, labels) }
    warnings += ResourceInfo.warnings(plan.labels)
    return (families, warnings)
  }

  /// Takes the labels of every target, of which there are few shapes.
  private mutating func takeLabels(from plan: Plan, _ labels: LabelShapes) -> [String] {
    var warnings: [String] = []
    var known: [Int32] = []
    var indexOf: [Int32: Int32] = [:]
    for metric in metrics {
      for target in plan.metrics[metric].targets {
        let shape = labels.shapeOfTarget[target]
        let index = indexOf[shape] ?? Int32(known.count)
        shapeOfTarget.append(index)
        guard index == known.count else { continue }
        indexOf[shape] = index
        known.append(shape)
        for warning in labels.shapes[Int(shape)].warnings {
          let line = "metric \(plan.metrics[metric].declaration.name): \(warning)"
          if !warnings.contains(line) { warnings.append(line) }
        }
      }
    }
    let sources = known.map { labels.shapes[Int($0)].sources }
    labelNames = Set(sources.flatMap(\.keys)).sorted(by: >)
    shapes = sources.map { sources in labelNames.map { sources[$0] } }
    return warnings
  }
}
