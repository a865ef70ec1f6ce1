/// A token of the query language.
enum KQLToken: Equatable {
  case word(String)
  /// The content of a literal, with its escapes resolved.
  case text(String)
  case number(Int)
  /// One of `| , ( ) [ ] = =~ ! .`.
  case sign(String)

  /// The tokens of a query; nil where a literal does not end or a character belongs to none.
  static func all(_ query: String) -> [KQLToken]? {
    var tokens: [KQLToken] = []
    var rest = query[...].unicodeScalars
    while let first = rest.first {
      switch first {
      case " ", "\t", "\r", "\n": rest.removeFirst()
      case "'":
        guard let text = escaped(&rest) else { return nil }
        tokens.append(.text(text))
      case "@":
        rest.removeFirst()
        guard rest.first == "'", let text = verbatim(&rest) else { return nil }
        tokens.append(.text(text))
      case "=":
        rest.removeFirst()
        guard rest.first == "~" else { tokens.append(.sign("=")); continue }
        rest.removeFirst()
        tokens.append(.sign("=~"))
      case "|", ",", "(", ")", "[", "]", "!", ".":
        rest.removeFirst()
        tokens.append(.sign(String(first)))
      case "0"..."9":
        let digits = rest.prefix { "0"..."9" ~= $0 }
        rest = rest.dropFirst(digits.count)
        guard let number = Int(String(digits)) else { return nil }
        tokens.append(.number(number))
      case "a"..."z", "A"..."Z", "_":
        let word = rest.prefix { isOfWord($0) }
        rest = rest.dropFirst(word.count)
        // `in~` is an operator.
        if String(word) == "in", rest.first == "~" {
          rest.removeFirst()
          tokens.append(.word("in~"))
        } else {
          tokens.append(.word(String(word)))
        }
      default: return nil
      }
    }
    return tokens
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }

  /// `'…'`, in which a backslash begins an escape.
  private static func escaped(_ rest: inout Substring.UnicodeScalarView) -> String? {
    rest.removeFirst()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      switch scalar {
      case "'": return String(text)
      case "\n", "\r": return nil
      case "\\":
        switch rest.popFirst() {
        case "n": text.append("\n")
        case "r": text.append("\r")
        case "t": text.append("\t")
        case "\\": text.append("\\")
        case "'": text.append("'")
        case "\"": text.append("\"")
        default: return nil
        }
      default: text.append(scalar)
      }
    }
    return nil
  }

  /// `@'…'`, in which only a doubled quote is special.
  private static func verbatim(_ rest: inout Substring.UnicodeScalarView) -> String? {
    rest.removeFirst()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "'" {
        guard rest.first == "'" else { return String(text) }
        rest.removeFirst()
      }
      text.append(scalar)
    }
    return nil
  }
}
