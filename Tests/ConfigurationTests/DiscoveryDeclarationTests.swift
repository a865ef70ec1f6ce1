import Catalog
import Formats
import Model
import Testing

@testable import Configuration

private func discovery(subscriptions: String = "[s1]", groups: String) -> String {
  discovery(scope: "subscriptions: \(subscriptions)", groups: groups)
}

private func discovery(scope: String, groups: String = "- {name: a, type: KeyVault}") -> String {
  """
  version: v1
  azureLandscape:
    tenantId: c8819874-9e56-4e3f-b1a8-1c0325138f27
    \(scope)
  resourceDiscoveryGroups:
  \(groups)
  """
}

/// Each with the mark where the fault must be reported; metrics are checked against what is read.
let brokenDiscovery: [(name: String, rule: String, marked: String)] = [
  (
    "duplicate-group", "duplicate-group", discovery(groups: "- {name: a, type: KeyVault}\n- {name: ‸A, type: KeyVault}")
  ),
  (
    "duplicate-subscription", "duplicate-subscription",
    discovery(subscriptions: "‸[s1, S1]", groups: "- {name: a, type: KeyVault}")
  ),
  ("no-subscriptions", "no-subscriptions", discovery(subscriptions: "‸[]", groups: "- {name: a, type: KeyVault}")),
  ("not-discoverable", "not-discoverable", discovery(groups: "- {name: a, type: ‸Generic}")),
  ("not-discoverable-beside", "not-discoverable", discovery(groups: "- {name: a, types: ‸[KeyVault, BlobStorage]}")),
  ("group-without-type", "group-without-type", discovery(groups: "- ‸{name: a}")),
  ("group-without-types", "group-without-type", discovery(groups: "- ‸{name: a, types: []}")),
  ("both-types", "both-types", discovery(groups: "- {name: a, type: KeyVault, types: ‸[WebApp]}")),
  ("duplicate-type", "duplicate-type", discovery(groups: "- {name: a, types: ‸[KeyVault, WebApp, keyvault]}")),
  ("unknown-type-beside", "unknown-resource-type", discovery(groups: "- {name: a, types: ‸[KeyVault, WebApps]}")),
  (
    "no-scope", "missing-key",
    "azureLandscape:\n  ‸tenantId: t\nresourceDiscoveryGroups:\n- {name: a, type: KeyVault}"
  ),
  ("all-beside-others", "bad-value", discovery(subscriptions: "‸[s1, ALL]", groups: "- {name: a, type: KeyVault}")),
  ("subscriptions-text", "wrong-kind", discovery(subscriptions: "‸s1", groups: "- {name: a, type: KeyVault}")),
  ("both-scopes", "both-scopes", discovery(scope: "subscriptions: all\n  managementGroups: ‸[m]")),
  ("no-management-groups", "no-subscriptions", discovery(scope: "managementGroups: ‸[]")),
  (
    "management-group-path", "bad-value",
    discovery(scope: "managementGroups: ‸[/providers/Microsoft.Management/managementGroups/m]")
  ),
  (
    "scopes-of-group", "both-scopes",
    discovery(groups: "- {name: a, type: KeyVault, subscriptions: [s], managementGroups: ‸[m]}")
  ),
  (
    "bad-predicate", "bad-predicate",
    discovery(groups: "- {name: a, type: KeyVault, criteria: {predicate: ‸\"kind == 'x') or (1 == 1\"}}")
  ),
]

private func readDiscovery(_ text: String, file: String = "d.yaml") -> (DiscoveryDeclaration?, Diagnostics) {
  var diagnostics = Diagnostics()
  let declaration = DiscoveryDeclaration.read(Array(text.utf8), file: file, diagnostics: &diagnostics)
  return (declaration, diagnostics)
}

