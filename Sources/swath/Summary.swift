internal import Configuration
internal import Formats
internal import Logging
internal import Model
internal import Pass
internal import Planning
internal import Transport

/// What is said at the end of a pass, and the status that it ends with.
struct Summary {
  let plan: Plan
  let result: PassResult
  let lookUps: LookUpResult

  private static let reasonsShown = 5

  var status: ExitStatus {
    if result.isComplete { return .complete }
    if result.areSeriesWhole { return failedLookUps }
    let asked = result.askedOutcomes
    if !result.signInFailures.isEmpty, asked.isSubset(of: [.forbidden, .failed]) {
      return result.signInFailures.contains(where: \.isRefusal) ? .signInRefused : .tryAgain
    }
    return !asked.isEmpty && asked.isSubset(of: [.failed, .throttled, .deferred]) ? .tryAgain : .partial
  }

  /// Where nothing else is amiss: old lists make a pass partial; without any list there was nothing to do.
  private var failedLookUps: ExitStatus {
    if !plan.targets.isEmpty { return .partial }
    return lookUps.failures.contains(where: \.isRefusal) ? .signInRefused : .tryAgain
  }

  /// - `isWritten`: whether every output was written.
  func tell(_ log: Logger, isWritten: Bool) {
    // One cause often meets every group, so it is told once.
    var groups: [PassResult.Reason: [String]] = [:]
    for failure in lookUps.failures {
      let old = failure.usedFrom.map { "its list from \(plan.now - $0) seconds ago is used" }
      groups[failure.reason, default: []].append("\(failure.group) (\(old ?? "there is no older list"))")
    }
    for (reason, names) in groups.sorted(by: { $0.value[0] < $1.value[0] }) {
      log.error("discovery of \(names.sorted().joined(separator: ", ")): \(reason.code): \(reason.text)")
    }
    for remark in lookUps.remarks { log.warning("\(remark)") }
    tellUnfinished(log)
    for reason in lookUps.placeFailures {
      log.warning("regions of declared resources: \(reason.code): \(reason.text); without one, no batch asks for them")
    }
    for failure in result.signInFailures {
      log.error("sign-in to tenant \(failure.tenantID): \(failure.reason.code): \(failure.reason.text)")
    }
    let counts = result.counts.filter { $0.count > 0 }.map { "\($0.count) \($0.outcome.name)" }
    let end = result.isComplete ? "complete" : result.wasCutShort ? "partial (cut short)" : "partial"
    let state = isWritten ? end : "\(end), but not all of it was written"
    let tries = result.statistics.tries.values.reduce(0, +)
    log.log(
      level: result.isComplete && isWritten ? .info : .warning,
      """
      pass \(state): \(plan.targets.count) series planned\(counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))"), \
      \(result.samples.count) samples, \(tries) requests
      """)
    tellReasons(log)
    tellTruncations(log)
    tellDroppedDimensions(log)
    tellGrains(log)
    // Without this, a second try within a minute would seem to have mended what the first could not have.
    let waiting = zip(result.outcomes, result.states).count { $0 == .notDue && $1.outcome.isShortfall }
    if waiting > 0 {
      log.warning("\(waiting) series that Azure refused last time are not due before their schedule says so (--all)")
    }
  }

  /// Which metrics have more series than their limit lets through.
  private func tellTruncations(_ log: Logger) {
    let byMetric = Dictionary(grouping: result.truncated.sorted()) { plan.targets[Int($0)].metric }
    for (metric, targets) in byMetric.sorted(by: { $0.key < $1.key }).prefix(Self.reasonsShown) {
      let declaration = plan.metrics[Int(metric)].declaration
      let resource = plan.resources[Int(plan.targets[Int(targets[0])].resource)].id.text
      log.warning(
        """
        \(declaration.name): \(targets.count) resources have \(declaration.limit) series or more, such as \(resource); \
        no more of each are shown -- raise its limit, narrow it by a filter, or split it by fewer dimensions
        """)
    }
  }

  /// Which metrics have other buckets than they are declared with.
  private func tellGrains(_ log: Logger) {
    let others = plan.metrics.lazy.filter { $0.declaration.interval != $0.declaredInterval }
    for metric in others.prefix(Self.reasonsShown) {
      log.warning(
        """
        \(metric.declaration.name): Azure has no buckets of \(TimeSpan.text(metric.declaredInterval)) of it, so those of \
        \(TimeSpan.text(metric.declaration.interval)) are used -- set its aggregation.interval to that
        """)
    }
  }

  /// Which metrics are not split as they are declared.
  private func tellDroppedDimensions(_ log: Logger) {
    let refusals = result.batchRefusals.union(plan.batchRefusals.filter { $0.value > plan.now }.keys)
    let dropped = plan.metrics.lazy.map { (name: $0.declaration.name, dimensions: $0.dropped(refusals)) }
    let remedy = "so that label is empty -- take it out"
    for (name, dimensions) in dropped.filter({ !$0.dimensions.isEmpty }).prefix(Self.reasonsShown) {
      log.warning("\(name): Azure does not split it by \(dimensions.joined(separator: ", ")), \(remedy)")
    }
  }

  /// New lists that take several passes, with the one that lacks most.
  private func tellUnfinished(_ log: Logger) {
    let failed = Set(lookUps.failures.map(\.group))
    let unfinished = lookUps.tallies.filter { $0.unfinished != nil && !failed.contains($0.group) }
    func lacking(_ tally: LookUpResult.Tally) -> Int { tally.unfinished.map { $0.total - $0.rows } ?? 0 }
    guard let most = unfinished.max(by: { lacking($0) < lacking($1) }), let (rows, total) = most.unfinished else {
      return
    }
    log.info(
      """
      discovery: \(unfinished.count) group\(unfinished.count > 1 ? "s are" : " is") not found anew yet, such as \
      \(most.group) (\(rows) of \(total) resources): the next pass goes on, and the last lists are used until then
      """)
  }

  /// The reasons that cost most series, each with the words of one of them: Azure's name the resource, so that those of
  /// two are seldom the same.
  private func tellReasons(_ log: Logger) {
    var counts: [Key: (count: Int, example: Int)] = [:]
    for (target, outcome) in result.outcomes.enumerated() {
      guard let row = result.reasonRow(target: target) else { continue }
      let key = Key(outcome: outcome, code: result.reasons[row].code)
      counts[key, default: (0, target)].count += 1
    }
    let sorted = counts.sorted { ($1.value.count, $0.value.example) < ($0.value.count, $1.value.example) }
    for (key, value) in sorted.prefix(Self.reasonsShown) {
      guard let reason = result.reasonRow(target: value.example).map({ result.reasons[$0] }) else { continue }
      let target = plan.targets[value.example]
      let metric = plan.metrics[Int(target.metric)].declaration.name
      log.warning(
        """
        \(value.count) series \(key.outcome.name) (\(key.code)), such as \(metric) of \
        \(plan.resources[Int(target.resource)].id.text): \(reason.text)
        """)
    }
    if sorted.count > Self.reasonsShown { log.warning("and \(sorted.count - Self.reasonsShown) more reasons") }
  }

  private struct Key: Hashable {
    var outcome: Outcome
    var code: String
  }
}
