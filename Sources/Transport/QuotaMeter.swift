internal import System

/// How much of a quota is left, as far as anybody knows.
///
/// What is under way counts as used although the service may have counted it already: near the end of a quota that is
/// a little too careful, and never provokes a refusal.
struct QuotaMeter: Sendable {
  private let rule: QuotaRule?
  private var inFlight = 0
  /// What may be started in this period; nil where nobody has said.
  private var left: Int?
  private var renewal = Instant(microseconds: 0)
  /// The part of the quota that is left to others.
  private let othersShare: Double
  /// What the quota holds when it is whole, as far as anybody knows.
  private var whole: Int

  ///
  /// - `rule`: nil for an API without a quota.
  /// - `share`: the part of the quota that may be used, above 0, up to 1.
  init(_ rule: QuotaRule?, share: Double = 1) {
    self.rule = rule?.part(share)
    othersShare = 1 - share
    whole = rule?.whole ?? rule?.size ?? 0
  }

  /// When the next request may start: not after `now` where it may at once, nil where an answer must come first.
  func opens(now: Instant) -> Instant? {
    guard let rule else { return now }
    if let most = rule.mostInFlight, inFlight >= most { return nil }
    guard let left, left <= 0, now < renewal else { return now }
    return renewal
  }

  /// Notes that a request starts.
  mutating func begin(now: Instant) {
    guard let rule else { return }
    inFlight += 1
    if let left, now >= renewal {
      let periods = Int(now.seconds(since: renewal) / rule.period) + 1
      self.left = max(left, min(left + rule.refill * periods, rule.size ?? .max))
      renewal = renewal + Double(periods) * rule.period
    } else if left == nil, let size = rule.size {
      left = size
      renewal = now + rule.period
    }
    left = left.map { $0 - 1 }
  }

  /// Notes that a request has ended, and what its answer says of the quota.
  mutating func end(_ response: HTTPResponse, now: Instant) {
    guard let rule else { return }
    inFlight -= 1
    guard let told = rule.left(response) else { return }
    whole = max(whole, told)
    left = max(told - Int((othersShare * Double(whole)).rounded(.up)), 0) - inFlight
    renewal = now + rule.wait(response)
  }
}
