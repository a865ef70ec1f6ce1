internal import Catalog
package import Configuration
package import Formats
package import Model
package import Pass
package import Planning
internal import Transport

/// The self metrics of a pass as Prometheus text.
package struct SelfExposition {
  private let plan: Plan
  private let result: PassResult
  private let facts: Facts

  /// What the pass itself does not know.
  package struct Facts: Sendable {
    package var version: String
    /// Microseconds since 1970 UTC.
    package var startedAt: Int
    /// Seconds; both are 0 where the clock is frozen, so that equal inputs give equal files.
    package var duration, processorTime: Double
    package var configurationWarnings: Int
    /// The identity of each of the plan's accounts; "" where none signed in.
    package var applicationIDs: [String]
    package var scrapeOutcome: RuntimeSettings.ScrapeOutcome
    /// The lists of the discovery groups that were planned with.
    package var groups: [(name: String, resources: Int, foundAt: Int)]
    /// How it stands with the groups.
    package var tallies: [LookUpResult.Tally] = []
    /// How many subscriptions Azure leaves out.
    package var unansweredSubscriptions = 0
    /// Who made the pass: with several each of its samples says which, as their files lie in one folder.
    package var shard = Shard.whole
    /// The lists of the landscape; empty where it is not shown.
    package var landscape: [FoundGroup] = []
    /// Who asked Resource Graph, and what it told of the quota.
    package var graph: [GraphQuota] = []
    /// What waits in the outbox of each output.
    package var outbox: [(output: String, files: Int, bytes: Int, dropped: Int)] = []

    package init(
      version: String, startedAt: Int, duration: Double, processorTime: Double, configurationWarnings: Int,
      applicationIDs: [String], scrapeOutcome: RuntimeSettings.ScrapeOutcome,
      groups: [(name: String, resources: Int, foundAt: Int)] = []
    ) {
      self.version = version
      self.startedAt = startedAt
      self.duration = duration
      self.processorTime = processorTime
      self.configurationWarnings = configurationWarnings
      self.applicationIDs = applicationIDs
      self.scrapeOutcome = scrapeOutcome
      self.groups = groups
    }
  }

  /// What Resource Graph told one of those that asked it.
  package struct GraphQuota: Sendable {
    /// The values of the labels, in the order of `SelfMetric.graphRemaining`.
    fileprivate let labels: [String]
    /// nil where no answer told it.
    fileprivate(set) var remaining: Int?
    fileprivate(set) var isThrottled: Bool

    /// - `mode`: how it signed in.
    package init(account: Account, mode: String, applicationID: String, remaining: Int?, isThrottled: Bool) {
      // Promitor has another name for that cloud.
      let cloud = account.cloud.name == "UsGov" ? "USGovernment" : account.cloud.name
      labels = [account.tenantID, cloud, mode, applicationID]
      self.remaining = remaining
      self.isThrottled = isThrottled
    }
  }

  package init(plan: Plan, result: PassResult, facts: Facts) {
    self.plan = plan
    self.result = result
    self.facts = facts
  }

  package func write(to out: consuming OutputBuffer) throws {
    var writer = ExpositionWriter(out, shard: facts.shard.isOneOfSeveral ? facts.shard.index : nil)
    let scrapes = ScrapeOutcomes(plan: plan, result: result, by: facts.scrapeOutcome)
    var rendered = scrapes.rendered
    try scrapes.write(.scrapeSuccess, oneFor: true, &rendered, to: &writer)
    try scrapes.write(.scrapeError, oneFor: false, &rendered, to: &writer)
    try BatchSizeRows.write(plan, result, to: &writer)
    try write(.armRateLimit, armRateLimits, to: &writer)
    try write(.armThrottled, armThrottling, to: &writer)
    let graph = graphQuotas
    try write(
      .graphRemaining, graph.compactMap { row in row.remaining.map { (row.labels, Double($0)) } }, to: &writer)
    try write(.graphThrottled, graph.map { ($0.labels, $0.isThrottled ? 1 : 0) }, to: &writer)
    let landscape = LandscapeRows(facts.landscape)
    try write(.subscriptionInfo, landscape.subscriptions.map { ($0, 1) }, to: &writer)
    try write(.resourceGroupInfo, landscape.resourceGroups.map { ($0, 1) }, to: &writer)
    try write(.buildInfo, [([facts.version], 1)], to: &writer)
    try write(.passStart, [([], Double(facts.startedAt) / 1_000_000)], to: &writer)
    try write(.passDuration, [([], facts.duration)], to: &writer)
    try write(.passProcessorTime, [([], facts.processorTime)], to: &writer)
    try write(.passComplete, [([], result.isComplete ? 1 : 0)], to: &writer)
    try write(.series, seriesByOutcome, to: &writer)
    try write(.samples, [([], Double(result.samples.count))], to: &writer)
    try write(.truncated, [([], Double(result.truncated.count))], to: &writer)
    try write(.newestBucket, newestBuckets, to: &writer)
    let points = plan.totals + result.points
    try write(.latePoints, [([], Double(points.late))], to: &writer)
    try write(.revisedPoints, [([], Double(points.revised))], to: &writer)
    let groups = facts.groups.sorted { $0.name < $1.name }
    try write(.discovered, groups.map { ([$0.name], Double($0.resources)) }, to: &writer)
    try write(.discoveryAge, groups.map { ([$0.name], Double(max(plan.now - $0.foundAt, 0))) }, to: &writer)
    let tallies = facts.tallies.sorted { $0.group < $1.group }
    try write(.discoveredBefore, tallies.map { ([$0.group], Double($0.before)) }, to: &writer)
    try write(.discoveryKept, Self.kept(tallies), to: &writer)
    try write(.discoveryUnfinished, tallies.map { ([$0.group], Double($0.unfinished?.rows ?? 0)) }, to: &writer)
    let unanswered = tallies.isEmpty ? [] : [([String](), Double(facts.unansweredSubscriptions))]
    try write(.unansweredSubscriptions, unanswered, to: &writer)
    try write(.requests, requests, to: &writer)
    try write(.retries, [([], Double(result.statistics.retries))], to: &writer)
    try write(.largestInFlight, [([], Double(result.statistics.largestInFlight))], to: &writer)
    try write(.receivedBytes, [([], Double(result.statistics.receivedBytes))], to: &writer)
    try write(.rateLimit, rateLimits, to: &writer)
    try write(.outboxFiles, facts.outbox.map { ([$0.output], Double($0.files)) }, to: &writer)
    try write(.outboxBytes, facts.outbox.map { ([$0.output], Double($0.bytes)) }, to: &writer)
    try write(.outboxDropped, facts.outbox.map { ([$0.output], Double($0.dropped)) }, to: &writer)
    try write(.configurationWarnings, [([], Double(facts.configurationWarnings))], to: &writer)
    try writer.finish()
  }

  private typealias Row = (labels: [String], value: Double)

  private func write(_ metric: SelfMetric, _ rows: [Row], to writer: inout ExpositionWriter) throws {
    guard !rows.isEmpty else { return }
    try writer.family(metric.name, help: metric.help, type: metric.type)
    let name = Array(metric.name.utf8)
    let openings = ExpositionWriter.openings(metric.labels)
    for row in rows {
      precondition(row.labels.count == openings.count, "a value for each label of the table")
      writer.sample(name)
      for (opening, value) in zip(openings, row.labels) { writer.label(opening, value) }
      try writer.value(row.value, hasLabels: !openings.isEmpty)
    }
  }

  /// Those that the labels do not tell apart, as accounts of one cloud whose addresses differ, in one.
  private var graphQuotas: [GraphQuota] {
    var quotas: [GraphQuota] = []
    for quota in facts.graph {
      if let place = quotas.firstIndex(where: { $0.labels == quota.labels }) {
        quotas[place].remaining = [quotas[place].remaining, quota.remaining].compactMap(\.self).min()
        quotas[place].isThrottled = quotas[place].isThrottled || quota.isThrottled
      } else {
        quotas.append(quota)
      }
    }
    return quotas
  }

  private static func kept(_ tallies: [LookUpResult.Tally]) -> [Row] {
    tallies.flatMap { tally in
      [(["subscription", tally.group], Double(tally.unanswered)), (["vanished", tally.group], Double(tally.doubted))]
    }
  }

  /// Every outcome is there, also with 0, so that a rule about one finds it before it first happens.
  private var seriesByOutcome: [Row] {
    var targets: [[Int]: Int] = [:]
    var withoutReason = Array(repeating: 0, count: Outcome.allCases.count)
    for (target, outcome) in result.outcomes.enumerated() {
      if let row = result.reasonRow(target: target) {
        targets[[row, Int(outcome.rawValue)], default: 0] += 1
      } else {
        withoutReason[Int(outcome.rawValue)] += 1
      }
    }
    var counts: [[String]: Double] = [:]
    for outcome in Outcome.allCases { counts[["", outcome.name]] = Double(withoutReason[Int(outcome.rawValue)]) }
    for (key, count) in targets {
      let name = Outcome(rawValue: UInt8(key[1]))?.name ?? ""
      counts[[result.reasons[key[0]].code, name], default: 0] += Double(count)
    }
    return counts.map { ($0.key, $0.value) }.sorted { $0.0.reversed().lexicographicallyPrecedes($1.0.reversed()) }
  }

  private var newestBuckets: [Row] {
    zip(plan.metrics, result.newestBucketEnds(of: plan)).compactMap { metric, end in
      end.map { ([metric.declaration.name], Double($0)) }
    }
  }

  private var requests: [Row] {
    HTTPRequest.API.ofPasses.flatMap { api in
      TransferStatistics.Result.allCases.map { outcome in
        let count = result.statistics.tries[.init(api: api, result: outcome)] ?? 0
        return ([outcome.rawValue, api.rawValue], Double(count))
      }
    }
  }

  private static let armReads = "x-ms-ratelimit-remaining-subscription-reads"

  private var armRateLimits: [Row] {
    quotas.filter { $0.key.header == Self.armReads }.map { quota, left in
      let account = plan.accounts[quota.account]
      return ([account.tenantID, quota.subscriptionID, facts.applicationIDs[quota.account]], Double(left))
    }
  }

  private var armThrottling: [Row] {
    let callers = result.throttling.sorted {
      ($0.key.account, $0.key.subscriptionID) < ($1.key.account, $1.key.subscriptionID)
    }
    return callers.map { caller, isThrottled in
      let account = plan.accounts[caller.account]
      return ([account.tenantID, caller.subscriptionID, facts.applicationIDs[caller.account]], isThrottled ? 1 : 0)
    }
  }

  private var rateLimits: [Row] {
    quotas.map { quota, left in
      let name = quota.header.dropFirst("x-ms-ratelimit-remaining-".utf8.count)
      return ([plan.accounts[quota.account].tenantID, quota.subscriptionID, String(name)], Double(left))
    }
  }

  private var quotas: [(key: PassResult.Quota, value: Int)] {
    result.quotas.sorted {
      ($0.key.account, $0.key.subscriptionID, $0.key.header) < ($1.key.account, $1.key.subscriptionID, $1.key.header)
    }
  }
}
