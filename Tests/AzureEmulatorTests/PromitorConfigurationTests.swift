import Testing

@testable import AzureEmulator

@Suite struct PromitorConfigurationTests {
  private func files(isBatched: Bool = false, isDiscovered: Bool = false) -> PromitorConfiguration {
    PromitorConfiguration(
      EmulatorConfiguration(), endpoint: "http://127.0.0.1:1", metricsPerType: 2, isBatched: isBatched,
      isDiscovered: isDiscovered)
  }

  @Test func declaredResourcesHaveTheKeysOfTheirType() {
    let text = files().declaration
    #expect(
      text.hasPrefix(
        """
        version: v1
        azureMetadata:
          tenantId: \(Estate.defaultTenantID)
          subscriptionId: 00000000-0000-0000-0000-000000000001
          resourceGroupName: none
          cloud: Custom
          endpoints:
            authenticationEndpoint: http://127.0.0.1:1

        """))
    for type in EmulatedType.common { #expect(text.contains("    resourceType: \(type.name)\n")) }
    #expect(text.contains("        serverName: sql-1-0\n        databaseName: orders\n"))
    #expect(text.contains("        metricsClientAudience") == false && text.contains("http://127.0.0.1:1/metrics\n"))
    #expect(!text.contains("resourceDiscoveryGroups"))
  }

  @Test func batchIsASettingOfTheRuntime() {
    let setting = """
      azureMonitor:
        integration:
          metricsBatching:
            enabled: true
            maxBatchSize: 50

      """
    #expect(!files().runtime.contains("azureMonitor"))
    #expect(files(isBatched: true).runtime == files().runtime + setting)
    #expect(files().runtime.hasPrefix("authentication:\n  mode: ServicePrincipal\n"))
    #expect(files().runtime.hasSuffix("  prometheusScrapingEndpoint:\n    baseUriPath: /metrics\n"))
  }

