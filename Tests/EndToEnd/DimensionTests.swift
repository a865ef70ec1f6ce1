import AzureEmulator
import Foundation
import Testing

/// What becomes of metrics whose series are cut, or whose dimensions Azure does not have.
@Suite(.serialized) struct EndToEndDimensionTests {
  private static let vaults = Estate(seed: 1, resources: 3, regions: 1, type: "KeyVault")

  /// Replaces the metrics of a declaration by the hits of all vaults, split by these dimensions.
  private static func hits(by dimensions: [String], _ more: String = "") -> (String) -> String {
    let metrics = """

      metrics:
      - name: hits
        description: d
        resourceType: KeyVault
        azureMetricConfiguration:
          metricName: ServiceApiHit
          dimensions: [\(dimensions.map { "{name: \($0)}" }.joined(separator: ", "))]
          \(more)
          aggregation:
            type: Count
            interval: 00:05:00
        resourceDiscoveryGroups:
        - name: all-keyvault

      """
    return { $0.prefix(upTo: $0.firstRange(of: "\nmetrics:")?.lowerBound ?? $0.endIndex) + metrics }
  }

  /// Azure leaves out what is beyond the limit, and says nothing.
  @Test(arguments: [false, true]) func whatALimitLeavesOutIsTold(isBatched: Bool) async throws {
    try await EmulatedEstate.with(
      isDiscovered: true, isBatched: isBatched, estate: Self.vaults,
      editing: Self.hits(by: ["ActivityType"], "limit: 2")
    ) { estate in
      let result = try estate.run()
      #expect(result.status == 0, "\(result.stderr)")
      #expect(result.stderr.contains("3 resources have 2 series or more, such as"), "\(result.stderr)")
      #expect(try estate.selfMetrics()["swath_pass_truncated"] == 3)
      #expect(Exposed(try #require(estate.swath.text("swath.prom"))).values.count == 6)
    }
  }

  /// A dimension that the metric does not have is told, and costs the metric only where it is not said to do without.
  @Test(arguments: [false, true]) func aDimensionThatIsNoneIsRejectedOrDropped(isBatched: Bool) async throws {
    let dimensions = ["ActivityType", "Flavour"]
    try await EmulatedEstate.with(
      isDiscovered: true, isBatched: isBatched, estate: Self.vaults,
      editing: Self.hits(by: dimensions)
    ) { estate in
      let rejected = try estate.run()
      #expect(rejected.status == 3 && rejected.stderr.contains("combination: flavour"), "\(rejected.stderr)")
      #expect(try estate.selfMetrics()["swath_pass_series", "outcome=rejected", "reason=BadRequest"] == 3)

      let path = estate.swath.folder.appending(path: "config/metrics-declaration.yaml")
      let text = try String(contentsOf: path, encoding: .utf8)
      try Self.hits(by: dimensions, "unusableDimension: drop")(text)
        .write(to: path, atomically: false, encoding: .utf8)
      func calls() -> Int {
        estate.server.statistics.calls["getBatch", default: 0] + estate.server.statistics.calls["metrics", default: 0]
      }
      let before = calls()
      estate.advance(seconds: 300)
      let dropped = try estate.run()
      #expect(dropped.status == 0, "what was refused for the dimension is not left alone: \(dropped.stderr)")
      #expect(dropped.stderr.contains("hits: Azure does not split it by Flavour"), "\(dropped.stderr)")
      let file = try #require(estate.swath.text("swath.prom"))
      #expect(file.contains("flavour=\"\""), "\(file)")
      let samples = Exposed(file).values
      #expect(samples.count > 3 && samples.keys.allSatisfy { $0.contains("activitytype=") && !$0.contains("flavour") })
      // Each refused call is followed by one that is answered.
      let asked = isBatched ? 1 : 3
      #expect(calls() == before + 2 * asked)
      estate.advance(seconds: 300)
      let again = try estate.run()
      #expect(again.status == 0 && again.stderr.contains("does not split it by Flavour"), "\(again.stderr)")
      #expect(calls() == before + 3 * asked, "nobody asks again for what is known to be refused")
    }
  }
}
