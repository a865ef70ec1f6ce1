internal import Model
package import Planning

/// The labels of every target of a plan: found out once for all sinks, as there are few shapes of them.
package struct LabelShapes: Sendable {
  private(set) var shapes: [SeriesLabels] = []
  /// The shape of each target, by its number.
  private(set) var shapeOfTarget: [Int32] = []

  package init(_ plan: Plan) {
    shapeOfTarget.reserveCapacity(plan.targets.count)
    var indexOf: [Key: Int32] = [:]
    for target in plan.targets {
      let resource = plan.resources[Int(target.resource)]
      let key = Key(
        metric: target.metric, type: resource.type, hasName: !resource.name.isEmpty,
        hasEntity: !resource.entity.isEmpty, labels: resource.labels.count)
      let shape = indexOf[key] ?? Int32(shapes.count)
      if shape == shapes.count {
        indexOf[key] = shape
        shapes.append(SeriesLabels(of: plan.metrics[Int(target.metric)], for: resource))
      }
      shapeOfTarget.append(shape)
    }
  }

  /// What decides about the label names of a target.
  private struct Key: Hashable {
    var metric: Int32
    var type: String
    var hasName, hasEntity: Bool
    var labels: Int
  }
}
