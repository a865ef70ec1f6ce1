import Catalog
import Formats
import Model
import Planning
import Snapshot
import Testing

@testable import Configuration

private func group(_ name: String, type: String = "KeyVault", _ include: DiscoveryGroup.Criteria = .init()) throws
  -> DiscoveryGroup
{
  DiscoveryGroup(
    name: name, types: try [type].map { try #require(ResourceType.named($0)) }, include: include,
    position: SourcePosition(file: "", line: 1, column: 1))
}

private func declared(_ groups: DiscoveryGroup...) -> DiscoveryDeclaration {
  DiscoveryDeclaration(tenantID: "tenant", cloud: cloud, scope: .subscriptions(["sub"]), groups: groups)
}

@Test func criteriaBecomeConditionsInPromitorsOrder() throws {
  var criteria = DiscoveryGroup.Criteria()
  criteria.subscriptions = ["a", "b"]
  criteria.resourceGroups = ["x"]
  criteria.regions = ["West Europe"]
  criteria.tags = [.init(name: "k1", pattern: "v1"), .init(name: "k2", pattern: "v2|v3")]
  #expect(
    DiscoveryQuery(try group("g", type: "WebApp", criteria)).text == """
      Resources
      | where type =~ 'microsoft.web/sites' or type =~ 'microsoft.web/sites/slots'
      | where subscriptionId =~ 'a' or subscriptionId =~ 'b'
      | where resourceGroup =~ 'x'
      | where location =~ 'westeurope'
      | where tags['k1'] matches regex @'^(?i)v1$' or tags['k2'] matches regex @'^(?i)v2|v3$'
      | where kind !contains 'functionapp'
      | project id, resourceGroup, location
      | order by id asc
      """)
}

@Test func noValueBecomesAPartOfTheQuery() throws {
  var criteria = DiscoveryGroup.Criteria()
  criteria.resourceGroups = ["x' or 1 == 1 //", "back\\", "a\nb"]
  criteria.tags = [.init(name: "it's", pattern: "don't'\n| take 1")]
  let lines = DiscoveryQuery(try group("g", criteria)).text.split(separator: "\n")
  #expect(lines.count == 6)
  #expect(
    lines[2]
      == #"| where resourceGroup =~ 'x\' or 1 == 1 //' or resourceGroup =~ 'back\\' or resourceGroup =~ 'a\nb'"#)
  #expect(lines[3] == #"| where tags['it\'s'] matches regex @'^(?i)don''t''\n| take 1$'"#)
}

@Test func listsAreUsedUntilTheyAreOld() throws {
  let vaults = try group("vaults")
  var wanting = try metric("m", resources: [])
  wanting.discoveryGroups = ["Vaults"]
  let discovery = declared(vaults, try group("nobody wants it"))
  func lookUps(_ age: Int?, fingerprint: String? = nil) -> LookUps {
    var content = SnapshotContent(takenAt: 0, isFrozen: true)
    if let age {
      content.groups = [
        FoundGroup(
          name: "vaults",
          fingerprint: fingerprint ?? LookUps.fingerprint(DiscoveryQuery(vaults).text, .subscriptions(["sub"])),
          foundAt: noon - age, resources: [])
      ]
    }
    return LookUps(
      discovery, declarations: [declaration([wanting])], settings: RuntimeSettings(), snapshot: content, now: noon)
  }
  #expect(lookUps(nil).queries.map(\.text) == [DiscoveryQuery(vaults).text])
  // Its moment comes once in the time that lists are kept.
  let ages = (0..<300).filter { lookUps($0).queries.isEmpty }
  #expect(ages == Array(0..<ages.count) && ages.count > 0 && lookUps(0).known.count == 1)
  #expect(lookUps(300).queries.count == 1 && lookUps(300).stale.count == 1)
  #expect(lookUps(10, fingerprint: "another question").queries.count == 1)
  #expect(lookUps(10, fingerprint: "another question").stale.isEmpty)
}

@Test func detailsAreAskedForWhereTheyAreWanted() throws {
  let vaults = try group("vaults")
  func line(_ details: ResourceDetails) -> Substring? {
    DiscoveryQuery(vaults, details: details).text.split(separator: "\n").first { $0.hasPrefix("| project") }
  }
  #expect(line(.init()) == "| project id, resourceGroup, location")
  #expect(line(.init(tags: ["a"])) == "| project id, resourceGroup, location, tags")
  #expect(
    line(.init(tags: ["a"], columns: ResourceDetails.kindAndSKU))
      == "| project id, resourceGroup, location, tags, kind, sku = tostring(sku.name)")
  var wanting = try metric("m", resources: [["Declared"]])
  wanting.discoveryGroups = ["vaults"]
  var settings = RuntimeSettings()
  settings.labels.tags = ["team"]
  let lookUps = LookUps(
    declared(vaults), declarations: [declaration([wanting])], settings: settings, snapshot: nil, now: noon)
  #expect(lookUps.queries.map(\.details) == [.init(tags: ["team"])])
  #expect(
    LookUps.fingerprint("q", .subscriptions(["s"]), .init(tags: ["a"]))
      != LookUps.fingerprint("q", .subscriptions(["s"]), .init(tags: ["b"])))
  let prefix = "subscriptions/sub/resourceGroups/RG/providers/"
  let found = FoundGroup(
    name: "vaults", fingerprint: "", foundAt: noon,
    resources: [
      FoundResource(
        id: prefix + "Microsoft.KeyVault/vaults/declared", resourceGroup: "rg", region: "", details: ["sales"])
    ])
  let plan = Planner.plan(
    [declaration([wanting])], discovery: declared(vaults), found: [found], settings: settings, snapshot: nil,
    now: noon, zone: .utc)
  #expect(plan.resources.map(\.details) == [["sales"]], "what is declared and found has what was found")
  #expect(plan.labels == settings.labels)
}

