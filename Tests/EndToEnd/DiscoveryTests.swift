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

      // Each group has its own moment in the five minutes, so that they are asked for again by turns.
      for minute in 1...5 {
        estate.advance(seconds: 60)
        #expect(try estate.run().status == 0)
        try check(estate)
        #expect(try #require(try groupAge(estate)) < 300)
        if minute == 4 { #expect(calls(estate) < 14) }
      }
      #expect(calls(estate) == 14)
    }
  }

  @Test func aVanishedResourceLeavesEveryOutput() async throws {
    try await EmulatedEstate.with(resources: 32, isDiscovered: true, hasUploads: true) { estate in
      try estate.run()
      let vault = try #require(estate.metrics.first { $0.type.name == "KeyVault" }?.resources.first)
      let earlier = outbox(estate)
      #expect(earlier.values.contains { $0.contains(vault.fields[0]) })
      estate.removed = [vault.id]
      estate.advance(seconds: 300)
      #expect(try estate.run().status == 0)
      try check(estate)
      #expect(estate.swath.text("swath-self.prom")?.contains(vault.fields[0]) == false)
      let later = outbox(estate).filter { earlier[$0.key] == nil }
      #expect(!later.isEmpty && later.values.allSatisfy { !$0.contains(vault.fields[0]) })
    }
  }

  /// The files that wait to be uploaded, by path.
  private func outbox(_ estate: EmulatedEstate) -> [String: String] {
    let folder = estate.swath.output.appending(path: "outbox")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: paths.compactMap { path in
        (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)).map { (path, $0) }
      })
  }

  @Test func anOutageOfAnHourLosesNoSeries() async throws {
    try await EmulatedEstate.with(resources: 32, isDiscovered: true) { estate in
      try estate.run()
      estate.server.set(faults: [Fault(.status(503), match: "ResourceGraph", retryAfter: "0")])
      for _ in 0..<6 {
        estate.advance(seconds: 600)
        #expect(try estate.run().status == 3)
        try check(estate)
      }
      #expect(try groupAge(estate) == 3600)
      estate.server.set(faults: [])
      estate.advance(seconds: 60)
      #expect(try estate.run().status == 0)
      try check(estate)
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
