internal import Azure
internal import Model
internal import Planning
internal import Transport

// How a pass signs in: a gate for each account and audience, where what needs its token waits.
extension PassRunner {
  mutating func signIn(_ gate: Int) {
    guard let credential = gates[gate].credential, gates[gate].signIn == nil else { return }
    var signIn = SignIn(credential, audience: gates[gate].audience)
    let step = signIn.begin()
    gates[gate].signIn = signIn
    follow(step, gate)
  }

  mutating func settleSignIn(_ exchange: Exchange, _ gate: Int) {
    guard let step = gates[gate].signIn?.take(exchange) else { return }
    if exchange.failure == .abandoned, case .failed(let error) = step {
      // Time that ran out is no refusal: what waits is deferred with the rest.
      note(error, gate)
      return
    }
    follow(step, gate)
  }

  private mutating func follow(_ step: SignIn.Step, _ gate: Int) {
    switch step {
    case .send(let request): send(request, BodyBuffer(limit: SignIn.longestAnswer), .signIn(gate: gate))
    case .token(let token):
      gates[gate].accept(token)
      open(gate)
    case .failed(let error): refuse(gate, error)
    }
  }

  /// Notes why there is no token.
  @discardableResult
  private mutating func note(_ error: SignInError, _ gate: Int) -> PassResult.Reason {
    let reason = PassResult.Reason(code: error.code, text: error.text)
    ledger.result.signInFailures.append(
      .init(tenantID: plan.accounts[gates[gate].account].tenantID, reason: reason, isRefusal: error.isFinal))
    return reason
  }

  /// Lets nobody in any more.
  private mutating func refuse(_ gate: Int, _ error: SignInError) {
    gates[gate].signIn = nil
    let reason = note(error, gate)
    let outcome: Outcome = error.isFinal ? .forbidden : .failed
    gates[gate].refusal = (outcome, reason)
    for waiting in gates[gate].takeWaiting() {
      switch waiting {
      case .request(let request, let lane):
        ledger.settle(request, outcome, reason)
        feed.release(lane)
      case .reading(let number): ledger.settle(plan.readings[number], outcome, reason)
      case .definitions(let key): settleDefinitions(nil, key)
      }
    }
    for request in feed.takeAll(gate: gate) { ledger.settle(request, outcome, reason) }
    if gate == Self.gate(gates[gate].account, .logs) {
      for number in takeLogs(gates[gate].account) { ledger.settle(plan.readings[number], outcome, reason) }
    }
  }

  /// Lets the requests of a gate go.
  mutating func open(_ gate: Int) {
    for waiting in gates[gate].takeWaiting() {
      switch waiting {
      case .request(let request, let lane): ask(request, lane: lane)
      case .reading(let number): ask(reading: number)
      case .definitions(let key): ask(definitions: key)
      }
    }
    for lane in feed.lanes(gate: gate) { refill(lane) }
    if gate == Self.gate(gates[gate].account, .logs) { refillLogs(gates[gate].account) }
  }
}
