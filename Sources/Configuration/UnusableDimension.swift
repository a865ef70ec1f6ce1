/// What becomes of a metric that is to be split by a dimension which Azure does not know of it: for all metrics as the
/// runtime file says, for one as its declaration says.
package enum UnusableDimension: String, CaseIterable, Sendable {
  /// Its series are rejected, with Azure's reason.
  case reject
  /// They are had without the dimension, whose label is empty.
  case drop

  /// The key that says it.
  ///
  /// - `section`: from where it is inherited; nil where it has a default.
  static func key(inheritedFrom section: String? = nil) -> Grammar.Key {
    Grammar.Key(
      "unusableDimension", .choice(allCases.map(\.rawValue)),
      section.map { .inherited("\($0).unusableDimension") } ?? .fallback(Self.reject.rawValue),
      "what becomes of a metric that Azure does not split by a dimension of it; 'drop' leaves that dimension out"
    )
    .standing(.ownExtension)
  }

  /// What a section says; nil where it says nothing.
  static func read(_ section: Section) -> UnusableDimension? {
    section.text("unusableDimension").flatMap(UnusableDimension.init)
  }
}
