import Catalog
import Formats
import Planning
import Testing

@testable import Configuration

/// A query as the language takes it: what stands outside of literals, and what literals say.
private struct KQLShape: Equatable {
  /// A literal shows as a quote.
  var code = ""
  var literals: [String] = []

  /// nil where a literal does not end, as at a line break.
  init?(_ query: String) {
    var rest = query.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "'" else { code.unicodeScalars.append(scalar); continue }
      let isVerbatim = code.unicodeScalars.last == "@"
      var literal = "".unicodeScalars
      var isOpen = true
      while isOpen {
        guard let scalar = rest.popFirst(), scalar != "\n", scalar != "\r" else { return nil }
        if scalar == "'" {
          if isVerbatim, rest.first == "'" { literal.append("'"); rest.removeFirst() } else { isOpen = false }
        } else if scalar == "\\", !isVerbatim {
          guard let escaped = rest.popFirst() else { return nil }
          literal.append(escaped == "n" ? "\n" : escaped == "r" ? "\r" : escaped)
        } else {
          literal.append(scalar)
        }
      }
      code += "'"
      literals.append(String(literal))
    }
  }
}

private func query(_ value: String) throws -> String {
  var criteria = DiscoveryGroup.Criteria()
  criteria.subscriptions = [value]
  criteria.resourceGroups = [value, "b"]
  criteria.regions = [value]
  criteria.tags = [.init(name: value, pattern: value)]
  criteria.names = [value]
  var group = DiscoveryGroup(
    name: value, types: [try #require(ResourceType.named("KeyVault"))], include: criteria,
    position: SourcePosition(file: "", line: 1, column: 1))
  group.exclude = criteria
  return DiscoveryQuery(group).text
}

/// Whatever a value is, it stays within its literal, and is what the literal says.
@Test func valuesStayWithinTheirLiterals() throws {
  let plain = try #require(KQLShape(try query("a")))
  let parts = [
    "'", "\"", "\\", "\n", "\r", "\r\n", "'\u{301}", "\\\u{301}", "'\u{200D}", "\u{0}", "\u{2028}", "@'", "''", "|",
    "//",
    "]", ")", " or 1 == 1", "$", "é", "x",
  ]
  var generator = SystemRandomNumberGenerator()
  var values = parts
  for _ in 0..<2000 {
    values.append((0..<Int.random(in: 1...6, using: &generator)).map { _ in parts.randomElement() ?? "" }.joined())
  }
  for value in values {
    let shape = try #require(KQLShape(try query(value)), "\(value.debugDescription) is not within its literal")
    #expect(shape.code == plain.code, "\(value.debugDescription)")
    // The first is the type; regions are folded, and expressions write line breaks in their own way.
    for place in [1, 2, 5, 8, 9, 12, 13] { #expect(Array(shape.literals[place].utf8) == Array(value.utf8)) }
    let pattern = value.unicodeScalars.map { $0 == "\n" ? "\\n" : $0 == "\r" ? "\\r" : String($0) }.joined()
    #expect(Array(shape.literals[6].utf8) == Array("^(?i)\(pattern)$".utf8))
    for place in [7, 14, 15] { #expect(Array(shape.literals[place].utf8) == Array("^(?i)(?:\(pattern))$".utf8)) }
  }
}
