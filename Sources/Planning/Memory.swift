internal import Model
internal import Snapshot

/// The snapshot, made ready to be looked up by metric and resource.
struct Memory {
  private let content: SnapshotContent?
  private var metrics: [String: Int] = [:]
  private var resources: [String: Int32] = [:]
  /// Row of a metric and a resource, by both indices in one number; made once a guess fails.
  private var rows: [UInt64: Int32] = [:]
  /// What was refused, by its row.
  private var refusals: [Int32: RememberedRefusal] = [:]
  /// The row that is asked for next, if the plan has the order of the last one.
  private var guess = 0

  init(_ content: SnapshotContent?) {
    self.content = content
    guard let content else { return }
    for (index, metric) in content.metrics.enumerated() { metrics[metric.name] = index }
    for refusal in content.refusals { refusals[refusal.target] = refusal }
    resources.reserveCapacity(content.resources.count)
    for (index, resource) in content.resources.enumerated() { resources[resource] = Int32(index) }
  }

  /// What is known of a metric, if it still asks the same question.
  func metric(named name: String, fingerprint: String) -> (index: Int32, lastAttempt: Int)? {
    guard let content, let index = metrics[name], content.metrics[index].fingerprint == fingerprint else { return nil }
    return (Int32(index), content.metrics[index].lastAttempt)
  }

  /// Tells a plan what does not depend on its targets.
  func tell(_ plan: inout Plan) {
    plan.billed = (content?.billed ?? BilledCalls()).on(plan.now)
    guard let content else { return }
    plan.batchRefusals = content.batchRefusals
    plan.settles = content.settles
    plan.totals = content.totals
    plan.batchSizes = content.batchSizes
  }

  var probes: [SettleProbe] { content?.probes ?? [] }

  /// The number of a resource, or -1.
  func resource(_ resource: Resource) -> Int32 { resources.isEmpty ? -1 : resources[resource.key] ?? -1 }

  /// The row of a metric and a resource, by their numbers, or -1.
  mutating func row(metric: Int32, resource: Int32) -> Int32 {
    guard resource >= 0, let content else { return -1 }
    if guess < content.rows.count, content.rows[guess].metric == metric, content.rows[guess].resource == resource {
      guess += 1
      return Int32(guess - 1)
    }
    if rows.isEmpty {
      rows.reserveCapacity(content.rows.count)
      for (index, row) in content.rows.enumerated() { rows[Self.key(row.metric, row.resource)] = Int32(index) }
    }
    let row = rows[Self.key(metric, resource)] ?? -1
    if row >= 0 { guess = Int(row) + 1 }
    return row
  }

  func state(row: Int32) -> TargetState? { content?.rows[Int(row)].state }

  /// How many series a row had last; nil where that is not known.
  func seriesCount(row: Int32) -> Int? {
    guard row >= 0, let count = content?.samples.count(target: Int(row)), count > 0 else { return nil }
    return count
  }

  /// What is remembered of a row that Azure refused.
  func refusal(row: Int32) -> RememberedRefusal? { refusals.isEmpty ? nil : refusals[row] }

  /// The series of a row that have open buckets.
  func open(row: Int32) -> ArraySlice<OpenSeries.Row> { row < 0 ? [] : content?.open[row] ?? [] }

  private static func key(_ metric: Int32, _ resource: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: metric)) << 32 | UInt64(UInt32(bitPattern: resource))
  }
}
