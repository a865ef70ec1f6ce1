import AzureEmulator
import Foundation
import System
import Testing

@Suite(.serialized) struct EndToEndOutcomeTests {
  /// The outcome and reason of every series that did not end well, with their number.
  private func shortfalls(_ estate: EmulatedEstate) throws -> [String: Double] {
    try estate.selfMetrics().values.filter {
      $0.key.hasPrefix("swath_pass_series ") && $0.key.contains("reason=") && $0.value > 0
    }
  }

  @Test func aRefusedSignInIsStatus77AndKeepsTheLastValues() async throws {
    try await EmulatedEstate.with { estate in
      try estate.run()
      let before = try #require(estate.swath.text("swath.prom"))
      estate.swath.environment["PROMITOR_AUTH_APPKEY"] = "wrong"
      for refusal in 1...3 {
        estate.advance(seconds: 3600)
        let result = try estate.run()
        #expect(result.status == 77)
        #expect(
          result.stderr.contains("AADSTS7000215") && result.stderr.contains("give the secret's value, not its id"))
        #expect(!result.stderr.contains("wrong"), "a secret is not told")
        let shown = estate.swath.text("swath.prom")
        #expect(refusal <= 2 ? shown == before : shown == "", "refusal \(refusal)")
      }
      estate.swath.environment["PROMITOR_AUTH_APPKEY"] = "emulated-secret"
      estate.advance(seconds: 60)
      #expect(try estate.run().status == 0)
      #expect(Exposed(try #require(estate.swath.text("swath.prom"))).values == estate.expected)
    }
  }

  @Test func anAzureOutOfReachIsStatus75AndKeepsTheLastValuesForAWhile() async throws {
    try await EmulatedEstate.with { estate in
      try estate.run()
      let before = Exposed(try #require(estate.swath.text("swath.prom"))).values
      estate.server.set(faults: [Fault(.status(503), match: "metrics", retryAfter: "0")])
      estate.advance(seconds: 60)
      #expect(try estate.run().status == 75)
      #expect(Exposed(try #require(estate.swath.text("swath.prom"))).values == before)
      #expect(try estate.run().status == 75, "a second try asks again")
      let success = try estate.selfMetrics().values.filter { $0.key.hasPrefix("promitor_scrape_success") }
      #expect(success.values.contains(0) && success.values.contains(1), "the minutely ones failed, the others stand")
      // Three hours are more than any carried value may stand in, but for the hourly ones that were not due.
      estate.advance(seconds: 3 * 3600)
      #expect(try estate.run().status == 75)
      #expect(estate.swath.text("swath.prom") == "")
    }
  }

  @Test func anUnknownMetricCostsItselfAlone() async throws {
    let edit = { (text: String) in text.replacing("\"SaturationShoebox\"", with: "\"NoSuchMetric\"") }
    try await EmulatedEstate.with(editing: { edit($0).replacing("00:01:00", with: "00:05:00") }) { estate in
      let result = try estate.run()
      #expect(result.status == 3)
      #expect(try shortfalls(estate) == ["swath_pass_series outcome=unknown-metric,reason=BadRequest": 2])
      #expect(result.stderr.contains("Valid metrics: Availability"))
      let shown = Exposed(try #require(estate.swath.text("swath.prom"))).values
      let hits = estate.expected.filter { $0.key.hasPrefix("azure_keyvault_availability") }
      #expect(!hits.isEmpty && hits.allSatisfy { shown[$0.key] == $0.value })
    }
  }

  @Test func throttlingIsWaitedOutOrReported() async throws {
    try await EmulatedEstate.with(readQuota: 5) { estate in
      // The emulator's clock stands, so nothing comes back: what is left over must be told, within the deadline.
      let result = try estate.run(["--deadline", "4"])
      #expect(result.status == 3)
      let counts = try estate.selfMetrics()
      #expect((counts["swath_pass_series", "outcome=throttled", "reason=SubscriptionRequestsThrottled"] ?? 0) > 0)
      let throttling = counts.values.filter { $0.key.hasPrefix("promitor_ratelimit_arm_throttled ") }
      #expect(throttling.values.contains(1), "\(throttling)")
      #expect((counts["swath_pass_series", "outcome=delivered"] ?? 0) > 0)
      let quota = counts.values.first { $0.key.hasPrefix("promitor_ratelimit_arm ") }
      #expect(quota?.value == 0)
      #expect(quota?.key.contains("app_id=00000000-0000-0000-0000-0000000000bb") == true)
    }
  }

  @Test func theDeadlineEndsThePassWithWhatItHas() async throws {
    try await EmulatedEstate.with(latencyMilliseconds: 100) { estate in
      let result = try estate.run(["--deadline", "1", "--max-in-flight", "1"])
      #expect(result.status == 3)
      #expect(result.stderr.contains("cut short"))
      #expect((try estate.selfMetrics()["swath_pass_series", "outcome=deferred", "reason=OutOfTime"] ?? 0) > 0)
      #expect(try estate.run(["--deadline", "1", "--max-in-flight", "1", "--partial-ok"]).status == 0)
    }
  }

  @Test func aHostThatIsDownIsLeftAloneAndOthersGoOn() async throws {
    try await EmulatedEstate.with { estate in
      let configuration = estate.swath.folder.appending(path: "config")
      let good = configuration.appending(path: "metrics-declaration.yaml")
      // The same in another cloud, whose metrics nobody answers for: nothing listens on the first port.
      let text = try String(contentsOf: good, encoding: .utf8).replacing("- name: azure_", with: "- name: down_")
      try estate.swath.write(
        text.replacing(/metricsQueryAudience: .*/, with: "metricsQueryAudience: http://127.0.0.1:1"), "down.yaml")
      let down = configuration.appending(path: "down.yaml")
      let result = try estate.run(["--declaration", good.path, "--declaration", down.path])
      #expect(result.status == 3)
      #expect(result.stderr.contains("127.0.0.1:1 has failed 5 times in a row and is left alone"), "\(result.stderr)")
      #expect(Exposed(try #require(estate.swath.text("swath.prom"))).values == estate.expected)
      #expect((try estate.selfMetrics()["swath_pass_series", "outcome=failed", "reason=HostLeftAlone"] ?? 0) > 20)
    }
  }

  @Test func aSecondPassStandsBack() async throws {
    try await EmulatedEstate.with { estate in
      try estate.run()
      let before = estate.swath.text("swath-self.prom")
      let lock = try ProcessLock(estate.swath.snapshot.path + ".lock")
      let result = try estate.run()
      #expect(result.status == 75)
      #expect(result.stderr.contains("process \(getpid()) holds"), "\(result.stderr)")
      #expect(estate.swath.text("swath-self.prom") == before)
      _ = consume lock
      #expect(try estate.run().status == 0)
    }
  }

  @Test func snapshotsThatCannotBeUsedAreTold() async throws {
    try await EmulatedEstate.with { estate in
      try estate.run()
      let path = estate.swath.snapshot
      let good = try String(contentsOf: path, encoding: .utf8)

      try String(good.prefix(good.count / 2)).write(to: path, atomically: false, encoding: .utf8)
      let damaged = try estate.run()
      #expect(damaged.status == 0 && damaged.stderr.contains("first run"), "\(damaged.stderr)")
      #expect(FileManager.default.fileExists(atPath: path.path + ".damaged"))

      let newer = good.replacing("\"version\":1", with: "\"version\":99")
      try newer.write(to: path, atomically: false, encoding: .utf8)
      #expect(try estate.run().status == 78)
      #expect(try String(contentsOf: path, encoding: .utf8) == newer, "it is left as it is")

      try good.write(to: path, atomically: false, encoding: .utf8)
      estate.advance(seconds: -400)
      let early = try estate.run()
      #expect(early.status == 78 && early.stderr.contains("--force-state"), "\(early.stderr)")
      #expect(try estate.run(["--force-state"]).status == 0)

      let live = good.replacing("\"frozen\":true", with: "\"frozen\":false")
      try live.write(to: path, atomically: false, encoding: .utf8)
      estate.advance(seconds: 400)
      #expect(try estate.run().status == 64)
    }
  }

  @Test func inputsThatAreMissingOrWrongTouchNothing() throws {
    let swath = try SwathProcess()
    #expect(try swath.run().status == 66)
    try swath.write("version: v1\nmetrics: []\nazureMetadata: 1\n", "metrics-declaration.yaml")
    let result = try swath.run()
    #expect(result.status == 78)
    #expect(result.stderr.contains("metrics-declaration.yaml:3:16: error: "), "\(result.stderr)")
    #expect(!FileManager.default.fileExists(atPath: swath.output.path))
    #expect(try swath.run(["--at", "yesterday"]).status == 64)
    #expect(try swath.run(["--no-such-option"]).status == 64)
  }

  @Test func anOutputThatCannotBeWrittenIsStatus74() async throws {
    try await EmulatedEstate.with { estate in
      try "x".write(to: estate.swath.folder.appending(path: "file"), atomically: false, encoding: .utf8)
      let result = try estate.run(["--textfile", estate.swath.folder.appending(path: "file/folder").path])
      #expect(result.status == 74 && result.stderr.contains("file/folder"), "\(result.stderr)")
      // A folder stands where a file should.
      try FileManager.default.createDirectory(
        at: estate.swath.output.appending(path: "swath.prom/x"), withIntermediateDirectories: true)
      let partly = try estate.run()
      #expect(partly.status == 74 && partly.stderr.contains("pass complete, but not all of it was written"))
    }
  }

  @Test func theSampleConfigurationHasNoFault() throws {
    let swath = try SwathProcess()
    let jobs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../jobs/config").standardized
    for name in try FileManager.default.contentsOfDirectory(atPath: jobs.path) {
      try swath.write(try String(contentsOf: jobs.appending(path: name), encoding: .utf8), name)
    }
    // Nothing is recorded, so nothing can be had; but what is asked for is found to be right.
    let recordings = swath.folder.appending(path: "none")
    try FileManager.default.createDirectory(at: recordings, withIntermediateDirectories: true)
    let result = try swath.run(["--replay", recordings.path, "--textfile", swath.output.path])
    #expect(result.status == 75, "\(result.stderr)")
    #expect(!result.stderr.contains("warning: the") && result.stderr.contains("none of the 0 recordings"))
  }

  @Test func theSecretMayLieInAFile() async throws {
    try await EmulatedEstate.with { estate in
      let runtime = """
        authentication:
          mode: ServicePrincipal
          identityId: \(estate.configuration.clientID)
          secretFilePath: \(estate.swath.folder.path)
          secretFileName: secret
        """
      try estate.swath.write(runtime, "runtime.yaml")
      estate.swath.environment["PROMITOR_AUTH_APPKEY"] = nil
      let missing = try estate.run()
      #expect(missing.status == 78 && missing.stderr.contains("/secret"), "\(missing.stderr)")
      try "emulated-secret\n".write(
        to: estate.swath.folder.appending(path: "secret"), atomically: true, encoding: .utf8)
      #expect(try estate.run().status == 0)
    }
  }

  @Test func aReaderWhoGoesAwayCostsNothing() async throws {
    try await EmulatedEstate.with { estate in
      // The other end of stderr is closed before the first word.
      let status = try estate.swath.runByShell(
        "$SWATH $ARGUMENTS 2> >(exec 0<&-); exit $?", ["--at", estate.at, "--log-level", "debug"])
      #expect(status == 0)
      #expect(Exposed(try #require(estate.swath.text("swath.prom"))).values == estate.expected)
    }
  }

  @Test func aFullDiskKeepsTheOldFilesAndIsStatus74() async throws {
    try await EmulatedEstate.with { estate in
      try estate.run()
      let before = try #require(estate.swath.text("swath.prom"))
      let snapshot = try String(contentsOf: estate.swath.snapshot, encoding: .utf8)
      estate.advance(seconds: 3600)
      // Files may have 4 KiB at most, which is less than any of the outputs.
      let status = try estate.swath.runByShell("ulimit -f 4; $SWATH $ARGUMENTS", ["--at", estate.at])
      #expect(status == 74)
      #expect(estate.swath.text("swath.prom") == before)
      #expect(try String(contentsOf: estate.swath.snapshot, encoding: .utf8) == snapshot)
      let left = try FileManager.default.contentsOfDirectory(atPath: estate.swath.output.path).sorted()
      #expect(left == ["swath-self.prom", "swath.prom"], "\(left)")
      #expect(try estate.run().status == 0)
      #expect(Exposed(try #require(estate.swath.text("swath.prom"))).values == estate.expected)
    }
  }
}
