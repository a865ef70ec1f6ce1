extension ResourceType {
  /// Every resource type, in the order of the reference. To add one, add a row here and a resource of it to the
  /// fixture estate; nothing else in the project names a type.
  package static let all: [ResourceType] = [
    ResourceType(
      "Generic",
      fields: [
        Field("resourceUri", "everything behind providers/ of the resource id"),
        Field("filter", required: false, "Azure Monitor filter expression"),
      ],
      path: "{resourceUri}", instance: "{resourceUri}", filterField: "filter"),
    ResourceType(
      "ServiceBusNamespace",
      fields: [
        Field("namespace", "messaging namespace"),
        Field("queueName", required: false, "queue to narrow the metric to"),
        Field("topicName", required: false, "topic to narrow the metric to"),
      ],
      path: "Microsoft.ServiceBus/namespaces/{namespace}", instance: "{namespace}",
      entity: Entity(
        dimension: "EntityName", fields: ["queueName", "topicName"], label: "entity_name",
        metricsWithout: [
          "activeconnections", "cpuxns", "namespacecpuusage", "namespacememoryusage",
          "pendingcheckpointoperationcount", "wsxns",
        ]), discovery: Discovery("microsoft.servicebus/namespaces")),
    ResourceType(
      "VirtualMachine", fields: [Field("virtualMachineName", "virtual machine")],
      path: "Microsoft.Compute/virtualMachines/{virtualMachineName}", instance: "{virtualMachineName}",
      discovery: Discovery("microsoft.compute/virtualmachines")),
    ResourceType(
      "SqlDatabase", fields: [Field("serverName", "logical server"), Field("databaseName", "database")],
      path: "Microsoft.Sql/servers/{serverName}/databases/{databaseName}", instance: "{databaseName}",
      labels: [Label("server", "{serverName}"), Label("database", "{databaseName}")],
      discovery: Discovery("microsoft.sql/servers/databases")),
    ResourceType(
      "WebApp",
      fields: [
        Field("webAppName", "web app"),
        Field("slotName", required: false, "deployment slot", blankMeans: "production"),
      ],
      path: "Microsoft.Web/sites/{webAppName}[/slots/{slotName}]", instance: "{webAppName}",
      labels: [Label("slot_name", "{slotName}")],
      discovery: Discovery(
        "microsoft.web/sites", "microsoft.web/sites/slots", condition: "kind !contains 'functionapp'")),
    ResourceType(
      "StorageAccount", fields: [Field("accountName", "storage account")],
      path: "Microsoft.Storage/storageAccounts/{accountName}", instance: "{accountName}",
      discovery: Discovery("microsoft.storage/storageaccounts")),
    ResourceType(
      "KeyVault", fields: [Field("vaultName", "key vault")],
      path: "Microsoft.KeyVault/vaults/{vaultName}", instance: "{vaultName}",
      discovery: Discovery("microsoft.keyvault/vaults")),
    ResourceType(
      "LogicApp", fields: [Field("workflowName", "logic app workflow")],
      path: "Microsoft.Logic/workflows/{workflowName}", instance: "{workflowName}",
      discovery: Discovery("microsoft.logic/workflows")),
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The type that a declaration spells so, or nil; the spelling counts, as in Promitor.
  package static func named(_ name: String) -> ResourceType? { byName[name] }
}
