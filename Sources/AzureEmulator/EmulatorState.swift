internal import Glibc
internal import NIOCore
internal import Synchronization

/// Everything of an emulator that changes.
final class EmulatorState: Sendable {
  let configuration: EmulatorConfiguration
  let changing: Mutex<Changing>

  struct Changing: Sendable {
    var tokens: TokenRules
    /// By name and scope, as statistics spell them.
    var quotas: [String: QuotaMeter] = [:]
    /// Lower-cased, as are the ids of what was removed.
    var unreadable: Set<String>
    var removed: Set<String> = []
    var faults: [Fault] = []
    var statistics = EmulatorStatistics()
    var receivers = ReceiverRules.State()
    /// nil for the machine's clock.
    var now: Int?
  }

  init(_ configuration: EmulatorConfiguration) {
    self.configuration = configuration
    changing = Mutex(
      Changing(
        tokens: TokenRules(
          tenantID: configuration.tenantID, clientID: configuration.clientID,
          clientSecret: configuration.clientSecret, identities: configuration.identities),
        unreadable: Set(configuration.unreadableSubscriptions.map { $0.lowercased() }), now: configuration.fixedNow))
  }

  var statistics: EmulatorStatistics { changing.withLock(\.statistics) }
  var now: Int { changing.withLock { $0.now ?? Self.machineNow } }

  func set(now: Int) { changing.withLock { $0.now = now } }
  func set(faults: [Fault]) { changing.withLock { $0.faults = faults } }
  func issueToken(audience: String) -> String {
    changing.withLock { $0.tokens.issue(audience: audience, now: $0.now ?? Self.machineNow) }
  }
  func revokeTokens() { changing.withLock { $0.tokens.revokeAll() } }
  func set(unreadable: [String]) { changing.withLock { $0.unreadable = Set(unreadable.map { $0.lowercased() }) } }
  /// Makes resources vanish, and brings back all others.
  func set(removed: [String]) {
    changing.withLock { $0.removed = Set(removed.map { EmulatedResource.key($0) }) }
  }
  func bodies(of receiver: String) -> [String] { changing.withLock { $0.receivers.bodies[receiver] ?? [] } }
  func resetStatistics() { changing.withLock { $0.statistics = EmulatorStatistics() } }

  static var machineNow: Int { time(nil) }

  /// Takes one of a quota; the answer is the refusal where there was none, and the headers tell what is left.
  func take(_ quota: Quota, _ scope: String = "", api: String) -> (
    refusal: EmulatedAnswer?, headers: [(String, String)]
  ) {
    let size = quota.size(configuration)
    let name = scope.isEmpty ? quota.name : "\(quota.name)/\(scope)"
    return changing.withLock { state in
      let (left, seconds) = state.quotas[name, default: QuotaMeter()]
        .take(quota, size: size, now: state.now ?? Self.machineNow)
      state.statistics.quotas[name, default: .init()].left = left ?? 0
      if left == nil { state.statistics.quotas[name, default: .init()].refused += 1 }
      var refusal = left == nil ? quota.answer(scope, size, seconds) : nil
      refusal?.api = api
      return (refusal, headers(of: quota, left: left ?? 0, seconds: seconds))
    }
  }

  private func headers(of quota: Quota, left: Int, seconds: Int) -> [(String, String)] {
    switch quota.name {
    case Quota.graph.name: ResourceGraphRules.quotaHeaders(left: left, seconds: seconds)
    // azure-apis 0.4: sent instead where the provider has a limit of its own.
    case Quota.reads.name where configuration.hasProviderQuota:
      [("x-ms-ratelimit-remaining-subscription-resource-requests", String(left))]
    default: quota.header.map { [($0, String(left))] } ?? []
    }
  }

  /// Notes that a request has come, and gives the fault that strikes it.
  ///
  /// - `base`: the emulator's own address.
  func begin(_ request: EmulatedRequest, base: String) -> Fault? {
    let audience = audience(of: request, base: base)
    return changing.withLock { state in
      if state.tokens.isStray(request, audience: audience) { state.statistics.strayTokens += 1 }
      state.statistics.inFlight += 1
      state.statistics.largestInFlight = max(state.statistics.largestInFlight, state.statistics.inFlight)
      let path = request.path.lowercased()
      guard !path.hasPrefix("/control/"),
        let index = state.faults.firstIndex(where: { $0.strikes(path, request.body) })
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
      state.statistics.rows += answer.rows
      state.statistics.bodyBytes += answer.body.readableBytes
    }
  }
}
