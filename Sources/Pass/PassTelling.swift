internal import Configuration
internal import Formats
internal import Model
package import Planning
internal import Snapshot
internal import Transport

/// What a pass leaves for people to read in the snapshot, and its place among the recent ones.
struct PassTelling {
  private let plan: Plan
  private let result: PassResult
  private let isFrozen: Bool
  /// Longer words of Azure's are cut.
  private static let longestText = 300

  /// - `isFrozen`: whether nothing may show the real clock.
  init(_ plan: Plan, _ result: PassResult, isFrozen: Bool) {
    self.isFrozen = isFrozen
    self.plan = plan
    self.result = result
  }

  /// The figures of the pass, behind those of the ones before.
  ///
  /// - `milliseconds`: how long it took.
  func passes(after earlier: [PassFigures], milliseconds: Int) -> [PassFigures] {
    var figures = PassFigures(startedAt: plan.now)
    figures.milliseconds = milliseconds
    figures.series = plan.targets.count
    figures.delivered = result.outcomes.count { $0 == .delivered }
    figures.short = result.states.count { $0.outcome.isShortfall }
    figures.answered = result.states.count { $0.outcome.hasAnswer }
    for (key, count) in result.statistics.tries {
      figures.calls += count
      if key.result == .throttled { figures.throttled += count }
    }
    return earlier.suffix(PassFigures.most - 1) + [figures]
  }

  /// How each metric stands.
  ///
  /// - `earlier`: how they stood before, by name.
  func metrics(after earlier: [String: MetricFigures]) -> [MetricFigures] {
    let newest = result.newestBucketEnds(of: plan)
    return plan.metrics.enumerated().map { index, metric in
      var figures = MetricFigures()
      figures.series = metric.targets.count
      figures.short = metric.targets.count { result.states[$0].outcome.isShortfall }
      figures.newest = newest[index] ?? 0
      // Just before the next pass has it, a bucket is as old as it has to settle, and one of each period besides.
      figures.oldest = metric.settle + metric.declaration.interval + (period(of: metric) ?? 0)
      let slowest = isFrozen || result.slowest.isEmpty ? 0 : result.slowest[index]
      figures.milliseconds =
        slowest > 0 || metric.isDue ? slowest : earlier[metric.declaration.name]?.milliseconds ?? 0
      return figures
    }
  }

  /// What is amiss, and how much Azure lets through.
  ///
  /// - `earlier`: what was told before: of metrics that are not due it is as good as ever.
  func digest(after earlier: PassDigest, _ found: LookUpResult) -> PassDigest {
    var digest = PassDigest()
    digest.wasCutShort = result.wasCutShort
    digest.pace = plan.metrics.compactMap { period(of: $0) }.min() ?? 0
    let signIns = result.signInFailures.map {
      "sign-in to tenant \($0.tenantID): \($0.reason.code): \($0.reason.text)"
    }
    let groups = found.failures.map { "discovery of \($0.group): \($0.reason.code): \($0.reason.text)" }
    digest.notes = (signIns + groups).prefix(PassDigest.most).map(Self.cut)
    digest.troubles = troubles(after: earlier)
    digest.quotas = result.quotas.map { quota, left in
      .init(
        subscription: quota.subscriptionID,
        name: String(quota.header.dropFirst("x-ms-ratelimit-remaining-".utf8.count)),
        left: left)
    }
    .sorted { ($0.left, $0.subscription, $0.name) < ($1.left, $1.subscription, $1.name) }
    .prefix(PassDigest.most).map(\.self)
    return digest
  }

  private func troubles(after earlier: PassDigest) -> [PassDigest.Trouble] {
    struct Key: Hashable {
      var metric: Int32
      var outcome: Outcome
      var code: String
    }
    var counts: [Key: (series: Int, reason: PassResult.Reason?)] = [:]
    var isTold = Array(repeating: false, count: plan.metrics.count)
    for (target, outcome) in result.outcomes.enumerated() where outcome != .notDue {
      let metric = plan.targets[target].metric
      isTold[Int(metric)] = true
      guard outcome.isShortfall else { continue }
      let reason = result.reasonRow(target: target).map { result.reasons[$0] }
      counts[Key(metric: metric, outcome: outcome, code: reason?.code ?? ""), default: (0, reason)].series += 1
    }
    var troubles = counts.map { key, value in
      PassDigest.Trouble(
        metric: plan.metrics[Int(key.metric)].declaration.name, outcome: key.outcome, series: value.series,
        code: key.code, text: Self.cut(value.reason?.text ?? ""))
    }
    let untold = Set(zip(plan.metrics, isTold).filter { !$0.1 }.map(\.0.declaration.name))
    troubles += earlier.troubles.filter { untold.contains($0.metric) }
    troubles.sort { ($1.series, $0.metric, $0.code) < ($0.series, $1.metric, $1.code) }
    return Array(troubles.prefix(PassDigest.most))
  }

  private func period(of metric: PlannedMetric) -> Int? {
    metric.declaration.schedule.typicalPeriod(after: plan.now, zone: .utc)
  }

  private static func cut(_ text: String) -> String {
    text.unicodeScalars.count <= longestText ? text : String(text.prefix(longestText)) + "…"
  }
}

extension Outcome {
  /// Whether Azure has answered, with a value or without.
  fileprivate var hasAnswer: Bool { self == .delivered || self == .empty || self == .late }
}

extension PassResult {
  /// Of each metric the end of the newest bucket that is shown, in seconds since 1970 UTC; nil where none is.
  package func newestBucketEnds(of plan: Plan) -> [Int?] {
    plan.metrics.map { metric in
      var newest: Int?
      for target in metric.targets {
        samples.forEach(target: target) { start, _, _ in newest = max(newest ?? start, start) }
      }
      let length = metric.isRead ? 0 : metric.declaration.interval
      return newest.map { $0 + length }
    }
  }
}
