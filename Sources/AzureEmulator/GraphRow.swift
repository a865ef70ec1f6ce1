/// A row of a table of Resource Graph (azure-apis 2.4).
package struct GraphRow: Sendable {
  /// The tables, by their lower-cased names.
  enum Table: String, Sendable {
    case resources, resourcecontainers

    var columns: [String] {
      let shared = ["id", "name", "type", "tenantId", "location", "resourceGroup", "subscriptionId", "tags"]
      return shared + (self == .resources ? ["kind", "sku"] : ["managedBy", "properties"])
    }
  }

  /// The ARM id with its slash in front, cased as it was created.
  package let id: String
  package let name: String
  /// Lower-cased.
  package let type: String
  package let kind: String
  package let location: String
  /// Lower-cased.
  package let resourceGroup: String
  package let subscriptionID: String
  package let tenantID: String
  /// nil where Azure gives `null` instead of an object.
  package let tags: [(name: String, value: String)]?
  /// The name of its SKU; nil where Azure gives `null` instead of an object.
  package let sku: String?

  /// The members of its properties by their paths, such as `a.b`; of containers alone.
  package let properties: [(name: String, value: String)]

  /// The columns that hold objects; of `properties` only members can be had.
  static let objects: Set<String> = ["tags", "sku", "properties"]

  func cell(_ column: String) -> GraphCell {
    switch column {
    case "id": .text(id)
    case "name": .text(name)
    case "type": .text(type)
    case "tenantId": .text(tenantID)
    case "kind": .text(kind)
    case "location": .text(location)
    case "resourceGroup": .text(resourceGroup)
    case "subscriptionId": .text(subscriptionID)
    case "sku": .tags(sku.map { [("name", $0)] })
    case "properties": .tags(properties)
    case "managedBy": .text("")
    default: .tags(tags)
    }
  }

  init(_ resource: EmulatedResource, tenantID: String) {
    self.init(
      id: "/" + resource.id, type: resource.armType, kind: resource.kind, location: resource.region,
      resourceGroup: resource.resourceGroup, subscriptionID: resource.subscriptionID, tenantID: tenantID,
      tags: resource.tags, sku: resource.sku)
  }

  /// The resource that another one is a part of, which Azure lists too; nil for one that is no part.
  init?(parentOf resource: EmulatedResource, tenantID: String) {
    let parts = resource.id.split(separator: "/")
    // subscriptions, id, resourceGroups, name, providers, provider, type, name
    guard parts.count > 8 else { return nil }
    self.init(
      id: "/" + parts.dropLast(2).joined(separator: "/"),
      type: resource.armType.split(separator: "/").dropLast().joined(separator: "/"), kind: "",
      location: resource.region, resourceGroup: resource.resourceGroup, subscriptionID: resource.subscriptionID,
      tenantID: tenantID, tags: nil, sku: nil)
  }

  /// A subscription or a resource group; `name` as people gave it.
  init(
    container id: String, name: String, type: String, location: String, resourceGroup: String, subscriptionID: String,
    tenantID: String, properties: [(name: String, value: String)]
  ) {
    (self.id, self.name, self.type, self.location, self.resourceGroup) = (id, name, type, location, resourceGroup)
    (self.subscriptionID, self.tenantID, self.properties) = (subscriptionID, tenantID, properties)
    (kind, tags, sku) = ("", nil, nil)
  }

  private init(
    id: String, type: String, kind: String, location: String, resourceGroup: String, subscriptionID: String,
    tenantID: String, tags: [(name: String, value: String)]?, sku: String?
  ) {
    properties = []
    self.id = id
    name = id.split(separator: "/").last.map { String($0) } ?? ""
    self.type = type
    self.kind = kind
    self.location = location
    self.resourceGroup = resourceGroup.lowercased()
    self.subscriptionID = subscriptionID
    self.tenantID = tenantID
    self.tags = tags
    self.sku = sku
  }
}

/// One value of a result.
enum GraphCell {
  case text(String)
  case number(Int)
  case tags([(name: String, value: String)]?)

  var text: String { if case .text(let text) = self { text } else { "" } }
  var tags: [(name: String, value: String)] { if case .tags(let tags) = self { tags ?? [] } else { [] } }

  var number: Int? { if case .number(let number) = self { number } else { nil } }

  /// The whole of it as a text.
  var asText: String {
    switch self {
    case .text(let text): text
    case .tags(nil): ""
    default: json
    }
  }

  /// A member of an object as a text, which is empty where there is none.
  func member(_ name: String) -> GraphCell { .text(tags.first { $0.name == name }?.value ?? "") }

  var json: String {
    switch self {
    case .text(let text): text.json
    case .number(let number): String(number)
    case .tags(nil): "null"
    case .tags(let tags?): "{" + tags.map { "\($0.name.json):\($0.value.json)" }.joined(separator: ",") + "}"
    }
  }
}
