internal import Catalog
package import Configuration
internal import Formats
package import Model
internal import Planning
internal import Snapshot

extension API {
  /// The list of a group as it was found last; nil where it never was, or where its declaration asks something else now.
  func list(of group: DiscoveryGroup, _ discovery: DiscoveryDeclaration, _ head: Head?) -> FoundGroup? {
    let fingerprint = Self.fingerprint(of: group, discovery, source.settings.labels.details)
    return head?.content.groups.first { $0.name == group.name && $0.fingerprint == fingerprint }
  }

  /// What a list of a group answers.
  package static func fingerprint(
    of group: DiscoveryGroup, _ discovery: DiscoveryDeclaration, _ details: ResourceDetails = ResourceDetails()
  ) -> String {
    LookUps.fingerprint(DiscoveryQuery(group, details: details).text, discovery.scope(of: group), details)
  }

  /// The declared groups.
  func groups() throws -> APIAnswer {
    let groups = try source.discovery()?.groups ?? []
    return APIAnswer(
      200,
      .array(
        groups.map { group in
          .object([
            "name": .string(group.name),
            // Promitor's member, or that of the key which Promitor does not know.
            group.types.count == 1 ? "type" : "types":
              group.types.count == 1 ? .string(group.types[0].name) : .texts(group.types.map(\.name)),
            "criteria": .object([
              "include": .object([
                "tags": .object(group.include.tags.map { .init($0.name, .string($0.pattern)) }),
                "subscriptions": .texts(group.include.subscriptions),
                "resourceGroups": .texts(group.include.resourceGroups), "regions": .texts(group.include.regions),
              ])
            ]),
          ])
        }))
  }

  private static let largestPage = 1000
  /// How long to wait for a group that was never discovered, in seconds: until another pass.
  private static let retryAfter = "60"

  /// A page of the resources of a group.
  ///
  /// - `isPaged`: whether the body tells the page, or headers do.
  func discover(_ call: Call, isPaged: Bool) throws -> APIAnswer {
    let size = try call.number("pageSize", absent: Self.largestPage, in: 1...Self.largestPage)
    let page = try call.number("currentPage", absent: 1, in: 1...Int(Int32.max))
    let name = call.group.lowercased()
    guard let discovery = try source.discovery(),
      let group = discovery.groups.first(where: { $0.name.lowercased() == name })
    else {
      return APIAnswer(
        404, .object(["information": .string("No resource discovery group has the name '\(call.group)'.")]))
    }
    if let type = group.types.first(where: { $0.discovery == nil }) {
      return APIAnswer(
        501,
        .object([
          "details": .string("Resources of type \(type.name) of group '\(group.name)' cannot be discovered.")
        ]))
    }
    guard let head = try source.head(), list(of: group, discovery, head) != nil else {
      return APIAnswer.problem(503, "group '\(group.name)' was not discovered yet: a pass does so")
        .with("Retry-After", Self.retryAfter)
    }
    let total = head.groupSizes[group.name] ?? 0
    let start = min((page - 1) * size, total)
    let found = try source.found(group.name, start..<min(start + size, total))
    let details = source.settings.labels.details
    let result = JSONValue.array(
      found.compactMap { row in group.type(of: row, details).flatMap { Self.definition(row, $0) } })
    guard isPaged else {
      return APIAnswer(200, result).with("X-Paging-Page-Size", "\(size)").with("X-Paging-Current-Page", "\(page)")
        .with("X-Paging-Total", "\(total)")
    }
    return APIAnswer(
      200,
      .typed(
        Self.contract("PagedPayload`1[[\(Self.contract("AzureResourceDefinition"))]]"),
        [
          "Result": result,
          "PageInformation": .typed(
            Self.contract("PageInformation"),
            ["PageSize": .integer(size), "CurrentPage": .integer(page), "TotalRecords": .integer(total)]),
          "HasMore": .boolean(total - size * page > 0),
        ]))
  }

  /// The name of one of Promitor's contracts, as .NET has it.
  static func contract(_ name: String) -> String { "Promitor.Core.Contracts.\(name), Promitor.Core.Contracts" }

  /// Promitor's class of a type of resource.
  static func definitionType(_ type: ResourceType) -> String {
    let name: String =
      switch type.name {
      case "EventHubs": "EventHub"
      case "Generic": "GenericAzure"
      default: type.name
      }
    return contract("ResourceTypes.\(name)ResourceDefinition")
  }

  private static func definition(_ found: FoundResource, _ type: ResourceType) -> JSONValue? {
    found.resource(of: type).map { resource, fields in
      definition(type, fields: fields, resource)
    }
  }

  /// A resource in Promitor's typed style: the keys of its declaration with capitals, then what all have.
  ///
  /// - `secret`: what stands for the secret of a type that has one.
  static func definition(
    _ type: ResourceType, fields: [String], _ resource: Resource, secret: JSONValue? = nil
  ) -> JSONValue {
    var members: [JSONValue.Member] = [.init("$type", .string(definitionType(type)))]
    for (field, value) in zip(type.fields, fields) {
      let key = field.key.prefix(1).uppercased() + field.key.dropFirst()
      if field.isSecret {
        if let secret { members.append(.init(key, secret)) }
      } else if !value.isEmpty {
        members.append(.init(key, .string(value)))
      }
    }
    // As far as it is told apart by names: two servers may have databases of one name.
    let names = zip(type.fields, fields).filter { !$0.isSecret && $0.key != type.filterField && !$1.isEmpty }.map(\.1)
    // What a type calls its own is not said twice.
    for (key, value) in [
      ("ResourceType", type.name), ("SubscriptionId", resource.subscriptionID),
      ("ResourceGroupName", resource.resourceGroup), ("ResourceName", resource.name),
      ("UniqueName", names.joined(separator: "-")),
    ] where !members.contains(where: { $0.name == key }) { members.append(.init(key, .string(value))) }
    return .object(members)
  }
}
