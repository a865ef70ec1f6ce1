import AzureEmulator
import Foundation
import Testing

@Suite(.serialized) struct EndToEndDiscoveryTests {
  private func check(_ estate: EmulatedEstate, at place: SourceLocation = #_sourceLocation) throws {
    let shown = Exposed(try #require(estate.swath.text("swath.prom"))).values
    #expect(!shown.isEmpty, sourceLocation: place)
    let isExpected = shown == estate.expected
    let missing = estate.expected.keys.filter { shown[$0] == nil }.sorted().first ?? "none"
    let strange = shown.keys.filter { estate.expected[$0] == nil }.sorted().first ?? "none"
    #expect(isExpected, "missing: \(missing), strange: \(strange)", sourceLocation: place)
  }

  private func calls(_ estate: EmulatedEstate) -> Int { estate.server.statistics.calls["resourceGraph"] ?? 0 }

  private func groupAge(_ estate: EmulatedEstate) throws -> Double? {
    Exposed(try #require(estate.swath.text("swath-self.prom")))["swath_discovery_age_seconds", "group=all-keyvault"]
  }

  @Test func foundResourcesGiveTheSamplesOfDeclaredOnes() async throws {
    try await EmulatedEstate.with(resources: 48, isDiscovered: true) { estate in
      let first = try estate.run()
      #expect(first.status == 0, "\(first.stderr)")
      try check(estate)
      #expect(calls(estate) == 7, "one query a group")
      #expect(estate.server.statistics.calls["token"] == 1, "values are read with the token of discovery")

      estate.advance(seconds: 240)
      #expect(try estate.run().status == 0)
      try check(estate)
      #expect(calls(estate) == 7, "the lists are good for five minutes")

      estate.advance(seconds: 60)
      #expect(try estate.run().status == 0)
      try check(estate)
      #expect(calls(estate) == 14)
    }
  }

  @Test func aVanishedResourceLeavesTheOutputs() async throws {
    try await EmulatedEstate.with(resources: 32, isDiscovered: true) { estate in
      try estate.run()
      let vault = try #require(estate.metrics.first { $0.type.name == "KeyVault" }?.resources.first)
      estate.removed = [vault.id]
      estate.advance(seconds: 300)
      #expect(try estate.run().status == 0)
      try check(estate)
      #expect(estate.swath.text("swath-self.prom")?.contains(vault.fields[0]) == false)
    }
  }

  @Test func aFailedDiscoveryUsesTheOldList() async throws {
    try await EmulatedEstate.with(resources: 32, isDiscovered: true) { estate in
      try estate.run()
      estate.server.set(faults: [Fault(.status(503), match: "ResourceGraph", retryAfter: "0")])
      estate.advance(seconds: 600)
      let result = try estate.run()
      #expect(result.status == 3)
      #expect(result.stderr.contains("its list from 600 seconds ago is used"), "\(result.stderr)")
      try check(estate)
      #expect(try groupAge(estate) == 600)
      #expect(Exposed(try #require(estate.swath.text("swath-self.prom")))["swath_pass_complete"] == 0)
      estate.server.set(faults: [])
      estate.advance(seconds: 60)
      #expect(try estate.run().status == 0)
      #expect(try groupAge(estate) == 0)
    }
  }

  @Test func aDiscoveryThatNeverSucceededIsTold() async throws {
    try await EmulatedEstate.with(resources: 32, isDiscovered: true) { estate in
      estate.server.set(faults: [Fault(.status(403), match: "ResourceGraph")])
      let result = try estate.run()
      #expect(result.status == 3, "the types that cannot be discovered are declared, and were read")
      #expect(result.stderr.contains("AuthorizationFailed") && result.stderr.contains("there is no older list"))
    }
  }

  @Test func aThousandRowsAreAPage() async throws {
    try await EmulatedEstate.with(resources: 8 * 1100, metricsPerType: 1, isDiscovered: true, isBatched: true) {
      estate in
      try estate.run(["--deadline", "600"])
      let found = Exposed(try #require(estate.swath.text("swath-self.prom")))
      #expect(found["swath_discovery_resources", "group=all-keyvault"] == 1100)
      #expect(found["swath_discovery_resources", "group=all-logicapp"] == 1100)
      #expect(calls(estate) >= 12, "two pages of each group but that of web apps")
    }
  }
}
