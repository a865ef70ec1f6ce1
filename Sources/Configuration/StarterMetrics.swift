import Catalog
import Model

/// The metrics that operators mostly begin with: a row a resource type.
struct StarterMetrics: Sendable {
  let type: String
  /// Azure's names.
  let metrics: [String]
  /// The aggregations of metrics for which the first of Microsoft's table is not the one to watch, or that are not in
  /// it.
  var aggregations: [String: Aggregation] = [:]
  /// The query of a type that is asked by one, and the end of the metric's name.
  var query: (text: String, name: String)?
  /// What to write for keys for which a made-up name does not do.
  var examples: [String: String] = [:]

  private init(
    _ type: String, _ metrics: String..., names: [String] = [], aggregations: [String: Aggregation] = [:],
    query: (text: String, name: String)? = nil, examples: [String: String] = [:]
  ) {
    self.type = type
    self.metrics = metrics + names
    self.aggregations = aggregations
    self.query = query
    self.examples = examples
  }

  /// The row of a type; for one without, the first metrics that have no dimensions to split by.
  static func row(of type: ResourceType) -> StarterMetrics {
    if let row = all.first(where: { $0.type == type.name }) { return row }
    let known = type.knownMetrics.first?.metrics ?? []
    let plain = known.filter(\.dimensions.isEmpty)
    return StarterMetrics(type.name, names: (plain.isEmpty ? known : plain).prefix(3).map(\.name))
  }

  /// The ARM types of an example that is the path of a resource.
  static func armTypes(of example: String) -> [String] {
    Template(stringLiteral: example).armTypes { _ in [] }
  }

