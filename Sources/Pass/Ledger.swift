internal import Azure
internal import Configuration
internal import Model
internal import Planning
internal import Transport

/// The books of a pass: which target has ended how, and with which samples.
struct Ledger {
  /// The plan, with what is learned of the lengths of buckets.
  var plan: Plan
  /// What every answer needs of each metric, beside the plan, as the rest of a metric is large.
  var intervals: [Int]
  let aggregations: [Aggregation]
  /// What gauges showed before the pass, by the rows of the snapshot.
  let lastSamples: SampleTable?
  /// The open series of those targets whose answer changed them.
  var opened: [Int32: [OpenSeries.Row]] = [:]
  /// Whether a target was asked for and has not been settled.
  private var isOpen: [Bool]
  /// How many targets that is so of.
  private(set) var openCount: Int
  /// The series that are watched, by target.
  var probes: [Int32: SettleProbe]
  private var reasonRow: [PassResult.Reason: Int] = [:]
  var result: PassResult

  init(_ plan: Plan, lastSamples: SampleTable?) {
    self.plan = plan
    self.lastSamples = lastSamples
    intervals = plan.metrics.map(\.declaration.interval)
    aggregations = plan.metrics.map(\.declaration.aggregation)
    probes = Dictionary(plan.probes.map { ($0.target, $0) }) { first, _ in first }
    result = PassResult(targets: plan.targets.count)
    result.samples.reserveForEach()
    isOpen = Array(repeating: false, count: plan.targets.count)
    for request in plan.requests {
      for ask in request.asks { isOpen[Int(ask.target)] = true }
    }
    for reading in plan.readings { isOpen[Int(reading.target)] = true }
    openCount = isOpen.count { $0 }
    result.states = plan.targets.map(\.state)
    for place in plan.held {
      let refusal = plan.refusals[place]
      settle(Int(refusal.target), refusal.outcome, .init(code: refusal.code, text: refusal.text))
    }
    for target in plan.putOff { putOff(Int(target), plan.isPutOffForSeries ? Self.outOfSeries : Self.outOfBudget) }
  }

  /// Settles every target of a request with an error that Azure answered it by.
  mutating func settle(_ request: PlannedRequest, refusedBy exchange: Exchange, _ complaint: @autoclosure () -> String)
  {
    let (outcome, reason) = Verdict.of(exchange, complaint: complaint())
    settle(request, outcome, reason, isLasting: Verdict.isLasting(exchange))
  }

  /// Settles every target of a request alike.
  ///
  /// - `isLasting`: whether they are left alone for a while.
  mutating func settle(
    _ request: PlannedRequest, _ outcome: Outcome, _ reason: PassResult.Reason, isLasting: Bool = false
  ) {
    for ask in request.asks { settle(Int(ask.target), outcome, reason) }
    if isLasting { result.refused += request.asks.map(\.target) }
  }

  /// Settles the target of a reading without a value.
  mutating func settle(_ reading: PlannedReading, _ outcome: Outcome, _ reason: PassResult.Reason) {
    settle(Int(reading.target), outcome, reason)
  }

  /// Settles the target of a reading with its values, each combination of dimensions once.
  mutating func settle(_ reading: PlannedReading, with rows: [(value: Double, dimensions: [String])]) {
    let target = Int(reading.target)
    var seen: Set<[String]> = []
    for row in rows.sorted(by: { $0.dimensions.lexicographicallyPrecedes($1.dimensions) })
    where seen.insert(row.dimensions).inserted {
      result.samples.append(target: target, start: plan.now, value: row.value, dimensions: row.dimensions)
    }
    settle(target, rows.isEmpty ? .empty : .delivered, nil)
    result.states[target].horizon = plan.metrics[Int(plan.targets[target].metric)].bucket.upperBound
  }

  /// Settles the targets of a request with what the answer holds for each.
  ///
  /// Gives the requests that must be made for metrics which Azure refuses only in this company, and for resources that
  /// it left out of a batch: asked for itself, each gets a status of its own.
  mutating func settle(_ request: PlannedRequest, with answer: MetricsAnswer) -> [PlannedRequest] {
    let query = request.query
    var again: [PlannedRequest] = []
    var isAlone = Array(repeating: false, count: query.resources.count)
    for resource in query.resources.indices where query.batch != nil && !answer.has(resource: resource) {
      isAlone[resource] = true
      again.append(request.alone(resource))
    }
    var isNarrowed = Array(repeating: false, count: query.resources.count * query.metrics.count)
    for metric in query.metrics.indices {
      let refusing = query.resources.indices.filter { answer.error(metric: metric, resource: $0) != nil }
      guard !refusing.isEmpty else { continue }
      let company = refusing.count < query.resources.count ? request.part(resources: refusing) : request
      let narrower = narrower(company, metric: Int32(metric))
      again += narrower
      if !narrower.isEmpty {
        for resource in refusing { isNarrowed[resource * query.metrics.count + metric] = true }
      }
    }
    for ask in request.asks where !isAlone[Int(ask.resource)] {
      let (target, metric, resource) = (Int(ask.target), Int(ask.metric), Int(ask.resource))
      if isNarrowed[resource * query.metrics.count + metric] { continue }
      if let error = answer.error(metric: metric, resource: resource) {
        settle(target, Verdict.outcome(ofMetric: error.code), .init(code: error.code, text: error.message))
      } else {
        let series = answer.series(metric: metric, resource: resource)
        if series.count >= query.top, !query.dimensions.isEmpty { result.truncated.insert(ask.target) }
        let hasValue = take(target, query.window, series, from: answer)
        if plan.wantsAbsent, !query.dimensions.isEmpty { noteAbsent(target, query.window, series, in: answer) }
        // Windows of one bucket have nobody watched in them.
        if query.window.count > query.interval { watch(target, query, series, in: answer) }
        settle(target, hasValue ? .delivered : .empty, nil)
        result.states[target].horizon = max(result.states[target].horizon, query.window.upperBound)
      }
    }
    return again
  }

