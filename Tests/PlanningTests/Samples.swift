import Catalog
import Formats
import Model
import Planning
import Snapshot
import Testing

@testable import Configuration

/// A declared metric with the values that most tests do not care about.
func metric(
  _ name: String, type: String = "KeyVault", azureName: String = "ServiceApiHit", _ aggregation: Aggregation = .count,
  interval: Int = 300, dimensions: [String] = [], schedule: String = "* * * * *", resources: [[String]] = [["kv"]]
) throws -> MetricDeclaration {
  let type = try #require(ResourceType.named(type))
  return MetricDeclaration(
    name: name, description: "d", type: type, labels: [], azureName: azureName, aggregation: aggregation,
    interval: interval, dimensions: dimensions, limit: 10_000, schedule: try CronSchedule(schedule),
    resources: resources.map { fields in
      ResourceDeclaration(
        type: type, subscriptionID: "sub", resourceGroup: "rg",
        fields: type.fields.indices.map { $0 < fields.count ? fields[$0] : "" })
    }, discoveryGroups: [], position: SourcePosition(file: "f", line: 1, column: 1))
}

let cloud = CloudEndpoints(
  name: "Global", authority: "https://login", resourceManager: "https://arm", metricsQueryAudience: "https://arm",
  metricsClientAudience: "https://metrics", logAnalytics: nil, storageSuffix: "core")

func declaration(_ metrics: [MetricDeclaration]) -> MetricsDeclaration {
  MetricsDeclaration(
    azure: AzureMetadata(tenantID: "tenant", subscriptionID: "sub", resourceGroup: "rg", cloud: cloud), metrics: metrics
  )
}

/// 2026-11-24T12:00:30Z.
let noon = 1_795_521_630

func plan(
  _ metrics: [MetricDeclaration], snapshot: SnapshotContent? = nil, now: Int = noon, shard: Shard = .whole,
  asksAll: Bool = false
) -> Plan {
  Planner.plan(
    [declaration(metrics)], settings: RuntimeSettings(), snapshot: snapshot, now: now, zone: .utc, shard: shard,
    asksAll: asksAll)
}

/// The snapshot of a pass that found every target in the same state.
func snapshot(after plan: Plan, at time: Int, _ state: TargetState) -> SnapshotContent {
  var content = SnapshotContent(takenAt: time * 1_000_000, isFrozen: true)
  content.metrics = plan.metrics.map {
    .init(name: $0.declaration.name, fingerprint: $0.fingerprint, lastAttempt: time)
  }
  content.resources = plan.resources.map(\.key)
  content.rows = plan.targets.map { .init(metric: $0.metric, resource: $0.resource, state: state) }
  content.samples = SampleTable(targets: content.rows.count)
  return content
}
