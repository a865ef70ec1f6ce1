package import Catalog
package import Configuration
package import Model

extension DiscoveryGroup {
  /// Which of its types a row is of: the one that it tells, or else the first whose ids look so; nil for none.
  ///
  /// - `details`: what rows of any group tell.
  package func type(of row: FoundResource, _ details: ResourceDetails) -> ResourceType? {
    if types.count == 1 { return types[0] }
    if let name = details.type(of: row) { return types.first { $0.name == name } }
    return types.first { row.resource(of: $0) != nil }
  }
}
