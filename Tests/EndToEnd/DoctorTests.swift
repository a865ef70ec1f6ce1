import AzureEmulator
import Foundation
import Testing

/// `swath doctor`: what is amiss is found, and only that.
@Suite(.serialized) struct EndToEndDoctorTests {
  private struct Document: Decodable {
    var checks: [Check]
    var errors, warnings: Int

    struct Check: Decodable {
      var state, what, text: String
      var place: String

      enum CodingKeys: String, CodingKey {
        case state, what, text
        case place = "where"
      }
    }

    /// The checks that are not well, as `what: text`.
    var amiss: [String] { checks.filter { $0.state != "ok" }.map { "\($0.what): \($0.text)" } }
  }

  private func with(_ body: (EmulatedEstate) async throws -> Void) async throws {
    let types = EmulatedType.all.filter {
      ["KeyVault", "VirtualMachine", "LogAnalytics", "StorageQueue"].contains($0.name)
    }
    let statsd = try DatagramReceiver()
    try await EmulatedEstate.with(
      isDiscovered: true, isBatched: true, hasUploads: true,
      estate: Estate(seed: 2, resources: 24, subscriptions: 2, regions: 2, types: types)
    ) { estate in
      estate.sendToItself(statsd: statsd)
      try await body(estate)
    }
  }

  private func arguments(_ estate: EmulatedEstate) -> [String] {
    [
      "doctor", "--config-dir", estate.swath.folder.appending(path: "config").path, "--output",
      estate.swath.output.path,
      "--state", estate.swath.snapshot.path, "--at", estate.at,
    ]
  }

  private func check(_ estate: EmulatedEstate, status: Int32) throws -> Document {
    let result = try estate.swath.call(arguments(estate) + ["--format", "json"])
    #expect(result.status == status, "\(result.stdout)\(result.stderr)")
    return try JSONDecoder().decode(Document.self, from: Data(result.stdout.utf8))
  }

  @Test func whereNothingIsAmissEveryPlaceIsNamed() async throws {
    try await with { estate in
      let document = try check(estate, status: 0)
      #expect(document.amiss == [] && document.errors == 0)
      let subjects = Dictionary(grouping: document.checks, by: \.what).mapValues(\.count)
      #expect(subjects["resource-graph"] == 1 && subjects["sign-in"] == 1 && subjects["configuration"] == 1)
      let batched = estate.configuration.estate.resources.filter {
        ["KeyVault", "VirtualMachine"].contains($0.type.name)
      }
      let places = Set(batched.map { "\($0.subscriptionID) \($0.region)" })
      #expect(Set(document.checks.filter { $0.what == "get-batch" }.map(\.place)) == places && places.count > 1)
      #expect((subjects["log-analytics"] ?? 0) > 0 && (subjects["storage-queue"] ?? 0) > 0)
      for receiver in ["otlp", "statuspage", "statsd"] { #expect(subjects[receiver] == 1) }
      let calls = estate.server.statistics.calls
      #expect(calls["getBatch"] == places.count, "one question a place: \(calls)")
      #expect(!FileManager.default.fileExists(atPath: estate.swath.output.path))
      #expect(!FileManager.default.fileExists(atPath: estate.swath.snapshot.path))

      #expect(try estate.run().status == 0)
      estate.advance(seconds: 60)
      let text = try estate.swath.call(arguments(estate))
      #expect(text.status == 0 && text.stdout.contains("of the pass 00:01:00 ago"), "\(text.stdout)")
      #expect(text.stdout.hasSuffix("\nNothing is amiss.\n"))
    }
  }

  @Test func aRefusedSignInIsStatus77() async throws {
    try await with { estate in
      estate.swath.environment["PROMITOR_AUTH_APPKEY"] = "wrong"
      let document = try check(estate, status: 77)
      #expect(
        document.amiss.contains { $0.contains("AADSTS7000215") && $0.contains("give the secret's value, not its id") })
      #expect(document.errors == 1, "one cause is told once: \(document.amiss)")
      let others = document.checks.filter { ["otlp", "statuspage", "statsd", "folder"].contains($0.what) }
      #expect(others.count > 3 && others.allSatisfy { $0.state == "ok" }, "what has nothing to do with it is well")
    }
  }

