/// The configuration files that make a Promitor scraper, or what reads its files, ask for an estate.
package struct PromitorConfiguration: Sendable {
  let configuration: EmulatorConfiguration
  private let endpoint: String
  private let metricsPerType: Int
  private let isBatched: Bool
  private let isDiscovered: Bool
  private let hasUploads: Bool

  ///
  /// - `endpoint`: the emulator's address.
  /// - `metricsPerType`: how many metrics of each type are declared.
  /// - `isBatched`: whether the metrics are to be read by getBatch.
  /// - `isDiscovered`: whether resources are to be discovered where their type can be, instead of being declared.
  /// - `hasUploads`: whether the metrics are also to go to OpenTelemetry, Atlassian Statuspage and StatsD.
  package init(
    _ configuration: EmulatorConfiguration, endpoint: String, metricsPerType: Int = .max, isBatched: Bool = false,
    isDiscovered: Bool = false, hasUploads: Bool = false
  ) {
    self.configuration = configuration
    self.endpoint = endpoint
    self.metricsPerType = metricsPerType
    self.isBatched = isBatched
    self.isDiscovered = isDiscovered
    self.hasUploads = hasUploads
  }

  /// The content of `runtime.yaml`.
  package var runtime: String {
    var out = """
      authentication:
        mode: ServicePrincipal
        identityId: \(configuration.clientID)
      server:
        httpPort: 80
      metricsConfiguration:
        absolutePath: metrics-declaration.yaml
      metricSinks:
        prometheusScrapingEndpoint:
          baseUriPath: /metrics

      """
    if hasUploads {
      out += """
          openTelemetryCollector:
            collectorUri: http://127.0.0.1:4318
          statsd:
            host: 127.0.0.1
            metricPrefix: azure

        """
      if let metric = metricOfOneResource {
        out += """
            atlassianStatuspage:
              pageId: page
              systemMetricMapping:
                - id: system-metric
                  promitorMetricName: \(metric.name)

          """
      }
    }
    if isBatched {
      out += """
        azureMonitor:
          integration:
            metricsBatching:
              enabled: true
              maxBatchSize: 50

        """
    }
    // Promitor refuses groups without the host of its discovery agent.
    if isDiscovered { out += "resourceDiscovery:\n  host: 127.0.0.1\n  port: 8889\n" }
    return out
  }

  /// A declared metric, for those who must know what to expect of it.
  package struct Metric: Sendable {
    package var name: String
    package var type: EmulatedType
    package var row: MetricRow
    /// Azure's spelling, such as `Average`.
    package var aggregation: String
    /// Seconds.
    package var interval: Int
    /// Dimensions to split by; empty for none.
    package var dimensions: [String]
    /// Those that it is about, be they declared or discovered.
    package var resources: [EmulatedResource]
    /// nil where the resources are declared.
    package var discoveryGroup: String?
  }

  /// The declared metrics: of each type the first ones, by turns split by dimension and by other intervals.
  package var metrics: [Metric] { metricsOfTypes + (hasUploads ? [metricOfOneResource].compactMap(\.self) : []) }

  /// What a status page can show: a metric without dimensions of one declared resource.
  private var metricOfOneResource: Metric? {
    guard var metric = metricsOfTypes.first(where: { $0.dimensions.isEmpty && $0.discoveryGroup == nil }) else {
      return nil
    }
    metric.name += "_of_one"
    metric.resources = Array(metric.resources.prefix(1))
    return metric
  }

  private var metricsOfTypes: [Metric] {
    EmulatedType.all.flatMap { type -> [Metric] in
      let resources = configuration.estate.resources.filter {
        $0.type.name == type.name && !(isDiscovered && $0.isFunctionApp)
      }
      guard let first = resources.first else { return [] }
      return first.metrics.prefix(metricsPerType).enumerated().map { index, row in
        let name = "azure_\(type.name)_\(row.name)".lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }
        let isSplit = index % 3 == 1 && !type.hasEntities && !row.dimensions.isEmpty
        return Metric(
          name: String(name), type: type, row: row, aggregation: index % 4 == 3 ? "Maximum" : row.primary,
          interval: max(row.shortestGrain, [300, 60, 3600, 300][index % 4]),
          dimensions: isSplit ? row.dimensions.map(\.name) : [], resources: resources,
          discoveryGroup: isDiscovered ? Self.discoveryGroup(of: type) : nil)
      }
    }
  }

  /// Where this Azure is, as both declarations say it.
  var cloud: String {
    """
      cloud: Custom
      endpoints:
        authenticationEndpoint: \(endpoint)
        resourceManagerEndpoint: \(endpoint)
        graphEndpoint: \(endpoint)
        managementEndpoint: \(endpoint)
        metricsQueryAudience: \(endpoint)
        metricsClientAudience: \(endpoint)/metrics
        storageEndpointSuffix: core.windows.net
        keyVaultSuffix: vault.azure.net
    """
  }

  /// The content of `metrics-declaration.yaml`.
  package var declaration: String {
    var out = """
      version: v1
      azureMetadata:
        tenantId: \(configuration.tenantID)
        subscriptionId: \(configuration.estate.resources.first?.subscriptionID ?? "none")
        resourceGroupName: none
      \(cloud)
      metricDefaults:
        aggregation:
          interval: 00:05:00
        scraping:
          schedule: "0 * * ? * *"
      metrics:

      """
    for metric in metrics { out += Self.text(metric) }
    return out
  }

  private static func text(_ metric: Metric) -> String {
    var out = """
        - name: \(metric.name)
          description: "\(metric.row.name) of the emulated estate"
          resourceType: \(metric.type.name)
          azureMetricConfiguration:
            metricName: "\(metric.row.name)"
            aggregation:
              type: \(metric.aggregation)
              interval: \(metric.interval == 86_400 ? "1.00:00:00" : EmulatedTime.text(metric.interval).dropFirst(11).dropLast())

      """
    if !metric.dimensions.isEmpty {
      out += "      dimensions:\n" + metric.dimensions.map { "        - name: \($0)\n" }.joined()
    }
    if let group = metric.discoveryGroup { return out + "    resourceDiscoveryGroups:\n      - name: \(group)\n" }
    out += "    resources:\n"
    for resource in metric.resources {
      out +=
        "      - subscriptionId: \(resource.subscriptionID)\n        resourceGroupName: \(resource.resourceGroup)\n"
      for (key, value) in zip(resource.type.keys, resource.fields) where !value.isEmpty {
        out += "        \(key): \(value)\n"
      }
    }
    return out
  }
}
