/// The half minutes of a status page: it moves every point to the nearest, and of several there shows the one that it was
/// given last.
///
/// Source: Atlassian's article on system metrics.
package enum StatusSlot {
  /// The number of the half minute of a time in seconds since 1970 UTC.
  package static func number(of time: Int) -> Int { time / 30 + (time % 30 < 15 ? 0 : 1) }
}
