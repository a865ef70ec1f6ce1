internal import Configuration
internal import Model
internal import Planning

/// What stands in for new values where none came.
enum Carrying {
  /// Azure's refusals before a series disappears.
  private static let refusalsShown = 2

  /// Adds to each target the last samples that its outcome lets stand in.
  static func carry(into result: inout PassResult, plan: Plan, lastSamples: SampleTable?) {
    guard let lastSamples else { return }
    let metrics = plan.metrics.map { (interval: $0.declaration.interval, freshness: $0.freshness) }
    for (number, target) in plan.targets.enumerated() where target.previous >= 0 {
      let state = result.states[number]
      let metric = metrics[Int(target.metric)]
      lastSamples.forEach(target: Int(target.previous)) { start, value, dimensions in
        let isShown =
          switch carry(result.outcomes[number], state) {
          case .nothing: false
          case .always: true
          case .whileFresh: plan.now - (start + metric.interval) <= metric.freshness
          case .forTwoPasses: state.refusals <= refusalsShown
          }
        if isShown {
          result.samples.append(target: number, start: start, value: value, dimensions: dimensions)
        }
      }
    }
  }

  /// What is not due stands where its last attempt left it.
  private static func carry(_ outcome: Outcome, _ state: TargetState) -> Outcome.Carry {
    if outcome != .notDue { return outcome.carry }
    return state.outcome.isShortfall ? state.outcome.carry : .always
  }
}
