import Formats
import Testing

private func document(_ text: String) throws(YAMLFault) -> YAMLDocument { try YAMLDocument.read(Array(text.utf8)) }

private func root(_ text: String) throws -> YAMLNode { try #require(try document(text).root) }

/// The tree in a form that a test can show.
private func shown(_ node: YAMLNode?) -> String {
  switch node?.content {
  case nil: "-"
  case .scalar(let text): text
  case .sequence(let items): "[" + items.map { shown($0) }.joined(separator: ",") + "]"
  case .mapping(let entries): "{" + entries.map { "\($0.key):\(shown($0.value))" }.joined(separator: ",") + "}"
  }
}

struct YAMLDocumentTests {
  @Test(arguments: [
    ("a: 00:05:00", "{a:00:05:00}"), ("a: no", "{a:no}"), ("a: ~", "{a:~}"), ("a:", "{a:}"), ("a: !!str 1", "{a:1}"),
    ("- 1\n- [2, {b: 3}]", "[1,[2,{b:3}]]"), ("", "-"), ("# only a comment\n", "-"), ("---\n...\n", ""), ("a", "a"),
    ("a: 'it''s'\nb: \"\\u00e9\"", "{a:it's,b:é}"), ("a: |\n  x\n  y\n", "{a:x\ny\n}"),
    ("a: >-\n  x\n  y\n", "{a:x y}"),
    ("\u{FEFF}a: 1", "{a:1}"), ("a: 1\r\nb: 2\r\n", "{a:1,b:2}"),
    ("a: &x {b: 1}\nc: *x", "{a:{b:1},c:{b:1}}"), ("- &x 1\n- &x 2\n- *x", "[1,2,2]"),
    ("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3, e: 4}", "{a:{b:1,c:2},d:{c:3,e:4,b:1}}"),
    ("- &x {b: 1}\n- &y {b: 2, c: 3}\n- {<<: [*x, *y], d: 4}", "[{b:1},{b:2,c:3},{d:4,b:1,c:3}]"),
    ("- &x {b: 1}\n- {\"<<\": *x}", "[{b:1},{<<:{b:1}}]"), ("{<<: {a: 1}}", "{a:1}"), ("{<<: text}", "{<<:text}"),
    ("%YAML 1.1\n---\na: 1", "{a:1}"),
  ])
  func yamlReads(text: String, tree: String) throws {
    let document = try document(text)
    #expect(shown(document.root) == tree)
    #expect(document.faults.isEmpty)
  }

  @Test func nodesKnowWhereTheyStand() throws {
    let root = try root("\u{FEFF}é: 1\nlist:\n\n  - 'x'\n  - {ä: \"ü\", k: v}\n")
    #expect(root["é"]?.mark == YAMLMark(line: 1, column: 4))
    guard case .sequence(let items)? = root["list"]?.content, case .mapping(let entries) = items[1].content else {
      Issue.record("no list")
      return
    }
    #expect(items[0].mark == YAMLMark(line: 4, column: 5))
    #expect(items[0].isQuoted)
    #expect(entries[1].keyMark == YAMLMark(line: 5, column: 14))
    #expect(entries[1].value.mark == YAMLMark(line: 5, column: 17))
  }

  @Test(arguments: [
    ("a: [1,\nb: ‸}", YAMLFault.Kind.malformed), ("a: 1\n‸\tb: 1\n", .malformed), ("a: ‸*nowhere", .malformed),
    ("a: &x [‸*x]", .malformed), ("a: \"open‸", .malformed), ("a: 1\nb: x‸\u{1}y", .malformed),
    ("‸" + String(repeating: "%TAG ! x\n", count: 101) + "---\na", .excessive),
    (String(repeating: "[", count: 100) + "‸[", .excessive), ("a: b‸: c", .malformed), ("a: ‸@x", .malformed),
  ])
  func faultsPointAtTheirPlace(marked: String, kind: YAMLFault.Kind) {
    let before = marked.prefix { $0 != "‸" }.split(separator: "\n", omittingEmptySubsequences: false)
    let fault = #expect(throws: YAMLFault.self) { try document(marked.replacing("‸", with: "")) }
    #expect(fault?.kind == kind)
    #expect(
      fault?.mark == YAMLMark(line: before.count, column: (before.last?.count ?? 0) + 1), "\(String(describing: fault))"
    )
  }

  @Test(arguments: [
    ("a: 1\n‸a: 2", YAMLFault.Kind.duplicateKey, "{a:1}"),
    ("‸[a]: 1\nb: 2", .keyIsNoText, "{b:2}"), ("a: 1\n‸---\nb: 2", .moreDocuments, "{a:1}"),
    ("{<<: ‸[a], b: 2}", .keyIsNoText, "{b:2}"),
  ])
  func someFaultsLeaveTheRest(marked: String, kind: YAMLFault.Kind, tree: String) throws {
    let before = marked.prefix { $0 != "‸" }.split(separator: "\n", omittingEmptySubsequences: false)
    let document = try document(marked.replacing("‸", with: ""))
    #expect(shown(document.root) == tree)
    #expect(document.faults.map(\.kind) == [kind])
    #expect(document.faults.first?.mark == YAMLMark(line: before.count, column: (before.last?.count ?? 0) + 1))
  }

  @Test(
    arguments: [[0xC3, 0x28], [0x61, 0x3A, 0x20, 0xFF], [0xED, 0xA0, 0x80], [0xFF, 0xFE, 0x61, 0x00]] as [[UInt8]])
  func whatIsNotUTF8IsRefused(bytes: [UInt8]) {
    let fault = #expect(throws: YAMLFault.self) { try YAMLDocument.read(bytes) }
    #expect(fault?.kind == .malformed)
  }

  @Test func bombsAreRefused() {
    let laughs =
      "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
      + (1..<30).map { level in
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
      }.joined()
    #expect(#expect(throws: YAMLFault.self) { try document(laughs) }?.kind == .excessive)

    let merges =
      "a0: &a0 {x: 1}\n"
      + (1..<40).map { level in
        "a\(level): &a\(level) {<<: [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]}\n"
      }.joined()
    #expect(#expect(throws: YAMLFault.self) { try document(merges) }?.kind == .excessive)

    let long = "a: " + String(repeating: "x", count: 1 << 20) + "y"
    #expect(#expect(throws: YAMLFault.self) { try document(long) }?.kind == .excessive)

    // Aliases do not take the depth of a tree beyond its bound, though each of them lies in few collections.
    let nested = (1..<4).map { "- &a\($0) " + deep(50, around: "*a\($0 - 1)") }.joined(separator: "\n")
    #expect(#expect(throws: YAMLFault.self) { try document("- &a0 x\n" + nested) }?.kind == .excessive)
    #expect(throws: Never.self) { try document("- &a \(deep(49, around: "x"))\n- \(deep(50, around: "*a"))\n- *a") }
    #expect(throws: YAMLFault.self) { try document("- &a \(deep(50, around: "x"))\n- \(deep(50, around: "*a"))") }

    // Who looks through a text does so for each alias of it, so that these cost as much as a text of a gigabyte.
    let longs = "- &a '\(String(repeating: " ", count: 100_000))'\n" + String(repeating: "- *a\n", count: 10_000)
    #expect(#expect(throws: YAMLFault.self) { try document(longs) }?.kind == .excessive)

    let marks = String(repeating: "\u{301}\u{316}", count: 15)
    #expect(throws: Never.self) { try document("a\(marks): e\(marks)") }
    #expect(#expect(throws: YAMLFault.self) { try document("a\(marks)\u{301}: 1") }?.kind == .excessive)

    for opening in ["[", "{a: ", "- ", "? ", "[{a: "] {
      let deep = String(repeating: opening, count: 100_000)
      #expect(#expect(throws: YAMLFault.self) { try document(deep) }?.kind == .excessive, "\(opening)")
    }
    #expect(throws: YAMLFault.self) { try YAMLDocument.read(Array(repeating: 0x20, count: 65 << 20)) }
  }

  private func deep(_ depth: Int, around text: String) -> String {
    String(repeating: "[", count: depth) + text + String(repeating: "]", count: depth)
  }

  /// Counts, not times: what aliases cost is bounded by a count, and one node of the text is one node of the tree.
  @Test(arguments: [1_000, 2_000, 4_000]) func theTreeGrowsWithTheText(count: Int) throws {
    let text = (0..<count).map { "key\($0): {a: 1, b: [2, 3]}\n" }.joined()
    #expect(nodes(try root(text)) == 5 * count + 1)
    #expect(throws: YAMLFault.self) { try document(text + "key0: again\n" + "[") }
  }

  private func nodes(_ node: YAMLNode) -> Int {
    switch node.content {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + nodes($1) }
    case .mapping(let entries): entries.reduce(1) { $0 + nodes($1.value) }
    }
  }

  @Test(arguments: 0..<3000) func anyBytesAreReadOrRefused(seed: Int) {
    var random = Seeded(seed)
    let pieces: [[UInt8]] = [
      Array("a: ".utf8), Array("\n".utf8), Array("  ".utf8), Array("- ".utf8), Array("[{".utf8), Array("]}".utf8),
      Array("&x ".utf8), Array("*x ".utf8), Array("<<: ".utf8), Array("'\"".utf8), Array("|\n".utf8),
      Array("---\n".utf8),
      Array("? ".utf8), Array("!!x ".utf8), Array("# ".utf8), Array("é\u{85}\u{2028}".utf8), [0xFF], [0x00], [0xC3],
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      bytes +=
        Int.random(in: 0..<8, using: &random) == 0
        ? [UInt8.random(in: 0...255, using: &random)] : pieces.randomElement(using: &random) ?? []
    }
    if let document = try? YAMLDocument.read(bytes) { #expect(document.root.map(nodes) ?? 0 <= 10_000) }
  }
}
