/// How long after its end Azure still fills a bucket of a metric, as a few watched series have shown it.
package struct LearnedSettle: Sendable, Equatable {
  /// The most that was needed in the period at hand, and in the one before, in seconds.
  package private(set) var recent: Int
  package private(set) var before: Int
  /// When the period at hand began, in seconds since 1970 UTC.
  package private(set) var since: Int

  /// Until something is learned; and nothing shorter is.
  package static let standard = 180
  private static let longest = 1800, period = 6 * 3600
  /// Buckets of which one in so many comes later are waited for; what comes later still is late.
  private static let lateShare = 20
  private static let fewest = 20

  package init(since: Int, recent: Int = 0, before: Int = 0) {
    self.since = since
    self.recent = recent
    self.before = before
  }

  /// The settle, in seconds.
  package var seconds: Int { max(Self.standard, before, recent) }

  /// Learns from the probes of the metric, as they are after a pass at `now`.
  ///
  /// A value that changes was wrong before, so that every change counts. One that comes late is delivered late, so
  /// that rare ones do not keep all others waiting.
  package mutating func learn(from probes: [SettleProbe], now: Int) {
    if now >= since + Self.period {
      before = recent
      recent = 0
      since = now
    }
    let buckets = probes.flatMap(\.buckets)
    var need = buckets.lazy.map(\.change).max() ?? 0
    let arrivals = buckets.filter { $0.value != nil }.map(\.arrival).sorted()
    if arrivals.count >= Self.fewest {
      need = max(need, arrivals[arrivals.count - 1 - arrivals.count / Self.lateShare])
    }
    // Passes are some seconds early or late.
    if need > 0 { recent = max(recent, min((need + 59) / 60 * 60, Self.longest)) }
  }
}
