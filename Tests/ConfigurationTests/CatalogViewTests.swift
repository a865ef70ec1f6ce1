import Catalog
import Formats
import Testing

@testable import Configuration

@Test(arguments: [
  ("KeyVualt", "did you mean 'KeyVault'?"), ("virtual", "did you mean 'VirtualMachine'"), ("xyzzy", "lists all"),
  ("microsoft.keyvault/vault", "did you mean 'microsoft.keyvault/vaults'?"), ("", "lists all"),
  ("Microsoft.Storage/storageAccounts/blobs", "'microsoft.storage/storageaccounts/blobservices'?"),
  ("rvice/sign", "'microsoft.signalrservice/signalr'"),
])
func whatWasMeantIsSaid(name: String, help: String) {
  let error = #expect(throws: UnknownType.self) { try CatalogView(of: name, metricsWith: nil) }
  #expect(error?.description.contains(help) == true, "\(error?.description ?? "")")
}

@Test func anARMTypeIsDeclaredByItsResourceTypes() throws {
  let sites = try CatalogView(of: "Microsoft.Web/sites", metricsWith: nil)
  #expect(sites.types.contains { $0.name == "WebApp" } && !sites.types.contains { $0.name == "Generic" })
  #expect(sites.metrics?.map(\.armType) == ["microsoft.web/sites"])
  let signalR = try CatalogView(of: "microsoft.signalrservice/SignalR", metricsWith: nil)
  #expect(signalR.types.map(\.name) == ["Generic"])
  #expect(signalR.text.contains("resourceUri") && signalR.text.contains("\nConnectionCount "))
}

@Test func metricsAreFoundByAPartOfTheirNames() throws {
  let everywhere = try CatalogView(of: nil, metricsWith: "PERCENTAGE cpu")
  let groups = try #require(everywhere.metrics)
  #expect(groups.map(\.armType).contains("microsoft.compute/virtualmachines"))
  #expect(groups.flatMap(\.metrics).allSatisfy { $0.name.lowercased().contains("percentage cpu") })
  #expect(groups.first { $0.armType == "microsoft.compute/virtualmachines" }?.declarers == ["VirtualMachine"])
  #expect(try CatalogView(of: "vIRTUALmACHINE", metricsWith: "Percentage CPU").metrics?.map(\.metrics.count) == [1])
  let none = try CatalogView(of: "KeyVault", metricsWith: "cpu")
  #expect(none.metrics?.isEmpty == true && none.text.contains("has 'cpu' in its name"))
}

@Test func genericHasTheTypesThatNoOtherHas() throws {
  let generic = try CatalogView(of: "generic", metricsWith: nil)
  #expect(generic.text.contains("microsoft.signalrservice/signalr "))
  #expect(!generic.text.contains("microsoft.keyvault/vaults "))
}

@Test func everyTypeIsListed() throws {
  let view = try CatalogView(of: nil, metricsWith: nil)
  let lines = view.text.split(separator: "\n")
  for type in ResourceType.all {
    #expect(lines.count { $0.hasPrefix("\(type.name) ") } == max(type.knownMetrics.count, 1), "\(type.name)")
    let own = try CatalogView(of: type.name, metricsWith: nil)
    for key in try #require(Grammar.resource(of: type)).keys { #expect(own.text.contains("\n\(key.name) ")) }
  }
  #expect(view.json.members?.map(\.name) == ["date", "resourceTypes"])
  #expect(view.json["resourceTypes"]?.array?.count == ResourceType.all.count)
}

@Test func whatMicrosoftDoesNotListIsNotSaidToBeInItsTable() throws {
  let queue = try CatalogView(of: "StorageQueue", metricsWith: nil).text
  #expect(queue.contains("\n2 metrics of microsoft.storage/storageaccounts/queueservices:\n"))
  #expect(queue.contains("rawValue or environmentVariable") && !queue.contains("Microsoft's table"))
  let server = try CatalogView(of: "SqlServer", metricsWith: nil).text
  #expect(server.hasSuffix("\nNo metric of microsoft.sql/servers is known.\n"))
  #expect(try CatalogView(of: "LogAnalytics", metricsWith: nil).text.contains("'logAnalyticsConfiguration'"))
}
