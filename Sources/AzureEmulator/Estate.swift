/// The resources of an emulated Azure: a pure function of a seed and a number.
package struct Estate: Sendable {
  package let tenantID: String
  package let resources: [EmulatedResource]
  private let byID: [String: Int]

  package static let defaultTenantID = "00000000-0000-0000-0000-0000000000aa"
  private static let regions = ["westeurope", "northeurope", "eastus", "eastus2", "southeastasia"]

  /// A small estate in which every type is there at least twice.
  package static let demo = Estate(seed: 1, resources: 20, subscriptions: 2)

  ///
  /// - `seed`: another seed gives other names, places and values.
  /// - `subscriptions`: over how many subscriptions the resources are spread.
  package init(seed: Int, resources count: Int, subscriptions: Int = 1, tenantID: String = Estate.defaultTenantID) {
    self.tenantID = tenantID
    resources = (0..<count).map { index in
      let kind = EmulatedType.all[index % EmulatedType.all.count]
      let serial = index / EmulatedType.all.count
      let hash = Hash(seed).adding(index).value
      let subscription = serial % subscriptions + 1
      let digits = String(subscription)
      return EmulatedResource(
        type: kind, number: "\(seed)-\(serial)",
        subscriptionID: "00000000-0000-0000-0000-" + String(repeating: "0", count: 12 - digits.utf8.count) + digits,
        resourceGroup: "rg-\(subscription)-\(serial % 7)",
        region: Self.regions[Int(hash % UInt64(min(3 + count / 1000, Self.regions.count)))],
        entities: kind.hasEntities ? (0..<(2 + Int(hash >> 8 % 3))).map { "queue-\($0)" } : [],
        isSlot: kind.name == "WebApp" && serial % 3 == 2)
    }
    byID = Dictionary(resources.enumerated().map { ($0.element.id.lowercased(), $0.offset) }) { first, _ in first }
  }

  /// The resource of an id in any case, with or without a slash in front.
  package func resource(_ id: some StringProtocol) -> EmulatedResource? {
    byID[id.lowercased().trimmingSlashes].map { resources[$0] }
  }
}

extension String {
  fileprivate var trimmingSlashes: String {
    var text = self[...]
    while text.hasPrefix("/") { text.removeFirst() }
    while text.hasSuffix("/") { text.removeLast() }
    return String(text)
  }
}

/// One resource of an estate.
package struct EmulatedResource: Sendable {
  package let type: EmulatedType
  package let subscriptionID: String
  package let resourceGroup: String
  package let region: String
  /// Names of its queues, where its type has such.
  package let entities: [String]
  /// The values of the fields of a declaration, in the order of `EmulatedType.fields`.
  package let fields: [String]
  /// The ARM id without a slash in front.
  package let id: String
  /// The ARM type, lower-cased.
  package let armType: String

  init(
    type: EmulatedType, number: String, subscriptionID: String, resourceGroup: String, region: String,
    entities: [String], isSlot: Bool
  ) {
    self.type = type
    self.subscriptionID = subscriptionID
    self.resourceGroup = resourceGroup
    self.region = region
    self.entities = entities
    fields = type.fields(number, isSlot)
    armType = isSlot ? "\(type.armType)/slots" : type.armType
    id = "subscriptions/\(subscriptionID)/resourceGroups/\(resourceGroup)/providers/\(type.path(fields))"
  }

  /// The metrics that Azure has for it.
  package var metrics: [MetricRow] { MetricRow.all(of: armType) }

  /// A metric by its name in any case.
  package func metric(_ name: some StringProtocol) -> MetricRow? {
    let name = name.lowercased()
    return metrics.first { $0.name.lowercased() == name }
  }

  /// The values that a dimension has for this resource.
  package func values(of dimension: MetricRow.Dimension) -> [String] {
    dimension.name == "EntityName" ? entities : dimension.values
  }
}

/// A type of resource, as a declaration names it and as ARM does.
package struct EmulatedType: Sendable {
  /// The spelling in a metrics declaration.
  package let name: String
  /// The keys that a declaration names a resource by.
  package let keys: [String]
  /// Lower-cased.
  let armType: String
  let hasEntities: Bool
  let fields: @Sendable (_ number: String, _ isSlot: Bool) -> [String]
  let path: @Sendable (_ fields: [String]) -> String

  private init(
    _ name: String, _ keys: [String], _ armType: String, hasEntities: Bool = false,
    fields: @escaping @Sendable (String, Bool) -> [String], path: @escaping @Sendable ([String]) -> String
  ) {
    self.name = name
    self.keys = keys
    self.armType = armType
    self.hasEntities = hasEntities
    self.fields = fields
    self.path = path
  }

  package static let all = [
    EmulatedType("KeyVault", ["vaultName"], "microsoft.keyvault/vaults") { number, _ in
      ["kv-\(number)"]
    } path: {
      "Microsoft.KeyVault/vaults/\($0[0])"
    },
    EmulatedType("ServiceBusNamespace", ["namespace"], "microsoft.servicebus/namespaces", hasEntities: true) {
      number, _ in
      ["Bus-\(number)"]
    } path: {
      "Microsoft.ServiceBus/namespaces/\($0[0])"
    },
    EmulatedType("SqlDatabase", ["serverName", "databaseName"], "microsoft.sql/servers/databases") { number, _ in
      ["sql-\(number)", "orders"]
    } path: {
      "Microsoft.Sql/servers/\($0[0])/databases/\($0[1])"
    },
    EmulatedType("StorageAccount", ["accountName"], "microsoft.storage/storageaccounts") { number, _ in
      ["store\(number.filter { $0 != "-" })"]
    } path: {
      "Microsoft.Storage/storageAccounts/\($0[0])"
    },
    EmulatedType("WebApp", ["webAppName", "slotName"], "microsoft.web/sites") { number, isSlot in
      ["app-\(number)", isSlot ? "staging" : ""]
    } path: {
      "Microsoft.Web/sites/\($0[0])" + ($0[1].isEmpty ? "" : "/slots/\($0[1])")
    },
    EmulatedType("VirtualMachine", ["virtualMachineName"], "microsoft.compute/virtualmachines") { number, _ in
      ["vm-\(number)"]
    } path: {
      "Microsoft.Compute/virtualMachines/\($0[0])"
    },
    EmulatedType("LogicApp", ["workflowName"], "microsoft.logic/workflows") { number, _ in
      ["flow-\(number)"]
    } path: {
      "Microsoft.Logic/workflows/\($0[0])"
    },
    EmulatedType("Generic", ["resourceUri"], "microsoft.network/publicipaddresses") { number, _ in
      ["Microsoft.Network/publicIPAddresses/ip-\(number)"]
    } path: {
      $0[0]
    },
  ]
}
