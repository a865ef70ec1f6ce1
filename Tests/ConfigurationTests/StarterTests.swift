import Catalog
import Formats
import Model
import Testing

@testable import Configuration

/// Reads files to begin with as a pass would, and gives what they declare with everything that is said about them.
private func readStarter(_ starter: Starter) -> (MetricsDeclaration?, DiscoveryDeclaration?, Diagnostics) {
  var diagnostics = Diagnostics()
  var (declaration, discovery): (MetricsDeclaration?, DiscoveryDeclaration?)
  for file in starter.files {
    let text = Array(file.text.utf8)
    switch file.name {
    case "metrics-declaration.yaml":
      declaration = MetricsDeclaration.read(text, file: file.name, diagnostics: &diagnostics)
    case "resource-discovery-declaration.yaml":
      discovery = DiscoveryDeclaration.read(text, file: file.name, diagnostics: &diagnostics)
    default: _ = RuntimeSettings.read(text, file: file.name, environment: [:], diagnostics: &diagnostics)
    }
  }
  DiscoveryDeclaration.check(discovery, against: declaration?.metrics ?? [], diagnostics: &diagnostics)
  return (declaration, discovery, diagnostics)
}

@Test(arguments: ResourceType.all.map(\.name)) func whatIsMadeOfATypeHasNoFault(name: String) throws {
  let type = try #require(ResourceType.named(name))
  let starter = Starter(types: [type])
  let (declaration, discovery, diagnostics) = readStarter(starter)
  #expect(diagnostics.rendered() == "", "\(starter.files[0].text)")
  let metrics = try #require(declaration).metrics
  #expect((1...4).contains(metrics.count))
  for metric in metrics {
    #expect(metric.name.hasPrefix("azure_") && metric.name.utf8.allSatisfy { "_".utf8.contains($0) || isSmall($0) })
    #expect(metric.resources.isEmpty == (type.discovery != nil))
    #expect(metric.discoveryGroups.isEmpty == (type.discovery == nil))
    #expect(metric.schedule.typicalPeriod(after: 0, zone: .utc) == metric.interval)
  }
  #expect((discovery == nil) == (type.discovery == nil))
  #expect(starter.files.map(\.name).contains("resource-discovery-declaration.yaml") == (discovery != nil))
}

@Test func manyTypesMakeOneConfiguration() throws {
  let (declaration, discovery, diagnostics) = readStarter(
    Starter(
      types: ResourceType.all + ResourceType.all, tenantID: "11111111-1111-1111-1111-111111111111",
      subscriptionIDs: ["22222222-aaaa-2222-2222-222222222222", "3", "22222222-AAAA-2222-2222-222222222222"]))
  #expect(diagnostics.rendered() == "")
  let metrics = try #require(declaration)
  #expect(metrics.azure.tenantID == "11111111-1111-1111-1111-111111111111")
  #expect(metrics.azure.subscriptionID == "22222222-aaaa-2222-2222-222222222222")
  #expect(Set(metrics.metrics.map(\.type.name)) == Set(ResourceType.all.map(\.name)))
  #expect(discovery?.scope == .subscriptions(["22222222-aaaa-2222-2222-222222222222", "3"]))
  #expect(discovery?.groups.count == ResourceType.all.count { $0.discovery != nil })
}

@Test func metricsToBeginWithAreAskedAsAzureMakesThem() throws {
  let (declaration, _, _) = readStarter(Starter(types: [try TypeLookUp.type(named: "storageaccount")]))
  let metrics = try #require(declaration).metrics
  let capacity = try #require(metrics.first { $0.name == "azure_storage_account_used_capacity" })
  #expect(capacity.azureName == "UsedCapacity" && capacity.aggregation == .average)
  #expect(capacity.interval == 3600)
  #expect(metrics.first { $0.name == "azure_storage_account_transactions" }?.interval == 300)
}

@Test func theTableNamesTypesAndMetricsThatThereAre() throws {
  let rows = StarterMetrics.all.map(\.type)
  #expect(rows == ResourceType.all.map(\.name).filter(rows.contains), "each is a type, once, in their order")
  for type in ResourceType.all {
    let row = StarterMetrics.row(of: type)
    let examples = row.examples.values.flatMap { StarterMetrics.armTypes(of: $0) }
    #expect(type.armTypes.isEmpty == !examples.isEmpty, "\(type.name): an example says what a generic resource is")
    for known in type.knownMetrics.map(\.metrics) + examples.compactMap(MetricCatalog.metrics) where !known.isEmpty {
      for name in row.metrics { #expect(known.contains { $0.name == name }, "\(type.name) has no \(name)") }
    }
  }
}

@Test func aTypeWithoutARowGetsItsFirstPlainMetrics() {
  let type = ResourceType(
    "Spring", fields: [], path: "Microsoft.Network/azureFirewalls/{name}", instance: "{name}")
  #expect(StarterMetrics.row(of: type).metrics == ["DataProcessed", "FirewallLatencyPng", "Throughput"])
  let split = ResourceType("Hub", fields: [], path: "Microsoft.KeyVault/vaults/{name}", instance: "{name}")
  #expect(StarterMetrics.row(of: split).metrics == ["Availability", "SaturationShoebox", "ServiceApiHit"])
}

@Test(arguments: [
  ("Percentage CPU", ["percentage", "cpu"]), ("SuccessE2ELatency", ["success", "e2e", "latency"]),
  ("ioTHubName", ["iot", "hub", "name"]), ("PostgreSql", ["postgresql"]), ("Http5xx", ["http5xx"]),
  ("\\Memory\\% Committed Bytes", ["memory", "committed", "bytes"]),
  ("SNATPortUtilization", ["snat", "port", "utilization"]),
  ("d2c.telemetry.ingress.allProtocol", ["d2c", "telemetry", "ingress", "all", "protocol"]), ("", []),
])
func namesAreTakenApart(name: String, words: [String]) {
  #expect(name.identifierWords == words)
}

@Test(arguments: ["Percentage CPU", "% CPU", "requests/count", "-x", "\\Memory\\%", "a: b", "a #b", "x ", "\"q\"", ""])
func textsStandInYAMLAsTheyAre(text: String) throws {
  let document = try YAMLDocument.read(Array("k: \(Starter.scalar(text))\n".utf8))
  guard case .mapping(let entries)? = document.root?.content else { throw document.faults[0] }
  #expect(entries.first?.value.scalar == text)
}

private func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte &- 0x30 < 10 }
