internal import Model
package import Planning

/// The labels of every target of a plan: found out once for all sinks, as there are few shapes of them.
package struct LabelShapes: Sendable {
  private(set) var shapes: [SeriesLabels] = []
  /// The shape of each target, by its number.
  private(set) var shapeOfTarget = ShapeRuns()
  /// The lists of attributes that occur, and which of them each shape has.
  let attributeLists: [[SeriesLabels.Attribute]]
  let attributesOfShape: [Int]

  package init(_ plan: Plan) {
    var numberOf: [Kind: Int] = [:]
    let kinds = plan.resources.map { resource in
      let kind = Kind(
        type: resource.type, hasName: !resource.name.isEmpty, hasEntity: !resource.entity.isEmpty,
        labels: resource.labels.count)
      let number = numberOf[kind] ?? numberOf.count
      numberOf[kind] = number
      return Int32(number)
    }
    for metric in plan.metrics {
      var shapeOf = Array(repeating: Int32(-1), count: numberOf.count)
      for target in plan.targets[metric.targets] {
        let kind = Int(kinds[Int(target.resource)])
        if shapeOf[kind] < 0 {
          shapeOf[kind] = Int32(shapes.count)
          shapes.append(SeriesLabels(of: metric, for: plan.resources[Int(target.resource)], plan.labels))
        }
        shapeOfTarget.append(shapeOf[kind])
      }
    }
    var lists: [[SeriesLabels.Attribute]] = []
    var known: [[SeriesLabels.Attribute]: Int] = [:]
    attributesOfShape = shapes.map { shape in
      if let number = known[shape.attributes] { return number }
      known[shape.attributes] = lists.count
      lists.append(shape.attributes)
      return lists.count - 1
    }
    attributeLists = lists
  }

  /// What decides, beside the metric, about the label names of a series.
  private struct Kind: Hashable {
    var type: String
    var hasName, hasEntity: Bool
    var labels: Int
  }
}