  /// In the order of the types.
  static let all: [StarterMetrics] = [
    StarterMetrics("ServiceBusNamespace", "ActiveMessages", "DeadletteredMessages", "IncomingMessages"),
    StarterMetrics(
      "Generic", "ConnectionCount", "MessageCount",
      examples: ["resourceUri": "Microsoft.SignalRService/SignalR/my-signalr"]),
    StarterMetrics("StorageQueue", "MessageCount", "TimeSpentInQueue"),
    StarterMetrics("ContainerInstance", "CpuUsage", "MemoryUsage"),
    StarterMetrics("VirtualMachine", "Percentage CPU", "Available Memory Bytes", "VmAvailabilityMetric"),
    StarterMetrics("ContainerRegistry", "SuccessfulPullCount", "SuccessfulPushCount", "StorageUsed"),
    StarterMetrics("NetworkInterface", "BytesReceivedRate", "BytesSentRate"),
    StarterMetrics("CosmosDb", "TotalRequests", "TotalRequestUnits", "NormalizedRUConsumption"),
    StarterMetrics("RedisCache", "serverLoad", "usedmemorypercentage", "connectedclients"),
    StarterMetrics("PostgreSql", "cpu_percent", "memory_percent", "storage_percent", "active_connections"),
    StarterMetrics("SqlDatabase", "cpu_percent", "storage_percent", "deadlock"),
    StarterMetrics("SqlManagedInstance", "avg_cpu_percent", "storage_space_used_mb"),
    StarterMetrics("VirtualMachineScaleSet", "Percentage CPU", "Available Memory Bytes"),
    StarterMetrics("AppPlan", "CpuPercentage", "MemoryPercentage", "HttpQueueLength"),
    StarterMetrics("WebApp", "Requests", "Http5xx", "HttpResponseTime"),
    StarterMetrics("FunctionApp", "FunctionExecutionCount", "Http5xx", "MemoryWorkingSet"),
    StarterMetrics("SqlServer", "dtu_consumption_percent", aggregations: ["dtu_consumption_percent": .average]),
    StarterMetrics("BlobStorage", "BlobCapacity", "BlobCount", "Transactions"),
    StarterMetrics("FileStorage", "FileCapacity", "FileCount", "Transactions"),
    StarterMetrics("StorageAccount", "UsedCapacity", "Transactions", "Availability"),
    StarterMetrics("ApiManagement", "Requests", "Duration", "Capacity"),
    StarterMetrics(
      "IoTHub", "connectedDeviceCount", "d2c.telemetry.ingress.success",
      aggregations: ["d2c.telemetry.ingress.success": .total]),
    StarterMetrics("DeviceProvisioningService", "RegistrationAttempts", "DeviceAssignments"),
    StarterMetrics("KeyVault", "Availability", "ServiceApiHit", "ServiceApiLatency"),
    StarterMetrics("LogicApp", "RunsSucceeded", "RunsFailed", "RunLatency"),
    StarterMetrics("EventHubs", "IncomingMessages", "OutgoingMessages", "ThrottledRequests"),
    StarterMetrics("ExpressRouteCircuit", "BgpAvailability", "BitsInPerSecond", "BitsOutPerSecond"),
    StarterMetrics("ApplicationGateway", "TotalRequests", "FailedRequests", "UnhealthyHostCount"),
    StarterMetrics("NetworkGateway", "AverageBandwidth", "TunnelIngressBytes", "TunnelEgressBytes"),
    StarterMetrics("KubernetesService", "node_cpu_usage_percentage", "node_memory_working_set_percentage"),
    StarterMetrics("AutomationAccount", "TotalJob"),
    StarterMetrics("FrontDoor", "RequestCount", "TotalLatency", "BackendHealthPercentage"),
    StarterMetrics("SqlElasticPool", "cpu_percent", "storage_percent", "workers_percent"),
    StarterMetrics("SynapseApacheSparkPool", "BigDataPoolApplicationsActive", "BigDataPoolAllocatedCores"),
    StarterMetrics("SynapseSqlPool", "DWUUsedPercent", "MemoryUsedPercent", "QueuedQueries"),
    StarterMetrics("SynapseWorkspace", "IntegrationPipelineRunsEnded", "BuiltinSqlPoolDataProcessedBytes"),
    StarterMetrics("MonitorAutoscale", "ObservedCapacity", "ScaleActionsInitiated"),
    StarterMetrics("DataFactory", "PipelineSucceededRuns", "PipelineFailedRuns"),
    StarterMetrics("DataShare", "SucceededShareSynchronizations", "FailedShareSynchronizations"),
    StarterMetrics("ApplicationInsights", "requests/count", "requests/failed", "requests/duration"),
    StarterMetrics("RedisEnterpriseCache", "serverLoad", "usedmemorypercentage", "connectedclients"),
    StarterMetrics("MariaDb", "cpu_percent", "memory_percent", "storage_percent", "active_connections"),
    StarterMetrics("Cdn", "RequestCount", "TotalLatency", "Percentage5XX"),
    StarterMetrics("VirtualNetwork", "IfUnderDDoSAttack", "PacketsInDDoS"),
    StarterMetrics("LoadBalancer", "VipAvailability", "DipAvailability", "UsedSnatPorts"),
    StarterMetrics("MySql", "cpu_percent", "memory_percent", "storage_percent", "active_connections"),
    StarterMetrics(
      "LogAnalytics",
      query: ("Heartbeat | summarize result = dcount(Computer) | project result", "computers")),
    StarterMetrics("DataExplorerCluster", "CPU", "KeepAlive", "IngestionUtilization"),
    StarterMetrics("NatGateway", "DatapathAvailability", "PacketDropCount", "SNATConnectionCount"),
    StarterMetrics("PublicIpAddress", "VipAvailability", "ByteCount", "IfUnderDDoSAttack"),
    StarterMetrics("TrafficManager", "QpsByEndpoint", "ProbeAgentCurrentEndpointStateByProfileResourceId"),
    StarterMetrics("PowerBiDedicated", "cpu_metric", "overload_metric"),
    StarterMetrics("AzureFirewall", "FirewallHealth", "Throughput", "SNATPortUtilization"),
    StarterMetrics("CognitiveServicesAccount", "TotalCalls", "TotalErrors", "Latency"),
    StarterMetrics("DnsZone", "QueryVolume", "RecordSetCount"),
    StarterMetrics("MongoCluster", "CpuPercent", "MemoryPercent", "StoragePercent"),
  ]
}