@Test(arguments: brokenDiscovery)
func aBrokenDiscoveryDeclarationIsExplained(name: String, rule: String, marked: String) throws {
  let before = marked.prefix { $0 != "‸" }.split(separator: "\n", omittingEmptySubsequences: false)
  let (_, diagnostics) = readDiscovery(marked.replacing("‸", with: ""), file: "\(name).yaml")
  #expect(
    diagnostics.sorted.contains {
      $0.rule.id == rule && $0.position.line == before.count
        && $0.position.column == (before.last?.unicodeScalars.count ?? 0) + 1
    })
  try expectGolden(diagnostics.rendered(), "\(name).txt")
}

@Test func aWholeDiscoveryDeclarationIsRead() throws {
  let (found, diagnostics) = readDiscovery(
    """
    version: v1
    AzureLandscape:
      tenantId: t
      cloud: custom
      subscriptions:
        - s1
        - s2
      endpoints:
        authenticationEndpoint: https://auth/
        resourceManagerEndpoint: http://127.0.0.1:8080/
        managementEndpoint: https://manage/
        graphEndpoint: https://graph/
        storageEndpointSuffix: s
        keyVaultSuffix: k
    resourceDiscoveryGroups:
    - name: vaults
      type: keyvault
      criteria:
        include:
          subscriptions: [a]
          resourceGroups: [b, c]
          regions: [West Europe]
          tags:
            app: promitor-1|promitor-2
    - name: apps
      type: WebApp
    """)
  #expect(diagnostics.rendered() == "")
  let declaration = try #require(found)
  #expect(declaration.scope == .subscriptions(["s1", "s2"]) && declaration.tenantID == "t")
  #expect(declaration.cloud.resourceManager == "http://127.0.0.1:8080")
  #expect(declaration.cloud.managementAudience == "https://manage")
  let vaults = try #require(declaration.group("VAULTS"))
  #expect(vaults.types.map(\.name) == ["KeyVault"] && vaults.include.resourceGroups == ["b", "c"])
  #expect(vaults.include.tags == [.init(name: "app", pattern: "promitor-1|promitor-2")])
  #expect(declaration.group("apps")?.include == .init())
}

@Test func groupsTakeFromTheDefaultsWhatTheyDoNotSay() throws {
  let (found, diagnostics) = readDiscovery(
    """
    azureLandscape: {tenantId: t, subscriptions: [s]}
    resourceDiscoveryDefaults:
      limit: 10
      criteria:
        include: {regions: [eastus], tags: {app: a}, tagsMatch: all}
        exclude: {names: [x.*], resourceGroups: [sandbox]}
    resourceDiscoveryGroups:
    - {name: plain, type: KeyVault}
    - {name: half, type: KeyVault, criteria: {include: {tags: {b: c}}}}
    - name: own
      type: KeyVault
      limit: 20
      criteria:
        include: {regions: [], names: [kv.*], tagsMatch: any}
        exclude: {resourceGroups: [other]}
    """)
  #expect(diagnostics.rendered() == "")
  let plain = try #require(found?.group("plain"))
  #expect(plain.include.regions == ["eastus"] && plain.include.tags.map(\.name) == ["app"])
  #expect(plain.include.meansAllTags && plain.limit == 10)
  #expect(plain.exclude.names == ["x.*"] && plain.exclude.resourceGroups == ["sandbox"])
  let half = try #require(found?.group("half")?.include)
  #expect(half.tags.map(\.name) == ["b"] && half.meansAllTags && half.regions == ["eastus"])
  let own = try #require(found?.group("own"))
  #expect(own.include.regions.isEmpty && own.include.names == ["kv.*"] && own.include.tags.map(\.name) == ["app"])
  #expect(!own.include.meansAllTags && own.limit == 20)
  #expect(own.exclude.names == ["x.*"] && own.exclude.resourceGroups == ["other"])
}

