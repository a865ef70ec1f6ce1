package import Formats
internal import Model

// The report for people and for programs.
extension DiscoveryReport {
  /// The groups, a line for each of their types.
  package var text: String {
    guard hasChanges else {
      var table = TextTable("GROUP", "TYPE", "RESOURCES", "FOUND AT", numbers: [2])
      for group in groups {
        table.append(group.name, group.type, group.resources.map { "\($0.count)" } ?? "", Self.time(group))
      }
      return table.text
    }
    var table = TextTable("GROUP", "TYPE", "BEFORE", "RESOURCES", "ADDED", "REMOVED", numbers: [2, 3, 4, 5])
    for group in groups {
      let isKnown = group.resources != nil
      table.append(
        group.name, group.type, group.before.map { "\($0)" } ?? "", group.resources.map { "\($0.count)" } ?? "",
        isKnown ? "\(group.added.count)" : "", isKnown ? "\(group.removed.count)" : "")
    }
    return table.text
  }

  /// The resources of a group, a line each, with their types where it has several; where changes are told, those that
  /// came and went.
  package var resourcesText: String {
    func row(_ sign: String, _ name: String, _ type: String, _ place: String...) -> [String] {
      (hasChanges ? [sign] : []) + [name] + (groups.count > 1 ? [type] : []) + place
    }
    var table = TextTable(row("", "NAME", "TYPE", "RESOURCE GROUP", "REGION", "SUBSCRIPTION"))
    func append(_ sign: String, _ list: (Group) -> [FoundResource]) {
      for group in groups {
        for resource in list(group) {
          table.append(
            row(
              sign, resource.path, group.type, resource.resourceGroup, resource.region, resource.subscription))
        }
      }
    }
    if hasChanges {
      append("+") { $0.added }
      append("-") { $0.removed }
    } else {
      append("") { $0.resources ?? [] }
    }
    return table.text
  }

  /// The groups.
  ///
  /// - `listsResources`: whether each has its resources, or what came and went.
  package func json(listsResources: Bool) -> JSONValue {
    .object([
      .init(
        "groups",
        .array(
          groups.map { group in
            var members: [JSONValue.Member] = [
              .init("name", .string(group.name)), .init("type", .string(group.type)),
              .init("count", group.resources.map { .number(Double($0.count)) } ?? .null),
              .init("foundAt", group.resources == nil ? .null : .string(Self.time(group))),
            ]
            if hasChanges { members.append(.init("before", group.before.map { .number(Double($0)) } ?? .null)) }
            func list(_ name: String, _ resources: [FoundResource]?) {
              guard let resources else { return members.append(.init(name, .null)) }
              let value: JSONValue =
                listsResources ? .array(resources.map(Self.json)) : .number(Double(resources.count))
              members.append(.init(name, value))
            }
            if hasChanges {
              list("added", group.resources == nil ? nil : group.added)
              list("removed", group.resources == nil ? nil : group.removed)
            } else if listsResources {
              list("resources", group.resources)
            }
            return .object(members)
          }))
    ])
  }

  private static func json(_ resource: FoundResource) -> JSONValue {
    .object([
      .init("id", .string(resource.id)), .init("name", .string(resource.path)),
      .init("resourceGroup", .string(resource.resourceGroup)), .init("region", .string(resource.region)),
      .init("subscription", .string(resource.subscription)),
    ])
  }

  private static func time(_ group: Group) -> String {
    group.resources == nil ? "" : Timestamp.text(group.foundAt)
  }
}
