/// The buckets before a horizon that came without a value and may still get one, a bit each: bit 0 is the bucket that
/// ends at the horizon.
///
/// Azure fills some buckets long after they should be final, so that an empty one is asked for twice more before its
/// emptiness is believed.
package struct OpenBuckets: Sendable, Equatable {
  /// Those that were asked for once, and again, since they were final.
  package private(set) var once, twice: UInt64

  /// For how many seconds after a bucket was final its emptiness is not believed the first and the second time.
  private static let firstWait = 600, secondWait = 2100
  /// The time after which no bucket is open any more, in seconds since it was final.
  package static let longest = secondWait

  package init(once: UInt64 = 0, twice: UInt64 = 0) {
    self.once = once
    self.twice = twice
  }

  package var isEmpty: Bool { once | twice == 0 }

  package func contains(_ place: Int) -> Bool { 0..<64 ~= place && (once | twice) >> UInt64(place) & 1 == 1 }

  /// Moves the horizon on by a bucket.
  package mutating func advance() {
    once <<= 1
    twice <<= 1
  }

  package mutating func close(_ place: Int) {
    guard 0..<64 ~= place else { return }
    once &= ~(1 << UInt64(place))
    twice &= ~(1 << UInt64(place))
  }

  /// Notes that a bucket was answered without a value, `age` seconds after it was final.
  package mutating func note(_ place: Int, age: Int) {
    close(place)
    guard 0..<64 ~= place, age < Self.secondWait else { return }
    if age < Self.firstWait { once |= 1 << UInt64(place) } else { twice |= 1 << UInt64(place) }
  }

  /// The place of the oldest bucket that it is time to ask for again; nil where there is none.
  ///
  /// - `age`: how many seconds ago the bucket at the horizon was final; below 0 where it is not.
  /// - `interval`: the length of a bucket in seconds.
  package func oldestDue(age: Int, interval: Int) -> Int? {
    /// The buckets that have been final for a time.
    func final(for wait: Int) -> UInt64 {
      let place = max(wait - age + interval - 1, 0) / interval
      return place < 64 ? ~0 << UInt64(place) : 0
    }
    let due = once & final(for: Self.firstWait) | twice & final(for: Self.secondWait)
    return due == 0 ? nil : 63 - due.leadingZeroBitCount
  }
}
