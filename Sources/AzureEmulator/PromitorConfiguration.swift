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
    /// The query, where it is one of Log Analytics.
    package var query: String?
    /// Those that it is about, be they declared or discovered.
    package var resources: [EmulatedResource]
    /// nil where the resources are declared.
    package var discoveryGroup: String?

    /// What Azure has of it for one of the resources: its dimensions can differ from those of the first one's ARM type.
    package func row(of resource: EmulatedResource) -> MetricRow { resource.metric(row.name) ?? row }
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
    configuration.estate.types.flatMap { type -> [Metric] in
      let group = isDiscovered ? Self.discoveryGroup(of: type) : nil
      let all = configuration.estate.resources
      let own = all.filter { $0.type.name == type.name }
      let resources = group == nil ? own : all.compactMap { $0.found(as: type) }
      guard !own.isEmpty else { return [] }
      return Self.rows(type, resources).prefix(metricsPerType).enumerated().map { index, row in
        let name = "azure_\(type.name)_\(row.name)".lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }
        let isSplit = index % 3 == 1 && type.entityDimensions.isEmpty && !row.dimensions.isEmpty
        return Metric(
          name: String(name), type: type, row: row, aggregation: index % 4 == 3 ? "Maximum" : row.primary,
          interval: max(row.shortestGrain, [300, 60, 3600, 300][index % 4]),
          dimensions: isSplit ? row.dimensions.map(\.name) : [],
          query: type.service == .logAnalytics ? LogQuery.all[index].text : nil, resources: resources,
          discoveryGroup: group)
      }
    }
  }

  /// What can be declared for resources of a type: the metrics that all of them have.
  private static func rows(_ type: EmulatedType, _ resources: [EmulatedResource]) -> [MetricRow] {
    switch type.service {
    case .logAnalytics: return LogQuery.all.map { MetricRow($0.name, "Count", "Total") }
    // azure-apis 6
    case .storageQueue:
      return [MetricRow("MessageCount", "Count", "Average"), MetricRow("TimeSpentInQueue", "Seconds", "Average")]
    case .metrics:
      let names = Set(resources.map(\.armType)).map { Set(MetricRow.all(of: $0).map(\.name)) }
      return resources.first?.metrics.filter { row in names.allSatisfy { $0.contains(row.name) } } ?? []
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
        logAnalyticsEndpoint: \(endpoint)/loganalytics
        storageEndpointSuffix: \(endpoint.firstRange(of: "://").map { endpoint[$0.upperBound...] } ?? endpoint[...])
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
    for metric in metrics { out += text(metric) }
    return out
  }

  private func text(_ metric: Metric) -> String {
    let interval =
      metric.interval == 86_400 ? "1.00:00:00" : EmulatedTime.text(metric.interval).dropFirst(11).dropLast()
    var out = """
        - name: \(metric.name)
          description: "\(metric.row.name) of the emulated estate"
          resourceType: \(metric.type.name)

      """
    if let query = metric.query {
      out += """
            logAnalyticsConfiguration:
              query: "\(query)"
              aggregation:
                interval: \(interval)

        """
    } else {
      out += """
            azureMetricConfiguration:
              metricName: "\(metric.row.name)"
              aggregation:
                type: \(metric.aggregation)
                interval: \(interval)

        """
    }
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
      if metric.type.service == .storageQueue {
        out += "        sasToken:\n          rawValue: \"\(configuration.sasToken)\"\n"
      }
    }
    return out
  }
}