  @Test func discoveryHasOneGroupForEachTypeButGeneric() {
    let files = files(isDiscovered: true)
    let text = files.discoveryDeclaration
    #expect(
      text.hasPrefix(
        """
        version: v1
        azureLandscape:
          tenantId: \(Estate.defaultTenantID)
          subscriptions:
            - 00000000-0000-0000-0000-000000000001
            - 00000000-0000-0000-0000-000000000002
          cloud: Custom
          endpoints:
            authenticationEndpoint: http://127.0.0.1:1

        """))
    #expect(text.contains("\nresourceDiscoveryGroups:\n  - name: all-keyvault\n    type: KeyVault\n"))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("  - name: all-") } == EmulatedType.common.count - 1)
    #expect(!text.contains("Generic"))
    #expect(files.declaration.contains("    resourceDiscoveryGroups:\n      - name: all-webapp\n"))
    #expect(files.declaration.contains("        resourceUri: Microsoft.Network/publicIPAddresses/"))
    #expect(!files.declaration.contains("serverName:"))
  }

  @Test func whatIsDiscoveredIsWhatIsExpected() async throws {
    var configuration = EmulatorConfiguration()
    configuration.estate = Estate(seed: 1, resources: 100, subscriptions: 2)
    let metrics = PromitorConfiguration(
      configuration, endpoint: "x", metricsPerType: 1, isDiscovered: true
    ).metrics
    try await Emulated.run(Emulated.estate(of: 100)) { emulated in
      for metric in metrics where metric.discoveryGroup != nil {
        let types = Set(metric.resources.map(\.armType)).union([metric.type.armType]).sorted()
        let answer = emulated.query(
          "Resources\n| where \(types.map { "type =~ '\($0)'" }.joined(separator: "\n or "))\n| project id, kind\n"
            + "| where kind !contains 'functionapp'")
        #expect(Set(Emulated.column("id", answer)) == Set(metric.resources.map { "/" + $0.id }))
      }
    }
  }

  // MARK: All types

  private static let all = Estate(seed: 1, resources: 56 * 6, subscriptions: 2, types: EmulatedType.all)

  private func metrics(isDiscovered: Bool = false) -> [PromitorConfiguration.Metric] {
    var configuration = EmulatorConfiguration()
    configuration.estate = Self.all
    return PromitorConfiguration(configuration, endpoint: "x", isDiscovered: isDiscovered).metrics
  }

  private func declaration(isDiscovered: Bool = false) -> String {
    var configuration = EmulatorConfiguration()
    configuration.estate = Self.all
    return PromitorConfiguration(configuration, endpoint: "http://127.0.0.1:1", isDiscovered: isDiscovered).declaration
  }

  @Test func everyTypeIsDeclaredWithWhatItsResourcesHave() {
    let metrics = metrics()
    #expect(Set(metrics.map(\.type.name)) == Set(EmulatedType.all.map(\.name)))
    #expect(Set(metrics.map(\.name)).count == metrics.count)
    for metric in metrics {
      #expect(metric.resources.count == 6)
      guard metric.type.service == .metrics else { continue }
      for resource in metric.resources {
        #expect(resource.metric(metric.row.name)?.name == metric.row(of: resource).name)
        #expect(
          metric.dimensions.allSatisfy { name in metric.row(of: resource).dimensions.contains { $0.name == name } })
      }
    }
  }

  @Test func queriesOfLogAnalyticsEndAsPromitorWantsThem() {
    let metrics = metrics().filter { $0.type.name == "LogAnalytics" }
    #expect(metrics.count == 3 && metrics.allSatisfy { $0.query?.hasSuffix(" | project result") == true })
    let text = declaration()
    #expect(
      text.contains(
        """
            resourceType: LogAnalytics
            logAnalyticsConfiguration:
              query: "Heartbeat | summarize result = count() | project result"
              aggregation:
                interval: 00:05:00
            resources:
              - subscriptionId: 00000000-0000-0000-0000-000000000001
                resourceGroupName: rg-1-0
                workspaceId: \(Self.all.resources.first { $0.type.name == "LogAnalytics" }?.fields[0] ?? "")
                workspaceName: logs-1-0

        """))
    #expect(text.contains("    logAnalyticsEndpoint: http://127.0.0.1:1/loganalytics\n"))
  }

  @Test func queuesAreDeclaredWithTheirSignature() {
    #expect(
      metrics().filter { $0.type.name == "StorageQueue" }.map(\.row.name) == ["MessageCount", "TimeSpentInQueue"])
    let text = declaration()
    #expect(
      text.contains(
        """
                accountName: queues10
                queueName: orders
                sasToken:
                  rawValue: "\(EmulatorConfiguration().sasToken)"

        """))
    #expect(text.contains("    storageEndpointSuffix: 127.0.0.1:1\n"))
  }

  @Test func discoveryFindsTheResourcesOfOtherTypesToo() {
    let declared = metrics()
    for metric in metrics(isDiscovered: true) {
      guard metric.discoveryGroup != nil else {
        #expect(["Generic", "StorageQueue", "BlobStorage", "FileStorage", "LogAnalytics"].contains(metric.type.name))
        continue
      }
      let own = declared.first { $0.name == metric.name }?.resources.count
      switch metric.type.name {
      case "PublicIpAddress":
        #expect(metric.resources.count == 12)
        #expect(metric.resources.allSatisfy { $0.id.hasSuffix("/publicIPAddresses/\($0.fields[0])") })
      case "WebApp": #expect(metric.resources.map(\.kind).allSatisfy { !$0.contains("functionapp") })
      case "FunctionApp":
        #expect(metric.resources.contains { $0.fields[0].hasPrefix("app-") })
        #expect(metric.resources.map(\.kind).allSatisfy { $0.contains("functionapp") })
      default: #expect(metric.resources.count == own, "\(metric.type.name)")
      }
      #expect(metric.resources.allSatisfy { $0.type.name == metric.type.name })
    }
  }
}
