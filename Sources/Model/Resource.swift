/// One resource of a pass: what queries and labels need of it, declared or found. Its many readers share it.
package final class Resource: Sendable {
  /// The spelling of its type in declarations.
  package let type: String
  package let id: ResourceID
  package let subscriptionID, resourceGroup: String
  /// The label `instance_name`; in self metrics `resource_name`.
  package let name: String
  /// The labels of its type, in their order.
  package let labels: [(name: String, value: String)]
  /// The entity that it narrows every metric to: a value of its type's entity dimension; "" for none.
  package let entity: String
  /// A filter expression of its own, from its declaration; "" for none.
  package let filter: String
  /// Where it is, such as `westeurope`; "" where that is not known.
  package let region: String
  /// Its ARM type, lower-cased; "" where its id has none.
  package let armType: String
  /// Its values of what `ResourceDetails` asks for; empty where nothing is known of them, as of declared resources.
  package let details: [String]

  package init(
    type: String, id: ResourceID, subscriptionID: String, resourceGroup: String, name: String,
    labels: [(name: String, value: String)], entity: String = "", filter: String = "", region: String = "",
    armType: String? = nil, details: [String] = []
  ) {
    self.type = type
    self.id = id
    self.subscriptionID = subscriptionID
    self.resourceGroup = resourceGroup
    self.name = name
    self.labels = labels
    self.entity = entity
    self.filter = filter
    self.region = region
    self.armType = armType ?? id.type ?? ""
    self.details = details
  }

  /// The same resource, with what another finding of it knows: its region, and its details.
  package func completed(by other: Resource) -> Resource {
    Resource(
      type: type, id: id, subscriptionID: subscriptionID, resourceGroup: resourceGroup, name: name, labels: labels,
      entity: entity, filter: filter, region: region.isEmpty ? other.region : region, armType: armType,
      details: details.isEmpty ? other.details : details)
  }

  /// Whether another finding of it knows more.
  package func isCompleted(by other: Resource) -> Bool {
    region.isEmpty && !other.region.isEmpty || details.isEmpty && !other.details.isEmpty
  }

  /// Whether its id tells it from every other resource.
  package var isPlain: Bool { entity.isEmpty && filter.isEmpty }

  /// What tells it from every other resource: two spellings of one id are one resource, two entities are two.
  package var key: String {
    isPlain ? id.folded : "\(id.folded)|\(entity.asciiLowercased)|\(filter)"
  }
}
