internal import Catalog
internal import Configuration
package import Model

extension PlannedMetric {
  /// The dimensions that a query for a resource splits by: its type's entity first, where it has one for this metric.
  /// Most types with entities split a whole namespace by entity alone, whatever is declared, as in Promitor.
  func queryDimensions(type: ResourceType, resource: Resource) -> [String] {
    guard let entity = type.entity, let dimension = entity.dimension(of: declaration.azureName) else {
      return declaration.dimensions
    }
    if resource.entity.isEmpty { return entity.undeclared == .asDeclared ? declaration.dimensions : [dimension] }
    return [dimension] + declaration.dimensions.filter { $0.asciiLowercased != dimension.asciiLowercased }
  }

  /// The dimension on which the answer must be narrowed to the resource's own entity; nil where all of it is wanted.
  /// It is the first of the query's dimensions.
  package func selectsEntity(of resource: Resource) -> Bool {
    !resource.entity.isEmpty && ResourceType.named(resource.type)?.entityDimension(of: declaration.azureName) != nil
  }

  /// The names of the dimensions that a sample of a resource carries, in order.
  package func sampleDimensions(of resource: Resource) -> [String] {
    guard let entity = ResourceType.named(resource.type)?.entity,
      let dimension = entity.dimension(of: declaration.azureName)
    else { return declaration.dimensions }
    if !resource.entity.isEmpty {
      return declaration.dimensions.filter { $0.asciiLowercased != dimension.asciiLowercased }
    }
    return switch entity.undeclared {
    case .splitUnderLabel: [entity.label]
    case .splitUnderDimension: [dimension]
    case .asDeclared: declaration.dimensions
    }
  }
}
