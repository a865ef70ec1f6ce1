/// Reads the stages of a query and knows which columns each of them leaves.
struct KQLParser {
  typealias Refusal = KQLQuery.Refusal

  private var tokens: ArraySlice<KQLToken>
  private(set) var table = GraphRow.Table.resources
  private(set) var columns: [KQLQuery.Column] = []

  init(tokens: ArraySlice<KQLToken>) {
    self.tokens = tokens
  }

  mutating func stages() throws(Refusal) -> [KQLQuery.Stage] {
    guard case .word(let name)? = tokens.popFirst(), let table = GraphRow.Table(rawValue: name.lowercased()) else {
      throw Refusal(message: "the query must begin with the table Resources or ResourceContainers")
    }
    self.table = table
    columns = table.columns.map { .init(name: $0, type: GraphRow.objects.contains($0) ? "object" : "string") }
    var stages: [KQLQuery.Stage] = []
    while !tokens.isEmpty {
      try expect(.sign("|"))
      switch tokens.popFirst() {
      case .word("where"): stages.append(.filter(try predicate()))
      case .word("project"): stages.append(.project(try projection()))
      case .word("order"):
        try expect(.word("by"))
        stages.append(.order(try order()))
      case .word("summarize"): stages.append(try summary())
      case let other: throw Self.unexpected(other)
      }
    }
    return stages
  }

  /// `or` binds less than `and`.
  private mutating func predicate() throws(Refusal) -> KQLQuery.Predicate {
    var terms = [try conjunction()]
    while take(.word("or")) { terms.append(try conjunction()) }
    return terms.count == 1 ? terms[0] : .any(terms)
  }

  private mutating func conjunction() throws(Refusal) -> KQLQuery.Predicate {
    var terms = [try term()]
    while take(.word("and")) { terms.append(try term()) }
    return terms.count == 1 ? terms[0] : .all(terms)
  }

  private mutating func term() throws(Refusal) -> KQLQuery.Predicate {
    let isNegated = take(.word("not"))
    if isNegated || tokens.first == .sign("(") {
      try expect(.sign("("))
      let inner = try predicate()
      try expect(.sign(")"))
      return isNegated ? .not(inner) : inner
    }
    guard take(.word("isnotempty")) else { return .test(try condition()) }
    try expect(.sign("("))
    let column = try column()
    guard column.type == "object" else { throw Refusal(message: "\(column.name) is no object") }
    try expect(.sign("["))
    let tag = try text()
    try expect(.sign("]"))
    try expect(.sign(")"))
    return .isNotEmpty(column: column.name, tag: tag)
  }

  private mutating func condition() throws(Refusal) -> KQLQuery.Condition {
    let column = try column()
    if column.type == "object" {
      try expect(.sign("["))
      let name = try text()
      for token in [KQLToken.sign("]"), .word("matches"), .word("regex")] { try expect(token) }
      return .init(column: column.name, test: .tag(name, try Self.regex(try text())))
    }
    guard column.type == "string" else { throw Refusal(message: "\(column.name) is no text") }
    let isNegated = take(.sign("!"))
    switch tokens.popFirst() {
    case .word("contains"):
      return .init(column: column.name, test: .contains(try text().lowercased(), isWanted: !isNegated))
    case .word("matches") where !isNegated:
      try expect(.word("regex"))
      return .init(column: column.name, test: .matches(try Self.regex(try text())))
    case .sign("=~") where !isNegated: return .init(column: column.name, test: .equals(try text().lowercased()))
    case .word("in~") where !isNegated:
      try expect(.sign("("))
      var texts: Set<String> = []
      repeat { texts.insert(try text().lowercased()) } while take(.sign(","))
      try expect(.sign(")"))
      return .init(column: column.name, test: .isIn(texts))
    case let other: throw Self.unexpected(other)
    }
  }

  private mutating func projection() throws(Refusal) -> [(name: String, value: KQLQuery.Value)] {
    var pairs: [(name: String, value: KQLQuery.Value)] = []
    var left: [KQLQuery.Column] = []
    repeat {
      let name = try name()
      let (value, type) = take(.sign("=")) ? try value() : try whole(try self.column(named: name))
      guard !pairs.contains(where: { $0.name == name }) else {
        throw Refusal(message: "a column named '\(name)' is there already")
      }
      pairs.append((name, value))
      left.append(.init(name: name, type: type))
    } while take(.sign(","))
    columns = left
    return pairs
  }

  private func whole(_ column: KQLQuery.Column) throws(Refusal) -> (KQLQuery.Value, type: String) {
    guard column.name != "properties" else {
      throw Refusal(message: "the emulator only has members of the properties")
    }
    return (.column(column.name), column.type)
  }

