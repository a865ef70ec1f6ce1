internal import Azure
internal import Configuration
internal import Model
internal import Planning
internal import Transport

/// The books of a pass: which target has ended how, and with which samples.
struct Ledger {
  private let plan: Plan
  /// Whether a target was asked for and has not been settled.
  private var isOpen: [Bool]
  private var reasonRow: [PassResult.Reason: Int32] = [:]
  var result: PassResult

  init(_ plan: Plan) {
    self.plan = plan
    result = PassResult(targets: plan.targets.count)
    isOpen = Array(repeating: false, count: plan.targets.count)
    for request in plan.requests {
      for ask in request.asks { isOpen[Int(ask.target)] = true }
    }
    result.states = plan.targets.map(\.state)
  }

  /// Settles every target of a request alike.
  mutating func settle(_ request: PlannedRequest, _ outcome: Outcome, _ reason: PassResult.Reason) {
    for ask in request.asks { settle(Int(ask.target), outcome, reason) }
  }

  /// Settles the targets of a request with what the answer holds for each.
  ///
  /// Gives the requests that must be made for metrics which Azure refuses only in this company.
  mutating func settle(_ request: PlannedRequest, with answer: MetricsAnswer) -> [PlannedRequest] {
    var again: [PlannedRequest] = []
    var isAgain = Array(repeating: false, count: request.query.metrics.count)
    for metric in request.query.metrics.indices where answer.error(metric: metric) != nil {
      let narrower = narrower(request, metric: Int32(metric))
      isAgain[metric] = !narrower.isEmpty
      again += narrower
    }
    for ask in request.asks where !isAgain[Int(ask.metric)] {
      let target = Int(ask.target)
      if let error = answer.error(metric: Int(ask.metric)) {
        settle(target, .rejected, .init(code: error.code, text: error.message))
      } else {
        let hasValue = take(target, metric: Int(ask.metric), bucketEnd: request.query.window.upperBound, from: answer)
        settle(target, hasValue ? .delivered : .empty, nil)
        result.states[target].horizon = request.query.window.upperBound
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
      plan.metrics[Int(plan.targets[Int(ask.target)].metric)].declaration.aggregation
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
      narrower.asks = asks.filter { part.contains(aggregation($0)) }.map { .init(metric: 0, target: $0.target) }
      return narrower
    }
  }

  /// Puts off what was not settled; whether there was anything.
  mutating func deferTheRest(_ reason: PassResult.Reason) -> Bool {
    var isAny = false
    for target in isOpen.indices where isOpen[target] {
      settle(target, .deferred, reason)
      isAny = true
    }
    return isAny
  }

  /// Notes how many calls the answer says are left.
  mutating func noteQuotas(_ response: HTTPResponse, _ request: PlannedRequest) {
    for header in response.headers where header.name.hasPrefix("x-ms-ratelimit-remaining-") {
      guard let left = Int(header.value) else { continue }
      let quota = PassResult.Quota(
        account: request.account, subscriptionID: request.query.subscriptionID, header: header.name)
      result.quotas[quota] = min(left, result.quotas[quota] ?? left)
    }
  }

  private mutating func settle(_ target: Int, _ outcome: Outcome, _ reason: PassResult.Reason?) {
    isOpen[target] = false
    result.outcomes[target] = outcome
    result.states[target].outcome = outcome
    result.states[target].refusals = outcome.carry == .forTwoPasses ? result.states[target].refusals + 1 : 0
    result.reasonRows[target] = reason.map { row(of: $0) } ?? -1
  }

  private mutating func row(of reason: PassResult.Reason) -> Int32 {
    if let row = reasonRow[reason] { return row }
    let row = Int32(result.reasons.count)
    result.reasons.append(reason)
    reasonRow[reason] = row
    return row
  }

  /// Takes the values of the newest bucket for a target, sorted by dimensions, as answers come in any order.
  private mutating func take(_ target: Int, metric: Int, bucketEnd: Int, from answer: MetricsAnswer) -> Bool {
    let planned = plan.metrics[Int(plan.targets[target].metric)]
    let resource = plan.resources[Int(plan.targets[target].resource)]
    let entity = planned.selectsEntity(of: resource) ? resource.entity.asciiLowercased : nil
    let start = bucketEnd - planned.declaration.interval
    var found: [(dimensions: [String], value: Double)] = []
    for series in answer.series(metric: metric) {
      var dimensions = answer.dimensions(of: series)
      if let entity {
        guard dimensions.first?.asciiLowercased == entity else { continue }
        dimensions.removeFirst()
      }
      guard let value = answer.value(of: series, start: start, planned.declaration.aggregation) else { continue }
      found.append((Array(dimensions), value))
    }
    if found.count > 1 { found.sort { $0.dimensions.lexicographicallyPrecedes($1.dimensions) } }
    for (index, sample) in found.enumerated() where index == 0 || found[index - 1].dimensions != sample.dimensions {
      result.samples.append(target: target, start: start, value: sample.value, dimensions: sample.dimensions)
    }
    return !found.isEmpty
  }
}
