package import Catalog
package import Configuration
package import Model
package import Snapshot

/// A discovery group as metrics name it, for those who say what it holds in place of Azure Resource Graph.
package struct NamedGroup: Sendable {
  package var name: String
  /// The types of the metrics that name it, each once.
  package var types: [ResourceType]

  package init(name: String, types: [ResourceType]) {
    self.name = name
    self.types = types
  }

  /// The groups that metrics name, each once, in their order.
  package static func all(in declarations: [MetricsDeclaration]) -> [NamedGroup] {
    var groups: [NamedGroup] = []
    var known: [String: Int] = [:]
    for metric in declarations.lazy.flatMap(\.metrics) {
      for name in metric.discoveryGroups {
        let place = known[name.lowercased()] ?? groups.count
        if place == groups.count {
          known[name.lowercased()] = place
          groups.append(NamedGroup(name: name, types: []))
        }
        if !groups[place].types.contains(where: { $0 === metric.type }) { groups[place].types.append(metric.type) }
      }
    }
    return groups
  }

  /// What its list depends on where the agent at an address tells it.
  package func fingerprint(at address: String) -> String {
    types.count > 1 ? "\(address)\n\(types.map(\.name).joined(separator: ","))" : address
  }

  /// Its list in an inventory, with ids and regions as Resource Graph spells them; nil where there is none.
  package func list(in inventory: InventoryFile) -> FoundGroup? {
    guard var found = inventory.groups.first(where: { $0.name.lowercased() == name.lowercased() }) else { return nil }
    found.name = name
    for place in found.resources.indices {
      found.resources[place].id = ResourceID(found.resources[place].id).text
      found.resources[place].region = DiscoveryQuery.region(found.resources[place].region)
    }
    return found
  }
}