  /// Aggregates with their names, each `count()` or `sum(column)`, and perhaps the column by whose values they are told
  /// (KQL's documentation of `summarize`).
  private mutating func summary() throws(Refusal) -> KQLQuery.Stage {
    var aggregates: [(name: String, aggregate: KQLQuery.Aggregate)] = []
    repeat {
      var given: String?
      if case .word? = tokens.first, tokens.dropFirst().first == .sign("=") {
        given = try name()
        try expect(.sign("="))
      }
      if take(.word("sum")) {
        try expect(.sign("("))
        let column = try column()
        guard column.type == "integer" else { throw Refusal(message: "\(column.name) is no number") }
        aggregates.append((given ?? "sum_" + column.name, .sum(of: column.name)))
      } else {
        for token in [KQLToken.word("count"), .sign("(")] { try expect(token) }
        aggregates.append((given ?? "count_", .count))
      }
      try expect(.sign(")"))
    } while take(.sign(","))
    let key = take(.word("by")) ? try column() : nil
    if let key, key.type != "string" { throw Refusal(message: "the emulator only summarizes by texts") }
    columns = (key.map { [$0] } ?? []) + aggregates.map { .init(name: $0.name, type: "integer") }
    return .summarize(aggregates, by: key?.name)
  }

  /// A column, `tostring` of one or of a member of one, `case` with texts, or `hash` or `strcat` of such values.
  private mutating func value() throws(Refusal) -> (KQLQuery.Value, type: String) {
    if take(.word("case")) { return (try cases(), "string") }
    if take(.word("strcat")) {
      var values: [KQLQuery.Value] = []
      try expect(.sign("("))
      repeat { values.append(try value().0) } while take(.sign(","))
      try expect(.sign(")"))
      return (.concatenation(values), "string")
    }
    if take(.word("hash")) {
      try expect(.sign("("))
      let value = try value().0
      try expect(.sign(","))
      guard case .number(let modulus)? = tokens.popFirst(), modulus > 0 else {
        throw Refusal(message: "the emulator only has hash() with a modulus")
      }
      try expect(.sign(")"))
      return (.hash(value, modulus: modulus), "integer")
    }
    guard take(.word("tostring")) else { return try whole(try column()) }
    try expect(.sign("("))
    let column = try column()
    var path: [String] = []
    while column.type == "object", take(.sign(".")) { path.append(try name()) }
    try expect(.sign(")"))
    if path.isEmpty {
      _ = try whole(column)
      return (.text(of: column.name), "string")
    }
    return (.member(path.joined(separator: "."), of: column.name), "string")
  }

  /// `case(predicate, text, predicate, text, …, text)`, with at least one predicate (KQL's documentation of `case()`).
  private mutating func cases() throws(Refusal) -> KQLQuery.Value {
    var cases: [(predicate: KQLQuery.Predicate, text: String)] = []
    try expect(.sign("("))
    repeat {
      let predicate = try predicate()
      try expect(.sign(","))
      cases.append((predicate, try text()))
      try expect(.sign(","))
    } while !isText
    let otherwise = try text()
    try expect(.sign(")"))
    return .cases(cases, otherwise: otherwise)
  }

  /// Whether a literal comes next.
  private var isText: Bool { if case .text? = tokens.first { true } else { false } }

  private mutating func order() throws(Refusal) -> [(column: String, isAscending: Bool)] {
    var keys: [(column: String, isAscending: Bool)] = []
    repeat {
      let column = try column()
      guard column.type == "string" else { throw Refusal(message: "'\(column.name)' cannot be ordered by") }
      // Descending is the language's default.
      let isAscending = take(.word("asc"))
      if !isAscending { _ = take(.word("desc")) }
      keys.append((column.name, isAscending))
    } while take(.sign(","))
    return keys
  }

  /// A column that is there at this stage.
  private mutating func column() throws(Refusal) -> KQLQuery.Column { try column(named: try name()) }

  private func column(named name: String) throws(Refusal) -> KQLQuery.Column {
    guard let column = columns.first(where: { $0.name == name }) else {
      throw Refusal(message: "'\(name)' could not be resolved to a column")
    }
    return column
  }

  /// A name, or one in brackets and quotes as in `['type']`.
  private mutating func name() throws(Refusal) -> String {
    if take(.sign("[")) {
      let name = try text()
      try expect(.sign("]"))
      return name
    }
    guard case .word(let name)? = tokens.popFirst(), !Self.reserved.contains(name) else {
      throw Refusal(message: "a column was expected")
    }
    return name
  }

  private static let reserved: Set<String> = ["where", "project", "order", "by", "or", "and", "in~", "in", "not"]

  private mutating func text() throws(Refusal) -> String {
    switch tokens.popFirst() {
    case .text(let text): return text
    case let other: throw Self.unexpected(other)
    }
  }

  private mutating func take(_ token: KQLToken) -> Bool {
    guard tokens.first == token else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func expect(_ token: KQLToken) throws(Refusal) {
    guard take(token) else { throw Self.unexpected(tokens.first) }
  }

  /// A pattern of RE2, which has neither back references nor a look around.
  private static func regex(_ pattern: String) throws(Refusal) -> Regex<AnyRegexOutput> {
    let foreign = ["(?=", "(?!", "(?<", "(?>", "\\1", "\\2", "\\3"].contains { pattern.contains($0) }
    guard !foreign, let regex = try? Regex(pattern) else {
      throw Refusal(message: "'\(pattern)' is no regular expression")
    }
    return regex
  }

  private static func unexpected(_ token: KQLToken?) -> Refusal {
    switch token {
    case .word(let text), .sign(let text): Refusal(message: "'\(text)' was not expected")
    case .text(let text): Refusal(message: "the literal '\(text)' was not expected")
    case .number(let number): Refusal(message: "'\(number)' was not expected")
    case nil: Refusal(message: "the query ends too early")
    }
  }
}
