internal import Catalog
package import Configuration
package import Model

/// The discovery groups with what was found for them, and what has changed since an earlier pass.
package struct DiscoveryReport: Sendable {
  /// As they are declared; one of several types has an entry for each.
  package private(set) var groups: [Group]
  /// Whether changes are told.
  let hasChanges: Bool

  /// One group, or one type of it.
  package struct Group: Sendable {
    package let name: String
    let type: String
    /// In the order of the service; nil where nobody knows.
    package let resources: [FoundResource]?
    /// When they were found, in seconds since 1970 UTC.
    let foundAt: Int
    /// How many there were; nil where there is no earlier list.
    let before: Int?
    /// What was not there before.
    package let added: [FoundResource]
    /// What is no more.
    package let removed: [FoundResource]
  }

  /// - `details`: what rows of any group tell.
  /// - `found`: the lists that are there.
  /// - `old`: the lists of the earlier pass, whatever they answered; nil where changes are not wanted.
  package init(
    _ groups: [DiscoveryGroup], details: ResourceDetails, found: [FoundGroup], since old: [FoundGroup]?
  ) {
    let hasChanges = old != nil
    self.hasChanges = hasChanges
    self.groups = groups.flatMap { group in
      let found = found.first { $0.name == group.name }
      let old = old?.first { $0.name == group.name }
      return group.types.map { type in
        let now = found.map { Self.rows(of: type, in: $0, group, details) }
        let before = old.map { Self.rows(of: type, in: $0, group, details) }
        return Group(
          name: group.name, type: type.name, resources: now, foundAt: found?.foundAt ?? 0, before: before?.count,
          added: hasChanges ? Self.without(before ?? [], now ?? []) : [],
          removed: now.map { Self.without($0, before ?? []) } ?? [])
      }
    }
  }

  // This and the next are each called twice: a copy at every call would make the executable larger by kilobytes.
  @inline(never)
  private static func rows(
    of type: ResourceType, in list: FoundGroup, _ group: DiscoveryGroup, _ details: ResourceDetails
  ) -> [FoundResource] {
    list.resources.filter { group.type(of: $0, details) === type }
  }

  /// Those of the second list whose ids, in any case, are not in the first.
  @inline(never)
  private static func without(_ known: [FoundResource], _ list: [FoundResource]) -> [FoundResource] {
    let known = Set(known.map { ResourceID($0.id) })
    return list.filter { !known.contains(ResourceID($0.id)) }
  }
}

extension FoundResource {
  /// The name of the resource with those of what it stands in, such as `server/database`.
  var path: String {
    let parts = id.pathParts
    guard let provider = parts.lastIndex(where: { $0.lowercased() == "providers" }) else { return id }
    return stride(from: provider + 3, to: parts.count, by: 2).map { String(parts[$0]) }.joined(separator: "/")
  }

  var subscription: String {
    let parts = id.pathParts
    return parts.count > 1 ? String(parts[1]) : ""
  }
}
