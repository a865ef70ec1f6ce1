internal import Configuration
internal import Formats
internal import Model
internal import Pass
internal import Planning

/// The series that a system metric of a status page shows, made one.
struct StatuspageSelection {
  private let mapping: RuntimeSettings.StatuspageSettings.Mapping
  /// The labels that a series must have, their names as JSON texts.
  private let labels: [(name: [UInt8], value: String)]

  init(_ mapping: RuntimeSettings.StatuspageSettings.Mapping) {
    self.mapping = mapping
    labels = mapping.labels.map { label in
      var name: [UInt8] = []
      name.append(json: label.key)
      return (name, label.value)
    }
  }

  /// The new values by their times, in seconds since 1970 UTC, in ascending order; the last one of each half minute.
  ///
  /// Without an aggregate the last series counts at each time, as at a receiver of single posts. With one, a time counts
  /// where each selected resource has a new value at it, or has answered that it has none in the newest bucket: an
  /// aggregate of some of them would be a wrong value.
  func values(of points: NewPoints, labels shapes: LabelShapes) -> [(time: Int, value: Double)] {
    var merged: [Int: Merged] = [:]
    var selected = 0
    // Of the newest bucket, the resources that answered without a value, by the bucket's start.
    var empty: [Int: Int] = [:]
    for metric in points.plan.metrics where metric.declaration.name == mapping.metric {
      for target in metric.targets {
        let attributes = shapes.shapes[Int(shapes.shapeOfTarget[target])].attributes
        let resource = points.plan.resources[Int(points.plan.targets[target].resource)]
        guard let sources = sources(attributes, resource) else { continue }
        selected += 1
        let newest = metric.bucket.lowerBound
        var hasNewest = false
        points.forEach(target: target) { time, value, dimensions in
          guard sources.allSatisfy({ $0.source.value(resource, dimensions) == $0.value }) else { return }
          merged[time, default: Merged()].add(value, target)
          hasNewest = hasNewest || time == newest
        }
        if hasNewest { continue }
        switch points.result.outcomes[target] {
        case .empty, .gone: empty[newest, default: 0] += 1
        // None of its series has the labels.
        case .delivered where points.hasNewest(target: target): empty[newest, default: 0] += 1
        default: break
        }
      }
    }
    var shown: [(time: Int, value: Double)] = []
    for (time, all) in merged.sorted(by: { $0.key < $1.key }) {
      if mapping.aggregate != nil, all.targets + empty[time, default: 0] < selected { continue }
      let value = all.value(mapping.aggregate) * mapping.scale
      guard value.isFinite else { continue }
      if let last = shown.last, StatusSlot.number(of: last.time) == StatusSlot.number(of: time) { shown.removeLast() }
      shown.append((time, value))
    }
    return shown
  }

  /// Where the labels to look at come from, and what they must be; nil where no series of the resource has them.
  private func sources(
    _ attributes: [SeriesLabels.Attribute], _ resource: Resource
  ) -> [(source: LabelSource, value: String)]? {
    var found: [(source: LabelSource, value: String)] = []
    for label in labels {
      guard let source = attributes.first(where: { $0.name == label.name })?.source else { return nil }
      if case .dimension = source {
        found.append((source, label.value))
      } else if source.value(resource, []) != label.value {
        return nil
      }
    }
    return found
  }

  /// What several series have at one time.
  private struct Merged {
    private var count = 0.0, sum = 0.0, least = Double.infinity, most = -Double.infinity, last = 0.0
    /// How many resources have a series here.
    private(set) var targets = 0
    private var newestTarget = -1

    mutating func add(_ value: Double, _ target: Int) {
      count += 1
      sum += value
      least = min(least, value)
      most = max(most, value)
      last = value
      if target != newestTarget { targets += 1 }
      newestTarget = target
    }

    func value(_ aggregate: RuntimeSettings.StatuspageSettings.Aggregate?) -> Double {
      switch aggregate {
      case .avg: sum / count
      case .sum: sum
      case .min: least
      case .max: most
      case nil: last
      }
    }
  }
}
