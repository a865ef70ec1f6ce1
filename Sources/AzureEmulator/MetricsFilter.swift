/// A filter of the metrics API (azure-apis 3.4): groups joined by `and`, each of terms about one dimension joined by
/// `or`; a term compares by `eq`, `ne` or `sw`, and `eq '*'` splits by the dimension.
struct MetricsFilter: Sendable {
  struct Group: Sendable {
    /// As written in the filter.
    var dimension: String
    var terms: [(test: String, value: String)] = []

    /// Whether a value belongs to the group; values are compared without case (azure-apis 3.4).
    func accepts(_ value: String) -> Bool {
      let value = value.lowercased()
      let wanted = terms.filter { $0.test != "ne" }
      let isWanted =
        wanted.isEmpty
        || wanted.contains { term in
          term.value == "*"
            || (term.test == "sw" ? value.hasPrefix(term.value.lowercased()) : value == term.value.lowercased())
        }
      return isWanted && !terms.contains { $0.test == "ne" && $0.value.lowercased() == value }
    }
  }

  private(set) var groups: [Group] = []

  /// nil where the text is no filter.
  init?(_ text: String) {
    var tokens = Self.tokens(text)[...]
    var joinsByOr = false
    while true {
      guard let dimension = tokens.popFirst(), let test = tokens.popFirst()?.lowercased(),
        ["eq", "ne", "sw"].contains(test), let quoted = tokens.popFirst(), quoted.hasPrefix("'"),
        let value = Self.unquoted(quoted)
      else { return nil }
      let term = (test: test, value: value)
      if joinsByOr {
        // All terms of a group name the same dimension (azure-apis 3.4).
        guard groups[groups.count - 1].dimension.lowercased() == dimension.lowercased() else { return nil }
        // At most one beginning for a dimension (azure-apis 3.4).
        guard test != "sw" || !groups[groups.count - 1].terms.contains(where: { $0.test == "sw" }) else { return nil }
        groups[groups.count - 1].terms.append(term)
      } else {
        groups.append(Group(dimension: dimension, terms: [term]))
      }
      switch tokens.popFirst()?.lowercased() {
      case nil: return
      case "and": joinsByOr = false
      case "or": joinsByOr = true
      default: return nil
      }
    }
  }

  /// Words, and values with their quotes.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var rest = text[...]
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if first == "'" {
        var token = String(rest.removeFirst())
        while let character = rest.popFirst() {
          token.append(character)
          if character == "'" {
            guard rest.first == "'" else { break }
            token.append(rest.removeFirst())
          }
        }
        tokens.append(token)
      } else {
        let word = rest.prefix { $0 != " " }
        tokens.append(String(word))
        rest = rest.dropFirst(word.count)
      }
    }
    return tokens
  }

  /// The value between quotes; a doubled one is one of the value, and brackets arrive encoded once more
  /// (azure-apis 3.4). nil where the quotes do not end.
  private static func unquoted(_ token: String) -> String? {
    let inner = token.dropFirst().dropLast()
    let quotes = inner.count { $0 == "'" }
    guard token.count >= 2, token.hasSuffix("'"), quotes % 2 == 0 else { return nil }
    return EmulatedRequest.decoded(inner.replacing("''", with: "'"))
  }
}
