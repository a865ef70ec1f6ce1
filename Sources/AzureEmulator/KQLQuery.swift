/// A query in the part of the query language that the emulator knows (azure-apis 2.4); it takes nothing else.
struct KQLQuery {
  /// Why a text is no query.
  struct Refusal: Error {
    let message: String
  }

  enum Stage {
    /// A row passes where one of them holds.
    case filter([Condition])
    /// Pairs of a new and an old name.
    case project([(name: String, column: String)])
    case order([(column: String, isAscending: Bool)])
    case count
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
    }
  }

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
    columns = parser.columns
  }

  /// The result of a query over rows.
  func rows(of table: [GraphRow]) -> [[GraphCell]] {
    var rows = table.map { row in GraphRow.columns.map { row.cell($0) } }
    var columns = GraphRow.columns
    for stage in stages {
      switch stage {
      case .filter(let conditions):
        let tests = conditions.map { condition in
          (columns.firstIndex(of: condition.column) ?? 0, condition.test)
        }
        rows.removeAll { row in !tests.contains { $1.holds(row[$0]) } }
      case .project(let pairs):
        let places = pairs.map { pair in columns.firstIndex(of: pair.column) ?? 0 }
        rows = rows.map { row in places.map { row[$0] } }
        columns = pairs.map(\.name)
      case .order(let keys):
        let places = keys.map { (columns.firstIndex(of: $0.column) ?? 0, $0.isAscending) }
        rows.sort { one, other in
          for (place, isAscending) in places where one[place].text != other[place].text {
            return (one[place].text < other[place].text) == isAscending
          }
          return false
        }
      case .count:
        rows = [[.number(rows.count)]]
        columns = ["count_"]
      }
    }
    return rows
  }
}

extension KQLQuery.Condition.Test {
  func holds(_ cell: GraphCell) -> Bool {
    switch self {
    // Without case, all three (azure-apis 2.4).
    case .equals(let text): cell.text.lowercased() == text
    case .isIn(let texts): texts.contains(cell.text.lowercased())
    case .contains(let text, let isWanted): cell.text.lowercased().contains(text) == isWanted
    case .tag(let name, let regex):
      cell.tags.first { $0.name == name }.map { $0.value.firstMatch(of: regex) != nil } ?? false
    }
  }
}
