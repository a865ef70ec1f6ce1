import AzureEmulator
import Foundation
import Testing

/// More of the same where somebody has the time: `SWATH_LONG_TESTS=1`.
private let isLong = ProcessInfo.processInfo.environment["SWATH_LONG_TESTS"] != nil

@Suite(.serialized) struct EndToEndKillTests {
  /// Waits until the emulator has begun so many calls for values; true where the pass came so far.
  private func wait(_ estate: EmulatedEstate, calls: Int, _ process: Process) async -> Bool {
    while process.isRunning {
      let statistics = estate.server.statistics
      if (statistics.calls["metrics"] ?? 0) + statistics.inFlight >= calls { return true }
      await Task.yield()
    }
    return false
  }

  /// Lets so many microseconds go by without giving the processor away.
  private func spin(microseconds: Int) {
    let end = ContinuousClock.now + .microseconds(microseconds)
    while ContinuousClock.now < end {}
  }

  /// Whether a file is one that a pass has finished: from its first comment to its last line.
  private func isWhole(_ text: String, lastFamily: String) -> Bool {
    guard text.hasPrefix("# HELP "), text.hasSuffix("\n") else { return false }
    return text.split(separator: "\n").last?.hasPrefix(lastFamily) == true
  }

  @Test func aKillAtAnyMomentLeavesWholeFiles() async throws {
    let rounds = isLong ? 500 : 24
    try await EmulatedEstate.with(latencyMilliseconds: 1) { estate in
      try estate.run()
      let calls = estate.server.statistics.calls["metrics"] ?? 0
      let last = String(
        try #require(estate.swath.text("swath.prom")?.split(separator: "\n").last?.prefix { $0 != "{" }))
      var random = SystemRandomNumberGenerator()
      var killed = 0
      for round in 0..<rounds {
        estate.advance(seconds: 3600)
        estate.server.resetStatistics()
        let running = try estate.start(["--max-in-flight", "4"])
        // By turns in the network's part, and in what comes after the last answer: writing.
        let isLate = round.isMultiple(of: 2)
        _ = await wait(estate, calls: isLate ? calls : Int.random(in: 1...calls, using: &random), running.process)
        spin(microseconds: Int.random(in: 0...(isLate ? 25_000 : 3000), using: &random))
        running.signal(SIGKILL)
        if try running.end().wasKilled { killed += 1 }
        let shown = try #require(estate.swath.text("swath.prom"), "it was there before")
        #expect(isWhole(shown, lastFamily: last), "round \(round)")
        let told = try #require(estate.swath.text("swath-self.prom"))
        #expect(isWhole(told, lastFamily: "swath_configuration_warnings"), "round \(round)")
        let next = try estate.run()
        #expect(next.status == 0 && !next.stderr.contains("cannot be read"), "round \(round): \(next.stderr)")
        let found = Exposed(try #require(estate.swath.text("swath.prom"))).values
        #expect(found == estate.expected, "round \(round)")
      }
      #expect(killed > rounds / 4, "most passes ended before they were killed: \(killed) of \(rounds)")
      let left = try FileManager.default.contentsOfDirectory(atPath: estate.swath.output.path)
      #expect(left.sorted() == ["swath-self.prom", "swath.prom"], "drafts of killed passes stay behind: \(left)")
    }
  }

  @Test func aTermAtAnyMomentEndsThePassWell() async throws {
    try await EmulatedEstate.with(latencyMilliseconds: 20) { estate in
      try estate.run()
      let calls = estate.server.statistics.calls["metrics"] ?? 0
      let last = String(
        try #require(estate.swath.text("swath.prom")?.split(separator: "\n").last?.prefix { $0 != "{" }))
      var random = SystemRandomNumberGenerator()
      for round in 0..<(isLong ? 50 : 16) {
        estate.advance(seconds: 3600)
        estate.server.resetStatistics()
        let running = try estate.start(["--max-in-flight", "2"])
        let moment = Int.random(in: 1...(calls - 4), using: &random)
        #expect(await wait(estate, calls: moment, running.process), "round \(round)")
        running.signal([SIGTERM, SIGINT].randomElement(using: &random) ?? SIGTERM)
        let result = try running.end()
        #expect(!result.wasKilled, "round \(round): \(result.stderr)")
        #expect(result.stderr.contains("cut short"), "\(result.stderr)")
        let shown = try #require(estate.swath.text("swath.prom"))
        #expect(isWhole(shown, lastFamily: last), "round \(round)")
        let told = Exposed(try #require(estate.swath.text("swath-self.prom")))
        #expect(told["swath_pass_complete"] == 0)
        let deferred = told["swath_pass_series", "outcome=deferred", "reason=OutOfTime"] ?? 0
        let delivered = told["swath_pass_series", "outcome=delivered"] ?? 0
        #expect(deferred > 0 && deferred + delivered <= 48, "round \(round)")
        let empty = told["swath_pass_series", "outcome=empty"] ?? 0
        #expect(result.status == (delivered + empty > 0 ? 3 : 75), "round \(round): \(result.stderr)")
        // What was put off is due at once, and nothing that was answered is asked again.
        #expect(try estate.run().status == 0)
        let after = Exposed(try #require(estate.swath.text("swath-self.prom")))
        #expect(after["swath_pass_series", "outcome=not-due"] ?? 0 == delivered + empty, "round \(round)")
        let found = Exposed(try #require(estate.swath.text("swath.prom"))).values
        #expect(found == estate.expected, "round \(round)")
      }
    }
  }
}
