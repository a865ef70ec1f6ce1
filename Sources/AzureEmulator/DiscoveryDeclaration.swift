/// What is discovered instead of being declared.
extension PromitorConfiguration {
  /// The content of `resource-discovery-declaration.yaml`: one group for each type that can be discovered.
  package var discoveryDeclaration: String {
    var subscriptions: [String] = []
    for resource in configuration.estate.resources where !subscriptions.contains(resource.subscriptionID) {
      subscriptions.append(resource.subscriptionID)
    }
    var out = """
      version: v1
      azureLandscape:
        tenantId: \(configuration.tenantID)
        subscriptions:
      \(subscriptions.map { "    - \($0)" }.joined(separator: "\n"))
      \(cloud)
      resourceDiscoveryGroups:

      """
    for type in configuration.estate.types {
      guard let group = Self.discoveryGroup(of: type),
        configuration.estate.resources.contains(where: { $0.type.name == type.name })
      else { continue }
      out += "  - name: \(group)\n    type: \(type.name)\n"
    }
    return out
  }

  /// The group of the resources of a type; nil for a type that cannot be discovered.
  static func discoveryGroup(of type: EmulatedType) -> String? {
    type.isDiscoverable ? "all-\(type.name.lowercased())" : nil
  }
}
