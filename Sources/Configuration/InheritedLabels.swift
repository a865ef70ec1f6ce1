import Formats

/// The labels of `metricDefaults`, which each metric has beside its own.
struct InheritedLabels {
  private var labels: [(name: String, value: String)] = []
  /// The places of a name, in whatever case it is written.
  private var places: [String: [Int]] = [:]
  private var position: SourcePosition?

  /// More than these in all metrics together, and a small file would make large outputs.
  private static let limit = 1_000_000

  /// No labels.
  init() {}

  init(_ pairs: [Section.Pair], at position: SourcePosition) {
    labels = pairs.map { ($0.name, $0.value) }
    places = Dictionary(grouping: labels.indices) { [labels] in labels[$0].name.caseFolded }
    self.position = position
  }

  /// Reports more labels than so many metrics can inherit, and drops them.
  mutating func check(metrics: Int, _ diagnostics: inout Diagnostics) {
    guard let position, labels.count * metrics > Self.limit else { return }
    diagnostics.report(
      .excessive, at: position,
      "\(metrics) metrics inherit \(labels.count) labels each; \(Self.limit) in all are the most",
      help: "keep those that somebody reads")
    self = InheritedLabels()
  }

  /// A metric's own labels, then those of the defaults whose names are free; names differ by more than case.
  func joined(to own: [Section.Pair]) -> [(name: String, value: String)] {
    // One array serves all metrics that have no labels of their own.
    if own.isEmpty { return labels }
    let taken = Set(own.flatMap { places[$0.name.caseFolded] ?? [] })
    return own.map { ($0.name, $0.value) } + labels.indices.filter { !taken.contains($0) }.map { labels[$0] }
  }
}
