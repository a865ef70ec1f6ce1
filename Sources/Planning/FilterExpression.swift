/// A filter of Azure Monitor: groups joined by `and`, each about one dimension (`or` binds tighter than `and`).
///
/// Source: the filter grammar of the Azure Monitor metrics API.
struct FilterExpression {
  /// Dimension and the text of its group, in order.
  private var groups: [(dimension: String, text: String)] = []

  /// Splits by every dimension named.
  init(splittingBy dimensions: [String]) {
    groups = dimensions.map { ($0, "\($0) eq '*'") }
  }

  /// Narrows a dimension to some of its values.
  mutating func narrow(_ dimension: String, to values: [String]) {
    let terms = values.map {
      "\(dimension) eq '\($0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
    set(dimension, terms.joined(separator: " or "))
  }

  /// Adds a declared filter; a group of it outranks what stands there for its dimension.
  mutating func merge(_ declared: String) {
    for group in Self.groups(of: declared) {
      set(String(group.prefix { $0 != " " }), group)
    }
  }

  /// Takes the split by a dimension out; whether there was nothing else about it.
  mutating func unsplit(by dimension: String) -> Bool {
    let split = "\(dimension) eq '*'".lowercased()
    guard let index = groups.firstIndex(where: { $0.text.lowercased() == split }) else { return false }
    groups.remove(at: index)
    return true
  }

  var text: String { groups.map(\.text).joined(separator: " and ") }

  private mutating func set(_ dimension: String, _ text: String) {
    if let index = groups.firstIndex(where: { $0.dimension.lowercased() == dimension.lowercased() }) {
      groups[index].text = text
    } else {
      groups.append((dimension, text))
    }
  }

  /// The parts between ` and `, where it does not stand inside quotes.
  private static func groups(of filter: String) -> [String] {
    var parts: [String] = []
    var words: [Substring] = []
    var isQuoted = false
    for word in filter.split(separator: " ") {
      if !isQuoted, word.lowercased() == "and" {
        parts.append(words.joined(separator: " "))
        words = []
        continue
      }
      words.append(word)
      if !word.utf8.count(where: { $0 == UInt8(ascii: "'") }).isMultiple(of: 2) { isQuoted.toggle() }
    }
    return (parts + [words.joined(separator: " ")]).filter { !$0.isEmpty }
  }
}
