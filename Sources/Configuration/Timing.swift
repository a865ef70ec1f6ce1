/// Which buckets are asked for, and what becomes of values that come late: of all metrics as the runtime file says, of one
/// as its declaration says.
package struct Timing: Sendable, Hashable {
  /// How long after its end Azure still fills a bucket, in seconds; nil where that is learned.
  package var settle: Int?
  package var alignment: Alignment?
  package var compatibility: Compatibility?
  package var lateData: LateData?

  package init(
    settle: Int? = nil, alignment: Alignment? = nil, compatibility: Compatibility? = nil, lateData: LateData? = nil
  ) {
    self.settle = settle
    self.alignment = alignment
    self.compatibility = compatibility
    self.lateData = lateData
  }

  /// Where windows begin.
  package enum Alignment: String, CaseIterable, Sendable {
    /// On multiples of the interval since 1970 UTC, so that every pass speaks of the same buckets.
    case grid
    /// One interval before now less settle, whatever the minute.
    case rolling
  }

  package enum Compatibility: String, CaseIterable, Sendable {
    /// Each bucket is taken once it is final.
    case none
    /// The newest bucket is taken at once, whether Azure has filled it or not, and shown by gauges alone.
    case promitor
  }

  /// What becomes of a value whose bucket was decided without it.
  package enum LateData: String, CaseIterable, Sendable {
    /// Outputs that take every point get it, with its own time.
    case deliver
    /// It is counted, and nobody gets it.
    case drop
  }

  /// The same with what it leaves open as `other` has it.
  package func over(_ other: Timing) -> Timing {
    Timing(
      settle: settle ?? other.settle, alignment: alignment ?? other.alignment,
      compatibility: compatibility ?? other.compatibility, lateData: lateData ?? other.lateData)
  }

  /// Whether buckets stand on the grid and are taken once they are final; else nothing that is late can be told.
  package var isOnGrid: Bool { alignment != .rolling && compatibility != .promitor }

  /// The keys that say it.
  ///
  /// - `section`: from where they are inherited; nil where they have defaults.
  static func keys(inheritedFrom section: String? = nil) -> [Grammar.Key] {
    func key(_ name: String, _ kind: Grammar.Kind, _ value: String, _ meaning: String) -> Grammar.Key {
      Grammar.Key(name, kind, section.map { .inherited("\($0).\(name)") } ?? .fallback(value), meaning)
        .standing(.ownExtension)
    }
    func words<Word: CaseIterable & RawRepresentable<String>>(_ type: Word.Type) -> Grammar.Kind {
      .choice(Word.allCases.map(\.rawValue))
    }
    return [
      key("settle", .timeSpan(orWord: "learned"), "learned", "how long Azure still fills a bucket"),
      key("alignment", words(Alignment.self), "grid", "where buckets begin"),
      key(
        "compatibility", words(Compatibility.self), "none",
        "'promitor' takes the newest bucket before it is final, as Promitor does"),
      key(
        "lateData", words(LateData.self), "deliver", "what becomes of a value that comes after its bucket was final"),
    ]
  }

  /// What a section says.
  init(_ section: Section, _ diagnostics: inout Diagnostics) {
    self.init(
      settle: section.positive("settle", orZero: true, &diagnostics),
      alignment: section.text("alignment").flatMap(Alignment.init),
      compatibility: section.text("compatibility").flatMap(Compatibility.init),
      lateData: section.text("lateData").flatMap(LateData.init))
  }
}
