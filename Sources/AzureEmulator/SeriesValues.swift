/// The values of the emulated Azure: a pure function of resource, metric, dimension values, minute and the time at
/// which they are asked for, so that a test knows every expected sample.
///
/// Every minute of every series has its own samples and its own delay until they have arrived. Longer buckets and
/// series over several dimension values are made of the minutes, so that all aggregations agree with each other. The
/// numbers are multiples of 1/8, so that sums are exact in whatever order they are made.
package struct SeriesValues: Sendable {
  /// The longest that a minute's samples may be on their way, in seconds after its end.
  package let longestDelay: Int
  /// The share of minutes whose samples are on their way for `lateDelay` seconds.
  package let lateShare: Double
  package let lateDelay: Int
  /// The share of minutes whose samples come in two parts: the first of them after half the delay, the rest after all
  /// of it.
  package let partShare: Double

  package init(longestDelay: Int, lateShare: Double = 0, lateDelay: Int = 0, partShare: Double = 0) {
    self.longestDelay = longestDelay
    self.lateShare = lateShare
    self.lateDelay = lateDelay
    self.partShare = partShare
  }

  package init(_ configuration: EmulatorConfiguration) {
    self.init(
      longestDelay: configuration.longestDelay, lateShare: configuration.lateShare, lateDelay: configuration.lateDelay,
      partShare: configuration.partShare)
  }

  /// What is known of the samples of a bucket.
  package struct Bucket: Sendable, Equatable {
    package var total = 0.0
    package var count = 0
    package var minimum = Double.infinity
    package var maximum = -Double.infinity

    package init() {}

    /// A number by Azure's name for the aggregation, lower-cased; nil where there are no samples.
    package func value(_ aggregation: String) -> Double? {
      guard count > 0 else { return nil }
      return switch aggregation {
      case "average": total / Double(count)
      case "minimum": minimum
      case "maximum": maximum
      case "total": total
      case "count": Double(count)
      default: nil
      }
    }

    package mutating func add(_ other: Bucket) {
      total += other.total
      count += other.count
      minimum = min(minimum, other.minimum)
      maximum = max(maximum, other.maximum)
    }
  }

  /// The bucket of the series over the given combinations of dimension values.
  ///
  /// - `combinations`: dimension values in the order of the metric's dimensions; `[[]]` for a metric without.
  /// - `start`: of the bucket, in seconds since 1970 UTC, on a whole minute.
  /// - `asOf`: only what has arrived by then counts; nil for all there ever will be.
  package func bucket(
    _ resource: EmulatedResource, _ metric: MetricRow, _ combinations: [[String]], start: Int, grain: Int, asOf: Int?
  ) -> Bucket {
    let base = Hash(7).adding(resource.id).adding(metric.name)
    var bucket = Bucket()
    for combination in combinations {
      let series = combination.reduce(base) { $0.adding($1) }
      for minute in stride(from: start, to: start + grain, by: 60) {
        let hash = series.adding(minute).value
        bucket.add(arrived(hash, seconds: asOf.map { $0 - minute - 60 }))
      }
    }
    return bucket
  }

  /// Every combination of dimension values that a resource has for a metric.
  package static func combinations(_ resource: EmulatedResource, _ metric: MetricRow) -> [[String]] {
    metric.dimensions.reduce([[]]) { found, dimension in
      found.flatMap { head in resource.values(of: dimension).map { head + [$0] } }
    }
  }

  /// The samples of a minute that are there so many seconds after its end; nil for all that there will be.
  private func arrived(_ hash: UInt64, seconds: Int?) -> Bucket {
    let all = Self.samples(hash)
    guard let seconds else { return all }
    // Bits that neither the delay nor the samples are made of.
    if lateShare > 0, Double(hash >> 33 & 0x7FFF) < lateShare * 0x8000 { return seconds < lateDelay ? Bucket() : all }
    let delay = Int(hash >> 48) % (longestDelay + 1)
    if seconds >= delay { return all }
    guard partShare > 0, all.count > 1, seconds >= delay / 2, Double((hash &* Self.mixing) >> 49) < partShare * 0x8000
    else { return Bucket() }
    var first = Bucket()
    (first.count, first.total, first.minimum, first.maximum) = (1, all.minimum, all.minimum, all.minimum)
    return first
  }

  /// Makes other bits of those that are taken: an odd number, so that none are lost.
  private static let mixing: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The samples of one minute: in one of eight none at all, in another one a zero.
  private static func samples(_ hash: UInt64) -> Bucket {
    var bucket = Bucket()
    switch hash & 7 {
    case 0: return bucket
    case 1: (bucket.count, bucket.minimum, bucket.maximum) = (1, 0, 0)
    default:
      let count = 1 + Int(hash >> 3 & 3)
      let low = Double(hash >> 5 & 0xFFFF) / 8
      let high = count == 1 ? low : low + Double(hash >> 21 & 0xFFF) / 4
      bucket.count = count
      (bucket.minimum, bucket.maximum) = (low, high)
      bucket.total = count == 1 ? low : low * Double(count - 1) + high
    }
    return bucket
  }
}
