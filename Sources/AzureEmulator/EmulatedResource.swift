/// One resource of an estate.
package struct EmulatedResource: Sendable {
  package let type: EmulatedType
  package let subscriptionID: String
  package let resourceGroup: String
  package let region: String
  /// Names of its queues, where its type has such.
  package let entities: [String]
  /// The values of the fields of a declaration, in the order of `EmulatedType.fields`.
  package let fields: [String]
  /// The ARM id without a slash in front.
  package let id: String
  /// The ARM type, lower-cased.
  package let armType: String
  /// What Resource Graph calls its kind; "" for none.
  package let kind: String
  package let tags: [(name: String, value: String)]

  init(
    type: EmulatedType, number: String, subscriptionID: String, resourceGroup: String, region: String,
    entities: [String], isSlot: Bool, kind: String, tags: [(name: String, value: String)]
  ) {
    self.type = type
    self.subscriptionID = subscriptionID
    self.resourceGroup = resourceGroup
    self.region = region
    self.entities = entities
    self.kind = kind
    self.tags = tags
    fields = type.fields(number, isSlot)
    armType = isSlot ? "\(type.armType)/slots" : type.armType
    id = "subscriptions/\(subscriptionID)/resourceGroups/\(resourceGroup)/providers/\(type.path(fields))"
  }

  /// What ids are compared by: neither case nor slashes at the ends matter (azure-apis 8.4).
  package static func key(_ id: some StringProtocol) -> String {
    var text = id.lowercased()[...]
    while text.hasPrefix("/") { text.removeFirst() }
    while text.hasSuffix("/") { text.removeLast() }
    return String(text)
  }

  /// The ARM type as the id spells it.
  var createdType: String {
    let parts = id.split(separator: "/").dropFirst(5)
    return parts.enumerated().filter { $0.offset == 0 || $0.offset % 2 == 1 }.map(\.element).joined(separator: "/")
  }

  /// The metrics that Azure has for it.
  package var metrics: [MetricRow] { MetricRow.all(of: armType) }

  /// A metric by its name in any case.
  package func metric(_ name: some StringProtocol) -> MetricRow? {
    let name = name.lowercased()
    return metrics.first { $0.name.lowercased() == name }
  }

  /// The values that a dimension has for this resource.
  package func values(of dimension: MetricRow.Dimension) -> [String] {
    dimension.name == "EntityName" ? entities : dimension.values
  }
}
