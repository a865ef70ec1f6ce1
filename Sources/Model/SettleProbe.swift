/// What passes have seen of one series' recent buckets: how long after their end they still changed.
///
/// A few series of each metric are watched so, also in buckets that are not final yet, and all series of the metric have
/// the benefit.
package struct SettleProbe: Sendable, Equatable {
  /// The target; in a snapshot its row.
  package var target: Int32
  /// The series that is watched, once one was seen.
  package var dimensions: [String]?
  /// By start, without gaps but where Azure gave no answer.
  package var buckets: [Bucket]

  /// The longest that a bucket is watched after its end, in seconds.
  package static let span = 1200
  /// What no look has seen is assumed to have happened no later than so many seconds after the look before.
  private static let longestGap = 300

  package init(target: Int32, dimensions: [String]? = nil, buckets: [Bucket] = []) {
    self.target = target
    self.dimensions = dimensions
    self.buckets = buckets
  }

  /// One bucket, as of the last look. Ages are seconds since its end.
  package struct Bucket: Sendable, Equatable {
    /// In seconds since 1970 UTC.
    package var start: Int
    package var value: Double?
    /// The age by which its value had come, or had changed for the last time; 0 where that may have been before what is
    /// waited for anyway.
    package var arrival, change: Int
    /// The age at the last look.
    package var seen: Int

    package init(start: Int, value: Double?, arrival: Int = 0, change: Int = 0, seen: Int) {
      self.start = start
      self.value = value
      self.arrival = arrival
      self.change = change
      self.seen = seen
    }
  }

  /// Notes what a bucket is now; the next one must be later.
  ///
  /// - `age`: seconds since its end.
  package mutating func look(_ value: Double?, start: Int, age: Int) {
    guard let place = buckets.firstIndex(where: { $0.start >= start }), buckets[place].start == start else {
      let place = buckets.firstIndex { $0.start > start } ?? buckets.count
      return buckets.insert(Bucket(start: start, value: value, seen: age), at: place)
    }
    let before = buckets[place].seen
    buckets[place].seen = age
    // A value that is gone again is an answer with a hole, and no news of the bucket.
    guard let value, value != buckets[place].value else { return }
    if before >= LearnedSettle.standard {
      let by = min(age, before + Self.longestGap)
      if buckets[place].value == nil { buckets[place].arrival = by } else { buckets[place].change = by }
    }
    buckets[place].value = value
  }

  /// Forgets what is older than a window.
  package mutating func forget(before start: Int) { buckets.removeAll { $0.start < start } }

  /// Whether it has been looked at for long and never had a value, so that another series tells more.
  package var isBarren: Bool { buckets.count >= 10 && buckets.allSatisfy { $0.value == nil } }
}
