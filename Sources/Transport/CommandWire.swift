package import System

/// The network, and beside it the programs that some requests stand for: one loop waits for both.
package final class CommandWire: Wire {
  private let inner: CurlWire
  private let now: () -> Instant
  private var running: [Running] = []
  /// Exchanges whose program could not be started.
  private var stillborn: [Exchange] = []

  package var needsSignIn: Bool { inner.needsSignIn }

  private struct Running {
    let exchange: Exchange
    let child: ChildProcess
    let endsAt: Instant
  }

  /// Seconds after which a program is looked at again that has closed its outputs and has not ended.
  private static let lookAgain = 0.01

  ///
  /// - `now`: the monotonic clock.
  package init(_ inner: CurlWire, now: @escaping () -> Instant = { .now }) {
    self.inner = inner
    self.now = now
  }

  package func start(_ exchange: Exchange, timeout seconds: Double) {
    guard let command = exchange.request.command else { return inner.start(exchange, timeout: seconds) }
    do {
      let child = try ChildProcess(command)
      running.append(Running(exchange: exchange, child: child, endsAt: now() + min(seconds, command.timeout)))
    } catch {
      exchange.failure = .command(CommandFailure(status: nil, text: error.description))
      stillborn.append(exchange)
    }
  }

  package func wait(_ seconds: Double) -> [Exchange] {
    let ended = collect()
    if !ended.isEmpty { return ended + inner.wait(0) }
    inner.furtherDescriptors = running.flatMap(\.child.descriptors)
    var longest = seconds
    for running in running {
      let left = running.child.descriptors.isEmpty ? Self.lookAgain : running.endsAt.seconds(since: now())
      longest = min(longest, max(left, 0))
    }
    let answered = inner.wait(longest)
    return answered + collect()
  }

  package func cancelAll() -> [Exchange] {
    defer { (running, stillborn) = ([], []) }
    for running in running { running.child.end() }
    return running.map(\.exchange) + stillborn + inner.cancelAll()
  }

  private func collect() -> [Exchange] {
    var ended = stillborn
    stillborn = []
    let now = now()
    running.removeAll { running in
      let exchange = running.exchange
      if let status = running.child.gather() {
        if status == 0 {
          exchange.response.status = 200
          if !exchange.receiver.receive(running.child.output.span) { exchange.failure = .unreadable }
        } else {
          let text = String(decoding: running.child.errorOutput, as: UTF8.self)
          exchange.failure = .command(CommandFailure(status: status, text: text))
        }
      } else if now >= running.endsAt {
        running.child.end()
        exchange.failure = .timeout
      } else {
        return false
      }
      ended.append(exchange)
      return true
    }
    return ended
  }
}
