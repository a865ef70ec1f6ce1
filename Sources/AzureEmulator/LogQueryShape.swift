/// What the result of a query of Log Analytics looks like, as far as the emulator reads the language: a source, and
/// behind it the operators `where`, `order`, `sort`, `render`, `take`, `limit`, `top`, `extend`, `project` and
/// `summarize`.
struct LogQueryShape: Sendable {
  struct Column: Sendable, Equatable {
    enum Kind: Sendable { case group, long, real }

    var name: String
    var kind: Kind
    /// The name under which it came into being.
    var source: String
  }

  private(set) var columns: [Column] = []
  /// Whether there is a row for each group instead of one in all.
  private(set) var isGrouped = true
  /// Rows that it has at most.
  private(set) var limit = Int.max
  /// Whether columns can be named that nothing made: those of the source.
  private var isOpen = true

  /// Why a query is refused.
  struct Refusal: Error {
    let code, message: String

    init(_ message: String, code: String = "SyntaxError") {
      (self.code, self.message) = (code, message)
    }
  }

  init(_ text: String) throws(Refusal) {
    // A query on demand for those who want to see one refused.
    guard !text.lowercased().contains("syntax error") else { throw Refusal("Syntax Error") }
    let stages = try Self.parts(text, at: "|")
    guard let source = stages.first, source.first?.isLetter == true || source.first == "_" else {
      throw Refusal("A query begins with the name of a table.")
    }
    for stage in stages.dropFirst() {
      let name = stage.prefix { !$0.isWhitespace }
      try apply(String(name), String(stage.dropFirst(name.count).drop { $0.isWhitespace }))
    }
    guard !columns.isEmpty else { throw Refusal("The emulator knows the columns of no table: name them.") }
  }

  private mutating func apply(_ operation: String, _ rest: String) throws(Refusal) {
    switch operation {
    case "where", "order", "sort", "render":
      guard !rest.isEmpty else { throw Refusal("\(operation) has no operand.") }
    case "take", "limit", "top":
      guard let count = Int(rest.prefix { $0.isNumber }), count > 0 else {
        throw Refusal("\(operation) has no number.")
      }
      limit = min(limit, count)
    case "summarize": try summarize(rest)
    case "project": try project(rest)
    case "extend":
      for item in try Self.parts(rest, at: ",") { columns.append(try Self.made(item)) }
    default: throw Refusal("The emulator has no operator '\(operation)'.")
    }
  }

  /// In a result the groups stand in front of what is counted for them.
  private mutating func summarize(_ text: String) throws(Refusal) {
    let words = try Self.parts(text, at: " ")
    let place = words.firstIndex { $0.lowercased() == "by" }
    let counted = try Self.parts(words[..<(place ?? words.endIndex)].joined(separator: " "), at: ",")
    var groups: [String] = []
    if let place { groups = try Self.parts(words[(place + 1)...].joined(separator: " "), at: ",") }
    guard place == nil || !groups.isEmpty, counted.count + groups.count > 0 else {
      throw Refusal("summarize has no operand.")
    }
    var found: [Column] = []
    for group in groups {
      let name = Self.nameOfGroup(group)
      found.append(Column(name: name, kind: .group, source: name))
    }
    for item in counted { found.append(try Self.made(item)) }
    columns = found
    (isGrouped, isOpen) = (!groups.isEmpty, false)
  }

  /// `Place = tostring(City)` is called Place, and `bin(TimeGenerated, 1h)` as what is in it.
  private static func nameOfGroup(_ text: String) -> String {
    let sides = text.split(separator: "=", maxSplits: 1)
    guard sides.count == 1, let open = text.firstIndex(of: "(") else { return sides[0].trimmed }
    return text[text.index(after: open)...].prefix { !",)".contains($0) }.trimmed
  }

  private mutating func project(_ text: String) throws(Refusal) {
    var chosen: [Column] = []
    for item in try Self.parts(text, at: ",") {
      let sides = item.split(separator: "=", maxSplits: 1).map(\.trimmed)
      if var column = columns.first(where: { $0.name == sides.last }) {
        column.name = sides[0]
        chosen.append(column)
      } else if sides.count == 2 {
        chosen.append(try Self.made(item))
      } else if isOpen {
        chosen.append(Column(name: sides[0], kind: .group, source: sides[0]))
      } else {
        throw Refusal("Failed to resolve column named '\(sides[0])'.", code: "SemanticError")
      }
    }
    guard !chosen.isEmpty else { throw Refusal("project has no operand.") }
    columns = chosen
    isOpen = false
  }

  /// The column of `name = function(…)` or `function(…)`.
  private static func made(_ item: String) throws(Refusal) -> Column {
    let sides = item.split(separator: "=", maxSplits: 1).map(\.trimmed)
    let call = (sides.last ?? "").split(separator: "(", maxSplits: 1)
    guard let function = call.first, sides.count == 2 || call.count == 2 else {
      throw Refusal("'\(item)' is no expression with a name.")
    }
    // Without a name it is called by its function and what that is about, such as `sum_Quantity`.
    let name = sides.count == 2 ? sides[0] : "\(function)_\(call[1].prefix { $0.isLetter || $0.isNumber })"
    let isWhole = ["count", "countif", "dcount", "dcountif"].contains(function.lowercased())
    return Column(name: name, kind: isWhole ? .long : .real, source: name)
  }

  /// The parts between a separator that is in no text and in no brackets, without blanks around them.
  private static func parts(_ text: String, at separator: Character) throws(Refusal) -> [String] {
    var parts: [String] = [""]
    var depth = 0
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if "([{".contains(character) {
        depth += 1
      } else if ")]}".contains(character) {
        depth -= 1
      }
      guard depth >= 0 else { throw Refusal("A bracket is closed that was not opened.") }
      if character == separator || separator == " " && character.isWhitespace, depth == 0, quote == nil {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    guard depth == 0, quote == nil else { throw Refusal("A bracket or a text does not end.") }
    let trimmed = parts.map(\.trimmed)
    if separator == " " { return trimmed.filter { !$0.isEmpty } }
    if trimmed == [""] { return [] }
    guard !trimmed.contains("") else { throw Refusal("There is nothing between two '\(separator)'.") }
    return trimmed
  }
}

extension StringProtocol {
  /// The text without the white space around it.
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
