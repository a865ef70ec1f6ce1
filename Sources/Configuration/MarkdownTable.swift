/// A table in Markdown.
package struct MarkdownTable {
  package private(set) var text = ""

  package init(_ titles: String...) {
    append(titles)
    text += "|" + String(repeating: "---|", count: titles.count) + "\n"
  }

  package mutating func append(_ cells: String...) { append(cells) }

  private mutating func append(_ cells: [String]) {
    text += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }
}
