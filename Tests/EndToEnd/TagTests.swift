import AzureEmulator
import Foundation
import Testing

@Suite(.serialized) struct EndToEndTagTests {
  /// The samples of a text, of which each has its labels apart.
  private func samples(_ estate: EmulatedEstate) throws -> [(key: String, labels: Set<String>, value: Double)] {
    Exposed(try #require(estate.swath.text("swath.prom"))).values.map { key, value in
      let parts = key.split(separator: " ", maxSplits: 1)
      return (key, Set(parts.count > 1 ? parts[1].split(separator: ",").map { String($0) } : []), value)
    }
  }

  private func check(_ estate: EmulatedEstate) throws {
    let discovered = Set(estate.metrics.filter { $0.discoveryGroup != nil }.flatMap(\.resources).map(\.id))
    let resources = Dictionary(uniqueKeysWithValues: estate.configuration.estate.resources.map { ($0.id, $0) })
    var shown: [String: Double] = [:]
    var infos: Set<String> = []
    var tagged = 0
    for sample in try samples(estate) {
      let uri = try #require(sample.labels.first { $0.hasPrefix("resource_uri=") }?.dropFirst(13))
      let resource = resources[String(uri)]
      func has(_ label: String, _ value: String?) {
        let text = (value ?? "").replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        // Values can hold commas, at which the labels are parted.
        let isThere = text.isEmpty ? sample.key.contains("\(label)=") : sample.key.contains("\(label)=\(text)")
        #expect(isThere == !text.isEmpty, "\(label) of \(sample.key)")
      }
      func tag(_ name: String) -> String? {
        discovered.contains(String(uri)) ? resource?.tags.first { $0.name == name }?.value : nil
      }
      has("tag_team", tag("team"))
      if tag("team") != nil { tagged += 1 }
      if sample.key.hasPrefix("swath_resource_info ") {
        #expect(sample.value == 1 && infos.insert(String(uri)).inserted)
        has("tag_env", tag("env"))
        has("sku", discovered.contains(String(uri)) ? resource?.sku : nil)
        has("kind", discovered.contains(String(uri)) ? resource?.kind : nil)
      } else {
        let name = sample.key.prefix { $0 != " " }
        shown[Exposed.key(String(name), sample.labels.filter { !$0.hasPrefix("tag_") })] = sample.value
      }
    }
    #expect(shown == estate.expected)
    #expect(tagged > 10)
    #expect(infos.count > 20)
  }

  /// What `swath api` answers at an address.
  private func answer(_ estate: EmulatedEstate, _ path: String) throws -> String {
    let swath = estate.swath
    return try swath.call(
      [
        "api", "--config-dir", swath.folder.appending(path: "config").path, "--state", swath.snapshot.path, "--output",
        swath.output.path, "--at", estate.at,
      ], stdin: "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n"
    ).stdout
  }

  @Test func openTelemetryHasTagsAndUnitsWhereTheyAreWanted() async throws {
    try await EmulatedEstate.with(resources: 32, isDiscovered: true, hasUploads: true) { estate in
      estate.swath.environment["PROMITOR_labels__fromTags__0"] = "team"
      estate.swath.environment["PROMITOR_metricSinks__openTelemetryCollector__units"] = "ucum"
      #expect(try estate.run().status == 0)
      let folder = estate.swath.output.appending(path: "outbox/otlp")
      let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(text.contains(#"{"key":"azure.tag.team","value":{"stringValue":"sales"}}"#))
      #expect(text.contains(#","unit":"{count}","gauge":"#) && text.contains(#","unit":"%","gauge":"#))
    }
  }

  @Test func tagsAreLabelsAndInfosAreOfTheListThatIsKept() async throws {
    try await EmulatedEstate.with(resources: 48, isDiscovered: true) { estate in
      // Each group's list ends at a moment of its own in this time: for none of them that is within the test.
      estate.swath.environment["PROMITOR_cache__durationInMinutes"] = "1440"
      estate.swath.environment["PROMITOR_labels__fromTags__0"] = "Team"
      estate.swath.environment["PROMITOR_labels__infoTags__0"] = "env"
      let first = try estate.run()
      #expect(first.status == 0, "\(first.stderr)")
      try check(estate)
      let calls = estate.server.statistics.calls["resourceGraph"]

      estate.advance(seconds: 240)
      #expect(try estate.run().status == 0)
      try check(estate)
      #expect(estate.server.statistics.calls["resourceGraph"] == calls, "the lists are good still")

      let api = try answer(estate, "/metrics")
      let files = try ["swath.prom", "swath-self.prom"].map { try #require(estate.swath.text($0)) }
      #expect(api.hasSuffix("\r\n\r\n" + files.joined()))

      // With Azure's times the text is made of the lists, and not that of the last pass.
      let timed = "PROMITOR_metricSinks__prometheusScrapingEndpoint__enableMetricTimestamps"
      estate.swath.environment[timed] = "true"
      #expect(try answer(estate, "/metrics").contains("=\"sales\""))
      estate.swath.environment["PROMITOR_labels__fromTags__0"] = "owner"
      #expect(!(try answer(estate, "/metrics").contains("=\"sales\"")), "that list was found for others")
      estate.swath.environment[timed] = nil
      #expect(try estate.run().status == 0)
      #expect(estate.server.statistics.calls["resourceGraph"] ?? 0 > calls ?? 0, "the lists do not know that tag")
    }
  }
}