  @Test func withoutASecretTheRestIsLookedAt() async throws {
    try await with { estate in
      estate.swath.environment["PROMITOR_AUTH_APPKEY"] = nil
      let document = try check(estate, status: 3)
      #expect(document.amiss.count == 1 && document.amiss[0].hasPrefix("sign-in: no client secret"))
      #expect(document.checks.contains { $0.what == "otlp" && $0.state == "ok" })
    }
  }

  @Test func aSubscriptionWithoutItsRoleIsNamed() async throws {
    try await EmulatedEstate.with(estate: Estate(seed: 2, resources: 24, subscriptions: 2, type: "KeyVault")) {
      estate in
      let lost = try #require(estate.configuration.estate.resources.first?.subscriptionID)
      estate.server.set(unreadable: [lost])
      let document = try check(estate, status: 3)
      let bad = document.checks.filter { $0.state == "error" }
      #expect(bad.map(\.place) == [lost] && bad[0].what == "metrics")
      #expect(
        bad[0].text.contains("AuthorizationFailed") && bad[0].text.contains("Monitoring Reader"), "\(bad[0].text)")
      #expect(document.checks.contains { $0.what == "metrics" && $0.state == "ok" })
    }
  }

  @Test func receiversThatTakeNothingAreTold() async throws {
    try await with { estate in
      estate.swath.environment["PROMITOR_ATLASSIAN_STATUSPAGE_APIKEY"] = nil
      estate.swath.environment[EmulatedEstate.sinks + "openTelemetryCollector__collectorUri"] =
        estate.server.endpoint + "/elsewhere"
      estate.swath.environment[EmulatedEstate.sinks + "statsd__host"] = "no-such-host.invalid"
      let document = try check(estate, status: 3)
      #expect(document.errors == 3)
      #expect(document.amiss.contains { $0.hasPrefix("otlp: HTTP 404") && $0.contains("check collectorUri") })
      #expect(document.amiss.contains { $0.hasPrefix("statuspage: no API key") })
      #expect(document.amiss.contains { $0.hasPrefix("statsd: ") && $0.contains("no-such-host.invalid") })
    }
  }

  @Test func metricsThatAPageDoesNotHaveAreTold() async throws {
    try await with { estate in
      let path = estate.swath.folder.appending(path: "config/runtime.yaml")
      try String(contentsOf: path, encoding: .utf8).replacing("id: system-metric", with: "id: another")
        .write(to: path, atomically: false, encoding: .utf8)
      #expect(
        try check(estate, status: 3).amiss == [
          "statuspage: the page has no metric another -- check the ids of systemMetricMapping"
        ])
    }
  }

  @Test func aDamagedSnapshotIsTold() async throws {
    try await with { estate in
      try estate.run()
      try "{\"swath-snapshot\":".write(to: estate.swath.snapshot, atomically: false, encoding: .utf8)
      let document = try check(estate, status: 3)
      #expect(document.amiss.count == 1 && document.amiss[0].hasPrefix("snapshot: it cannot be read ("))
      #expect(try String(contentsOf: estate.swath.snapshot, encoding: .utf8) == "{\"swath-snapshot\":", "it stays")
    }
  }

  /// What passes put off is looked at too, whichever shard asks.
  @Test func boundsAndShardsHideNoPlace() async throws {
    try await with { estate in
      let all = try check(estate, status: 0).checks.filter { $0.what == "get-batch" }.map(\.place).sorted()
      estate.swath.environment["PROMITOR_YAML_OVERRIDE_pass__maxCalls"] = "1"
      let bound = try check(estate, status: 0).checks.filter { $0.what == "get-batch" }.map(\.place).sorted()
      #expect(bound == all && all.count > 1)
      let shard = try estate.swath.call(arguments(estate) + ["--shard", "1/2"])
      #expect(shard.status == 0 && shard.stdout.contains("resource-graph"), "\(shard.stdout)")
    }
  }

  @Test func foldersThatCannotBeWrittenAreTold() async throws {
    try await with { estate in
      try "x".write(to: estate.swath.output, atomically: false, encoding: .utf8)
      let document = try check(estate, status: 3)
      #expect(document.amiss.count == 1 && document.amiss[0].hasPrefix("folder: cannot be written -- make it"))
    }
  }
}
