import Catalog

/// The names of resource types: those of the catalog, and those that Promitor has beside them.
enum ResourceTypes {
  /// Promitor's types; the place is the number that its files may write instead, 0 being `NotSpecified`.
  static let promitor = [
    "NotSpecified", "ServiceBusNamespace", "Generic", "StorageQueue", "ContainerInstance", "VirtualMachine",
    "ContainerRegistry", "NetworkInterface", "CosmosDb", "RedisCache", "PostgreSql", "SqlDatabase",
    "SqlManagedInstance", "VirtualMachineScaleSet", "AppPlan", "WebApp", "FunctionApp", "SqlServer", "BlobStorage",
    "FileStorage", "StorageAccount", "ApiManagement", "IoTHub", "DeviceProvisioningService", "KeyVault", "LogicApp",
    "EventHubs", "ExpressRouteCircuit", "ApplicationGateway", "NetworkGateway", "KubernetesService",
    "AutomationAccount", "FrontDoor", "SqlElasticPool", "SynapseApacheSparkPool", "SynapseSqlPool",
    "SynapseWorkspace", "MonitorAutoscale", "DataFactory", "DataShare", "ApplicationInsights",
    "RedisEnterpriseCache", "MariaDb", "Cdn", "VirtualNetwork", "LoadBalancer", "MySql", "LogAnalytics",
    "DataExplorerCluster", "NatGateway", "PublicIpAddress", "TrafficManager", "PowerBiDedicated", "AzureFirewall",
    "CognitiveServicesAccount", "DnsZone", "MongoCluster",
  ]

  /// The name behind a spelling of it, which may be its number.
  private static func name(_ text: String, ignoringCase: Bool = false) -> String {
    if ignoringCase, let known = promitor.first(where: { $0.equalsIgnoringCase(text) }) { return known }
    guard let number = Int(text), promitor.indices.contains(number) else { return text }
    return promitor[number]
  }

  /// The type of the catalog that a declaration means, or nil.
  static func named(_ text: String) -> ResourceType? { ResourceType.named(name(text)) }

  /// The name of a type of the catalog. Throws where it is none, and tells a type to come from a misspelling.
  static func checked(_ text: String, ignoringCase: Bool) throws(ScalarFault) -> String {
    let name = name(text, ignoringCase: ignoringCase)
    if ResourceType.named(name) != nil { return name }
    if promitor.dropFirst().contains(name) {
      throw ScalarFault(
        rule: .unsupportedType, message: "this version of Swath does not know the resource type '\(name)' yet",
        remedy: "keep its metrics in a declaration for Promitor until then; known: \(known)", namesItself: true)
    }
    throw ScalarFault(
      rule: .unknownType, message: "there is no resource type \(quoted(text))",
      remedy: Suggestion.help(for: text, in: promitor.dropFirst(), else: "write one of \(known)"), namesItself: true)
  }

  private static var known: String { ResourceType.all.map(\.name).joined(separator: ", ") }
}
