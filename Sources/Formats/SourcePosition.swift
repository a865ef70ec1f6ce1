/// A place in an input, as editors count: lines and columns start at 1, columns count Unicode scalars.
///
/// Line 0 says that the input has no lines: `file` then names something else, such as an environment variable.
package struct SourcePosition: Hashable, Sendable, Comparable {
  package var file: String
  package var line, column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package static func < (one: Self, other: Self) -> Bool {
    (one.file, one.line, one.column) < (other.file, other.line, other.column)
  }
}
