/// A text with `{placeholders}` and optional `[parts]`, as the rows of the catalog write ARM paths and names.
///
/// `{x}` stands for the declared field `x`; a part in brackets is left out when a placeholder in it has no value.
/// Templates are written in the source, so a malformed one is a defect that the catalog's own test finds.
package struct Template: Sendable, ExpressibleByStringLiteral {
  package let text: String

  package init(stringLiteral text: String) {
    self.text = text
  }

  /// The placeholders in the order of their appearance.
  package var placeholders: [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  /// The values of the placeholders for which the template gives the path `text`, or a path that begins so; nil where
  /// it gives none. Fixed parts are compared without case, and no value holds a slash.
  package func values(in text: String) -> [String: String]? {
    var values: [String: String] = [:]
    var found = text.split(separator: "/")[...]
    for part in parts {
      let isPlaceholder = part.text.hasPrefix("{")
      guard let piece = found.popFirst() else {
        // A fixed end may be missing: what is found is the resource that it stands in.
        if part.isOptional || !isPlaceholder { continue }
        return nil
      }
      if isPlaceholder {
        values[String(part.text.dropFirst().dropLast())] = String(piece)
      } else if part.text.lowercased() != piece.lowercased() {
        return nil
      }
    }
    return found.isEmpty ? values : nil
  }

  /// What stands between the slashes, and whether it may be missing.
  private var parts: [(text: String, isOptional: Bool)] {
    var parts: [(String, Bool)] = []
    var isOptional = false
    var part = ""
    for character in text + "/" {
      switch character {
      case "[":
        parts.append((part, false))
        part = ""
        isOptional = true
      case "]":
        parts.append((part, true))
        part = ""
        isOptional = false
      case "/":
        if !part.isEmpty { parts.append((part, isOptional)) }
        part = ""
      default: part.append(character)
      }
    }
    return parts
  }

  /// The text with every placeholder replaced by what `value` gives; nil and "" both mean that there is no value.
  package func rendered(_ value: (String) -> String?) -> String {
    var out = ""
    var optional: (start: String.Index, holds: Bool)?
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "[":
        optional = (out.endIndex, true)
      case "]":
        if let part = optional, !part.holds { out.removeSubrange(part.start...) }
        optional = nil
      case "{":
        let end = rest.firstIndex(of: "}") ?? rest.endIndex
        let found = value(String(rest[..<end])) ?? ""
        if found.isEmpty { optional?.holds = false }
        out += found
        rest = rest[end...].dropFirst()
      default:
        out.append(character)
      }
    }
    return out
  }
}
