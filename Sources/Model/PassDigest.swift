/// What a pass leaves for people to read: what is amiss, why, and how much Azure lets through. Bounded, whatever the
/// number of series.
package struct PassDigest: Sendable, Equatable {
  /// Whether it ended before its plan did.
  package var wasCutShort = false
  /// The shortest time between two passes that a schedule asks for, in seconds; 0 where that is not known.
  package var pace = 0
  /// What was said of sign-in and discovery.
  package var notes: [String] = []
  /// The series whose last attempt was no success, those of the most common cause first.
  package var troubles: [Trouble] = []
  /// Calls that are left, the fewest first.
  package var quotas: [Quota] = []

  /// More of each are not kept.
  package static let most = 20

  package init() {}

  /// Series of one metric that went without a value for one reason.
  package struct Trouble: Sendable, Equatable {
    package var metric: String
    package var outcome: Outcome
    package var series: Int
    /// Azure's own, or one of Swath's.
    package var code: String
    /// What was said of one of them.
    package var text: String

    package init(metric: String, outcome: Outcome, series: Int, code: String, text: String) {
      self.metric = metric
      self.outcome = outcome
      self.series = series
      self.code = code
      self.text = text
    }
  }

  /// What is left of a quota.
  package struct Quota: Sendable, Equatable {
    package var subscription: String
    /// As the header of the answers names it, such as `subscription-reads`.
    package var name: String
    package var left: Int

    package init(subscription: String, name: String, left: Int) {
      self.subscription = subscription
      self.name = name
      self.left = left
    }
  }
}

/// How a declared metric stands after a pass.
package struct MetricFigures: Sendable, Equatable {
  /// Its planned series, and those of them whose last attempt was no success.
  package var series = 0, short = 0
  /// The end of the newest bucket that is shown, in seconds since 1970 UTC; 0 for none.
  package var newest = 0
  /// How old that may become before the next pass brings a newer one, in seconds.
  package var oldest = 0
  /// How long the slowest answer took when it was last asked for; 0 where the clock was frozen.
  package var milliseconds = 0

  package init() {}

  /// Reads `numbers`; nil where there are too few.
  package init?(_ numbers: [Int]) {
    guard numbers.count >= 5 else { return nil }
    (series, short, newest, oldest, milliseconds) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
  }

  /// All of them, in an order to which later versions only add.
  package var numbers: [Int] { [series, short, newest, oldest, milliseconds] }
}
