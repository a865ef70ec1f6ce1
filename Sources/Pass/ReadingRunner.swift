internal import Azure
internal import Configuration
internal import Model
internal import Planning
internal import System
internal import Transport

// What is read as it is now: queries of Log Analytics, and storage queues.
extension PassRunner {
  /// The kinds of readings, each with what is under way and what waits.
  struct ReadingFeed {
    fileprivate var waiting: [Int] = []
    fileprivate var next = 0
    fileprivate var outstanding = 0

    init(_ numbers: [Int]) {
      waiting = numbers
    }
  }

  /// Starts the readings that need no token, and asks for one for those that do.
  mutating func startReadings() {
    for account in plan.accounts.indices {
      let gate = Self.gate(account, .logs)
      if logs[account].waiting.isEmpty { continue }
      if gates[gate].needsToken { signIn(gate) } else { refillLogs(account) }
    }
    refillQueues()
  }

  mutating func refillLogs(_ account: Int) {
    while logs[account].outstanding < maxInFlight, logs[account].next < logs[account].waiting.count {
      logs[account].next += 1
      logs[account].outstanding += 1
      ask(reading: logs[account].waiting[logs[account].next - 1])
    }
  }

  private mutating func refillQueues() {
    while queues.outstanding < maxInFlight, queues.next < queues.waiting.count {
      queues.next += 1
      queues.outstanding += 1
      ask(reading: queues.waiting[queues.next - 1])
    }
  }

  /// Takes the queries of an account that nobody will send any more.
  mutating func takeLogs(_ account: Int) -> [Int] {
    defer { logs[account].next = logs[account].waiting.count }
    return Array(logs[account].waiting[logs[account].next...])
  }

  mutating func ask(reading number: Int) {
    let planned = plan.readings[number]
    let cloud = plan.accounts[planned.account].cloud
    switch planned.reading {
    case .logs(let workspace, let query, let span, _):
      let gate = Self.gate(planned.account, .logs)
      if let refusal = gates[gate].refusal {
        ledger.settle(planned, refusal.outcome, refusal.reason)
        return release(planned)
      }
      guard let endpoint = cloud.logAnalytics else {
        ledger.settle(
          planned, .failed, .init(code: "NoEndpoint", text: "no address of Log Analytics in the cloud \(cloud.name)"))
        return release(planned)
      }
      if gates[gate].needsToken {
        gates[gate].wait(.reading(number))
        return signIn(gate)
      }
      let request = LogAnalytics.request(
        workspaceID: workspace, query: query, span: span, now: plan.now, endpoint: endpoint, token: gates[gate].token)
      send(
        request, BodyBuffer(limit: LogAnalytics.longestAnswer),
        .reading(number: number, tokenAge: gates[gate].tokenAge))
    case .queue(let account, let queue, let metric):
      let secret = planned.secret?.resolved(environment)
      if secret == nil, !isReplayed {
        ledger.settle(planned, .forbidden, Self.noSecret(planned.secret))
        return release(planned)
      }
      let request = StorageQueue.request(
        account: account, queue: queue, metric, suffix: cloud.storageSuffix, signature: secret)
      send(request, BodyBuffer(limit: StorageQueue.longestAnswer), .reading(number: number, tokenAge: 0))
    }
  }

  private static func noSecret(_ source: SecretSource?) -> PassResult.Reason {
    if case .environment(let name, _)? = source {
      return .init(code: "NoSecret", text: "the environment variable \(name), which holds the signature, is not set")
    }
    return .init(code: "NoSecret", text: "there is no shared access signature")
  }

  mutating func settleReading(_ exchange: Exchange, _ number: Int, tokenAge: Int) {
    let planned = plan.readings[number]
    if case .logs = planned.reading {
      let gate = Self.gate(planned.account, .logs)
      if exchange.failure == nil, exchange.response.status == 401, gates[gate].canRenew(tokenAge) {
        gates[gate].wait(.reading(number))
        return gates[gate].tokenAge > tokenAge ? open(gate) : signIn(gate)
      }
    }
    if exchange.failure == nil, exchange.response.isSuccess, let buffer = exchange.receiver as? BodyBuffer {
      do {
        ledger.settle(planned, with: try rows(of: planned.reading, exchange.response, buffer.bytes))
      } catch {
        ledger.settle(planned, .failed, .init(code: error.code, text: error.text))
      }
    } else {
      let (outcome, reason) = Verdict.of(exchange, complaint: "it is too long")
      ledger.settle(planned, outcome, reason)
    }
    release(planned)
  }

  private func rows(of reading: Reading, _ response: HTTPResponse, _ body: [UInt8]) throws(ReadingError)
    -> [(value: Double, dimensions: [String])]
  {
    switch reading {
    case .logs(_, _, _, let columns): try LogAnalytics.rows(response, body, columns: columns)
    case .queue(_, _, let metric): [(try StorageQueue.value(response, body, metric, now: plan.now), [])]
    }
  }

  private mutating func release(_ planned: PlannedReading) {
    switch planned.reading {
    case .logs:
      logs[planned.account].outstanding -= 1
      refillLogs(planned.account)
    case .queue:
      queues.outstanding -= 1
      refillQueues()
    }
  }
}
