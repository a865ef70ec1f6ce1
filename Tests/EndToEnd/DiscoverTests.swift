import AzureEmulator
import Foundation
import Testing

/// What `swath discover` prints.
@Suite(.serialized) struct EndToEndDiscoverTests {
  private struct Document: Decodable {
    var groups: [Group]
    struct Group: Decodable {
      var name, type: String
      var count: Int?
      var foundAt: String?
      var before: Int?
    }
  }

  private struct Listing: Decodable {
    var groups: [Group]
    struct Group: Decodable { var resources, added, removed: [Resource]? }
    struct Resource: Decodable { var id, name, resourceGroup, region, subscription: String }
  }

  private func discover(
    _ estate: EmulatedEstate, _ arguments: [String] = []
  ) throws -> (status: Int32, stdout: String, stderr: String) {
    let folder = estate.swath.folder.appending(path: "config").path
    return try estate.swath.call(
      ["discover", "--config-dir", folder, "--state", estate.swath.snapshot.path, "--at", estate.at] + arguments)
  }

  private func decoded<Value: Decodable>(_ text: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  private func expected(_ estate: EmulatedEstate, _ type: String) -> [EmulatedResource] {
    estate.configuration.estate.resources.filter { $0.type.name == type && !estate.removed.contains($0.id) }
  }

  @Test func everyGroupIsCountedAndNothingIsWritten() async throws {
    try await EmulatedEstate.with(resources: 32, isDiscovered: true) { estate in
      let found = try discover(estate)
      #expect(found.status == 0, "\(found.stderr)")
      let lines = found.stdout.split(separator: "\n")
      #expect(lines[0].hasPrefix("GROUP") && lines[0].hasSuffix("FOUND AT"))
      let document = try decoded(try discover(estate, ["--format", "json"]).stdout, as: Document.self)
      #expect(document.groups.count == lines.count - 1)
      for group in document.groups {
        let count = try #require(group.count)
        let declared = expected(estate, group.type).count
        // Web apps are found with function apps told apart by kind and slots beside them, which has tests of its own.
        #expect(count == declared || group.type == "WebApp", "\(group.name)")
        #expect(group.foundAt == estate.at)
        #expect(lines.contains { $0.hasPrefix("\(group.name) ") && $0.contains("  \(count)  ") })
      }
      #expect(!FileManager.default.fileExists(atPath: estate.swath.snapshot.path))
      #expect(!FileManager.default.fileExists(atPath: estate.swath.output.path))
    }
  }

  /// What it prints is a declaration that a pass takes as it is.
  @Test func theMetricsOfAResourceAreADeclaration() async throws {
    try await EmulatedEstate.with(resources: 32, isDiscovered: true) { estate in
      for type in ["KeyVault", "ServiceBusNamespace", "SqlDatabase"] {
        let resource = try #require(expected(estate, type).first)
        let found = try discover(estate, ["--metrics", "/" + resource.id])
        #expect(found.status == 0, "\(found.stderr)")
        let rows = MetricRow.all(of: resource.armType)
        for row in rows { #expect(found.stdout.contains("metricName: \(row.name)\n"), "\(row.name)") }
        #expect(found.stdout.contains("resourceType: \(type)\n"))
        let own = try String(
          contentsOf: estate.swath.folder.appending(path: "config/metrics-declaration.yaml"), encoding: .utf8)
        let cloud = try #require(own.firstMatch(of: /\n  cloud: Custom\n  endpoints:\n(?:    .*\n)+/)).output
        let declared = found.stdout.replacing(/\n  cloud: Custom.*\n/, with: cloud)
        #expect(declared != found.stdout)
        try estate.swath.write(declared, "offered.yaml")
        let file = estate.swath.folder.appending(path: "config/offered.yaml").path
        let pass = try estate.run(["--declaration", file])
        #expect(pass.status == 0, "\(pass.stderr)")
      }
      #expect(try discover(estate, ["--metrics", "kv"]).status == 64)
      let unknown = try #require(expected(estate, "KeyVault").first).id + "-2"
      let gone = try discover(estate, ["--metrics", unknown])
      #expect(gone.status == 75 && gone.stderr.contains("ResourceNotFound"), "\(gone.stderr)")
    }
  }

  @Test func theResourcesOfAGroupAreListed() async throws {
    try await EmulatedEstate.with(resources: 32, isDiscovered: true) { estate in
      let listed = try discover(estate, ["ALL-sqlDatabase", "--format", "json"])
      #expect(listed.status == 0, "\(listed.stderr)")
      let resources = try #require(try decoded(listed.stdout, as: Listing.self).groups.first?.resources)
      let expected = expected(estate, "SqlDatabase")
      #expect(Set(resources.map(\.id)) == Set(expected.map(\.id)))
      #expect(Set(resources.map(\.name)) == Set(expected.map { "\($0.fields[0])/\($0.fields[1])" }))
      #expect(resources.allSatisfy { $0.id.contains("/\($0.subscription)/") && !$0.region.isEmpty })
      let table = try discover(estate, ["all-sqldatabase"]).stdout.split(separator: "\n")
      #expect(table.count == expected.count + 1 && table[0].hasPrefix("NAME "))
      for resource in resources { #expect(table.contains { $0.hasPrefix("\(resource.name) ") }) }
      let unknown = try discover(estate, ["all-vaults"])
      #expect(unknown.status == 64 && unknown.stderr.contains("all-keyvault"), "\(unknown.stderr)")
    }
  }

  @Test func queriesArePrintedWithoutAskingAnybody() async throws {
    try await EmulatedEstate.with(isDiscovered: true) { estate in
      let one = try discover(estate, ["all-keyvault", "--kql"])
      #expect(
        one.stdout == """
          Resources
          | where type =~ 'microsoft.keyvault/vaults'
          | project id, resourceGroup, location
          | order by id asc

          """)
      let all = try discover(estate, ["--kql"]).stdout
      #expect(all.contains("// all-keyvault\n\(one.stdout)\n// "))
      #expect(try discover(estate, ["--kql", "--format", "json"]).stdout.contains(#""query": "Resources\n| where"#))
      #expect(estate.server.statistics.calls.isEmpty)
      #expect(try discover(estate, ["--kql", "--diff"]).status == 64)
    }
  }

  @Test func whatCameAndWentSinceTheSnapshotIsTold() async throws {
    try await EmulatedEstate.with(resources: 32, isDiscovered: true) { estate in
      #expect(try discover(estate, ["--diff"]).status == 66, "there is nothing to compare with")
      let vaults = expected(estate, "KeyVault")
      estate.removed = [vaults[0].id]
      try estate.run()
      estate.removed = [vaults[1].id]
      let overview = try discover(estate, ["--diff"])
      #expect(overview.status == 0, "\(overview.stderr)")
      let line = try #require(overview.stdout.split(separator: "\n").first { $0.hasPrefix("all-keyvault ") })
      let numbers = line.split(separator: " ").compactMap { Int($0) }
      #expect(numbers == [vaults.count - 1, vaults.count - 1, 1, 1])
      let group = try #require(
        try decoded(try discover(estate, ["all-keyvault", "--diff", "--format", "json"]).stdout, as: Listing.self)
          .groups.first)
      #expect(group.added?.map(\.id) == [vaults[0].id] && group.removed?.map(\.id) == [vaults[1].id])
      // The quota of Resource Graph is whole again.
      estate.advance(seconds: 10)
      let lines = try discover(estate, ["all-keyvault", "--diff"]).stdout.split(separator: "\n").dropFirst()
      #expect(lines.map(\.first) == ["+", "-"])
      estate.server.resetStatistics()
      let offline = try decoded(
        try discover(estate, ["all-keyvault", "--offline", "--format", "json"]).stdout, as: Listing.self)
      #expect(offline.groups.first?.resources?.map(\.id).sorted() == vaults.dropFirst().map(\.id).sorted())
      #expect(estate.server.statistics.calls.isEmpty)
    }
  }

  @Test func whatCannotBeFoundOutIsSaid() async throws {
    try await EmulatedEstate.with(isDiscovered: true) { estate in
      estate.server.set(faults: [Fault(.status(403), match: "ResourceGraph")])
      let forbidden = try discover(estate, ["--format", "json"])
      #expect(forbidden.status == 77 && forbidden.stderr.contains("AuthorizationFailed"), "\(forbidden.stderr)")
      let document = try decoded(forbidden.stdout, as: Document.self)
      #expect(document.groups.allSatisfy { $0.count == nil && $0.foundAt == nil })
      estate.server.set(faults: [Fault(.status(503), match: "ResourceGraph", retryAfter: "0")])
      #expect(try discover(estate).status == 75)
    }
  }

  @Test func withoutADeclarationThereIsNothingToList() throws {
    let swath = try SwathProcess()
    let result = try swath.call(["discover", "--config-dir", swath.folder.appending(path: "config").path])
    #expect(result.status == 66 && result.stderr.contains("resource-discovery-declaration.yaml"), "\(result.stderr)")
  }

  /// Writes the estate's discovery declaration with one group, whose keys are given.
  private func declare(_ estate: EmulatedEstate, _ keys: String) throws {
    let file = estate.swath.folder.appending(path: "config/resource-discovery-declaration.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let end = try #require(text.range(of: "resourceDiscoveryGroups:")).upperBound
    try estate.swath.write(
      text[..<end] + "\n  - {name: vaults, type: KeyVault, \(keys)}\n", "resource-discovery-declaration.yaml")
  }

  @Test func criteriaChooseAndLeaveOut() async throws {
    let estate = Estate(seed: 3, resources: 60, subscriptions: 2, regions: 3, type: "KeyVault")
    try await EmulatedEstate.with(isDiscovered: true, estate: estate) { estate in
      let vaults = expected(estate, "KeyVault")
      func has(_ vault: EmulatedResource, _ tag: String, _ value: String) -> Bool {
        vault.tags.contains { $0.name == tag && $0.value == value }
      }
      let (one, region) = (vaults[0], vaults[0].region)
      let cases: [(keys: String, isWanted: (EmulatedResource) -> Bool)] = [
        ("criteria: {include: {names: [\(one.fields[0].uppercased())]}}", { $0.id == one.id }),
        ("criteria: {exclude: {names: [\(one.fields[0])|none]}}", { $0.id != one.id }),
        ("criteria: {exclude: {subscriptions: [\(one.subscriptionID)]}}", { $0.subscriptionID != one.subscriptionID }),
        (
          "criteria: {exclude: {regions: [\(region)], resourceGroups: [\(one.resourceGroup.uppercased())]}}",
          { $0.region != region && $0.resourceGroup.lowercased() != one.resourceGroup.lowercased() }
        ),
        ("criteria: {exclude: {tags: {env: test}}}", { !has($0, "env", "test") }),
        ("criteria: {include: {tags: {env: test, team: ops}}}", { has($0, "env", "test") || has($0, "team", "ops") }),
        (
          "criteria: {include: {tags: {env: test, team: ops}, tagsMatch: all}}",
          { has($0, "env", "test") && has($0, "team", "ops") }
        ),
        (
          "criteria: {exclude: {tags: {env: test, team: ops}, tagsMatch: all}}",
          { !(has($0, "env", "test") && has($0, "team", "ops")) }
        ),
      ]
      for (keys, isWanted) in cases {
        try declare(estate, keys)
        estate.advance(seconds: 10)
        let listed = try discover(estate, ["vaults", "--format", "json"])
        #expect(listed.status == 0, "\(listed.stderr)")
        let found = try decoded(listed.stdout, as: Listing.self).groups.first?.resources?.map(\.id)
        let wanted = vaults.filter(isWanted).map(\.id)
        #expect(Set(found ?? []) == Set(wanted) && found?.count == wanted.count, "\(keys)")
        #expect(!wanted.isEmpty && wanted.count < vaults.count, "\(keys) chooses")
      }
    }
  }

  @Test func aGroupBeyondItsLimitIsNotFoundOut() async throws {
    let estate = Estate(seed: 3, resources: 20, subscriptions: 2, regions: 1, type: "KeyVault")
    try await EmulatedEstate.with(isDiscovered: true, estate: estate) { estate in
      try declare(estate, "limit: 20")
      #expect(try discover(estate).status == 0)
      try declare(estate, "limit: 19")
      let result = try discover(estate)
      #expect(result.status == 75 && result.stderr.contains("has 20 resources, more than the group's limit of 19"))
    }
  }
}
