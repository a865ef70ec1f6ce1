package import Catalog
package import Configuration
package import Model
package import Snapshot

/// A discovery group as metrics name it, for those who say what it holds in place of Azure Resource Graph.
package struct NamedGroup: Sendable {
  package var name: String
  /// The type of the metrics that name it.
  package var type: ResourceType

  /// The groups that metrics name, each once, in their order.
  package static func all(in declarations: [MetricsDeclaration]) -> [NamedGroup] {
    var known: Set<String> = []
    return declarations.flatMap(\.metrics).flatMap { metric in
      metric.discoveryGroups.compactMap { name in
        known.insert(name.lowercased()).inserted ? NamedGroup(name: name, type: metric.type) : nil
      }
    }
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
