import AzureEmulator
import Foundation
import Testing

/// What `swath plan` says, and what the pass behind it does.
@Suite(.serialized) struct EndToEndPlanTests {
  private struct Document: Decodable {
    var pass: Pass
    var calls: [Calls]
    var cost: Cost
    var metrics: [Metric]
    var unknown: [String]
    struct Pass: Decodable { var callsForValues, lookUps, largestPass, series: Int }
    struct Calls: Decodable {
      var api: String
      var calls, callsPerDay: Int
      var billed: Bool
    }
    struct Cost: Decodable { var perPass, perDay, perMonth: Double }
    struct Metric: Decodable {
      var name, reason: String
      var resources, asked, series: Int
      var isCounted: Bool
    }
  }

  /// The names that the emulator has for what is called.
  private static let names = [
    "get-batch": "getBatch", "metrics": "metrics", "subscription-metrics": "subscriptionMetrics",
    "resource-graph": "resourceGraph", "log-analytics": "logAnalytics", "storage-queue": "storageQueue",
  ]

  private func plan(
    _ estate: EmulatedEstate, _ arguments: [String] = []
  ) throws -> (status: Int32, stdout: String, stderr: String) {
    let folder = estate.swath.folder.appending(path: "config").path
    return try estate.swath.call(
      ["plan", "--config-dir", folder, "--state", estate.swath.snapshot.path, "--at", estate.at] + arguments)
  }

  private func document(_ estate: EmulatedEstate, _ arguments: [String] = []) throws -> Document {
    let result = try plan(estate, ["--format", "json"] + arguments)
    #expect(result.status == 0, "\(result.stderr)")
    return try JSONDecoder().decode(Document.self, from: Data(result.stdout.utf8))
  }

  enum Shape: String, CaseIterable, Sendable { case resource, batch, subscription }

  @Test(arguments: Shape.allCases, [false, true])
  func aPassMakesTheCallsThatWerePlanned(shape: Shape, isDiscovered: Bool) async throws {
    let types = EmulatedType.all.filter {
      ["VirtualMachine", "KeyVault", "SqlDatabase", "LogAnalytics", "StorageQueue", "ServiceBusNamespace"].contains(
        $0.name)
    }
    let estate = Estate(seed: 2, resources: 120, subscriptions: 3, regions: 3, types: types)
    try await EmulatedEstate.with(
      metricsPerType: 3, isDiscovered: isDiscovered, isBatched: shape == .batch, estate: estate
    ) { estate in
      let key = "PROMITOR_YAML_OVERRIDE_azureMonitor__integration__queryShape"
      if shape == .subscription { estate.swath.environment[key] = shape.rawValue }
      for step in [0, 60, 240, 3600, 5] {
        estate.advance(seconds: step)
        let planned = try document(estate)
        estate.server.resetStatistics()
        let result = try estate.run()
        #expect(result.status == 0, "\(result.stderr)")
        var made = estate.server.statistics.calls
        made["token"] = nil
        var forecast: [String: Int] = [:]
        for row in planned.calls where row.calls > 0 {
          forecast[Self.names[row.api] ?? row.api, default: 0] += row.calls
        }
        #expect(made == forecast, "after \(step) seconds")
        #expect(planned.calls.allSatisfy { $0.billed == ($0.api == "get-batch") })
        let asked = planned.calls.filter { $0.api != "resource-graph" }.reduce(0) { $0 + $1.calls }
        #expect(asked == planned.pass.callsForValues && asked <= planned.pass.largestPass)
      }
      // The quota of Resource Graph is whole again.
      estate.advance(seconds: 60)
      let known = try document(estate)
      let isCounted = known.metrics.allSatisfy { $0.isCounted }
      #expect(isCounted)
      let shown = Exposed(try #require(estate.swath.text("swath.prom"))).values.count
      #expect(known.pass.series == shown)
      let last = try plan(estate, ["--last", "--format", "json"])
      #expect(last.status == 0 && last.stdout.contains("\"calls\": ["), "\(last.stdout)")
    }
  }

  @Test func nothingIsWrittenAndOfflineNobodyIsAsked() async throws {
    try await EmulatedEstate.with(isDiscovered: true) { estate in
      let offline = try document(estate, ["--offline"])
      #expect(estate.server.statistics.calls.isEmpty)
      #expect(offline.unknown.contains { $0.contains("all-keyvault") } && offline.pass.series < 10)
      let before = try plan(estate)
      #expect(before.status == 0 && before.stdout.contains("Not known") == false, "\(before.stdout)")
      #expect(!FileManager.default.fileExists(atPath: estate.swath.snapshot.path))
      #expect(Set(estate.server.statistics.calls.keys) == ["token", "resourceGraph"])
      estate.advance(seconds: 60)
      try estate.run()
      estate.server.resetStatistics()
      estate.advance(seconds: 600)
      let later = try document(estate, ["--offline"])
      #expect(estate.server.statistics.calls.isEmpty && later.unknown.isEmpty && later.pass.series > 20)
      #expect(try plan(estate, ["--last"]).stdout.contains("resource-graph"))
    }
  }

  @Test func boundsAreForCI() async throws {
    try await EmulatedEstate.with(isBatched: true) { estate in
      let document = try document(estate)
      let (calls, series) = (document.pass.largestPass, document.pass.series)
      let cost = document.cost.perMonth
      #expect(calls > 0 && series > 0 && cost > 0 && document.cost.perDay * 30 == cost)
      for (option, good, bad) in [
        ("--max-calls", "\(calls)", "\(calls - 1)"), ("--max-series", "\(series)", "\(series - 1)"),
        ("--max-cost", "\(cost + 0.001)", "\(cost / 2)"),
      ] {
        #expect(try plan(estate, [option, good]).status == 0, "\(option)")
        let exceeded = try plan(estate, [option, bad])
        #expect(exceeded.status == 3 && exceeded.stderr.contains("more than \(option)"), "\(exceeded.stderr)")
        #expect(exceeded.stdout.contains("Batches are billed"))
      }
      #expect(try self.document(estate, ["--price", "0"]).cost.perMonth == 0)
      #expect(try plan(estate, ["--max-calls", "-1"]).status == 64)
      #expect(try plan(estate, ["--last"]).status == 66)
    }
  }

  @Test func whatIsNotDueSaysWhy() async throws {
    try await EmulatedEstate.with(editing: { $0.replacing("00:01:00", with: "00:05:00") }) { estate in
      try estate.run()
      estate.advance(seconds: 20)
      let early = try document(estate)
      #expect(early.pass.callsForValues == 0)
      #expect(early.metrics.allSatisfy { $0.asked == 0 && $0.reason.hasPrefix("due at 2026-11-24T12:01:00Z") })
      estate.advance(seconds: 40)
      let reasons = try document(estate).metrics.map(\.reason)
      #expect(reasons.contains { $0.hasPrefix("the next bucket is final at 2026-11-24T12:0") }, "\(reasons)")
    }
  }
}