@Test func aGroupIsLookedForInItsOwnScope() throws {
  var own = try group("own")
  own.scope = .managementGroups(["m", "n"])
  let discovery = declared(try group("plain"), own)
  let lookUps = LookUps(
    discovery, declarations: [], settings: RuntimeSettings(), snapshot: nil, wantsEveryGroup: true, now: noon)
  #expect(lookUps.queries.map(\.scope) == [.subscriptions(["sub"]), .managementGroups(["m", "n"])])
  let scopes: [GraphScope] = [
    .everything, .subscriptions(["a", "b"]), .subscriptions(["a"]), .managementGroups(["a", "b"]),
    .managementGroups(["a"]), .subscriptions(["all"]),
  ]
  #expect(Set(scopes.map { LookUps.fingerprint("Resources", $0) }).count >= 5, "another scope is another question")
}

/// Lists that were found together are not asked for again together, and each is in each time that lists are kept.
@Test func listsGetOldByTurns() throws {
  let groups = try (0..<30).map { try group("group \($0)") }
  var discovery = declared()
  discovery.groups = groups
  var content = SnapshotContent(takenAt: 0, isFrozen: true)
  func found(_ group: DiscoveryGroup, at time: Int) -> FoundGroup {
    FoundGroup(
      name: group.name, fingerprint: LookUps.fingerprint(DiscoveryQuery(group).text, .subscriptions(["sub"])),
      foundAt: time,
      resources: [])
  }
  content.groups = groups.map { found($0, at: noon) }
  var counts: [Int] = []
  for minute in 1...10 {
    let now = noon + minute * 60
    let lookUps = LookUps(
      discovery, declarations: [], settings: RuntimeSettings(), snapshot: content, wantsEveryGroup: true, now: now)
    counts.append(lookUps.queries.count)
    #expect(lookUps.known.allSatisfy { now - $0.foundAt < 300 })
    content.groups = groups.map { group in
      lookUps.known.first { $0.name == group.name } ?? found(group, at: now)
    }
  }
  #expect(counts.prefix(5).reduce(0, +) == 30 && counts.suffix(5).reduce(0, +) == 30, "\(counts)")
  #expect((counts.max() ?? 0) <= 12, "\(counts)")
}

@Test func foundResourcesArePlannedLikeDeclaredOnes() throws {
  var wanting = try metric("m", resources: [["Declared"]])
  wanting.discoveryGroups = ["vaults", "VAULTS"]
  let prefix = "subscriptions/sub/resourceGroups/RG/providers/"
  let found = FoundGroup(
    name: "vaults", fingerprint: "", foundAt: noon,
    resources: [
      FoundResource(id: prefix + "Microsoft.KeyVault/vaults/declared", resourceGroup: "rg", region: "eastus"),
      FoundResource(id: prefix + "Microsoft.KeyVault/vaults/New", resourceGroup: "rg", region: "eastus"),
      FoundResource(id: prefix + "Microsoft.Other/things/x", resourceGroup: "rg", region: "eastus"),
    ])
  let plan = Planner.plan(
    [declaration([wanting])], discovery: declared(try group("vaults")), found: [found], settings: RuntimeSettings(),
    snapshot: nil, now: noon, zone: .utc)
  #expect(plan.targets.count == 2, "one is declared and found, and one is none")
  #expect(
    plan.resources.map(\.id.text) == [
      "subscriptions/sub/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/Declared",
      "subscriptions/sub/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/New",
    ])
}

@Test(arguments: [
  ("WebApp", "Microsoft.Web/sites/app/slots/blue", "app", ["slot_name=blue"]),
  ("WebApp", "Microsoft.Web/sites/app", "app", ["slot_name=production"]),
  ("SqlDatabase", "Microsoft.Sql/servers/srv/databases/db", "db", ["server=srv", "database=db"]),
  ("ServiceBusNamespace", "microsoft.servicebus/NAMESPACES/bus", "bus", []),
])
func foundResourcesGetTheirFieldsFromTheirId(type: String, path: String, name: String, labels: [String]) throws {
  var wanting = try metric("m", type: type, resources: [])
  wanting.discoveryGroups = ["g"]
  let found = FoundGroup(
    name: "g", fingerprint: "", foundAt: noon,
    resources: [FoundResource(id: "subscriptions/s/resourceGroups/R/providers/" + path, resourceGroup: "r", region: "")]
  )
  let plan = Planner.plan(
    [declaration([wanting])], discovery: declared(try group("g", type: type)), found: [found],
    settings: RuntimeSettings(), snapshot: nil, now: noon, zone: .utc)
  #expect(plan.resources.map(\.name) == [name])
  #expect(plan.resources.map { $0.labels.map { "\($0.name)=\($0.value)" } } == [labels])
}
