internal import Catalog
package import Configuration
package import Model

/// One reading, and the target that wants it.
package struct PlannedReading: Sendable {
  package var reading: Reading
  /// Index in `Plan.accounts`.
  package var account: Int
  /// Index in `Plan.targets`.
  package var target: Int32
  /// What gives access, where no token does.
  package var secret: SecretSource?
}

extension Reading {
  /// What a metric asks a resource of its type for; nil where that is a metric of Azure Monitor.
  init?(_ metric: MetricDeclaration, of resource: Resource) {
    switch metric.type.source {
    case .metrics: return nil
    case .logs:
      guard let query = metric.query else { return nil }
      self = .logs(
        workspaceID: resource.entity, query: query, span: metric.interval, columns: metric.dimensions)
    case .storageQueue:
      guard let wanted = QueueMetric(named: metric.azureName) else { return nil }
      self = .queue(account: resource.name, queue: resource.entity, wanted)
    }
  }
}
