internal import Catalog
internal import Configuration
package import Model

/// Every resource of a pass, each once, however often and in whatever spelling it is declared.
package struct Inventory: Sendable {
  package private(set) var resources: [Resource] = []
  /// For each resource the first one with the same ARM id: entities of one namespace share it.
  package private(set) var idOwners: [Int32] = []
  private var byKey: [String: Int32] = [:]
  private var byID: [ResourceID: Int32] = [:]

  package init() {}

  /// The number of a resource; the spelling that came first stays.
  package mutating func add(_ resource: Resource) -> Int32 {
    let next = Int32(resources.count)
    let known = byKey[resource.key, default: next]
    guard known == next else {
      if resources[Int(known)].region.isEmpty { resources[Int(known)].region = resource.region }
      return known
    }
    byKey[resource.key] = next
    let owner = byID[resource.id, default: next]
    byID[resource.id] = owner
    resources.append(resource)
    idOwners.append(owner)
    return next
  }
}

extension Resource {
  /// The resource that a declaration describes, by the row of its type.
  ///
  /// - `regions`: the regions of resources by their folded ids.
  init(_ declared: ResourceDeclaration, regions: [String: String] = [:]) {
    self.init(
      type: declared.type, subscriptionID: declared.subscriptionID, resourceGroup: declared.resourceGroup,
      fields: Dictionary(uniqueKeysWithValues: zip(declared.type.fields.map(\.key), declared.fields)))
    if !regions.isEmpty { region = regions[id.folded] ?? "" }
  }

  /// A resource that discovery found; nil where its id is not one of the type.
  init?(_ found: FoundResource, of type: ResourceType) {
    guard let fields = type.path.values(in: found.path) else { return nil }
    self.init(
      type: type, subscriptionID: found.subscriptionID, resourceGroup: found.resourceGroup, fields: fields)
    region = found.region
  }

  private init(type: ResourceType, subscriptionID: String, resourceGroup: String, fields: [String: String]) {
    let values = Dictionary(
      uniqueKeysWithValues: type.fields.map { field in
        let value = fields[field.key] ?? ""
        return (field.key, value.isEmpty ? field.blankMeans ?? "" : value)
      })
    // In the path a field that stands at its blank's meaning is as good as absent: production is no slot.
    let parts = values.filter { key, value in type.fields.first { $0.key == key }?.blankMeans != value }
    let entity = type.entity.flatMap { entity in entity.fields.compactMap { values[$0] }.first { !$0.isEmpty } } ?? ""
    var labels = type.labels.map { (name: $0.name, value: $0.value.rendered { values[$0] }) }
    if let label = type.entity?.label { labels.append((label, entity)) }
    self.init(
      type: type.name,
      id: ResourceID(
        "subscriptions/\(subscriptionID)/resourceGroups/\(resourceGroup)/providers/"
          + type.path.rendered { parts[$0] }),
      subscriptionID: subscriptionID, resourceGroup: resourceGroup, name: type.instance.rendered { values[$0] },
      labels: labels.filter { !$0.value.isEmpty }, entity: entity, filter: type.filterField.flatMap { values[$0] } ?? ""
    )
  }
}
