internal import Glibc
internal import NIOCore
internal import Synchronization

/// Everything of an emulator that changes, and the rules that answer from it.
final class EmulatorState: Sendable {
  let configuration: EmulatorConfiguration
  private let changing: Mutex<Changing>

  private struct Changing: Sendable {
    var tokens: TokenRules
    var quotas: [String: ReadQuota] = [:]
    var faults: [Fault] = []
    var statistics = EmulatorStatistics()
    /// nil for the machine's clock.
    var now: Int?
  }

  init(_ configuration: EmulatorConfiguration) {
    self.configuration = configuration
    changing = Mutex(
      Changing(
        tokens: TokenRules(
          tenantID: configuration.tenantID, clientID: configuration.clientID,
          clientSecret: configuration.clientSecret), now: configuration.fixedNow))
  }

  var statistics: EmulatorStatistics { changing.withLock(\.statistics) }
  var now: Int { changing.withLock { $0.now ?? Self.machineNow } }

  func set(now: Int) { changing.withLock { $0.now = now } }
  func set(faults: [Fault]) { changing.withLock { $0.faults = faults } }
  func revokeTokens() { changing.withLock { $0.tokens.revokeAll() } }
  func resetStatistics() { changing.withLock { $0.statistics = EmulatorStatistics() } }

  private static var machineNow: Int { time(nil) }

  /// Notes that a request has come, and gives the fault that strikes it.
  func begin(_ path: String) -> Fault? {
    changing.withLock { state in
      state.statistics.inFlight += 1
      state.statistics.largestInFlight = max(state.statistics.largestInFlight, state.statistics.inFlight)
      let path = path.lowercased()
      guard !path.hasPrefix("/control/"),
        let index = state.faults.firstIndex(where: {
          $0.times > 0 && ($0.match.isEmpty || path.contains($0.match.lowercased()))
        })
      else { return nil }
      if state.faults[index].times < .max { state.faults[index].times -= 1 }
      return state.faults[index]
    }
  }

  /// Notes that a request has been answered.
  func end(_ answer: EmulatedAnswer) {
    changing.withLock { state in
      state.statistics.inFlight -= 1
      state.statistics.calls[answer.api, default: 0] += 1
      state.statistics.statuses[answer.status, default: 0] += 1
      state.statistics.bodyBytes += answer.body.readableBytes
    }
  }

  // MARK: Routes

  /// The answer to a request; `base` is the emulator's own address, which is the audience of the resource manager.
  func answer(_ request: EmulatedRequest, base: String) -> EmulatedAnswer {
    let path = request.path
    let lowered = path.lowercased()
    if lowered.hasPrefix("/control/") { return control(String(lowered.dropFirst(9)), request) }
    if lowered.hasSuffix("/oauth2/v2.0/token"), request.method == "POST" {
      let tenant = String(path.dropFirst().prefix { $0 != "/" })
      return changing.withLock { state in
        state.tokens.answer(request, tenant: tenant, now: state.now ?? Self.machineNow)
      }
    }
    // azure-apis 3.1: the provider's segment is matched without case.
    for (suffix, api) in [
      ("/providers/microsoft.insights/metrics", "metrics"),
      ("/providers/microsoft.insights/metricdefinitions", "definitions"),
    ] where lowered.hasSuffix(suffix) && request.method == "GET" {
      return resourceAnswer(request, id: String(path.dropLast(suffix.utf8.count)), api: api, base: base)
    }
    return .wrapped(404, "NotFound", "No route for \(request.method) \(path).", api: "other")
  }

  private func resourceAnswer(_ request: EmulatedRequest, id: String, api: String, base: String) -> EmulatedAnswer {
    let now = now
    if let refusal = changing.withLock({ $0.tokens.refusal(request, audience: base, now: now, api: api) }) {
      return refusal
    }
    let parts = id.split(separator: "/")
    let subscription = parts.count > 1 ? parts[1].lowercased() : ""
    let size = configuration.readQuota
    let left = changing.withLock { state in
      state.quotas[subscription, default: ReadQuota(size: size, now: now)].take(now: now)
    }
    guard let left else {
      // azure-apis 0.4
      var answer = EmulatedAnswer.wrapped(
        429, "SubscriptionRequestsThrottled",
        "Number of 'read' requests for subscription '\(subscription)' exceeded. Please try again after '1' seconds.",
        api: api)
      answer.headers.append(("Retry-After", "1"))
      return answer
    }
    guard let resource = configuration.estate.resource(id) else {
      // azure-apis 3.6
      let type = parts.dropFirst(5).dropLast().joined(separator: "/")
      var answer = EmulatedAnswer.wrapped(
        404, "ResourceNotFound",
        "The Resource '\(type)/\(parts.last ?? "")' under resource group '\(parts.count > 3 ? parts[3] : "")' was not found.",
        api: api)
      answer.headers.append(("x-ms-failure-cause", "gateway"))
      return answer
    }
    let values = SeriesValues(longestDelay: configuration.longestDelay)
    var answer =
      api == "metrics"
      ? MetricsRules(values: values, now: now).answer(request, resource) : DefinitionsRules.answer(request, resource)
    answer.headers.append(("x-ms-ratelimit-remaining-subscription-reads", String(left)))  // azure-apis 0.4
    return answer
  }

  // MARK: Control

  private func control(_ verb: String, _ request: EmulatedRequest) -> EmulatedAnswer {
    switch (request.method, verb) {
    case ("GET", "statistics"): return EmulatedAnswer(json: statistics.json, api: "control")
    case ("POST", "statistics/reset"): resetStatistics()
    case ("POST", "tokens/revoke"): revokeTokens()
    case ("POST", "clock"):
      if let time = request.query["now"].flatMap({ EmulatedTime.seconds($0) }) {
        set(now: time)
      } else if let seconds = request.query["advanceseconds"].flatMap({ Int($0) }) {
        set(now: now + seconds)
      } else {
        return .flat(400, "BadRequest", "give now=RFC3339 or advanceSeconds=N", api: "control")
      }
    case ("POST", "faults"):
      guard let fault = Fault(request.query) else {
        return .flat(400, "BadRequest", "give status=N, or kind=reset, truncate, wrapped or slow", api: "control")
      }
      changing.withLock { $0.faults.append(fault) }
    case ("DELETE", "faults"): set(faults: [])
    default: return .flat(404, "NotFound", "no such control: \(verb)", api: "control")
    }
    return EmulatedAnswer(json: "{\"now\":\"\(EmulatedTime.text(now))\"}", api: "control")
  }
}
