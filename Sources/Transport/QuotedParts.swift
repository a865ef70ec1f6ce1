/// The texts in quotes within a query or a filter.
enum QuotedParts {
  static func literals(of text: String) -> [String] {
    var literals: [String] = []
    _ = map(text) {
      literals.append($0)
      return $0
    }
    return literals
  }

  /// The text with each literal, without its quotes, put through a function. A backslash hides what is behind it.
  static func map(_ text: String, _ transform: (String) -> String) -> String {
    var out = ""
    var literal = ""
    var quote: Character?
    var isEscaped = false
    for character in text {
      guard let end = quote else {
        out.append(character)
        if character == "'" || character == "\"" { quote = character }
        continue
      }
      guard character == end, !isEscaped else {
        literal.append(character)
        isEscaped = character == "\\" && !isEscaped
        continue
      }
      out += transform(literal) + String(character)
      (literal, quote) = ("", nil)
      isEscaped = false
    }
    return quote == nil ? out : out + literal
  }
}
