/// What a pass came to: as much of it as a chart of the recent ones shows.
package struct PassFigures: Sendable, Equatable {
  /// In seconds since 1970 UTC.
  package var startedAt: Int
  /// How long it took; 0 where the clock was frozen.
  package var milliseconds = 0
  /// Planned series.
  package var series = 0
  /// Those that brought a new value.
  package var delivered = 0
  /// Those whose last attempt, in this pass or an earlier one, was no success.
  package var short = 0
  /// Those that Azure has answered at their last attempt.
  package var answered = 0
  /// Requests with every try, and those of them that Azure throttled.
  package var calls = 0, throttled = 0

  /// The figures of so many passes are kept.
  package static let most = 60

  package init(startedAt: Int) { self.startedAt = startedAt }

  /// Reads `numbers`; nil where there are too few.
  package init?(_ numbers: [Int]) {
    guard numbers.count >= 8 else { return nil }
    (startedAt, milliseconds, series, delivered) = (numbers[0], numbers[1], numbers[2], numbers[3])
    (short, answered, calls, throttled) = (numbers[4], numbers[5], numbers[6], numbers[7])
  }

  /// All of them, in an order to which later versions only add.
  package var numbers: [Int] { [startedAt, milliseconds, series, delivered, short, answered, calls, throttled] }
}
