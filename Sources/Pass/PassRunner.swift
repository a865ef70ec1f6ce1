package import Azure
internal import Configuration
internal import Formats
package import Model
package import Planning
internal import System
package import Transport

/// Runs a plan within its bounds: signs in, asks, reads the answers as they come, and settles every target in an
/// outcome. One loop on one thread.
package struct PassRunner {
  let plan: Plan
  private let lastSamples: SampleTable?
  private let lastAbsent: SampleTable?
  private let courier: Courier
  let maxInFlight: Int
  let environment: [String: String]
  /// Three for each account, by `Audience`.
  var gates: [SignInGate]
  /// Whether nobody signs in: recordings hold no secrets, and need none.
  let isReplayed: Bool
  var feed: RequestFeed
  /// The queries of Log Analytics of each account.
  var logs: [ReadingFeed]
  var queues: ReadingFeed
  private var jobs: [Int: Job] = [:]
  private var nextNumber = 0
  private var batchRefusals = BatchRefusals()
  private var dimensionRefusals = DimensionRefusals()
  var learnedDefinitions = LearnedDefinitions()
  private var idleReaders: [MetricsAnswerReader] = []
  var ledger: Ledger

  /// What an exchange was sent for.
  enum Job {
    case signIn(gate: Int)
    case values(Asked)
    case reading(number: Int, tokenAge: Int)
    case definitions(LearnedDefinitions.Key)
  }

  /// What a token is for.
  enum Audience: Int, CaseIterable {
    /// The resource manager.
    case metrics
    /// The data plane of metrics, which answers batches.
    case batches
    case logs
  }

  /// A request on its way.
  struct Asked {
    var request: PlannedRequest
    var lane: Int
    var reader: MetricsAnswerReader
    var tokenAge: Int
  }

  /// Runs a plan to its end, or to the end of its time.
  ///
  /// - `lastSamples`, `lastAbsent`: what the snapshot has of series with a value, and of those without.
  /// - `credentials`: one for each of the plan's accounts; nil where the wire needs no sign-in.
  /// - `tokens`: those that were had before, for the accounts that they are good for.
  /// - `maxInFlight`: the most requests under way at a time.
  /// - `environment`: where secrets may be that no token stands for.
  /// - `progress`: is told how far it has come.
  package static func run(
    _ plan: Plan, lastSamples: SampleTable?, lastAbsent: SampleTable?, credentials: [Credential?], courier: Courier,
    maxInFlight: Int, tokens: [SharedToken] = [], environment: [String: String] = [:], progress: PassProgress? = nil
  ) -> PassResult {
    var runner = PassRunner(
      plan: plan, lastSamples: lastSamples, lastAbsent: lastAbsent, credentials: credentials, courier: courier,
      maxInFlight: maxInFlight, environment: environment)
    for (index, gate) in runner.gates.enumerated() {
      let account = plan.accounts[gate.account]
      let token = tokens.first {
        $0.tenantID == account.tenantID && $0.authority == account.cloud.authority && $0.audience == gate.audience
      }
      if let token { runner.gates[index].accept(token.secret) }
    }
    guard let progress else { return runner.run() }
    progress.series = runner.ledger.openCount
    progress.deferred = plan.putOff.count
    courier.onBeat = { progress.take($0) }
    defer { courier.onBeat = nil }
    return runner.run { progress.settled = progress.series - $0 }
  }

  private init(
    plan: Plan, lastSamples: SampleTable?, lastAbsent: SampleTable?, credentials: [Credential?], courier: Courier,
    maxInFlight: Int, environment: [String: String]
  ) {
    self.plan = plan
    self.lastSamples = lastSamples
    self.lastAbsent = lastAbsent
    self.courier = courier
    self.maxInFlight = maxInFlight
    self.environment = environment
    gates = plan.accounts.enumerated().flatMap { index, account in
      Audience.allCases.map {
        SignInGate(account: index, audience: $0.address(in: account.cloud), credential: credentials[index])
      }
    }
    feed = RequestFeed(plan.requests, gate: Self.gate)
    isReplayed = credentials.allSatisfy { $0 == nil }
    logs = plan.accounts.indices.map { account in
      ReadingFeed(
        plan.readings.indices.filter { number in
          if case .logs = plan.readings[number].reading { plan.readings[number].account == account } else { false }
        })
    }
    queues = ReadingFeed(
      plan.readings.indices.filter { if case .queue = plan.readings[$0].reading { true } else { false } })
    ledger = Ledger(plan, lastSamples: lastSamples)
  }

  static func gate(_ account: Int, _ audience: Audience) -> Int {
    Audience.allCases.count * account + audience.rawValue
  }

  private static func gate(of request: PlannedRequest) -> Int {
    gate(request.account, request.query.batch?.api == .dataPlane ? .batches : .metrics)
  }

  /// Runs to the end; `told` is given how many targets have not ended yet, after every exchange.
  private mutating func run(telling told: ((Int) -> Void)? = nil) -> PassResult {
    for gate in Set(plan.requests.map(Self.gate)).sorted() {
      if gates[gate].needsToken { signIn(gate) } else { open(gate) }
    }
    startReadings()
    while let exchange = courier.next() {
      if exchange.failure == .abandoned { ledger.result.wasCutShort = true }
      guard let job = jobs.removeValue(forKey: exchange.number) else { continue }
      switch job {
      case .signIn(let gate): settleSignIn(exchange, gate)
      case .values(let asked): settleValues(exchange, asked)
      case .reading(let number, let tokenAge): settleReading(exchange, number, tokenAge: tokenAge)
      case .definitions(let key): settleDefinitions(exchange, key)
      }
      told?(ledger.openCount)
    }
    if ledger.deferTheRest(Self.outOfTime) { ledger.result.wasCutShort = true }
    ledger.closeBooks()
    ledger.result.statistics = courier.statistics
    ledger.result.batchRefusals = batchRefusals.names.union(dimensionRefusals.names)
    for request in plan.requests {
      for ask in request.asks { ledger.result.askedOutcomes.insert(ledger.result.outcomes[Int(ask.target)]) }
    }
    for reading in plan.readings {
      ledger.result.askedOutcomes.insert(ledger.result.outcomes[Int(reading.target)])
    }
    Carrying.carry(into: &ledger.result, plan: plan, lastSamples: lastSamples, lastAbsent: lastAbsent)
    return ledger.result
  }

  private static let outOfTime = PassResult.Reason(code: "OutOfTime", text: "the pass ended before it was asked")

  // MARK: Values

  /// Keeps a lane's next requests with the courier: enough for every place, and no more, as each has a reader.
  mutating func refill(_ lane: Int) {
    while feed.outstanding(lane) < feed.share(of: maxInFlight), let request = feed.next(lane) {
      ask(request, lane: lane)
    }
  }

  mutating func ask(_ whole: PlannedRequest, lane: Int) {
    let (rest, unknown) = learnedDefinitions.split(whole)
    for (part, reason) in unknown { ledger.settle(part, .unknownMetric, reason, isLasting: true) }
    let (kept, others) = rest.map(splitByGrain) ?? (nil, [])
    ask(further: others, lane: lane)
    guard let request = kept else { return feed.release(lane) }
    if batchRefusals.contain(request) {
      ask(further: request.singles, lane: lane)
      return feed.release(lane)
    }
    let gate = Self.gate(of: request)
    if let refusal = gates[gate].refusal {
      ledger.settle(request, refusal.outcome, refusal.reason)
      return feed.release(lane)
    }
    if gates[gate].needsToken {
      gates[gate].wait(.request(request, lane: lane))
      return signIn(gate)
    }
    let reader = idleReaders.popLast() ?? MetricsAnswerReader()
    reader.prepare(for: request.query)
    send(
      request.query.request(endpoint: gates[gate].audience, token: gates[gate].token), reader,
      .values(Asked(request: request, lane: lane, reader: reader, tokenAge: gates[gate].tokenAge)))
  }

  /// Asks for what a request has led to, in its lane.
  mutating func ask(further requests: [PlannedRequest], lane: Int) {
    for request in requests {
      feed.add(to: lane)
      ask(request, lane: lane)
    }
  }

  private mutating func settleValues(_ exchange: Exchange, _ asked: Asked) {
    let request = asked.request
    let gate = Self.gate(of: request)
    ledger.noteQuotas(exchange.response, request)
    ledger.noteTime(exchange, request)
    if exchange.failure == nil, exchange.response.status == 401, gates[gate].canRenew(asked.tokenAge) {
      idleReaders.append(asked.reader)
      gates[gate].wait(.request(request, lane: asked.lane))
      if gates[gate].tokenAge > asked.tokenAge { open(gate) } else { signIn(gate) }
      return
    }
    if exchange.response.status > 0 { ledger.noteBatch(request) }
    var further: [PlannedRequest] = []
    if exchange.failure == nil, exchange.response.isSuccess {
      do {
        further = ledger.settle(request, with: try asked.reader.finish())
      } catch {
        ledger.settle(request, .failed, Verdict.unreadable(exchange, error.description))
      }
    } else if exchange.failure == nil,
      let singles = batchRefusals.requests(instead: request, refusedBy: exchange.response)
    {
      further = singles
    } else if exchange.failure == nil,
      let narrowed = dimensionRefusals.request(instead: request, refusedBy: exchange.response, plan)
    {
      further = [narrowed]
    } else if exchange.failure == nil, let other = self.request(byGrainInstead: request, refusedBy: exchange.response) {
      further = [other]
    } else if waitsForGrains(asked, exchange)
      || LearnedDefinitions.concerns(request, exchange).map({ waits($0, asked, exchange) }) ?? false
    {
      idleReaders.append(asked.reader)
      return
    } else if let parts = Verdict.parts(of: request, refusedBy: exchange) {
      further = parts
    } else {
      ledger.settle(request, refusedBy: exchange, asked.reader.complaint)
    }
    idleReaders.append(asked.reader)
    ask(further: further, lane: asked.lane)
    finish(asked.lane, after: exchange)
  }

  /// Gives back the place of a request that is settled.
  mutating func finish(_ lane: Int, after exchange: Exchange?) {
    feed.release(lane)
    // After the end nothing starts any more; what was never asked is deferred as a whole.
    if exchange?.failure != .abandoned { refill(lane) }
  }

  mutating func send(_ request: HTTPRequest, _ receiver: any BodyReceiver, _ job: Job) {
    nextNumber += 1
    jobs[nextNumber] = job
    courier.submit(Exchange(request, number: nextNumber, receiver: receiver))
  }
}

extension PassRunner.Audience {
  /// Its address in a cloud, which is its name to the token endpoint too; "" where the cloud has none.
  fileprivate func address(in cloud: CloudEndpoints) -> String {
    switch self {
    case .metrics: cloud.metricsQueryAudience
    case .batches: cloud.metricsClientAudience
    case .logs: cloud.logAnalytics ?? ""
    }
  }
}
