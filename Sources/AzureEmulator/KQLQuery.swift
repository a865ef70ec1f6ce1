/// A query in the part of the query language that the emulator knows (azure-apis 2.4); it takes nothing else.
struct KQLQuery {
  /// Why a text is no query.
  struct Refusal: Error {
    let message: String
  }

  enum Stage {
    /// A row passes where it holds.
    case filter(Predicate)
    /// New columns, and what they hold.
    case project([(name: String, value: Value)])
    case order([(column: String, isAscending: Bool)])
    /// A row for each value of a column, or one for all; the value comes first.
    case summarize([(name: String, aggregate: Aggregate)], by: String?)
  }

  /// What is told of several rows.
  enum Aggregate {
    case count
    case sum(of: String)
  }

  /// What a row has in a projected column.
  enum Value {
    case column(String)
    /// A member of an object, as a text.
    case member(String, of: String)
    /// The whole of a column as a text (KQL's documentation of `tostring()`): an object as its JSON, and null as nothing.
    case text(of: String)
    /// KQL's documentation of `strcat()`.
    case concatenation([Value])
    /// A number from 0 on and below the modulus, the same for the same text (KQL's documentation of `hash()`; Resource
    /// Graph's, of large result sets, uses it).
    indirect case hash(Value, modulus: Int)
    /// The text of the first predicate that is true, or else the last one (KQL's documentation of `case()`).
    case cases([(predicate: Predicate, text: String)], otherwise: String)
  }

  /// What is asked of a row.
  indirect enum Predicate {
    case test(Condition)
    case isNotEmpty(column: String, tag: String)
    case not(Predicate)
    case all([Predicate])
    case any([Predicate])
  }

  struct Condition {
    let column: String
    let test: Test

    enum Test {
      case equals(String)
      case isIn(Set<String>)
      case contains(String, isWanted: Bool)
      /// Of the tag with this name.
      case tag(String, Regex<AnyRegexOutput>)
      case matches(Regex<AnyRegexOutput>)
    }
  }

  let table: GraphRow.Table
  let stages: [Stage]
  /// The columns of the result, and their order.
  let columns: [Column]

  struct Column: Equatable {
    let name: String
    /// As Azure calls it in a table.
    var type = "string"
  }

  init(_ text: String) throws(Refusal) {
    guard let tokens = KQLToken.all(text) else { throw Refusal(message: "a token is not recognised") }
    var parser = KQLParser(tokens: tokens[...])
    stages = try parser.stages()
    table = parser.table
    columns = parser.columns
  }

  /// The result of a query over rows of its table.
  func rows(of table: [GraphRow]) -> [[GraphCell]] {
    var columns = self.table.columns
    var rows = table.map { row in columns.map { row.cell($0) } }
    for stage in stages {
      switch stage {
      case .filter(let predicate):
        rows.removeAll { row in
          predicate.holds { name in row[columns.firstIndex(of: name) ?? 0] } != true
        }
      case .project(let pairs):
        rows = rows.map { row in
          pairs.map { pair in pair.value.cell { name in row[columns.firstIndex(of: name) ?? 0] } }
        }
        columns = pairs.map(\.name)
      case .order(let keys):
        let places = keys.map { (columns.firstIndex(of: $0.column) ?? 0, $0.isAscending) }
        rows.sort { one, other in
          for (place, isAscending) in places where one[place].text != other[place].text {
            return (one[place].text < other[place].text) == isAscending
          }
          return false
        }
      case .summarize(let aggregates, let key):
        rows = Self.summaries(of: rows, columns, aggregates, by: key)
        columns = (key.map { [$0] } ?? []) + aggregates.map(\.name)
      }
    }
    return rows
  }

  private static func summaries(
    of rows: [[GraphCell]], _ columns: [String], _ aggregates: [(name: String, aggregate: Aggregate)], by key: String?
  ) -> [[GraphCell]] {
    func summary(_ rows: [[GraphCell]]) -> [GraphCell] {
      aggregates.map { _, aggregate in
        switch aggregate {
        case .count: .number(rows.count)
        case .sum(let name): .number(rows.reduce(0) { $0 + ($1[columns.firstIndex(of: name) ?? 0].number ?? 0) })
        }
      }
    }
    guard let key, let place = columns.firstIndex(of: key) else { return [summary(rows)] }
    return Dictionary(grouping: rows) { $0[place].text }.map { [.text($0)] + summary($1) }
  }
}

extension KQLQuery.Value {
  /// Its cell of a row, whose columns are given by their names.
  func cell(_ cell: (String) -> GraphCell) -> GraphCell {
    switch self {
    case .column(let name): cell(name)
    case .member(let member, let name): cell(name).member(member)
    case .text(let name): .text(cell(name).asText)
    case .concatenation(let values): .text(values.map { $0.cell(cell).asText }.joined())
    case .hash(let value, let modulus):
      .number(Int(Hash(29).adding(value.cell(cell).asText).value % UInt64(modulus)))
    case .cases(let cases, let otherwise):
      .text(cases.first { $0.predicate.holds(cell) == true }?.text ?? otherwise)
    }
  }
}

extension KQLQuery.Predicate {
  /// nil where it says nothing, as of a tag that is not there: such a row does not pass, also where the predicate is
  /// negated. azure-apis 2.4 does not say so; of what Azure may do it is the harder one for a client.
  func holds(_ cell: (String) -> GraphCell) -> Bool? {
    switch self {
    case .test(let condition): return condition.test.holds(cell(condition.column))
    case .isNotEmpty(let column, let tag):
      return cell(column).tags.contains { $0.name == tag && !$0.value.isEmpty }
    case .not(let predicate): return predicate.holds(cell).map { !$0 }
    case .all(let predicates):
      let values = predicates.map { $0.holds(cell) }
      return values.contains(false) ? false : values.contains(nil) ? nil : true
    case .any(let predicates):
      let values = predicates.map { $0.holds(cell) }
      return values.contains(true) ? true : values.contains(nil) ? nil : false
    }
  }
}

extension KQLQuery.Condition.Test {
  func holds(_ cell: GraphCell) -> Bool? {
    switch self {
    // Without case, all three (azure-apis 2.4).
    case .equals(let text): return cell.text.lowercased() == text
    case .isIn(let texts): return texts.contains(cell.text.lowercased())
    case .contains(let text, let isWanted): return cell.text.lowercased().contains(text) == isWanted
    case .tag(let name, let regex):
      guard let tag = cell.tags.first(where: { $0.name == name }) else { return nil }
      return tag.value.firstMatch(of: regex) != nil
    case .matches(let regex): return cell.text.firstMatch(of: regex) != nil
    }
  }
}
