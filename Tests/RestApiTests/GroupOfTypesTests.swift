import Configuration
import Formats
import Model
import RestApi
import Snapshot
import Testing

/// A group of several types has the resources of all of them, each in the form of its own.
@Test func aGroupOfSeveralTypesHasTheResourcesOfAll() throws {
  var diagnostics = Diagnostics()
  let text = """
    azureLandscape: {tenantId: t, subscriptions: [s]}
    resourceDiscoveryGroups: [{name: estate, types: [KeyVault, FunctionApp, WebApp]}]
    """
  let discovery = try #require(
    DiscoveryDeclaration.read(Array(text.utf8), file: "d.yaml", diagnostics: &diagnostics))
  let settings = RuntimeSettings.read(nil, file: "", environment: [:], diagnostics: &diagnostics)
  var source = API.Source(settings: settings, now: 1_795_521_630, version: "1", zone: .utc)
  source.discovery = { discovery }
  var content = SnapshotContent(takenAt: 0, isFrozen: false)
  content.groups = [
    FoundGroup(
      name: "estate", fingerprint: API.fingerprint(of: discovery.groups[0], discovery), foundAt: 0, resources: [])
  ]
  let head = API.Head(content: content, targets: 0, groupSizes: ["estate": 2])
  source.head = { head }
  source.found = { _, _ in
    [("KeyVault/vaults/kv", "KeyVault"), ("Web/sites/w", "WebApp")].map { path, type in
      FoundResource(
        id: "subscriptions/s/resourceGroups/rg/providers/Microsoft.\(path)", resourceGroup: "rg", region: "",
        details: [type])
    }
  }
  let api = API(.discovery, source)
  func get(_ path: String) throws -> JSONValue {
    let request = APIRequest(method: "GET", path: path.split(separator: "/").map(String.init), query: [], headers: [])
    return try JSONValue(api.answer(request, id: "id").body)
  }
  let group = try #require(try get("api/v1/resources/groups").array?.first)
  #expect(group["types"]?.array?.compactMap(\.string) == ["KeyVault", "FunctionApp", "WebApp"])
  #expect(group["type"] == nil)
  let rows = try #require(try get("api/v2/resources/groups/estate/discover")["Result"]?.array)
  #expect(rows.map { $0["ResourceType"]?.string } == ["KeyVault", "WebApp"])
  #expect(rows.map { $0["VaultName"]?.string ?? $0["WebAppName"]?.string } == ["kv", "w"])
}
