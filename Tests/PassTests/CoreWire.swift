import AzureEmulator
import System

@testable import Transport

/// A wire to an emulator in process, on a clock that moves only where somebody waits.
final class CoreWire: Wire {
  let needsSignIn = false
  private let core: EmulatorCore
  private var ended: [Exchange] = []
  private(set) var clock = Instant(microseconds: 0) {
    didSet { onTime?(clock.seconds(since: Instant(microseconds: 0))) }
  }
  /// Told of the number of each request before it is answered, from 0 on.
  var beforeAnswer: ((Int) -> Void)?
  private var started = 0
  /// Told of the seconds that have gone by.
  var onTime: ((Double) -> Void)?
  /// How many answers are left until the pass is told to end; nil for no end.
  var answersLeft: Int?

  static let endpoint = "http://127.0.0.1:1"

  init(_ core: EmulatorCore) {
    self.core = core
  }

  var isStopped: Bool { answersLeft.map { $0 <= 0 } ?? false }

  func start(_ exchange: Exchange, timeout seconds: Double) {
    defer { ended.append(exchange) }
    beforeAnswer?(started)
    started += 1
    let target = String(exchange.request.url.dropFirst(Self.endpoint.utf8.count))
    let audience =
      target.hasSuffix("getBatch") || target.contains("getBatch?") ? Self.endpoint + "/metrics" : Self.endpoint
    var headers = Dictionary(exchange.request.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
    headers["authorization"] = "Bearer " + core.issueToken(audience: audience)
    guard
      let answer = core.answer(
        exchange.request.method.rawValue, target, headers: headers,
        body: String(decoding: exchange.request.body, as: UTF8.self))
    else {
      exchange.failure = .connection("reset")
      return
    }
    exchange.response.status = answer.status
    exchange.response.headers = answer.headers.map { ($0.name.lowercased(), $0.value) }.filter {
      HTTPResponse.isKept($0.0)
    }
    exchange.response.receivedBytes = answer.body.count
    if !exchange.response.isSuccess {
      exchange.response.errorBody = answer.body
    } else if !exchange.receiver.receive(answer.body.span) {
      exchange.failure = .unreadable
    }
  }

  func wait(_ seconds: Double) -> [Exchange] {
    guard !ended.isEmpty else {
      clock = clock + min(seconds, 3600)
      return []
    }
    // One at a time, so that a pass can be ended between any two.
    answersLeft? -= 1
    return [ended.removeFirst()]
  }

  func cancelAll() -> [Exchange] {
    defer { ended = [] }
    return ended
  }
}
