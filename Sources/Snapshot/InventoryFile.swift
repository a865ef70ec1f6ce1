package import Formats
package import Model

/// What one shard found for all of them, as a file: one JSON document.
///
///     {"swath-inventory":{"version":1},
///     "groups":[
///     {"name":"all-vaults","fingerprint":"…","foundAt":1795521630,"resources":[
///     {"id":"/subscriptions/…/vaults/a","resourceGroup":"rg","region":"westeurope","details":["sales"]},
///     …
///     ]}
///     ],
///     "places":{"askedAt":1795521630,"resources":[…]}}
///
/// Times are seconds since 1970 UTC. The resource group of a resource may be absent, as its id has it, and so may its
/// region. In a file that a person or another program made, `foundAt` and the fingerprint may be absent too, and a
/// resource may have `tags` (an object), `kind`, `sku` and `resourceType` instead of details
/// (`jobs/inventory.schema.json`). Its details are the values of the tags that the fingerprint names, then its kind and
/// SKU, then its type where the group has several; absent, none of them was asked for, or it has none. The places are
/// those of declared resources.
package struct InventoryFile: Sendable, Equatable {
  package var groups: [FoundGroup]
  package var places: Places

  private static let version = 1

  package init(groups: [FoundGroup], places: Places) {
    self.groups = groups
    self.places = places
  }

  /// Why a file is no inventory.
  package struct Fault: Error, CustomStringConvertible {
    package let description: String
  }

  /// - `details`: what is wanted of resources that have `tags`, `kind` or `sku` by their names.
  /// - `foundAt`: when a list was found that does not say so, in seconds since 1970 UTC; nil where each must.
  /// - Throws: `Fault` where the text is no inventory of a version that is known.
  package init(_ text: [UInt8], details: ResourceDetails = .init(), foundAt: Int? = nil) throws(Fault) {
    let document: JSONValue
    do {
      document = try JSONValue(text)
    } catch {
      throw Fault(description: error.description)
    }
    guard let version = document["swath-inventory"]?["version"]?.integer else {
      throw Fault(description: "it does not begin with swath-inventory and a version")
    }
    guard version <= Self.version else { throw Fault(description: "it has version \(version), of a newer Swath") }
    groups = []
    for (index, group) in (document["groups"]?.array ?? []).enumerated() {
      guard let name = group["name"]?.string, let foundAt = group["foundAt"]?.integer ?? foundAt else {
        throw Fault(description: "group \(index + 1) has no name, or no time at which it was found")
      }
      groups.append(
        FoundGroup(
          name: name, fingerprint: group["fingerprint"]?.string ?? "", foundAt: foundAt,
          resources: try Self.resources(group, of: "group \(name)", details)))
    }
    let places = document["places"]
    self.places = Places(
      askedAt: places?["askedAt"]?.integer ?? 0,
      resources: try places.map { (value) throws(Fault) in try Self.resources(value, of: "places", details) } ?? [])
  }

  private static func resources(
    _ value: JSONValue, of owner: String, _ wanted: ResourceDetails
  ) throws(Fault) -> [FoundResource] {
    var resources: [FoundResource] = []
    for (index, resource) in (value["resources"]?.array ?? []).enumerated() {
      guard let id = resource["id"]?.string else {
        throw Fault(description: "resource \(index + 1) of \(owner) has no id")
      }
      let folded = id.asciiLowercased
      guard folded.drop(while: { $0 == "/" }).hasPrefix("subscriptions/"), folded.contains("/providers/") else {
        throw Fault(
          description: "the id of resource \(index + 1) of \(owner) is '\(id)', which is none: write "
            + "/subscriptions/ID/resourceGroups/NAME/providers/TYPE/NAME")
      }
      resources.append(
        FoundResource(
          id: id, resourceGroup: resource["resourceGroup"]?.string ?? ResourceID(id).resourceGroup,
          region: resource["region"]?.string ?? "",
          details: resource["details"]?.array?.compactMap(\.string) ?? Self.details(resource, wanted)))
    }
    return resources
  }

  /// What is wanted of a resource that a person wrote, by its names.
  private static func details(_ resource: JSONValue, _ wanted: ResourceDetails) -> [String] {
    let tags: [JSONValue.Member] = if case .object(let members)? = resource["tags"] { members } else { [] }
    let values = wanted.tags.map { name in
      tags.first { $0.name.asciiLowercased == name.asciiLowercased }?.value.string ?? ""
    }
    let details = values + wanted.columns.map { resource[$0]?.string ?? "" }
    return details.allSatisfy(\.isEmpty) ? [] : details
  }

  package func write(to out: consuming OutputBuffer) throws {
    var out = out
    out.append("{\"swath-inventory\":{\"version\":")
    out.bytes.append(decimal: Self.version)
    out.append("},\n\"groups\":[")
    for (index, group) in groups.enumerated() {
      out.append(index > 0 ? ",\n{\"name\":" : "\n{\"name\":")
      out.bytes.append(json: group.name)
      out.append(",\"fingerprint\":")
      out.bytes.append(json: group.fingerprint)
      out.append(",\"foundAt\":")
      out.bytes.append(decimal: group.foundAt)
      try Self.write(group.resources, to: &out)
    }
    out.append("\n],\n\"places\":{\"askedAt\":")
    out.bytes.append(decimal: places.askedAt)
    try Self.write(places.resources, to: &out)
    out.append("}\n")
    try out.drainAll()
  }

  private static func write(_ resources: [FoundResource], to out: inout OutputBuffer) throws {
    out.append(",\"resources\":[")
    for (index, resource) in resources.enumerated() {
      out.append(index > 0 ? ",\n{\"id\":" : "\n{\"id\":")
      out.bytes.append(json: resource.id)
      out.append(",\"resourceGroup\":")
      out.bytes.append(json: resource.resourceGroup)
      out.append(",\"region\":")
      out.bytes.append(json: resource.region)
      for (index, detail) in resource.details.enumerated() {
        out.append(index > 0 ? "," : ",\"details\":[")
        out.bytes.append(json: detail)
      }
      out.append(resource.details.isEmpty ? "}" : "]}")
      try out.drainIfFull()
    }
    out.append("\n]}")
  }
}
