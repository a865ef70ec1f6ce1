import AzureEmulator
import Foundation
import Testing

/// What groups can say beyond Promitor's: where to look, and how to choose.
@Suite(.serialized) struct EndToEndDiscoveryGroupTests {
  /// Writes a discovery declaration for the emulator: the scope is a line of `azureLandscape`, each group a line.
  private func declare(_ estate: EmulatedEstate, scope: String, groups: [String]) throws {
    let file = estate.swath.folder.appending(path: "config/resource-discovery-declaration.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let cloud = try #require(text.range(of: "  cloud:")).lowerBound
    let end = try #require(text.range(of: "resourceDiscoveryGroups:")).lowerBound
    let landscape = "azureLandscape:\n  tenantId: \(estate.configuration.tenantID)\n  \(scope)\n"
    let list = groups.map { "  - {\($0)}\n" }.joined()
    try estate.swath.write(
      landscape + text[cloud..<end] + "resourceDiscoveryGroups:\n" + list, "resource-discovery-declaration.yaml")
  }

  /// The ids of the resources of each group, as `swath discover` lists them.
  private func discover(_ estate: EmulatedEstate, _ group: String) throws -> [String] {
    struct Listing: Decodable {
      var groups: [Group]
      struct Group: Decodable { var resources: [Resource]? }
      struct Resource: Decodable { var id: String }
    }
    // The quota of Resource Graph is whole again.
    estate.advance(seconds: 10)
    let result = try call(estate, ["discover", group, "--format", "json"])
    #expect(result.status == 0, "\(result.stderr)")
    return try JSONDecoder().decode(Listing.self, from: Data(result.stdout.utf8)).groups[0].resources?.map(\.id) ?? []
  }

  private func call(_ estate: EmulatedEstate, _ arguments: [String]) throws -> (
    status: Int32, stdout: String, stderr: String
  ) {
    try estate.swath.call(
      arguments + [
        "--config-dir", estate.swath.folder.appending(path: "config").path, "--state", estate.swath.snapshot.path,
        "--at", estate.at,
      ])
  }

  private func ids(_ estate: EmulatedEstate, _ isWanted: (EmulatedResource) -> Bool) -> Set<String> {
    Set(estate.configuration.estate.resources.filter(isWanted).map(\.id))
  }

  @Test func theScopeIsWhatIsSaid() async throws {
    let estate = Estate(seed: 3, resources: 30, subscriptions: 3, regions: 2, type: "KeyVault")
    try await EmulatedEstate.with(isDiscovered: true, estate: estate) { estate in
      let groups = [
        "name: plain, type: KeyVault", "name: second, type: KeyVault, managementGroups: [mg-2]",
        "name: everywhere, type: KeyVault, subscriptions: all",
      ]
      func of(_ numbers: Set<Character>) -> Set<String> {
        ids(estate) { $0.subscriptionID.last.map(numbers.contains) == true }
      }
      let first = "00000000-0000-0000-0000-000000000001"
      for (scope, numbers) in [
        ("subscriptions: all", "123"), ("subscriptions: [all]", "123"), ("subscriptions: [\(first)]", "1"),
        ("managementGroups: [mg-1, MG-3]", "13"), ("managementGroups: [\(estate.configuration.tenantID)]", "123"),
      ] {
        try declare(estate, scope: scope, groups: groups)
        let plain = try discover(estate, "plain")
        #expect(Set(plain) == of(Set(numbers)) && Set(plain).count == plain.count, "\(scope)")
        #expect(Set(try discover(estate, "second")) == of(["2"]), "\(scope)")
        #expect(Set(try discover(estate, "everywhere")) == of(["1", "2", "3"]), "\(scope)")
      }
      try declare(estate, scope: "managementGroups: [nowhere]", groups: ["name: plain, type: KeyVault"])
      let refused = try call(estate, ["discover"])
      #expect(refused.status == 77 && refused.stderr.contains("AuthorizationFailed"), "\(refused.stderr)")
    }
  }

  @Test func aPassLooksEverywhere() async throws {
    let estate = Estate(seed: 3, resources: 30, subscriptions: 3, regions: 2, type: "KeyVault")
    try await EmulatedEstate.with(isDiscovered: true, estate: estate) { estate in
      try declare(estate, scope: "subscriptions: all", groups: ["name: all-keyvault, type: KeyVault"])
      #expect(try estate.run().status == 0)
      #expect(Exposed(try #require(estate.swath.text("swath.prom"))).values == estate.expected)
      // Another scope is another question, so that the list of the first is not used for it.
      try declare(estate, scope: "managementGroups: [mg-1]", groups: ["name: all-keyvault, type: KeyVault"])
      estate.advance(seconds: 60)
      #expect(try estate.run().status == 0)
      let found = Exposed(try #require(estate.swath.text("swath-self.prom")))
      #expect(found["swath_discovery_resources", "group=all-keyvault"] == 10)
    }
  }

  @Test func oneGroupHasTheResourcesOfManyTypes() async throws {
    func edit(_ text: String) -> String { text.replacing(/name: all-[a-z]+/, with: "name: estate") }
    try await EmulatedEstate.with(resources: 48, isDiscovered: true, editing: edit) { estate in
      let wanted = Set(estate.metrics.filter { $0.discoveryGroup != nil }.map(\.type.name))
      #expect(wanted.contains("WebApp"), "of which some are function apps, and no metric wants those")
      let types = wanted.union(["FunctionApp"]).sorted()
      try declare(
        estate, scope: "subscriptions: all", groups: ["name: estate, types: [\(types.joined(separator: ", "))]"])
      for queries in 1...2 {
        #expect(try estate.run().status == 0)
        #expect(Exposed(try #require(estate.swath.text("swath.prom"))).values == estate.expected)
        #expect(estate.server.statistics.calls["resourceGraph"] == queries, "one for all types")
        // Longer than lists are good for; what the snapshot has of the types is compared with the new list.
        estate.advance(seconds: 600)
      }
      let table = try call(estate, ["discover", "--offline"]).stdout.split(separator: "\n").dropFirst()
      #expect(table.map { $0.split(separator: " ")[1] } == types.map { $0[...] })
      let listed = try call(estate, ["discover", "estate", "--offline"]).stdout.split(separator: "\n").dropFirst()
      #expect(table.map { Int($0.split(separator: " ")[2]) ?? 0 }.reduce(0, +) == listed.count)
      let changes = try call(estate, ["discover", "estate", "--diff"])
      #expect(changes.status == 0 && changes.stdout.split(separator: "\n").count == 1, "\(changes.stdout)")
      #expect(try call(estate, ["discover", "estate", "--kql"]).stdout.contains("resourceType = case(type in~ ("))
    }
  }

  @Test func aPredicateChoosesBesideTheCriteria() async throws {
    let estate = Estate(seed: 3, resources: 60, subscriptions: 2, regions: 3, type: "KeyVault")
    try await EmulatedEstate.with(isDiscovered: true, estate: estate) { estate in
      let vaults = estate.configuration.estate.resources
      let (one, other) = (vaults[0], vaults[1])
      try declare(
        estate, scope: "subscriptions: all",
        groups: [
          """
          name: vaults, type: KeyVault, criteria: {include: {regions: [\(one.region), \(other.region)]}, \
          predicate: "not(name matches regex @'^(?i)(?:\(one.fields[0])|x)$') and (location =~ '\(one.region)')"}
          """
        ])
      let wanted = ids(estate) { $0.region == one.region && $0.id != one.id }
      #expect(!wanted.isEmpty)
      #expect(Set(try discover(estate, "vaults")) == wanted)
      try declare(
        estate, scope: "subscriptions: all",
        groups: ["name: vaults, type: KeyVault, criteria: {predicate: \"true) or (true\"}"])
      let refused = try call(estate, ["discover"])
      #expect(refused.status == 78 && refused.stderr.contains("closes a bracket that is not open"), "\(refused.stderr)")
    }
  }
}
