package import Model
package import Transport

/// What a pass brought.
package struct PassResult: Sendable {
  /// How every target of the plan ended.
  package var outcomes: [Outcome]
  /// The outcomes of those targets that requests were planned for.
  package var askedOutcomes: Set<Outcome> = []
  /// The state of every target, with the outcome of the last attempt: what is not due keeps the one it had.
  package var states: [TargetState]
  /// For each target the reason of its outcome: a row of `reasons`, or -1; shorter where the rest has none.
  private var reasonRows: [Int32] = []
  package var reasons: [Reason] = []
  /// What gauge files show of every target: new values, and last ones where they may stand in.
  package var samples: SampleTable
  /// New values of buckets before the newest one: of series that lagged behind, for outputs that take every bucket.
  package var earlier: SampleTable
  /// The series with dimensions that Azure answered with and that have no value in the newest bucket, each with NaN; none
  /// unless the plan wants them.
  package var absent: SampleTable
  /// What is learned of settles after the pass, by `PlannedMetric.settleKey`.
  package var settles: [String: LearnedSettle] = [:]
  /// The series that are watched for it.
  package var probes: [SettleProbe] = []
  /// The series that have open buckets after the pass.
  package var open = OpenSeries()
  /// The points of this pass that did not come as they should.
  package var points = PointTotals()
  /// How large the batches of this pass were.
  var batchSizes = BatchSizes()
  /// The smallest count of calls left that any answer told, by subscription and header.
  package var quotas: [Quota: Int] = [:]
  /// Whether a call of the resource manager ended throttled, by who asked it about what.
  package var throttling: [Caller: Bool] = [:]
  /// How long the slowest answer about each metric of the plan took, in milliseconds, from its request's first try on;
  /// 0 for none. Empty as long as there was no answer.
  package var slowest: [Int] = []
  package var statistics = TransferStatistics()
  /// What was refused of questions about several resources, as `MetricsQuery.Batch.refusals` names it, and which
  /// dimensions were, as `PlannedMetric.refusal` does.
  package var batchRefusals: Set<String> = []
  /// The lengths of buckets that Azure has of metrics whose declared interval it does not have, by the number of the
  /// metric, in seconds: what `Plan.setGrain` takes, for outputs.
  package internal(set) var grains: [Int32: Int] = [:]
  /// The targets that Azure refused for their own sake, by an answer to nobody else.
  package var refused: [Int32] = []
  /// The targets that have as many series as their limit allows: Azure says nothing of those that it left out.
  package var truncated: Set<Int32> = []
  /// Accounts that could not sign in, with what the token endpoint said.
  package var signInFailures: [SignInFailure] = []
  /// Whether it ended before its plan did: by its deadline or from outside.
  package var wasCutShort = false

  package init(targets: Int) {
    outcomes = Array(repeating: .notDue, count: targets)
    states = Array(repeating: TargetState(outcome: .notDue), count: targets)
    samples = SampleTable(targets: targets)
    earlier = SampleTable(targets: targets)
    absent = SampleTable(targets: targets)
  }

  /// The reason of a target's outcome: its place in `reasons`; nil for none.
  package func reasonRow(target: Int) -> Int? {
    guard target < reasonRows.count, reasonRows[target] >= 0 else { return nil }
    return Int(reasonRows[target])
  }

  mutating func setReason(_ row: Int?, target: Int) {
    if target >= reasonRows.count {
      guard row != nil else { return }
      reasonRows.append(contentsOf: repeatElement(-1, count: target + 1 - reasonRows.count))
    }
    reasonRows[target] = row.map(Int32.init) ?? -1
  }

  /// Why a target ended as it did, in Azure's own words where Azure said something.
  package struct Reason: Hashable, Sendable {
    package var code: String
    package var text: String

    package init(code: String, text: String) {
      self.code = code
      self.text = text
    }
  }

  /// Who asks about a subscription.
  package struct Caller: Hashable, Sendable {
    package var account: Int
    package var subscriptionID: String
  }

  /// A quota of a subscription, by the header that tells of it.
  package struct Quota: Hashable, Sendable {
    package var account: Int
    package var subscriptionID: String
    package var header: String
  }

  package struct SignInFailure: Sendable {
    package var tenantID: String
    package var reason: Reason
    /// Whether the identity was refused, rather than the endpoint out of reach.
    package var isRefusal: Bool
  }

  /// How many targets ended in each outcome.
  package var counts: [(outcome: Outcome, count: Int)] {
    var counts = Array(repeating: 0, count: Outcome.allCases.count)
    for outcome in outcomes { counts[Int(outcome.rawValue)] += 1 }
    return Outcome.allCases.map { ($0, counts[Int($0.rawValue)]) }
  }

  /// The outcomes as gauges stand: what is not due has no value still where it had none.
  package var shownOutcomes: [Outcome] {
    zip(outcomes, states).map { $0 == .notDue && $1.outcome == .empty ? .empty : $0 }
  }

  /// Whether every discovery group is known as it is now.
  package var isDiscoveryWhole = true

  /// Whether every planned series got what it was due.
  package var areSeriesWhole: Bool { !outcomes.contains(where: \.isShortfall) }

  /// Whether the pass did all that it was for.
  package var isComplete: Bool { isDiscoveryWhole && areSeriesWhole }
}
