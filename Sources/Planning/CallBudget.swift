internal import Configuration
internal import Model

/// The order in which a plan's calls are made, and the end of them: what is most behind goes first, and what does not
/// fit is put off until it does.
///
/// A target that was put off goes before every one that was not, so that a bound of one call serves each of n calls
/// every n passes; among equals the one whose newest decided bucket is oldest goes first.
struct CallBudget {
  private let targets: [Target]
  /// What the last pass had of each row of the snapshot.
  private let known: SampleTable?

  /// What a pass may do; nil for no bound.
  struct Bounds {
    var calls: Int?
    var series: Int?
  }

  /// How far behind a call is.
  private struct Lag {
    var waits: Int16
    var horizon: Int
    /// Where it stands in the plan.
    var place: Int

    static func isBefore(_ one: Lag, _ other: Lag) -> Bool {
      if one.waits != other.waits { return one.waits > other.waits }
      if one.horizon != other.horizon { return one.horizon < other.horizon }
      return one.place < other.place
    }
  }

  /// Puts the calls of a plan in order, and keeps at most so many of them, about at most so many series. A call that is
  /// about too many is made for a part of them: for those most behind, and for one at least.
  ///
  /// - `known`: the last samples, which tell how many series a target has; one that was never seen counts as one.
  /// - `regular`: so many of the plan's requests are for buckets that were never asked for; those behind them are for
  ///   buckets that were, whose targets are not due.
  static func apply(_ bounds: Bounds, known: SampleTable?, regular: Int, to plan: inout Plan) {
    let budget = CallBudget(targets: plan.targets, known: known)
    let count = plan.requests.count + plan.readings.count
    guard bounds.calls.map({ $0 < count }) ?? false || bounds.series != nil || budget.isAnyWaiting(plan) else { return }
    let (requests, readings) = (plan.requests, plan.readings)
    let lags = requests.indices.map { place in
      place < regular
        ? budget.lag(requests[place].asks.map(\.target), place) : Lag(waits: -1, horizon: .max, place: place)
    }
    let readingLags = readings.indices.map { budget.lag([readings[$0].target], requests.count + $0) }
    let order = (lags + readingLags).sorted(by: Lag.isBefore).map(\.place)
    plan.requests = []
    plan.readings = []
    var (calls, series) = (bounds.calls ?? .max, bounds.series ?? .max)
    for place in order {
      let isReading = place >= requests.count
      let wanted = isReading ? [readings[place - requests.count].target] : requests[place].asks.map(\.target)
      let weight = bounds.series == nil ? 0 : wanted.reduce(0) { $0 + budget.weight($1) }
      if calls > 0, weight <= series {
        if isReading {
          plan.readings.append(readings[place - requests.count])
        } else {
          plan.requests.append(requests[place])
        }
        (calls, series) = (calls - 1, series - weight)
        continue
      }
      var rest = wanted
      if calls > 0 {
        // Nothing overtakes what did not fit, as it would wait for ever.
        let isFirst = plan.requests.isEmpty && plan.readings.isEmpty
        if isReading, isFirst {
          plan.readings.append(readings[place - requests.count])
          rest = []
        } else if !isReading, let part = budget.part(of: requests[place], series, atLeastOne: isFirst) {
          plan.requests.append(part)
          let kept = Set(part.asks.map(\.target))
          rest = wanted.filter { !kept.contains($0) }
        }
        plan.isPutOffForSeries = true
        calls = 0
      }
      if place < regular || isReading { plan.putOff += rest }
    }
  }

  /// How many series a target has, as far as that is known.
  private func weight(_ target: Int32) -> Int {
    let row = Int(targets[Int(target)].previous)
    guard row >= 0, let known else { return 1 }
    return max(known.count(target: row), 1)
  }

  /// A request for those of its resources, or of its metrics where it has one resource, that are most behind and have
  /// not more than so many series; nil where that is none.
  private func part(of request: PlannedRequest, _ series: Int, atLeastOne: Bool) -> PlannedRequest? {
    let isCutByResource = request.query.resources.count > 1
    let count = isCutByResource ? request.query.resources.count : request.query.metrics.count
    var members: [[Int32]] = Array(repeating: [], count: count)
    for ask in request.asks { members[Int(isCutByResource ? ask.resource : ask.metric)].append(ask.target) }
    let lags = members.indices.map { lag(members[$0], $0) }.sorted(by: Lag.isBefore)
    var (room, kept) = (series, [Int]())
    for lag in lags {
      let weight = members[lag.place].reduce(0) { $0 + self.weight($1) }
      guard weight <= room || atLeastOne && kept.isEmpty else { break }
      kept.append(lag.place)
      room -= weight
    }
    guard !kept.isEmpty else { return nil }
    return isCutByResource ? request.part(resources: kept.sorted()) : request.part(metrics: kept.sorted())
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
