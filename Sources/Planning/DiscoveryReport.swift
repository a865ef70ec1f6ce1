internal import Catalog
package import Configuration
package import Model

/// The discovery groups with what was found for them, and what has changed since an earlier pass.
package struct DiscoveryReport: Sendable {
  /// As they are declared.
  package private(set) var groups: [Group]
  /// Whether changes are told.
  let hasChanges: Bool

  /// One group.
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

  /// - `found`: the lists that are there.
  /// - `old`: the lists of the earlier pass, whatever they answered; nil where changes are not wanted.
  package init(_ groups: [DiscoveryGroup], found: [FoundGroup], since old: [FoundGroup]?) {
    hasChanges = old != nil
    self.groups = groups.map { group in
      let now = found.first { $0.name == group.name }
      let before = old?.first { $0.name == group.name }?.resources
      return Group(
        name: group.name, type: group.type.name, resources: now?.resources, foundAt: now?.foundAt ?? 0,
        before: before?.count, added: old == nil ? [] : Self.without(before ?? [], now?.resources ?? []),
        removed: now.map { Self.without($0.resources, before ?? []) } ?? [])
    }
  }

  /// Those of the second list whose ids, in any case, are not in the first.
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
