internal import Configuration
internal import Model
internal import Planning

/// What stands in for new values where none came.
enum Carrying {
  /// Azure's refusals before a series disappears.
  private static let refusalsShown = 2

  /// Adds to each target the last samples that its outcome lets stand in. The series of those that it does not are
  /// noted as silent: what they had is no news when it is asked for with what others lack. So it is with the series that
  /// had no value, where the plan wants them.
  static func carry(
    into result: inout PassResult, plan: Plan, lastSamples: SampleTable?, lastAbsent: SampleTable?
  ) {
    guard let lastSamples else { return }
    let metrics = plan.metrics.map { metric in
      // A value is fresh from when it could first be shown.
      (age: metric.declaration.interval + (metric.isRead ? 0 : metric.settle), freshness: metric.freshness)
    }
    var silent: [Int32: [OpenSeries.Row]] = [:]
    for (number, target) in plan.targets.enumerated() where target.previous >= 0 {
      let state = result.states[number]
      let metric = metrics[Int(target.metric)]
      let carry = carry(result.outcomes[number], state)
      if case .nothing = carry { continue }
      func isShown(_ start: Int) -> Bool {
        switch carry {
        case .nothing: false
        case .always: true
        case .whileFresh: plan.now - (start + metric.age) <= metric.freshness
        case .forTwoPasses: state.refusals <= refusalsShown
        }
      }
      if plan.wantsAbsent, let lastAbsent {
        lastAbsent.forEach(target: Int(target.previous)) { start, value, dimensions in
          guard isShown(start) else { return }
          result.absent.append(target: number, start: start, value: value, dimensions: dimensions)
        }
      }
      lastSamples.forEach(target: Int(target.previous)) { start, value, dimensions in
        if isShown(start) {
          result.samples.append(target: number, start: start, value: value, dimensions: dimensions)
        } else if !dimensions.isEmpty {
          silent[Int32(number), default: []].append(
            .init(target: Int32(number), dimensions: dimensions, silence: 1))
        }
      }
    }
    if silent.isEmpty { return }
    for target in silent.keys {
      let known = result.open[target]
      let unknown = silent[target]?.filter { row in !known.contains { $0.dimensions == row.dimensions } } ?? []
      silent[target] = known + unknown
    }
    result.open = result.open.replacing(silent) { _ in false }
  }

  /// What is not due stands where its last attempt left it.
  private static func carry(_ outcome: Outcome, _ state: TargetState) -> Outcome.Carry {
    if outcome != .notDue { return outcome.carry }
    return state.outcome.isShortfall ? state.outcome.carry : .always
  }
}
