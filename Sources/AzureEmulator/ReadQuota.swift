/// The token bucket of reads of one subscription (azure-apis 0.4).
struct ReadQuota: Sendable {
  private var left: Double
  private var asOf: Int
  let size: Int
  /// Reads that come back each second.
  static let refill = 25.0

  init(size: Int, now: Int) {
    self.size = size
    left = Double(size)
    asOf = now
  }

  /// Takes one read; gives how many are left, or nil where there was none.
  mutating func take(now: Int) -> Int? {
    left = min(Double(size), left + Double(max(now - asOf, 0)) * Self.refill)
    asOf = now
    guard left >= 1 else { return nil }
    left -= 1
    return Int(left)
  }
}
