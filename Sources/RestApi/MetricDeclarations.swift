internal import Catalog
internal import Configuration
internal import Formats
internal import Model
internal import Planning

extension API {
  /// The declared metrics with their defaults, in Promitor's typed style; secrets do not show.
  func metricDeclaration() throws -> APIAnswer {
    APIAnswer(200, .array(try source.declarations().flatMap(\.metrics).map(Self.metric)))
  }

  private static func model(_ name: String) -> String {
    "Promitor.Core.Scraping.Configuration.Model.\(name), Promitor.Core.Scraping"
  }

  private static let labels =
    "System.Collections.Generic.Dictionary`2[[System.String, System.Private.CoreLib],"
    + "[System.String, System.Private.CoreLib]], System.Private.CoreLib"

  /// As Promitor's enumeration has it: `Average`.
  private static func word(_ aggregation: Aggregation) -> String {
    aggregation.name.prefix(1).uppercased() + aggregation.name.dropFirst()
  }

  private static func metric(_ metric: MetricDeclaration) -> JSONValue {
    let interval = JSONValue.string(TimeSpan.text(metric.interval))
    let names = metric.labels.map { JSONValue.Member($0.name, .string($0.value)) }
    let isQuery = metric.query != nil
    return .typed(
      model("Metrics.MetricDefinition"),
      [
        "AzureMetricConfiguration": isQuery
          ? nil
          : .typed(
            model("AzureMetricConfiguration"),
            [
              "MetricName": .string(metric.azureName), "Limit": .integer(metric.limit),
              "Dimensions": metric.dimensions.isEmpty
                ? nil
                : .array(metric.dimensions.map { .typed(model("MetricDimension"), ["Name": .string($0)]) }),
              "Aggregation": .typed(
                model("MetricAggregation"), ["Type": .string(Self.word(metric.aggregation)), "Interval": interval]),
            ]),
        "LogAnalyticsConfiguration": metric.query.map { query in
          .typed(
            model("LogAnalyticsConfiguration"),
            [
              "Query": .string(query), "Aggregation": .typed(model("MetricAggregation"), ["Interval": interval]),
            ])
        },
        "PrometheusMetricDefinition": .typed(
          model("Metrics.PrometheusMetricDefinition"),
          [
            "Name": .string(metric.name), "Description": .string(metric.description),
            "Labels": .object([.init("$type", .string(labels))] + names),
          ]),
        "Scraping": .typed(model("Scraping"), ["Schedule": .string(metric.schedule.text)]),
        "ResourceType": .string(metric.type.name),
        "ResourceDiscoveryGroups": .array(
          metric.discoveryGroups.map { .typed(contract("AzureResourceDiscoveryGroup"), ["Name": .string($0)]) }),
        "Resources": .array(
          metric.resources.map { declared in
            definition(
              declared.type, fields: declared.fields, Resource(declared), secret: declared.secret.map(Self.secret))
          }),
      ])
  }

  /// Where a secret is from; not what it is.
  private static func secret(_ secret: SecretSource) -> JSONValue {
    let type = "Promitor.Core.Scraping.Configuration.Model.Secret, Promitor.Core.Scraping"
    return switch secret {
    case .value: .typed(type, ["RawValue": .string("***")])
    case .environment(let name, _): .typed(type, ["EnvironmentVariable": .string(name)])
    }
  }
}
