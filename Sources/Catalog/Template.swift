/// A text with `{placeholders}` and optional `[parts]`, as the rows of the catalog write ARM paths and names.
///
/// `{x}` stands for the declared field `x`; a part in brackets is left out when a placeholder in it has no value.
/// Templates are written in the source, so a malformed one is a defect that the catalog's own test finds.
package struct Template: Sendable, ExpressibleByStringLiteral {
  package let text: String
  private let pieces: [Piece]
  private let parts: [Part]

  private enum Piece {
    case text(String)
    case placeholder(String)
    case optional([Piece])

    var placeholders: [String] {
      switch self {
      case .text: []
      case .placeholder(let name): [name]
      case .optional(let pieces): pieces.flatMap(\.placeholders)
      }
    }
  }

  /// What stands between two slashes.
  private struct Part {
    /// Nil for a fixed part.
    var placeholder: String?
    /// The text of a fixed part, and the same lower-cased.
    var spelled = ""
    var fixed: [UInt8]
    var isOptional: Bool
  }

  package init(stringLiteral text: String) {
    self.text = text
    var rest = text[...]
    pieces = Self.pieces(&rest)
    parts = Self.parts(of: text)
  }

  /// The placeholders in the order of their appearance.
  package var placeholders: [String] {
    pieces.flatMap(\.placeholders)
  }

  /// The values of the placeholders for which the template gives the path `text`, or a path that begins so; nil where
  /// it gives none. Fixed parts are compared without case, and no value holds a slash.
  package func values(in text: String) -> [(name: String, value: String)]? {
    values(in: text.split(separator: "/")[...])?.values
  }

  /// The same for a path that is split at its slashes; and whether all of the path is spelled as the template spells it.
  package func values(in path: ArraySlice<Substring>) -> (values: [(name: String, value: String)], isExact: Bool)? {
    var values: [(name: String, value: String)] = []
    var found = path
    var isExact = true
    for part in parts {
      guard let piece = found.popFirst() else {
        // A fixed end may be missing: what is found is the resource that it stands in.
        if part.isOptional { continue }
        isExact = false
        if part.placeholder == nil { continue }
        return nil
      }
      if let name = part.placeholder {
        values.append((name, String(piece)))
      } else if piece != part.spelled {
        isExact = false
        guard piece.utf8.lazy.map({ $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }).elementsEqual(part.fixed) else { return nil }
      }
    }
    return found.isEmpty ? (values, isExact) : nil
  }

  /// The ARM types that the path can be of, lower-cased, the shortest first: every second part is a name.
  ///
  /// - `segments`: for a placeholder that stands for one of a few segments, these; else empty.
  package func armTypes(segments: (String) -> [String]) -> [String] {
    // The parts of a type, each with what it can be.
    func types(_ parts: ArraySlice<Part>) -> [String] {
      var types = [""]
      for (place, part) in parts.enumerated() {
        let choices = part.placeholder.map(segments) ?? [String(decoding: part.fixed, as: UTF8.self)]
        guard place == 0 || place % 2 == 1, !choices.isEmpty else { continue }
        types = choices.flatMap { choice in types.map { ($0.isEmpty ? "" : $0 + "/") + choice.lowercased() } }
      }
      return types
    }
    guard parts.count > 2 else { return [] }
    let required = parts.prefix { !$0.isOptional }
    return types(required) + (required.count < parts.count ? types(parts[...]) : [])
  }

  /// The text with every placeholder replaced by what `value` gives; nil and "" both mean that there is no value.
  package func rendered(_ value: (String) -> String?) -> String {
    var out = ""
    _ = Self.render(pieces, value, &out)
    return out
  }

  /// Whether every placeholder had a value.
  private static func render(_ pieces: [Piece], _ value: (String) -> String?, _ out: inout String) -> Bool {
    var isWhole = true
    for piece in pieces {
      switch piece {
      case .text(let text): out += text
      case .placeholder(let name):
        let found = value(name) ?? ""
        if found.isEmpty { isWhole = false }
        out += found
      case .optional(let inner):
        var part = ""
        if render(inner, value, &part) { out += part }
      }
    }
    return isWhole
  }

  /// The pieces up to the end, or to the bracket that closes an optional part.
  ///
  /// Every start parses all templates of the catalog, which is why this looks at bytes.
  private static func pieces(_ rest: inout Substring) -> [Piece] {
    var pieces: [Piece] = []
    while let mark = rest.utf8.firstIndex(where: { isMark($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "}") }) {
      if mark > rest.startIndex { pieces.append(.text(String(rest[..<mark]))) }
      let kind = rest.utf8[mark]
      rest = rest[rest.utf8.index(after: mark)...]
      switch kind {
      case UInt8(ascii: "]"): return pieces
      case UInt8(ascii: "["): pieces.append(.optional(Self.pieces(&rest)))
      default:
        let end = rest.utf8.firstIndex(of: UInt8(ascii: "}")) ?? rest.endIndex
        pieces.append(.placeholder(String(rest[..<end])))
        rest = end < rest.endIndex ? rest[rest.utf8.index(after: end)...] : rest[end...]
      }
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    rest = rest[rest.endIndex...]
    return pieces
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"): true
    default: false
    }
  }

  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var isOptional = false
    var start = text.startIndex
    func flush(_ end: String.Index) {
      let part = text[start..<end]
      if part.utf8.first == UInt8(ascii: "{") {
        parts.append(Part(placeholder: String(part.dropFirst().dropLast()), fixed: [], isOptional: isOptional))
      } else if !part.isEmpty {
        let folded = part.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        parts.append(Part(placeholder: nil, spelled: String(part), fixed: folded, isOptional: isOptional))
      }
    }
    for place in text.utf8.indices {
      let byte = text.utf8[place]
      guard isMark(byte), byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}") else { continue }
      flush(place)
      start = text.utf8.index(after: place)
      if byte != UInt8(ascii: "/") { isOptional = byte == UInt8(ascii: "[") }
    }
    flush(text.endIndex)
    return parts
  }
}
