/// Finds hosts that keep failing, so that one that is down does not eat the time of the others.
struct HostWatch: Sendable {
  /// Failures in a row, without an answer between them, after which a host is left alone.
  private static let patience = 5
  private var failures: [String: Int] = [:]
  private var reasons: [String: String] = [:]

  /// Why a host is left alone; nil for one that is not.
  func reason(_ request: HTTPRequest) -> String? { reasons.isEmpty ? nil : reasons[request.host] }

  /// Counts how a try has ended; whether its host is to be left alone from now on.
  ///
  /// One connection that breaks takes all with it that it carries, so only what fails when tried again counts. Nobody
  /// answers late by accident, and waiting costs most, so every answer that did not come in time does.
  ///
  /// - `isFinal`: whether it is not tried again.
  mutating func note(_ exchange: Exchange, isFinal: Bool) -> Bool {
    guard let (counts, text) = Self.failure(of: exchange, isFinal: isFinal) else {
      if !failures.isEmpty { failures[exchange.request.host] = nil }
      return false
    }
    let host = exchange.request.host
    guard counts, reasons[host] == nil else { return false }
    failures[host, default: 0] += 1
    guard failures[host, default: 0] >= Self.patience else { return false }
    reasons[host] = "\(host) has failed \(Self.patience) times in a row and is left alone; the last time: \(text)"
    return true
  }

  /// Whether a failure counts, and what it was; nil for an answer, which tells that there is somebody.
  private static func failure(of exchange: Exchange, isFinal: Bool) -> (counts: Bool, text: String)? {
    switch exchange.failure {
    case .timeout: return (true, "no answer in time")
    case .connection(let text): return (isFinal || exchange.tries > 1, text)
    case .abandoned, .heldBack, .command, .noRecording, .hostLeftAlone: return (false, "")
    case .unreadable, .tooLarge: return nil
    case nil: break
    }
    let status = exchange.response.status
    return [500, 502, 503, 504].contains(status) ? (isFinal, "HTTP \(status)") : nil
  }
}
