/// The quota of Resource Graph: so many queries in each five seconds (azure-apis 2.2).
struct GraphQuota: Sendable {
  let size: Int
  private var start = Int.min / 2
  private var used = 0
  private static let seconds = 5

  init(size: Int) {
    self.size = size
  }

  /// Takes one query; gives how many are left (nil where there was none) and the seconds until all are back.
  mutating func take(now: Int) -> (left: Int?, seconds: Int) {
    if now >= start + Self.seconds || now < start { (start, used) = (now, 0) }
    let seconds = start + Self.seconds - now
    guard used < size else { return (nil, seconds) }
    used += 1
    return (size - used, seconds)
  }
}
