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
    for type in EmulatedType.all { #expect(text.contains("    resourceType: \(type.name)\n")) }
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
    #expect(text.split(separator: "\n").count { $0.hasPrefix("  - name: all-") } == EmulatedType.all.count - 1)
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
}
