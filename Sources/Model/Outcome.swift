/// The one state in which every planned series ends; counted with its reason.
package enum Outcome: UInt8, CaseIterable, Sendable {
  /// A new final value.
  case delivered
  /// Its schedule or its grid says later.
  case notDue
  /// Azure answered, without a value in the newest final bucket.
  case empty
  /// Nothing yet, inside the settle it was given.
  case late
  /// Azure is throttling (429, 529).
  case throttled
  /// Out of time or out of budget before it was asked or answered.
  case deferred
  /// Network, 5xx, or an answer that cannot be read.
  case failed
  /// Azure refuses the query (400).
  case rejected
  /// Azure refuses the identity (401, 403).
  case forbidden
  /// Azure knows no such metric for the resource.
  case unknownMetric
  /// The resource is no more (404).
  case gone

  /// The spelling in outputs.
  package var name: String { Self.names[Int(rawValue)] }

  private static let names = [
    "delivered", "not-due", "empty", "late", "throttled", "deferred", "failed", "rejected", "forbidden",
    "unknown-metric", "gone",
  ]

  package init?(name: String) {
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  /// Whether a pass that holds this outcome is incomplete.
  package var isShortfall: Bool {
    switch self {
    case .delivered, .notDue, .empty, .late, .gone: false
    case .throttled, .deferred, .failed, .rejected, .forbidden, .unknownMetric: true
    }
  }

  /// Whether the next pass asks again, whatever the schedule says: nothing was learned of the series.
  package var staysDue: Bool { self == .throttled || self == .deferred || self == .failed }

  /// Whether Azure has said something about the series itself.
  package var isAnswer: Bool {
    switch self {
    case .delivered, .empty, .late, .rejected, .unknownMetric, .gone: true
    case .notDue, .throttled, .deferred, .failed, .forbidden: false
    }
  }

  /// What gauge files show for a series that ends so, beside a new value.
  package var carry: Carry {
    switch self {
    case .delivered, .empty, .gone: .nothing
    case .notDue, .late: .always
    case .throttled, .deferred, .failed: .whileFresh
    case .rejected, .forbidden, .unknownMetric: .forTwoPasses
    }
  }

  /// For how long the last final value stands in for a missing one.
  package enum Carry: Sendable {
    case nothing
    case always
    /// At most max(3 × schedule, settle + 2 × interval) after the end of its bucket.
    case whileFresh
    case forTwoPasses
  }
}
