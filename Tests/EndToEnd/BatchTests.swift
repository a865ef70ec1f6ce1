import AzureEmulator
import Foundation
import Testing

@Suite(.serialized) struct EndToEndBatchTests {
  private func calls(_ estate: EmulatedEstate, _ api: String = "getBatch") -> Int {
    estate.server.statistics.calls[api] ?? 0
  }

  private func shown(_ estate: EmulatedEstate) throws -> [String: Double] {
    Exposed(try #require(estate.swath.text("swath.prom"))).values
  }

  private func check(_ estate: EmulatedEstate, at place: SourceLocation = #_sourceLocation) throws {
    let isExpected = try shown(estate) == estate.expected
    #expect(isExpected, sourceLocation: place)
  }

  /// A declaration of ten metrics of every virtual machine that discovery finds, five minutes long.
  private func tenMetrics(_ text: String) -> String {
    let head = text.prefix(upTo: text.firstRange(of: "\nmetrics:")?.lowerBound ?? text.endIndex)
    let rows = MetricRow.all(of: "microsoft.compute/virtualmachines").filter { $0.dimensions.isEmpty }.prefix(10)
    #expect(rows.count == 10)
    return head + "\nmetrics:\n"
      + rows.enumerated().map { index, row in
        """
        - name: vm_\(index)
          description: d
          resourceType: VirtualMachine
          azureMetricConfiguration:
            metricName: \(row.name)
            aggregation:
              type: Average
              interval: 00:05:00
          resourceDiscoveryGroups:
          - name: all-virtualmachine

        """
      }.joined()
  }

  @Test(arguments: [1, 5]) func aThousandResourcesAreTwentyCalls(regions: Int) async throws {
    let machines = Estate(seed: 1, resources: 1000, regions: regions, type: "VirtualMachine")
    try await EmulatedEstate.with(
      isDiscovered: true, isBatched: true, estate: machines, editing: tenMetrics
    ) { estate in
      #expect(try estate.run().status == 0)
      #expect(calls(estate) == 20)
      let shown = try shown(estate)
      #expect(shown.count == 10_000)
      #expect(calls(estate, "resourceGraph") == 1)
      estate.advance(seconds: 60)
      #expect(try estate.run().status == 0)
      #expect(calls(estate) == 20 && calls(estate, "resourceGraph") == 1, "there is no news within the interval")
      estate.advance(seconds: 240)
      #expect(try estate.run().status == 0)
      #expect(calls(estate) == 40)
      #expect(calls(estate, "metrics") == 0 && calls(estate, "definitions") == 0)
    }
  }

  @Test(arguments: [false, true]) func bothShapesGiveTheSameBytes(isDiscovered: Bool) async throws {
    var texts: [String?] = []
    for isBatched in [false, true] {
      try await EmulatedEstate.with(
        seed: 3, resources: 64, metricsPerType: 6, isDiscovered: isDiscovered, isBatched: isBatched
      ) { estate in
        for _ in 0..<3 {
          let result = try estate.run()
          #expect(result.status == 0, "\(result.stderr.prefix(500))")
          estate.advance(seconds: 300)
        }
        #expect((calls(estate) > 0) == isBatched)
        if isBatched, !isDiscovered {
          #expect(calls(estate, "resourceGraph") == 2, "the places of two subscriptions, once")
        }
        #expect(calls(estate, "metrics") == 0 || !isBatched, "every resource has a region: \(calls(estate, "metrics"))")
        texts.append(estate.swath.text("swath.prom"))
      }
    }
    #expect(texts[0] != nil && texts[0] == texts[1])
  }

  @Test(arguments: [false, true]) func aHundredQueuesOfANamespaceAreOneCall(isBatched: Bool) async throws {
    func queues(_ text: String) -> String {
      let head = text.prefix(upTo: text.firstRange(of: "\nmetrics:")?.lowerBound ?? text.endIndex)
      let resources = (0..<100).map { "  - namespace: Bus-1-0\n    queueName: queue-\($0)\n" }.joined()
      return head.replacing(try! Regex("resourceGroupName: .*"), with: "resourceGroupName: rg-1-0") + "\nmetrics:\n"
        + ["ActiveMessages", "Size", "IncomingMessages"].enumerated().map { index, name in
          """
          - name: bus_\(index)
            description: d
            resourceType: ServiceBusNamespace
            azureMetricConfiguration:
              metricName: \(name)
              aggregation:
                type: Average
                interval: 00:05:00
            resources:

          """ + resources
        }.joined()
    }
    try await EmulatedEstate.with(isBatched: isBatched, editing: queues) { estate in
      let result = try estate.run()
      #expect(calls(estate) + calls(estate, "metrics") == 1, "\(result.stderr)")
      #expect(calls(estate) == (isBatched ? 1 : 0))
    }
  }

  @Test func moreCallsThanAPassMayMakeAreMadeInTheNext() async throws {
    try await EmulatedEstate.with { estate in
      let bounded = try estate.run(["--max-calls", "3"])
      #expect(bounded.status == 3 && calls(estate, "metrics") == 3)
      #expect(bounded.stderr.contains("deferred (OutOfBudget)"), "\(bounded.stderr)")
      estate.server.resetStatistics()
      #expect(try estate.run().status == 0, "the rest, and nothing twice")
      try check(estate)
      let rest = calls(estate, "metrics")
      estate.server.resetStatistics()
      estate.advance(seconds: 3600)
      #expect(try estate.run().status == 0)
      #expect(rest + 3 == calls(estate, "metrics"))
    }
  }

  @Test func whatABatchLeavesOutIsAskedForItself() async throws {
    try await EmulatedEstate.with(isBatched: true) { estate in
      estate.server.set(faults: [Fault(.dropped, match: "getBatch")])
      #expect(try estate.run().status == 0)
      #expect(calls(estate, "metrics") > 0)
      try check(estate)
      estate.server.set(faults: [Fault(.shuffled, match: "getBatch"), Fault(.wrapped, match: "getBatch")])
      estate.advance(seconds: 3600)
      #expect(try estate.run().status == 0)
      try check(estate)
      estate.server.set(faults: [])
      estate.removed = [estate.configuration.estate.resources[0].id]
      estate.advance(seconds: 3600)
      let result = try estate.run()
      #expect(result.status == 0, "a resource that is no more is no shortfall: \(result.stderr)")
      try check(estate)
    }
  }

  /// Fifty resources are one batch; one of them is such that Azure refuses every request that names it, or knows no such
  /// resource.
  @Test(arguments: [(400, 3, "rejected (BadRequest)"), (404, 0, "gone (ResourceNotFound)")])
  func aBadResourceOfABatchCostsItselfOnce(code: Int, status: Int32, says: String) async throws {
    let vaults = Estate(seed: 1, resources: 50, regions: 1, type: "KeyVault")
    try await EmulatedEstate.with(metricsPerType: 3, isBatched: true, estate: vaults) { estate in
      func calls() -> Int { ["getBatch", "metrics", "fault"].reduce(0) { $0 + self.calls(estate, $1) } }
      try estate.run()
      let regular = calls()
      try FileManager.default.removeItem(at: estate.swath.snapshot)
      let bad = estate.configuration.estate.resources[31]
      var fault = Fault(.status(code), match: "metrics")
      fault.resource = bad.id
      estate.server.set(faults: [fault])
      estate.server.resetStatistics()
      let result = try estate.run()
      #expect(result.status == status && result.stderr.contains(says), "\(result.stderr)")
      #expect(result.stderr.contains(bad.id) && calls() <= 13 * regular, "\(calls()) for \(regular)")
      let others = estate.expected.filter { !$0.key.contains(bad.id) }
      #expect(try shown(estate) == others)
      estate.server.resetStatistics()
      estate.advance(seconds: 300)
      let next = try estate.run()
      #expect(next.status == status && next.stderr.contains(says), "\(next.stderr)")
      #expect(self.calls(estate, "fault") == 0 && calls() <= regular, "nobody asks for it, and it is still told")
      estate.server.set(faults: [])
      #expect(try estate.run(["--all"]).status == 0, "who has mended it need not wait")
      estate.advance(seconds: 3600)
      #expect(try estate.run().status == 0)
      try check(estate)
    }
  }

  /// A metric that no resource of the type has is found out by the type's definitions, not by asking each resource.
  @Test(arguments: [false, true]) func aMetricOfNobodyCostsAFewCalls(isScoped: Bool) async throws {
    let vaults = Estate(seed: 1, resources: 120, regions: 1, type: "KeyVault")
    let edit = { (text: String) in text.replacing("\"SaturationShoebox\"", with: "\"NoSuchMetric\"") }
    try await EmulatedEstate.with(
      metricsPerType: 3, isBatched: !isScoped, estate: vaults,
      editing: { edit($0).replacing("00:01:00", with: "00:05:00") }
    ) { estate in
      if isScoped {
        estate.swath.environment["PROMITOR_YAML_OVERRIDE_azureMonitor__integration__queryShape"] = "subscription"
      }
      let result = try estate.run()
      #expect(result.status == 3 && result.stderr.contains("120 series unknown-metric"), "\(result.stderr)")
      #expect(calls(estate, "definitions") == 1)
      let api = isScoped ? "subscriptionMetrics" : "getBatch"
      #expect(calls(estate, "metrics") == 0 && calls(estate, api) <= 12, "\(estate.server.statistics.calls)")
      let others = estate.expected.filter { !$0.key.contains("saturationshoebox") }
      #expect(try shown(estate) == others && !others.isEmpty)
      estate.server.resetStatistics()
      estate.advance(seconds: 300)
      #expect(try estate.run().status == 3)
      #expect(calls(estate, "definitions") == 0 && calls(estate, api) == (isScoped ? 2 : 6), "once for each shape")
    }
  }

  /// What may not be asked by subscription is asked in batches, for as much as they may cost on a day.
  @Test func autoMakesBatchesForAsMuchAsTheyMayCost() async throws {
    let clusters = Estate(seed: 1, resources: 80, regions: 1, type: "KubernetesService")
    try await EmulatedEstate.with(metricsPerType: 2, isDiscovered: true, estate: clusters) { estate in
      func pass(_ batches: Int, singles: Int, subscription: Int, _ why: Comment) throws {
        estate.server.resetStatistics()
        #expect(try estate.run(["--all"]).status == 0)
        #expect(calls(estate) == batches && calls(estate, "metrics") == singles, why)
        #expect(calls(estate, "subscriptionMetrics") == subscription, why)
        estate.advance(seconds: 300)
      }
      let key = "PROMITOR_YAML_OVERRIDE_azureMonitor__integration__"
      estate.swath.environment[key + "queryShape"] = "auto"
      let intervals = 2
      try pass(0, singles: 80 * intervals, subscription: intervals, "Azure refuses them")
      try pass(0, singles: 80 * intervals, subscription: 0, "nobody said that calls may cost something")
      // Three calls.
      estate.swath.environment[key + "metricsBatching__maxCostPerDay"] = "0.00003"
      try pass(3, singles: 30, subscription: 0, "the batch of 30 saves less than those of 50")
      try pass(0, singles: 80 * intervals, subscription: 0, "that was all of this day")
      estate.advance(seconds: 12 * 3600)
      estate.swath.environment[key + "metricsBatching__maxCostPerDay"] = "1"
      try pass(2 * intervals, singles: 0, subscription: 0, "after midnight there is more")
    }
  }

  /// A region's service that fails at one resource's batch has others to ask, and the resource's own address.
  @Test func aBatchThatFailsIsParted() async throws {
    let vaults = Estate(seed: 1, resources: 16, regions: 1, type: "KeyVault")
    try await EmulatedEstate.with(metricsPerType: 2, isBatched: true, estate: vaults) { estate in
      var fault = Fault(.status(500), match: "getBatch", retryAfter: "0")
      fault.resource = estate.configuration.estate.resources[5].id
      estate.server.set(faults: [fault])
      let result = try estate.run()
      #expect(result.status == 0, "\(result.stderr)")
      try check(estate)
      estate.server.set(faults: [Fault(.status(501), match: "getBatch")])
      estate.advance(seconds: 3600)
      #expect(try estate.run().status == 0)
      let refused = calls(estate, "fault")
      try check(estate)
      estate.advance(seconds: 3600)
      #expect(try estate.run().status == 0)
      #expect(calls(estate, "fault") == refused, "where there are no batches, nobody asks for them again for a day")
      try check(estate)
    }
  }

  /// What Promitor tells of its batches is counted on from pass to pass.
  @Test func howLargeBatchesWereIsTold() async throws {
    try await EmulatedEstate.with(resources: 64, isBatched: true) { estate in
      func told() throws -> [String: Double] {
        Exposed(try #require(estate.swath.text("swath-self.prom"))).values.filter {
          $0.key.hasPrefix("promitor_batch_size_")
        }
      }
      #expect(try estate.run().status == 0)
      let first = try told()
      let counts = first.filter { $0.key.hasPrefix("promitor_batch_size_count") }
      #expect(!counts.isEmpty && counts.keys.allSatisfy { $0.contains("is_batch=1") && $0.contains("resource_type=") })
      estate.advance(seconds: 3600)
      #expect(try estate.run().status == 0)
      let second = try told()
      #expect(second.count == first.count && second.allSatisfy { $0.value >= first[$0.key] ?? .infinity })
      #expect(counts.keys.contains { second[$0] == 2 * (first[$0] ?? 0) })
    }
  }

  /// What was never seen begins as far back as it is told to, and only then.
  @Test(arguments: [false, true]) func backfillDeliversWhatWasBefore(isBatched: Bool) async throws {
    try await EmulatedEstate.with(resources: 4, metricsPerType: 2, isBatched: isBatched, hasUploads: true) { estate in
      let begin = estate.now - 5 * 3600
      #expect(try estate.run(["--backfill", "5h"]).status == 0)
      let sent = try UploadedPoints(estate.swath).values
      let expected = estate.expectedPoints(since: begin)
      #expect(sent == expected && sent.count > 5 * 60, "\(sent.count) of \(expected.count)")
      try check(estate)
      estate.advance(seconds: 300)
      #expect(try estate.run(["--backfill", "5h"]).status == 0)
      let later = try UploadedPoints(estate.swath)
      #expect(later.values == estate.expectedPoints(since: begin), "a series that was seen goes on")
      #expect(later.copies.values.allSatisfy { $0 == 1 })
      #expect(try estate.run(["--backfill", "31d"]).status == 64)
    }
  }

  /// A role may allow what batches do not, and the other way round.
  @Test func whereBatchesAreRefusedResourcesAreAskedForThemselves() async throws {
    try await EmulatedEstate.with(resources: 64, metricsPerType: 2, isBatched: true) { estate in
      estate.server.set(faults: [Fault(.status(403), match: "getBatch")])
      let result = try estate.run()
      #expect(result.status == 0, "\(result.stderr)")
      try check(estate)
      let refused = calls(estate, "fault")
      #expect(refused > 0 && refused < 40, "what is under way, and nothing behind it: \(refused)")
      estate.advance(seconds: 3600)
      #expect(try estate.run().status == 0)
      #expect(calls(estate, "fault") == refused, "for a day nobody tries again")
      try check(estate)
      estate.server.set(faults: [])
      estate.advance(seconds: 24 * 3600)
      #expect(try estate.run().status == 0)
      #expect(calls(estate) > 0)
      try check(estate)
    }
  }

  @Test func withoutRegionsResourcesAreAskedForThemselves() async throws {
    try await EmulatedEstate.with(isBatched: true) { estate in
      estate.server.set(faults: [Fault(.status(403), match: "ResourceGraph")])
      let result = try estate.run()
      #expect(result.status == 0 && result.stderr.contains("regions of declared resources"), "\(result.stderr)")
      #expect(calls(estate) == 0)
      try check(estate)
      estate.server.set(faults: [])
      estate.advance(seconds: 3600)
      #expect(try estate.run().status == 0)
      #expect(calls(estate) > 0, "they are looked up again")
    }
  }
}
