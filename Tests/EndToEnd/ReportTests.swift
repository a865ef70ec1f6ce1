import AzureEmulator
import Foundation
import Testing

/// What `swath run` tells of a pass: the report of every series, and the line on a terminal.
@Suite(.serialized) struct EndToEndReportTests {
  private struct Line: Decodable {
    var metric, resource, outcome: String
    var decided, code, text: String?
    var shown, waited: Int
  }

  private func lines(_ file: URL) throws -> [Line] {
    try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Line.self, from: $0)
    }
  }

  @Test func theReportTellsHowEverySeriesEnded() async throws {
    try await EmulatedEstate.with(editing: {
      $0.replacing("\"SaturationShoebox\"", with: "\"NoSuchMetric\"")
    }) { estate in
      let file = estate.swath.folder.appending(path: "reports/pass.jsonl")
      let result = try estate.run(["--report", file.path])
      #expect(result.status == 3)
      let first = try lines(file)
      #expect(result.stderr.contains("\(first.count) series planned"), "\(result.stderr)")
      #expect(Set(first.map { "\($0.metric) \($0.resource)" }).count == first.count)
      #expect(!first.contains { $0.resource.hasPrefix("/") })
      let unknown = first.filter { $0.outcome == "unknown-metric" }
      #expect(
        unknown.count == 2
          && unknown.allSatisfy {
            $0.code == "BadRequest" && ($0.text ?? "").contains("Valid metrics") && $0.shown == 0 && $0.decided == nil
          })
      let delivered = first.filter { $0.outcome == "delivered" }
      #expect(
        !delivered.isEmpty
          && delivered.allSatisfy { $0.shown > 0 && $0.code == nil && $0.decided?.hasSuffix("Z") == true })
      let shown = Exposed(try #require(estate.swath.text("swath.prom"))).values.count
      #expect(first.reduce(0) { $0 + $1.shown } == shown)

      // What is put off says for how long; an old report is replaced whole.
      estate.advance(seconds: 600)
      try estate.run(["--report", file.path, "--max-calls", "1"])
      let second = try lines(file)
      #expect(second.count == first.count)
      let deferred = second.filter { $0.outcome == "deferred" }
      #expect(!deferred.isEmpty && deferred.allSatisfy { $0.waited == 1 && $0.code == "OutOfBudget" })
      let left = try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path)
      #expect(left == ["pass.jsonl"])
    }
  }

  @Test func aReportThatCannotBeWrittenIsStatus74AndCostsNothingElse() async throws {
    try await EmulatedEstate.with { estate in
      let folder = estate.swath.folder.appending(path: "taken")
      try FileManager.default.createDirectory(at: folder.appending(path: "in"), withIntermediateDirectories: true)
      let result = try estate.run(["--report", folder.path])
      #expect(result.status == 74 && result.stderr.contains(folder.path), "\(result.stderr)")
      #expect(Exposed(try #require(estate.swath.text("swath.prom"))).values == estate.expected)
    }
  }

  @Test func aTerminalShowsProgressThatIsGoneInTheEnd() async throws {
    try await EmulatedEstate.with(latencyMilliseconds: 30) { estate in
      let command = [
        "swath run --at \(estate.at) --state \(estate.swath.snapshot.path) --output \(estate.swath.output.path)",
        "--config-dir \(estate.swath.folder.appending(path: "config").path)",
      ].joined(separator: " ")
      let erasure = "\r\u{1B}[K"
      func talk(_ terminal: String, _ options: String = "") throws -> String {
        try estate.swath.callShell("TERM=\(terminal) script -qec '\(command) --all \(options)' /dev/null").stdout
      }
      let watched = try talk("xterm")
      #expect(watched.contains("calls made") && watched.contains(" in flight, 0 of ") && watched.contains(" s left"))
      let rest = watched.components(separatedBy: erasure).last ?? ""
      #expect(rest.hasPrefix("swath: pass complete") && !rest.contains("in flight"), "\(watched.debugDescription)")
      #expect(try !talk("dumb").contains("in flight"))
      #expect(try !talk("xterm", "--log-level warning").contains("in flight"))
      #expect(try !estate.run(["--all"]).stderr.contains("\r"), "a file is no terminal")
    }
  }

  @Test func boundsOfSeriesAndQuotasHoldAndSayWhatTheyCost() async throws {
    let types = EmulatedType.all.filter { $0.name == "KeyVault" }
    let estate = Estate(seed: 1, resources: 200, subscriptions: 1, types: types)
    try await EmulatedEstate.with(metricsPerType: 1, readQuota: 250, estate: estate) { estate in
      let file = estate.swath.folder.appending(path: "pass.jsonl")
      let result = try estate.run(["--max-series", "40", "--report", file.path])
      #expect(result.status == 3 && result.stderr.contains("--max-series"), "\(result.stderr)")
      let ends = try lines(file)
      #expect(ends.count { $0.outcome == "deferred" && $0.code == "OutOfSeries" } == ends.count - 40)
      #expect(estate.server.statistics.calls["metrics"] == 40)
      // Of 210 that are left, and come back only as the clock goes on, half of 250 are others'.
      try estate.swath.write(
        "pass:\n  quotaShare: 0.5\n"
          + String(contentsOf: estate.swath.folder.appending(path: "config/runtime.yaml"), encoding: .utf8),
        "runtime.yaml")
      let shared = try estate.run(["--deadline", "4", "--partial-ok", "--report", file.path])
      let made = estate.server.statistics.calls["metrics"] ?? 0
      #expect(shared.status == 0 && made >= 100 && made < 150, "\(made): \(shared.stderr)")
      #expect(try lines(file).contains { $0.code == "HeldBack" || $0.code == "OutOfTime" })
      try estate.run(["--deadline", "4", "--quota-share", "1", "--all"])
      #expect((estate.server.statistics.calls["metrics"] ?? 0) > 230, "the option outranks the file")
      #expect(try estate.run(["--quota-share", "0"]).status == 64)
    }
  }
}
