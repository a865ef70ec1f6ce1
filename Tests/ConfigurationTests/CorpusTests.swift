import Foundation
import Testing

@testable import Configuration

/// The texts that the fuzzer begins with, and those that it once found.
private enum Corpus {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzz")
  static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Corpus").path).sorted()) ?? []

  static func text(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: "Corpus/\(name)")))
  }
}

@Test func theCorpusIsThere() {
  #expect(Corpus.names.count > 50)
}

@Test(arguments: Corpus.names) func eachReaderTakesAnyText(name: String) throws {
  let text = try Corpus.text(name)
  let readers: [(inout Diagnostics) -> Void] = [
    { _ = MetricsDeclaration.read(text, file: name, diagnostics: &$0) },
    { _ = DiscoveryDeclaration.read(text, file: name, diagnostics: &$0) },
    { _ = RuntimeSettings.read(text, file: name, environment: [:], diagnostics: &$0) },
    { diagnostics in
      let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
      let variables = Dictionary(lines.map { (String($0), "x") }) { first, _ in first }
      _ = RuntimeSettings.read(text, file: name, environment: variables, diagnostics: &diagnostics)
    },
  ]
  for read in readers {
    var diagnostics = Diagnostics(advice: true)
    read(&diagnostics)
    // What aliases repeat is told once, and what is told is as short as the text is, however long it became.
    let count = diagnostics.sorted.count
    #expect(count <= 20 + 4 * text.count && count <= Diagnostics.limit)
    let shown = diagnostics.rendered()
    #expect(shown.utf8.count <= 100 + 4096 * count)
    #expect(shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" || $0 == "\n" })
  }
}

@Test func theValidTextsOfTheCorpusAreValid() throws {
  func errors(_ read: (inout Diagnostics) throws -> Bool) rethrows -> [String] {
    var diagnostics = Diagnostics()
    let isThere = try read(&diagnostics)
    return (isThere ? [] : ["nothing was read"])
      + diagnostics.sorted.filter { $0.severity == .error }.map { "\($0.position): \($0.message)" }
  }
  for name in ["valid-declaration.yaml", "valid-resource-types.yaml"] {
    #expect(
      try errors { MetricsDeclaration.read(try Corpus.text(name), file: name, diagnostics: &$0) != nil } == [])
  }
  #expect(
    try errors {
      DiscoveryDeclaration.read(try Corpus.text("valid-discovery.yaml"), file: "d", diagnostics: &$0) != nil
    } == [])
  #expect(
    try errors {
      let text = try Corpus.text("valid-runtime.yaml")
      return RuntimeSettings.read(text, file: "r", environment: [:], diagnostics: &$0).statuspage != nil
    } == [])
}

/// The fuzzer only finds what it has words for.
@Test func theFuzzerKnowsEveryKey() throws {
  let words = try String(contentsOf: Corpus.folder.appending(path: "keys.dict"), encoding: .utf8)
  let valid = try Corpus.names.filter { $0.hasPrefix("valid-") }
    .map { String(decoding: try Corpus.text($0), as: UTF8.self) }.joined()
  let keys = Set(grammars.flatMap(\.keys).map(\.name))
  #expect(keys.filter { !words.contains("\"\($0)\"\n") } == [])
  #expect(keys.filter { !valid.contains("\($0):") } == [])
}
