import AzureEmulator
import Foundation
import Testing

@Suite(.serialized) struct EndToEndTruthTests {
  /// Compares every sample with what the value function predicts, one by one.
  private func check(_ estate: EmulatedEstate, at place: SourceLocation = #_sourceLocation) throws {
    let shown = Exposed(try #require(estate.swath.text("swath.prom"))).values
    let expected = estate.expected
    #expect(!expected.isEmpty, sourceLocation: place)
    for (key, value) in expected where shown[key] != value {
      Issue.record("\(key) is \(shown[key].map { "\($0)" } ?? "missing"), not \(value)", sourceLocation: place)
    }
    for key in shown.keys where expected[key] == nil { Issue.record("nobody expects \(key)", sourceLocation: place) }
  }

  @Test(arguments: [1, 2, 3]) func everySampleIsTheOneThatAzureHas(seed: Int) async throws {
    try await EmulatedEstate.with(seed: seed, resources: 24, metricsPerType: 8) { estate in
      for seconds in [0, 60, 61, 240, 3600, 86_400] {
        estate.advance(seconds: seconds)
        let result = try estate.run()
        #expect(result.status == 0, "\(result.stderr)")
        try check(estate)
      }
    }
  }

  @Test func faultsThatPassDoNotChangeAValue() async throws {
    try await EmulatedEstate.with { estate in
      for fault in [
        Fault(.status(500), match: "metrics", times: 2),
        Fault(.status(429), match: "metrics", retryAfter: "0", times: 3),
        Fault(.reset, match: "metrics", times: 2), Fault(.truncate, match: "metrics", times: 2),
        Fault(.wrapped, match: "metrics"), Fault(.status(503), match: "token", times: 1),
        Fault(.status(401), match: "metrics", times: 1), Fault(.slow, delayMilliseconds: 5),
      ] {
        estate.advance(seconds: 300)
        estate.server.set(faults: [fault])
        let result = try estate.run()
        #expect(result.status == 0, "\(fault): \(result.stderr)")
        try check(estate)
      }
    }
  }

  @Test func aPassWithoutNewsAsksForNothing() async throws {
    try await EmulatedEstate.with { estate in
      try estate.run()
      estate.server.resetStatistics()
      estate.advance(seconds: 5)
      #expect(try estate.run().status == 0)
      #expect(estate.server.statistics.calls["metrics"] == nil, "no bucket has become final")
      #expect(estate.server.statistics.calls["token"] == nil, "and nobody needs a token")
      try check(estate)
      estate.advance(seconds: 60)
      #expect(try estate.run().status == 0)
      let calls = estate.server.statistics.calls["metrics"] ?? 0
      #expect(calls > 0 && calls < 20, "the minutely ones alone: \(calls)")
      try check(estate)
    }
  }

  /// The estates of `fixtures`, each with the outputs that must come of its recordings.
  @Test(arguments: ["demo", "types"]) func aFixtureGivesTheOutputsBesideIt(name: String) throws {
    let swath = try SwathProcess()
    let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../fixtures/\(name)")
      .standardized
    let at = try String(contentsOf: fixture.appending(path: "at"), encoding: .utf8).trimmingCharacters(in: .newlines)
    var arguments = ["--config-dir", fixture.path, "--replay", fixture.appending(path: "exchanges").path, "--at", at]
    let narrowed = fixture.appending(path: "narrowed.yaml").path
    if FileManager.default.fileExists(atPath: narrowed) {
      arguments += [
        "--declaration", fixture.appending(path: "metrics-declaration.yaml").path, "--declaration", narrowed,
      ]
    }
    // No credential is needed to replay.
    swath.environment = [:]
    let result = try swath.run(arguments)
    #expect(result.status == 0, "\(result.stderr)")
    let pass = "1795521630000000-0-000000"
    let paths = [
      "swath.prom": "swath.prom", "swath-self.prom": "swath-self.prom", "otlp.jsonl": "outbox/otlp/\(pass).jsonl",
      "statuspage.json": "outbox/statuspage/\(pass).json", "statsd.txt": "outbox/statsd/\(pass).txt",
    ]
    let expected = fixture.appending(path: "expected")
    let files = try FileManager.default.contentsOfDirectory(atPath: expected.path)
    #expect(files.count >= 2)
    for file in files {
      let golden = expected.appending(path: file)
      let found = try #require(paths[file].flatMap(swath.text))
      if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
        try found.write(to: golden, atomically: true, encoding: .utf8)
        Issue.record("rewrote \(file): read the diff, then run without the switch")
      }
      let isSame = try String(contentsOf: golden, encoding: .utf8) == found
      #expect(isSame, "\(file) is not the one in fixtures/\(name)/expected")
    }
  }

  @Test func whatWasRecordedReplaysToTheSameBytes() async throws {
    try await EmulatedEstate.with(seed: 4) { estate in
      let recordings = estate.swath.folder.appending(path: "recordings").path
      #expect(try estate.run(["--record", recordings]).status == 0)
      let live = try #require(estate.swath.text("swath.prom"))
      for name in try FileManager.default.contentsOfDirectory(atPath: recordings) {
        let text = try String(contentsOfFile: "\(recordings)/\(name)", encoding: .utf8)
        #expect(!text.contains("emulated-") && !text.lowercased().contains("authorization"), "\(name) has a secret")
      }
      estate.server.resetStatistics()
      try FileManager.default.removeItem(at: estate.swath.snapshot)
      #expect(try estate.run(["--replay", recordings]).status == 0)
      #expect(estate.server.statistics.calls.isEmpty)
      #expect(estate.swath.text("swath.prom") == live)
    }
  }
}
