/// The metrics of the types that only an estate of all types has: of each a few of Azure's, with a few of their
/// dimensions.
extension MetricRow {
  private static let geo = Dimension("GeoType", "Primary", "Secondary")
  private static let response = Dimension("ResponseType", "Success", "ClientOtherError")
  private static let share = Dimension("FileShare", "home", "backup")
  private static let tier = Dimension("Tier", "Hot", "Cool")
  private static let instance = Dimension("Instance", "web-0", "web-1")
  private static let machine = Dimension("VMName", "scale_0", "scale_1")
  private static let node = Dimension("node", "aks-0", "aks-1")
  private static let pool = Dimension("nodepool", "system", "user")
  private static let container = Dimension("containerName", "app", "sidecar")
  private static let entity = Dimension("EntityName")
  private static let hub = Dimension("IotHubName", "iot-a", "iot-b")
  private static let service = Dimension("ProvisioningServiceName", "dps")
  private static let status = Dimension("Status", "succeeded", "failed")

  static let storage: [String: [MetricRow]] = [
    "microsoft.storage/storageaccounts/queueservices": [
      MetricRow("QueueMessageCount", "Count", "Average", from: 3600),
      MetricRow("QueueCount", "Count", "Average", from: 3600),
      MetricRow("QueueCapacity", "Bytes", "Average", from: 3600),
      MetricRow("Transactions", "Count", "Total", response, geo, Dimension("ApiName", "GetMessages", "PutMessage")),
    ],
    "microsoft.storage/storageaccounts/blobservices": [
      MetricRow("BlobCapacity", "Bytes", "Average", from: 3600, Dimension("BlobType", "BlockBlob", "PageBlob"), tier),
      MetricRow("Transactions", "Count", "Total", response, geo, Dimension("ApiName", "GetBlob", "PutBlob")),
      MetricRow("Egress", "Bytes", "Total", geo, Dimension("ApiName", "GetBlob", "PutBlob")),
      MetricRow("ContainerCount", "Count", "Average", from: 3600),
      MetricRow("SuccessServerLatency", "MilliSeconds", "Average", geo, Dimension("ApiName", "GetBlob", "PutBlob")),
    ],
    "microsoft.storage/storageaccounts/fileservices": [
      MetricRow("FileShareCount", "Count", "Average", from: 3600),
      MetricRow("Transactions", "Count", "Total", response, Dimension("ApiName", "Read", "Create"), share),
      MetricRow("FileCapacity", "Bytes", "Average", from: 3600, share, Dimension("Tier", "TransactionOptimized")),
      MetricRow("FileShareMaxUsedIOPS", "CountPerSecond", "Maximum", share),
      MetricRow("Ingress", "Bytes", "Total", geo, share),
    ],
  ]

  static let compute: [String: [MetricRow]] = [
    "microsoft.containerinstance/containergroups": [
      MetricRow("CpuUsage", "Count", "Average", container), MetricRow("MemoryUsage", "Bytes", "Average", container),
      MetricRow("NetworkBytesReceivedPerSecond", "Bytes", "Average"),
      MetricRow("NetworkBytesTransmittedPerSecond", "Bytes", "Average"),
    ],
    "microsoft.containerregistry/registries": [
      MetricRow("TotalPullCount", "Count", "Total"),
      MetricRow("StorageUsed", "Bytes", "Average", from: 3600, Dimension("Geolocation", "westeurope", "eastus")),
      MetricRow("TotalPushCount", "Count", "Total"), MetricRow("RunDuration", "MilliSeconds", "Total"),
      MetricRow("AgentPoolCPUTime", "Seconds", "Total"),
    ],
    "microsoft.containerservice/managedclusters": [
      MetricRow("node_cpu_usage_percentage", "Percent", "Average", node, pool),
      MetricRow("node_memory_working_set_bytes", "Bytes", "Average", node, pool),
      MetricRow(
        "kube_pod_status_phase", "Count", "Average", Dimension("phase", "Running", "Pending"),
        Dimension("namespace", "default", "kube-system")),
      MetricRow("kube_node_status_allocatable_cpu_cores", "Count", "Average"),
      MetricRow("cluster_autoscaler_unschedulable_pods_count", "Count", "Average", from: 300),
    ],
    "microsoft.compute/virtualmachinescalesets": [
      MetricRow("Percentage CPU", "Percent", "Average", machine),
      MetricRow("Network In Total", "Bytes", "Total", machine),
      MetricRow("Network Out Total", "Bytes", "Total", machine),
      MetricRow("OS Disk Queue Depth", "Count", "Average", machine),
      MetricRow("VmAvailabilityMetric", "Count", "Average", machine),
    ],
    "microsoft.web/serverfarms": [
      MetricRow("CpuPercentage", "Percent", "Average", instance),
      MetricRow("MemoryPercentage", "Percent", "Average", instance),
      MetricRow("BytesReceived", "Bytes", "Total", instance),
      MetricRow("HttpQueueLength", "Count", "Average", instance),
      MetricRow("DiskQueueLength", "Count", "Average", instance),
    ],
  ]

  static let messaging: [String: [MetricRow]] = [
    "microsoft.eventhub/namespaces": [
      MetricRow("IncomingMessages", "Count", "Total", entity), MetricRow("OutgoingMessages", "Count", "Total", entity),
      MetricRow("IncomingBytes", "Bytes", "Total", entity), MetricRow("IncomingRequests", "Count", "Total", entity),
      MetricRow("ReplicationLagDuration", "Seconds", "Maximum", entity),
    ],
    "microsoft.devices/iothubs": [
      MetricRow("d2c.endpoints.egress.builtIn.events", "Count", "Total"),
      MetricRow("c2d.methods.success", "Count", "Total"), MetricRow("C2DMessagesExpired", "Count", "Total"),
      MetricRow("configurations", "Count", "Total"), MetricRow("c2d.methods.responseSize", "Bytes", "Average"),
    ],
    "microsoft.devices/provisioningservices": [
      MetricRow("RegistrationAttempts", "Count", "Total", service, hub, status),
      MetricRow("DeviceAssignments", "Count", "Total", service, hub),
      MetricRow("AttestationAttempts", "Count", "Total", service, status, Dimension("Protocol", "amqp", "mqtt")),
    ],
  ]
}
