internal import Configuration
internal import Formats
internal import Model
internal import Planning

/// The family `swath_resource_info`: what is known of each resource beside its metrics, which Prometheus joins to them
/// by `resource_uri`. So there is one series for each id, also where a metric tells parts of a resource apart.
struct ResourceInfo {
  private let plan: Plan
  private let isLowered: Bool
  /// The labels, by name in descending order as in all of the text.
  private let labels: [(name: String, source: Source)]
  /// For each resource of the plan that is shown, the metric that tells its tenant; -1 for one that is not.
  private var metricOf: [Int32]

  /// - `outcomes`: how each target ended: a resource that is gone is not shown.
  init(plan: Plan, outcomes: [Outcome], isLowered: Bool) {
    self.plan = plan
    self.isLowered = isLowered
    labels = Self.labels(plan.labels).labels
    metricOf = Array(repeating: -1, count: plan.resources.count)
    var first: [ResourceID: Int] = [:]
    for (target, outcome) in zip(plan.targets, outcomes) where outcome != .gone {
      let resource = Int(target.resource)
      if metricOf[resource] >= 0 { continue }
      let shown = first[plan.resources[resource].id] ?? resource
      first[plan.resources[resource].id] = shown
      if shown == resource { metricOf[resource] = target.metric }
    }
  }

  /// Where a label takes its value from.
  private enum Source {
    case resourceGroup, subscriptionID, resourceURI, instanceName, type, region, tenant
    /// By its place in `Resource.details`.
    case detail(Int)
  }

  /// The labels, and what about them the user should know.
  private static func labels(_ settings: LabelSettings) -> (labels: [(name: String, source: Source)], lost: [String]) {
    let details = settings.details
    var labels: [(name: String, source: Source)] = [
      ("resource_group", .resourceGroup), ("subscription_id", .subscriptionID), ("resource_uri", .resourceURI),
      ("instance_name", .instanceName), ("resource_type", .type), ("region", .region), ("tenant_id", .tenant),
      ("kind", .detail(details.tags.count)), ("sku", .detail(details.tags.count + 1)),
    ]
    var lost: [String] = []
    for (index, tag) in details.tags.enumerated() {
      let name = PrometheusName.label(settings.tagPrefix + tag)
      if labels.contains(where: { $0.name == name }) {
        lost.append("\(SelfMetric.resourceInfo.name): tag \(tag) is left out: the label \(name) is another one")
      } else {
        labels.append((name, .detail(index)))
      }
    }
    return (labels.sorted { $0.name > $1.name }, lost)
  }

  /// What about its labels the user should know.
  static func warnings(_ settings: LabelSettings) -> [String] { settings.hasInfo ? labels(settings).lost : [] }

  /// Writes the family, by resource in the order of the plan.
  func write(to writer: inout ExpositionWriter) throws {
    guard metricOf.contains(where: { $0 >= 0 }) else { return }
    let metric = SelfMetric.resourceInfo
    try writer.family(metric.name, help: metric.help)
    let name = Array(metric.name.utf8)
    let openings = ExpositionWriter.openings(labels.map(\.name))
    for (resource, metric) in zip(plan.resources, metricOf) where metric >= 0 {
      writer.sample(name)
      for (opening, label) in zip(openings, labels) {
        let text = value(label.source, resource, tenant: plan.metrics[Int(metric)].tenantID)
        writer.label(opening, isLowered ? text.lowercased() : text)
      }
      try writer.value(1, hasLabels: true)
    }
  }

  private func value(_ source: Source, _ resource: Resource, tenant: String) -> String {
    switch source {
    case .resourceGroup: resource.resourceGroup
    case .subscriptionID: resource.subscriptionID
    case .resourceURI: resource.id.text
    case .instanceName: resource.name
    case .type: resource.type
    case .region: resource.region
    case .tenant: tenant
    case .detail(let place): place < resource.details.count ? resource.details[place] : ""
    }
  }
}
