import AzureEmulator
import Foundation
import OutputReaders
import Testing

/// More of the same where somebody has the time: `SWATH_LONG_TESTS=1`.
private let rounds = ProcessInfo.processInfo.environment["SWATH_LONG_TESTS"] == nil ? 24 : 200

/// Passes that upload, and uploads alone, are killed at any moment: the collector and the status page end with exactly
/// the points that there were, and the outbox holds no more than what nobody has taken yet.
@Suite(.serialized) struct EndToEndUploadKillTests {
  private func upload(_ estate: EmulatedEstate) -> [String] {
    [
      "upload", "otlp", "statuspage", "--config-dir", estate.swath.folder.appending(path: "config").path, "--output",
      estate.swath.output.path,
    ]
  }

  /// The files of an output, but for those that its receiver refused.
  private func files(_ estate: EmulatedEstate, _ output: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: estate.swath.output.appending(path: "outbox/\(output)").path)
  }

  private func requests(_ estate: EmulatedEstate) -> Int {
    ["otlp", "statuspage"].reduce(0) { $0 + estate.server.bodies(of: $1).count }
  }

  /// The points of the metric that the page shows, by their times.
  private func shown(_ points: [String: Double]) -> Set<StatusPoint> {
    Set(
      points.filter { $0.key.contains("_of_one{") }.map { key, value in
        StatusPoint(id: "system-metric", time: Int(key.split(separator: "@").last ?? "") ?? 0, value: value)
      })
  }

  /// Kills a process after so long, or when a receiver has just been asked.
  private func kill(_ process: Process, after wait: Duration?, _ estate: EmulatedEstate) async -> Bool {
    let begun = requests(estate)
    var end = wait.map { ContinuousClock.now + $0 }
    while process.isRunning, end.map({ ContinuousClock.now < $0 }) ?? true {
      if end == nil, requests(estate) > begun {
        end = ContinuousClock.now + .microseconds(Int.random(in: 0...5000))
      }
      await Task.yield()
    }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  @Test func receiversEndWithExactlyThePointsThatThereWere() async throws {
    let server = try DatagramReceiver()
    try await EmulatedEstate.with(resources: 8, metricsPerType: 2, hasUploads: true) { estate in
      estate.sendToItself(statsd: server)
      var expected = estate.expectedPoints(since: nil)
      let begun = ContinuousClock.now
      #expect(try estate.run(["--upload"]).status == 0)
      let whole = ContinuousClock.now - begun
      var killed = 0
      var kept = 0
      for round in 0..<rounds {
        let last = estate.now
        // Within the history of a pass and the age of the outbox, in all.
        estate.advance(seconds: 300)
        expected.merge(estate.expectedPoints(since: last)) { _, new in new }
        let moment = whole * Double.random(in: 0...1)
        let process: Process
        if round.isMultiple(of: 3) {
          #expect(try estate.run().status == 0)
          process = try estate.swath.startCall(upload(estate))
        } else {
          process = try estate.start(["--upload"]).process
        }
        let wasKilled = await kill(process, after: round.isMultiple(of: 2) ? moment : nil, estate)
        if wasKilled { killed += 1 }
        kept = wasKilled || process.terminationStatus != 0 ? kept + 1 : 0
        for output in ["otlp", "statuspage"] {
          let files = try files(estate, output)
          // One that is pending and the draft of another beside those that were finished and not taken.
          #expect(files.count <= kept + 3, "round \(round), after \(kept) that did not end: \(files)")
        }
      }
      #expect(killed > rounds / 4, "most ended before they were killed: \(killed) of \(rounds)")
      #expect(try estate.run().status == 0)
      let drained = try estate.swath.call(upload(estate) + ["--all", "--deadline", "600"])
      #expect(drained.status == 0, "\(drained.stderr)")
      let taken = try OTLPPoint.points(inJSON: estate.server.bodies(of: "otlp"))
      let found = try UploadedPoints(lines: estate.server.bodies(of: "otlp")).values
      let isSame = found == expected
      #expect(isSame, "\(found.count) of \(expected.count) points")
      #expect(Set(taken).count == found.count, "what came twice is not the same")
      let page = try Set(StatusPoint.points(in: estate.server.bodies(of: "statuspage")))
      #expect(page == shown(expected) && page.count > rounds, "\(page.count) points of the page")
      for output in ["otlp", "statuspage"] { #expect(try files(estate, output).isEmpty) }
    }
  }
}
