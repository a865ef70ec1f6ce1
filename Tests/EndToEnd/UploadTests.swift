import AzureEmulator
import Foundation
import Testing

/// More of the same where somebody has the time: `SWATH_LONG_TESTS=1`.
private let isLong = ProcessInfo.processInfo.environment["SWATH_LONG_TESTS"] != nil

@Suite(.serialized) struct EndToEndUploadTests {
  /// Compares with what a pass at each time would have shown: every bucket once, with its value and its time.
  private func check(
    _ estate: EmulatedEstate, _ expected: [String: Double], at place: SourceLocation = #_sourceLocation
  )
    throws
  {
    let found = try UploadedPoints(estate.swath)
    #expect(found.strays.isEmpty, sourceLocation: place)
    let doubled = found.copies.filter { $0.value > 1 }.keys.sorted().first ?? "none"
    let lost = expected.keys.filter { found.values[$0] == nil }.sorted().first ?? "none"
    let strange = found.values.keys.filter { expected[$0] == nil }.sorted().first ?? "none"
    #expect(doubled == "none" && lost == "none" && strange == "none", sourceLocation: place)
    let isSame = found.values == expected
    #expect(isSame, sourceLocation: place)
  }

  @Test(arguments: [false, true]) func everyBucketIsUploadedOnceWithItsTime(isBatched: Bool) async throws {
    try await EmulatedEstate.with(isBatched: isBatched, hasUploads: true) { estate in
      var expected: [String: Double] = [:]
      // The first pass takes the newest bucket alone; those after it whatever has become final since, asked or not.
      expected.merge(estate.expectedPoints(since: nil)) { _, new in new }
      #expect(try estate.run().status == 0)
      try check(estate, expected)
      for (seconds, fault) in [
        (60, nil), (60, nil), (5, nil), (300, Fault(.status(500))), (60, nil), (1800, nil), (7200, nil), (60, nil),
      ] as [(Int, Fault?)] {
        let last = estate.now
        estate.advance(seconds: seconds)
        estate.server.set(faults: fault.map { [$0] } ?? [])
        _ = try estate.run(["--deadline", "4"])
        expected.merge(estate.expectedPoints(since: last)) { _, new in new }
        if fault == nil { try check(estate, expected) }
      }
      let again = try estate.run(["--all"])
      #expect(again.status == 0, "\(again.stderr)")
      try check(estate, expected)
    }
  }

  @Test func outputsWithoutAPointAreNoFiles() async throws {
    try await EmulatedEstate.with(hasUploads: true) { estate in
      try estate.run()
      for output in ["otlp", "statuspage", "statsd"] {
        let files = try FileManager.default.contentsOfDirectory(
          atPath: estate.swath.output.appending(path: "outbox/\(output)").path)
        #expect(files.count == 1 && files[0].hasPrefix("1795521630000000-0-"), "\(files)")
      }
      let told = Exposed(try #require(estate.swath.text("swath-self.prom")))
      #expect(told["swath_outbox_files", "output=otlp"] == 1)
      estate.advance(seconds: 5)
      try estate.run()
      let files = try FileManager.default.contentsOfDirectory(
        atPath: estate.swath.output.appending(path: "outbox/otlp").path)
      #expect(files.count == 1)
      estate.advance(seconds: 90_000)
      try estate.run()
      let later = Exposed(try #require(estate.swath.text("swath-self.prom")))
      #expect(
        later["swath_outbox_files", "output=otlp"] == 1 && later["swath_outbox_dropped_files", "output=otlp"] == 1)
    }
  }

  @Test func aPassWhoseUploadsCannotBeWrittenCommitsNothing() async throws {
    try await EmulatedEstate.with(hasUploads: true) { estate in
      var expected = estate.expectedPoints(since: nil)
      try estate.run()
      let last = estate.now
      estate.advance(seconds: 300)
      let folder = estate.swath.output.appending(path: "outbox/statsd").path
      try FileManager.default.removeItem(atPath: folder)
      #expect(FileManager.default.createFile(atPath: folder, contents: nil))
      let failed = try estate.run()
      #expect(failed.status == 74, "\(failed.stderr)")
      try check(estate, expected)
      try FileManager.default.removeItem(atPath: folder)
      #expect(try estate.run().status == 0)
      expected.merge(estate.expectedPoints(since: last)) { _, new in new }
      try check(estate, expected)
    }
  }

  @Test func aKillAtAnyMomentLosesNoPointAndDoublesNone() async throws {
    let rounds = isLong ? 400 : 32
    try await EmulatedEstate.with(resources: 8, metricsPerType: 2, hasUploads: true) { estate in
      var expected = estate.expectedPoints(since: nil)
      try estate.run()
      let calls = estate.server.statistics.calls["metrics"] ?? 0
      var killed = 0
      for round in 0..<rounds {
        let last = estate.now
        // A day in all, so that nothing is dropped for its age.
        estate.advance(seconds: isLong ? 120 : 600)
        estate.server.resetStatistics()
        let running = try estate.start()
        while running.process.isRunning, estate.server.statistics.calls["metrics"] ?? 0 < (isLong ? 1 : calls / 2) {
          await Task.yield()
        }
        let end = ContinuousClock.now + .microseconds(Int.random(in: 0...12_000))
        while ContinuousClock.now < end {}
        running.signal(SIGKILL)
        if try running.end().wasKilled { killed += 1 }
        expected.merge(estate.expectedPoints(since: last)) { _, new in new }
        if round.isMultiple(of: 3) {
          let next = try estate.run()
          #expect(next.status == 0, "round \(round): \(next.stderr)")
          try check(estate, expected)
        }
      }
      #expect(try estate.run().status == 0)
      try check(estate, expected)
      #expect(killed > rounds / 5, "most passes ended before they were killed: \(killed) of \(rounds)")
    }
  }
}
