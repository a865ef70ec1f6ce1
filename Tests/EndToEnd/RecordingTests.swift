import AzureEmulator
import Foundation
import Testing

@Suite(.serialized) struct EndToEndRecordingTests {
  /// The requests of a folder of recordings, each behind its API and in order, and everything that is in it.
  private func read(_ folder: URL) throws -> (uris: [String], text: String) {
    var uris: [String] = []
    var all = ""
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let uri = try #require(text.firstMatch(of: /"uri": "([^"]*)"/)?.1)
      uris.append("\(name.prefix { $0 != "-" }) \(uri)")
      all += name + text
    }
    return (uris.sorted(), all)
  }

  /// What became of each segment of the addresses that is another one.
  private func names(_ original: [String], _ made: [String]) throws -> [String: String] {
    #expect(original.count == made.count)
    var names: [String: String] = [:]
    for (one, other) in zip(original, made) {
      let segments = one.split { "/?&".contains($0) }, others = other.split { "/?&".contains($0) }
      try #require(segments.count == others.count, "\(one) \(other)")
      for (segment, replacement) in zip(segments, others) where segment != replacement {
        #expect(names[String(segment), default: String(replacement)] == replacement, "\(segment)")
        names[String(segment)] = String(replacement)
      }
    }
    #expect(Set(names.values).count == names.count, "two names have not become one")
    return names
  }

  @Test(arguments: [false, true]) func recordingsWithMadeUpNamesReplay(isDiscovered: Bool) async throws {
    let types = EmulatedType.all.filter {
      ["KeyVault", "SqlDatabase", "StorageAccount", "StorageQueue", "LogAnalytics", "WebApp"].contains($0.name)
    }
    let estate = Estate(seed: 5, resources: 12, types: types)
    try await EmulatedEstate.with(metricsPerType: 2, isDiscovered: isDiscovered, estate: estate) { estate in
      let folder = estate.swath.folder
      let plain = folder.appending(path: "plain"), anonymous = folder.appending(path: "anonymous")
      func run(_ place: String, _ arguments: [String]) throws -> String {
        let result = try estate.run(["--state", folder.appending(path: "\(place).json").path] + arguments)
        #expect(result.status == 0, "\(place): \(result.stderr)")
        return try #require(estate.swath.text("swath.prom"))
      }
      let shown = try run("plain", ["--record", plain.path])
      _ = try run("anonymous", ["--record", anonymous.path, "--anonymise"])

      let (original, made) = (try read(plain), try read(anonymous))
      let names = try names(original.uris, made.uris)
      #expect(!names.isEmpty)
      let words = Set(made.text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map { String($0) })
      let resources = estate.configuration.estate.resources
      for name in resources.flatMap({ [$0.subscriptionID, $0.resourceGroup, $0.fields[0]] }) {
        #expect(!words.contains(name.lowercased()), "\(name)")
      }
      #expect(!words.contains(estate.configuration.tenantID))

      // The same pass for a declaration with the made-up names, in the same order of series.
      let longestFirst = names.sorted { $0.key.utf8.count > $1.key.utf8.count }
      func renamed(_ line: Substring) -> String {
        let found = longestFirst.first { line.hasSuffix(" \($0.key)") || line.hasSuffix("/\($0.key)") }
        return found.map { line.dropLast($0.key.count) + $0.value } ?? String(line)
      }
      for name in ["metrics-declaration.yaml", "resource-discovery-declaration.yaml"] {
        let file = folder.appending(path: "config/\(name)")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
        try estate.swath.write(text.split(separator: "\n").map(renamed).joined(separator: "\n"), name)
      }
      let replayed = try run("replayed", ["--replay", anonymous.path])
      func values(_ text: String) -> [String] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0.split(separator: " ").last ?? "") }
      }
      #expect(values(replayed).sorted() == values(shown).sorted())
      #expect(values(shown).count > 20)
    }
  }
}