  /// A metric of a request alone, with its own aggregations, or with each of them alone: a call asks for the
  /// aggregations of all its metrics, and Azure refuses a metric that has not got one of them. Empty where it has had
  /// no other company than its own aggregation.
  private func narrower(_ request: PlannedRequest, metric: Int32) -> [PlannedRequest] {
    let asks = request.asks.filter { $0.metric == metric }
    func aggregation(_ ask: PlannedRequest.Ask) -> Aggregation {
      aggregations[Int(plan.targets[Int(ask.target)].metric)]
    }
    let own = asks.reduce(into: AggregationSet()) { $0.insert(AggregationSet(aggregation($1))) }
    var parts = [own]
    if own == request.query.aggregations {
      guard own.members.count > 1 else { return [] }
      parts = own.members.map { AggregationSet($0) }
    }
    return parts.map { part in
      var narrower = request
      narrower.query.metrics = [request.query.metrics[Int(metric)]]
      narrower.query.aggregations = part
      narrower.asks = asks.filter { part.contains(aggregation($0)) }.map {
        .init(metric: 0, target: $0.target, resource: $0.resource)
      }
      return narrower
    }
  }

  /// Puts off what was not settled; whether there was anything.
  mutating func deferTheRest(_ reason: PassResult.Reason) -> Bool {
    var isAny = false
    for target in isOpen.indices where isOpen[target] {
      putOff(target, reason)
      isAny = true
    }
    return isAny
  }

  /// Notes how many calls the answer says are left, and whether it is that there are none.
  mutating func noteQuotas(_ response: HTTPResponse, _ request: PlannedRequest) {
    if request.query.batch?.api != .dataPlane, response.status > 0 {
      let caller = PassResult.Caller(account: request.account, subscriptionID: request.query.subscriptionID)
      result.throttling[caller] = result.throttling[caller] == true || response.status == 429
    }
    for header in response.headers where header.name.hasPrefix("x-ms-ratelimit-remaining-") {
      guard let left = Int(header.value) else { continue }
      let quota = PassResult.Quota(
        account: request.account, subscriptionID: request.query.subscriptionID, header: header.name)
      result.quotas[quota] = min(left, result.quotas[quota] ?? left)
    }
  }

  /// Notes how long an answer took.
  mutating func noteTime(_ exchange: Exchange, _ request: PlannedRequest) {
    if result.slowest.isEmpty { result.slowest = Array(repeating: 0, count: plan.metrics.count) }
    let milliseconds = Int(exchange.age * 1000)
    for ask in request.asks {
      let metric = Int(plan.targets[Int(ask.target)].metric)
      if milliseconds > result.slowest[metric] { result.slowest[metric] = milliseconds }
    }
  }

  private static let outOfBudget = PassResult.Reason(
    code: "OutOfBudget", text: "the pass may make no more calls (--max-calls); it goes first in the next")

  private static let outOfSeries = PassResult.Reason(
    code: "OutOfSeries", text: "the pass may ask for no more series (--max-series); it goes first in the next")

  /// Defers what has not had its turn, and notes for how many passes it has waited.
  private mutating func putOff(_ target: Int, _ reason: PassResult.Reason) {
    let waits = result.states[target].waits
    settle(target, .deferred, reason)
    result.states[target].refusals = min(waits, .max - 1) + 1
  }

  private mutating func settle(_ target: Int, _ outcome: Outcome, _ reason: PassResult.Reason?) {
    if isOpen[target] {
      isOpen[target] = false
      openCount -= 1
    }
    result.outcomes[target] = outcome
    let refusals = result.states[target].waits > 0 ? 0 : result.states[target].refusals
    result.states[target].outcome = outcome
    result.states[target].refusals = outcome.carry == .forTwoPasses ? min(refusals, .max - 1) + 1 : 0
    result.setReason(reason.map { row(of: $0) }, target: target)
  }

  private mutating func row(of reason: PassResult.Reason) -> Int {
    if let row = reasonRow[reason] { return row }
    let row = result.reasons.count
    result.reasons.append(reason)
    reasonRow[reason] = row
    return row
  }
}
