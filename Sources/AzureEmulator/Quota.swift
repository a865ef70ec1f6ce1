/// What Azure lets a caller ask in a time, and what it answers beyond that.
package struct Quota: Sendable {
  /// What statistics call it.
  package let name: String
  /// What it is counted for, as a reader of the documentation wants it.
  package let scope: String
  /// The option of `azure-emulator serve` that sets its size.
  package let option: String
  /// How many may be asked at once.
  package let size: @Sendable (EmulatorConfiguration) -> Int
  /// How many come back after each period; nil for all.
  package let refill: Int?
  /// Seconds.
  package let period: Int
  /// The header that tells how many are left, and goes with every answer; nil for none.
  package let header: String?
  /// The refusal, as the documentation tells it.
  package let refusal: String
  /// The answer beyond it; `seconds` is the wait until something comes back.
  let answer: @Sendable (_ scope: String, _ size: Int, _ seconds: Int) -> EmulatedAnswer

  /// Reads of the resource manager (azure-apis 0.4).
  static let reads = Quota(
    name: "reads",
    scope: "each subscription: metrics, definitions and namespaces of a resource, metrics of a subscription",
    option: "--read-quota", size: { $0.readQuota }, refill: 25, period: 1,
    header: "x-ms-ratelimit-remaining-subscription-reads", refusal: "429 `SubscriptionRequestsThrottled`, `Retry-After`"
  ) { scope, _, seconds in
    throttled(
      "SubscriptionRequestsThrottled", "Number of 'read' requests for subscription '\(scope)' exceeded.", seconds)
  }

  /// Definitions of metrics have a limit of their provider beside that (azure-apis 0.4).
  static let definitions = Quota(
    name: "definitions", scope: "each subscription: definitions", option: "--definitions-quota",
    size: { $0.definitionsQuota }, refill: nil, period: 300, header: nil,
    refusal: "429 `ResourceRequestsThrottled`, `Retry-After`"
  ) { _, size, seconds in
    throttled(
      "ResourceRequestsThrottled",
      "Number of requests for action 'Microsoft.Insights/metricDefinitions/read' exceeded the limit of '\(size)' for "
        + "time interval '00:05:00'.", seconds)
  }

  /// Queries of Resource Graph (azure-apis 2.2), whose second header tells when the quota is whole again.
  static let graph = Quota(
    name: "graph", scope: "the caller: queries of Resource Graph", option: "--graph-quota", size: { $0.graphQuota },
    refill: nil, period: 5, header: "x-ms-user-quota-remaining",
    refusal: "429 `RateLimiting`, `x-ms-user-quota-resets-after`"
  ) { _, _, _ in ResourceGraphRules.throttled }

  /// The data plane of metrics promises neither a header nor a body (azure-apis 0.4 and 4); its size is published
  /// nowhere: this is what is told of it.
  static let batches = Quota(
    name: "batches", scope: "each region: getBatch", option: "--batch-quota", size: { $0.batchQuota }, refill: nil,
    period: 3600, header: nil, refusal: "529 without a body"
  ) { _, _, _ in EmulatedAnswer(529, api: "other") }

  /// Queries of Log Analytics (azure-apis 5 and 0.4). No code of the refusal is documented.
  static let logs = Quota(
    name: "logs", scope: "the caller: queries of Log Analytics", option: "--log-quota", size: { $0.logQuota },
    refill: nil, period: 30, header: nil, refusal: "429, `Retry-After`"
  ) { _, _, seconds in
    throttled("ThrottledError", "The number of queries in 30 seconds is exceeded.", seconds)
  }

  package static let all = [reads, definitions, graph, batches, logs]

  /// azure-apis 0.4: the resource manager says the wait twice.
  private static func throttled(_ code: String, _ text: String, _ seconds: Int) -> EmulatedAnswer {
    var answer = EmulatedAnswer.wrapped(
      429, code, "\(text) Please try again after '\(seconds)' seconds.", api: "other")
    answer.headers.append(("Retry-After", String(seconds)))
    return answer
  }
}

/// How much of a quota is used up.
struct QuotaMeter: Sendable {
  private var start = Int.min / 2
  private var used = 0

  /// Takes one; gives how many are left (nil where there was none) and the seconds until some are back.
  mutating func take(_ quota: Quota, size: Int, now: Int) -> (left: Int?, seconds: Int) {
    if now < start || used == 0 {
      (start, used) = (now, 0)
    } else if let refill = quota.refill {
      let periods = (now - start) / quota.period
      used = max(used - min(periods, size) * refill, 0)
      start = used == 0 ? now : start + periods * quota.period
    } else if now >= start + quota.period {
      (start, used) = (now, 0)
    }
    let seconds = start + quota.period - now
    guard used < size else { return (nil, seconds) }
    used += 1
    return (size - used, seconds)
  }
}
