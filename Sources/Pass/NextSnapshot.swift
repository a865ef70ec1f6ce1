internal import Configuration
package import Formats
internal import Model
package import Planning
internal import Snapshot
internal import Transport

/// What a pass leaves to the next one. What it did not attempt keeps its old state.
package struct NextSnapshot {
  private let plan: Plan
  private let result: PassResult
  private let content: SnapshotContent
  /// For so long a refusal of batches is believed: roles are given within a day.
  private static let refusalAge = 24 * 3600

  /// - `pass`: its name.
  /// - `planned`: how many calls were planned, by API.
  /// - `duration`: how long the pass took, in seconds.
  /// - `history`: what earlier ones left.
  package init(
    after plan: Plan, result: PassResult, found: LookUpResult, pass: String, takenAt: Int, isFrozen: Bool,
    planned: [String: Int] = [:], duration: Double = 0, history: PassHistory = PassHistory()
  ) {
    var content = SnapshotContent(takenAt: takenAt, isFrozen: isFrozen)
    content.pass = pass
    let telling = PassTelling(plan, result, isFrozen: isFrozen)
    let strangers = Set(result.signInFailures.map(\.tenantID))
    content.metrics = zip(plan.metrics, telling.metrics(after: history.metrics)).map { metric, figures in
      // Where nobody could sign in nothing was attempted.
      let isAttempted = metric.isDue && !strangers.contains(metric.tenantID)
      let attempt = isAttempted ? plan.now : metric.lastAttempt ?? (metric.isDue ? 0 : plan.now)
      return .init(
        name: metric.declaration.name, fingerprint: metric.fingerprint, lastAttempt: attempt, figures: figures)
    }
    content.passes = telling.passes(after: history.passes, milliseconds: Int(duration * 1000))
    content.digest = telling.digest(after: history.digest, found)
    content.batchRefusals = plan.batchRefusals.filter { $0.value > plan.now }
    for subscription in result.batchRefusals {
      content.batchRefusals[subscription] = plan.now + Self.refusalAge
    }
    for metric in result.grains.keys {
      let name = plan.metrics[Int(metric)].grainName
      for known in content.batchRefusals.keys where known.hasPrefix(name.prefix) { content.batchRefusals[known] = nil }
      content.batchRefusals[name.whole] = plan.now + Self.grainAge(name.whole)
    }
    content.open = result.open
    content.settles = result.settles
    content.probes = result.probes
    content.refusals = Self.refusals(after: plan, result)
    content.calls = Self.calls(planned, result)
    content.billed = Self.billed(after: plan, result)
    content.totals = plan.totals + result.points
    content.batchSizes = result.batchSizes(after: plan)
    content.groups = found.groups
    content.places = found.places
    content.discovery = found.memory
    // Rows and targets have the same numbers, so the samples are the same table.
    content.samples = result.samples
    content.absent = result.absent
    self.content = content
    self.plan = plan
    self.result = result
  }

  /// What Azure has of a metric is believed for 7 days, a fifth more or less, so that not all of it is asked for anew at
  /// once.
  private static func grainAge(_ name: String) -> Int {
    let spread = name.utf8.reduce(5381) { ($0 &* 33 &+ Int($1)) & 0xFFFF }
    return 7 * 86_400 / 5 * 4 + 7 * 86_400 / 5 * 2 * spread / 0xFFFF
  }

  /// Every try counts, as nobody says that failed ones cost nothing.
  private static func billed(after plan: Plan, _ result: PassResult) -> BilledCalls {
    var billed = plan.billed.on(plan.now)
    for (key, count) in result.statistics.tries where key.api == .getBatch { billed.count += count }
    return billed
  }

  private static func calls(_ planned: [String: Int], _ result: PassResult) -> [SnapshotContent.CallCount] {
    var made: [String: Int] = [:]
    for (key, count) in result.statistics.tries { made[key.api.rawValue, default: 0] += count }
    return Set(planned.keys).union(made.keys).sorted().map {
      .init(api: $0, planned: planned[$0] ?? 0, made: made[$0] ?? 0)
    }
  }

  /// What was refused and was not answered since, and what is refused from now on.
  private static func refusals(after plan: Plan, _ result: PassResult) -> [RememberedRefusal] {
    if plan.refusals.isEmpty, result.refused.isEmpty { return [] }
    var next: [Int32: RememberedRefusal] = [:]
    let held = Set(plan.held)
    for (place, refusal) in plan.refusals.enumerated() {
      let outcome = result.outcomes[Int(refusal.target)]
      if held.contains(place) || !outcome.isAnswer { next[refusal.target] = refusal }
    }
    let times = Dictionary(plan.refusals.map { ($0.target, $0.times) }) { first, _ in first }
    for target in result.refused {
      let outcome = result.outcomes[Int(target)]
      guard let row = result.reasonRow(target: Int(target)) else { continue }
      let reason = result.reasons[row]
      let count = (times[target] ?? 0) + 1
      next[target] = RememberedRefusal(
        target: target, until: plan.now + RememberedRefusal.pause(after: count, outcome), times: count,
        outcome: outcome, code: reason.code, text: reason.text)
    }
    return next.values.sorted { $0.target < $1.target }.prefix(RememberedRefusal.most).map(\.self)
  }

  /// Writes it. Its rows are made as they are written, as they are as many as the series.
  package func write(to out: consuming OutputBuffer) throws {
    let (plan, states) = (plan, result.states)
    try SnapshotFile.write(
      content, resources: .init(count: plan.resources.count) { plan.resources[$0].key },
      rows: .init(count: plan.targets.count) { index in
        let target = plan.targets[index]
        return .init(metric: target.metric, resource: target.resource, state: states[index])
      }, to: out)
  }
}
