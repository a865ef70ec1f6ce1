/// One resource of a pass: what queries and labels need of it, declared or found.
package struct Resource: Sendable {
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
  package var region: String

  package init(
    type: String, id: ResourceID, subscriptionID: String, resourceGroup: String, name: String,
    labels: [(name: String, value: String)], entity: String = "", filter: String = "",
    region: String = ""
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
  }

  /// What tells it from every other resource: two spellings of one id are one resource, two entities are two.
  package var key: String {
    entity.isEmpty && filter.isEmpty ? id.folded : "\(id.folded)|\(entity.asciiLowercased)|\(filter)"
  }
}
