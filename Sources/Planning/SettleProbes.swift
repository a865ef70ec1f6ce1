internal import Catalog
internal import Configuration
internal import Model

/// Chooses the series that are watched to learn how long Azure changes the buckets of a metric: a few of each type and
/// Azure metric, the same from pass to pass.
struct SettleProbes {
  /// The probes that there were, by row.
  private var known: [Int32: SettleProbe] = [:]
  /// How many there are of each metric, by its key.
  private var taken: [String: Int] = [:]

  private static let perMetric = 3
  /// So that many metrics make no long history.
  private static let most = 256

  init(_ probes: [SettleProbe]) {
    for probe in probes where !probe.isBarren { known[probe.target] = probe }
  }

  /// Under what the settle of a metric is learned; nil where the configuration tells it, or no bucket is waited for.
  static func key(of metric: MetricDeclaration, _ timing: Timing) -> String? {
    guard timing.settle == nil, timing.isOnGrid, metric.type.source == .metrics else { return nil }
    return "\(metric.type.name)|\(metric.azureName.asciiLowercased)|\(metric.interval)"
  }

  /// Whether a target is watched; if so, it is among the probes of the plan, whether it is asked for or not.
  mutating func take(
    _ target: Int32, row: Int32, of metric: PlannedMetric, _ state: TargetState?, isAsked: Bool, _ plan: inout Plan
  ) -> Bool {
    guard let key = metric.settleKey else { return false }
    let probe = known.isEmpty ? nil : known[row]
    // One that was never seen, or has no values now, tells nothing.
    guard probe != nil || isAsked && state?.outcome == .delivered,
      plan.probes.count < Self.most, taken[key, default: 0] < Self.perMetric
    else { return false }
    taken[key, default: 0] += 1
    plan.probes.append(SettleProbe(target: target, dimensions: probe?.dimensions, buckets: probe?.buckets ?? []))
    return true
  }

  /// The window of a target that is watched, and for how many seconds behind it more is asked for. What is far behind
  /// is not watched: it has a call of its own.
  static func window(_ window: Range<Int>, _ metric: PlannedMetric, now: Int) -> (Range<Int>, preview: Int) {
    let interval = metric.bucket.count
    let longest = RequestGrouping.longestNear(interval)
    guard window.count <= longest else { return (window, 0) }
    let start = min((now - SettleProbe.span) / interval * interval, metric.bucket.lowerBound - interval)
    return (
      min(window.lowerBound, max(start, window.upperBound - longest))..<window.upperBound,
      max(now / interval * interval - window.upperBound, 0)
    )
  }
}
