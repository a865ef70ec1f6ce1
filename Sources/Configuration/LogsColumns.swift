/// The columns of a query of Log Analytics that make its rows different series.
///
/// The last `project` of the query names all columns of the answer: `result` is the value, the others become labels. So
/// the labels of a metric are known before anything is asked.
enum LogsColumns {
  /// The columns beside `result`, in the order of the query.
  static func labels(of query: String) -> [String] {
    let query = withoutComments(query)
    guard let last = stages(of: query).last(where: { words(of: $0).first == "project" }) else { return [] }
    let list = last.drop(while: \.isWhitespace).dropFirst("project".count)
    var names: [String] = []
    for item in split(list, at: ",") {
      // `Name = expression`, or a column by its name.
      let parts = split(item, at: "=")
      let name = (parts.first ?? item).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !name.isEmpty, name != "result", !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// What stands between the pipes of a query.
  private static func stages(of query: String) -> [Substring] { split(query[...], at: "|") }

  private static func words(of text: Substring) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// The query without what stands behind `//` in a line; in a quote that is no comment.
  private static func withoutComments(_ query: String) -> String {
    query.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      var quote: Character?
      var last: Character?
      for index in line.indices {
        let character = line[index]
        if let open = quote {
          if character == open, last != "\\" { quote = nil }
        } else if character == "\"" || character == "'" {
          quote = character
        } else if character == "/", last == "/" {
          return line[..<line.index(before: index)]
        }
        last = character
      }
      return line
    }.joined(separator: "\n")
  }

  /// The parts of a text between separators that stand in neither quotes nor brackets.
  private static func split(_ text: Substring, at separator: Character) -> [Substring] {
    var parts: [Substring] = []
    var (start, depth) = (text.startIndex, 0)
    var quote: Character?
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      let next = text.index(after: index)
      if let open = quote {
        if character == "\\", next < text.endIndex { index = next } else if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "([{".contains(character) {
        depth += 1
      } else if ")]}".contains(character) {
        depth -= 1
      } else if depth == 0, character == separator {
        parts.append(text[start..<index])
        start = next
      }
      index = text.index(after: index)
    }
    return parts + [text[start...]]
  }
}
