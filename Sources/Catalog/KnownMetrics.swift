import Model

extension ResourceType {
  /// What resources of the type can be asked for, by ARM type: no metric where Microsoft's table lacks the ARM type, and
  /// no ARM type where each declaration names its own, or a query.
  package var knownMetrics: [(armType: String, metrics: [KnownMetric])] {
    switch source {
    case .metrics: armTypes.map { ($0, MetricCatalog.metrics(of: $0) ?? []) }
    case .storageQueue: armTypes.map { ($0, Self.queueMetrics) }
    case .logs: []
    }
  }

  /// What a queue itself tells, under Promitor's names. Azure Monitor has other metrics of it, for Generic.
  private static let queueMetrics = [
    KnownMetric("MessageCount", unit: "Count", primaryAggregation: .total, shortestGrain: 60),
    KnownMetric("TimeSpentInQueue", unit: "Seconds", primaryAggregation: .total, shortestGrain: 60),
  ]
}
