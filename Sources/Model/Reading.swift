/// A question whose answer is about now and has no buckets: what is asked elsewhere than at Azure Monitor's metrics.
package enum Reading: Hashable, Sendable {
  /// A query in KQL to a workspace of Log Analytics, over the last `span` seconds. Of each row the column `result` is
  /// the value, and `columns` are those that tell rows apart, in the order in which their values are kept.
  case logs(workspaceID: String, query: String, span: Int, columns: [String])
  /// What a queue of a storage account holds.
  case queue(account: String, queue: String, QueueMetric)

  /// What can be known of a queue, as declarations spell it.
  package enum QueueMetric: String, Hashable, CaseIterable, Sendable {
    /// About how many messages wait.
    case messageCount = "MessageCount"
    /// For how many seconds the first message has waited; 0 where none does.
    case timeSpentInQueue = "TimeSpentInQueue"

    /// The metric of a name in any case; nil for none.
    package init?(named name: String) {
      guard let metric = Self.allCases.first(where: { $0.rawValue.asciiLowercased == name.asciiLowercased }) else {
        return nil
      }
      self = metric
    }
  }
}
