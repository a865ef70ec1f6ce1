import AzureEmulator
import Foundation
import Testing

@Suite(.serialized) struct EndToEndAPITests {
  private func get(
    _ estate: EmulatedEstate, _ path: String, _ arguments: [String] = [], method: String = "GET"
  ) throws -> (status: Int, head: String, body: String) {
    let swath = estate.swath
    let result = try swath.call(
      [
        "api", "--config-dir", swath.folder.appending(path: "config").path, "--state", swath.snapshot.path, "--output",
        swath.output.path, "--at", estate.at,
      ] + arguments, stdin: "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(result.status == 0 && result.stderr.isEmpty, "\(result.stderr)")
    let parts = try #require(result.stdout.firstRange(of: "\r\n\r\n"))
    let head = String(result.stdout[..<parts.lowerBound])
    return (Int(head.split(separator: " ")[1]) ?? 0, head, String(result.stdout[parts.upperBound...]))
  }

  @Test func theMetricsAreThoseOfTheFiles() async throws {
    try await EmulatedEstate.with(resources: 32, isDiscovered: true) { estate in
      #expect(try get(estate, "/").body.contains("There was no pass yet"))
      #expect(try get(estate, "/api/v1/health").status == 503)
      try estate.run()
      let answer = try get(estate, "/metrics")
      let files = try ["swath.prom", "swath-self.prom"].map { try #require(estate.swath.text($0)) }
      #expect(answer.status == 200)
      #expect(answer.body == files.joined())
      #expect(try get(estate, "/metrics", method: "HEAD").body.isEmpty)
      #expect(try get(estate, "/api/v1/health").status == 200)
      let runtime = try #require(
        String(data: Data(contentsOf: estate.swath.folder.appending(path: "config/runtime.yaml")), encoding: .utf8))
      try estate.swath.write(
        runtime.replacing("baseUriPath: /metrics", with: "baseUriPath: /metrics\n    enableMetricTimestamps: true"),
        "runtime.yaml")
      let timed = try get(estate, "/metrics").body
      let line = try #require(timed.split(separator: "\n").first { !$0.hasPrefix("#") })
      // 12:00:30 less the settle of three minutes is in the bucket from 11:55 on, or a shorter one.
      let start = try #require(line.split(separator: " ").last.flatMap { Int($0) })
      #expect((EmulatedEstate.noon - 3700) * 1000...EmulatedEstate.noon * 1000 ~= start, "\(line)")
    }
  }

  /// The page is about the last attempt of every series, however long ago it was due.
  @Test func thePageTellsWhatIsAmissUntilItIsMended() async throws {
    try await EmulatedEstate.with(resources: 16) { estate in
      #expect(try estate.run().status == 0)
      let good = try get(estate, "/").body
      #expect(good.contains("<h1>All is well</h1>") && good.contains("100 %") && !good.contains("class=\"findings\""))
      estate.advance(seconds: 300)
      estate.server.set(faults: [Fault(.status(403), match: "/microsoft.insights/metrics")])
      #expect(try estate.run().status == 3)
      estate.server.set(faults: [])
      // Five seconds later nothing is due.
      for seconds in [0, 5] {
        estate.advance(seconds: seconds)
        if seconds > 0 { #expect(try estate.run().status == 0) }
        let bad = try get(estate, "/").body
        #expect(bad.contains("<h1>Not well</h1>") && bad.contains("forbidden") && bad.contains("Monitoring Reader"))
      }
      estate.advance(seconds: 3600)
      #expect(try estate.run().status == 0)
      #expect(try get(estate, "/").body.contains("<h1>All is well</h1>"))
      estate.advance(seconds: 3600)
      let late = try get(estate, "/").body
      #expect(late.contains("<h1>Not well</h1>") && late.contains("There was no pass for 60 min"))
    }
  }

  /// What Promitor's scraper does: page by page until there are no more.
  @Test func aScraperWalksTheGroups() async throws {
    try await EmulatedEstate.with(resources: 64, metricsPerType: 1, isDiscovered: true) { estate in
      try estate.run()
      let groups = try get(estate, "/api/v1/resources/groups", ["--agent", "discovery"])
      let list = try #require(
        try JSONSerialization.jsonObject(with: Data(groups.body.utf8)) as? [[String: Any]])
      #expect(!list.isEmpty)
      let told = Exposed(try #require(estate.swath.text("swath-self.prom")))
      for group in list {
        let name = try #require(group["name"] as? String)
        var (page, hasMore, names) = (1, true, [String]())
        while hasMore {
          let answer = try get(
            estate, "/api/v2/resources/groups/\(name.uppercased())/discover?pageSize=3&currentPage=\(page)")
          #expect(answer.status == 200)
          let body = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
          for item in try #require(body["Result"] as? [[String: Any]]) {
            #expect((item["$type"] as? String)?.contains("ResourceDefinition, Promitor.Core.Contracts") == true)
            names.append(try #require(item["UniqueName"] as? String))
          }
          hasMore = try #require(body["HasMore"] as? Bool)
          page += 1
        }
        #expect(Double(names.count) == told["swath_discovery_resources", "group=\(name)"])
        #expect(Set(names).count == names.count)
      }
    }
  }

  @Test func badRequestsAreAnswered() async throws {
    try await EmulatedEstate.with(resources: 8, metricsPerType: 1) { estate in
      let swath = estate.swath
      let arguments = ["api", "--config-dir", swath.folder.appending(path: "config").path, "--timeout", "2"]
      for (request, status) in [
        ("GET / HTTP/3.0\r\nHost: h\r\n\r\n", 505), ("GET /\r\n\r\n", 400), ("GET / HT", 400),
        ("POST /api/v1/system HTTP/1.1\r\nHost: h\r\n\r\n", 405),
      ] {
        let result = try swath.call(arguments, stdin: request)
        #expect(result.status == 0 && result.stdout.hasPrefix("HTTP/1.1 \(status) "), "\(request): \(result.stdout)")
      }
      #expect(try swath.call(arguments, stdin: "").stdout.isEmpty)
    }
  }
}
