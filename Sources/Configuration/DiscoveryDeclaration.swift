package import Catalog
package import Formats
package import Model

/// A resource discovery declaration (Promitor's v1 format) whose every value was checked.
package struct DiscoveryDeclaration: Sendable {
  package var tenantID: String
  package var cloud: CloudEndpoints
  /// Where to look for the groups that do not say it themselves.
  package var scope: GraphScope
  package var groups: [DiscoveryGroup]
  /// The names of groups that have errors, which are not among `groups`.
  package var unsound: [String] = []

  /// Where to look for a group.
  package func scope(of group: DiscoveryGroup) -> GraphScope { group.scope ?? scope }
}

/// A named set of resources, found by Azure Resource Graph.
package struct DiscoveryGroup: Sendable {
  package var name: String
  /// The types of its resources: at least one, and each once.
  package var types: [ResourceType]
  /// What a resource must have one of each of; an empty list asks for nothing.
  package var include: Criteria
  /// What a resource must have none of.
  package var exclude = Criteria()
  /// A condition in KQL, which was checked to be one; nil for none.
  package var predicate: String?
  /// Where to look; nil for where the declaration says.
  package var scope: GraphScope?
  /// With more resources than this the group counts as not found out; nil for any number.
  package var limit: Int?
  package var position: SourcePosition

  /// What resources are chosen by.
  package struct Criteria: Hashable, Sendable {
    package var subscriptions: [String] = []
    package var resourceGroups: [String] = []
    package var regions: [String] = []
    /// Names of tags and the regular expressions of their values, in any case.
    package var tags: [Tag] = []
    /// Whether all of the tags are meant, and not any of them.
    package var meansAllTags = false
    /// Regular expressions of which one must match the whole name, in any case.
    package var names: [String] = []

    package init() {}
  }

  /// A tag to choose by.
  package struct Tag: Hashable, Sendable {
    package var name: String
    package var pattern: String
  }
}
