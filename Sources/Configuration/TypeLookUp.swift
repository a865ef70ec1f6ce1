package import Catalog

/// A name of a resource type that there is none of, with what could have been meant.
package struct UnknownType: Error, CustomStringConvertible {
  package let description: String

  init(_ text: String, among known: [String]) {
    let help = TypeLookUp.near(text, among: known).map { "'\($0)'" }.joined(separator: " or ")
    description =
      "there is no resource type \(quoted(text))"
      + (help.isEmpty ? "; 'swath catalog' lists all" : ": did you mean \(help)?")
  }
}

/// Finds the resource types that somebody names on the command line.
package enum TypeLookUp {
  /// The type of a name, in any case.
  package static func type(named text: String) throws(UnknownType) -> ResourceType {
    if let type = ResourceType.all.first(where: { $0.name.equalsIgnoringCase(text) }) { return type }
    throw UnknownType(text, among: ResourceType.all.map(\.name))
  }

  /// The names near to a text but for case; where there are none, those that the text is part of.
  static func near(_ text: String, among known: [String]) -> [String] {
    let folded = known.map { $0.lowercased() }
    let text = text.lowercased()
    let near = Suggestion.nearest(to: text, in: folded).prefix(3).compactMap { folded.firstIndex(of: $0) }
    if !near.isEmpty || text.isEmpty { return near.map { known[$0] } }
    return folded.indices.filter { folded[$0].contains(text) }.prefix(5).map { known[$0] }
  }

  /// The types that have no ARM type of their own: each of their resources names its own.
  static let generic = ResourceType.all.filter(\.armTypes.isEmpty)

  /// For each ARM type the resource types that metrics of it are declared by; an ARM type that is not there is
  /// declared as generic.
  static func declarers() -> [String: [ResourceType]] {
    var declarers: [String: [ResourceType]] = [:]
    for type in ResourceType.all where type.source == .metrics {
      for armType in type.armTypes { declarers[armType, default: []].append(type) }
    }
    return declarers
  }
}
