internal import Azure
internal import Model
internal import Transport

/// What an exchange without a good answer means for the targets that it was sent for.
enum Verdict {
  static func of(_ exchange: Exchange, complaint: @autoclosure () -> String) -> (Outcome, PassResult.Reason) {
    switch exchange.failure {
    case .timeout: return (.failed, .init(code: "Timeout", text: "no answer in time"))
    case .abandoned: return (.deferred, .init(code: "OutOfTime", text: "the pass ended before it was answered"))
    case .unreadable: return (.failed, .init(code: "Unreadable", text: complaint()))
    case .connection(let text): return (.failed, .init(code: "Connection", text: text))
    case .noRecording(let text): return (.failed, .init(code: "NoRecording", text: text))
    case nil: break
    }
    let error = AzureError(exchange.response)
    return (outcome(error), .init(error))
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

extension PassResult.Reason {
  init(_ error: AzureError) {
    self.init(code: error.code, text: error.message)
  }
}
