internal import Configuration
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
  var shapeOfTarget: [Int32]

  /// The families of a plan in the order of the declaration, and what about them the user should know.
  package static func all(of plan: Plan) -> (families: [MetricFamily], warnings: [String]) {
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
            name: name, help: metric.declaration.description, metrics: [index], labelNames: [], shapes: [],
            shapeOfTarget: []))
      }
    }
    for index in families.indices { warnings += families[index].takeLabels(from: plan) }
    return (families, warnings)
  }

  /// Finds out the labels of every target, of which there are few shapes.
  private mutating func takeLabels(from plan: Plan) -> [String] {
    var warnings: [String] = []
    var known: [SeriesLabels] = []
    var indexOf: [ShapeKey: Int32] = [:]
    for metric in metrics {
      for target in plan.metrics[metric].targets {
        let resource = plan.resources[Int(plan.targets[target].resource)]
        let key = ShapeKey(
          metric: metric, type: resource.type, hasName: !resource.name.isEmpty, hasEntity: !resource.entity.isEmpty,
          labels: resource.labels.count)
        if let shape = indexOf[key] {
          shapeOfTarget.append(shape)
          continue
        }
        let labels = SeriesLabels(of: plan.metrics[metric], for: resource)
        for warning in labels.warnings {
          let line = "metric \(plan.metrics[metric].declaration.name): \(warning)"
          if !warnings.contains(line) { warnings.append(line) }
        }
        indexOf[key] = Int32(known.count)
        shapeOfTarget.append(Int32(known.count))
        known.append(labels)
      }
    }
    labelNames = Set(known.flatMap(\.sources.keys)).sorted(by: >)
    shapes = known.map { labels in labelNames.map { labels.sources[$0] } }
    return warnings
  }

  /// What decides about the label names of a target.
  private struct ShapeKey: Hashable {
    var metric: Int
    var type: String
    var hasName, hasEntity: Bool
    var labels: Int
  }
}
