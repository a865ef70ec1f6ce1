import AzureEmulator
import Foundation
import Testing

/// Log Analytics and storage queues, which are read as they are now.
@Suite struct EndToEndReadingTests {
  private static let types = EmulatedType.all.filter { ["LogAnalytics", "StorageQueue"].contains($0.name) }

  private func with(
    editing edit: (String) -> String = { $0 }, _ body: (EmulatedEstate) async throws -> Void
  ) async throws {
    let estate = Estate(seed: 3, resources: 8, types: Self.types)
    try await EmulatedEstate.with(metricsPerType: 2, estate: estate, editing: edit, body)
  }

  private func series(_ estate: EmulatedEstate, _ name: String) throws -> [(labels: String, value: Double)] {
    try #require(estate.swath.text("swath.prom")).split(separator: "\n").compactMap { line in
      guard line.hasPrefix(name + "{"), let end = line.lastIndex(of: " ") else { return nil }
      return (String(line[..<end]), try #require(Double(line[line.index(after: end)...])))
    }
  }

  @Test func everyReadingIsTheEmulatorsValue() async throws {
    try await with { estate in
      let result = try estate.run()
      #expect(result.status == 0, "\(result.stderr)")
      let queues = QueueValues(seed: 3)
      for resource in estate.configuration.estate.resources where resource.type.name == "StorageQueue" {
        let (account, queue) = (resource.fields[0], resource.fields[1])
        for (name, expected) in [
          ("messagecount", Double(queues.messageCount(account: account, queue: queue, at: estate.now))),
          (
            "timespentinqueue",
            queues.firstInsertion(account: account, queue: queue, at: estate.now).map { Double(estate.now - $0) } ?? 0
          ),
        ] {
          let found = try series(estate, "azure_storagequeue_\(name)")
            .filter {
              $0.labels.contains("instance_name=\"\(account)\"") && $0.labels.contains("queue_name=\"\(queue)\"")
            }
          #expect(found.map(\.value) == [expected])
        }
      }
      #expect(try series(estate, "azure_loganalytics_heartbeats").count == 4)
      let calls = estate.server.statistics.calls
      #expect((calls["logAnalytics"], calls["storageQueue"], calls["metrics"]) == (8, 8, nil))
      #expect(calls["token"] == 1, "one for Log Analytics, none for the queues")
    }
  }

  @Test func readingsAreDueByTheirScheduleAlone() async throws {
    try await with { estate in
      #expect(try estate.run().status == 0)
      let first = try series(estate, "azure_loganalytics_heartbeats").map(\.value)
      #expect(try estate.run().status == 0)
      #expect(estate.server.statistics.calls["logAnalytics"] == 8, "nothing is due within the minute")
      #expect(try series(estate, "azure_loganalytics_heartbeats").map(\.value) == first, "the last values stay")
      estate.advance(seconds: 60)
      #expect(try estate.run().status == 0)
      #expect(estate.server.statistics.calls["logAnalytics"] == 16)
    }
  }

  @Test func columnsBehindTheResultTellRowsApart() async throws {
    let query = "Heartbeat | summarize result = count() by Computer | project result, Computer"
    let edit: (String) -> String = { text in
      text.replacing(/query: .*/, with: "query: \"\(query)\"", maxReplacements: 1)
    }
    try await with(editing: edit) { estate in
      let result = try estate.run()
      #expect(result.status == 0, "\(result.stderr)")
      let resource = try #require(estate.configuration.estate.resources.first { $0.type.name == "LogAnalytics" })
      let rows = try #require(
        LogValues(seed: 3).rows(workspaceID: resource.fields[0], query: query, end: estate.now))
      let found = try series(estate, "azure_loganalytics_heartbeats").filter { $0.labels.contains(resource.fields[0]) }
      #expect(rows.count > 1 && found.count == rows.count)
      for row in rows {
        let name = try #require(row.groups["Computer"])
        #expect(found.first { $0.labels.contains("computer=\"\(name)\"") }?.value == row.numbers["result"])
      }
    }
  }

  @Test func aQueueWithoutItsSecretIsForbiddenAndNothingElse() async throws {
    let edit: (String) -> String = { text in
      text.replacing(/rawValue: .*/, with: "environmentVariable: QUEUE_SAS", maxReplacements: 1)
    }
    try await with(editing: edit) { estate in
      let result = try estate.run()
      #expect(result.status == 3)
      #expect(result.stderr.contains("NoSecret") && result.stderr.contains("QUEUE_SAS"))
      let own = Exposed(try #require(estate.swath.text("swath-self.prom")))
      #expect(own["swath_pass_series", "outcome=forbidden", "reason=NoSecret"] == 1)
      estate.swath.environment["QUEUE_SAS"] = "?" + estate.configuration.sasToken
      estate.advance(seconds: 60)
      #expect(try estate.run().status == 0)
    }
  }

  @Test func theSignatureIsNowhereButOnTheWire() async throws {
    try await with { estate in
      let recordings = estate.swath.folder.appending(path: "recordings")
      let result = try estate.run(["--record", recordings.path, "--log-level", "trace"])
      #expect(result.status == 0)
      let secret = "ZW11bGF0ZWQ"
      #expect(estate.configuration.sasToken.contains(secret))
      var texts = [result.stderr, try String(contentsOf: estate.swath.snapshot, encoding: .utf8)]
      let files = FileManager.default.enumerator(at: estate.swath.folder, includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where !file.path.contains("/config/") {
        if let text = try? String(contentsOf: file, encoding: .utf8) { texts.append(text) }
      }
      #expect(texts.count > 18, "the recordings are among them")
      #expect(!texts.contains { $0.contains(secret) || $0.contains("emulated-secret") })
      let live = try #require(estate.swath.text("swath.prom"))
      try FileManager.default.removeItem(at: estate.swath.snapshot)
      estate.swath.environment = [:]
      #expect(try estate.run(["--replay", recordings.path]).status == 0, "no secret is needed to replay")
      #expect(estate.swath.text("swath.prom") == live)
    }
  }
}
