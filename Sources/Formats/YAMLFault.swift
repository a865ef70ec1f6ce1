/// What is wrong with a YAML text, and where.
package struct YAMLFault: Error, Hashable, Sendable {
  package let kind: Kind
  package let mark: YAMLMark
  package let message: String
  /// What to do about it.
  package let remedy: String

  package init(_ kind: Kind, at mark: YAMLMark, _ message: String, remedy: String) {
    self.kind = kind
    self.mark = mark
    self.message = message
    self.remedy = remedy
  }

  package enum Kind: Sendable {
    /// Not YAML, or not UTF-8.
    case malformed
    /// Larger or deeper than any honest configuration.
    case excessive
    /// One key twice in a mapping; the first is kept.
    case duplicateKey
    /// A key that is no text; it is left out.
    case keyIsNoText
    /// Documents behind the first, which are not read.
    case moreDocuments
  }
}

/// What a YAML text may cost at most; each is far above what a configuration needs.
package struct YAMLLimits: Sendable {
  /// Bytes of the whole text.
  package var text = 64 << 20
  /// Collections within collections, those that aliases stand for among them.
  package var depth = 100
  /// Bytes of one scalar.
  package var scalar = 1 << 20
  /// Combining marks in a row: text with more cannot be compared in bounded time.
  ///
  /// Source: the Stream-Safe Text Format of Unicode Standard Annex #15.
  package var combiningMarks = 30
  /// Nodes that aliases add to those written out, each alias counting all that it stands for, and a text as a node for
  /// each 16 bytes: whoever looks through a text does so once for each alias of it.
  package var aliasedNodes = 1_000_000
  /// `%` directives, which libyaml looks through once for each other.
  package var directives = 100
  /// Faults that are told; of those that leave the rest readable, more are passed over in silence.
  package var faults = 1_000

  package init() {}
}
