import AzureEmulator
import Foundation
import OutputReaders
import System
import Testing

/// `swath upload`, and `swath run --upload`: what receivers end up with.
@Suite(.serialized) struct EndToEndDeliveryTests {
  /// An estate whose outputs go to the emulator's own receivers.
  private func with(resources: Int = 16, _ body: (EmulatedEstate) async throws -> Void) async throws {
    let server = try DatagramReceiver()
    try await EmulatedEstate.with(resources: resources, hasUploads: true) { estate in
      estate.sendToItself(statsd: server)
      try await body(estate)
    }
  }

  private func upload(
    _ estate: EmulatedEstate, _ arguments: [String] = ["otlp", "statuspage"]
  ) throws -> (status: Int32, stdout: String, stderr: String) {
    try estate.swath.call(uploading(estate) + arguments)
  }

  private func uploading(_ estate: EmulatedEstate) -> [String] {
    [
      "upload", "--config-dir", estate.swath.folder.appending(path: "config").path, "--output",
      estate.swath.output.path,
    ]
  }

  private func files(_ estate: EmulatedEstate, _ output: String) -> [String] {
    let folder = estate.swath.output.appending(path: "outbox/\(output)").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// The points that the collector has been given, with how often.
  private func received(_ estate: EmulatedEstate) throws -> UploadedPoints {
    try UploadedPoints(lines: estate.server.bodies(of: "otlp"))
  }

  private func statusPoints(_ estate: EmulatedEstate) throws -> [Int: Double] {
    var points: [Int: Double] = [:]
    for point in try StatusPoint.points(in: estate.server.bodies(of: "statuspage")) where point.id == "system-metric" {
      points[point.time] = point.value
    }
    return points
  }

  @Test func whatWaitsIsDeliveredInOrderAndRemoved() async throws {
    try await with { estate in
      var expected: [String: Double] = estate.expectedPoints(since: nil)
      for _ in 0..<3 {
        #expect(try estate.run().status == 0)
        let last = estate.now
        estate.advance(seconds: 300)
        expected.merge(estate.expectedPoints(since: last)) { _, new in new }
      }
      #expect(try estate.run().status == 0)
      let preview = try upload(estate, ["--dry-run", "otlp"])
      #expect(preview.status == 0 && preview.stdout.split(separator: "\n").count == 5, "\(preview.stdout)")
      #expect(estate.server.bodies(of: "otlp").isEmpty)
      let result = try upload(estate)
      #expect(result.status == 0, "\(result.stderr)")
      #expect(result.stderr.contains("upload otlp: 4 files delivered by 4 requests"), "\(result.stderr)")
      let found = try received(estate)
      #expect(found.values == expected && found.copies.values.allSatisfy { $0 == 1 })
      #expect(
        try statusPoints(estate).count >= 4 && files(estate, "statuspage").isEmpty && files(estate, "otlp").isEmpty)
      #expect(try upload(estate).status == 0, "there is nothing to do")
      #expect(try received(estate).copies.values.allSatisfy { $0 == 1 })
    }
  }

  @Test func aPassMayUploadItself() async throws {
    try await with { estate in
      let result = try estate.run(["--upload"])
      #expect(result.status == 0 && result.stderr.contains("upload otlp: 1 file delivered by"), "\(result.stderr)")
      #expect(try received(estate).values == estate.expectedPoints(since: nil))
      estate.server.set(faults: [Fault(.status(503), match: "/v1/metrics")])
      estate.advance(seconds: 300)
      let kept = try estate.run(["--upload"])
      #expect(kept.status == 3 && kept.stderr.contains("1 file kept"), "\(kept.stderr)")
      #expect(kept.stderr.contains("pass complete") && files(estate, "otlp").count == 1)
    }
  }

