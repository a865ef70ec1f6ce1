internal import Catalog
internal import Configuration
internal import Model

/// The lengths of buckets that Azure has of metrics whose declared interval it does not have.
struct Grains {
  private var known: [String: Int] = [:]

  /// - `refusals`: names of what Azure refuses, some of which `PlannedMetric.grainName` has made.
  init(_ refusals: Set<String>) {
    for name in refusals where name.hasPrefix(PlannedMetric.grainPrefix) {
      guard let slash = name.lastIndex(of: "/"), let seconds = Int(name[name.index(after: slash)...]) else { continue }
      known[String(name[..<slash])] = seconds
    }
  }

  /// A metric as it can be asked for.
  func apply(to metric: MetricDeclaration) -> MetricDeclaration {
    guard !known.isEmpty, let seconds = known[metric.grainKey] else { return metric }
    var metric = metric
    metric.interval = seconds
    return metric
  }
}

extension MetricDeclaration {
  /// Under which name the length of its buckets is noted.
  fileprivate var grainKey: String {
    "\(PlannedMetric.grainPrefix)\(type.name)/\(azureName.asciiLowercased)/\(interval)"
  }
}

extension PlannedMetric {
  fileprivate static let grainPrefix = "grain/"

  /// The names under which it is noted which buckets Azure has in place of the declared ones: what all of them begin
  /// with, and that of what is used now. They stand beside the refusals of batches.
  package var grainName: (prefix: String, whole: String) {
    var declared = declaration
    declared.interval = declaredInterval
    return (declared.grainKey + "/", "\(declared.grainKey)/\(declaration.interval)")
  }

  /// Of the lengths that Azure has, the one that is taken in place of the declared one: the nearest, of two the first, as
  /// Promitor does. nil where there are none.
  package func nearest(of grains: [Int]) -> Int? {
    grains.min { abs($0 - declaredInterval) < abs($1 - declaredInterval) }
  }
}

extension Plan {
  /// Has a metric's buckets be of another length than they are declared with.
  package mutating func setGrain(_ seconds: Int, of number: Int) {
    var metric = metrics[number]
    let bucket = Planner.newestBucket(now: now, settle: metric.settle, metric.timing, interval: seconds)
    let goesBack = metric.since < metric.bucket.lowerBound
    metric.since = goesBack ? min(metric.since / seconds * seconds, bucket.lowerBound) : bucket.lowerBound
    metric.declaration.interval = seconds
    metric.bucket = bucket
    metric.freshness = max(metric.freshness, metric.settle + 2 * seconds)
    metrics[number] = metric
  }
}
