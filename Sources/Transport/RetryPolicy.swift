internal import System

/// Whether and when a request is tried again.
///
/// Source: the retry rules of Azure's own client libraries, bounded for a batch job: transient states only, a few
/// times, with exponential back-off and jitter; a wait that the service asks for is kept to.
package struct RetryPolicy: Sendable {
  /// Retries beside the first try.
  package var retries = 3
  /// Seconds before the first retry; each further one waits twice as long.
  package var firstDelay = 0.8
  package var longestDelay = 30.0

  package init() {}

  /// Which answers a request is tried again after, and how often.
  package enum Rule: Sendable, Equatable {
    /// As all services of Azure want it.
    case standard
    /// As the Instance Metadata Service wants it: it is not there for over a minute while it is updated.
    case metadataService
    /// Never.
    case none
  }

  private static let transientStates: Set<Int> = [408, 429, 500, 502, 503, 504, 529]
  /// Seconds before each further try of the Instance Metadata Service.
  private static let metadataWaits = [0, 1.6, 3.2, 6.4, 12.8]
  /// The same of one that is being updated, and says so by 410.
  private static let updatingWaits: [Double] = [0, 5, 10, 20, 40]

  /// Seconds to wait before the next try, or nil for none.
  ///
  /// - `now`: seconds since 1970 UTC, for a `Retry-After` that is a date.
  /// - `jitter`: a random number from 0 to 1.
  func delay(after exchange: Exchange, now: Int, jitter: Double) -> Double? {
    switch exchange.request.retries {
    case .none: return nil
    case .metadataService: return Self.metadataDelay(after: exchange, now: now)
    case .standard: break
    }
    guard exchange.tries <= retries else { return nil }
    let isTransient =
      switch exchange.failure {
      case nil: Self.transientStates.contains(exchange.response.status)
      case .timeout, .connection: true
      case .abandoned, .heldBack, .unreadable, .tooLarge, .command, .noRecording, .hostLeftAlone: false
      }
    guard isTransient else { return nil }
    if let asked = Self.askedFor(exchange.response, now: now) { return asked }
    let delay = min(firstDelay * Double(1 << (exchange.tries - 1)), longestDelay)
    return delay * (0.5 + 0.5 * jitter)
  }

  /// The seconds of a time as hh:mm:ss; nil for any other text.
  static func seconds(_ time: String) -> Double? {
    let parts = time.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 3, parts.allSatisfy({ 0..<100 ~= $0 }) else { return nil }
    return Double(parts[0] * 3600 + parts[1] * 60 + parts[2])
  }

  private static func metadataDelay(after exchange: Exchange, now: Int) -> Double? {
    let status = exchange.response.status
    switch exchange.failure {
    // It says 404 and 410 while it is updated.
    case nil where status == 404 || status == 410 || status == 429 || status >= 500: break
    case .timeout, .connection: break
    default: return nil
    }
    let waits = status == 410 ? updatingWaits : metadataWaits
    guard exchange.tries <= waits.count else { return nil }
    return askedFor(exchange.response, now: now) ?? max(waits[exchange.tries - 1], status >= 500 ? 1 : 0)
  }

  /// The wait that an answer asks for, in seconds, in any of the forms that Azure uses.
  static func askedFor(_ response: HTTPResponse, now: Int) -> Double? {
    for name in ["retry-after-ms", "x-ms-retry-after-ms"] {
      if let wait = response.header(name).flatMap({ Double($0) }), wait.isFinite, wait >= 0 { return wait / 1000 }
    }
    // Resource Graph says when its quota is whole again, as hh:mm:ss.
    if let wait = response.header("x-ms-user-quota-resets-after").flatMap(seconds) { return wait }
    return response.retryAfter(now: now)
  }
}
