/// What the emulator's Azure knows of one metric of a resource type. Names, units and dimensions are those of Azure's
/// list of supported metrics; the values of dimensions are made up.
package struct MetricRow: Sendable {
  package let name: String
  package let unit: String
  /// The aggregation that a query gets which names none.
  package let primary: String
  package let dimensions: [Dimension]
  /// The shortest bucket in seconds; each longer one of Azure's eight can be asked for too (azure-apis 8.1).
  package let shortestGrain: Int

  /// A dimension and the values that its series have.
  package struct Dimension: Sendable {
    package let name: String
    /// Empty where they are the names of what the resource holds.
    package let values: [String]
    /// Whether the values are what stands behind the resource's id in that of a part of it.
    let isOfIDs: Bool

    init(_ name: String, _ values: String...) {
      self.name = name
      self.values = values
      isOfIDs = false
    }

    init(_ name: String, partsOfResource parts: String...) {
      self.name = name
      values = parts
      isOfIDs = true
    }
  }

  init(_ name: String, _ unit: String, _ primary: String, from shortestGrain: Int = 60, _ dimensions: Dimension...) {
    self.init(name, unit, primary, from: shortestGrain, dimensions: dimensions)
  }

  init(_ name: String, _ unit: String, _ primary: String, from shortestGrain: Int = 60, dimensions: [Dimension]) {
    self.name = name
    self.unit = unit
    self.primary = primary
    self.dimensions = dimensions
    self.shortestGrain = shortestGrain
  }

  // azure-apis 8.1
  static let grains = [60, 300, 900, 1800, 3600, 21_600, 43_200, 86_400]
  package var grains: [Int] { Self.grains.filter { $0 >= shortestGrain } }

  /// The metrics of a resource type, by its lower-cased ARM name.
  package static func all(of type: String) -> [MetricRow] { byType[type] ?? [] }

  private static let byType = [common, storage, compute, messaging, network, data, management].reduce(into: [:]) {
    $0.merge($1) { first, _ in first }
  }

  private static let entity = Dimension("EntityName")
  private static let result = Dimension("OperationResult", "Success", "ClientError")
  private static let api = Dimension("ApiName", "GetBlob", "PutBlob", "ListContainers")
  private static let geo = Dimension("GeoType", "Primary", "Secondary")

  private static let common: [String: [MetricRow]] = [
    "microsoft.servicebus/namespaces": [
      MetricRow("IncomingMessages", "Count", "Total", entity), MetricRow("OutgoingMessages", "Count", "Total", entity),
      MetricRow("Messages", "Count", "Average", entity), MetricRow("ActiveMessages", "Count", "Average", entity),
      MetricRow("DeadletteredMessages", "Count", "Average", entity), MetricRow("Size", "Bytes", "Average", entity),
      MetricRow("IncomingRequests", "Count", "Total", entity, result),
      MetricRow("ServerErrors", "Count", "Total", entity, result), MetricRow("ActiveConnections", "Count", "Total"),
      MetricRow("NamespaceCpuUsage", "Percent", "Maximum", Dimension("Replica", "0", "1")),
    ],
    "microsoft.network/publicipaddresses": [
      MetricRow("PacketCount", "Count", "Total", Dimension("Port", "80", "443"), Dimension("Direction", "In", "Out")),
      MetricRow("ByteCount", "Bytes", "Total", Dimension("Port", "80", "443"), Dimension("Direction", "In", "Out")),
      MetricRow("VipAvailability", "Count", "Average", Dimension("Port", "80", "443")),
      MetricRow("IfUnderDDoSAttack", "Count", "Maximum"),
    ],
    "microsoft.sql/servers/databases": [
      MetricRow("cpu_percent", "Percent", "Average"), MetricRow("dtu_consumption_percent", "Percent", "Average"),
      MetricRow("storage", "Bytes", "Maximum", from: 300),
      MetricRow("storage_percent", "Percent", "Maximum", from: 300),
      MetricRow("connection_successful", "Count", "Total", Dimension("SslProtocol", "1.2", "1.3")),
      MetricRow("connection_failed", "Count", "Total", Dimension("Error", "40613", "18456")),
      MetricRow("deadlock", "Count", "Total"), MetricRow("sessions_percent", "Percent", "Average"),
    ],
    "microsoft.storage/storageaccounts": [
      MetricRow("UsedCapacity", "Bytes", "Average", from: 3600),
      MetricRow("Transactions", "Count", "Total", Dimension("ResponseType", "Success", "ClientOtherError"), geo, api),
      MetricRow("Ingress", "Bytes", "Total", geo, api), MetricRow("Egress", "Bytes", "Total", geo, api),
      MetricRow("SuccessE2ELatency", "MilliSeconds", "Average", geo, api),
      MetricRow("Availability", "Percent", "Average", geo, api),
    ],
    "microsoft.web/sites": web, "microsoft.web/sites/slots": web,
    "microsoft.compute/virtualmachines": [
      MetricRow("Percentage CPU", "Percent", "Average"), MetricRow("Network In Total", "Bytes", "Total"),
      MetricRow("Network Out Total", "Bytes", "Total"), MetricRow("Disk Read Bytes", "Bytes", "Total"),
      MetricRow("Disk Write Bytes", "Bytes", "Total"), MetricRow("Available Memory Bytes", "Bytes", "Average"),
      MetricRow("Data Disk Queue Depth", "Count", "Average", Dimension("LUN", "0", "1", "2")),
      MetricRow("Disk Read Operations/Sec", "CountPerSecond", "Average"),
      MetricRow("Disk Write Operations/Sec", "CountPerSecond", "Average"),
      MetricRow("VmAvailabilityMetric", "Count", "Average"), MetricRow("Inbound Flows", "Count", "Average"),
      MetricRow("Outbound Flows", "Count", "Average"),
    ],
    "microsoft.keyvault/vaults": [
      MetricRow("Availability", "Percent", "Average", activity), MetricRow("SaturationShoebox", "Percent", "Average"),
      MetricRow("ServiceApiHit", "Count", "Count", activity),
      MetricRow("ServiceApiLatency", "MilliSeconds", "Average", activity),
      MetricRow("ServiceApiResult", "Count", "Count", activity, Dimension("StatusCode", "200", "401", "404")),
    ],
    "microsoft.logic/workflows": [
      MetricRow("RunsStarted", "Count", "Total"), MetricRow("RunsCompleted", "Count", "Total"),
      MetricRow("RunsSucceeded", "Count", "Total"), MetricRow("RunsFailed", "Count", "Total"),
      MetricRow("RunLatency", "Seconds", "Average"), MetricRow("ActionsFailed", "Count", "Total"),
      MetricRow("TriggersStarted", "Count", "Total"), MetricRow("BillableActionExecutions", "Count", "Total"),
    ],
  ]

  private static let activity = Dimension("ActivityType", "vault", "secret")
  private static let instance = Dimension("Instance", "web-0", "web-1")
  private static let web = [
    MetricRow("Requests", "Count", "Total", instance), MetricRow("Http2xx", "Count", "Total", instance),
    MetricRow("Http5xx", "Count", "Total", instance), MetricRow("CpuTime", "Seconds", "Total", instance),
    MetricRow("MemoryWorkingSet", "Bytes", "Average", instance),
    MetricRow("HttpResponseTime", "Seconds", "Average", instance),
    MetricRow("BytesSent", "Bytes", "Total", instance), MetricRow("HealthCheckStatus", "Count", "Average", instance),
  ]
}
