/// Metrics of databases, of what moves data, and of what manages other resources.
extension MetricRow {
  private static let database = Dimension("DatabaseName", "orders", "users")
  private static let collection = Dimension("CollectionName", "items", "events")
  private static let server = Dimension("ServerName", "coordinator", "worker-0")
  private static let shard = Dimension("ShardId", "0", "1")
  private static let cacheInstance = Dimension("InstanceId", "0", "1")
  private static let failure = Dimension("FailureType", "UserError", "SystemError")
  private static let activity = Dimension("ActivityType", "Copy", "Lookup")
  private static let pipeline = Dimension("PipelineName")
  private static let result = Dimension("Result", "Succeeded", "Failed")
  private static let ended = Dimension("JobResult", "Succeeded", "Failed")
  private static let submitter = Dimension("SubmitterId", "alice", "bob")
  private static let defined = Dimension("IsUserDefined", "True", "False")
  private static let databasePart = Dimension("DatabaseResourceId", partsOfResource: "databases/master", "databases/db")
  private static let poolPart = Dimension("ElasticPoolResourceId", partsOfResource: "elasticPools/pool")
  private static let region = Dimension("Region", "West Europe", "East US")
  private static let api = Dimension("ApiName", "Translate", "Analyze")
  private static let operation = Dimension("OperationName", "Text", "Image")
  private static let location = Dimension("Location")
  private static let host = Dimension("Hostname", "api.example.com", "internal.example.com")
  private static let roleName = Dimension("cloud/roleName", "shop", "billing")
  private static let roleInstance = Dimension("cloud/roleInstance", "shop-0", "shop-1")
  private static let success = Dimension("request/success", "True", "False")

  /// What Azure has for each database server under one name.
  private static func relational(_ dimensions: Dimension...) -> [MetricRow] {
    [
      ("cpu_percent", "Percent", "Average"), ("active_connections", "Count", "Average"),
      ("memory_percent", "Percent", "Average"), ("storage_percent", "Percent", "Average"),
      ("network_bytes_egress", "Bytes", "Total"),
    ].map { MetricRow($0.0, $0.1, $0.2, dimensions: dimensions) }
  }

  static let data: [String: [MetricRow]] = [
    "microsoft.dbforpostgresql/servers": relational(), "microsoft.dbforpostgresql/flexibleservers": relational(),
    "microsoft.dbforpostgresql/servergroupsv2": relational(server), "microsoft.dbformariadb/servers": relational(),
    "microsoft.dbformysql/servers": relational(), "microsoft.dbformysql/flexibleservers": relational(),
    "microsoft.documentdb/databaseaccounts": [
      MetricRow("TotalRequestUnits", "Count", "Total", database, collection),
      MetricRow(
        "TotalRequests", "Count", "Count", database, collection, Dimension("StatusCode", "200", "404", "429")),
      MetricRow("DataUsage", "Bytes", "Total", from: 300, collection, database),
      MetricRow("ProvisionedThroughput", "Count", "Maximum", from: 300, database, collection),
      MetricRow("ServiceAvailability", "Percent", "Average", from: 3600),
    ],
    "microsoft.documentdb/mongoclusters": [
      MetricRow("CpuPercent", "Percent", "Average", server), MetricRow("MemoryPercent", "Percent", "Average", server),
      MetricRow("StorageUsed", "Bytes", "Average", server),
      MetricRow(
        "MongoRequestDurationMs", "MilliSeconds", "Average", Dimension("Operation", "find", "insert"),
        Dimension("StatusCode", "0", "1")),
    ],
    "microsoft.cache/redis": [
      MetricRow("cachehits", "Count", "Total", shard), MetricRow("connectedclients", "Count", "Maximum", shard),
      MetricRow("serverLoad", "Percent", "Maximum", shard),
      MetricRow("errors", "Count", "Maximum", shard, Dimension("ErrorType", "Failover", "Dataloss")),
      MetricRow("cacheRead", "BytesPerSecond", "Maximum", shard),
    ],
    "microsoft.cache/redisenterprise": [
      MetricRow("cachehits", "Count", "Total", from: 300),
      MetricRow("connectedclients", "Count", "Maximum", from: 300, cacheInstance),
      MetricRow("serverLoad", "Percent", "Maximum", from: 300),
      MetricRow("cacheRead", "BytesPerSecond", "Maximum", from: 300, cacheInstance),
    ],
    "microsoft.sql/managedinstances": [
      MetricRow("avg_cpu_percent", "Percent", "Average"), MetricRow("io_bytes_read", "Bytes", "Average"),
      MetricRow("io_requests", "Count", "Average"), MetricRow("storage_space_used_mb", "Count", "Average"),
    ],
    // Azure's list has nothing of servers; Promitor's own documentation names these.
    "microsoft.sql/servers": [
      MetricRow("dtu_consumption_percent", "Percent", "Average", databasePart, poolPart),
      MetricRow("dtu_used", "Count", "Average", databasePart), MetricRow("storage_used", "Bytes", "Average", poolPart),
    ],
    "microsoft.sql/servers/elasticpools": [
      MetricRow("cpu_percent", "Percent", "Average"), MetricRow("dtu_consumption_percent", "Percent", "Average"),
      MetricRow("eDTU_used", "Count", "Average"), MetricRow("storage_used", "Bytes", "Average"),
      MetricRow("sessions_percent", "Percent", "Average"),
    ],
    "microsoft.synapse/workspaces": [
      MetricRow("BuiltinSqlPoolDataProcessedBytes", "Bytes", "Total"),
      MetricRow("BuiltinSqlPoolRequestsEnded", "Count", "Total", result),
      MetricRow(
        "IntegrationPipelineRunsEnded", "Count", "Total", result, Dimension("Pipeline", "nightly", "hourly")),
    ],
    "microsoft.synapse/workspaces/bigdatapools": [
      MetricRow("BigDataPoolAllocatedCores", "Count", "Maximum", submitter),
      MetricRow("BigDataPoolApplicationsEnded", "Count", "Total", Dimension("JobType", "batch", "session"), ended),
      MetricRow("BigDataPoolAllocatedMemory", "Count", "Maximum", submitter),
      MetricRow("BigDataPoolApplicationsActive", "Count", "Maximum", Dimension("JobState", "running", "starting")),
    ],
    "microsoft.synapse/workspaces/sqlpools": [
      MetricRow("CPUPercent", "Percent", "Maximum"), MetricRow("Connections", "Count", "Total", result),
      MetricRow("ActiveQueries", "Count", "Total", defined), MetricRow("DWUUsedPercent", "Percent", "Maximum"),
    ],
    "microsoft.datafactory/factories": [
      MetricRow("PipelineSucceededRuns", "Count", "Total", failure, Dimension("Name")),
      MetricRow("ActivitySucceededRuns", "Count", "Total", activity, pipeline),
      MetricRow("PipelineFailedRuns", "Count", "Total", failure, Dimension("Name")),
      MetricRow("ActivityFailedRuns", "Count", "Total", activity, pipeline, failure),
      MetricRow("ActivityCancelledRuns", "Count", "Total", activity, pipeline),
      MetricRow("TriggerSucceededRuns", "Count", "Total", Dimension("Name"), failure),
    ],
    "microsoft.datashare/accounts": [
      MetricRow("ShareCount", "Count", "Maximum", from: 86_400, Dimension("ShareName")),
      MetricRow("ShareSubscriptionCount", "Count", "Maximum", from: 86_400, Dimension("ShareSubscriptionName")),
      MetricRow("SucceededShareSynchronizations", "Count", "Count", from: 86_400),
    ],
    "microsoft.kusto/clusters": [
      MetricRow("CPU", "Percent", "Average"),
      MetricRow("QueryDuration", "MilliSeconds", "Average", Dimension("QueryStatus", "Completed", "Failed")),
      MetricRow("KeepAlive", "Count", "Average"),
      MetricRow(
        "BatchesProcessed", "Count", "Total", Dimension("Database", "telemetry", "logs"),
        Dimension("SealReason", "Time", "Size")),
    ],
    "microsoft.powerbidedicated/capacities": [
      MetricRow("cpu_metric", "Percent", "Average"), MetricRow("overload_metric", "Count", "Average"),
    ],
  ]

