/// What Azure lets a caller ask of an API, so that nobody runs into a wall that can be seen.
struct QuotaRule: Sendable {
  var api: HTTPRequest.API
  /// The most requests under way at a time; nil for any number.
  var mostInFlight: Int?
  /// How many there are when nobody has used one; nil where nobody knows, or `size` says it.
  var whole: Int?
  /// How many may start in a period as long as no answer says how many are left; nil where only answers tell.
  var size: Int?
  /// How many come back after each period.
  var refill = 0
  /// Seconds.
  var period = 1.0
  /// The headers that tell how many are left; the smallest counts.
  var remaining: [String] = []
  /// The header that tells when the quota is whole again, as hh:mm:ss.
  var reset: String?

  /// Azure Resource Manager counts reads of a subscription: 250, of which 25 come back each second; providers may have
  /// limits of their own below that.
  private static let reads = [
    "x-ms-ratelimit-remaining-subscription-reads", "x-ms-ratelimit-remaining-subscription-global-reads",
    "x-ms-ratelimit-remaining-subscription-resource-requests",
  ]

  /// Source: Azure's documentation of the throttling of each API.
  static let all = [
    QuotaRule(api: .metrics, whole: 250, refill: 25, remaining: reads),
    QuotaRule(api: .subscriptionMetrics, whole: 250, refill: 25, remaining: reads),
    QuotaRule(api: .definitions, size: 400, refill: 400, period: 300),
    QuotaRule(api: .getBatch, refill: 25, remaining: reads),
    QuotaRule(
      api: .resourceGraph, size: 15, refill: 15, period: 5, remaining: ["x-ms-user-quota-remaining"],
      reset: "x-ms-user-quota-resets-after"),
    // Statuspage takes one request a second of a key.
    QuotaRule(api: .statuspage, mostInFlight: 1, size: 1, refill: 1, period: 1),
    QuotaRule(api: .logs, mostInFlight: 5, size: 200, refill: 200, period: 30),
  ]

  static func of(_ api: HTTPRequest.API) -> QuotaRule? { all.first { $0.api == api } }

  /// The rule for a caller that keeps to a share of the quota, and always gets something.
  ///
  /// - `share`: above 0, up to 1.
  func part(_ share: Double) -> QuotaRule {
    guard share < 1 else { return self }
    func part(_ number: Int) -> Int { max(Int(Double(number) * share), 1) }
    var rule = self
    rule.mostInFlight = mostInFlight.map(part)
    rule.size = (size ?? whole).map(part)
    rule.refill = refill > 0 ? part(refill) : 0
    return rule
  }

  /// How many requests are left, as an answer says.
  func left(_ response: HTTPResponse) -> Int? {
    remaining.lazy.compactMap { response.header($0).flatMap { Int($0) } }.min()
  }

  /// Seconds until some are back, as an answer says, else as the rule does.
  func wait(_ response: HTTPResponse) -> Double {
    reset.flatMap { response.header($0) }.flatMap(RetryPolicy.seconds) ?? period
  }
}
