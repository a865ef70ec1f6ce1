import AzureEmulator
import Foundation
import Testing

/// Intervals that Azure does not have of a metric: the nearest is taken, as in Promitor, and the metric is told of.
@Suite(.serialized) struct EndToEndGrainTests {
  enum Shape: String, CaseIterable {
    case resource, batch, subscription
    var api: String { ["metrics", "getBatch", "subscriptionMetrics"][Shape.allCases.firstIndex(of: self) ?? 0] }
  }

  /// The first has hourly buckets alone; nothing has buckets of seven minutes.
  private static let metrics = [
    ("capacity", "UsedCapacity", "Average", "00:05:00"), ("requests", "Transactions", "Total", "00:05:00"),
    ("ingress", "Ingress", "Total", "00:07:00"),
  ].map { name, metric, aggregation, interval in
    """
    - name: \(name)
      description: d
      resourceType: StorageAccount
      azureMetricConfiguration:
        metricName: \(metric)
        aggregation:
          type: \(aggregation)
          interval: \(interval)
      resourceDiscoveryGroups:
      - name: all-storageaccount

    """
  }.joined()

  @Test(arguments: Shape.allCases) func theNearestIsTaken(shape: Shape) async throws {
    let accounts = Estate(seed: 1, resources: 3, regions: 1, type: "StorageAccount")
    try await EmulatedEstate.with(
      isDiscovered: true, hasUploads: true, estate: accounts,
      editing: {
        $0.prefix(upTo: $0.firstRange(of: "\nmetrics:")?.lowerBound ?? $0.endIndex) + "\nmetrics:\n" + Self.metrics
      }
    ) { estate in
      estate.swath.environment["PROMITOR_YAML_OVERRIDE_azureMonitor__integration__queryShape"] = shape.rawValue
      func calls() -> Int { estate.server.statistics.calls[shape.api] ?? 0 }
      let first = try estate.run()
      #expect(first.status == 0, "\(first.stderr)")
      for words in [
        "capacity: Azure has no buckets of 00:05:00 of it, so those of 01:00:00 are used",
        "ingress: Azure has no buckets of 00:07:00 of it, so those of 00:05:00 are used",
      ] {
        #expect(first.stderr.contains(words), "\(first.stderr)")
      }
      #expect(Exposed(try #require(estate.swath.text("swath.prom"))).values.count == 9)
      let learned = calls()
      #expect(shape == .resource ? learned <= 18 : learned == 6, "each refused once, and parted")
      estate.advance(seconds: 300)
      #expect(try estate.run().status == 0)
      let asked = shape == .resource ? 3 : 1
      #expect(calls() == learned + 2 * asked, "nothing is refused, and the hourly one has news too")
      for _ in 0..<24 {
        estate.advance(seconds: 300)
        let result = try estate.run()
        #expect(result.status == 0 && result.stderr.contains("capacity: Azure has no buckets"))
        #expect(Exposed(try #require(estate.swath.text("swath.prom"))).values.count == 9)
      }
      #expect(calls() == learned + 25 * asked + 3 * asked)
      let points = try UploadedPoints(estate.swath)
      #expect(points.copies.values.allSatisfy { $0 == 1 })
      // Of three accounts, two metrics by five minutes and one by the hour.
      #expect(points.copies.count == 3 * (2 * 26 + 4))
    }
  }
}
