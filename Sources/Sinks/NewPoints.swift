internal import Configuration
internal import Model
package import Pass
package import Planning

/// The points of a pass that no pass before it has had: what outputs take that must not get a point twice.
package struct NewPoints: Sendable {
  package let plan: Plan
  package let result: PassResult

  package init(plan: Plan, result: PassResult) {
    self.plan = plan
    self.result = result
  }

  /// Whether the newest bucket of a target is new, rather than shown again or asked for once more.
  func hasNewest(target: Int) -> Bool {
    guard case .delivered = result.outcomes[target] else { return false }
    let metric = Int(plan.targets[target].metric)
    // What is taken before it is final is for gauges alone.
    return plan.targets[target].state.horizon < plan.metrics[metric].bucket.upperBound
      && plan.metrics[metric].timing.compatibility != .promitor
  }

  func isEmpty(target: Int) -> Bool { !hasNewest(target: target) && !result.earlier.hasSamples(target: target) }

  /// Calls `body` with each new point of a target, in the order of time: start of its bucket in seconds since 1970 UTC,
  /// value, values of its dimensions.
  func forEach(target: Int, _ body: (_ start: Int, _ value: Double, _ dimensions: [String]) throws -> Void) rethrows {
    try result.earlier.forEach(target: target, body)
    try forEachNewest(target: target, body)
  }

  /// The same of its newest bucket alone.
  func forEachNewest(
    target: Int, _ body: (_ start: Int, _ value: Double, _ dimensions: [String]) throws -> Void
  ) rethrows {
    if hasNewest(target: target) { try result.samples.forEach(target: target, body) }
  }
}
