/// A node of a YAML text. Scalars stay text: `00:05:00`, `no` and `1e3` are what was written.
package struct YAMLNode: Sendable {
  package var content: Content
  /// Where the node begins; of an alias, where its anchored node begins.
  package var mark: YAMLMark
  /// Whether a scalar stood in quotes or in a block; false for collections.
  package var isQuoted = false

  package init(_ content: Content, mark: YAMLMark, isQuoted: Bool = false) {
    self.content = content
    self.mark = mark
    self.isQuoted = isQuoted
  }

  package enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    /// In the order of the text; no key twice; merged entries (`<<`) behind the mapping's own.
    case mapping([YAMLEntry])
  }

  /// The text of a scalar, nil for collections.
  package var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The value of the key in a mapping; nil where there is none or the node is no mapping.
  package subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }
}

/// One key of a mapping and its value.
package struct YAMLEntry: Sendable {
  package var key: String
  package var keyMark: YAMLMark
  package var value: YAMLNode

  package init(key: String, keyMark: YAMLMark, value: YAMLNode) {
    self.key = key
    self.keyMark = keyMark
    self.value = value
  }
}

/// A place in a YAML text, small because every node has one; line and column start at 1, columns count scalars.
///
/// The reader never gives line 0, so that whoever adds nodes of another origin can mark them with it.
package struct YAMLMark: Hashable, Sendable {
  package var line, column: UInt32

  package init(line: Int, column: Int) {
    self.line = UInt32(clamping: line)
    self.column = UInt32(clamping: column)
  }
}
