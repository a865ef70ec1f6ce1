import Formats
import Testing

@testable import Configuration

/// Every table that can be reached from those of the files.
let grammars: [Grammar] = {
  var found: [Grammar] = []
  func visit(_ grammar: Grammar) {
    guard !found.contains(where: { $0.name == grammar.name && $0.keys.map(\.name) == grammar.keys.map(\.name) }) else {
      return
    }
    found.append(grammar)
    for key in grammar.keys {
      switch key.kind {
      case .mapping(let inner), .list(let inner), .longList(let inner): visit(inner)
      default: break
      }
    }
  }
  for grammar in [.declaration, .discovery, .runtime] + Grammar.ofResources { visit(grammar) }
  return found
}()

/// The word with each of its letters left out, doubled, or replaced, and with neighbours exchanged.
private func misspellings(of word: String) -> [String] {
  let letters = Array(word)
  return letters.indices.flatMap { index -> [String] in
    var (shorter, longer, other, exchanged) = (letters, letters, letters, letters)
    shorter.remove(at: index)
    longer.insert(letters[index], at: index)
    other[index] = letters[index] == "q" ? "z" : "q"
    if index > 0 { exchanged.swapAt(index - 1, index) }
    return [shorter, longer, other, exchanged].map { String($0) }
  }
}

@Test(arguments: grammars.map(\.name)) func aMisspeltKeyIsFollowedByTheRightOne(name: String) throws {
  for grammar in grammars where grammar.name == name {
    for key in grammar.keys {
      for wrong in misspellings(of: key.name) where grammar.index(of: wrong) == nil {
        var diagnostics = Diagnostics()
        let mark = YAMLMark(line: 1, column: 1)
        let entry = YAMLEntry(key: wrong, keyMark: mark, value: YAMLNode(.scalar(""), mark: mark))
        let reader = GrammarReader(origin: Origin(file: "f"), isBinder: false)
        _ = reader.section(YAMLNode(.mapping([entry]), mark: mark), grammar, &diagnostics)
        let help = diagnostics.sorted.first { $0.rule == .unknownKey }?.remedy ?? ""
        #expect(help.hasPrefix("did you mean ") && help.contains("'\(key.name)'"), "\(grammar.name).\(wrong): \(help)")
      }
    }
  }
}

@Test func theTablesAreWellFormed() throws {
  #expect(grammars.count > 40)
  for grammar in grammars {
    #expect(Set(grammar.keys.map { $0.name.lowercased() }).count == grammar.keys.count, "\(grammar.name)")
    for key in grammar.keys {
      #expect(!key.meaning.isEmpty)
      if let condition = key.condition { #expect(grammar.index(of: condition.key) != nil) }
      if case .fallback(let text) = key.presence { _ = try key.kind.value(of: text, ignoringCase: false) }
    }
  }
}

@Test func whatIsReportedIsBounded() throws {
  // All in one line, to which every one of them leads.
  let unknown = (0..<11_000).map { "unknown\($0): 1" }.joined(separator: ", ")
  let text = declaration(metrics: metric(resources: "    resources: [{vaultName: kv, \(unknown)}]"))
  let (result, diagnostics) = read(text)
  #expect(result?.metrics.count == 1)
  #expect(diagnostics.sorted.count == 10_000)
  #expect(diagnostics.omitted == 1_000)
  #expect(diagnostics.rendered().hasSuffix("and 1000 more\n"))
}

/// What an alias repeats is one fault, and a metric of the text is a metric of the declaration, however many.
@Test(arguments: [100, 400]) func workGrowsWithTheText(count: Int) throws {
  let metrics = (0..<count).map { metric(name: "m\($0)") }.joined(separator: "\n")
  let (result, diagnostics) = read(declaration(metrics: metrics))
  #expect(result?.metrics.count == count)
  #expect(diagnostics.rendered() == "")
  let aliases = (0..<count).map { "  - {<<: *m, name: a\($0)}\n" }.joined()
  let wrong = metric(resources: "    colour: red\n    resources: [{vaultName: kv}]\n").replacing(
    "- name", with: "- &m\n    name")
  let (merged, faults) = read(declaration(metrics: wrong + aliases))
  #expect(merged?.metrics.count == count + 1)
  #expect(faults.sorted.map(\.rule) == [.unknownKey])
}
