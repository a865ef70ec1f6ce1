/// What the emulated Log Analytics answers to queries: a pure function of seed, workspace, query, the end of the time it
/// is about, and the place in the result, so that a test knows every cell.
package struct LogValues: Sendable {
  /// Of the estate.
  package let seed: Int

  package init(seed: Int) {
    self.seed = seed
  }

  /// One row of a result.
  package struct Row: Sendable, Equatable {
    /// Values of the columns that the query groups by, by name.
    package var groups: [String: String] = [:]
    /// Values of the columns that are numbers, by name.
    package var numbers: [String: Double] = [:]
  }

  /// The rows of a query's result; nil for a query that Log Analytics refuses.
  ///
  /// - `end`: of the time that the query is about, in seconds since 1970 UTC.
  package func rows(workspaceID: String, query: String, end: Int) -> [Row]? {
    guard let shape = try? LogQueryShape(query) else { return nil }
    let hash = hash(workspaceID, query, end)
    return (0..<rowCount(of: shape, hash)).map { place in
      var row = Row()
      for column in shape.columns {
        switch column.kind {
        case .group: row.groups[column.name] = Self.group(column, place)
        case .long, .real: row.numbers[column.name] = Self.number(column, place, hash)
        }
      }
      return row
    }
  }

  func hash(_ workspaceID: String, _ query: String, _ end: Int) -> Hash {
    Hash(17).adding(seed).adding(workspaceID).adding(query).adding(end)
  }

  /// A result that is grouped has two to four rows.
  func rowCount(of shape: LogQueryShape, _ hash: Hash) -> Int {
    min(shape.isGrouped ? 2 + Int(hash.value % 3) : 1, shape.limit)
  }

  static func group(_ column: LogQueryShape.Column, _ place: Int) -> String { "\(column.source)-\(place)" }

  /// Numbers are multiples of 1/8, so that no reader can round them.
  static func number(_ column: LogQueryShape.Column, _ place: Int, _ hash: Hash) -> Double {
    let bits = hash.adding(column.source).adding(place).value
    return column.kind == .long ? Double(bits & 0xFFFF) : Double(bits & 0xF_FFFF) / 8
  }
}
