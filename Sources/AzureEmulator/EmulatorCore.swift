internal import NIOCore

/// An Azure without a network: the rules of the emulator, asked in process, so that a test can make thousands of passes
/// on a clock of its own.
package final class EmulatorCore: Sendable {
  private let state: EmulatorState
  private let endpoint: String

  /// - `endpoint`: the address by which it is known to configurations, and the audience of its tokens.
  package init(_ configuration: EmulatorConfiguration, endpoint: String = "http://127.0.0.1:1") {
    state = EmulatorState(configuration)
    self.endpoint = endpoint
  }

  package var statistics: EmulatorStatistics { state.statistics }
  package func resetStatistics() { state.resetStatistics() }
  package func set(now: Int) { state.set(now: now) }
  package func set(faults: [Fault]) { state.set(faults: faults) }
  package func set(removed: [String]) { state.set(removed: removed) }
  package func set(unreadable: [String]) { state.set(unreadable: unreadable) }
  /// A token of the application for an audience, as if it had signed in somewhere else.
  package func issueToken(audience: String) -> String { state.issueToken(audience: audience) }

  /// What comes back for a request.
  package struct Answer: Sendable {
    package var status: Int
    /// Names as the emulator spells them.
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
  }

  /// Answers a request; nil where a fault ends the connection. Of faults it knows those that are answers.
  ///
  /// - `target`: path and query.
  /// - `headers`: names in lower case.
  package func answer(_ method: String, _ target: String, headers: [String: String], body: String) -> Answer? {
    var request = EmulatedRequest(method: method, uri: target, headers: headers, body: body)
    let fault = state.begin(request, base: endpoint)
    request.fault = fault?.kind
    if let fault, [.reset, .resetInBody, .truncate].contains(fault.kind) {
      state.end(EmulatedAnswer(0, api: "fault"))
      return nil
    }
    var answer = fault?.answer(request.path) ?? state.answer(request, base: endpoint)
    fault?.bend(&answer)
    state.end(answer)
    return Answer(
      status: answer.status, headers: answer.headers.map { ($0.0, $0.1) }, body: Array(answer.body.readableBytesView))
  }
}
