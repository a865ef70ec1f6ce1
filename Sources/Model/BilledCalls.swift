/// How many calls that cost something were made on a day.
package struct BilledCalls: Sendable, Equatable {
  /// Days since 1970-01-01 UTC.
  package var day: Int
  package var count: Int

  package init(day: Int = 0, count: Int = 0) {
    self.day = day
    self.count = count
  }

  /// Those of the day of a time, in seconds since 1970 UTC.
  package func on(_ now: Int) -> BilledCalls { now / 86_400 == day ? self : BilledCalls(day: now / 86_400) }
}
