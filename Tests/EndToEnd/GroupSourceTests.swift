import AzureEmulator
import Foundation
import Testing

/// Groups whose resources somebody else tells than Azure Resource Graph.
@Suite(.serialized) struct EndToEndGroupSourceTests {
  /// Whether all series are as they must be.
  private func check(_ estate: EmulatedEstate, at place: SourceLocation = #_sourceLocation) throws {
    let (shown, expected) = (Exposed(try #require(estate.swath.text("swath.prom"))).values, estate.expected)
    // Resource Graph finds web apps beside their slots, which nobody lists here.
    let wrong = Set(shown.keys).union(expected.keys).filter {
      shown[$0] != expected[$0] && !$0.hasPrefix("azure_webapp_")
    }
    #expect(wrong.isEmpty, sourceLocation: place)
  }

  /// No discovery declaration, and nobody who is asked in its place.
  private func withoutDeclaration(_ body: (EmulatedEstate) async throws -> Void) async throws {
    try await EmulatedEstate.with(resources: 48, isDiscovered: true) { estate in
      try FileManager.default.removeItem(
        at: estate.swath.folder.appending(path: "config/resource-discovery-declaration.yaml"))
      try await body(estate)
    }
  }

  private func inventory(_ estate: EmulatedEstate, without type: String = "") throws -> String {
    let byType = Dictionary(grouping: estate.configuration.estate.resources) { $0.type.name }
    let groups = byType.filter { $0.key != type }.sorted { $0.key < $1.key }.map { name, resources in
      let rows = resources.map { #"{"id": "/\#($0.id)", "region": "\#($0.region.uppercased())"}"# }
      return #"{"name": "All-\#(name)", "resources": [\#(rows.joined(separator: ", "))]}"#
    }
    let path = estate.swath.folder.appending(path: "inventory.json")
    try #"{"swath-inventory": {"version": 1}, "groups": [\#(groups.joined(separator: ",\n"))]}"#.write(
      to: path, atomically: true, encoding: .utf8)
    return path.path
  }

  @Test func anInventoryReplacesDiscovery() async throws {
    try await withoutDeclaration { estate in
      let path = try inventory(estate)
      let result = try estate.run(["--inventory", path])
      #expect(result.status == 0, "\(result.stderr)")
      try check(estate)
      #expect(estate.server.statistics.calls["resourceGraph"] == nil)
      let folder = estate.swath.folder.appending(path: "config").path
      let checked = try estate.swath.call(["validate", "--config-dir", folder, "--inventory", path, "--strict"])
      #expect(checked.status == 0, "\(checked.stderr)")

      estate.advance(seconds: 300)
      let partial = try estate.run(["--inventory", try inventory(estate, without: "KeyVault")])
      #expect(partial.status == 3 && partial.stderr.contains("has no group all-keyvault"), "\(partial.stderr)")
      #expect(try estate.run(["--inventory", path + "x"]).status == 66)
      try "{}".write(toFile: path, atomically: true, encoding: .utf8)
      let none = try estate.run(["--inventory", path])
      #expect(none.status == 78 && none.stderr.contains("swath-inventory"), "\(none.stderr)")
    }
  }

  @Test func anInventoryTellsTypesWhereIdsDoNot() async throws {
    func edit(_ text: String) -> String { text.replacing(/name: all-[a-z]+/, with: "name: estate") }
    try await EmulatedEstate.with(resources: 48, isDiscovered: true, editing: edit) { estate in
      let rows = estate.configuration.estate.resources.map {
        #"{"id": "/\#($0.id)", "region": "\#($0.region)", "resourceType": "\#($0.type.name)"}"#
      }
      let path = estate.swath.folder.appending(path: "inventory.json")
      let groups = #"[{"name": "estate", "resources": [\#(rows.joined(separator: ",\n"))]}]"#
      try #"{"swath-inventory": {"version": 1}, "groups": \#(groups)}"#.write(
        to: path, atomically: true, encoding: .utf8)
      let result = try estate.run(["--inventory", path.path])
      #expect(result.status == 0, "\(result.stderr)")
      try check(estate)
      #expect(estate.server.statistics.calls["resourceGraph"] == nil)
    }
  }

  @Test func promitorsAgentIsAskedWhereThereIsNoDeclaration() async throws {
    try await withoutDeclaration { estate in
      let port = try #require(estate.server.endpoint.split(separator: ":").last)
      estate.swath.environment["PROMITOR_YAML_OVERRIDE_resourceDiscovery__host"] = "127.0.0.1"
      estate.swath.environment["PROMITOR_YAML_OVERRIDE_resourceDiscovery__port"] = String(port)
      let result = try estate.run()
      #expect(result.status == 0, "\(result.stderr)")
      try check(estate)
      let asked = estate.server.statistics.calls["discoveryAgent"] ?? 0
      #expect(asked > 0 && estate.server.statistics.calls["resourceGraph"] == nil)

      estate.advance(seconds: 60)
      #expect(try estate.run().status == 0)
      #expect(estate.server.statistics.calls["discoveryAgent"] == asked, "its lists are good for five minutes")

      estate.server.set(faults: [try #require(Fault(query: "status=503&retryAfter=0&match=/api/v2"))])
      estate.advance(seconds: 600)
      let without = try estate.run()
      #expect(
        without.status == 3 && without.stderr.contains("its list from 660 seconds ago is used"), "\(without.stderr)")
      try check(estate)
    }
  }
}
