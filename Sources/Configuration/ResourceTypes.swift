import Catalog

/// The names of resource types as files write them.
enum ResourceTypes {
  /// The type that a declaration means: its name, or the number of it; nil for none.
  static func named(_ text: String) -> ResourceType? {
    ResourceType.named(text) ?? Int(text).flatMap(ResourceType.numbered)
  }

  /// The same of a text that must mean one. Throws where it means none.
  static func checked(_ text: String, ignoringCase: Bool) throws(ScalarFault) -> ResourceType {
    if let type = named(text) { return type }
    if ignoringCase, let type = ResourceType.all.first(where: { $0.name.equalsIgnoringCase(text) }) { return type }
    throw ScalarFault(
      rule: .unknownType, message: "there is no resource type \(quoted(text))",
      remedy: Suggestion.help(
        for: text, in: ResourceType.all.lazy.map(\.name), else: "write one of those that 'swath catalog' lists"),
      namesItself: true)
  }
}
