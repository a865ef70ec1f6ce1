internal import Model

/// An API that a pass calls, with what its calls cost. One row each.
package struct CalledAPI: Hashable, Sendable {
  /// As self metrics name it.
  package let name: String
  /// How many calls one identity may make in a minute, in a subscription or of all; nil where that is not known.
  package let callsPerMinute: Int?
  /// Whether Azure bills them.
  package let isBilled: Bool

  private init(_ name: String, perMinute: Int?, isBilled: Bool = false) {
    self.name = name
    callsPerMinute = perMinute
    self.isBilled = isBilled
  }

  /// Resource Graph: 15 queries in five seconds.
  package static let resourceGraph = CalledAPI("resource-graph", perMinute: 180)
  /// Reads of a subscription by the resource manager: 250, of which 25 come back each second.
  package static let metrics = CalledAPI("metrics", perMinute: 250 + 60 * 25)
  package static let subscriptionMetrics = CalledAPI("subscription-metrics", perMinute: 250 + 60 * 25)
  /// No number is published of the data plane of metrics.
  package static let getBatch = CalledAPI("get-batch", perMinute: nil, isBilled: true)
  /// Log Analytics: 200 queries in thirty seconds.
  package static let logAnalytics = CalledAPI("log-analytics", perMinute: 400)
  package static let storageQueue = CalledAPI("storage-queue", perMinute: nil)

  /// Whether it answers what metrics ask, in one shape or another.
  package var isOfMetrics: Bool { [.metrics, .subscriptionMetrics, .getBatch].contains(self) }

  /// What a planned request calls.
  package init(_ request: PlannedRequest) {
    self =
      switch request.query.batch?.api {
      case nil: .metrics
      case .dataPlane: .getBatch
      case .subscription: .subscriptionMetrics
      }
  }

  /// What a planned reading calls.
  package init(_ reading: PlannedReading) {
    self =
      switch reading.reading {
      case .logs: .logAnalytics
      case .queue: .storageQueue
      }
  }
}

extension Plan {
  /// How many calls the plan makes for values, by the names of the APIs.
  package var callCounts: [String: Int] {
    var counts: [String: Int] = [:]
    for request in requests { counts[CalledAPI(request).name, default: 0] += 1 }
    for reading in readings { counts[CalledAPI(reading).name, default: 0] += 1 }
    return counts
  }
}