@Test(arguments: [
  ("subscriptions: all", GraphScope.everything), ("subscriptions: All", .everything),
  ("subscriptions: [all]", .everything),
  ("subscriptions: [a, b]", .subscriptions(["a", "b"])), ("managementGroups: [m, n]", .managementGroups(["m", "n"])),
])
func theScopeIsSubscriptionsOrManagementGroups(text: String, scope: GraphScope) throws {
  let groups = "- {name: a, type: KeyVault}\n- {name: own, type: KeyVault, \(text)}"
  for (declared, isWhole) in [(discovery(scope: text, groups: groups), true), (discovery(groups: groups), false)] {
    let (found, diagnostics) = readDiscovery(declared)
    #expect(diagnostics.rendered() == "")
    let declaration = try #require(found)
    let group = try #require(declaration.group("a"))
    #expect(declaration.scope(of: group) == (isWhole ? scope : .subscriptions(["s1"])))
    #expect(declaration.scope(of: try #require(declaration.group("own"))) == scope)
  }
}

@Test func aPredicateComesFromTheDefaultsToo() throws {
  let (found, diagnostics) = readDiscovery(
    """
    azureLandscape: {tenantId: t, subscriptions: all}
    resourceDiscoveryDefaults:
      criteria:
        predicate: properties.a == 'b'
    resourceDiscoveryGroups:
    - {name: plain, type: KeyVault}
    - name: own
      type: KeyVault
      criteria:
        predicate: |
          kind == 'x'
          and isnotempty(zones)
    """)
  #expect(diagnostics.rendered() == "")
  #expect(found?.group("plain")?.predicate == "properties.a == 'b'")
  #expect(found?.group("own")?.predicate == "kind == 'x'\nand isnotempty(zones)")
}

@Test func aGroupHasOneTypeOrSeveral() throws {
  let (found, diagnostics) = readDiscovery(
    discovery(
      groups: "- {name: a, types: [keyvault, WebApp, 5]}\n- {name: b, Types: [KeyVault]}\n- {name: c, type: KeyVault}"))
  #expect(diagnostics.rendered() == "")
  let groups = try #require(found).groups.map { $0.types.map(\.name) }
  #expect(groups == [["KeyVault", "WebApp", "VirtualMachine"], ["KeyVault"], ["KeyVault"]])
}

@Test func metricsMustBeOfOneOfTheTypes() throws {
  let (declared, _) = readDiscovery(discovery(groups: "- {name: estate, types: [KeyVault, LogicApp]}"))
  let groups = "    resourceDiscoveryGroups: [{name: estate}]\n"
  let (metrics, _) = read(
    declaration(
      metrics: ["KeyVault", "LogicApp", "WebApp"].map { metric(name: "of_\($0)", type: $0, resources: groups) }
        .joined(separator: "\n")))
  var diagnostics = Diagnostics()
  DiscoveryDeclaration.check(declared, against: try #require(metrics).metrics, diagnostics: &diagnostics)
  #expect(diagnostics.sorted.map(\.rule.id) == ["group-of-other-type"])
  #expect(diagnostics.sorted[0].message.hasSuffix("names the group 'estate' of KeyVault, LogicApp"))
  #expect(diagnostics.sorted[0].remedy.hasPrefix("none of its resources is asked; name a group of WebApp"))
}

@Test func metricsAreCheckedAgainstTheGroups() throws {
  let (declared, _) = readDiscovery(discovery(groups: "- {name: vaults, type: KeyVault}"))
  let groups = "    resourceDiscoveryGroups: [{name: vault}, {name: VAULTS}]\n"
  let (metrics, none) = read(
    declaration(
      metrics: metric(resources: groups) + "\n" + metric(name: "b", type: "LogicApp", resources: groups)))
  #expect(none.rendered() == "")
  var diagnostics = Diagnostics()
  DiscoveryDeclaration.check(declared, against: try #require(metrics).metrics, diagnostics: &diagnostics)
  #expect(
    diagnostics.sorted.map(\.rule.id).sorted() == ["group-of-other-type", "unknown-group", "unknown-group"])
  #expect(diagnostics.sorted.first?.remedy == "did you mean 'vaults'?")
  #expect(!diagnostics.hasErrors, "Promitor starts with it")
}
