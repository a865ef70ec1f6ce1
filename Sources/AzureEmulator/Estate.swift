/// The resources of an emulated Azure: a pure function of a seed and a number.
package struct Estate: Sendable {
  package let seed: Int
  package let tenantID: String
  /// The types that its resources have by turns.
  package let types: [EmulatedType]
  package let resources: [EmulatedResource]
  /// What Resource Graph lists: the resources, and those that they are parts of.
  package let rows: [GraphRow]
  /// The subscriptions and resource groups that its resources are in, as Resource Graph lists them.
  package let containers: [GraphRow]
  private let byID: [String: Int]
  /// Those that have an API of their own, by the value of their first key.
  private let byService: [String: Int]

  package static let defaultTenantID = "00000000-0000-0000-0000-0000000000aa"
  private static let regions = ["westeurope", "northeurope", "eastus", "eastus2", "southeastasia"]

  /// A small estate in which every common type is there at least twice.
  package static let demo = Estate(seed: 1, resources: 20, subscriptions: 2)

  ///
  /// - `seed`: another seed gives other names, places and values.
  /// - `subscriptions`: over how many subscriptions the resources are spread.
  /// - `regions`: over how many regions they are spread evenly (1 to 5); nil for three or more, unevenly. Resources of
  ///   some types are in none.
  /// - `types`: the types that the resources have by turns.
  /// - `type`: the only type to have, as declarations spell it; nil for those of `types`.
  package init(
    seed: Int, resources count: Int, subscriptions: Int = 1, regions: Int? = nil,
    types: [EmulatedType] = EmulatedType.common, type: String? = nil, tenantID: String = Estate.defaultTenantID
  ) {
    self.seed = seed
    self.tenantID = tenantID
    let types = type.map { name in EmulatedType.all.filter { $0.name == name } } ?? types
    self.types = types
    resources = (0..<count).map { index in
      let kind = types[index % types.count]
      let serial = index / types.count
      let hash = Hash(seed).adding(index).value
      let subscription = serial % subscriptions + 1
      let digits = String(subscription)
      let region = regions.map { serial % $0 } ?? Int(hash % UInt64(min(3 + count / 1000, Self.regions.count)))
      return EmulatedResource(
        type: kind, number: "\(seed)-\(serial)", serial: serial,
        subscriptionID: "00000000-0000-0000-0000-" + String(repeating: "0", count: 12 - digits.utf8.count) + digits,
        resourceGroup: "rg-\(subscription)-\(serial % 7)", region: kind.isGlobal ? "global" : Self.regions[region],
        entities: Array(kind.entities.prefix(2 + Int(hash >> 8 % 3))), tags: Self.tags(hash))
    }
    rows = Self.rows(of: resources, types, tenantID: tenantID)
    containers = Self.containers(of: resources, tenantID: tenantID)
    byService = Dictionary(
      resources.enumerated().filter { $0.element.type.service != .metrics }
        .map { ("\($0.element.type.service) \($0.element.fields[0])", $0.offset) }
    ) { first, _ in first }
    byID = Dictionary(resources.enumerated().map { ($0.element.id.lowercased(), $0.offset) }) { first, _ in first }
  }

  /// One resource in eight has no tags.
  private static func tags(_ hash: UInt64) -> [(name: String, value: String)] {
    if hash >> 16 & 7 == 0 { return [] }
    return [
      (name: "env", value: ["prod", "test", "Prod"][Int(hash >> 24 % 3)]),
      (name: "team", value: ["sales", "ops", "it's \"us\""][Int(hash >> 32 % 3)]),
    ]
  }

  /// A whole of one of the estate's own types, such as the app of a slot, is only listed where it is in the estate, so
  /// that whatever can be found can be asked for values.
  private static func rows(
    of resources: [EmulatedResource], _ types: [EmulatedType], tenantID: String
  ) -> [GraphRow] {
    var rows = resources.map { GraphRow($0, tenantID: tenantID) }
    var known = Set(rows.map { $0.id.lowercased() })
    let own = Set(types.flatMap(\.armTypes))
    for resource in resources {
      guard let parent = GraphRow(parentOf: resource, tenantID: tenantID), !own.contains(parent.type) else { continue }
      if known.insert(parent.id.lowercased()).inserted { rows.append(parent) }
    }
    return rows
  }

  /// The last subscription lacks what Azure does not always tell.
  private static func containers(of resources: [EmulatedResource], tenantID: String) -> [GraphRow] {
    let subscriptions = Set(resources.map(\.subscriptionID)).sorted()
    let groups = Set(resources.map { [$0.subscriptionID, $0.resourceGroup] }).sorted { $0.joined() < $1.joined() }
    let type = "microsoft.resources/subscriptions"
    return subscriptions.enumerated().map { index, id in
      GraphRow(
        container: "/subscriptions/\(id)", name: "subscription \(index + 1)", type: type, location: "",
        resourceGroup: "", subscriptionID: id, tenantID: tenantID,
        properties: [("state", "Enabled"), ("authorizationSource", "RoleBased")]
          + (index + 1 == subscriptions.count && index > 0
            ? []
            : [
              ("subscriptionPolicies.spendingLimit", "Off"),
              ("subscriptionPolicies.quotaId", "EnterpriseAgreement_2014-09-01"),
            ]))
    }
      + groups.map { group in
        GraphRow(
          container: "/subscriptions/\(group[0])/resourceGroups/\(group[1])", name: group[1],
          type: type + "/resourcegroups", location: regions[0], resourceGroup: group[1].lowercased(),
          subscriptionID: group[0], tenantID: tenantID, properties: [("provisioningState", "Succeeded")])
      }
  }

  /// The resource of an id in any case, with or without a slash in front.
  package func resource(_ id: some StringProtocol) -> EmulatedResource? {
    byID[EmulatedResource.key(id)].map { resources[$0] }
  }

  /// The workspace with an id, in any case.
  package func workspace(_ id: some StringProtocol) -> EmulatedResource? {
    byService["\(EmulatedType.Service.logAnalytics) \(id.lowercased())"].map { resources[$0] }
  }

  /// The storage account of a name, as the resource that its queue is.
  package func queueAccount(_ name: String) -> EmulatedResource? {
    byService["\(EmulatedType.Service.storageQueue) \(name)"].map { resources[$0] }
  }
}
