package import Catalog
package import Configuration
package import Model

/// Every resource of a pass, each once, however often and in whatever spelling it is declared.
package struct Inventory: Sendable {
  package private(set) var resources: [Resource] = []
  /// For each resource the first one with the same ARM id: entities of one namespace share it.
  package private(set) var idOwners: [Int32] = []
  /// The resource of each id that has neither entity nor filter: it is known by its id alone.
  private var plain: [ResourceID: Int32] = [:]
  /// The others by their keys.
  private var byKey: [String: Int32] = [:]
  /// The first resource of each id that has entities or filters.
  private var byID: [ResourceID: Int32] = [:]

  package init() {}

  /// Makes room for so many more resources.
  package mutating func reserve(_ count: Int) {
    resources.reserveCapacity(resources.count + count)
    idOwners.reserveCapacity(resources.count + count)
    plain.reserveCapacity(plain.count + count)
  }

  /// The number of a resource; the spelling that came first stays.
  package mutating func add(_ resource: Resource) -> Int32 {
    let next = Int32(resources.count)
    let isPlain = resource.isPlain
    if let known = isPlain ? plain[resource.id] : byKey[resource.key] {
      if resources[Int(known)].isCompleted(by: resource) {
        resources[Int(known)] = resources[Int(known)].completed(by: resource)
      }
      return known
    }
    // What is plain and not known is not among the plain ones under its id either.
    let owner = (byID.isEmpty ? nil : byID[resource.id]) ?? (isPlain ? nil : plain[resource.id]) ?? next
    if isPlain {
      plain[resource.id] = next
    } else {
      byKey[resource.key] = next
      byID[resource.id] = owner
    }
    idOwners.append(owner)
    resources.append(resource)
    return next
  }
}

extension Resource {
  /// The resource that a declaration describes, by the row of its type.
  ///
  /// - `regions`: the regions of resources, as far as they are known.
  package convenience init(_ declared: ResourceDeclaration, regions: [ResourceID: String] = [:]) {
    let type = declared.type
    let values = type.fields.indices.map { declared.fields[$0] }
    // The id that Promitor shows of a workspace has no group but the resource's own.
    let idGroup = type.source == .logs && declared.isGroupInherited ? "" : declared.resourceGroup
    self.init(type, declared.subscriptionID, declared.resourceGroup, values, idGroup: idGroup) { id in
      regions.isEmpty ? "" : regions[id] ?? ""
    }
  }

  /// A resource that discovery found; nil where its id is not one of the type.
  ///
  /// - `names`: those that many resources share are kept once.
  convenience init?(_ found: FoundResource, of type: ResourceType, _ names: inout SharedNames) {
    let parts = found.id.pathParts
    // Where Azure's own spelling has it, or else wherever it is.
    let usual = parts.count > 4 && parts[4] == "providers" ? 4 : nil
    guard let place = usual ?? parts.firstIndex(where: \.isProviders),
      parts.count > 1, let fields = type.path.values(in: parts[(place + 1)...])
    else { return nil }
    guard let values = type.fieldValues(fields.values) else { return nil }
    let group = found.resourceGroup
    // What is spelled as the template spells it has that text already.
    let isKnown =
      fields.isExact && place == 4 && parts[0] == "subscriptions" && parts[2] == "resourceGroups" && parts[3] == group
      && parts[4] == "providers"
    self.init(
      type, names.shared(parts[1]), group, values, known: isKnown ? found.id : nil, details: found.details
    ) { _ in found.region }
  }

  /// - `fields`: the values of the type's fields, in their order; "" where there is none.
  /// - `known`: the text of the id, where it is there already.
  /// - `idGroup`: the resource group in the id, where it is another one.
  private convenience init(
    _ type: ResourceType, _ subscriptionID: String, _ resourceGroup: String, _ fields: [String], known: String? = nil,
    idGroup: String? = nil, details: [String] = [], region: (ResourceID) -> String
  ) {
    let values = zip(type.fields, fields).map { $1.isEmpty ? $0.blankMeans ?? "" : $1 }
    func value(_ key: String) -> String? {
      type.fields.firstIndex { $0.key == key }.map { values[$0] }
    }
    // In the path production, say, is no slot.
    func part(_ key: String) -> String? {
      type.fields.firstIndex { $0.key == key }.flatMap { type.fields[$0].segment(of: values[$0]) }
    }
    let parts = type.entity?.fields ?? [type.partField].compactMap(\.self)
    let entity = parts.compactMap(value).first { !$0.isEmpty } ?? ""
    var labels = type.labels.map { (name: $0.name, value: $0.value.rendered(value)) }
    if let label = type.entity?.label { labels.append((label, entity)) }
    func text() -> String {
      "subscriptions/\(subscriptionID)/resourceGroups/\(idGroup ?? resourceGroup)/providers/" + type.path.rendered(part)
    }
    let id = ResourceID(known ?? text())
    self.init(
      type: type.name, id: id, subscriptionID: subscriptionID, resourceGroup: resourceGroup,
      name: type.instance.rendered(value), labels: labels.filter { !$0.value.isEmpty }, entity: entity,
      filter: type.filterField.flatMap(value) ?? "", region: region(id),
      armType: type.armTypes.count == 1 ? type.armTypes[0] : id.type ?? "", details: details)
  }
}

extension ResourceType {
  /// The values of its fields, in their order, from those that an id has; nil where the id is not one of the type.
  fileprivate func fieldValues(_ parts: [(name: String, value: String)]) -> [String]? {
    var values: [String] = []
    for field in fields {
      let segment = parts.first { $0.name == field.key }?.value
      guard let value = segment.map(field.value(ofSegment:)) ?? "" else { return nil }
      values.append(value)
    }
    return values
  }
}

extension FoundResource {
  /// The resource, and the values of its type's fields in their order; nil where its id is not one of the type.
  package func resource(of type: ResourceType) -> (resource: Resource, fields: [String])? {
    var names = SharedNames()
    let parts = id.pathParts
    guard let resource = Resource(self, of: type, &names), let place = parts.firstIndex(where: \.isProviders),
      let path = type.path.values(in: parts[(place + 1)...]), let fields = type.fieldValues(path.values)
    else { return nil }
    return (resource, fields)
  }
}

/// Names that many resources share, each kept once as long as they come in a row.
struct SharedNames {
  private var last = ""

  mutating func shared(_ name: Substring) -> String {
    if name != last { last = String(name) }
    return last
  }
}

extension Substring {
  /// Whether it is the word before a provider's name in any case.
  fileprivate var isProviders: Bool {
    utf8.count == 9 && utf8.lazy.map { $0 | 0x20 }.elementsEqual("providers".utf8)
  }
}