  @Test(arguments: [
    "status=503", "status=429&retryAfter=1", "kind=reset", "kind=truncate", "kind=slow&delayMilliseconds=60000",
  ])
  func whatMayBeTakenLaterIsKept(fault: String) async throws {
    try await with { estate in
      try estate.run()
      estate.server.set(faults: [try #require(Fault(query: fault + "&match=/v1/"))])
      let result = try upload(estate, ["--deadline", "3"])
      #expect(result.status == 75 || result.status == 3, "\(result.stderr)")
      #expect(files(estate, "otlp").count == 1 && files(estate, "statuspage").count == 1)
      estate.server.set(faults: [])
      #expect(try upload(estate, ["--all", "otlp", "statuspage"]).status == 0)
      #expect(try received(estate).values == estate.expectedPoints(since: nil))
    }
  }

  @Test func aReceiverThatIsDownIsLeftAloneForLongerAndLonger() async throws {
    try await with { estate in
      try estate.run()
      estate.server.set(faults: [Fault(.status(503), match: "/v1/metrics")])
      func asked() -> Int { estate.server.statistics.calls["fault"] ?? 0 }
      for round in 1...2 {
        #expect(try upload(estate, ["otlp"]).status == 75)
        #expect(asked() == round, "who uploads every minute tries again after one failure")
      }
      let third = try upload(estate, ["otlp"])
      #expect(third.status == 75 && third.stderr.contains("left alone for"), "\(third.stderr)")
      #expect(asked() == 2 && files(estate, "otlp").count == 1)
    }
  }

  @Test func whatIsRefusedForGoodDoesNotHoldUpTheRest() async throws {
    try await with { estate in
      try estate.run()
      estate.advance(seconds: 300)
      try estate.run()
      estate.server.set(faults: [Fault(.status(400), match: "/v1/metrics", times: 1)])
      let result = try upload(estate, ["otlp"])
      #expect(result.status == 3 && result.stderr.contains("1 request refused for good: HTTP 400"), "\(result.stderr)")
      #expect(result.stderr.contains("2 files done with: 1 request accepted"), "\(result.stderr)")
      #expect(files(estate, "otlp") == ["refused"] && estate.server.bodies(of: "otlp").count == 1)
      let kept = files(estate, "otlp/refused")
      #expect(kept.count == 2 && kept[1] == kept[0] + ".why", "\(kept)")
    }
  }

  @Test func whatIsTooLargeIsSentInPieces() async throws {
    try await with { estate in
      try estate.run()
      estate.server.set(faults: [Fault(.status(413), match: "/v1/metrics", times: 3)])
      let result = try upload(estate, ["otlp"])
      #expect(result.status == 0 && estate.server.bodies(of: "otlp").count >= 3, "\(result.stderr)")
      let found = try received(estate)
      #expect(found.values == estate.expectedPoints(since: nil) && found.copies.values.allSatisfy { $0 == 1 })
    }
  }

  @Test func aSenderThatIsRefusedIsStatus77() async throws {
    try await with { estate in
      try estate.run()
      estate.server.set(faults: [Fault(.status(401), match: "/v1/pages")])
      let result = try upload(estate, ["statuspage"])
      #expect(result.status == 77 && result.stderr.contains("check the API key"), "\(result.stderr)")
      #expect(!result.stderr.contains("emulated-status-key") && files(estate, "statuspage").count == 1)
      estate.swath.environment["PROMITOR_ATLASSIAN_STATUSPAGE_APIKEY"] = nil
      let without = try upload(estate, ["statuspage"])
      #expect(without.status == 78 && without.stderr.contains("LoadCredential=statuspage-api-key"))
      let others = try upload(estate)
      #expect(others.status == 3 && others.stderr.contains("FILE; its files stay"), "\(others.stderr)")
      #expect(files(estate, "otlp").isEmpty && files(estate, "statuspage").count == 1)
      let credentials = estate.swath.folder.appending(path: "credentials")
      try FileManager.default.createDirectory(at: credentials, withIntermediateDirectories: true)
      try "emulated-status-key\n".write(
        to: credentials.appending(path: "statuspage-api-key"), atomically: false, encoding: .utf8)
      estate.swath.environment["CREDENTIALS_DIRECTORY"] = credentials.path
      estate.server.set(faults: [])
      #expect(try upload(estate, ["--all", "statuspage"]).status == 0)
    }
  }

  /// A collector that is down for longer than the outbox keeps: all that it kept arrives, once, and nothing else.
  @Test func aReceiverMayBeDownForADay() async throws {
    try await with(resources: 4) { estate in
      estate.server.set(faults: [Fault(.status(503), match: "/v1/metrics")])
      var expected: [String: Double] = [:]
      var last: Int?
      let end = estate.now + 49 * 1800
      for _ in 0..<50 {
        let result = try estate.run(["--upload"])
        #expect(result.status == 3 && result.stderr.contains("pass complete"), "\(result.stderr)")
        if end - estate.now <= 86_400 { expected.merge(estate.expectedPoints(since: last)) { _, new in new } }
        last = estate.now
        if estate.now < end { estate.advance(seconds: 1800) }
      }
      #expect(files(estate, "otlp").count == 49, "the first is too old")
      #expect(estate.server.statistics.calls["fault"] == 2, "it was left alone")
      estate.server.set(faults: [])
      let result = try upload(estate, ["--all", "otlp"])
      #expect(result.status == 0, "\(result.stderr)")
      let found = try received(estate)
      let isSame = found.values == expected
      #expect(isSame && found.copies.values.allSatisfy { $0 == 1 } && files(estate, "otlp").isEmpty)
    }
  }

  /// Every answer that a receiver may give, and what becomes of the file: `kept`, `refused` for good.
  @Test(arguments: [
    (75, "kept", "otlp", [408, 429, 502, 503, 504]), (75, "kept", "otlp", [404, 405, 415]),
    (77, "kept", "otlp", [401, 403]), (3, "refused", "otlp", [400, 422, 500, 501]),
    (75, "kept", "statuspage", [408, 420, 429, 500, 502, 503, 504]), (75, "kept", "statuspage", [404, 405]),
    (77, "kept", "statuspage", [401, 403]), (3, "refused", "statuspage", [400, 415, 422]),
  ])
  func everyAnswerHasItsEnd(status: Int32, end: String, output: String, codes: [Int]) async throws {
    try await with { estate in
      for code in codes {
        try estate.run()
        estate.server.set(faults: [Fault(.status(code), match: "/v1/")])
        let result = try upload(estate, ["--all", output])
        #expect(result.status == status && result.stderr.contains("HTTP \(code)"), "\(code): \(result.stderr)")
        estate.server.set(faults: [])
        #expect(try upload(estate, ["--all", output]).status == 0)
        #expect(files(estate, output) == (end == "refused" ? ["refused"] : []), "\(code)")
        estate.advance(seconds: 300)
      }
      #expect(estate.server.bodies(of: output).count == (end == "refused" ? 0 : codes.count))
      #expect(files(estate, "\(output)/refused").count == (end == "refused" ? 2 * codes.count : 0))
    }
  }

  @Test func aSecondUploadStandsBackAndAPassDoesNot() async throws {
    try await with { estate in
      try estate.run()
      let lock = try ProcessLock(estate.swath.output.appending(path: "outbox/upload.lock").path)
      let second = try upload(estate)
      #expect(second.status == 75 && second.stderr.contains("another upload"), "\(second.stderr)")
      estate.advance(seconds: 300)
      #expect(try estate.run().status == 0 && files(estate, "otlp").count == 2)
      withExtendedLifetime(lock) {}
    }
  }

  @Test func aShardDoesNotAggregate() async throws {
    try await with { estate in
      estate.swath.environment[EmulatedEstate.sinks + "atlassianStatuspage__systemMetricMapping__0__aggregate"] = "sum"
      let refused = try estate.run(["--shard", "0/2"])
      #expect(refused.status == 78 && refused.stderr.contains("cannot aggregate"), "\(refused.stderr)")
      #expect(try estate.run().status == 0 && upload(estate, ["statuspage"]).status == 0)
      #expect(try !statusPoints(estate).isEmpty)
    }
  }

  @Test func onlyTheNewestValuesGoToStatsD() async throws {
    try await with { estate in
      let server = try DatagramReceiver()
      estate.swath.environment[EmulatedEstate.sinks + "statsd__port"] = "\(server.port)"
      try estate.run()
      estate.advance(seconds: 300)
      try estate.run()
      let newest = try #require(files(estate, "statsd").last)
      let text = try #require(estate.swath.text("outbox/statsd/\(newest)"))
      let result = try upload(estate, ["statsd"])
      #expect(result.status == 0 && result.stderr.contains("1 older file not sent"), "\(result.stderr)")
      let datagrams = server.received()
      #expect(datagrams.joined() == text && datagrams.allSatisfy { $0.utf8.count <= 1432 && $0.hasSuffix("\n") })
      #expect(files(estate, "statsd").isEmpty)
      #expect(try upload(estate, ["statsd"]).status == 0)
      #expect(server.received().isEmpty, "nothing is sent twice")
    }
  }

  @Test func whoIsNotConfiguredIsNamed() async throws {
    try await EmulatedEstate.with { estate in
      let none = try upload(estate, [])
      #expect(none.status == 78 && none.stderr.contains("has no receiver"), "\(none.stderr)")
      let one = try upload(estate, ["statsd"])
      #expect(one.status == 78 && one.stderr.contains("add metricSinks.statsd"), "\(one.stderr)")
    }
  }
}