  static let management: [String: [MetricRow]] = [
    "microsoft.apimanagement/service": [
      MetricRow("Capacity", "Percent", "Average", location),
      MetricRow(
        "Requests", "Count", "Total", location, Dimension("GatewayResponseCodeCategory", "2xx", "4xx", "5xx")),
      MetricRow("Duration", "MilliSeconds", "Average", location, host),
      MetricRow("BackendDuration", "MilliSeconds", "Average", location, host),
      MetricRow("EventHubTotalEvents", "Count", "Total", location),
    ],
    "microsoft.automation/automationaccounts": [
      MetricRow("TotalJob", "Count", "Total", Dimension("Runbook"), Dimension("Status", "Completed", "Failed")),
      MetricRow(
        "TotalUpdateDeploymentRuns", "Count", "Total", Dimension("Status", "Succeeded", "Failed"),
        Dimension("SoftwareUpdateConfigurationName", "weekly", "monthly")),
      MetricRow("HybridWorkerPing", "Count", "Count", Dimension("HybridWorkerGroup", "office", "factory")),
    ],
    "microsoft.insights/autoscalesettings": [
      MetricRow("ObservedCapacity", "Count", "Average"),
      MetricRow("ObservedMetricValue", "Count", "Average", Dimension("MetricTriggerSource", "vmss")),
      MetricRow("MetricThreshold", "Count", "Average", Dimension("MetricTriggerRule", "up", "down")),
      MetricRow("ScaleActionsInitiated", "Count", "Total", Dimension("ScaleDirection", "Increase", "Decrease")),
    ],
    "microsoft.insights/components": [
      MetricRow("requests/count", "Count", "Count", success, roleName),
      MetricRow("requests/duration", "MilliSeconds", "Average", success, roleName),
      MetricRow("exceptions/count", "Count", "Count", roleName, roleInstance),
      MetricRow("performanceCounters/processCpuPercentage", "Percent", "Average", roleInstance),
      MetricRow(
        "availabilityResults/availabilityPercentage", "Percent", "Average",
        Dimension("availabilityResult/name", "home", "checkout"),
        Dimension("availabilityResult/location", "West Europe", "East US")),
    ],
    "microsoft.operationalinsights/workspaces": [
      MetricRow("AvailabilityRate_Query", "Percent", "Average", Dimension("IsUserQuery", "True", "False")),
      MetricRow(
        "Average_% Processor Time", "Count", "Average", Dimension("Computer", "web-0", "web-1"),
        Dimension("InstanceName", "_Total")),
      MetricRow("Average_% Used Memory", "Count", "Average", Dimension("Computer", "web-0", "web-1")),
    ],
    "microsoft.cognitiveservices/accounts": [
      MetricRow("TotalCalls", "Count", "Total", api, operation, region),
      MetricRow("Latency", "MilliSeconds", "Average", api, region),
      MetricRow("TotalErrors", "Count", "Total", api, operation, region),
      MetricRow("SuccessfulCalls", "Count", "Total", api, operation, region),
      MetricRow("DataIn", "Bytes", "Total", api, region),
    ],
  ]
}
