import AzureEmulator
import Foundation
import Testing

/// For each fault that the emulator can make, what a pass delivers and reports, how it ends, and that it does.
///
/// Each row is one process on an estate of four resources with two metrics each. Nobody looks at a clock: a pass that
/// its deadline cut short says so, and the others end before it.
@Suite(.serialized) struct EndToEndFaultTests {
  @Test(arguments: FaultRow.all) func everyFaultEndsAsTold(row: FaultRow) async throws {
    let type =
      switch row.api {
      case .logs: "LogAnalytics"
      case .queues: "StorageQueue"
      case .metrics, .batches, .token, .graph: "PublicIpAddress"
      }
    let estate = Estate(seed: 1, resources: 4, regions: 1, type: type)
    try await EmulatedEstate.with(
      metricsPerType: 2, isDiscovered: row.api == .graph, isBatched: row.api == .batches, estate: estate
    ) { estate in
      let trap = try await EmulatorServer.start(EmulatorConfiguration())
      let struck = row.api == .token || row.api == .graph ? nil : Self.name(of: estate)
      var query = row.fault.replacing("TRAP", with: trap.endpoint) + "&match=\(row.match)"
      if let struck { query += "&resource=\(struck)" }
      estate.server.set(faults: [try #require(Fault(query: query))])
      let recordings = estate.swath.folder.appending(path: "recordings").path
      let result = try estate.run([
        "--deadline", String(row.deadline), "--max-in-flight", String(row.inFlight), "--record", recordings,
        "--log-level", "trace",
      ])
      #expect(result.status == row.status, "\(result.stderr)")
      for text in row.says { #expect(result.stderr.contains(text), "\(text): \(result.stderr)") }
      let isCutShort = row.says.contains { $0.contains("cut short") }
      #expect(result.stderr.contains("cut short") == isCutShort, "\(result.stderr)")
      #expect(result.stderr.contains("pass complete") == (row.status == 0), "\(result.stderr)")
      #expect(try Self.shortfalls(estate) == row.series)
      try Self.checkShown(row, struck, estate)
      #expect(estate.server.statistics.strayTokens == 0 && trap.statistics.calls.isEmpty)
      #expect(Secrets.leaks(of: estate.swath, result.stderr) == [])
      try await trap.stop()
    }
  }

  /// What is in the path or the body of every request that is about the first resource, and of no other.
  private static func name(of estate: EmulatedEstate) -> String {
    let resource = estate.configuration.estate.resources[0]
    return resource.type.service == .metrics ? resource.id : resource.fields[0]
  }

  private static func shortfalls(_ estate: EmulatedEstate) throws -> [String: Double] {
    var found: [String: Double] = [:]
    for (key, value) in Exposed(try #require(estate.swath.text("swath-self.prom"))).values where value > 0 {
      guard key.hasPrefix("swath_pass_series "), key.contains("reason=") else { continue }
      found[
        key.replacing("swath_pass_series outcome=", with: "").replacing(",reason=", with: " ")] = value
    }
    return found
  }

  private static func checkShown(_ row: FaultRow, _ struck: String?, _ estate: EmulatedEstate) throws {
    let shown = Exposed(try #require(estate.swath.text("swath.prom"))).values
    if row.api == .logs || row.api == .queues {
      let resources = Set(estate.configuration.estate.resources.map { $0.fields[0] })
      let seen = resources.filter { name in shown.keys.contains { $0.contains(name) } }
      #expect(seen == (row.shown == .all ? resources : resources.subtracting([struck ?? ""])))
      return
    }
    let expected = row.shown == .none ? [:] : estate.expected
    if row.shown == .strange, let struck {
      // The names are others, the numbers those that the emulator sends, and none is lost.
      #expect(shown.count == expected.count)
      let numbers = MetricWriter.hostileNumbers.compactMap { Double($0) }
      for (key, value) in shown {
        #expect(key.contains(struck) ? numbers.contains(value) : expected[key] == value, "\(key)")
      }
      return
    }
    if row.shown == .all { return #expect(shown == expected) }
    let others = expected.filter { sample in struck.map { !sample.key.contains($0) } ?? true }
    #expect(shown == others)
  }

  /// All APIs in one pass, with a token for each that is renewed: none goes to another one, or to where none is wanted.
  @Test func tokensGoWhereTheyBelong() async throws {
    let types = EmulatedType.all.filter { ["PublicIpAddress", "LogAnalytics", "StorageQueue"].contains($0.name) }
    let estate = Estate(seed: 1, resources: 9, types: types)
    try await EmulatedEstate.with(metricsPerType: 2, isDiscovered: true, isBatched: true, estate: estate) { estate in
      // The resources of one batch are asked for themselves too.
      let paths = ["resourcegraph", "getBatch", "/query"]
      let dropped = Fault(.dropped, match: "getBatch", times: 1)
      estate.server.set(faults: paths.map { Fault(.expired, match: $0, times: 1) } + [dropped])
      let result = try estate.run()
      #expect(result.status == 0, "\(result.stderr)")
      let statistics = estate.server.statistics
      for api in ["token", "resourceGraph", "getBatch", "metrics", "logAnalytics", "storageQueue"] {
        #expect((statistics.calls[api] ?? 0) > 0, "\(api)")
      }
      #expect(statistics.calls["fault"] == 3 && statistics.strayTokens == 0)
    }
  }

  /// A fault without a row would be one that nobody has seen happen.
  @Test func everyFaultHasARow() {
    // Those of paging strike several pages, and have a table of their own; a stale token needs two passes.
    let ofPaging = EndToEndPagingFaultTests.Row.all.compactMap { $0.fault?.kind } + [.staleToken]
    let seen = Set(FaultRow.all.compactMap { Fault(query: $0.fault)?.kind } + ofPaging)
    for row in FaultKind.all { #expect(seen.contains(row.kind), "\(row.name)") }
    for (status, _) in FaultKind.statuses { #expect(seen.contains(.status(status)), "\(status)") }
    let throttled = FaultRow.all.compactMap { Fault(query: $0.fault) }.filter { $0.kind == .status(429) }
    #expect(Set(throttled.map(\.waitHeader)) == ["Retry-After", "retry-after-ms", "x-ms-retry-after-ms"])
    let waits = Set(throttled.map(\.retryAfter))
    #expect(waits.contains(nil) && waits.contains("1") && waits.contains { $0?.hasSuffix("GMT") == true })
  }
}
