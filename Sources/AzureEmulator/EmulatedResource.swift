/// One resource of an estate.
package struct EmulatedResource: Sendable {
  package let type: EmulatedType
  package let subscriptionID: String
  package let resourceGroup: String
  package let region: String
  /// Names of what it holds, such as its queues, where its type has such.
  package let entities: [String]
  /// The values of the keys of a declaration, in the order of `EmulatedType.keys`.
  package let fields: [String]
  /// The ARM id without a slash in front.
  package let id: String
  /// What Promitor labels its series with: the id, but for a few types.
  package let uri: String
  /// The ARM type, lower-cased.
  package let armType: String
  /// What Resource Graph calls its kind; "" for none.
  package let kind: String
  package let tags: [(name: String, value: String)]
  /// The name of its SKU; nil for none.
  package let sku: String?

  ///
  /// - `serial`: its place among the resources of its type.
  init(
    type: EmulatedType, number: String, serial: Int, subscriptionID: String, resourceGroup: String, region: String,
    entities: [String], tags: [(name: String, value: String)]
  ) {
    self.type = type
    self.subscriptionID = subscriptionID
    self.resourceGroup = resourceGroup
    self.region = region
    self.entities = entities
    self.tags = tags
    sku = [nil, "Standard", "Premium"][serial % 3]
    kind = type.kinds[serial % type.kinds.count]
    fields = type.fields(number, serial)
    let path = type.path(fields, serial)
    armType = EmulatedType.createdType(ofPath: path).lowercased()
    let place = "subscriptions/\(subscriptionID)/resourceGroups/\(resourceGroup)/providers/"
    id = place + path
    uri = type.labelPath(fields).map { place + $0 } ?? id
  }

  private init(_ other: EmulatedResource, type: EmulatedType, fields: [String]) {
    self.type = type
    self.fields = fields
    (id, uri, armType, kind) = (other.id, other.id, other.armType, other.kind)
    (subscriptionID, resourceGroup, region) = (other.subscriptionID, other.resourceGroup, other.region)
    (entities, tags, sku) = (other.entities, other.tags, other.sku)
  }

  /// The resource as discovery finds it for a type, which need not be the one that the estate made it of: web apps and
  /// function apps share an ARM type, and kinds tell them apart. nil where discovery of the type does not find it.
  package func found(as type: EmulatedType) -> EmulatedResource? {
    type.fields(ofFound: Array(id.split(separator: "/").dropFirst(5)), armType: armType, kind: kind).map {
      type.name == self.type.name ? self : EmulatedResource(self, type: type, fields: $0)
    }
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
    EmulatedType.createdType(ofPath: id.split(separator: "/").dropFirst(5).joined(separator: "/"))
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
    if dimension.values.isEmpty { return entities }
    // azure-apis 8.4: ids come back upper-case as values.
    return dimension.isOfIDs ? dimension.values.map { "/\(id)/\($0)".uppercased() } : dimension.values
  }
}
