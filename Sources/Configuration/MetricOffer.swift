package import Catalog
package import Formats
internal import Model

/// The metrics that Azure offers for one resource, for people to choose from.
package struct MetricOffer: Sendable {
  /// Where the resource is, as declarations spell it.
  package struct Place: Sendable {
    package var tenantID, subscriptionID, resourceGroup: String
    package var cloud: CloudEndpoints

    package init(tenantID: String, subscriptionID: String, resourceGroup: String, cloud: CloudEndpoints) {
      self.cloud = cloud
      self.tenantID = tenantID
      self.subscriptionID = subscriptionID
      self.resourceGroup = resourceGroup
    }
  }

  private let place: Place
  private let type: ResourceType
  /// The values of the type's fields, in their order; "" for none.
  private let fields: [String]
  private let id: String
  private let metrics: [KnownMetric]
  private let otherNamespaces: [String]

  /// - `otherNamespaces`: those of metrics that somebody else makes, which Swath does not ask for.
  package init(
    _ metrics: [KnownMetric], of id: String, _ type: ResourceType, fields: [String], at place: Place,
    otherNamespaces: [String]
  ) {
    self.metrics = metrics.sorted { $0.name < $1.name }
    self.id = id
    self.type = type
    self.fields = fields
    self.place = place
    self.otherNamespaces = otherNamespaces
  }

  /// A metrics declaration of them all.
  package var text: String {
    let others =
      otherNamespaces.isEmpty
      ? "" : "# It has metrics of its own besides: \(otherNamespaces.joined(separator: ", ")).\n"
    return """
      # The metrics that Azure Monitor offers for \(id).
      \(others)version: v1
      azureMetadata:
        tenantId: \(Starter.scalar(place.tenantID))
        subscriptionId: \(Starter.scalar(place.subscriptionID))
        resourceGroupName: \(Starter.scalar(place.resourceGroup))
      \(cloud)\
      metricDefaults:
        aggregation:
          interval: 00:05:00
        scraping:
          schedule: "*/5 * * * *"
      metrics:
      \(metrics.map(declaration).joined(separator: "\n"))

      """
  }

  private var cloud: String {
    switch place.cloud.name {
    case "Global": ""
    case "Custom": "  cloud: Custom # with the endpoints of your own declaration\n"
    default: "  cloud: \(place.cloud.name)\n"
    }
  }

  private func declaration(_ known: KnownMetric) -> String {
    let metric = StarterMetric(known.name, known, aggregation: nil)
    let name = (["azure"] + type.name.identifierWords + metric.words).joined(separator: "_")
    var lines = [
      "- name: \(name)", "  description: \(Starter.scalar(metric.description))", "  resourceType: \(type.name)",
    ]
    lines += metric.lines.map { "  " + $0 }
    if !known.dimensions.isEmpty {
      lines += ["  # It can be split, below azureMetricConfiguration:", "  #   dimensions:"]
      lines += known.dimensions.map { "  #   - name: \(Starter.scalar($0))" }
    }
    lines.append("  resources:")
    let values = zip(type.fields, fields).filter { !$1.isEmpty }
    lines += values.enumerated().map {
      ($0.offset == 0 ? "  - " : "    ") + "\($0.element.0.key): \(Starter.scalar($0.element.1))"
    }
    return lines.map { "  " + $0 }.joined(separator: "\n")
  }

  package var json: JSONValue {
    let rows = metrics.map { metric in
      JSONValue.object([
        .init("name", .string(metric.name)), .init("unit", .string(metric.unit)),
        .init("aggregation", .string(metric.aggregation)), .init("shortestGrain", .string(metric.grain)),
        .init("dimensions", .array(metric.dimensions.map(JSONValue.string))),
      ])
    }
    return .object([
      .init("resource", .string(id)), .init("resourceType", .string(type.name)), .init("metrics", .array(rows)),
      .init("otherNamespaces", .array(otherNamespaces.map(JSONValue.string))),
    ])
  }
}
