package import Azure
internal import Configuration
internal import Formats
internal import Model
package import Planning
package import Snapshot
internal import System
package import Transport

/// Runs a plan within its bounds: signs in, asks, reads the answers as they come, and settles every target in an
/// outcome. One loop on one thread.
package struct PassRunner {
  private let plan: Plan
  private let snapshot: SnapshotContent?
  private let courier: Courier
  private let maxInFlight: Int
  private var gates: [SignInGate]
  private var feed: RequestFeed
  private var jobs: [Int: Job] = [:]
  private var nextNumber = 0
  private var idleReaders: [MetricsAnswerReader] = []
  private var ledger: Ledger

  /// What an exchange was sent for.
  private enum Job {
    case signIn(account: Int)
    case values(PlannedRequest, reader: MetricsAnswerReader, tokenAge: Int)
  }

  /// Runs a plan to its end, or to the end of its time.
  ///
  /// - `credentials`: one for each of the plan's accounts; nil where the wire needs no sign-in.
  /// - `token`: one that was had before, for the accounts that it is good for.
  /// - `maxInFlight`: the most requests under way at a time.
  package static func run(
    _ plan: Plan, snapshot: SnapshotContent?, credentials: [Credential?], courier: Courier, maxInFlight: Int,
    token: SharedToken? = nil
  ) -> PassResult {
    var runner = PassRunner(
      plan: plan, snapshot: snapshot, credentials: credentials, courier: courier, maxInFlight: maxInFlight)
    if let token {
      for (index, account) in plan.accounts.enumerated()
      where account.tenantID == token.tenantID && account.cloud.authority == token.authority
        && account.cloud.metricsQueryAudience == token.audience
      {
        runner.gates[index].accept(token.secret)
      }
    }
    return runner.run()
  }

  private init(
    plan: Plan, snapshot: SnapshotContent?, credentials: [Credential?], courier: Courier, maxInFlight: Int
  ) {
    self.plan = plan
    self.snapshot = snapshot
    self.courier = courier
    self.maxInFlight = maxInFlight
    gates = credentials.map(SignInGate.init)
    feed = RequestFeed(plan.requests)
    ledger = Ledger(plan)
  }

  private mutating func run() -> PassResult {
    for account in gates.indices where plan.requests.contains(where: { $0.account == account }) {
      if gates[account].needsToken { signIn(account) } else { open(account) }
    }
    while let exchange = courier.next() {
      guard let job = jobs.removeValue(forKey: exchange.number) else { continue }
      switch job {
      case .signIn(let account): settleSignIn(exchange, account)
      case .values(let request, let reader, let tokenAge): settleValues(exchange, request, reader, tokenAge)
      }
    }
    ledger.result.wasCutShort = ledger.deferTheRest(Self.outOfTime)
    ledger.result.statistics = courier.statistics
    Carrying.carry(into: &ledger.result, plan: plan, snapshot: snapshot)
    return ledger.result
  }

  private static let outOfTime = PassResult.Reason(code: "OutOfTime", text: "the pass ended before it was answered")

  // MARK: Signing in

  private mutating func signIn(_ account: Int) {
    guard let credential = gates[account].credential else { return }
    gates[account].isSigningIn = true
    let request = credential.tokenRequest(audience: plan.accounts[account].cloud.metricsQueryAudience)
    send(request, BodyBuffer(limit: 256 << 10), .signIn(account: account))
  }

  private mutating func settleSignIn(_ exchange: Exchange, _ account: Int) {
    gates[account].isSigningIn = false
    do {
      gates[account].accept(try TokenAnswer.token(exchange))
      open(account)
    } catch {
      // Time that ran out is no refusal: what waits is deferred with the rest.
      if exchange.failure == .abandoned { return }
      let reason = PassResult.Reason(code: error.code, text: error.text)
      ledger.result.signInFailures.append(
        .init(tenantID: plan.accounts[account].tenantID, reason: reason, isRefusal: error.isFinal))
      let outcome: Outcome = error.isFinal ? .forbidden : .failed
      for request in gates[account].takeWaiting() + feed.takeAll(account: account) {
        ledger.settle(request, outcome, reason)
      }
    }
  }

  /// Lets the requests of an account go.
  private mutating func open(_ account: Int) {
    for request in gates[account].takeWaiting() { ask(request) }
    for lane in feed.lanes(account: account) { refill(lane) }
  }

  // MARK: Values

  /// Keeps a lane's next requests with the courier: enough for every place, and no more, as each has a reader.
  private mutating func refill(_ lane: Int) {
    while feed.outstanding(lane) < maxInFlight, let request = feed.next(lane) { ask(request) }
  }

  private mutating func ask(_ request: PlannedRequest) {
    let gate = gates[request.account]
    let endpoint = plan.accounts[request.account].cloud.metricsQueryAudience
    let reader = idleReaders.popLast() ?? MetricsAnswerReader()
    reader.prepare(for: request.query)
    send(
      request.query.request(endpoint: endpoint, token: gate.token), reader,
      .values(request, reader: reader, tokenAge: gate.tokenAge))
  }

  private mutating func settleValues(
    _ exchange: Exchange, _ request: PlannedRequest, _ reader: MetricsAnswerReader, _ tokenAge: Int
  ) {
    defer { idleReaders.append(reader) }
    ledger.noteQuotas(exchange.response, request)
    if exchange.failure == nil, exchange.response.isSuccess {
      do {
        for narrower in ledger.settle(request, with: try reader.finish()) {
          feed.split(request)
          ask(narrower)
        }
      } catch {
        ledger.settle(request, .failed, .init(code: "Unreadable", text: error.description))
      }
    } else if exchange.failure == nil, exchange.response.status == 401, gates[request.account].canRenew(tokenAge) {
      gates[request.account].wait(request)
      if gates[request.account].tokenAge > tokenAge {
        open(request.account)
      } else if !gates[request.account].isSigningIn {
        signIn(request.account)
      }
      return
    } else if exchange.failure == nil, exchange.response.status == 400, let (first, second) = request.halves {
      feed.split(request)
      ask(first)
      ask(second)
      return
    } else {
      let (outcome, reason) = Verdict.of(exchange, complaint: reader.complaint)
      ledger.settle(request, outcome, reason)
    }
    feed.release(request)
    // After the end nothing starts any more; what was never asked is deferred as a whole.
    if exchange.failure != .abandoned { refill(feed.lane(of: request)) }
  }

  private mutating func send(_ request: HTTPRequest, _ receiver: any BodyReceiver, _ job: Job) {
    nextNumber += 1
    jobs[nextNumber] = job
    courier.submit(Exchange(request, number: nextNumber, receiver: receiver))
  }
}
