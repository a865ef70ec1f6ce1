internal import Azure
internal import Configuration
internal import Model
internal import Planning
internal import Transport

/// Metrics whose declared interval Azure does not have: they are asked for by the nearest that it has.
///
/// Source: the errors of the metrics API of Azure Monitor: the refusals of a time grain name those that there are.
extension PassRunner {
  /// What to ask in place of a request about one metric that was refused for its interval; nil where that is for another
  /// reason, or no better one is known.
  mutating func request(
    byGrainInstead request: PlannedRequest, refusedBy response: HTTPResponse
  ) -> PlannedRequest? {
    guard response.status == 400, request.query.metrics.count == 1 else { return nil }
    let error = AzureError(response)
    guard error.refusesGrain else { return nil }
    if let other = self.request(byGrainInstead: request, of: error.grains ?? []) { return other }
    return definitionsKey(request).flatMap {
      self.request(byGrainInstead: request, of: learnedDefinitions.grains($0, request.query.metrics[0]))
    }
  }

  /// The same where these are the grains of the metric, in seconds.
  mutating func request(byGrainInstead request: PlannedRequest, of grains: [Int]) -> PlannedRequest? {
    guard !grains.contains(request.query.interval), let first = request.asks.first,
      let seconds = ledger.metric(of: first).nearest(of: grains)
    else { return nil }
    let number = ledger.plan.targets[Int(first.target)].metric
    if let tried = ledger.result.grains[number] {
      // It was on its way when another answer said so.
      if tried != request.query.interval { return byGrain(request) }
      // Where two answers contradict each other, the longer buckets are the last that are tried.
      if tried >= seconds { return nil }
    }
    for metric in Set(request.asks.map { ledger.plan.targets[Int($0.target)].metric }) {
      ledger.setGrain(seconds, of: metric)
    }
    return byGrain(request)
  }

  /// Whether a request about one metric that was refused for its interval waits for the definitions of its type, as the
  /// refusal does not say what there is.
  mutating func waitsForGrains(_ asked: Asked, _ exchange: Exchange) -> Bool {
    guard exchange.failure == nil, exchange.response.status == 400, asked.request.query.metrics.count == 1,
      AzureError(exchange.response).refusesGrain, let key = definitionsKey(asked.request)
    else { return false }
    return waits(key, asked, exchange)
  }

  /// Whose definitions tell the grains of a request's metric.
  private func definitionsKey(_ request: PlannedRequest) -> LearnedDefinitions.Key? {
    if let key = LearnedDefinitions.Key(request) { return key }
    guard let ask = request.asks.first else { return nil }
    let resource = ledger.plan.resources[Int(ledger.plan.targets[Int(ask.target)].resource)]
    return LearnedDefinitions.Key(request, of: resource.armType)
  }

  /// A request without the metrics whose buckets are known to be of another length, and those of it that are.
  func splitByGrain(_ request: PlannedRequest) -> (rest: PlannedRequest?, others: [PlannedRequest]) {
    guard !ledger.result.grains.isEmpty else { return (request, []) }
    var kept: [Int] = []
    var others: [PlannedRequest] = []
    for place in request.query.metrics.indices {
      let ask = request.asks.first { Int($0.metric) == place }
      if let ask, ledger.metric(of: ask).declaration.interval != request.query.interval {
        others.append(byGrain(request.part(metrics: [place])))
      } else {
        kept.append(place)
      }
    }
    if others.isEmpty { return (request, []) }
    return (kept.isEmpty ? nil : request.part(metrics: kept), others)
  }

  /// A request about one metric with the buckets that Azure has of it.
  private func byGrain(_ request: PlannedRequest) -> PlannedRequest {
    guard let first = request.asks.first else { return request }
    let metric = ledger.metric(of: first)
    let seconds = metric.bucket.count
    let isSeen = request.asks.contains { ledger.plan.targets[Int($0.target)].state.horizon > 0 }
    let start = isSeen ? request.query.window.lowerBound / seconds * seconds : metric.since
    var request = request
    request.query.interval = seconds
    request.query.window = min(start, metric.bucket.lowerBound)..<metric.bucket.upperBound
    request.query.preview = 0
    return request
  }
}

extension Ledger {
  func metric(of ask: PlannedRequest.Ask) -> PlannedMetric {
    plan.metrics[Int(plan.targets[Int(ask.target)].metric)]
  }

  /// Takes a metric's buckets to be of another length from now on.
  mutating func setGrain(_ seconds: Int, of metric: Int32) {
    plan.setGrain(seconds, of: Int(metric))
    intervals[Int(metric)] = seconds
    result.grains[metric] = seconds
  }
}
