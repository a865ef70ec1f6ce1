/// Rows of text in aligned columns, for people; two blanks part them, so that `awk -F '  +'` reads them too.
package struct TextTable {
  /// Above each column its title.
  private let titles: [String]
  /// The columns whose cells stand at the right, as numbers do.
  private let numbers: Set<Int>
  private var rows: [[String]] = []

  package init(_ titles: String..., numbers: Set<Int> = []) {
    self.init(titles, numbers: numbers)
  }

  package init(_ titles: [String], numbers: Set<Int> = []) {
    self.titles = titles
    self.numbers = numbers
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// Adds a row of as many cells as there are titles; an empty cell shows as `-`.
  package mutating func append(_ cells: String...) { append(cells) }

  package mutating func append(_ cells: [String]) {
    rows.append(cells.map { $0.isEmpty ? "-" : $0 })
  }

  /// The table, each line with its line break and without blanks at its end.
  package var text: String {
    let all = [titles] + rows
    let widths = titles.indices.map { column in all.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return all.map { row in
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        if numbers.contains(column) { return padding + cell }
        return column == titles.count - 1 ? cell : cell + padding
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
