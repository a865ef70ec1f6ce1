/// A time zone as a value: how many seconds its clocks are ahead of UTC at a Unix time.
///
/// The function must be pure and change seldom: two changes within half a day of each other are seen as none.
package struct TimeZoneOffset: Sendable {
  /// Seconds east of UTC at a Unix time in seconds.
  package let offset: @Sendable (Int) -> Int

  package init(offset: @escaping @Sendable (Int) -> Int) {
    self.offset = offset
  }

  package static let utc = TimeZoneOffset { _ in 0 }

  /// The first second in `(after, through]` with another offset than the second before it; nil where there is none.
  func firstChange(after: Int, through: Int) -> Int? {
    var start = after
    while start < through {
      let end = min(start + 43_200, through)
      if offset(start) != offset(end) { return change(between: start, and: end) }
      start = end
    }
    return nil
  }

  /// Halves a span whose ends differ down to the second at which they begin to.
  private func change(between start: Int, and end: Int) -> Int {
    let old = offset(start)
    var (before, after) = (start, end)
    while after - before > 1 {
      let middle = before + (after - before) / 2
      if offset(middle) == old { before = middle } else { after = middle }
    }
    return after
  }
}
