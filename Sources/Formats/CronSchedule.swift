/// A cron expression as Cronos reads them: five fields from the minute on, or six from the second on.
///
/// A field holds `*` or its synonym `?`, numbers, names (`JAN`, `SUN`), ranges (a reversed one wraps), lists and steps;
/// the day of the month also `L`, `L-n`, `nW` and `LW`, the day of the week `nL` and `n#k`. Both days must match.
/// Macros such as `@hourly` stand for a whole expression.
package struct CronSchedule: Sendable, Hashable {
  /// As it was written.
  package let text: String

  /// Bit n of each stands for the number n.
  var seconds: UInt64 = 1
  var minutes: UInt64 = 0
  var hours: UInt64 = 0
  var daysOfMonth: UInt64 = 0
  var months: UInt64 = 0
  /// Sunday is bit 0 alone.
  var daysOfWeek: UInt64 = 0
  /// `L` and `L-n`: the day so many days before the last of the month, instead of `daysOfMonth`.
  var fromLastDay: Int?
  /// `W`: the working day nearest to the day.
  var isNearestWorkday = false
  /// `n#k`: only the k-th such weekday of the month.
  var nth: Int?
  /// `nL`: only the last such weekday of the month.
  var isLastOfWeekday = false
  /// Whether a time of day is given by `*`, a range or a step, so that a repeated hour repeats the occurrences.
  var isInterval = false

  /// Throws `CronError` where the text is no expression.
  package init(_ text: String) throws(CronError) {
    self.text = text
    var parser = CronParser(text)
    try parser.parse(into: &self)
  }
}

/// Why a text is no cron expression.
package struct CronError: Error, Hashable, Sendable {
  /// What is wrong; a sentence without a period.
  package let message: String
  /// Where, in Unicode scalars from the start of the text.
  package let offset: Int
}
