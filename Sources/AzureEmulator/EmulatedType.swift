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
