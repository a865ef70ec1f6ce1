internal import Configuration
internal import Model

/// The order in which a plan's calls are made, and the end of them: what is most behind goes first, and what does not
/// fit is put off until it does.
///
/// A target that was put off goes before every one that was not, so that a bound of one call serves each of n calls
/// every n passes; among equals the one whose newest decided bucket is oldest goes first.
struct CallBudget {
  private let targets: [Target]

  /// How far behind a call is.
  private struct Lag {
    var waits: Int16
    var horizon: Int
    /// Where it stands in the plan.
    var place: Int
  }

  /// Puts the calls of a plan in order, and keeps at most so many of them.
  ///
  /// - `most`: nil for no bound.
  /// - `regular`: so many of the plan's requests are for buckets that were never asked for; those behind them are for
  ///   buckets that were, whose targets are not due.
  static func apply(_ most: Int?, regular: Int, to plan: inout Plan) {
    let budget = CallBudget(targets: plan.targets)
    let count = plan.requests.count + plan.readings.count
    guard most.map({ $0 < count }) ?? false || budget.isAnyWaiting(plan) else { return }
    let (requests, readings) = (plan.requests, plan.readings)
    let lags = requests.indices.map { place in
      place < regular
        ? budget.lag(requests[place].asks.map(\.target), place) : Lag(waits: -1, horizon: .max, place: place)
    }
    let readingLags = readings.indices.map { budget.lag([readings[$0].target], requests.count + $0) }
    let order = (lags + readingLags).sorted { one, other in
      if one.waits != other.waits { return one.waits > other.waits }
      if one.horizon != other.horizon { return one.horizon < other.horizon }
      return one.place < other.place
    }.map(\.place)
    let kept = order.prefix(most ?? count)
    plan.requests = kept.filter { $0 < requests.count }.map { requests[$0] }
    plan.readings = kept.filter { $0 >= requests.count }.map { readings[$0 - requests.count] }
    for place in order.dropFirst(kept.count) {
      if place < regular {
        plan.putOff += requests[place].asks.map(\.target)
      } else if place >= requests.count {
        plan.putOff.append(readings[place - requests.count].target)
      }
    }
  }

  private func isAnyWaiting(_ plan: Plan) -> Bool { plan.targets.contains { $0.state.waits > 0 } }

  /// A call is as far behind as that of its targets which is most.
  private func lag(_ members: [Int32], _ place: Int) -> Lag {
    var lag = Lag(waits: 0, horizon: .max, place: place)
    for member in members {
      let state = targets[Int(member)].state
      lag.waits = max(lag.waits, state.waits)
      lag.horizon = min(lag.horizon, state.horizon)
    }
    return lag
  }
}
