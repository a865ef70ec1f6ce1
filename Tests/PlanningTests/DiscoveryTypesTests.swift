import Catalog
import Formats
import Model
import Planning
import Snapshot
import Testing

@testable import Configuration

/// Groups of several types.
@Suite struct DiscoveryTypesTests {
  private static let prefix = "subscriptions/sub/resourceGroups/rg/providers/"

  private func discovery(_ types: String...) throws -> DiscoveryDeclaration {
    let group = DiscoveryGroup(
      name: "estate", types: try types.map { try #require(ResourceType.named($0)) }, include: .init(),
      position: SourcePosition(file: "", line: 1, column: 1))
    return DiscoveryDeclaration(tenantID: "tenant", cloud: cloud, scope: .subscriptions(["sub"]), groups: [group])
  }

  private func wanting(_ types: String...) throws -> [MetricDeclaration] {
    try types.map { type in
      var wanting = try metric("m_\(type)", type: type, resources: [])
      wanting.discoveryGroups = ["Estate"]
      return wanting
    }
  }

  private func list(_ rows: (path: String, details: [String])...) -> FoundGroup {
    FoundGroup(
      name: "estate", fingerprint: "", foundAt: noon,
      resources: rows.map {
        FoundResource(id: Self.prefix + $0.path, resourceGroup: "rg", region: "eastus", details: $0.details)
      })
  }

  /// The names of the resources of each metric.
  private func planned(
    _ metrics: [MetricDeclaration], _ found: FoundGroup, _ discovery: DiscoveryDeclaration?, tags: [String] = []
  ) -> [[String]] {
    var settings = RuntimeSettings()
    settings.labels.tags = tags
    let plan = Planner.plan(
      [declaration(metrics)], discovery: discovery, found: [found], settings: settings, snapshot: nil, now: noon,
      zone: .utc)
    return plan.metrics.map { $0.targets.map { plan.resources[Int(plan.targets[$0].resource)].name } }
  }

  @Test func eachMetricTakesTheResourcesOfItsType() throws {
    let found = list(
      ("Microsoft.KeyVault/vaults/kv", ["", "KeyVault"]), ("Microsoft.Web/sites/f", ["sales", "FunctionApp"]),
      ("Microsoft.Web/sites/w", ["", "WebApp"]), ("Microsoft.Web/sites/w/slots/blue", ["", "WebApp"]))
    let metrics = try wanting("KeyVault", "WebApp", "FunctionApp", "LogicApp")
    let discovery = try discovery("KeyVault", "WebApp", "FunctionApp")
    #expect(planned(metrics, found, discovery, tags: ["team"]) == [["kv"], ["w", "w"], ["f"], []])
    let group = discovery.groups[0]
    let details = ResourceDetails(tags: ["team"])
    #expect(
      found.resources.map { group.type(of: $0, details)?.name } == ["KeyVault", "FunctionApp", "WebApp", "WebApp"])
  }

  /// What an inventory or an older list does not say is read off the ids.
  @Test func rowsThatTellNoTypeAreOfTheTypeOfTheirIds() throws {
    let found = list(("Microsoft.KeyVault/vaults/kv", []), ("Microsoft.Web/sites/w", ["sales"]))
    let metrics = try wanting("KeyVault", "WebApp")
    for declared in [nil, try discovery("WebApp", "KeyVault")] {
      #expect(planned(metrics, found, declared, tags: ["team"]) == [["kv"], ["w"]])
    }
    let group = try discovery("WebApp", "KeyVault").groups[0]
    let details = ResourceDetails(tags: ["team"])
    #expect(found.resources.map { group.type(of: $0, details)?.name } == ["KeyVault", "WebApp"])
  }

  @Test func oneQueryAsksForAllTypes() throws {
    func lookUps(_ discovery: DiscoveryDeclaration, _ list: FoundGroup? = nil) throws -> LookUps {
      var content = SnapshotContent(takenAt: 0, isFrozen: true)
      content.groups = [list].compactMap(\.self)
      return LookUps(
        discovery, declarations: [declaration(try wanting("KeyVault", "WebApp"))], settings: RuntimeSettings(),
        snapshot: content, now: noon)
    }
    let two = try discovery("KeyVault", "WebApp")
    let query = try #require(try lookUps(two).queries.first)
    #expect(try lookUps(two).queries.count == 1 && query.details.columns == [ResourceDetails.type])
    var list = list()
    list.fingerprint = LookUps.fingerprint(query.text, query.scope, query.details)
    #expect(try lookUps(two, list).queries.isEmpty)
    #expect(try lookUps(discovery("KeyVault", "WebApp", "LogicApp"), list).queries.count == 1, "it was edited")
  }

  @Test func aReportHasAnEntryForEachType() throws {
    let discovery = try discovery("KeyVault", "WebApp")
    let old = list(("Microsoft.KeyVault/vaults/kv", ["KeyVault"]), ("Microsoft.KeyVault/vaults/gone", ["KeyVault"]))
    let now = list(("Microsoft.KeyVault/vaults/kv", ["KeyVault"]), ("Microsoft.Web/sites/w", ["WebApp"]))
    let plain = DiscoveryReport(discovery.groups, details: .init(), found: [now], since: nil)
    #expect(plain.groups.map(\.name) == ["estate", "estate"])
    #expect(plain.groups.map { $0.resources?.count } == [1, 1])
    #expect(
      plain.resourcesText == """
        NAME  TYPE      RESOURCE GROUP  REGION  SUBSCRIPTION
        kv    KeyVault  rg              eastus  sub
        w     WebApp    rg              eastus  sub

        """)
    let changes = DiscoveryReport(discovery.groups, details: .init(), found: [now], since: [old])
    #expect(changes.groups.map { $0.added.count } == [0, 1] && changes.groups.map { $0.removed.count } == [1, 0])
    #expect(changes.resourcesText.contains("+  w     WebApp ") && changes.resourcesText.contains("-  gone  KeyVault "))
    let unknown = DiscoveryReport(discovery.groups, details: .init(), found: [], since: [old])
    #expect(unknown.groups.allSatisfy { $0.resources == nil && $0.removed.isEmpty })
  }
}
