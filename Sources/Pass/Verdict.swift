internal import Azure
internal import Model
internal import Planning
internal import Transport

/// What an exchange without a good answer means for the targets that it was sent for.
enum Verdict {
  static func of(_ exchange: Exchange, complaint: @autoclosure () -> String) -> (Outcome, PassResult.Reason) {
    switch exchange.failure {
    case .timeout: return (.failed, .init(code: "Timeout", text: "\(exchange.request.host) did not answer in time"))
    case .abandoned:
      let event = exchange.tries > 0 ? "\(exchange.request.host) answered" : "it was asked"
      return (.deferred, .init(code: "OutOfTime", text: "the pass ended before \(event)"))
    case .heldBack:
      return (
        .throttled, .init(code: "HeldBack", text: "its quota is used up until after the end of the pass")
      )
    case .unreadable: return (.failed, unreadable(exchange, complaint()))
    case .tooLarge(let limit):
      return (.failed, .init(code: "TooLarge", text: "the answer has more than \(limit >> 20) MiB"))
    case .hostLeftAlone(let text): return (.failed, .init(code: "HostLeftAlone", text: text))
    case .connection(let text): return (.failed, .init(code: "Connection", text: text))
    case .noRecording(let text): return (.failed, .init(code: "NoRecording", text: text))
    // Only sign-ins run programs, and they judge them themselves.
    case .command(let failure): return (.failed, .init(code: "Command", text: failure.text))
    case nil: break
    }
    let error = AzureError(exchange.response)
    // Where the words are not Azure's, somebody else may have answered.
    let place = error.isPlain ? "\(exchange.request.host): " : ""
    return (outcome(error), .init(code: error.code, text: place + error.message + error.remedy))
  }

  /// Why an answer with the status of a good one is none.
  static func unreadable(_ exchange: Exchange, _ complaint: String) -> PassResult.Reason {
    .init(
      code: "Unreadable",
      text:
        "the answer of \(exchange.request.host) cannot be read (\(complaint)) -- check what answers there, such as a "
        + "proxy")
  }

  /// What an error of one metric within a good answer means for its series.
  static func outcome(ofMetric code: String) -> Outcome {
    if code.contains("Throttl") { return .throttled }
    return ["InternalServerError", "ServiceUnavailable", "GatewayTimeout"].contains(code) ? .failed : .rejected
  }

  /// Whether an answer will be the same when it is asked for again: Azure itself says that it does not know what it was
  /// asked for, or does not take the question.
  static func isLasting(_ exchange: Exchange) -> Bool {
    guard exchange.failure == nil else { return false }
    let error = AzureError(exchange.response)
    return !error.isPlain && (error.status == 400 || error.status == 404)
  }

  /// What to ask in place of a request that Azure refuses as a whole (400), to find the culprit; nil where it is found.
  /// A batch that it fails at (500) or finds something missing in (404) is parted in the same way, as that may be for the
  /// sake of one resource.
  ///
  /// Where Azure names a metric, the metrics are parted first, as all resources of a batch mostly have the same.
  static func parts(of request: PlannedRequest, refusedBy exchange: Exchange) -> [PlannedRequest]? {
    guard exchange.failure == nil else { return nil }
    if exchange.response.status == 500, request.query.batch?.api == .dataPlane {
      return request.halvesByResource.map { [$0.0, $0.1] } ?? request.singles
    }
    let error = AzureError(exchange.response)
    // One resource that is no more must not take those along that it was asked with.
    if error.status == 404, !error.isPlain, request.query.batch?.api == .dataPlane {
      return request.halvesByResource.map { [$0.0, $0.1] }
    }
    guard error.status == 400 else { return nil }
    // Where Azure says which metric it is, that needs no search.
    if let name = error.unknownMetric?.asciiLowercased, request.query.metrics.count > 1,
      let culprit = request.query.metrics.firstIndex(where: { $0.asciiLowercased == name })
    {
      let others = request.query.metrics.indices.filter { $0 != culprit }
      return [request.part(metrics: [culprit]), request.part(metrics: others)]
    }
    // A question to a subscription is about all of its resources, however many of them are wanted.
    if request.query.batch?.api == .subscription {
      return request.halves.map { [$0.0, $0.1] } ?? request.singles
    }
    let (metrics, resources) = (request.halves, request.halvesByResource)
    let halves = error.namesMetric ? metrics ?? resources : resources ?? metrics
    return halves.map { [$0.0, $0.1] }
  }

  private static func outcome(_ error: AzureError) -> Outcome {
    switch error.status {
    case 401, 403: .forbidden
    case 404: .gone
    case 429, 529: .throttled
    case 400 where error.namesUnknownMetric: .unknownMetric
    case 400..<500, 501: .rejected
    default: .failed
    }
  }
}
