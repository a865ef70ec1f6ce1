import AzureEmulator
import Foundation
import Testing

/// Several passes at once that share an estate, a folder of outputs and one of snapshots.
@Suite(.serialized) struct EndToEndShardTests {
  private static let count = 4

  /// Runs all shards at the same time.
  private func runAll(_ estate: EmulatedEstate, _ arguments: [String] = []) throws -> [SwathProcess.Result] {
    let running = try (0..<Self.count).map { try estate.start(["--shard", "\($0)/\(Self.count)"] + arguments) }
    return try running.map { try $0.end() }
  }

  /// What all shards show, each sample once.
  private func shown(_ estate: EmulatedEstate) throws -> [String: Double] {
    Exposed(try (0..<Self.count).map { try #require(estate.swath.text("swath-\($0).prom")) }.joined()).values
  }

  private func calls(_ estate: EmulatedEstate, _ api: String) -> Int { estate.server.statistics.calls[api] ?? 0 }

  @Test(arguments: [false, true]) func theUnionIsWhatOnePassGives(isDiscovered: Bool) async throws {
    try await EmulatedEstate.with(
      resources: 64, metricsPerType: 2, isDiscovered: isDiscovered, isBatched: true, hasUploads: true
    ) { estate in
      try estate.run()
      let lookUps = calls(estate, "resourceGraph")
      estate.server.resetStatistics()
      // A quota is whole again.
      estate.advance(seconds: 600)
      estate.swath.hasDefaultState = true
      try FileManager.default.removeItem(at: estate.swath.output)
      try FileManager.default.removeItem(at: estate.swath.folder.appending(path: "state"))
      var expected = estate.expectedPoints(since: nil)
      for pass in 0..<3 {
        for result in try runAll(estate) { #expect(result.status == 0, "\(result.stderr)") }
        #expect(try shown(estate) == estate.expected, "pass \(pass)")
        if pass == 0 { #expect(calls(estate, "resourceGraph") == lookUps, "one looks for all") }
        let last = estate.now
        if pass < 2 {
          estate.advance(seconds: 300)
          expected.merge(estate.expectedPoints(since: last)) { _, new in new }
        }
      }
      let sent = try UploadedPoints(estate.swath)
      #expect(sent.values == expected && sent.copies.values.allSatisfy { $0 == 1 } && sent.strays.isEmpty)
      let self0 = Exposed((0..<Self.count).compactMap { estate.swath.text("swath-self-\($0).prom") }.joined())
      #expect(self0["swath_pass_complete", "shard=3"] == 1)
      let state = try FileManager.default.contentsOfDirectory(
        atPath: estate.swath.folder.appending(path: "state").path)
      #expect(Set(state).isSuperset(of: ["inventory.json"] + (0..<Self.count).map { "snapshot-\($0).json" }))
    }
  }

  @Test func theLargestShardHasLittleMoreThanItsPart() async throws {
    let vaults = Estate(seed: 1, resources: 10_000, regions: 1, type: "KeyVault")
    try await EmulatedEstate.with(
      metricsPerType: 1, isDiscovered: true, isBatched: true, estate: vaults
    ) { estate in
      estate.swath.hasDefaultState = true
      var counts: [Int] = []
      for shard in 0..<Self.count {
        let before = calls(estate, "getBatch")
        let result = try estate.run(["--shard", "\(shard)/\(Self.count)"])
        #expect(result.status == 0, "\(result.stderr)")
        counts.append(calls(estate, "getBatch") - before)
      }
      #expect(calls(estate, "resourceGraph") == 10, "a page for each thousand")
      let sum = counts.reduce(0, +)
      #expect(sum >= 200 && (counts.max() ?? 0) * 10 <= sum * 3, "\(counts)")
    }
  }

  /// Who cannot read what the first shard found looks for itself, in time.
  @Test func withoutTheFirstShardTheOthersLookForThemselves() async throws {
    try await EmulatedEstate.with(isDiscovered: true) { estate in
      estate.swath.hasDefaultState = true
      let result = try estate.run(["--shard", "1/2", "--deadline", "4"])
      #expect(result.status == 0, "\(result.stderr)")
      #expect(calls(estate, "resourceGraph") > 0)
      #expect(estate.swath.text("swath-0.prom") == nil && estate.swath.text("swath-1.prom") != "")
    }
  }

  @Test func aJobOfKubernetesSaysWhichShardItIs() async throws {
    try await EmulatedEstate.with { estate in
      estate.swath.hasDefaultState = true
      estate.swath.environment["SWATH_SHARDS"] = "2"
      let without = try estate.run()
      #expect(without.status == 64 && without.stderr.contains("JOB_COMPLETION_INDEX"), "\(without.stderr)")
      for index in 0..<2 {
        estate.swath.environment["JOB_COMPLETION_INDEX"] = "\(index)"
        #expect(try estate.run().status == 0)
      }
      let texts = (0..<2).compactMap { estate.swath.text("swath-\($0).prom") }
      #expect(Exposed(texts.joined()).values == estate.expected)
      for text in ["2/2", "0/0", "-1/2", "0/1001", "1", "a/b", "0/2/3"] {
        #expect(try estate.run(["--shard=\(text)"]).status == 64, "\(text)")
      }
    }
  }
}
