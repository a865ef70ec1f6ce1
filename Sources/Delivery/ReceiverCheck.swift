internal import System
package import Transport

/// Whether a receiver would take what is sent to it, by a question that leaves nothing there.
package struct ReceiverCheck: Sendable {
  package let output: Outbox.Output
  /// Why it would not; "" where it would.
  package private(set) var fault = ""
  /// Whether it refuses the sender.
  package private(set) var isRefusal = false

  /// Asks each receiver. Of a server of StatsD, which never answers, only its host is looked for.
  ///
  /// - `now`: seconds since 1970 UTC.
  package static func run(_ receivers: [Uploader.Receiver], courier: Courier, now: Int) -> [ReceiverCheck] {
    receivers.enumerated().map { number, receiver in
      var check = ReceiverCheck(output: receiver.output)
      switch receiver {
      case .statsd(let server):
        do { try server.find() } catch { check.fault = "\(error)" }
      case .http(let receiver): check.ask(receiver, courier, number: number + 1, now: now)
      }
      return check
    }
  }

  private init(output: Outbox.Output) {
    self.output = output
  }

  private mutating func ask(_ receiver: any HTTPReceiver, _ courier: Courier, number: Int, now: Int) {
    let answer = BodyBuffer(limit: 4 << 20)
    let request: HTTPRequest
    do {
      request = try receiver.question()
    } catch {
      fault = "\(error)"
      return
    }
    courier.submit(Exchange(request, number: number, receiver: answer))
    guard let exchange = courier.next() else {
      fault = "there was no more time"
      return
    }
    let receipt = exchange.failure.map { Receipt($0, of: request.host) } ?? receiver.receipt(exchange, now: now)
    switch receipt {
    case .accepted: fault = receiver.complaint(answer.bytes)
    case .closed(let reason, let isRefusal): (fault, self.isRefusal) = (reason, isRefusal)
    case .later(let reason, _), .refused(let reason), .tooLarge(let reason): fault = reason
    }
  }
}
