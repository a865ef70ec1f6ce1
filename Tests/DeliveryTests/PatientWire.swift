import System

@testable import Transport

/// A page that takes everything unless told otherwise, on a clock that only waiting moves.
final class PatientWire: Wire {
  let needsSignIn = false
  var now = Instant(microseconds: 0)
  /// When each request began, in seconds, and what it held.
  var requests: [(at: Double, body: String)] = []
  /// What each held that was taken.
  var accepted: [String] = []
  /// The status of the answer to a request, by its place among them all.
  var status: (Int) -> Int = { _ in 201 }
  private var busy: [Exchange] = []

  func start(_ exchange: Exchange, timeout: Double) {
    requests.append(
      (now.seconds(since: Instant(microseconds: 0)), String(decoding: exchange.request.body, as: UTF8.self)))
    busy.append(exchange)
  }

  func wait(_ seconds: Double) -> [Exchange] {
    now = now + max(busy.isEmpty ? seconds : min(0.05, seconds), 0.001)
    defer { busy = [] }
    for exchange in busy {
      exchange.response.status = status(requests.count)
      if exchange.response.isSuccess { accepted.append(String(decoding: exchange.request.body, as: UTF8.self)) }
    }
    return busy
  }

  func cancelAll() -> [Exchange] {
    defer { busy = [] }
    return busy
  }
}
