// swift-format-ignore-file
// Made by ci/metric-catalog.

/// Microsoft's table of the metrics of Azure Monitor (github.com/MicrosoftDocs/azure-reference-other,
/// azure-monitor-ref/supported-metrics/includes, commit bea53845fef9), without descriptions.
enum MetricCatalogData {
  /// The day of the table.
  static var date: String { "2024-11-20" }

  /// Lines. One that begins with a letter is an ARM type, lower-cased; types are in the order of their bytes. One that
  /// begins with `-` gives what the metrics behind it share: the unit, the first aggregation that the table has, the
  /// shortest grain in seconds, and the dimensions, if any. One that begins with a blank is the name of a metric.
  static var text: String { #"""
microsoft.aad/domainservices
-CountPerSecond average 60 DataCenter,Tenant,Role,RoleInstance,ScaleUnit
 \DirectoryServices(NTDS)\LDAP Searches/sec
 \DirectoryServices(NTDS)\LDAP Successful Binds/sec
 \DNS\Total Query Received/sec
 \DNS\Total Response Sent/sec
 \Security System-Wide Statistics\Kerberos Authentications
 \Security System-Wide Statistics\NTLM Authentications
-Percent average 60 DataCenter,Tenant,Role,RoleInstance,ScaleUnit
 \Memory\% Committed Bytes In Use
 \Process(dns)\% Processor Time
 \Process(lsass)\% Processor Time
 \Processor(_Total)\% Processor Time
microsoft.analysisservices/servers
-Count average 60 ServerResourceType
 CleanerCurrentPrice
 CommandPoolBusyThreads
 CommandPoolIdleThreads
 CommandPoolJobQueueLength
 CurrentConnections
 CurrentUserSessions
 LongParsingBusyThreads
 LongParsingIdleThreads
 LongParsingJobQueueLength
 mashup_engine_qpu_metric
 ProcessingPoolBusyIOJobThreads
 ProcessingPoolBusyNonIOThreads
 ProcessingPoolIdleIOJobThreads
 ProcessingPoolIdleNonIOThreads
 ProcessingPoolIOJobQueueLength
 ProcessingPoolJobQueueLength
 qpu_metric
 QueryPoolBusyThreads
 QueryPoolIdleThreads
 QueryPoolJobQueueLength
 QuotaBlocked
 ShortParsingBusyThreads
 ShortParsingIdleThreads
 ShortParsingJobQueueLength
 TotalConnectionFailures
 TotalConnectionRequests
-Bytes average 60 ServerResourceType
 CleanerMemoryNonshrinkable
 CleanerMemoryShrinkable
 mashup_engine_memory_metric
 mashup_engine_private_bytes_metric
 mashup_engine_virtual_bytes_metric
 memory_metric
 MemoryLimitHard
 MemoryLimitHigh
 MemoryLimitLow
 MemoryLimitVertiPaq
 MemoryUsage
 private_bytes_metric
 Quota
 VertiPaqNonpaged
 VertiPaqPaged
 virtual_bytes_metric
-Percent average 60 ServerResourceType
 memory_thrashing_metric
-CountPerSecond average 60 ServerResourceType
 RowsConvertedPerSec
 RowsReadPerSec
 RowsWrittenPerSec
 SuccessfullConnectionsPerSec
microsoft.apimanagement/service
-MilliSeconds average 60 Location,Hostname,ApiId
 BackendDuration
 Duration
-Percent average 60 Location
 Capacity
-Count total 60 Location,Source,Destination,State
 ConnectionAttempts
-Percent average 60
 CpuPercent_Gateway
 MemoryPercent_Gateway
-Count total 60 Location
 EventHubDroppedEvents
 EventHubRejectedEvents
 EventHubSuccessfulEvents
 EventHubThrottledEvents
 EventHubTimedoutEvents
 EventHubTotalEvents
 EventHubTotalFailedEvents
-Bytes total 60 Location
 EventHubTotalBytesSent
-Count total 60 Location,Hostname
 FailedRequests
 OtherRequests
 SuccessfulRequests
 TotalRequests
 UnauthorizedRequests
-Count total 60 Location,ResourceType
 NetworkConnectivity
-Count total 60 Location,Hostname,LastErrorReason,BackendResponseCode,GatewayResponseCode,BackendResponseCodeCategory,GatewayResponseCodeCategory,ApiId
 Requests
-Count total 60 Location,Source,Destination
 WebSocketMessages
microsoft.app/containerapps
-Count maximum 60 revisionName
 CoresQuotaUsed
-Count average 60 revisionName,podName,container,poolName
 JvmBufferCount
-Bytes average 60 revisionName,podName,container,poolName
 JvmBufferMemoryLimit
 JvmBufferMemoryUsage
-Count total 60 revisionName,podName,container,gcName
 JvmGcCount
-MilliSeconds total 60 revisionName,podName,container,gcName
 JvmGcDuration
-Bytes average 60 revisionName,podName,container,poolName,poolType
 JvmMemoryCommitted
 JvmMemoryLimit
 JvmMemoryUsed
-Bytes average 60 revisionName,podName,container,poolType
 JvmMemoryTotalCommitted
 JvmMemoryTotalLimit
 JvmMemoryTotalUsed
-Count average 60 revisionName,podName,container,daemon,threadState
 JvmThreadCount
-Count average 60 revisionName
 Replicas
-Count average 60 revisionName,podName,statusCodeCategory,statusCode
 Requests
-Count total 60 revisionName
 ResiliencyConnectTimeouts
 ResiliencyEjectedHosts
 ResiliencyEjectionsAborted
 ResiliencyRequestRetries
 ResiliencyRequestsPendingConnectionPool
 ResiliencyRequestTimeouts
-Count average 60 revisionName,podName
 RestartCount
-Bytes average 60 revisionName,podName
 RxBytes
 TxBytes
-Count average 60
 TotalCoresQuotaUsed
-NanoCores total 60 revisionName,podName
 UsageNanoCores
-Bytes total 60 revisionName,podName
 WorkingSetBytes
microsoft.app/jobs
-Count average 60 state,jobName,executionName
 Executions
-Bytes total 60 state,jobName,executionName
 Usage Bytes
-NanoCores total 60 state,jobName,executionName
 UsageNanoCores
microsoft.app/managedenvironments
-Count average 60
 EnvCoresQuotaLimit
-Percent average 60
 EnvCoresQuotaUtilization
microsoft.appconfiguration/configurationstores
-Percent minimum 60
 DailyStorageUsage
-Count total 60 StatusCode,Authentication,Endpoint
 HttpIncomingRequestCount
-MilliSeconds average 60 StatusCode,Authentication,Endpoint
 HttpIncomingRequestDuration
-MilliSeconds average 60 Endpoint
 ReplicationLatency
-Percent minimum 60 Endpoint,OperationType
 RequestQuotaUsage
-Count minimum 60
 SnapshotStorageSize
-Count total 60 Endpoint
 ThrottledHttpRequestCount
microsoft.appplatform/spring
-Count maximum 60 Deployment,AppName,Pod
 active-timer-count
 assembly-count
 gc-heap-size
 requests-per-second
 threadpool-completed-items-count
 threadpool-queue-length
 threadpool-thread-count
 working-set
-Bytes maximum 60 Deployment,AppName,Pod
 alloc-rate
 gen-0-size
 gen-1-size
 gen-2-size
 jvm.gc.live.data.size
 jvm.gc.max.data.size
 jvm.gc.memory.allocated
 jvm.gc.memory.promoted
 jvm.memory.committed
 jvm.memory.max
 jvm.memory.used
 loh-size
-Percent maximum 60 Deployment,AppName,Pod
 AppCpuUsage
 cpu-usage
 PodCpuUsage
 PodMemoryUsage
 process.cpu.usage
 system.cpu.usage
 time-in-gc
-Count average 60 Deployment,AppName,Pod
 current-requests
 failed-requests
 total-requests
-Count total 60 Deployment,AppName,Pod
 exception-count
 gen-0-gc-count
 gen-1-gc-count
 gen-2-gc-count
 jvm.gc.pause.total.count
 monitor-lock-contention-count
 tomcat.global.error
 tomcat.global.request.total.count
 tomcat.sessions.active.current
 tomcat.sessions.active.max
 tomcat.sessions.created
 tomcat.sessions.expired
 tomcat.sessions.rejected
 tomcat.threads.config.max
 tomcat.threads.current
-MilliSeconds maximum 60 Pod,httpStatusCode,outcome,httpMethod
 GatewayHttpServerRequestsMilliSecondsMax
-Count total 60 Pod,httpStatusCode,outcome,httpMethod
 GatewayHttpServerRequestsSecondsCount
-Bytes maximum 60 Pod
 GatewayJvmGcLiveDataSizeBytes
 GatewayJvmGcMaxDataSizeBytes
 GatewayJvmGcMemoryAllocatedBytesTotal
 GatewayJvmGcMemoryPromotedBytesTotal
 GatewayJvmMemoryCommittedBytes
 GatewayJvmMemoryUsedBytes
-Count total 60 Pod
 GatewayJvmGcPauseSecondsCount
 GatewayRatelimitThrottledCount
-Seconds maximum 60 Pod
 GatewayJvmGcPauseSecondsMax
-Seconds total 60 Pod
 GatewayJvmGcPauseSecondsSum
-Percent maximum 60 Pod
 GatewayProcessCpuUsage
 GatewaySystemCpuUsage
-Bytes maximum 60 Hostname,HttpStatus
 IngressBytesReceived
 IngressBytesSent
-BytesPerSecond maximum 60 Hostname,HttpStatus
 IngressBytesReceivedRate
 IngressBytesSentRate
-Count maximum 60 Hostname,HttpStatus
 IngressFailedRequests
 IngressRequests
 IngressResponseStatus
-Seconds maximum 60 Hostname,HttpStatus
 IngressResponseTime
-MilliSeconds total 60 Deployment,AppName,Pod
 jvm.gc.pause.total.time
 tomcat.global.request.total.time
-Bytes total 60 Deployment,AppName,Pod
 PodNetworkIn
 PodNetworkOut
 tomcat.global.received
 tomcat.global.sent
-Count total 60 containerAppName,podName,statusCodeCategory,statusCode
 Requests
-Count total 60 containerAppName,podName
 RestartCount
-Bytes total 60 containerAppName,podName
 RxBytes
 TxBytes
 WorkingSetBytes
-MilliSeconds maximum 60 Deployment,AppName,Pod
 tomcat.global.request.avg.time
 tomcat.global.request.max
 tomcat.sessions.alive.max
-NanoCores total 60 containerAppName,podName
 UsageNanoCores
microsoft.automation/automationaccounts
-Count total 60 HybridWorkerGroup,HybridWorker,HybridWorkerVersion
 HybridWorkerPing
-Count total 60 Runbook,Status
 TotalJob
-Count total 60 Status,TargetComputer,SoftwareUpdateConfigurationName,SoftwareUpdateConfigurationRunId
 TotalUpdateDeploymentMachineRuns
-Count total 60 Status,SoftwareUpdateConfigurationName
 TotalUpdateDeploymentRuns
microsoft.avs/privateclouds
-Bytes average 1800 dsname
 CapacityLatest
 DiskCapacityLatest
 DiskUsedLatest
 UsedLatest
-Bytes average 300 clustername
 ClusterSummaryEffectiveMemory
 ClusterSummaryTotalMemCapacityMB
 EffectiveMemAverage
 MemOverheadAverage
 TotalMbAverage
-Percent average 300 clustername
 CpuUsageAverage
 EffectiveCpuAverage
 MemUsageAverage
 UsageAverage
-Percent average 300 dsname
 DiskUsedPercentage
-Bytes average 1800 clustername
 OverheadAverage
microsoft.azuresphere/catalogs
-Count minimum 86400
 CatalogCertificateDaysToExpiration
-Count count 60 DeviceId,EventCategory,EventClass,EventType
 DeviceEventsCount
-Count count 60 DeviceId,OperationName,ResultType
 DeviceRequestsCount
microsoft.azurestackhci/clusters
-Seconds minimum 60 ClusterName,ClusterNodeName,LUN
 Cluster CSVFS\Avg. sec/Read
 Cluster CSVFS\Avg. sec/Write
 PhysicalDisk\Avg. Disk sec/Read
 PhysicalDisk\Avg. Disk sec/Transfer
 PhysicalDisk\Avg. Disk sec/Write
 Volume Latency Average
-BytesPerSecond minimum 60 ClusterName,ClusterNodeName,LUN
 Cluster CSVFS\Read Bytes/sec
 Cluster CSVFS\Write Bytes/sec
 PhysicalDisk\Disk Bytes/sec
 physicaldisk\Disk Read Bytes/sec
 physicaldisk\Disk Write Bytes/sec
 Volume Throughput Total
-CountPerSecond minimum 60 ClusterName,ClusterNodeName,LUN
 Cluster CSVFS\Reads/sec
 Cluster CSVFS\Writes/sec
 Clusternode CsvCache Read Hit
 Clusternode Csvcache Read Miss
 physicaldisk\disk reads/sec
 physicaldisk\disk transfers/sec
 physicaldisk\disk writes/sec
 Volume IOPS Total
-Bytes minimum 60 ClusterName,ClusterNodeName
 Cluster Node Storage Degraded
 Clusternode Memory Used
 Memory\Available Bytes
 NUMA Node Memory\Total MBytes
-Percent minimum 60 ClusterName,ClusterNodeName
 Clusternode CPU Usage Guest
 ClusterNode Memory Usage
 Hyper-V Hypervisor Logical Processor\% Total Run Time
 Hyper-V Hypervisor Root Virtual Processor\% Guest Run Time
 Percentage Memory Guest
 Percentage Memory Host
-Percent minimum 60 ClusterName,ClusterNodeName,LUN
 Clusternode Csvcache Read Hitrate
-Percent minimum 60 ClusterName,ClusterNodeName,Instance,LUN
 Hyper-V Dynamic Memory VM\Current Pressure
-Bytes minimum 60 ClusterName,ClusterNodeName,Instance,LUN
 Hyper-V Dynamic Memory VM\Guest Visible Physical Memory
 VM Assigned Memory
 VM Memory Available
 vm memory maximum
 vm memory minimum
 Vm Memory Startup
 VM Memory Used
-BitsPerSecond minimum 60 ClusterName,ClusterNodeName,Instance
 Hyper-V Virtual Network Adapter\Bytes Received/sec
 Hyper-V Virtual Network Adapter\Bytes Sent/sec
 Hyper-V Virtual Network Adapter\Bytes/sec
-Seconds minimum 60 ClusterName,ClusterNodeName,Instance
 Hyper-V Virtual Storage Device\Latency
-BytesPerSecond minimum 60 ClusterName,ClusterNodeName,Instance
 Hyper-V Virtual Storage Device\Read Bytes/sec
 Hyper-V Virtual Storage Device\Write Bytes/sec
 VHD Throughput Total
-CountPerSecond minimum 60 ClusterName,ClusterNodeName,Instance
 Hyper-V Virtual Storage Device\Read Operations/Sec
 Hyper-V Virtual Storage Device\Write Operations/Sec
 VHD IOPS Total
-BytesPerSecond minimum 60 ClusterName,ClusterNodeName,Instance,LUN
 Netadapter Bandwidth Rdma Total
 Network Adapter\Bytes Received/sec
 Network Adapter\Bytes Sent/sec
 Network Adapter\Bytes Total/sec
 RDMA Activity\RDMA Inbound Bytes/sec
 RDMA Activity\RDMA Outbound Bytes/sec
-Bytes minimum 60 ClusterName,ClusterNodeName,LUN
 Physicaldisk Capacity Size Total
 Physicaldisk Capacity Size Used
 volume size available
 volume size total
-Bytes minimum 60 ClusterName,ClusterNodeName,Instance
 VHD Size Current
 VHD Size Maximum
-Percent minimum 60 ClusterName,ClusterNodeName,Instance
 Virtual Processor Guest Run Time
microsoft.batch/batchaccounts
-Count total 60
 CoreCount
 CreatingNodeCount
 IdleNodeCount
 LeavingPoolNodeCount
 LowPriorityCoreCount
 OfflineNodeCount
 PreemptedNodeCount
 RebootingNodeCount
 ReimagingNodeCount
 RunningNodeCount
 StartingNodeCount
 StartTaskFailedNodeCount
 TotalLowPriorityNodeCount
 TotalNodeCount
 UnusableNodeCount
 WaitingForStartTaskNodeCount
-Count total 60 jobId
 JobDeleteCompleteEvent
 JobDeleteStartEvent
 JobDisableCompleteEvent
 JobDisableStartEvent
 JobStartEvent
 JobTerminateCompleteEvent
 JobTerminateStartEvent
-Count total 60 poolId
 PoolCreateEvent
 PoolDeleteCompleteEvent
 PoolDeleteStartEvent
 PoolResizeCompleteEvent
 PoolResizeStartEvent
-Count total 60 poolId,jobId
 TaskCompleteEvent
 TaskFailEvent
 TaskStartEvent
microsoft.bing/accounts
-Count total 60 ApiName,ServingRegion,StatusCode
 BlockedCalls
 ClientErrors
 ServerErrors
 SuccessfulCalls
 TotalCalls
 TotalErrors
-Bytes total 60 ApiName,ServingRegion,StatusCode
 DataIn
 DataOut
-MilliSeconds average 60 ApiName,ServingRegion,StatusCode
 Latency
microsoft.botservice/botservices
-MilliSeconds total 60 Operation,Authentication,Protocol,DataCenter
 RequestLatency
-Percent count 60 Operation,Authentication,Protocol,StatusCode,StatusCodeClass,DataCenter
 RequestsTraffic
microsoft.botservice/botservices/channels
-MilliSeconds average 60 Operation,Authentication,Protocol,ResourceId,Region
 RequestLatency
-Count average 60 Operation,Authentication,Protocol,ResourceId,Region,StatusCode,StatusCodeClass,StatusText
 RequestsTraffic
microsoft.botservice/botservices/connections
-MilliSeconds average 60 Operation,Authentication,Protocol,ResourceId,Region
 RequestLatency
-Count average 60 Operation,Authentication,Protocol,ResourceId,Region,StatusCode,StatusCodeClass,StatusText
 RequestsTraffic
microsoft.botservice/checknameavailability
-MilliSeconds average 60 Operation,Authentication,Protocol,ResourceId,Region
 RequestLatency
-Count average 60 Operation,Authentication,Protocol,ResourceId,Region,StatusCode,StatusCodeClass,StatusText
 RequestsTraffic
microsoft.botservice/hostsettings
-MilliSeconds average 60 Operation,Authentication,Protocol,ResourceId,Region
 RequestLatency
-Count average 60 Operation,Authentication,Protocol,ResourceId,Region,StatusCode,StatusCodeClass,StatusText
 RequestsTraffic
microsoft.botservice/listauthserviceproviders
-MilliSeconds average 60 Operation,Authentication,Protocol,ResourceId,Region
 RequestLatency
-Count average 60 Operation,Authentication,Protocol,ResourceId,Region,StatusCode,StatusCodeClass,StatusText
 RequestsTraffic
microsoft.botservice/listqnamakerendpointkeys
-MilliSeconds average 60 Operation,Authentication,Protocol,ResourceId,Region
 RequestLatency
-Count average 60 Operation,Authentication,Protocol,ResourceId,Region,StatusCode,StatusCodeClass,StatusText
 RequestsTraffic
microsoft.cache/redis
-Count total 60 ShardId,Port,Primary
 allcachehits
 allcachemisses
 allevictedkeys
 allexpiredkeys
 allgetcommands
 allsetcommands
 alltotalcommandsprocessed
-BytesPerSecond maximum 60 ShardId,Port,Primary
 allcacheRead
 allcacheWrite
-Count maximum 60 ShardId,Port,Primary
 allconnectedclients
 alloperationsPerSecond
 alltotalkeys
 ConnectedClientsUsingAADToken
-CountPerSecond average 60 ShardId,Primary,Ssl
 allConnectionsClosedPerSecond
 allConnectionsCreatedPerSecond
-Percent maximum 60 ShardId,Port,Primary
 allpercentprocessortime
 allserverLoad
 allusedmemorypercentage
-Bytes maximum 60 ShardId,Port,Primary
 allusedmemory
 allusedmemoryRss
-Count total 60 ShardId
 cachehits
 cachemisses
 evictedkeys
 expiredkeys
 getcommands
 setcommands
 totalcommandsprocessed
-Count total 60
 cachehits0
 cachehits1
 cachehits2
 cachehits3
 cachehits4
 cachehits5
 cachehits6
 cachehits7
 cachehits8
 cachehits9
 cachemisses0
 cachemisses1
 cachemisses2
 cachemisses3
 cachemisses4
 cachemisses5
 cachemisses6
 cachemisses7
 cachemisses8
 cachemisses9
 evictedkeys0
 evictedkeys1
 evictedkeys2
 evictedkeys3
 evictedkeys4
 evictedkeys5
 evictedkeys6
 evictedkeys7
 evictedkeys8
 evictedkeys9
 expiredkeys0
 expiredkeys1
 expiredkeys2
 expiredkeys3
 expiredkeys4
 expiredkeys5
 expiredkeys6
 expiredkeys7
 expiredkeys8
 expiredkeys9
 getcommands0
 getcommands1
 getcommands2
 getcommands3
 getcommands4
 getcommands5
 getcommands6
 getcommands7
 getcommands8
 getcommands9
 setcommands0
 setcommands1
 setcommands2
 setcommands3
 setcommands4
 setcommands5
 setcommands6
 setcommands7
 setcommands8
 setcommands9
 totalcommandsprocessed0
 totalcommandsprocessed1
 totalcommandsprocessed2
 totalcommandsprocessed3
 totalcommandsprocessed4
 totalcommandsprocessed5
 totalcommandsprocessed6
 totalcommandsprocessed7
 totalcommandsprocessed8
 totalcommandsprocessed9
-Count average 60 ShardId
 cacheLatency
 GeoReplicationHealthy
-Percent total 60 ShardId
 cachemissrate
-BytesPerSecond maximum 60 ShardId
 cacheRead
 cacheWrite
-BytesPerSecond maximum 60
 cacheRead0
 cacheRead1
 cacheRead2
 cacheRead3
 cacheRead4
 cacheRead5
 cacheRead6
 cacheRead7
 cacheRead8
 cacheRead9
 cacheWrite0
 cacheWrite1
 cacheWrite2
 cacheWrite3
 cacheWrite4
 cacheWrite5
 cacheWrite6
 cacheWrite7
 cacheWrite8
 cacheWrite9
-Count maximum 60 ShardId
 connectedclients
 operationsPerSecond
 totalkeys
-Count maximum 60
 connectedclients0
 connectedclients1
 connectedclients2
 connectedclients3
 connectedclients4
 connectedclients5
 connectedclients6
 connectedclients7
 connectedclients8
 connectedclients9
 operationsPerSecond0
 operationsPerSecond1
 operationsPerSecond2
 operationsPerSecond3
 operationsPerSecond4
 operationsPerSecond5
 operationsPerSecond6
 operationsPerSecond7
 operationsPerSecond8
 operationsPerSecond9
 totalkeys0
 totalkeys1
 totalkeys2
 totalkeys3
 totalkeys4
 totalkeys5
 totalkeys6
 totalkeys7
 totalkeys8
 totalkeys9
-Count maximum 60 ShardId,ErrorType
 errors
-Seconds average 60 ShardId
 GeoReplicationConnectivityLag
-Bytes average 60 ShardId
 GeoReplicationDataSyncOffset
-Count count 60 ShardId
 GeoReplicationFullSyncEventFinished
 GeoReplicationFullSyncEventStarted
-Count average 60
 LatencyP99
-Percent maximum 60 ShardId
 percentProcessorTime
 serverLoad
 usedmemorypercentage
-Percent maximum 60
 percentProcessorTime0
 percentProcessorTime1
 percentProcessorTime2
 percentProcessorTime3
 percentProcessorTime4
 percentProcessorTime5
 percentProcessorTime6
 percentProcessorTime7
 percentProcessorTime8
 percentProcessorTime9
 serverLoad0
 serverLoad1
 serverLoad2
 serverLoad3
 serverLoad4
 serverLoad5
 serverLoad6
 serverLoad7
 serverLoad8
 serverLoad9
-Bytes maximum 60 ShardId
 usedmemory
 usedmemoryRss
-Bytes maximum 60
 usedmemory0
 usedmemory1
 usedmemory2
 usedmemory3
 usedmemory4
 usedmemory5
 usedmemory6
 usedmemory7
 usedmemory8
 usedmemory9
 usedmemoryRss0
 usedmemoryRss1
 usedmemoryRss2
 usedmemoryRss3
 usedmemoryRss4
 usedmemoryRss5
 usedmemoryRss6
 usedmemoryRss7
 usedmemoryRss8
 usedmemoryRss9
microsoft.cache/redisenterprise
-Count total 300
 cachehits
 cachemisses
 evictedkeys
 expiredkeys
 getcommands
 setcommands
 totalcommandsprocessed
-Count average 300 InstanceId
 cacheLatency
-BytesPerSecond maximum 300 InstanceId
 cacheRead
 cacheWrite
-Count maximum 300 InstanceId
 connectedclients
-Count maximum 300
 geoReplicationHealthy
 operationsPerSecond
 totalkeys
-Percent maximum 300 InstanceId
 percentProcessorTime
-Percent maximum 300
 serverLoad
 usedmemorypercentage
-Bytes maximum 300
 usedmemory
microsoft.cdn/cdnwebapplicationfirewallpolicies
-Count total 60 PolicyName,RuleName,Action
 WebApplicationFirewallRequestCount
microsoft.cdn/profiles
-Percent average 60 Endpoint
 ByteHitRatio
-Percent average 60 Origin,OriginGroup
 OriginHealthPercentage
-MilliSeconds average 60 Origin,Endpoint
 OriginLatency
-Count total 60 HttpStatus,HttpStatusGroup,Origin,Endpoint
 OriginRequestCount
-Percent average 60 Endpoint,ClientRegion,ClientCountry
 Percentage4XX
 Percentage5XX
-Count total 60 HttpStatus,HttpStatusGroup,ClientRegion,ClientCountry,Endpoint
 RequestCount
-Bytes total 60 HttpStatus,HttpStatusGroup,ClientRegion,ClientCountry,Endpoint
 RequestSize
 ResponseSize
-MilliSeconds average 60 HttpStatus,HttpStatusGroup,ClientRegion,ClientCountry,Endpoint
 TotalLatency
-Count total 60 PolicyName,RuleName,Action
 WebApplicationFirewallJsRequestCount
 WebApplicationFirewallRequestCount
microsoft.classiccompute/domainnames/slots/roles
-BytesPerSecond average 60 RoleInstanceId
 Disk Read Bytes/Sec
 Disk Write Bytes/Sec
-CountPerSecond average 60 RoleInstanceId
 Disk Read Operations/Sec
 Disk Write Operations/Sec
-Bytes total 60 RoleInstanceId
 Network In
 Network Out
-Percent average 60 RoleInstanceId
 Percentage CPU
microsoft.classiccompute/virtualmachines
-BytesPerSecond average 60
 Disk Read Bytes/Sec
 Disk Write Bytes/Sec
-CountPerSecond average 60
 Disk Read Operations/Sec
 Disk Write Operations/Sec
-Bytes total 60
 Network In
 Network Out
-Percent average 60
 Percentage CPU
microsoft.classicstorage/storageaccounts
-Percent average 60 GeoType,ApiName,Authentication
 Availability
-Bytes total 60 GeoType,ApiName,Authentication
 Egress
 Ingress
-MilliSeconds average 60 GeoType,ApiName,Authentication
 SuccessE2ELatency
 SuccessServerLatency
-Count total 60 ResponseType,GeoType,ApiName,Authentication
 Transactions
-Bytes average 3600
 UsedCapacity
microsoft.classicstorage/storageaccounts/blobservices
-Percent average 60 GeoType,ApiName,Authentication
 Availability
-Bytes average 3600 BlobType,Tier
 BlobCapacity
-Count average 3600 BlobType,Tier
 BlobCount
-Count average 3600
 ContainerCount
-Bytes total 60 GeoType,ApiName,Authentication
 Egress
 Ingress
-Bytes average 3600
 IndexCapacity
-MilliSeconds average 60 GeoType,ApiName,Authentication
 SuccessE2ELatency
 SuccessServerLatency
-Count total 60 ResponseType,GeoType,ApiName,Authentication
 Transactions
microsoft.classicstorage/storageaccounts/fileservices
-Percent average 60 GeoType,ApiName,Authentication,FileShare
 Availability
-Bytes total 60 GeoType,ApiName,Authentication,FileShare
 Egress
 Ingress
-Bytes average 3600 FileShare
 FileCapacity
 FileShareQuota
 FileShareSnapshotSize
-Count average 3600 FileShare
 FileCount
 FileShareSnapshotCount
-Count average 3600
 FileShareCount
-MilliSeconds average 60 GeoType,ApiName,Authentication,FileShare
 SuccessE2ELatency
 SuccessServerLatency
-Count total 60 ResponseType,GeoType,ApiName,Authentication,FileShare
 Transactions
microsoft.classicstorage/storageaccounts/queueservices
-Percent average 60 GeoType,ApiName,Authentication
 Availability
-Bytes total 60 GeoType,ApiName,Authentication
 Egress
 Ingress
-Bytes average 3600
 QueueCapacity
-Count average 3600
 QueueCount
 QueueMessageCount
-MilliSeconds average 60 GeoType,ApiName,Authentication
 SuccessE2ELatency
 SuccessServerLatency
-Count total 60 ResponseType,GeoType,ApiName,Authentication
 Transactions
microsoft.classicstorage/storageaccounts/tableservices
-Percent average 60 GeoType,ApiName,Authentication
 Availability
-Bytes total 60 GeoType,ApiName,Authentication
 Egress
 Ingress
-MilliSeconds average 60 GeoType,ApiName,Authentication
 SuccessE2ELatency
 SuccessServerLatency
-Bytes average 3600
 TableCapacity
-Count average 3600
 TableCount
 TableEntityCount
-Count total 60 ResponseType,GeoType,ApiName,Authentication
 Transactions
microsoft.clusterstor/nodes
-Bytes average 60 filesystem_name,category,system
 TotalCapacityAvailable
 TotalCapacityUsed
-BytesPerSecond average 60 filesystem_name,category,system
 TotalRead
 TotalWrite
microsoft.codesigning/codesigningaccounts
-Count count 60 CertType,Region,TenantId
 SignCompleted
microsoft.cognitiveservices/accounts
-Count total 60 FeatureId,Mode,RunId
 ActionFeatureIdOccurrences
 ContextFeatureIdOccurrences
 SlotFeatureIdOccurrences
-Count average 60 Mode,RunId
 ActionFeaturesPerEvent
 ActionNamespacesPerEvent
 ActionsPerEvent
 BaselineEstimatorOverallReward
 BaselineRandomEstimatorOverallReward
 ContextFeaturesPerEvent
 ContextNamespacesPerEvent
 NumberOfSlots
 OnlineEstimatorOverallReward
 SlotFeaturesPerEvent
 SlotNamespacesPerEvent
-Count total 60 ActionId,Mode,RunId
 ActionIdOccurrences
-Count minimum 60 Region,ModelDeploymentName,ModelName,ModelVersion
 ActiveTokens
-Count total 60 ApiName,FeatureName,UsageChannel,Region
 AudioSecondsTranscribed
 AudioSecondsTranslated
 AvatarModelHostingSeconds
 ComputerVisionTransactions
 CustomVisionTransactions
 DocumentCharactersTranslated
 DocumentCustomCharactersTranslated
 FaceImagesTrained
 FacesStored
 FaceTransactions
 ImagesStored
 LUISSpeechRequests
 LUISTextRequests
 NumberofSpeakerProfiles
 OneDocumentCharactersTranslated
 ProcessedCharacters
 ProcessedHealthTextRecords
 ProcessedImages
 ProcessedPages
 ProcessedTextRecords
 QuestionAnsweringTextRecords
 SpeakerRecognitionTransactions
 SpeechModelHostingHours
 SynthesizedCharacters
 TextCharactersTranslated
 TextCustomCharactersTranslated
 TextTrainedCharacters
 VideoSecondsSynthesized
 VoiceModelHostingHours
 VoiceModelTrainingMinutes
-Percent minimum 60 Region,ModelDeploymentName,ModelName,ModelVersion
 AzureOpenAIContextTokensCacheMatchRate
-Percent minimum 60 Region,StreamType,ModelDeploymentName,ModelName,ModelVersion
 AzureOpenAIProvisionedManagedUtilization
 AzureOpenAIProvisionedManagedUtilizationV2
-Count total 60 ApiName,OperationName,Region,StreamType,ModelDeploymentName,ModelName,ModelVersion,StatusCode
 AzureOpenAIRequests
-MilliSeconds minimum 60 ApiName,OperationName,Region,StreamType,ModelDeploymentName,ModelName,ModelVersion,StatusCode
 AzureOpenAITimeToResponse
-Count average 60 SlotId,SlotIndex,Mode,RunId
 BaselineEstimatorSlotReward
 BaselineRandomEstimatorSlotReward
 OnlineEstimatorSlotReward
-Count total 60 Mode,RunId
 BaselineRandomEventCount
 BaselineRandomReward
 MatchedRewards
 NonActivatedEvents
 ObservedRewards
 OnlineEventCount
 OnlineReward
 TotalEvents
 UserBaselineEventCount
 UserBaselineReward
-Count total 60 ApiName,OperationName,Region,RatelimitKey
 BlockedCalls
 ClientErrors
 ServerErrors
 SuccessfulCalls
 TotalCalls
 TotalErrors
-Count total 60 Region,Modality,Category,Language,SeverityLevel,UseCustomList
 CarnegieInferenceCount
-Count total 60 ApiName,OperationName,Region
 CharactersTrained
 CharactersTranslated
 TotalTokenCalls
-Count total 60 ApiVersion
 ContentSafetyImageAnalyzeRequestCount
 ContentSafetyTextAnalyzeRequestCount
-Seconds total 60 ApiName,FeatureName,UsageChannel,Region
 CustomVisionTrainingTime
-Bytes total 60 ApiName,OperationName,Region
 DataIn
 DataOut
-Count average 60 FeatureId,Mode,RunId
 FeatureCardinality_Action
 FeatureCardinality_Context
 FeatureCardinality_Slot
-Count total 60 ApiName,ModelDeploymentName,FeatureName,UsageChannel,Region
 FineTunedTrainingHours
-Count total 60 ApiName,ModelDeploymentName,FeatureName,UsageChannel,Region,ModelVersion
 GeneratedTokens
 ProcessedPromptTokens
 TokenTransaction
-MilliSeconds average 60 ApiName,OperationName,Region,RatelimitKey
 Latency
-Count total 60 IsMatchBaseline,Mode,RunId
 LearnedEvents
-Count total 60 Region,ModelDeploymentName
 RAIAbusiveUsersCount
-Count total 60 Region,ModelDeploymentName,ModelName,ModelVersion,ApiName,TextType,Category,Severity
 RAIHarmfulRequests
-Count total 60 Region,ModelDeploymentName,ModelName,ModelVersion,ApiName,TextType,Category
 RAIRejectedRequests
-Count average 60 Region,EventType
 RAISystemEvent
-Count total 60 Region,ModelDeploymentName,ModelName,ModelVersion,ApiName
 RAITotalRequests
-Count total 60 Region,RatelimitKey
 Ratelimit
-Count average 60 BaselineAction,ChosenActionId,MatchesBaseline,NonDefaultReward,Mode,RunId
 Reward
-Count total 60 SlotId,SlotIndex,Mode,RunId
 SlotIdOccurrences
-Count average 60 BaselineActionId,ChosenActionId,MatchesBaseline,NonDefaultReward,SlotId,SlotIndex,Mode,RunId
 SlotReward
-Seconds total 60 ApiName,OperationName,Region
 SpeechSessionDuration
-Percent minimum 60 ApiName,OperationName,Region,RatelimitKey
 SuccessRate
-Count total 60
 TotalTransactions
microsoft.communication/communicationservices
-Count count 60 Operation,StatusCode,StatusCodeClass
 APIRequestAuthentication
 APIRequestCallRecording
 APIRequestChat
 ApiRequestRooms
-Count count 60 Operation,StatusCode,StatusCodeClass,ApiVersion
 APIRequestCallAutomation
-Count count 60 OperationName,StatusCode,StatusCodeSubClass,ApiVersion
 ApiRequestRouter
-Count count 60 Operation,StatusCode,StatusCodeClass,StatusCodeReason
 ApiRequests
-Count count 60 Operation,StatusCode,StatusCodeClass,ChannelType,ApiVersion,MessageStatus
 APIRequestsAdvancedMessaging
-Count count 60 Operation,StatusCode,StatusCodeClass,ErrorCode,NumberType,Country,OptAction
 APIRequestSMS
-Count count 60 MessageStatus,Result,SmtpStatusCode,EnhancedSmtpStatusCode,SenderDomain,IsHardBounce
 DeliveryStatusUpdate
-Count count 60 EngagementType
 UserEngagement
microsoft.compute/cloudservices
-Bytes average 60 RoleInstanceId,RoleId
 Available Memory Bytes
-Bytes total 60 RoleInstanceId,RoleId
 Disk Read Bytes
 Disk Write Bytes
 Network In Total
 Network Out Total
-CountPerSecond average 60 RoleInstanceId,RoleId
 Disk Read Operations/Sec
 Disk Write Operations/Sec
-Percent average 60 RoleInstanceId,RoleId
 Percentage CPU
microsoft.compute/cloudservices/roles
-Bytes average 60 RoleInstanceId,RoleId
 Available Memory Bytes
-Bytes total 60 RoleInstanceId,RoleId
 Disk Read Bytes
 Disk Write Bytes
 Network In Total
 Network Out Total
-CountPerSecond average 60 RoleInstanceId,RoleId
 Disk Read Operations/Sec
 Disk Write Operations/Sec
-Percent average 60 RoleInstanceId,RoleId
 Percentage CPU
microsoft.compute/disks
-BytesPerSecond average 60
 Composite Disk Read Bytes/sec
 Composite Disk Write Bytes/sec
-CountPerSecond average 60
 Composite Disk Read Operations/sec
 Composite Disk Write Operations/sec
-Count average 60
 DiskPaidBurstIOPS
microsoft.compute/virtualmachines
-Bytes average 60
 Available Memory Bytes
-Count average 60
 CPU Credits Consumed
 CPU Credits Remaining
 Inbound Flows
 OS Disk Queue Depth
 Outbound Flows
 Temp Disk Queue Depth
 VmAvailabilityMetric
-Percent average 60 LUN
 Data Disk Bandwidth Consumed Percentage
 Data Disk IOPS Consumed Percentage
 Data Disk Used Burst BPS Credits Percentage
 Data Disk Used Burst IO Credits Percentage
 OS Disk Bandwidth Consumed Percentage
 OS Disk IOPS Consumed Percentage
 OS Disk Used Burst BPS Credits Percentage
 OS Disk Used Burst IO Credits Percentage
 Premium Data Disk Cache Read Hit
 Premium Data Disk Cache Read Miss
-MilliSeconds average 60 LUN
 Data Disk Latency
-Count average 60 LUN
 Data Disk Max Burst Bandwidth
 Data Disk Max Burst IOPS
 Data Disk Queue Depth
 Data Disk Target Bandwidth
 Data Disk Target IOPS
 OS Disk Max Burst Bandwidth
 OS Disk Max Burst IOPS
 OS Disk Target Bandwidth
 OS Disk Target IOPS
-BytesPerSecond average 60 LUN
 Data Disk Read Bytes/sec
 Data Disk Write Bytes/sec
-CountPerSecond average 60 LUN
 Data Disk Read Operations/Sec
 Data Disk Write Operations/Sec
-Bytes total 60
 Disk Read Bytes
 Disk Write Bytes
 Network In
 Network In Total
 Network Out
 Network Out Total
-CountPerSecond average 60
 Disk Read Operations/Sec
 Disk Write Operations/Sec
 Inbound Flows Maximum Creation Rate
 OS Disk Read Operations/Sec
 OS Disk Write Operations/Sec
 Outbound Flows Maximum Creation Rate
 Temp Disk Read Operations/Sec
 Temp Disk Write Operations/Sec
-MilliSeconds average 60
 OS Disk Latency
 Temp Disk Latency
-BytesPerSecond average 60
 OS Disk Read Bytes/sec
 OS Disk Write Bytes/sec
 Temp Disk Read Bytes/sec
 Temp Disk Write Bytes/sec
-Percent average 60
 Percentage CPU
 Premium OS Disk Cache Read Hit
 Premium OS Disk Cache Read Miss
 VM Cached Bandwidth Consumed Percentage
 VM Cached IOPS Consumed Percentage
 VM Local Used Burst BPS Credits Percentage
 VM Local Used Burst IO Credits Percentage
 VM Remote Used Burst BPS Credits Percentage
 VM Remote Used Burst IO Credits Percentage
 VM Uncached Bandwidth Consumed Percentage
 VM Uncached IOPS Consumed Percentage
microsoft.compute/virtualmachinescalesets
-Bytes average 60 VMName
 Available Memory Bytes
-Count average 60
 CPU Credits Consumed
 CPU Credits Remaining
-Percent average 60 LUN,VMName
 Data Disk Bandwidth Consumed Percentage
 Data Disk IOPS Consumed Percentage
 Data Disk Used Burst BPS Credits Percentage
 Data Disk Used Burst IO Credits Percentage
 OS Disk Bandwidth Consumed Percentage
 OS Disk IOPS Consumed Percentage
 OS Disk Used Burst BPS Credits Percentage
 OS Disk Used Burst IO Credits Percentage
 Premium Data Disk Cache Read Hit
 Premium Data Disk Cache Read Miss
-MilliSeconds average 60 LUN,VMName
 Data Disk Latency
-Count average 60 LUN,VMName
 Data Disk Max Burst Bandwidth
 Data Disk Max Burst IOPS
 Data Disk Queue Depth
 Data Disk Target Bandwidth
 Data Disk Target IOPS
 OS Disk Max Burst Bandwidth
 OS Disk Max Burst IOPS
 OS Disk Target Bandwidth
 OS Disk Target IOPS
-BytesPerSecond average 60 LUN,VMName
 Data Disk Read Bytes/sec
 Data Disk Write Bytes/sec
-CountPerSecond average 60 LUN,VMName
 Data Disk Read Operations/Sec
 Data Disk Write Operations/Sec
-Bytes total 60 VMName
 Disk Read Bytes
 Disk Write Bytes
 Network In
 Network In Total
 Network Out
 Network Out Total
-CountPerSecond average 60 VMName
 Disk Read Operations/Sec
 Disk Write Operations/Sec
 Inbound Flows Maximum Creation Rate
 OS Disk Read Operations/Sec
 OS Disk Write Operations/Sec
 Outbound Flows Maximum Creation Rate
 Temp Disk Read Operations/Sec
 Temp Disk Write Operations/Sec
-Count average 60 VMName
 Inbound Flows
 OS Disk Queue Depth
 Outbound Flows
 Temp Disk Queue Depth
 VmAvailabilityMetric
-MilliSeconds average 60 VMName
 OS Disk Latency
 Temp Disk Latency
-BytesPerSecond average 60 VMName
 OS Disk Read Bytes/sec
 OS Disk Write Bytes/sec
 Temp Disk Read Bytes/sec
 Temp Disk Write Bytes/sec
-Percent average 60 VMName
 Percentage CPU
 Premium OS Disk Cache Read Hit
 Premium OS Disk Cache Read Miss
 VM Cached Bandwidth Consumed Percentage
 VM Cached IOPS Consumed Percentage
 VM Local Used Burst BPS Credits Percentage
 VM Local Used Burst IO Credits Percentage
 VM Remote Used Burst BPS Credits Percentage
 VM Remote Used Burst IO Credits Percentage
 VM Uncached Bandwidth Consumed Percentage
 VM Uncached IOPS Consumed Percentage
microsoft.compute/virtualmachinescalesets/virtualmachines
-Bytes average 60
 Available Memory Bytes
-Count average 60
 CPU Credits Consumed
 CPU Credits Remaining
 Inbound Flows
 OS Disk Queue Depth
 Outbound Flows
 Temp Disk Queue Depth
 VmAvailabilityMetric
-Percent average 60 LUN
 Data Disk Bandwidth Consumed Percentage
 Data Disk IOPS Consumed Percentage
 Data Disk Used Burst BPS Credits Percentage
 Data Disk Used Burst IO Credits Percentage
 OS Disk Bandwidth Consumed Percentage
 OS Disk IOPS Consumed Percentage
 OS Disk Used Burst BPS Credits Percentage
 OS Disk Used Burst IO Credits Percentage
 Premium Data Disk Cache Read Hit
 Premium Data Disk Cache Read Miss
-MilliSeconds average 60 LUN
 Data Disk Latency
-Count average 60 LUN
 Data Disk Max Burst Bandwidth
 Data Disk Max Burst IOPS
 Data Disk Queue Depth
 Data Disk Target Bandwidth
 Data Disk Target IOPS
 OS Disk Max Burst Bandwidth
 OS Disk Max Burst IOPS
 OS Disk Target Bandwidth
 OS Disk Target IOPS
-BytesPerSecond average 60 LUN
 Data Disk Read Bytes/sec
 Data Disk Write Bytes/sec
-CountPerSecond average 60 LUN
 Data Disk Read Operations/Sec
 Data Disk Write Operations/Sec
-Bytes total 60
 Disk Read Bytes
 Disk Write Bytes
 Network In
 Network In Total
 Network Out
 Network Out Total
-CountPerSecond average 60
 Disk Read Operations/Sec
 Disk Write Operations/Sec
 Inbound Flows Maximum Creation Rate
 OS Disk Read Operations/Sec
 OS Disk Write Operations/Sec
 Outbound Flows Maximum Creation Rate
 Temp Disk Read Operations/Sec
 Temp Disk Write Operations/Sec
-MilliSeconds average 60
 OS Disk Latency
 Temp Disk Latency
-BytesPerSecond average 60
 OS Disk Read Bytes/sec
 OS Disk Write Bytes/sec
 Temp Disk Read Bytes/sec
 Temp Disk Write Bytes/sec
-Percent average 60
 Percentage CPU
 Premium OS Disk Cache Read Hit
 Premium OS Disk Cache Read Miss
 VM Cached Bandwidth Consumed Percentage
 VM Cached IOPS Consumed Percentage
 VM Local Used Burst BPS Credits Percentage
 VM Local Used Burst IO Credits Percentage
 VM Remote Used Burst BPS Credits Percentage
 VM Remote Used Burst IO Credits Percentage
 VM Uncached Bandwidth Consumed Percentage
 VM Uncached IOPS Consumed Percentage
microsoft.connectedcache/cachenodes
-BitsPerSecond average 60 cachenodeid
 egressbps
 hitsbps
 missesbps
-Percent average 60 cachenodeid
 hitRatio
-Count count 60 cachenodeid
 hits
 misses
microsoft.connectedcache/enterprisemcccustomers
-BitsPerSecond average 60 cachenodeid,Hostname
 egressbps
-Bytes average 60 cachenodeid,Hostname,cachenodename
 egressBytes
-Percent average 60 cachenodeid
 hitRatio
-Count count 60 cachenodeid
 hits
 misses
-BitsPerSecond average 60 cachenodeid
 hitsbps
 inboundbps
 missesbps
-BitsPerSecond average 60 cachenodeid,cachenodename
 outboundbps
microsoft.connectedcache/ispcustomers
-BitsPerSecond average 60 cachenodeid
 egressbps
 hitsbps
 inboundbps
 missesbps
 outboundbps
-Percent average 60 cachenodeid
 hitRatio
-Count count 60 cachenodeid
 hits
 misses
microsoft.connectedvehicle/platformaccounts
-MilliSeconds average 60 IsSuccessful,FailureCategory
 ClaimsProviderRequestLatency
 ConnectionServiceRequestRuntime
 ProvisionerServiceRequestRuntime
-Count total 60 IsSuccessful,FailureCategory
 ClaimsProviderRequests
 ConnectionServiceRequests
 DataPipelineMessageCount
 MessagesInCount
 MessagesOutCount
 ProvisionerServiceRequests
-Count total 60 ExtensionName,IsSuccessful,FailureCategory
 ExtensionInvocationCount
 StateStoreReadRequests
 StateStoreWriteRequests
-MilliSeconds average 60 ExtensionName,IsSuccessful,FailureCategory
 ExtensionInvocationRuntime
 StateStoreReadRequestLatency
 StateStoreWriteRequestLatency
microsoft.containerinstance/containergroups
-Count maximum 60 containerName
 CpuUsage
-Bytes maximum 60 containerName
 MemoryUsage
-Bytes maximum 60
 NetworkBytesReceivedPerSecond
 NetworkBytesTransmittedPerSecond
microsoft.containerinstance/containerscalesets
-Percent average 60 containerName
 CpuPercentage
 MemoryPercentage
-MilliCores total 60 containerName
 CpuUsage
-Bytes total 60 containerName
 MemoryUsage
microsoft.containerregistry/registries
-Seconds total 60
 AgentPoolCPUTime
-MilliSeconds total 60
 RunDuration
-Bytes average 3600 Geolocation
 StorageUsed
-Count total 60
 SuccessfulPullCount
 SuccessfulPushCount
 TotalPullCount
 TotalPushCount
microsoft.containerservice/managedclusters
-Count total 60 requestKind
 apiserver_current_inflight_requests
-Count total 300
 cluster_autoscaler_cluster_safe_to_autoscale
 cluster_autoscaler_scale_down_in_cooldown
 cluster_autoscaler_unneeded_nodes_count
 cluster_autoscaler_unschedulable_pods_count
-Count total 60
 kube_node_status_allocatable_cpu_cores
-Bytes total 60
 kube_node_status_allocatable_memory_bytes
-Count total 60 condition,status,status2,node
 kube_node_status_condition
-Count total 60 phase,namespace,pod
 kube_pod_status_phase
-Count total 60 namespace,pod,condition
 kube_pod_status_ready
-MilliCores maximum 60 node,nodepool
 node_cpu_usage_millicores
-Percent maximum 60 node,nodepool
 node_cpu_usage_percentage
 node_memory_rss_percentage
 node_memory_working_set_percentage
-Bytes maximum 60 node,nodepool,device
 node_disk_usage_bytes
-Percent maximum 60 node,nodepool,device
 node_disk_usage_percentage
-Bytes maximum 60 node,nodepool
 node_memory_rss_bytes
 node_memory_working_set_bytes
 node_network_in_bytes
 node_network_out_bytes
microsoft.customproviders/resourceproviders
-Count total 900 HttpMethod,CallPath,StatusCode
 FailedRequests
 SuccessfullRequests
microsoft.dashboard/grafana
-Count count 60
 HttpRequestCount
microsoft.databoxedge/databoxedgedevices
-Bytes average 300
 AvailableCapacity
 BytesUploadedToCloud
 TotalCapacity
-Bytes average 60 Share
 BytesUploadedToCloudPerShare
-BytesPerSecond average 300
 CloudReadThroughput
 CloudUploadThroughput
-BytesPerSecond average 60 Share
 CloudReadThroughputPerShare
 CloudUploadThroughputPerShare
-Percent average 60 InstanceName
 HyperVMemoryUtilization
 HyperVVirtualProcessorUtilization
-BytesPerSecond average 60 InstanceName
 NICReadThroughput
 NICWriteThroughput
microsoft.datafactory/datafactories
-Count total 3600 pipelineName,activityName
 FailedRuns
 SuccessfulRuns
microsoft.datafactory/factories
-Count total 60 ActivityType,PipelineName,FailureType,Name
 ActivityCancelledRuns
 ActivityFailedRuns
 ActivitySucceededRuns
-Count total 60 IntegrationRuntimeName
 AirflowIntegrationRuntimeCeleryTaskTimeoutError
 AirflowIntegrationRuntimeDagBagSize
 AirflowIntegrationRuntimeDagCallbackExceptions
 AirflowIntegrationRuntimeDAGFileRefreshError
 AirflowIntegrationRuntimeDAGProcessingImportErrors
 AirflowIntegrationRuntimeDAGProcessingManagerStalls
 AirflowIntegrationRuntimeDAGProcessingProcesses
 AirflowIntegrationRuntimeExecutorOpenSlots
 AirflowIntegrationRuntimeExecutorQueuedTasks
 AirflowIntegrationRuntimeExecutorRunningTasks
 AirflowIntegrationRuntimeSchedulerCriticalSectionBusy
 AirflowIntegrationRuntimeSchedulerFailedSLAEmailAttempts
 AirflowIntegrationRuntimeSchedulerHeartbeat
 AirflowIntegrationRuntimeSchedulerOrphanedTasksAdopted
 AirflowIntegrationRuntimeSchedulerOrphanedTasksCleared
 AirflowIntegrationRuntimeSchedulerTasksExecutable
 AirflowIntegrationRuntimeSchedulerTasksKilledExternally
 AirflowIntegrationRuntimeSchedulerTasksRunning
 AirflowIntegrationRuntimeSchedulerTasksStarving
 AirflowIntegrationRuntimeTaskInstanceFailures
 AirflowIntegrationRuntimeTaskInstancePreviouslySucceeded
 AirflowIntegrationRuntimeTaskInstanceSuccesses
 AirflowIntegrationRuntimeTriggersBlockedMainThread
 AirflowIntegrationRuntimeTriggersFailed
 AirflowIntegrationRuntimeTriggersRunning
 AirflowIntegrationRuntimeTriggersSucceeded
 AirflowIntegrationRuntimeZombiesKilled
 SSISIntegrationRuntimeStartCancel
 SSISIntegrationRuntimeStartFailed
 SSISIntegrationRuntimeStartSucceeded
 SSISIntegrationRuntimeStopStuck
 SSISIntegrationRuntimeStopSucceeded
 SSISPackageExecutionCancel
 SSISPackageExecutionFailed
 SSISPackageExecutionSucceeded
-MilliSeconds average 60 IntegrationRuntimeName
 AirflowIntegrationRuntimeCollectDBDags
 AirflowIntegrationRuntimeSchedulerCriticalSectionDuration
-Percent average 60 IntegrationRuntimeName,ContainerName
 AirflowIntegrationRuntimeCpuPercentage
 AirflowIntegrationRuntimeMemoryPercentage
-MilliCores average 60 IntegrationRuntimeName,ContainerName
 AirflowIntegrationRuntimeCpuUsage
-MilliSeconds average 60 IntegrationRuntimeName,DagFile
 AirflowIntegrationRuntimeDAGProcessingLastDuration
-Seconds average 60 IntegrationRuntimeName,DagFile
 AirflowIntegrationRuntimeDAGProcessingLastRunSecondsAgo
-Seconds average 60 IntegrationRuntimeName
 AirflowIntegrationRuntimeDAGProcessingProcessorTimeouts
 AirflowIntegrationRuntimeDAGProcessingTotalParseTime
 IntegrationRuntimeAverageTaskPickupDelay
-MilliSeconds average 60 IntegrationRuntimeName,DagId
 AirflowIntegrationRuntimeDAGRunDependencyCheck
 AirflowIntegrationRuntimeDAGRunDurationFailed
 AirflowIntegrationRuntimeDAGRunDurationSuccess
 AirflowIntegrationRuntimeDAGRunFirstTaskSchedulingDelay
 AirflowIntegrationRuntimeDAGRunScheduleDelay
-Count total 60 IntegrationRuntimeName,Job
 AirflowIntegrationRuntimeJobEnd
 AirflowIntegrationRuntimeJobHeartbeatFailure
 AirflowIntegrationRuntimeJobStart
-Bytes average 60 IntegrationRuntimeName,ContainerName
 AirflowIntegrationRuntimeMemoryUsage
-Count average 60 IntegrationRuntimeName,ComputeNodeSize
 AirflowIntegrationRuntimeNodeCount
-Count total 60 IntegrationRuntimeName,Operator
 AirflowIntegrationRuntimeOperatorFailures
 AirflowIntegrationRuntimeOperatorSuccesses
 AirflowIntegrationRuntimeTaskInstanceCreatedUsingOperator
-Count total 60 IntegrationRuntimeName,Pool
 AirflowIntegrationRuntimePoolOpenSlots
 AirflowIntegrationRuntimePoolQueuedSlots
 AirflowIntegrationRuntimePoolRunningSlots
 AirflowIntegrationRuntimePoolStarvingTasks
-Count total 60 IntegrationRuntimeName,DagId,TaskId
 AirflowIntegrationRuntimeStartedTaskInstances
-MilliSeconds average 60 IntegrationRuntimeName,DagId,TaskID
 AirflowIntegrationRuntimeTaskInstanceDuration
-Count total 60 IntegrationRuntimeName,DagId,TaskId,State
 AirflowIntegrationRuntimeTaskInstanceFinished
-Count total 60 IntegrationRuntimeName,DagId
 AirflowIntegrationRuntimeTaskRemovedFromDAG
 AirflowIntegrationRuntimeTaskRestoredToDAG
-Count maximum 60
 FactorySizeInGbUnits
 MaxAllowedFactorySizeInGbUnits
 MaxAllowedResourceCount
 ResourceCount
-Bytes average 60 IntegrationRuntimeName,NodeName
 IntegrationRuntimeAvailableMemory
-Count average 60 IntegrationRuntimeName
 IntegrationRuntimeAvailableNodeNumber
 IntegrationRuntimeQueueLength
 MVNetIRCopyWaitingQueueLength
 MVNetIRExternalWaitingQueueLength
 MVNetIRPipelineWaitingQueueLength
-Percent average 60 IntegrationRuntimeName,NodeName
 IntegrationRuntimeCpuPercentage
-Percent maximum 60 IntegrationRuntimeName
 MVNetIRCopyAvailableCapacityPCT
 MVNetIRCopyCapacityUtilization
 MVNetIRExternalAvailableCapacityPCT
 MVNetIRExternalCapacityUtilization
 MVNetIRPipelineAvailableCapacityPCT
 MVNetIRPipelineCapacityUtilization
-Count total 60 FailureType,CancelledBy,Name
 PipelineCancelledRuns
-Count total 60 RunId,Name
 PipelineElapsedTimeRuns
-Count total 60 FailureType,Name
 PipelineFailedRuns
 PipelineSucceededRuns
-Count total 60 Name,FailureType
 TriggerCancelledRuns
 TriggerFailedRuns
 TriggerSucceededRuns
microsoft.datalakeanalytics/accounts
-Seconds total 60
 JobAUEndedCancelled
 JobAUEndedFailure
 JobAUEndedSuccess
-Count total 60
 JobEndedCancelled
 JobEndedFailure
 JobEndedSuccess
 JobStage
microsoft.datalakestore/accounts
-Bytes total 60
 DataRead
 DataWritten
-Count total 60
 ReadRequests
 WriteRequests
-Bytes maximum 60
 TotalStorage
microsoft.dataprotection/backupvaults
-Count count 60 dataSourceURL,backupInstanceUrl,dataSourceType,healthStatus,backupInstanceName
 BackupHealthEvent
 RestoreHealthEvent
microsoft.datashare/accounts
-Count count 86400
 FailedShareSubscriptionSynchronizations
 FailedShareSynchronizations
 SucceededShareSubscriptionSynchronizations
 SucceededShareSynchronizations
-Count maximum 86400 ShareName
 ShareCount
-Count maximum 86400 ShareSubscriptionName
 ShareSubscriptionCount
microsoft.dbformariadb/servers
-Count average 60
 active_connections
 seconds_behind_master
-Bytes average 900
 backup_storage_used
-Count total 60
 connections_failed
-Percent average 60
 cpu_percent
 io_consumption_percent
 memory_percent
 serverlog_storage_percent
 storage_percent
-Bytes total 60
 network_bytes_egress
 network_bytes_ingress
-Bytes maximum 60
 serverlog_storage_limit
 storage_limit
-Bytes average 60
 serverlog_storage_usage
 storage_used
microsoft.dbformysql/flexibleservers
-Count total 60
 aborted_connections
 active_transactions
 Com_alter_table
 Com_create_db
 Com_create_table
 Com_delete
 Com_drop_db
 Com_drop_table
 Com_insert
 Com_select
 Com_update
 Innodb_buffer_pool_pages_data
 Innodb_buffer_pool_pages_dirty
 Innodb_buffer_pool_pages_free
 Innodb_buffer_pool_read_requests
 Innodb_buffer_pool_reads
 Innodb_data_writes
 Innodb_row_lock_waits
 lock_deadlocks
 lock_timeouts
 Queries
 Slow_queries
 storage_io_count
 Threads_running
 total_connections
 trx_rseg_history_len
-Count average 60
 active_connections
 Innodb_buffer_pool_pages_flushed
-Bytes average 900
 backup_storage_used
-Bytes average 60
 binlog_storage_used
 data_storage_used
 ibdata1_storage_used
 others_storage_used
 serverlog_storage_usage
 storage_used
-Count average 900
 cpu_credits_consumed
 cpu_credits_remaining
-Percent average 60
 cpu_percent
 io_consumption_percent
 memory_percent
 serverlog_storage_percent
 storage_percent
-Count maximum 60
 HA_IO_status
 HA_SQL_status
 Replica_IO_Running
 Replica_SQL_Running
-Seconds average 60
 HA_replication_lag
 replication_lag
-MilliSeconds average 60
 Innodb_row_lock_time
-Bytes total 60
 network_bytes_egress
 network_bytes_ingress
-Bytes maximum 60
 serverlog_storage_limit
 storage_limit
-Seconds total 60
 Uptime
microsoft.dbformysql/servers
-Count average 60
 active_connections
 seconds_behind_master
-Bytes average 900
 backup_storage_used
-Count total 60
 connections_failed
-Percent average 60
 cpu_percent
 io_consumption_percent
 memory_percent
 serverlog_storage_percent
 storage_percent
-Bytes total 60
 network_bytes_egress
 network_bytes_ingress
-Bytes maximum 60
 serverlog_storage_limit
 storage_limit
-Bytes average 60
 serverlog_storage_usage
 storage_used
microsoft.dbforpostgresql/flexibleservers
-Count average 60
 active_connections
 cpu_credits_consumed
 cpu_credits_remaining
 disk_queue_depth
 iops
 is_db_alive
 maximum_used_transactionIDs
 read_iops
 read_throughput
 write_iops
 write_throughput
-Count maximum 1800 DatabaseName
 analyze_count_user_tables
 autoanalyze_count_user_tables
 autovacuum_count_user_tables
 n_dead_tup_user_tables
 n_live_tup_user_tables
 n_mod_since_analyze_user_tables
 tables_analyzed_user_tables
 tables_autoanalyzed_user_tables
 tables_autovacuumed_user_tables
 tables_counter_user_tables
 tables_vacuumed_user_tables
 vacuum_count_user_tables
-Bytes average 60
 backup_storage_used
 storage_free
 storage_used
 txlogs_storage_used
-Count total 60 DatabaseName
 blks_hit
 blks_read
 deadlocks
 temp_files
 tup_deleted
 tup_fetched
 tup_inserted
 tup_returned
 tup_updated
 xact_commit
 xact_rollback
 xact_total
-Percent maximum 1800 DatabaseName
 bloat_percent
-Count maximum 60 DatabaseName
 client_connections_active
 client_connections_waiting
 num_pools
 numbackends
 server_connections_active
 server_connections_idle
 total_pooled_connections
-Count total 60
 connections_failed
 connections_succeeded
-Percent average 60
 cpu_percent
 disk_bandwidth_consumed_percentage
 disk_iops_consumed_percentage
 memory_percent
 platform_cpu_percent
 storage_percent
-Bytes average 1800 DatabaseName
 database_size_bytes
-Bytes maximum 60
 logical_replication_delay_in_bytes
 physical_replication_delay_in_bytes
-Seconds maximum 60
 longest_query_time_sec
 longest_transaction_time_sec
 oldest_backend_time_sec
 physical_replication_delay_in_seconds
-Count maximum 1800
 max_connections
-Bytes total 60
 network_bytes_egress
 network_bytes_ingress
-Count maximum 60
 oldest_backend_xmin
 oldest_backend_xmin_age
-Count maximum 60 State
 sessions_by_state
-Count maximum 60 WaitEventType
 sessions_by_wait_event_type
-Bytes total 60 DatabaseName
 temp_bytes
-Count minimum 60 DatabaseName
 tps
microsoft.dbforpostgresql/servergroupsv2
-Count average 60 ServerName
 active_connections
 cpu_credits_consumed
 cpu_credits_remaining
 iops
-Percent average 60 ServerName
 apps_reserved_memory_percent
 cpu_percent
 memory_percent
 storage_percent
 vm_cached_bandwidth_percent
 vm_cached_iops_percent
 vm_uncached_bandwidth_percent
 vm_uncached_iops_percent
-Bytes total 60 ServerName
 network_bytes_egress
 network_bytes_ingress
-MilliSeconds average 60 ServerName
 replication_lag
-Bytes average 60 ServerName
 storage_used
microsoft.dbforpostgresql/servers
-Count average 60
 active_connections
-Bytes average 900
 backup_storage_used
-Count total 60
 connections_failed
-Percent average 60
 cpu_percent
 io_consumption_percent
 memory_percent
 serverlog_storage_percent
 storage_percent
-Bytes total 60
 network_bytes_egress
 network_bytes_ingress
-Bytes average 60
 pg_replica_log_delay_in_bytes
 serverlog_storage_usage
 storage_used
-Seconds average 60
 pg_replica_log_delay_in_seconds
-Bytes maximum 60
 serverlog_storage_limit
 storage_limit
microsoft.dbforpostgresql/serversv2
-Count average 60
 active_connections
 iops
-Percent average 60
 cpu_percent
 memory_percent
 storage_percent
-Bytes total 60
 network_bytes_egress
 network_bytes_ingress
-Bytes average 60
 storage_used
microsoft.devcenter/devcenters
-Count count 60 ProjectId,ErrorCode
 DevBoxCreationFailed
-Count count 60 ProjectId
 DevBoxCreationSucceeded
-Count count 60 ErrorDetails
 DevBoxDefinitionCreationFailed
-Seconds average 60
 ImageValidationDuration
microsoft.devices/iothubs
-Count average 60
 c2d.commands.egress.abandon.success
 c2d.commands.egress.complete.success
 c2d.commands.egress.reject.success
 c2d.methods.failure
 c2d.methods.success
 c2d.twin.read.failure
 c2d.twin.read.success
 c2d.twin.update.failure
 c2d.twin.update.success
 C2DMessagesExpired
 configurations
 connectedDeviceCount
 d2c.endpoints.egress.builtIn.events
 d2c.endpoints.egress.eventHubs
 d2c.endpoints.egress.serviceBusQueues
 d2c.endpoints.egress.serviceBusTopics
 d2c.endpoints.egress.storage
 d2c.endpoints.egress.storage.blobs
 d2c.telemetry.egress.dropped
 d2c.telemetry.egress.fallback
 d2c.telemetry.egress.invalid
 d2c.telemetry.egress.orphaned
 d2c.telemetry.egress.success
 d2c.telemetry.ingress.allProtocol
 d2c.telemetry.ingress.sendThrottle
 d2c.telemetry.ingress.success
 d2c.twin.read.failure
 d2c.twin.read.success
 d2c.twin.update.failure
 d2c.twin.update.success
 dailyMessageQuotaUsed
 devices.connectedDevices.allProtocol
 devices.totalDevices
 jobs.cancelJob.failure
 jobs.cancelJob.success
 jobs.completed
 jobs.createDirectMethodJob.failure
 jobs.createDirectMethodJob.success
 jobs.createTwinUpdateJob.failure
 jobs.createTwinUpdateJob.success
 jobs.failed
 jobs.listJobs.failure
 jobs.listJobs.success
 jobs.queryJobs.failure
 jobs.queryJobs.success
 totalDeviceCount
 twinQueries.failure
 twinQueries.success
-Bytes average 60
 c2d.methods.requestSize
 c2d.methods.responseSize
 c2d.twin.read.size
 c2d.twin.update.size
 d2c.endpoints.egress.storage.bytes
 d2c.twin.read.size
 d2c.twin.update.size
 deviceDataUsage
 deviceDataUsageV2
 twinQueries.resultSize
-MilliSeconds average 60
 d2c.endpoints.latency.builtIn.events
 d2c.endpoints.latency.eventHubs
 d2c.endpoints.latency.serviceBusQueues
 d2c.endpoints.latency.serviceBusTopics
 d2c.endpoints.latency.storage
-Count average 60 Result,EventType
 EventGridDeliveries
-MilliSeconds average 60 EventType
 EventGridLatency
-Bytes average 60 EndpointType,EndpointName,RoutingSource
 RoutingDataSizeInBytesDelivered
-Count average 60 EndpointType,EndpointName,FailureReasonCategory,Result,RoutingSource
 RoutingDeliveries
-MilliSeconds average 60 EndpointType,EndpointName,RoutingSource
 RoutingDeliveryLatency
microsoft.devices/provisioningservices
-Count total 60 ProvisioningServiceName,Status,Protocol
 AttestationAttempts
-Count total 60 ProvisioningServiceName,IotHubName
 DeviceAssignments
-Count total 60 ProvisioningServiceName,IotHubName,Status
 RegistrationAttempts
microsoft.devopsinfrastructure/pools
-Count average 60 PoolId,SKU,Images,ProviderName
 Allocated
 NotReady
 PendingReimage
 PendingReturn
 Provisioned
 Ready
 Starting
 Total
-MilliSeconds average 60 PoolId,Type,ResourceRequestType,Image
 AllocationDurationMs
-Count count 60 RequestType,Status,PoolId,Type,ErrorCode,FailureStage
 Count
microsoft.digitaltwins/digitaltwinsinstances
-Count total 60 Operation,Authentication,Protocol,StatusCode,StatusCodeClass,StatusText
 ApiRequests
-Percent average 60 Operation,Authentication,Protocol
 ApiRequestsFailureRate
-MilliSeconds average 60 Operation,Authentication,Protocol,StatusCode,StatusCodeClass,StatusText
 ApiRequestsLatency
-Count average 60 MeterId
 BillingApiOperations
 BillingMessagesProcessed
 BillingQueryUnits
-Count total 60 EndpointType,Result
 DataHistoryRouting
 Routing
-Percent average 60 EndpointType
 DataHistoryRoutingFailureRate
 RoutingFailureRate
-MilliSeconds average 60 EndpointType,Result
 DataHistoryRoutingLatency
 RoutingLatency
-Count average 60 Operation,Result
 DeleteJobEntityCount
 ImportJobEntityCount
-MilliSeconds average 60 Operation,Authentication,Protocol
 DeleteJobLatency
 ImportJobLatency
-Count total 60 Result
 IngressEvents
-Percent average 60
 IngressEventsFailureRate
-MilliSeconds average 60 Result
 IngressEventsLatency
-Count average 60
 ModelCount
 TwinCount
microsoft.documentdb/cassandraclusters
-Bytes average 60 cassandra_datacenter,cassandra_node,cache_name
 cassandra_cache_capacity
 cassandra_cache_size
-Count average 60 cassandra_datacenter,cassandra_node,cache_name
 cassandra_cache_entries
 cassandra_cache_hits
 cassandra_cache_miss_latency_p99
 cassandra_cache_requests
-Percent average 60 cassandra_datacenter,cassandra_node,cache_name
 cassandra_cache_hit_rate
-Count average 60 cassandra_datacenter,cassandra_node,quantile
 cassandra_cache_miss_latency_histogram
 cassandra_commit_log_waiting_on_commit_latency_histogram
-Count total 60 cassandra_datacenter,cassandra_node
 cassandra_client_auth_failure
 cassandra_client_auth_failure2
-Count average 60 cassandra_datacenter,cassandra_node
 cassandra_client_auth_failure3
 cassandra_client_auth_success
 cassandra_client_connected_native_clients
 cassandra_cql_prepared_statements_executed
 cassandra_cql_regular_statements_executed
 cassandra_hints_failed_rate
 cassandra_hints_succeeded_rate
 cassandra_hints_timed_out_rate
 cassandra_jvm_gc_count
 cassandra_storage_total_hints_counter_total
 cassandra_storage_total_hints_in_progress_counter_total
-Count average 60 cassandra_datacenter,cassandra_node,request_type
 cassandra_client_request_condition_not_met
 cassandra_client_request_contention_histogram
 cassandra_client_request_contention_histogram_p99
 cassandra_client_request_failures3
 cassandra_client_request_latency_p99
 cassandra_client_request_timeouts3
 cassandra_client_request_unfinished_commit
-Count total 60 cassandra_datacenter,cassandra_node,request_type
 cassandra_client_request_failures
 cassandra_client_request_failures2
 cassandra_client_request_timeouts
 cassandra_client_request_timeouts2
-Count average 60 cassandra_datacenter,cassandra_node,quantile,request_type
 cassandra_client_request_latency_histogram
-Count maximum 60 ClusterResourceName,DataCenterResourceName,Address,request_type
 cassandra_client_request_latency_max
-Count average 60 cassandra_datacenter,cassandra_node,message_type
 cassandra_dropped_message_count
 cassandra_dropped_message_rate
-MilliSeconds average 60 cassandra_datacenter,cassandra_node,message_type
 cassandra_dropped_message_cross_node_latency
 cassandra_dropped_message_cross_node_latency_p99
 cassandra_dropped_message_internal_latency
-MilliSeconds average 60 cassandra_datacenter,cassandra_node
 cassandra_jvm_gc_time
-Bytes average 60 cassandra_datacenter,cassandra_node,table,keyspace
 cassandra_table_all_memtables_live_data_size
 cassandra_table_all_memtables_off_heap_size
 cassandra_table_bloom_filter_disk_space_used
 cassandra_table_bloom_filter_off_heap_memory_used
 cassandra_table_bytes_flushed
 cassandra_table_compaction_bytes_written
 cassandra_table_compression_metadata_off_heap_memory_used
 cassandra_table_estimated_partition_size_histogram_p99
 cassandra_table_index_summary_off_heap_memory_used
 cassandra_table_live_disk_space_used
 cassandra_table_mean_partition_size
 cassandra_table_memtable_off_heap_size
 cassandra_table_memtable_on_heap_size
 cassandra_table_total_disk_space_used3
-Count average 60 cassandra_datacenter,cassandra_node,table,keyspace
 cassandra_table_bloom_filter_false_positives
 cassandra_table_cas_commit
 cassandra_table_cas_commit_p99
 cassandra_table_cas_prepare
 cassandra_table_cas_prepare_p99
 cassandra_table_cas_propose
 cassandra_table_cas_propose_p99
 cassandra_table_col_update_time_delta_histogram
 cassandra_table_col_update_time_delta_histogram_p99
 cassandra_table_coordinator_read_latency
 cassandra_table_coordinator_read_latency_p99
 cassandra_table_coordinator_scan_latency
 cassandra_table_coordinator_scan_latency_p99
 cassandra_table_dropped_mutations3
 cassandra_table_estimated_column_count_histogram
 cassandra_table_estimated_column_count_histogram_p99
 cassandra_table_estimated_partition_count
 cassandra_table_live_scanned_histogram
 cassandra_table_live_scanned_histogram_p99
 cassandra_table_live_sstable_count
 cassandra_table_memtable_columns_count
 cassandra_table_memtable_switch_count
 cassandra_table_pending_compactions3
 cassandra_table_pending_flushes3
 cassandra_table_range_latency
 cassandra_table_range_latency_p99
 cassandra_table_read_latency
 cassandra_table_read_latency_p99
 cassandra_table_row_cache_hit
 cassandra_table_row_cache_hit_out_of_range
 cassandra_table_row_cache_miss
 cassandra_table_speculative_retries
 cassandra_table_sstables_per_read_histogram
 cassandra_table_sstables_per_read_histogram_p99
 cassandra_table_tombstone_scanned_histogram
 cassandra_table_tombstone_scanned_histogram_p99
 cassandra_table_view_lock_acquire_time
 cassandra_table_view_lock_acquire_time_p99
 cassandra_table_view_read_time
 cassandra_table_view_read_time_p99
 cassandra_table_waiting_on_free_memtable_space
 cassandra_table_waiting_on_free_memtable_space_p99
 cassandra_table_write_latency
 cassandra_table_write_latency_p99
-Percent average 60 cassandra_datacenter,cassandra_node,table,keyspace
 cassandra_table_bloom_filter_false_ratio
 cassandra_table_compression_ratio
 cassandra_table_key_cache_hit_rate
 cassandra_table_percent_repaired
-Count total 60 cassandra_datacenter,cassandra_node,table,keyspace
 cassandra_table_dropped_mutations
 cassandra_table_dropped_mutations2
 cassandra_table_pending_compactions
 cassandra_table_pending_compactions2
 cassandra_table_pending_flushes
 cassandra_table_pending_flushes2
-Bytes average 60 cassandra_datacenter,cassandra_node,quantile,table,keyspace
 cassandra_table_estimated_partition_size_histogram
-Bytes maximum 60 cassandra_datacenter,cassandra_node,table,keyspace
 cassandra_table_max_partition_size
-Bytes minimum 60 cassandra_datacenter,cassandra_node,table,keyspace
 cassandra_table_min_partition_size
-Bytes total 60 cassandra_datacenter,cassandra_node,table,keyspace
 cassandra_table_total_disk_space_used
 cassandra_table_total_disk_space_used2
-Count average 60 cassandra_datacenter,cassandra_node,pool_name,pool_type
 cassandra_thread_pools_active_tasks
 cassandra_thread_pools_currently_blocked_tasks3
 cassandra_thread_pools_pending_tasks
 cassandra_thread_pools_total_blocked_tasks
-Count total 60 cassandra_datacenter,cassandra_node,pool_name,pool_type
 cassandra_thread_pools_currently_blocked_tasks
 cassandra_thread_pools_currently_blocked_tasks2
-Count maximum 60 cassandra_datacenter,cassandra_node,pool_name,pool_type
 cassandra_thread_pools_max_pool_size
-Percent average 60 ClusterResourceName,DataCenterResourceName,Address,Kind,CPU
 cpu
-Percent average 60 ClusterResourceName,DataCenterResourceName,Address
 disk_utilization
 percent_mem
-Count average 60 ClusterResourceName,DataCenterResourceName,Address,Kind
 diskio_merged_reads
 diskio_merged_writes
 diskio_reads
 diskio_writes
 ethtool_rx_packets
 ethtool_tx_packets
 iops
-Bytes average 60 ClusterResourceName,DataCenterResourceName,Address,Kind
 diskio_read_bytes
 diskio_write_bytes
 ethtool_rx_bytes
 ethtool_tx_bytes
-MilliSeconds average 60 ClusterResourceName,DataCenterResourceName,Address,Kind
 diskio_read_time
 diskio_write_time
-Count average 60 DataCenterResourceName,Address,RaidArrayName,RaidArrayType
 raid_array_degraded
-Percent average 60 DataCenterResourceName,Address,RaidArrayName,RaidArrayType
 raid_array_rebuild
-Percent average 60 ClusterResourceName,DataCenterResourceName,Address,Kind
 total_cpu
microsoft.documentdb/databaseaccounts
-Count count 300 Region
 AddRegion
 RemoveRegion
-Count maximum 60 DatabaseName,CollectionName,PhysicalPartitionId,Region
 AutoscaledRU
-Count maximum 300 DatabaseName,CollectionName
 AutoscaleMaxThroughput
-Bytes total 300 CollectionName,DatabaseName,Region
 AvailableStorage
 DataUsage
 DocumentQuota
 IndexUsage
-Count average 60 APIType,Region,ClosureReason
 CassandraConnectionClosures
-MilliSeconds average 300
 CassandraConnectorAvgReplicationLatency
-Count count 300 NotStarted,ReplicationInProgress,Error
 CassandraConnectorReplicationHealthStatus
-Count count 300 ResourceName,ApiKind,ApiKindResourceType,IsThroughputRequest,OperationType
 CassandraKeyspaceCreate
 CassandraKeyspaceUpdate
 GremlinDatabaseCreate
 GremlinDatabaseUpdate
 SqlDatabaseCreate
 SqlDatabaseUpdate
 TableTableCreate
 TableTableUpdate
-Count count 300 ResourceName,ApiKind,ApiKindResourceType,OperationType
 CassandraKeyspaceDelete
 GremlinDatabaseDelete
 MongoDatabaseDelete
 MongoDBDatabaseCreate
 MongoDBDatabaseUpdate
 SqlDatabaseDelete
 TableTableDelete
-Count count 300 ResourceName,ApiKind,ApiKindResourceType,IsThroughputRequest
 CassandraKeyspaceThroughputUpdate
 GremlinDatabaseThroughputUpdate
 MongoDatabaseThroughputUpdate
 SqlDatabaseThroughputUpdate
 TableTableThroughputUpdate
-Count total 60 APIType,DatabaseName,CollectionName,Region,OperationType,ResourceType
 CassandraRequestCharges
-Count count 60 APIType,DatabaseName,CollectionName,Region,OperationType,ResourceType,ErrorCode
 CassandraRequests
-Count count 300 ResourceName,ChildResourceName,ApiKind,ApiKindResourceType,IsThroughputRequest,OperationType
 CassandraTableCreate
 CassandraTableUpdate
 GremlinGraphCreate
 GremlinGraphUpdate
 MongoCollectionCreate
 MongoCollectionUpdate
 SqlContainerCreate
 SqlContainerUpdate
-Count count 300 ResourceName,ChildResourceName,ApiKind,ApiKindResourceType,OperationType
 CassandraTableDelete
 GremlinGraphDelete
 MongoCollectionDelete
 SqlContainerDelete
-Count count 300 ResourceName,ChildResourceName,ApiKind,ApiKindResourceType,IsThroughputRequest
 CassandraTableThroughputUpdate
 GremlinGraphThroughputUpdate
 MongoCollectionThroughputUpdate
 SqlContainerThroughputUpdate
-Count count 300
 CreateAccount
 DeleteAccount
 RegionFailover
 UpdateAccountNetworkSettings
 UpdateAccountReplicationSettings
-Percent average 300 Region,MetricType
 DedicatedGatewayAverageCPUUsage
 DedicatedGatewayMaximumCPUUsage
 MaterializedViewsBuilderAverageCPUUsage
 MaterializedViewsBuilderMaximumCPUUsage
-Bytes average 300 Region
 DedicatedGatewayAverageMemoryUsage
 IntegratedCacheEvictedEntriesSize
 MaterializedViewsBuilderAverageMemoryUsage
-Percent average 60 Region,ApplicationType
 DedicatedGatewayCPUUsage
-Bytes average 60 Region,ApplicationType
 DedicatedGatewayMemoryUsage
-Count count 60 DatabaseName,CollectionName,CacheExercised,OperationName,Region,CacheHit
 DedicatedGatewayRequests
-Count total 300 CollectionName,DatabaseName,Region
 DocumentCount
-Count total 60 APIType,DatabaseName,CollectionName,Region
 GremlinRequestCharges
-Count count 60 APIType,DatabaseName,CollectionName,Region,ErrorCode
 GremlinRequests
-Count average 300 Region,CacheEntryType
 IntegratedCacheItemExpirationCount
 IntegratedCacheQueryExpirationCount
-Percent average 300 Region,CacheEntryType
 IntegratedCacheItemHitRate
 IntegratedCacheQueryHitRate
-Count maximum 60 Region,TargetContainerName,BuildType
 MaterializedViewCatchupGapInMinutes
-Count count 60 DatabaseName,CollectionName,Region,StatusCode,Role
 MetadataRequests
-Count total 60 DatabaseName,CollectionName,Region,CommandName,ErrorCode,Status
 MongoRequestCharge
-Count count 60 DatabaseName,CollectionName,Region,CommandName,ErrorCode,Status
 MongoRequests
-Percent maximum 60 CollectionName,DatabaseName,Region,PartitionKeyRangeId,CollectionRid,PhysicalPartitionId,OfferOwnerRid
 NormalizedRUConsumption
-Count count 60 Region,StatusCode,Role,OperationName
 OfflineRegion
 OnlineRegion
-Count maximum 300 CollectionName,DatabaseName,IsSharedThroughputOffer,OfferOwnerRid,Region
 PhysicalPartitionCount
-Bytes maximum 60 CollectionName,DatabaseName,PhysicalPartitionId,OfferOwnerRid,Region
 PhysicalPartitionSizeInfo
-Count maximum 300 CollectionName,DatabaseName,PhysicalPartitionId,OfferOwnerRid,Region
 PhysicalPartitionThroughputInfo
-Count maximum 300 DatabaseName,CollectionName,Region
 ProvisionedThroughput
-MilliSeconds minimum 60 SourceRegion,TargetRegion
 ReplicationLatency
-MilliSeconds average 60 DatabaseName,CollectionName,Region,ConnectionMode,OperationType,PublicAPIType
 ServerSideLatency
-MilliSeconds average 60 DatabaseName,CollectionName,Region,ConnectionMode,OperationType,PublicAPIType,APIType,IsExternal
 ServerSideLatencyDirect
 ServerSideLatencyGateway
-Percent minimum 3600 IsExternal
 ServiceAvailability
-Count count 60 DatabaseName,CollectionName,Region,StatusCode,OperationType,Status,CapacityType,PriorityLevel,ConnectionMode,IsExternal
 TotalRequests
-Count count 60 DatabaseName,CollectionName,Region,StatusCode,OperationType,Status,PriorityLevel,IsExternal
 TotalRequestsPreview
-Count total 60 DatabaseName,CollectionName,Region,StatusCode,OperationType,Status,CapacityType,PriorityLevel
 TotalRequestUnits
 TotalRequestUnitsPreview
-Count count 300 KeyType
 UpdateAccountKeys
-Count count 300 DiagnosticSettingsName,ResourceGroupName
 UpdateDiagnosticsSettings
microsoft.documentdb/mongoclusters
-Percent average 60
 AutoscaleUtilizationPercent
-Percent average 60 ServerName
 CommittedMemoryPercent
 CpuPercent
 MemoryPercent
 StoragePercent
-Count average 60 ServerName
 IOPS
-MilliSeconds average 60 Authentication,CollectionName,DatabaseName,ErrorCode,Operation,Protocol,ServerName,StatusCode,StatusCodeClass,StatusText
 MongoRequestDurationMs
-Bytes average 60 ServerName
 NetworkBytesEgress
 NetworkBytesIngress
 StorageUsed
microsoft.edgezones/edgezones
-CountPerSecond average 60
 DiskStorageIOPSUsage
-Percent average 3600
 DiskStorageUsedSizeUsage
-Count average 60
 RegionSiteConnectivity
 TotalVcoreCapacity
-Bytes average 3600
 TotalDiskStorageSizeCapacity
-Percent average 60
 VcoresUsage
microsoft.elasticsan/elasticsans
-Percent average 60 GeoType,ApiName,Authentication,VolumeGroup,Volume
 Availability
-Bytes total 60 GeoType,ApiName,Authentication,VolumeGroup,Volume
 Egress
 Ingress
-MilliSeconds average 60 GeoType,ApiName,Authentication,VolumeGroup,Volume
 SuccessE2ELatency
 SuccessServerLatency
-Count total 60 ResponseType,GeoType,ApiName,Authentication,TransactionType,VolumeGroup,Volume
 Transactions
microsoft.eventgrid/domains
-Count total 60 Topic,EventSubscriptionName,DomainEventSubscriptionName
 AdvancedFilterEvaluationCount
 DeliverySuccessCount
 MatchedEventCount
-Count total 60 Topic,EventSubscriptionName,DomainEventSubscriptionName,DeadLetterReason
 DeadLetteredCount
-Count total 60 Topic,EventSubscriptionName,DomainEventSubscriptionName,Error,ErrorType
 DeliveryAttemptFailCount
-MilliSeconds average 60 Topic,EventSubscriptionName,DomainEventSubscriptionName
 DestinationProcessingDurationInMs
-Count total 60 Topic,EventSubscriptionName,DomainEventSubscriptionName,DropReason
 DroppedEventCount
-Count total 60 Topic,ErrorType,Error
 PublishFailCount
-Count total 60 Topic
 PublishSuccessCount
-MilliSeconds total 60
 PublishSuccessLatencyInMs
microsoft.eventgrid/eventsubscriptions
-Count total 60 DeadLetterReason
 DeadLetteredCount
-Count total 60 Error,ErrorType
 DeliveryAttemptFailCount
-Count total 60
 DeliverySuccessCount
 MatchedEventCount
-MilliSeconds average 60
 DestinationProcessingDurationInMs
-Count total 60 DropReason
 DroppedEventCount
microsoft.eventgrid/extensiontopics
-Count total 60 ErrorType,Error
 PublishFailCount
-Count total 60
 PublishSuccessCount
 UnmatchedEventCount
-MilliSeconds total 60
 PublishSuccessLatencyInMs
microsoft.eventgrid/namespaces
-MilliSeconds total 60 Topic,EventSubscriptionName
 AcknowledgeLatencyInMilliseconds
 ReceiveLatencyInMilliseconds
 RejectLatencyInMilliseconds
-Count total 60 Topic,EventSubscriptionName,Error,ErrorType
 FailedAcknowledgedEvents
 FailedReceivedEvents
 FailedReleasedEvents
-Count total 60 Topic,Error,ErrorType
 FailedPublishedEvents
-Count total 60 Protocol
 Mqtt.Connections
-Count total 60 DropReason
 Mqtt.DroppedSessions
-Count total 60 QoS,Protocol,Error
 Mqtt.FailedPublishedMessages
-Count total 60 Error
 Mqtt.FailedRoutedMessages
-Count total 60 Protocol,OperationType,Error
 Mqtt.FailedSubscriptionOperations
-Count total 60 OperationType,Protocol,Error,Result
 Mqtt.RequestCount
-Count total 60 QoS,Protocol
 Mqtt.SuccessfulDeliveredMessages
 Mqtt.SuccessfulPublishedMessages
-Count total 60
 Mqtt.SuccessfulRoutedMessages
-Count total 60 Protocol,OperationType
 Mqtt.SuccessfulSubscriptionOperations
-Bytes total 60 Direction
 Mqtt.Throughput
-MilliSeconds total 60 Topic
 PublishLatencyInMilliseconds
-Count total 60 Topic,EventSubscriptionName
 SuccessfulAcknowledgedEvents
 SuccessfulReceivedEvents
 SuccessfulReleasedEvents
-Count total 60 Topic
 SuccessfulPublishedEvents
microsoft.eventgrid/partnernamespaces
-Count total 60 ErrorType,Error
 PublishFailCount
-Count total 60
 PublishSuccessCount
 UnmatchedEventCount
-MilliSeconds total 60
 PublishSuccessLatencyInMs
microsoft.eventgrid/partnertopics
-Count total 60 EventSubscriptionName
 AdvancedFilterEvaluationCount
 DeliverySuccessCount
 MatchedEventCount
-Count total 60 DeadLetterReason,EventSubscriptionName
 DeadLetteredCount
-Count total 60 Error,ErrorType,EventSubscriptionName
 DeliveryAttemptFailCount
-MilliSeconds average 60 EventSubscriptionName
 DestinationProcessingDurationInMs
-Count total 60 DropReason,EventSubscriptionName
 DroppedEventCount
-Count total 60
 PublishSuccessCount
 UnmatchedEventCount
microsoft.eventgrid/systemtopics
-Count total 60 EventSubscriptionName
 AdvancedFilterEvaluationCount
 DeliverySuccessCount
 MatchedEventCount
 ServerDeliverySuccessRate
-Count total 60 DeadLetterReason,EventSubscriptionName
 DeadLetteredCount
-Count total 60 Error,ErrorType,EventSubscriptionName
 DeliveryAttemptFailCount
-MilliSeconds average 60 EventSubscriptionName
 DestinationProcessingDurationInMs
-Count total 60 DropReason,EventSubscriptionName
 DroppedEventCount
-Count total 60 ErrorType,Error
 PublishFailCount
-Count total 60
 PublishSuccessCount
 UnmatchedEventCount
-MilliSeconds total 60
 PublishSuccessLatencyInMs
microsoft.eventgrid/topics
-Count total 60 EventSubscriptionName
 AdvancedFilterEvaluationCount
 DeliverySuccessCount
 MatchedEventCount
-Count total 60 DeadLetterReason,EventSubscriptionName
 DeadLetteredCount
-Count total 60 Error,ErrorType,EventSubscriptionName
 DeliveryAttemptFailCount
-MilliSeconds average 60 EventSubscriptionName
 DestinationProcessingDurationInMs
-Count total 60 DropReason,EventSubscriptionName
 DroppedEventCount
-Count total 60 ErrorType,Error
 PublishFailCount
-Count total 60
 PublishSuccessCount
 UnmatchedEventCount
-MilliSeconds total 60
 PublishSuccessLatencyInMs
microsoft.eventhub/clusters
-Count average 60
 ActiveConnections
 ConnectionsClosed
 ConnectionsOpened
-Percent maximum 60 Role
 AvailableMemory
 CPU
-Count total 60
 CaptureBacklog
 CapturedMessages
 IncomingMessages
 IncomingRequests
 OutgoingMessages
-Bytes total 60
 CapturedBytes
 IncomingBytes
 OutgoingBytes
-Count total 60 OperationResult
 QuotaExceededErrors
 ServerErrors
 SuccessfulRequests
 ThrottledRequests
 UserErrors
-Bytes average 60 Role
 Size
microsoft.eventhub/namespaces
-Count maximum 60
 ActiveConnections
-Count total 60 EntityName
 CaptureBacklog
 CapturedMessages
 IncomingMessages
 IncomingRequests
 OutgoingMessages
-Bytes total 60 EntityName
 CapturedBytes
 IncomingBytes
 OutgoingBytes
-Count maximum 60 EntityName
 ConnectionsClosed
 ConnectionsOpened
 ReplicationLagCount
-Count total 60
 EHABL
 EHAMSGS
 EHINMSGS
 EHOUTMSGS
 FAILREQ
 INMSGS
 INREQS
 INTERR
 MISCERR
 OUTMSGS
 SUCCREQ
 SVRBSY
-Bytes total 60
 EHAMBS
 EHINBYTES
 EHINMBS
 EHOUTBYTES
 EHOUTMBS
-Percent maximum 60 Replica
 NamespaceCpuUsage
 NamespaceMemoryUsage
-Count total 60 EntityName,OperationResult
 QuotaExceededErrors
 ServerErrors
 SuccessfulRequests
 ThrottledRequests
 UserErrors
-Seconds maximum 60 EntityName
 ReplicationLagDuration
-Bytes average 60 EntityName
 Size
microsoft.hdinsight/clusters
-Count count 60 HttpStatus
 CategorizedGatewayRequests
 GatewayRequests
-CountPerSecond total 60 Machine,Topic
 KafkaRestProxy.ConsumerRequest.m1_delta
 KafkaRestProxy.ConsumerRequestFail.m1_delta
 KafkaRestProxy.MessagesIn.m1_delta
 KafkaRestProxy.MessagesOut.m1_delta
 KafkaRestProxy.ProducerRequest.m1_delta
 KafkaRestProxy.ProducerRequestFail.m1_delta
-MilliSeconds average 60 Machine,Topic
 KafkaRestProxy.ConsumerRequestTime.p95
 KafkaRestProxy.ConsumerRequestWaitingInQueueTime.p95
 KafkaRestProxy.ProducerRequestTime.p95
 KafkaRestProxy.ProducerRequestWaitingInQueueTime.p95
-Count total 60 Machine,Topic
 KafkaRestProxy.OpenConnections
-Count average 60 MetricName
 NumActiveWorkers
-Count average 60
 PendingCPU
 PendingMemory
microsoft.healthcareapis/services
-Percent average 60
 Availability
-Bytes total 60
 CosmosDbCollectionSize
 CosmosDbIndexSize
-Count total 60 Operation,ResourceType
 CosmosDbRequestCharge
 CosmosDbRequests
 CosmosDbThrottleRate
-Count total 60 Operation,ConnectorName
 IoTConnectorDeviceEvent
 IoTConnectorMeasurement
 IoTConnectorMeasurementGroup
 IoTConnectorNormalizedEvent
-MilliSeconds average 60 Operation,ConnectorName
 IoTConnectorDeviceEventProcessingLatencyMs
 IoTConnectorMeasurementIngestionLatencyMs
-Count total 60 Name,Operation,ErrorType,ErrorSeverity,ConnectorName
 IoTConnectorTotalErrors
-Count total 60 Protocol,StatusCode,StatusCodeClass,StatusCodeText
 TotalErrors
-MilliSeconds average 60 Protocol
 TotalLatency
-Count total 60 Protocol
 TotalRequests
microsoft.healthcareapis/workspaces/dicomservices
-Count total 60 Status,ResourceName
 ImportsProcessed
microsoft.healthcareapis/workspaces/fhirservices
-Percent average 60
 Availability
-Bytes total 60
 TotalDataSize
-Count total 60 Protocol,StatusCode,StatusCodeClass,StatusCodeText
 TotalErrors
-MilliSeconds average 60 Protocol
 TotalLatency
-Count total 60 Protocol
 TotalRequests
microsoft.healthcareapis/workspaces/iotconnectors
-Count total 60 Operation,ResourceName
 DeviceEvent
 DroppedEvent
 Measurement
 MeasurementGroup
 NormalizedEvent
-MilliSeconds average 60 Operation,ResourceName
 DeviceEventProcessingLatencyMs
 MeasurementIngestionLatencyMs
-Count total 60 Operation,ResourceName,Name
 FhirResourceSaved
-Percent average 60 Operation,ResourceName,HealthCheckName
 IotConnectorStatus
-Count total 60 Name,Operation,ErrorType,ErrorSeverity,ResourceName
 TotalErrors
microsoft.healthmodel/healthmodels
-MilliSeconds average 60
 ExecutionDuration
-Percent average 60 NodeName
 NodeHealthScore
-Percent average 60
 OverallHealthScore
microsoft.hybridcontainerservice/provisionedclusters
-Count total 60
 capacity_cpu_cores
microsoft.hybridnetwork/networkfunctions
-Percent average 60 InstanceName
 HyperVVirtualProcessorUtilization
microsoft.hybridnetwork/virtualnetworkfunctions
-Percent average 60 InstanceName
 HyperVVirtualProcessorUtilization
microsoft.insights/autoscalesettings
-Count average 60 MetricTriggerRule
 MetricThreshold
-Count average 60
 ObservedCapacity
-Count average 60 MetricTriggerSource
 ObservedMetricValue
-Count total 60 ScaleDirection
 ScaleActionsInitiated
microsoft.insights/components
-Percent average 60 availabilityResult/name,availabilityResult/location
 availabilityResults/availabilityPercentage
-Count count 60 availabilityResult/name,availabilityResult/location,availabilityResult/success
 availabilityResults/count
-MilliSeconds average 60 availabilityResult/name,availabilityResult/location,availabilityResult/success
 availabilityResults/duration
-MilliSeconds average 60
 browserTimings/networkDuration
 browserTimings/processingDuration
 browserTimings/receiveDuration
 browserTimings/sendDuration
 browserTimings/totalDuration
-Count count 60 dependency/type,dependency/performanceBucket,dependency/success,dependency/target,dependency/resultCode,operation/synthetic,cloud/roleInstance,cloud/roleName
 dependencies/count
 dependencies/failed
-MilliSeconds average 60 dependency/type,dependency/performanceBucket,dependency/success,dependency/target,dependency/resultCode,operation/synthetic,cloud/roleInstance,cloud/roleName
 dependencies/duration
-Count count 60 client/isServer,cloud/roleName
 exceptions/browser
-Count count 60 cloud/roleName,cloud/roleInstance,client/type
 exceptions/count
-Count count 60 client/isServer,cloud/roleName,cloud/roleInstance
 exceptions/server
-Count count 60 operation/synthetic,cloud/roleName
 pageViews/count
-MilliSeconds average 60 operation/synthetic,cloud/roleName
 pageViews/duration
-CountPerSecond average 60 cloud/roleInstance
 performanceCounters/exceptionsPerSecond
 performanceCounters/requestsPerSecond
-Bytes average 60 cloud/roleInstance
 performanceCounters/memoryAvailableBytes
 performanceCounters/processPrivateBytes
-Percent average 60 cloud/roleInstance
 performanceCounters/processCpuPercentage
 performanceCounters/processorCpuPercentage
-BytesPerSecond average 60 cloud/roleInstance
 performanceCounters/processIOBytesPerSecond
-MilliSeconds average 60 cloud/roleInstance
 performanceCounters/requestExecutionTime
-Count average 60 cloud/roleInstance
 performanceCounters/requestsInQueue
-Count count 60 request/performanceBucket,request/resultCode,operation/synthetic,cloud/roleInstance,request/success,cloud/roleName
 requests/count
-MilliSeconds average 60 request/performanceBucket,request/resultCode,operation/synthetic,cloud/roleInstance,request/success,cloud/roleName
 requests/duration
-Count count 60 request/performanceBucket,request/resultCode,request/success,operation/synthetic,cloud/roleInstance,cloud/roleName
 requests/failed
-CountPerSecond average 60 request/performanceBucket,request/resultCode,operation/synthetic,cloud/roleInstance,request/success,cloud/roleName
 requests/rate
-Count count 60 trace/severityLevel,operation/synthetic,cloud/roleName,cloud/roleInstance
 traces/count
microsoft.insights/datacollectionrules
-Count count 60 InputStreamId,ResponseCode
 ApiCallReceived_Count
-Bytes total 60 InputStreamId
 BytesReceived_Count
-Count total 60 InputStreamId
 RowsDropped_Count
 RowsReceived_Count
-Count count 60 InputStreamId,ErrorType
 TransformationErrors_Count
-MilliSeconds average 60 InputStreamId
 TransformationRuntime_DurationMs
microsoft.iotcentral/iotapps
-Count total 60
 c2d.commands.failure
 c2d.commands.success
 c2d.property.read.failure
 c2d.property.read.success
 c2d.property.update.failure
 c2d.property.update.success
 d2c.property.read.failure
 d2c.property.read.success
 d2c.property.update.failure
 d2c.property.update.success
 d2c.telemetry.ingress.allProtocol
 d2c.telemetry.ingress.success
-Bytes total 60
 c2d.commands.requestSize
 c2d.commands.responseSize
-Count average 300
 connectedDeviceCount
 provisionedDeviceCount
-Count total 60 exportId,exportDisplayName,destinationId,destinationDisplayName
 dataExport.error
 dataExport.messages.filtered
 dataExport.messages.received
 dataExport.messages.written
-Count total 60 exportId,exportDisplayName,destinationId,destinationDisplayName,status
 dataExport.statusChange
-Bytes total 300
 deviceDataUsage
microsoft.keyvault/managedhsms
-Percent average 60 ActivityType,ActivityName,StatusCode,StatusCodeClass
 Availability
-Count count 60 ActivityType,ActivityName
 ServiceApiHit
-MilliSeconds average 60 ActivityType,ActivityName,StatusCode,StatusCodeClass
 ServiceApiLatency
microsoft.keyvault/vaults
-Percent average 60 ActivityType,ActivityName,StatusCode,StatusCodeClass
 Availability
-Percent average 60 ActivityType,ActivityName,TransactionType
 SaturationShoebox
-Count count 60 ActivityType,ActivityName
 ServiceApiHit
-MilliSeconds average 60 ActivityType,ActivityName,StatusCode,StatusCodeClass
 ServiceApiLatency
-Count count 60 ActivityType,ActivityName,StatusCode,StatusCodeClass
 ServiceApiResult
microsoft.kubernetes/connectedclusters
-Count total 60
 capacity_cpu_cores
-Percent maximum 60 node,nodepool
 node_cpu_usage_percentage
 node_memory_rss_percentage
 node_memory_working_set_percentage
-Percent maximum 60 node,nodepool,device
 node_disk_usage_percentage
microsoft.kubernetesconfiguration/extensions
-Count total 60 3gppGen,PccpId,SiteId
 ActiveSessionCount
 AuthAttempt
 AuthSuccess
 ConnectedNodebs
 DeRegistrationAttempt
 DeRegistrationSuccess
 PagingAttempt
 PagingFailure
 RanSetupRequest
 RanSetupResponse
 RegisteredSubscribers
 RegisteredSubscribersConnected
 RegisteredSubscribersIdle
 RegistrationAttempt
 RegistrationSuccess
 ServiceRequestAttempt
 ServiceRequestSuccess
 SessionRelease
 UeContextReleaseCommand
 UeContextReleaseComplete
 UeContextReleaseRequest
 XnHandoverAttempt
 XnHandoverFailure
 XnHandoverSuccess
-Count total 60 3gppGen,PccpId,SiteId,Result
 AuthFailure
 RegistrationFailure
-Count total 60 PccpId,SiteId
 ProvisionedSubscribers
-Count total 60 3gppGen,PccpId,SiteId,Cause
 RanSetupFailure
-Count total 60 3gppGen,PccpId,SiteId,Result,Tai
 ServiceRequestFailure
-Count total 60 3gppGen,PccpId,SiteId,Dnn
 SessionEstablishmentAttempt
 SessionEstablishmentFailure
 SessionEstablishmentSuccess
-BitsPerSecond total 60 PcdpId,SiteId,Direction,Interface
 UserPlaneBandwidth
-CountPerSecond total 60 PcdpId,SiteId,Cause,Direction,Interface
 UserPlanePacketDropRate
-CountPerSecond total 60 PcdpId,SiteId,Direction,Interface
 UserPlanePacketRate
microsoft.kusto/clusters
-Count average 60 Database
 BatchBlobCount
-Seconds average 60 Database
 BatchDuration
-Count total 60 Database,SealReason
 BatchesProcessed
-Bytes average 60 Database
 BatchSize
-Count total 60 Database,ComponentType,ComponentName
 BlobsDropped
 BlobsProcessed
 BlobsReceived
-Percent average 60
 CacheUtilization
 CacheUtilizationFactor
 CPU
 IngestionUtilization
 StreamingIngestUtilization
-Count maximum 60
 ContinuousExportMaxLatenessMinutes
 ContinuousExportPendingCount
-Count total 60 ContinuousExportName,Database
 ContinuousExportNumOfRecordsExported
-Count count 60 ContinuousExportName,Result,Database
 ContinuousExportResult
-Seconds average 60 ComponentType,ComponentName
 DiscoveryLatency
-Count total 60 ComponentType,ComponentName
 EventsDropped
 EventsProcessed
 EventsReceived
-Percent maximum 60
 ExportUtilization
-MilliSeconds average 60 State,RoleInstance
 FollowerLatency
-Seconds average 60 IngestionKind
 IngestionLatencyInSeconds
-Count total 60 IngestionResultDetails,FailureKind
 IngestionResult
-Bytes total 60 Database
 IngestionVolumeInMB
-Count average 60
 InstanceCount
 KeepAlive
 TotalNumberOfConcurrentQueries
 TotalNumberOfExtents
 TotalNumberOfThrottledQueries
-Count average 60 Database,MaterializedViewName
 MaterializedViewAgeMinutes
 MaterializedViewExtentsRebuild
 MaterializedViewHealth
 MaterializedViewRecordsInDelta
-Seconds average 60 Database,MaterializedViewName
 MaterializedViewAgeSeconds
-Count maximum 60 Database,MaterializedViewName,Kind
 MaterializedViewDataLoss
-Count average 60 Database,MaterializedViewName,Result
 MaterializedViewResult
-Percent average 60 Database,Table
 PartitioningPercentage
 PartitioningPercentageHot
-Count average 60 Database,Table
 ProcessedPartitionedRecords
-MilliSeconds average 60 QueryStatus
 QueryDuration
-Count count 60 QueryStatus
 QueryResult
-Count average 60 ComponentType
 QueueLength
 QueueOldestMessage
-Bytes average 60 ComponentType,ComponentName
 ReceivedDataSizeBytes
-Seconds average 60 Database,ComponentType
 StageLatency
-Bytes average 60
 StreamingIngestDataRate
-MilliSeconds average 60
 StreamingIngestDuration
-Count count 60 Result
 StreamingIngestResults
-Count average 60 CommandType
 TotalNumberOfThrottledCommands
-Seconds average 60 Database,RoleInstance
 WeakConsistencyLatency
microsoft.logic/integrationserviceenvironments
-Seconds average 60
 ActionLatency
 ActionSuccessLatency
 RunLatency
 RunSuccessLatency
 TriggerFireLatency
 TriggerLatency
 TriggerSuccessLatency
-Count total 60
 ActionsCompleted
 ActionsFailed
 ActionsSkipped
 ActionsStarted
 ActionsSucceeded
 RunsCancelled
 RunsCompleted
 RunsFailed
 RunsStarted
 RunsSucceeded
 TriggersCompleted
 TriggersFailed
 TriggersFired
 TriggersSkipped
 TriggersStarted
 TriggersSucceeded
-Percent average 60
 IntegrationServiceEnvironmentConnectorMemoryUsage
 IntegrationServiceEnvironmentConnectorProcessorUsage
 IntegrationServiceEnvironmentWorkflowMemoryUsage
 IntegrationServiceEnvironmentWorkflowProcessorUsage
microsoft.logic/workflows
-Seconds average 60
 ActionLatency
 ActionSuccessLatency
 RunLatency
 RunSuccessLatency
 TriggerFireLatency
 TriggerLatency
 TriggerSuccessLatency
-Count total 60
 ActionsCompleted
 ActionsFailed
 ActionsSkipped
 ActionsStarted
 ActionsSucceeded
 ActionThrottledEvents
 BillableActionExecutions
 BillableTriggerExecutions
 BillingUsageNativeOperation
 BillingUsageStandardConnector
 BillingUsageStorageConsumption
 RunsCancelled
 RunsCompleted
 RunsFailed
 RunsStarted
 RunsSucceeded
 RunStartThrottledEvents
 RunThrottledEvents
 TotalBillableExecutions
 TriggersCompleted
 TriggersFailed
 TriggersFired
 TriggersSkipped
 TriggersStarted
 TriggersSucceeded
 TriggerThrottledEvents
-Percent total 60
 RunFailurePercentage
microsoft.machinelearningservices/workspaces
-Count average 60 Scenario,ClusterName
 Active Cores
 Active Nodes
 Idle Cores
 Idle Nodes
 Leaving Cores
 Leaving Nodes
 Preempted Cores
 Preempted Nodes
 Total Cores
 Total Nodes
 Unusable Cores
 Unusable Nodes
-Count total 60 Scenario,RunType,PublishedPipelineId,ComputeType,PipelineStepType,ExperimentName
 Cancel Requested Runs
 Cancelled Runs
 Completed Runs
 Failed Runs
 Finalizing Runs
 Not Responding Runs
 Not Started Runs
 Preparing Runs
 Provisioning Runs
 Queued Runs
 Started Runs
 Starting Runs
-Count average 60 RunId,InstanceId,ComputeName
 CpuCapacityMillicores
 CpuMemoryCapacityMegabytes
 CpuMemoryUtilizationMegabytes
 CpuMemoryUtilizationPercentage
 CpuUtilizationMillicores
 CpuUtilizationPercentage
 DiskAvailMegabytes
 DiskReadMegabytes
 DiskUsedMegabytes
 DiskWriteMegabytes
 StorageAPIFailureCount
 StorageAPISuccessCount
-Count average 60 Scenario,runId,NodeId,ClusterName
 CpuUtilization
-Count total 60 Scenario
 Errors
 Model Deploy Started
 Model Deploy Succeeded
 Model Register Succeeded
 Warnings
-Count average 60 RunId,InstanceId,DeviceId,ComputeName
 GpuCapacityMilliGPUs
 GpuMemoryCapacityMegabytes
 GpuMemoryUtilizationMegabytes
 GpuMemoryUtilizationPercentage
 GpuUtilizationMilliGPUs
 GpuUtilizationPercentage
-Count average 60 Scenario,runId,rootRunId,InstanceId,DeviceId,ComputeName
 GpuEnergyJoules
-Count average 60 Scenario,runId,NodeId,DeviceId,ClusterName
 GpuMemoryUtilization
 GpuUtilization
-Count average 60 RunId,InstanceId,ComputeName,DeviceId
 IBReceiveMegabytes
 IBTransmitMegabytes
 NetworkInputMegabytes
 NetworkOutputMegabytes
-Count total 60 Scenario,StatusCode
 Model Deploy Failed
 Model Register Failed
-Count average 60 Scenario,ClusterName,VmFamilyName,VmPriority
 Quota Utilization Percentage
microsoft.machinelearningservices/workspaces/onlineendpoints
-Count average 60
 ConnectionsActive
-Count minimum 60 deployment,reason,type
 DataCollectionErrorsPerMinute
-Count minimum 60 deployment,type
 DataCollectionEventsPerMinute
-BytesPerSecond average 60
 NetworkBytes
-CountPerSecond average 60
 NewConnectionsPerSecond
-MilliSeconds average 60 deployment
 RequestLatency
 RequestLatency_P50
 RequestLatency_P90
 RequestLatency_P95
 RequestLatency_P99
-Count average 60 deployment,statusCode,statusCodeClass,modelStatusCode
 RequestsPerMinute
microsoft.machinelearningservices/workspaces/onlineendpoints/deployments
-Percent minimum 60 instanceId
 CpuMemoryUtilizationPercentage
 CpuUtilizationPercentage
 GpuMemoryUtilizationPercentage
 GpuUtilizationPercentage
-Count minimum 60 instanceId,reason,type
 DataCollectionErrorsPerMinute
-Count minimum 60 instanceId,type
 DataCollectionEventsPerMinute
-Count minimum 60 instanceId,State
 DeploymentCapacity
-Percent minimum 60 instanceId,disk
 DiskUtilization
-Count minimum 60 instanceId
 GpuEnergyJoules
-MilliSeconds average 60
 RequestLatency_P50
 RequestLatency_P90
 RequestLatency_P95
 RequestLatency_P99
-Count average 60 envoy_response_code
 RequestsPerMinute
microsoft.managednetworkfabric/internetgateways
-Count average 60 nfcId,gatewayType
 InboundConnectionsActive
 InboundConnectionsTotal
 OutboundConnectionsActive
 OutboundConnectionsFail
 OutboundConnectionsTimeout
 OutboundConnectionsTotal
microsoft.managednetworkfabric/l3isolationdomains
-Count average 60 DeviceId,FabricId,IsdResourceName,IsdNetworkArmId,IsdNetworkName
 IfSubIfInBroadcastPkts
 IfSubIfInDiscards
 IfSubIfInErrors
 IfSubIfInFcsErrors
 IfSubIfInMulticastPkts
 IfSubIfInOctets
 IfSubIfInPkts
 IfSubIfInUnicastPkts
 IfSubIfInUnknownProtos
 IfSubIfOutBroadcastPkts
 IfSubIfOutDiscards
 IfSubIfOutErrors
 IfSubIfOutMulticastPkts
 IfSubIfOutOctets
 IfSubIfOutPkts
 IfSubIfOutUnicastPkts
 IntNwInBitsRate
 IntNwInBroadcastPkts
 IntNwInDiscards
 IntNwInErrors
 IntNwInMulticastPkts
 IntNwInOctets
 IntNwInPktsRate
 IntNwInUcastPkts
 IntNwOutBitsRate
 IntNwOutBroadcastPkts
 IntNwOutDiscards
 IntNwOutErrors
 IntNwOutMulticastPkts
 IntNwOutOctets
 IntNwOutPktsRate
 IntNwOutUcastPkts
-Count average 60 DeviceId,FabricId,IsdResourceName,IsdNetworkArmId,InternalNetworkName,NeighborAddress,AfiSafiAfiSafiName
 IntNwBgpNeighborAfiSafiPrefixesInstalled
 IntNwBgpNeighborAfiSafiPrefixesReceived
 IntNwBgpNeighborAfiSafiPrefixesSent
-Count average 60 DeviceId,FabricId,IsdResourceName,IsdNetworkArmId,InternalNetworkName,NeighborAddress
 IntNwBgpNeighborEstablishedTransitions
 IntNwBgpNeighborReceivedNotification
 IntNwBgpNeighborReceivedUpdate
 IntNwBgpNeighborSentNotification
 IntNwBgpNeighborSentUpdate
microsoft.managednetworkfabric/networkdevices
-Count average 60 FabricId,AclSetName,AclEntrySequenceId,AclSetType
 AclMatchedPackets
-Unspecified average 60 FabricId,IpAddress
 BgpPeerStatus
-Unspecified average 60 FabricId,ComponentName
 ComponentOperStatus
 FanSpeed
 PowerSupplyCapacity
 PowerSupplyInputCurrent
 PowerSupplyInputVoltage
 PowerSupplyOutputCurrent
 PowerSupplyOutputPower
 PowerSupplyOutputVoltage
 TemperatureInstant
 TemperatureMax
 TransceiverSupplyVoltage
-Percent average 60 FabricId,ComponentName
 CpuUtilizationAvg
 CpuUtilizationInstant
 CpuUtilizationMax
 CpuUtilizationMin
 MemoryUtilizationPercentage
-Count average 60 FabricId,InterfaceName,QueueName
 IfDroppedOctets
 IfDroppedOctetsRate
 IfDroppedPkts
 IfDroppedPktsRate
-Count average 60 FabricId,InterfaceName
 IfEthInCrcErrors
 IfEthInFragmentFrames
 IfEthInJabberFrames
 IfEthInMacControlFrames
 IfEthInMacPauseFrames
 IfEthInMaxsizeExceeded
 IfEthInOversizeFrames
 IfEthOutMacControlFrames
 IfEthOutMacPauseFrames
 IfInBroadcastPkts
 IfInDiscards
 IfInDiscardsRate
 IfInErrors
 IfInErrorsRate
 IfInFcsErrors
 IfInMulticastPkts
 IfInOctets
 IfInPkts
 IfInPktsRate
 IfInUnicastPkts
 IfOutBroadcastPkts
 IfOutDiscards
 IfOutDiscardsRate
 IfOutErrors
 IfOutErrorsRate
 IfOutMulticastPkts
 IfOutOctets
 IfOutPkts
 IfOutPktsRate
 IfOutUnicastPkts
 LacpErrors
 LacpInPkts
 LacpOutPkts
 LacpRxErrors
 LacpTxErrors
 LacpUnknownErrors
 LldpFrameIn
 LldpFrameOut
 LldpTlvUnknown
-BitsPerSecond average 60 FabricId,InterfaceName
 IfInBitsRate
 IfOutBitsRate
-Unspecified average 60 FabricId,InterfaceName
 InterfaceOperStatus
-Bytes average 60 FabricId,ComponentName
 MemoryAvailable
 MemoryFree
 MemoryUtilized
microsoft.maps/accounts
-Percent average 60 ApiCategory,ApiName
 Availability
-Bytes average 60 ServiceName
 CreatorUsage
-Count count 60 ApiCategory,ApiName,ResultType,ResponseCode
 Usage
microsoft.media/mediaservices
-Count average 3600
 AssetCount
 AssetQuota
 ContentKeyPolicyCount
 ContentKeyPolicyQuota
 JobQuota
 StreamingPolicyCount
 StreamingPolicyQuota
 TransformQuota
-Percent average 3600
 AssetQuotaUsedPercentage
 ContentKeyPolicyQuotaUsedPercentage
 StreamingPolicyQuotaUsedPercentage
-Count average 60
 ChannelsAndLiveEventsCount
 JobsScheduled
 MaxChannelsAndLiveEventsCount
 MaxRunningChannelsAndLiveEventsCount
 RunningChannelsAndLiveEventsCount
-Count average 3600 KeyType,HttpStatusCode
 KeyDeliveryRequests
microsoft.media/mediaservices/liveevents
-BitsPerSecond average 60 TrackName
 IngestBitrate
-Seconds maximum 60 TrackName
 IngestDriftValue
-MilliSeconds maximum 60 TrackName
 IngestLastTimestamp
 LiveOutputLastTimestamp
microsoft.media/mediaservices/streamingendpoints
-Percent average 60
 CPU
-Bytes total 60 OutputFormat
 Egress
-BitsPerSecond average 60
 EgressBandwidth
-Count total 60 OutputFormat,HttpStatusCode,ErrorCode
 Requests
-MilliSeconds average 60 OutputFormat
 SuccessE2ELatency
microsoft.media/videoanalyzers
-Bytes total 60 PipelineKind,PipelineTopology,Pipeline,Node
 IngressBytes
-Count total 300 PipelineKind,PipelineTopology,PipelineState
 Pipelines
microsoft.messagingconnectors/connectors
-Count total 60
 SinkRecordReadTotalByTime
 SinkRecordSendTotalByTime
 SourceRecordPollTotalByTime
 SourceRecordWriteTotalByTime
 TotalErrorsLoggedByTime
 TotalRecordErrorsByTime
 TotalRecordFailuresByTime
 TotalRecordsSkippedByTime
-Count maximum 60
 SourceRecordWriteTotal
microsoft.mixedreality/remoterenderingaccounts
-Count average 60 SessionType,SDKVersion
 ActiveRenderingSessions
-Count total 60 SDKVersion
 AssetsConverted
microsoft.mixedreality/spatialanchorsaccounts
-Count total 300 DeviceFamily,SDKVersion
 AnchorsCreated
 AnchorsDeleted
 AnchorsQueried
 AnchorsUpdated
 PosesFound
-Count average 86400 DeviceFamily,SDKVersion
 TotalDailyAnchors
microsoft.mobilenetwork/mobilenetworks/sites
-Percent average 60 RANIdentifier
 DownlinkVolume
 UplinkVolume
-Percent average 60
 RadioConnectionsEstablished
 SuccessfulHandovers
microsoft.mobilenetwork/packetcorecontrolplanes
-Count total 60 3gppGen,SiteId,RanId,Dnn
 ActiveSessionCount
-Count total 60 3gppGen,SiteId
 AuthAttempt
 AuthSuccess
 ConnectedNodebs
 DefaultBearerAttachAttempt
 DefaultBearerAttachFailure
 DefaultBearerAttachSuccess
 DeRegistrationAttempt
 DeRegistrationSuccess
 InitialContextSetupFailure
 InitialContextSetupRequest
 InitialContextSetupResponse
 N2HandoverAttempt
 N2HandoverFailure
 N2HandoverSuccess
 PagingAttempt
 PagingFailure
 PDUResourceSetupRequest
 PDUResourceSetupResponse
 RadiusAccessAcceptReceived
 RadiusAccessRejectReceived
 RadiusAccessRequestSendFailed
 RadiusAccessRequestSent
 RadiusAccessRequestTimeout
 RanSetupRequest
 RanSetupSuccess
 RegisteredSubscribers
 RegisteredSubscribersConnected
 RegisteredSubscribersIdle
 RegistrationAttempt
 RegistrationSuccess
 ServiceRequestAttempt
 ServiceRequestSuccess
 SessionEstablishmentFailure
 SessionRelease
 UeContextReleaseCommand
 UeContextReleaseComplete
 UeContextReleaseRequest
 XnHandoverAttempt
 XnHandoverFailure
 XnHandoverSuccess
-Count total 60 3gppGen,SiteId,Result
 AuthFailure
 RegistrationFailure
-Count total 60 3gppGen,SiteId,CommandCode
 DiameterPeerRequestReceived
 DiameterPeerRequestSent
-Count total 60 3gppGen,SiteId,CommandCode,ResultCode
 DiameterPeerResponseReceived
 DiameterPeerResponseSent
-Count total 60 SiteId
 ProvisionedSubscribers
-Count total 60 3gppGen,SiteId,Cause
 RanSetupFailure
-Count total 60 3gppGen,SiteId,Result,Tai
 ServiceRequestFailure
-Count total 60 3gppGen,SiteId,Dnn
 SessionEstablishmentAttempt
 SessionEstablishmentSuccess
microsoft.mobilenetwork/packetcorecontrolplanes/packetcoredataplanes
-BitsPerSecond total 60 SiteId,Direction,Interface
 DataPlaneBandwidth
-CountPerSecond total 60 SiteId,Cause,Direction,Interface
 DataPlanePacketDropRate
-CountPerSecond total 60 SiteId,Direction,Interface,Result
 DataPlanePacketRate
-Count total 60 SiteId,type,Dnn
 ICMPPinholePacketCount
 TcpPinholePacketCount
 UdpPinholePacketCount
-BitsPerSecond total 60 SiteId,Direction,RanId
 N3Bandwidth
-CountPerSecond total 60 SiteId,Direction
 N3PacketRate
-BitsPerSecond total 60 SiteId,Direction,Dnn
 N6Bandwidth
-CountPerSecond total 60 SiteId,Direction,Dnn
 N6PacketRate
-Count total 60 SiteId,Type
 PinholeProtocolLimitExceeded
 PinholesUELimitExceeded
-Count total 60 SiteId,Type,Interface
 PinholesActive
 PinholesCreationRate
 PinholesFailures
 PinholesTimeoutRate
-BitsPerSecond total 60 SiteId,Direction
 TotalN3Bandwidth
microsoft.mobilenetwork/radioaccessnetworks
-MilliSeconds total 60 APIdentifier
 ActiveReceiveTime
 ActiveTransmitTime
-Count total 60 APIdentifier
 ActiveUsers
 ConnectionHandoverAttempts
 ConnectionHandoverSuccesses
 ConnectionsAdditionallyEstablished
 ConnectionsAttempted
 ConnectionsDropped
 ConnectionsEstablished
 ConnectionsInitiallyEstablished
 ConnectionsReAttempted
 ConnectionsReEstablished
 OnlineStatus
-Percent average 60 APIdentifier
 AvailabilityRate
 dConnectionSuccessRate
 dMobilitySuccessRate
-Seconds total 60 APIdentifier
 Downtime
-BitsPerSecond average 60 APIdentifier
 dReceiveThroughput
 dTransmitThroughput
-BitsPerSecond total 60 APIdentifier
 ReceiveDataRate
 TransmitDataRate
-Bytes total 60 APIdentifier,RANIdentifier
 ReceiveVolume
 TransmitVolume
microsoft.monitor/accounts
-Count maximum 60 StampColor
 ActiveTimeSeries
 EventsPerMinuteIngested
-Count average 60 StampColor
 ActiveTimeSeriesLimit
 EventsPerMinuteIngestedLimit
-Percent average 60 StampColor
 ActiveTimeSeriesPercentUtilization
 EventsPerMinuteIngestedPercentUtilization
microsoft.netapp/netappaccounts/capacitypools
-Bytes average 300
 VolumePoolAllocatedSize
 VolumePoolAllocatedUsed
 VolumePoolTotalLogicalSize
 VolumePoolTotalSnapshotSize
-BytesPerSecond average 300
 VolumePoolAllocatedToVolumeThroughput
 VolumePoolProvisionedThroughput
microsoft.netapp/netappaccounts/capacitypools/volumes
-MilliSeconds average 300
 AverageReadLatency
 AverageWriteLatency
-Count average 300
 CbsVolumeBackupActive
 CbsVolumeOperationComplete
 CbsVolumeProtected
 ThroughputLimitReached
 XregionReplicationHealthy
 XregionReplicationRelationshipTransferring
-Bytes average 300
 CbsVolumeLogicalBackupBytes
 CbsVolumeOperationBackupTransferredBytes
 CbsVolumeOperationRestoreTransferredBytes
 CbsVolumeOperationTransferredBytes
 VolumeAllocatedSize
 VolumeCoolTierDataReadSize
 VolumeCoolTierDataWriteSize
 VolumeCoolTierSize
 VolumeLogicalSize
 VolumeSnapshotSize
 XregionReplicationLastTransferSize
 XregionReplicationRelationshipProgress
 XregionReplicationTotalTransferBytes
-CountPerSecond average 300
 OtherIops
 ReadIops
 TotalIops
 WriteIops
-BytesPerSecond average 300
 OtherThroughput
 ReadThroughput
 TotalThroughput
 WriteThroughput
-Percent average 300
 VolumeConsumedSizePercentage
-Seconds average 300
 XregionReplicationLagTime
 XregionReplicationLastTransferDuration
microsoft.network/applicationgateways
-MilliSeconds average 60 Listener
 ApplicationGatewayTotalTime
 ClientRtt
-Count average 60 BackendSettingsPool
 AvgRequestCountPerHealthyHost
 HealthyHostCount
 UnhealthyHostCount
-Count total 60 Action,Category,Mode,CountryCode,PolicyName,PolicyScope
 AzwafBotProtection
-Count total 60 Action,CustomRuleID,Mode,CountryCode,PolicyName,PolicyScope
 AzwafCustomRule
-Count total 60 Action,PolicyName,Rule,PolicyScope
 AzWAFJSChallengeRequestCount
-Count total 60 Action,Mode,RuleGroupID,RuleID,CountryCode,PolicyName,PolicyScope,RuleSetName
 AzwafSecRule
-Count total 60 Action,CountryCode,Method,Mode,PolicyName,PolicyScope
 AzwafTotalRequests
-MilliSeconds average 60 Listener,BackendServer,BackendPool,BackendHttpSetting
 BackendConnectTime
 BackendFirstByteResponseTime
 BackendLastByteResponseTime
-Count total 60 BackendServer,BackendPool,BackendHttpSetting,HttpStatusGroup
 BackendResponseStatus
-Count total 60 RuleGroup,RuleId
 BlockedCount
 MatchedCount
-Bytes total 60 Listener
 BytesReceived
 BytesSent
-Count average 60
 CapacityUnits
 ComputeUnits
 EstimatedBilledCapacityUnits
 FixedBillableCapacityUnits
-Percent average 60
 CpuUtilization
-Count total 60
 CurrentConnections
-Count total 60 BackendSettingsPool
 FailedRequests
 TotalRequests
-CountPerSecond average 60
 NewConnectionsPerSecond
-Count total 60 HttpStatusGroup
 ResponseStatus
-BytesPerSecond average 60
 Throughput
-Count total 60 Listener,TlsProtocol
 TlsProtocol
microsoft.network/azurefirewalls
-Count total 60 Status,Reason,Protocol
 ApplicationRuleHit
 NetworkRuleHit
-Bytes total 60
 DataProcessed
-Percent average 60 Status,Reason
 FirewallHealth
-MilliSeconds average 60
 FirewallLatencyPng
-Percent average 60 Protocol
 SNATPortUtilization
-BitsPerSecond average 60
 Throughput
microsoft.network/bastionhosts
-Count average 60
 pingmesh
-Count total 300 host
 sessions
-Count average 60 host
 total
 used
-Count average 60 cpu,host
 usage_user
microsoft.network/connections
-BitsPerSecond average 60
 BitsInPerSecond
 BitsOutPerSecond
microsoft.network/dnsforwardingrulesets
-Count average 3600
 ForwardingRuleCount
 VirtualNetworkLinkCount
microsoft.network/dnsresolvers
-Count average 3600
 InboundEndpointCount
 OutboundEndpointCount
-Count average 300 EndpointId
 QPS
microsoft.network/dnszones
-Count total 3600
 QueryVolume
-Percent average 3600
 RecordSetCapacityUtilization
-Count average 3600
 RecordSetCount
microsoft.network/expressroutecircuits
-Percent average 60 PeeringType,Peer
 ArpAvailability
 BgpAvailability
-BitsPerSecond average 60 PeeringType,DeviceRole
 BitsInPerSecond
 BitsOutPerSecond
-Count maximum 300
 FastPathRoutesCountForCircuit
-BitsPerSecond average 60 PeeredCircuitSKey
 GlobalReachBitsInPerSecond
 GlobalReachBitsOutPerSecond
-BitsPerSecond average 300
 QosDropBitsInPerSecond
 QosDropBitsOutPerSecond
microsoft.network/expressroutecircuits/peerings
-BitsPerSecond average 60
 BitsInPerSecond
 BitsOutPerSecond
microsoft.network/expressroutegateways
-BitsPerSecond average 60 ConnectionName
 ErGatewayConnectionBitsInPerSecond
 ErGatewayConnectionBitsOutPerSecond
-Count average 300 roleInstance
 ExpressRouteGatewayActiveFlows
-BitsPerSecond average 300 roleInstance
 ExpressRouteGatewayBitsPerSecond
-Count maximum 300 roleInstance,BgpPeerAddress
 ExpressRouteGatewayCountOfRoutesAdvertisedToPeer
 ExpressRouteGatewayCountOfRoutesLearnedFromPeer
-Percent average 300 roleInstance
 ExpressRouteGatewayCpuUtilization
-Count total 300 roleInstance
 ExpressRouteGatewayFrequencyOfRoutesChanged
-CountPerSecond maximum 300 roleInstance,direction
 ExpressRouteGatewayMaxFlowsCreationRate
-Count maximum 300
 ExpressRouteGatewayNumberOfVmInVnet
-CountPerSecond average 300 roleInstance
 ExpressRouteGatewayPacketsPerSecond
microsoft.network/expressrouteports
-Count average 60 Link
 AdminState
 LineProtocol
-Count maximum 300
 FastPathRoutesCountForDirectPort
-BitsPerSecond average 60 Link
 PortBitsInPerSecond
 PortBitsOutPerSecond
-Count average 60 Link,Lane
 RxLightLevel
 TxLightLevel
microsoft.network/frontdoors
-Percent average 60 Backend,BackendPool
 BackendHealthPercentage
-Count total 60 HttpStatus,HttpStatusGroup,Backend
 BackendRequestCount
-MilliSeconds average 60 Backend
 BackendRequestLatency
-Bytes total 60 HttpStatus,HttpStatusGroup,ClientRegion,ClientCountry
 BillableResponseSize
 RequestSize
 ResponseSize
-Count total 60 HttpStatus,HttpStatusGroup,ClientRegion,ClientCountry
 RequestCount
-MilliSeconds average 60 HttpStatus,HttpStatusGroup,ClientRegion,ClientCountry
 TotalLatency
-Count total 60 PolicyName,RuleName,Action
 WebApplicationFirewallRequestCount
microsoft.network/loadbalancers
-Count average 60 FrontendIPAddress,BackendIPAddress,ProtocolType,IsAwaitingRemoval
 AllocatedSnatPorts
 UsedSnatPorts
-Bytes total 60 FrontendIPAddress,FrontendPort,Direction
 ByteCount
-Count average 60 ProtocolType,BackendPort,FrontendIPAddress,FrontendPort,BackendIPAddress
 DipAvailability
-Count average 60 FrontendIPAddress,FrontendPort,BackendIPAddress,ProtocolType,FrontendRegion,BackendRegion
 GlobalBackendAvailability
-Count total 60 FrontendIPAddress,FrontendPort,Direction
 PacketCount
 SYNCount
-Count total 60 FrontendIPAddress,BackendIPAddress,ConnectionState
 SnatConnectionCount
-Count average 60 FrontendIPAddress,FrontendPort
 VipAvailability
microsoft.network/natgateways
-Bytes total 60 Protocol,Direction
 ByteCount
-Count average 60
 DatapathAvailability
-Count total 60 Protocol,Direction
 PacketCount
-Count total 60
 PacketDropCount
-Count total 60 Protocol,ConnectionState
 SNATConnectionCount
-Count total 60 Protocol
 TotalConnectionCount
microsoft.network/networkinterfaces
-Bytes total 60
 BytesReceivedRate
 BytesSentRate
-CountPerSecond average 60
 CreationRateMaxTotalFlowsIn
 CreationRateMaxTotalFlowsOut
-Count average 60
 CurrentTotalFlowsIn
 CurrentTotalFlowsOut
-Count total 60
 PacketsReceivedRate
 PacketsSentRate
microsoft.network/networkmanagers/ipampools
-Count average 60
 CompliantResourcesCount
 IpsAllocatedCount
 IpsAvailableCount
 IpsUsedCount
 NoncompliantResourcesCount
-Percent average 60
 CompliantResourcesPercentage
 IpsAllocatedPercentage
 IpsAvailablePercentage
 IpsUsedPercentage
 NoncompliantResourcesPercentage
microsoft.network/networkwatchers/connectionmonitors
-MilliSeconds average 60
 AverageRoundtripMs
-Percent average 60 SourceAddress,SourceName,SourceResourceId,SourceType,Protocol,DestinationAddress,DestinationName,DestinationResourceId,DestinationType,DestinationPort,TestGroupName,TestConfigurationName,SourceIP,DestinationIP,SourceSubnet,DestinationSubnet
 ChecksFailedPercent
-Percent average 60
 ProbesFailedPercent
-MilliSeconds average 60 SourceAddress,SourceName,SourceResourceId,SourceType,Protocol,DestinationAddress,DestinationName,DestinationResourceId,DestinationType,DestinationPort,TestGroupName,TestConfigurationName,SourceIP,DestinationIP,SourceSubnet,DestinationSubnet
 RoundTripTimeMs
-Count average 60 SourceAddress,SourceName,SourceResourceId,SourceType,Protocol,DestinationAddress,DestinationName,DestinationResourceId,DestinationType,DestinationPort,TestGroupName,TestConfigurationName,TestResultCriterion,SourceIP,DestinationIP,SourceSubnet,DestinationSubnet
 TestResult
microsoft.network/p2svpngateways
-BytesPerSecond average 60 Instance
 P2SBandwidth
-Count total 60 Protocol,Instance
 P2SConnectionCount
-Count total 300 RouteType,Instance
 UserVpnRouteCount
microsoft.network/privatednszones
-Count total 60
 QueryVolume
-Percent average 60
 RecordSetCapacityUtilization
 VirtualNetworkLinkCapacityUtilization
 VirtualNetworkWithRegistrationCapacityUtilization
-Count average 60
 RecordSetCount
 VirtualNetworkLinkCount
 VirtualNetworkWithRegistrationLinkCount
microsoft.network/privateendpoints
-Count total 60
 PEBytesIn
 PEBytesOut
microsoft.network/privatelinkservices
-Count total 60
 PLSBytesIn
 PLSBytesOut
-Percent average 60 PrivateLinkServiceIPAddress
 PLSNatPortsUsage
microsoft.network/publicipaddresses
-Bytes total 60 Port,Direction
 ByteCount
-BytesPerSecond maximum 60
 BytesDroppedDDoS
 BytesForwardedDDoS
 BytesInDDoS
 TCPBytesDroppedDDoS
 TCPBytesForwardedDDoS
 TCPBytesInDDoS
 UDPBytesDroppedDDoS
 UDPBytesForwardedDDoS
 UDPBytesInDDoS
-CountPerSecond maximum 60
 DDoSTriggerSYNPackets
 DDoSTriggerTCPPackets
 DDoSTriggerUDPPackets
 PacketsDroppedDDoS
 PacketsForwardedDDoS
 PacketsInDDoS
 TCPPacketsDroppedDDoS
 TCPPacketsForwardedDDoS
 TCPPacketsInDDoS
 UDPPacketsDroppedDDoS
 UDPPacketsForwardedDDoS
 UDPPacketsInDDoS
-Count maximum 60
 IfUnderDDoSAttack
-Count total 60 Port,Direction
 PacketCount
 SynCount
-Count average 60 Port
 VipAvailability
microsoft.network/publicipprefixes
-BytesPerSecond maximum 60 DestinationVIP
 BytesDroppedDDoS
 BytesForwardedDDoS
 BytesInDDoS
 TCPBytesDroppedDDoS
 TCPBytesForwardedDDoS
 TCPBytesInDDoS
 UDPBytesDroppedDDoS
 UDPBytesForwardedDDoS
 UDPBytesInDDoS
-CountPerSecond maximum 60 VipAddress
 DDoSTriggerSYNPackets
 DDoSTriggerTCPPackets
 DDoSTriggerUDPPackets
-Count maximum 60 DestinationVIP
 IfUnderDDoSAttack
-CountPerSecond maximum 60 DestinationVIP
 PacketsDroppedDDoS
 PacketsForwardedDDoS
 PacketsInDDoS
 TCPPacketsDroppedDDoS
 TCPPacketsForwardedDDoS
 TCPPacketsInDDoS
 UDPPacketsDroppedDDoS
 UDPPacketsForwardedDDoS
 UDPPacketsInDDoS
microsoft.network/trafficmanagerprofiles
-Count maximum 60 EndpointName
 ProbeAgentCurrentEndpointStateByProfileResourceId
-Count total 60 EndpointName
 QpsByEndpoint
microsoft.network/virtualhubs
-Count maximum 300 routeserviceinstance,bgppeerip,bgppeertype
 BgpPeerStatus
 CountOfRoutesAdvertisedToPeer
 CountOfRoutesLearnedFromPeer
-Count maximum 300
 RoutingInfrastructureUnits
-Percent maximum 300
 SpokeVMUtilization
-Bytes total 300
 VirtualHubDataProcessed
microsoft.network/virtualnetworkgateways
-BytesPerSecond average 300 Instance
 AverageBandwidth
-Count average 300 BgpPeerAddress,Instance
 BgpPeerStatus
-Count total 300 BgpPeerAddress,Instance
 BgpRoutesAdvertised
 BgpRoutesLearned
-Count average 300 roleInstance
 ExpressRouteGatewayActiveFlows
-BitsPerSecond average 300 roleInstance
 ExpressRouteGatewayBitsPerSecond
-Count maximum 300 roleInstance,BgpPeerAddress
 ExpressRouteGatewayCountOfRoutesAdvertisedToPeer
 ExpressRouteGatewayCountOfRoutesLearnedFromPeer
-Percent average 300 roleInstance
 ExpressRouteGatewayCpuUtilization
-Count total 300 roleInstance
 ExpressRouteGatewayFrequencyOfRoutesChanged
-CountPerSecond maximum 300 roleInstance,direction
 ExpressRouteGatewayMaxFlowsCreationRate
-Count maximum 300 roleInstance
 ExpressRouteGatewayNumberOfVmInVnet
-CountPerSecond average 300 roleInstance
 ExpressRouteGatewayPacketsPerSecond
-Count maximum 300 Instance
 InboundFlowsCount
 OutboundFlowsCount
-Count total 300 ConnectionName,RemoteIP,Instance
 MmsaCount
 QmsaCount
 TunnelEgressPacketDropCount
 TunnelEgressPacketDropTSMismatch
 TunnelEgressPackets
 TunnelIngressPacketDropCount
 TunnelIngressPacketDropTSMismatch
 TunnelIngressPackets
 TunnelTotalFlowCount
-BytesPerSecond average 60 Instance
 P2SBandwidth
-Count total 60 Protocol,Instance
 P2SConnectionCount
-Count average 300
 ScalableExpressRouteGatewayActiveFlows
-BitsPerSecond average 300
 ScalableExpressRouteGatewayBitsPerSecond
-Count maximum 300
 ScalableExpressRouteGatewayCountOfRoutesAdvertisedToPeer
 ScalableExpressRouteGatewayCountOfRoutesLearnedFromPeer
 ScalableExpressRouteGatewayNumberOfVmInVnet
-Percent average 300
 ScalableExpressRouteGatewayCpuUtilization
-Count total 300
 ScalableExpressRouteGatewayFrequencyOfRoutesChanged
-CountPerSecond maximum 300 direction
 ScalableExpressRouteGatewayMaxFlowsCreationRate
-CountPerSecond average 300
 ScalableExpressRouteGatewayPacketsPerSecond
-BytesPerSecond average 300 ConnectionName,RemoteIP,Instance
 TunnelAverageBandwidth
-Bytes total 300 ConnectionName,RemoteIP,Instance
 TunnelEgressBytes
 TunnelIngressBytes
-Count total 300 NatRule,ConnectionName,RemoteIP,Instance
 TunnelNatAllocations
 TunnelNatedPackets
 TunnelReverseNatedPackets
-Bytes total 300 NatRule,ConnectionName,RemoteIP,Instance
 TunnelNatedBytes
 TunnelReverseNatedBytes
-Count total 300 NatRule,FlowType,ConnectionName,RemoteIP,Instance
 TunnelNatFlowCount
-Count total 300 NatRule,DropType,ConnectionName,RemoteIP,Instance
 TunnelNatPacketDrop
-Count maximum 300 ConnectionName,RemoteIP,Instance
 TunnelPeakPackets
-Count total 300 RouteType,Instance
 UserVpnRouteCount
-Count total 300 Instance
 VnetAddressPrefixCount
microsoft.network/virtualnetworks
-BytesPerSecond maximum 60 ProtectedIPAddress
 BytesDroppedDDoS
 BytesForwardedDDoS
 BytesInDDoS
 TCPBytesDroppedDDoS
 TCPBytesForwardedDDoS
 TCPBytesInDDoS
 UDPBytesDroppedDDoS
 UDPBytesForwardedDDoS
 UDPBytesInDDoS
-CountPerSecond maximum 60 ProtectedIPAddress
 DDoSTriggerSYNPackets
 DDoSTriggerTCPPackets
 DDoSTriggerUDPPackets
 PacketsDroppedDDoS
 PacketsForwardedDDoS
 PacketsInDDoS
 TCPPacketsDroppedDDoS
 TCPPacketsForwardedDDoS
 TCPPacketsInDDoS
 UDPPacketsDroppedDDoS
 UDPPacketsForwardedDDoS
 UDPPacketsInDDoS
-Count maximum 60 ProtectedIPAddress
 IfUnderDDoSAttack
-MilliSeconds average 60 SourceCustomerAddress,DestinationCustomerAddress
 PingMeshAverageRoundtripMs
-Percent average 60 SourceCustomerAddress,DestinationCustomerAddress
 PingMeshProbesFailedPercent
microsoft.network/virtualrouters
-Percent average 60 Peer
 PeeringAvailability
microsoft.network/vpngateways
-BytesPerSecond average 300 Instance
 AverageBandwidth
-Count average 300 BgpPeerAddress,Instance
 BgpPeerStatus
-Count total 300 BgpPeerAddress,Instance
 BgpRoutesAdvertised
 BgpRoutesLearned
-Count maximum 300 Instance
 InboundFlowsCount
 OutboundFlowsCount
-Count total 300 ConnectionName,RemoteIP,Instance
 MmsaCount
 QmsaCount
 TunnelEgressPacketDropCount
 TunnelEgressPacketDropTSMismatch
 TunnelEgressPackets
 TunnelIngressPacketDropCount
 TunnelIngressPacketDropTSMismatch
 TunnelIngressPackets
 TunnelTotalFlowCount
-BytesPerSecond average 300 ConnectionName,RemoteIP,Instance
 TunnelAverageBandwidth
-Bytes total 300 ConnectionName,RemoteIP,Instance
 TunnelEgressBytes
 TunnelIngressBytes
-Count total 300 NatRule,ConnectionName,RemoteIP,Instance
 TunnelNatAllocations
 TunnelNatedPackets
 TunnelReverseNatedPackets
-Bytes total 300 NatRule,ConnectionName,RemoteIP,Instance
 TunnelNatedBytes
 TunnelReverseNatedBytes
-Count total 300 NatRule,FlowType,ConnectionName,RemoteIP,Instance
 TunnelNatFlowCount
-Count total 300 NatRule,DropType,ConnectionName,RemoteIP,Instance
 TunnelNatPacketDrop
-Count maximum 300 ConnectionName,RemoteIP,Instance
 TunnelPeakPackets
-Count total 300 Instance
 VnetAddressPrefixCount
microsoft.networkcloud/baremetalmachines
-Count average 60 Host,CPU
 CpuUsageGuest
 CpuUsageGuestNice
 CpuUsageIdle
 CpuUsageIowait
 CpuUsageIrq
 CpuUsageNice
 CpuUsageSoftirq
 CpuUsageSteal
 CpuUsageSystem
 CpuUsageUser
-Percent average 60 Host,CPU
 CpuUsageTotal
-Seconds average 60 Host
 HostBootTimeSeconds
 NodeNtpRtt
 NodeTimexMaxErrorSeconds
 NodeTimexOffsetSeconds
-Count average 60 Device,Host
 HostDiskReadCompleted
 HostDiskWriteCompleted
 NodeNetworkCarrierChanges
 NodeNetworkReceivePackets
 NodeNetworkTransmitPackets
-Seconds average 60 Device,Host
 HostDiskReadSeconds
 HostDiskWriteSeconds
-Unspecified count 60 BiosDate,BiosRelease,BiosVendor,BiosVersion,BoardName,BoardVendor,BoardVersion,Host,ProductFamily,ProductName,ProductSku,SystemVendor
 HostDmiInformation
-Count average 60 Host
 HostEntropyAvailableBits
 HostInletTemp
 HostLoad1
 HostLoad15
 HostLoad5
 HostMemAvailBytes
 HostMemHWCorruptedBytes
 NodeNtpLeap
 NodeNtpSanity
 NodeNtpStratum
 NodeTimexSyncStatus
 NodeVmOomKill
 NodeVmstatPswpIn
 NodeVmstatPswpout
-Count average 60 Device,FSType,Host,Mountpoint
 HostFilesystemAvailBytes
 HostFilesystemDeviceError
 HostFilesystemFiles
 HostFilesystemFilesFree
 HostFilesystemSizeBytes
-Percent average 60 Device,FSType,Host,Mountpoint
 HostFilesystemFilesPercentFree
 HostFilesystemUsage
-Unspecified count 60 Device,FSType,Host,Mountpoint
 HostFilesystemReadOnly
-Count average 60 Chip,Host,Sensor
 HostHwmonTempCelsius
 HostHwmonTempMax
-Bytes average 60 Host
 HostMemHugePagesFree
 HostMemHugePagesTotal
 HostMemSwapFreeBytes
 HostMemSwapTotalBytes
 HostMemTotalBytes
-Percent average 60 Host
 HostMemSwapAvailableSpace
-Seconds average 60 Cpu,Host,Mode
 HostSpecificCPUUtilization
-Unspecified average 60 Host,PSU
 IdracPowerCapacityWatts
 IdracPowerInputWatts
 IdracPowerOutputWatts
-Unspecified count 60 Host
 IdracPowerOn
-Unspecified average 60 Host,Name,Units
 IdracSensorsTemperature
-Count average 60 Hostname,Interface Name
 NcNodeNetworkReceiveErrsTotal
 NcNodeNetworkTransmitErrsTotal
-Count average 60 Hostname,NUMA Node
 NcTotalCpusPerNuma
 NcTotalWorkloadCpusAllocatedPerNuma
 NcTotalWorkloadCpusAvailablePerNuma
-Count average 60 Master
 NodeBondingActive
-Count average 60 Host,Interface
 NodeBondingAggregateIdMismatch
-Bytes average 60 Host,Node
 NodeMemHugePagesFree
 NodeMemHugePagesTotal
 NodeMemNumaFree
 NodeMemNumaShem
 NodeMemNumaUsed
-Bytes average 60 Device,Host
 NodeNetworkMtuBytes
 NodeNetworkReceiveMulticastTotal
 NodeNetworkSpeedBytes
-Count count 60 Device,Host
 NodeNetworkStatus
-Count count 60 Device,State
 NodeNvmeInfo
-Count count 60 Host,Name,Version
 NodeOsInfo
-Count average 60 Host,State
 NodeProcessState
microsoft.networkcloud/clustermanagers
-Count average 60 clusterName,reason
 NexusClusterConnectionStatus
-Count average 60 clusterVersion
 NexusClusterDeployClusterRequests
-Count average 60 clusterName,clusterVersion,result,upgradedFromVersion,upgradedToVersion,upgradeStrategy
 NexusClusterMachineUpgrade
-Count average 60 clusterName,clusterVersion,result,upgradedFromVersion,upgradedToVersion
 NexusClusterManagementBundleUpgrade
 NexusClusterRuntimeBundleUpgrade
microsoft.networkcloud/clusters
-Count average 60 Component,Pod Name
 ApiserverAuditRequestsRejectedTotal
 ApiserverStorageDataKeyGenerationFailuresTotal
 ApiserverTlsHandshakeErrorsTotal
-Seconds average 60 Component,Pod Name
 ApiserverClientCertificateExpirationSecondsSum
-Seconds average 60 Device,Host
 ContainerFsIoTimeSecondsTotal
-Count average 60 Container,Host,Namespace,Pod
 ContainerMemoryFailcnt
-Bytes average 60 Container,Host,Namespace,Pod
 ContainerMemoryUsageBytes
-Count average 60 Interface,Namespace,Pod
 ContainerNetworkReceiveErrorsTotal
 ContainerNetworkTransmitErrorsTotal
-Unspecified average 60 Host
 ContainerScrapeError
 FelixResyncState
-Count average 60 Container,Host,Namespace,Pod,State
 ContainerTasksState
-Count average 60 Controller,Namespace,Pod Name
 ControllerRuntimeReconcileErrorsTotal
 ControllerRuntimeReconcileTotal
-Count average 60 Family,Pod Name,Proto,Server,Type
 CorednsDnsRequestsTotal
-Count average 60 Pod Name,Server,Rcode
 CorednsDnsResponsesTotal
-Count average 60 Pod Name,Namespace
 CorednsForwardHealthcheckBrokenTotal
 CorednsForwardMaxConcurrentRejectsTotal
 CorednsReloadFailedTotal
-Count average 60 Pod Name
 CorednsHealthRequestFailuresTotal
 CorednsPanicsTotal
 EtcdServerHealthFailures
 TyphaClientLatencySecsCount
 TyphaConnectionsAccepted
 TyphaConnectionsDropped
 TyphaPingLatencyCount
-Percent average 60 Pod Name
 EtcdDBUtilizationPercent
-Seconds total 60 Component,Pod Name,Tier
 EtcdDiskBackendCommitDurationSecondsSum
 EtcdDiskWalFsyncDurationSecondsSum
-Unspecified count 60 Component,Pod Name,Tier
 EtcdServerIsLeader
 EtcdServerIsLearner
-Count average 60 Component,Pod Name,Tier
 EtcdServerLeaderChangesSeenTotal
 EtcdServerProposalsAppliedTotal
 EtcdServerProposalsCommittedTotal
 EtcdServerProposalsFailedTotal
-Count average 60 Pod Name,Tier
 EtcdServerSlowApplyTotal
-Count average 60 Host
 FelixActiveLocalEndpoints
 FelixClusterNumHostEndpoints
 FelixClusterNumHosts
 FelixClusterNumWorkloadEndpoints
 FelixIntDataplaneFailures
 FelixIpsetErrors
 FelixIpsetsCalico
 FelixIptablesRestoreErrors
 FelixIptablesSaveErrors
 FelixResyncsStarted
 KubeletRunningPods
 KubeletStartedPodsErrorsTotal
-Count average 60 Daemonset,Namespace
 KubeDaemonsetStatusCurrentNumberScheduled
 KubeDaemonsetStatusDesiredNumberScheduled
 KubeDaemonsetStatusNotScheduled
-Count average 60 Deployment,Namespace
 KubeDeploymentStatusReplicasAvailable
 KubeDeploymentStatusReplicasReady
 KubeDeploymentStatusReplicasUnavailable
-Percent average 60 Deployment,Namespace
 KubeDeploymentStatusReplicasAvailablePercent
-Count average 60 Job,Namespace
 KubeJobStatusActive
 KubeJobStatusSucceeded
-Count average 60 Job,Namespace,Reason
 KubeJobStatusFailedReasons
-Count average 60 Container State,Host
 KubeletRunningContainers
-Count average 60 Host,Operation Type
 KubeletRuntimeOperationsErrorsTotal
-Bytes average 60 Host,Namespace,Persistent Volume Claim
 KubeletVolumeStatsAvailableBytes
 KubeletVolumeStatsCapacityBytes
 KubeletVolumeStatsUsedBytes
-Count average 60 Node,Resource,Unit
 KubeNodeStatusAllocatable
 KubeNodeStatusCapacity
-Count average 60 Condition,Node,Status
 KubeNodeStatusCondition
-Count average 60 Container,Namespace,Node,Pod,Resource,Unit
 KubePodContainerResourceLimits
 KubePodContainerResourceRequests
-Count average 60 Container,Namespace,Pod
 KubePodContainerStateStarted
 KubePodContainerStatusReady
 KubePodContainerStatusRestartsTotal
 KubePodContainerStatusRunning
 KubePodContainerStatusTerminated
 KubePodContainerStatusWaiting
-Count average 60 Container,Namespace,Pod,Reason
 KubePodContainerStatusLastTerminatedReason
 KubePodContainerStatusTerminatedReasons
 KubePodContainerStatusWaitingReason
-Count average 60 Namespace,Pod
 KubePodDeletionTimestamp
-Count average 60 Namespace,Container,Pod
 KubePodInitContainerStatusReady
 KubePodInitContainerStatusRestartsTotal
 KubePodInitContainerStatusRunning
 KubePodInitContainerStatusTerminated
 KubePodInitContainerStatusWaiting
-Count average 60 Namespace,Container,Pod,Reason
 KubePodInitContainerStatusTerminatedReason
 KubePodInitContainerStatusWaitingReason
-Count average 60 Namespace,Pod,Phase
 KubePodStatusPhases
-Count average 60 Namespace,Pod,Condition
 KubePodStatusReady
-Count average 60 Namespace,Pod,Reason
 KubePodStatusReason
-Count average 60 Namespace,Statefulset
 KubeStatefulsetReplicas
 KubeStatefulsetStatusReplicaDifference
 KubeStatefulsetStatusReplicas
-Unspecified average 60 Kube Version
 KubevirtInfo
-Unspecified average 60 Pod Name
 KubevirtVirtControllerLeading
 KubevirtVirtControllerReady
 KubevirtVirtOperatorReady
-Bytes average 60 Name,Node
 KubevirtVmiMemoryActualBalloonBytes
 KubevirtVmiMemoryAvailableBytes
 KubevirtVmiMemorySwapInTrafficBytesTotal
 KubevirtVmiMemorySwapOutTrafficBytesTotal
 KubevirtVmiMemoryUnusedBytes
-Bytes average 60 Node
 KubevirtVmiMemoryDomainBytesTotal
-Percent average 60 Name,Node
 KubevirtVmiMemoryUsage
-Bytes average 60 Interface,Name,Node
 KubevirtVmiNetworkReceivePacketsTotal
 KubevirtVmiNetworkTransmitPacketsDroppedTotal
 KubevirtVmiNetworkTransmitPacketsTotal
-Count average 60
 KubevirtVmiOutdatedInstances
-Count average 60 Node,Phase,Workload
 KubevirtVmiPhaseCount
-Count average 60 Drive,Name,Node
 KubevirtVmiStorageIopsReadTotal
 KubevirtVmiStorageIopsWriteTotal
-MilliSeconds average 60 Drive,Name,Node
 KubevirtVmiStorageReadTimesMsTotal
 KubevirtVmiStorageWriteTimesMsTotal
-Count average 60 CPU,NUMA Node,VMI Namespace,VMI Node,VMI Name
 NcVmiCpuAffinity
-Count average 60 Reason
 NexusClusterHeartbeatConnectionStatus
-Count average 60 Machine Group,Result,Upgraded From Version,Upgraded To Version
 NexusClusterMachineGroupUpgrade
-Bytes average 60 CSN Name
 NfsVolumeSizeBytes
 NfsVolumeUsedBytes
microsoft.networkcloud/storageappliances
-Count average 60 Code,Component Type,Issue,Severity,Summary
 PurefaAlertsOpen
-Count average 60 Severity
 PurefaAlertsTotal
-Bytes average 60 Dimension
 PurefaArrayPerformanceAverageBytes
 PurefaArrayPerformanceAvgBlockBytes
 PurefaArrayPerformanceBandwidthBytes
 PurefaArraySpaceUsedBytes
-Count average 60 Dimension
 PurefaArrayPerformanceIOPS
 PurefaArrayPerformanceThroughputIops
-MilliSeconds average 60 Dimension
 PurefaArrayPerformanceLatencyMs
-Bytes average 60
 PurefaArrayPerformanceQdepth
 PurefaArraySpaceCapacityBytes
 PurefaArraySpaceProvisionedBytes
-Count average 60
 PurefaArrayPerformanceQueueDepthOps
 PurefaArraySpaceDatareductionRatio
 PurefaArraySpaceDataReductionRatioV2
 PurefaHardwareChassisHealth
-Bytes average 60 Space
 PurefaArraySpaceBytes
-Percent average 60
 PurefaArraySpaceUsage
-Count average 60 Controller
 PurefaHardwareControllerHealth
-Unspecified average 60 Power Supply
 PurefaHardwarePowerVolt
-Unspecified average 60 Sensor,Chassis
 PurefaHardwareTemperatureCelsiusByChassis
-Unspecified average 60 Controller,Sensor
 PurefaHardwareTemperatureCelsiusByController
-Bytes average 60 Dimension,Host
 PurefaHostPerformanceBandwidthBytes
 PurefaHostSpaceBytes
-Count average 60 Dimension,Host
 PurefaHostPerformanceIOPS
-MilliSeconds average 60 Dimension,Host
 PurefaHostPerformanceLatencyMs
-Count average 60 Host,Dimension
 PurefaHostPerformanceThroughputIops
-Bytes average 60 Host,Space
 PurefaHostSpaceBytesV2
-Count average 60 Host
 PurefaHostSpaceDatareductionRatio
 PurefaHostSpaceDataReductionRatioV2
-Bytes average 60 Host
 PurefaHostSpaceSizeBytes
-Percent average 60 Host
 PurefaHostSpaceUsage
-Count average 60 Component Name,Component Type,Component Status
 PurefaHwComponentStatus
-Unspecified average 60 Component Name
 PurefaHwComponentTemperatureCelsius
 PurefaHwComponentVoltageVolt
-Unspecified average 60 Array Name
 PurefaInfo
-Count average 60 Dimension,Name,Type
 PurefaNetworkInterfacePerformanceErrors
-Bytes average 60 Name,Dimension
 PurefaVolumePerformanceBandwidthBytesV2
-Count average 60 Dimension,Volume
 PurefaVolumePerformanceIOPS
-MilliSeconds average 60 Dimension,Volume
 PurefaVolumePerformanceLatencyMs
-MilliSeconds average 60 Dimension,Name
 PurefaVolumePerformanceLatencyMsV2
-Bytes average 60 Dimension,Volume
 PurefaVolumePerformanceThroughputBytes
 PurefaVolumeSpaceBytes
-Count average 60 Name,Dimension
 PurefaVolumePerformanceThroughputIops
-Bytes average 60 Name,Space
 PurefaVolumeSpaceBytesV2
-Count average 60 Volume
 PurefaVolumeSpaceDatareductionRatio
-Unspecified average 60 Name
 PurefaVolumeSpaceDataReductionRatioV2
-Bytes average 60 Volume
 PurefaVolumeSpaceSizeBytes
-Percent average 60 Volume
 PurefaVolumeSpaceUsage
microsoft.networkfunction/azuretrafficcollectors
-Count average 60 RoleInstance,Circuit
 count
-Percent average 300 Hostname
 usage_active
-Percent average 60 Hostname
 used_percent
microsoft.notificationhubs/namespaces/notificationhubs
-Count total 60
 incoming
 incoming.all.failedrequests
 incoming.all.requests
 incoming.scheduled
 incoming.scheduled.cancel
 installation.all
 installation.delete
 installation.get
 installation.patch
 installation.upsert
 notificationhub.pushes
 outgoing.allpns.badorexpiredchannel
 outgoing.allpns.channelerror
 outgoing.allpns.invalidpayload
 outgoing.allpns.pnserror
 outgoing.allpns.success
 outgoing.apns.badchannel
 outgoing.apns.expiredchannel
 outgoing.apns.invalidcredentials
 outgoing.apns.invalidnotificationsize
 outgoing.apns.pnserror
 outgoing.apns.success
 outgoing.fcmv1.badchannel
 outgoing.fcmv1.invalidcredentials
 outgoing.fcmv1.invalidnotificationformat
 outgoing.fcmv1.invalidnotificationsize
 outgoing.fcmv1.pnserror
 outgoing.fcmv1.success
 outgoing.fcmv1.throttled
 outgoing.fcmv1.wrongchannel
 outgoing.gcm.authenticationerror
 outgoing.gcm.badchannel
 outgoing.gcm.expiredchannel
 outgoing.gcm.invalidcredentials
 outgoing.gcm.invalidnotificationformat
 outgoing.gcm.invalidnotificationsize
 outgoing.gcm.pnserror
 outgoing.gcm.success
 outgoing.gcm.throttled
 outgoing.gcm.wrongchannel
 outgoing.mpns.authenticationerror
 outgoing.mpns.badchannel
 outgoing.mpns.channeldisconnected
 outgoing.mpns.dropped
 outgoing.mpns.invalidcredentials
 outgoing.mpns.invalidnotificationformat
 outgoing.mpns.pnserror
 outgoing.mpns.success
 outgoing.mpns.throttled
 outgoing.wns.authenticationerror
 outgoing.wns.badchannel
 outgoing.wns.channeldisconnected
 outgoing.wns.channelthrottled
 outgoing.wns.dropped
 outgoing.wns.expiredchannel
 outgoing.wns.invalidcredentials
 outgoing.wns.invalidnotificationformat
 outgoing.wns.invalidnotificationsize
 outgoing.wns.invalidtoken
 outgoing.wns.pnserror
 outgoing.wns.success
 outgoing.wns.throttled
 outgoing.wns.tokenproviderunreachable
 outgoing.wns.wrongtoken
 registration.all
 registration.create
 registration.delete
 registration.get
 registration.update
 scheduled.pending
microsoft.operationalinsights/workspaces
-Percent average 60 IsUserQuery
 AvailabilityRate_Query
-Count average 60 Computer,ObjectName,InstanceName,CounterPath,SourceSystem
 Average_% Available Memory
 Average_% Available Swap Space
 Average_% Committed Bytes In Use
 Average_% DPC Time
 Average_% Free Inodes
 Average_% Free Space
 Average_% Idle Time
 Average_% Interrupt Time
 Average_% IO Wait Time
 Average_% Nice Time
 Average_% Privileged Time
 Average_% Processor Time
 Average_% Used Inodes
 Average_% Used Memory
 Average_% Used Space
 Average_% Used Swap Space
 Average_% User Time
 Average_Available MBytes
 Average_Available MBytes Memory
 Average_Available MBytes Swap
 Average_Avg. Disk sec/Read
 Average_Avg. Disk sec/Transfer
 Average_Avg. Disk sec/Write
 Average_Bytes Received/sec
 Average_Bytes Sent/sec
 Average_Bytes Total/sec
 Average_Current Disk Queue Length
 Average_Disk Read Bytes/sec
 Average_Disk Reads/sec
 Average_Disk Transfers/sec
 Average_Disk Write Bytes/sec
 Average_Disk Writes/sec
 Average_Free Megabytes
 Average_Free Physical Memory
 Average_Free Space in Paging Files
 Average_Free Virtual Memory
 Average_Logical Disk Bytes/sec
 Average_Page Reads/sec
 Average_Page Writes/sec
 Average_Pages/sec
 Average_Pct Privileged Time
 Average_Pct User Time
 Average_Physical Disk Bytes/sec
 Average_Processes
 Average_Processor Queue Length
 Average_Size Stored In Paging Files
 Average_Total Bytes
 Average_Total Bytes Received
 Average_Total Bytes Transmitted
 Average_Total Collisions
 Average_Total Packets Received
 Average_Total Packets Transmitted
 Average_Total Rx Errors
 Average_Total Tx Errors
 Average_Uptime
 Average_Used MBytes Swap Space
 Average_Used Memory kBytes
 Average_Used Memory MBytes
 Average_Users
 Average_Virtual Shared Memory
-Bytes total 60 LogAnalyticsDataExportDestinationType,LogAnalyticsDataExportRuleName
 BytesExported
-Count average 60 Source,EventLog,Computer,EventCategory,EventLevel,EventLevelName,EventID
 Event
-Count total 60 LogAnalyticsDataExportDestinationType,LogAnalyticsDataExportRuleName,LogAnalyticsDataExportErrorType
 ExportFailed
-Count total 60 Computer,OSType,Version,SourceComputerId
 Heartbeat
-Seconds average 60 Table Name,TableClassification
 Ingestion Time
-Count count 60 Table Name,TableClassification
 Ingestion Volume
-Count count 60 IsUserQuery
 Query Count
 Query Failure Count
-Count total 60 LogAnalyticsDataExportDestinationType,LogAnalyticsDataExportRuleName
 RecordsExported
-Count average 60 Computer,Product,Classification,UpdateState,Optional,Approved
 Update
microsoft.orbital/contactprofiles
-Count total 60
 ContactFailure
 ContactSuccess
microsoft.orbital/l2connections
-BitsPerSecond average 60
 InEdgeSiteBitsRate
 InGroundStationBitsRate
 OutEdgeSiteBitsRate
 OutGroundStationBitsRate
-Count total 60
 InEdgeSiteBroadcastPkts
 InEdgeSiteBytes
 InEdgeSiteDiscards
 InEdgeSiteMulticastPkts
 InEdgeSitePktErrors
 InEdgeSiteUnicastPkts
 InGroundStationBroadcastPkts
 InGroundStationBytes
 InGroundStationDiscards
 InGroundStationMulticastPkts
 InGroundStationPktErrors
 InGroundStationUnicastPkts
 OutEdgeSiteBroadcastPkts
 OutEdgeSiteBytes
 OutEdgeSiteDiscards
 OutEdgeSiteMulticastPkts
 OutEdgeSitePktErrors
 OutEdgeSiteUnicastPkts
 OutGroundStationBroadcastPkts
 OutGroundStationBytes
 OutGroundStationDiscards
 OutGroundStationMulticastPkts
 OutGroundStationPktErrors
 OutGroundStationUnicastPkts
-CountPerSecond average 60
 InEdgeSitePktsRate
 InGroundStationPktsRate
 OutEdgeSitePktsRate
 OutGroundStationPktsRate
microsoft.orbital/spacecrafts
-Count total 60
 ContactFailure
 ContactSuccess
microsoft.orbital/terminals
-Count total 60 category,id,message,node,number,process,router,severity,shelvedReason,source,time
 JuniperAlarm
-BytesPerSecond average 60
 JuniperSsrBandwidthBytesPerSecond
 TunnelTotalBandwidthBytesPerSecond
-Bytes average 60
 JuniperSsrBytes
 TunnelIncomingTotalBytes
 TunnelOutgoingTotalBytes
-Count average 60
 JuniperSsrPacketLoss
microsoft.peering/peerings
-MilliSeconds average 3600 RegisteredAsnName
 AverageCustomerPrefixLatency
-BitsPerSecond average 60 ConnectionId,SessionIp,TrafficClass
 EgressTrafficRate
 IngressTrafficRate
 PacketDropRate
-Count total 60 ConnectionId,SessionIp
 FlapCounts
-MilliSeconds average 3600 RegisteredPrefixName
 RegisteredPrefixLatency
-Count average 300 ConnectionId,SessionIp
 SessionAvailability
microsoft.peering/peeringservices
-MilliSeconds average 60 ConnectionMonitorTestName
 RoundTripTime
microsoft.playfab/titles
-Count average 60 TitleId
 PlayerLoggedInCount
microsoft.powerbidedicated/capacities
-Percent average 60
 cpu_metric
-Count average 60
 overload_metric
microsoft.purview/accounts
-Count total 3600
 DataMapCapacityUnits
-Bytes total 3600
 DataMapStorageSize
-Count total 60
 ScanCancelled
 ScanCompleted
 ScanFailed
-Seconds minimum 60
 ScanTimeTaken
microsoft.recoveryservices/vaults
-Count count 60 dataSourceURL,backupInstanceUrl,dataSourceType,healthStatus,backupInstanceName
 BackupHealthEvent
 RestoreHealthEvent
microsoft.relay/namespaces
-Count total 60 EntityName
 ActiveConnections
 ActiveListeners
 ListenerConnections-TotalRequests
 ListenerDisconnects
 SenderConnections-TotalRequests
 SenderDisconnects
-Bytes total 60 EntityName
 BytesTransferred
-Count total 60 EntityName,OperationResult
 ListenerConnections-ClientError
 ListenerConnections-ServerError
 ListenerConnections-Success
 SenderConnections-ClientError
 SenderConnections-ServerError
 SenderConnections-Success
microsoft.resources/subscriptions
-Seconds average 60 IsCustomerOriginated,Method,Namespace,RequestRegion,ResourceType,StatusCode,StatusCodeClass,Microsoft.SubscriptionId
 Latency
-Count count 60 IsCustomerOriginated,Method,Namespace,RequestRegion,ResourceType,StatusCode,StatusCodeClass,Microsoft.SubscriptionId
 Traffic
microsoft.search/searchservices
-Count total 60 DataSourceName,Failed,IndexerName,IndexName,SkillsetName
 DocumentsProcessedCount
-Seconds average 60
 SearchLatency
-CountPerSecond average 60
 SearchQueriesPerSecond
-Count total 60 DataSourceName,Failed,IndexerName,SkillName,SkillsetName,SkillType
 SkillExecutionCount
-Percent average 60
 ThrottledSearchQueriesPercentage
microsoft.securitydetonation/chambers
-Percent maximum 60 Region
 CapacityUtilization
-Percent average 60 Region
 CpuUtilization
 PercentFreeDiskSpace
-Count count 60 OperationName,ServiceTypeName,Region,HttpReturnCode
 CreateSubmissionApiResult
-MilliSeconds maximum 60 Region
 SubmissionDuration
-Count maximum 60 Region
 SubmissionsCompleted
 SubmissionsFailed
 SubmissionsSucceeded
-Count average 60 Region
 SubmissionsOutstanding
microsoft.securitydetonation/securitydetonationchambers
-Percent average 60
 % Processor Time
microsoft.servicebus/namespaces
-Count total 60 EntityName
 AbandonMessage
 CompleteMessage
 IncomingMessages
 IncomingRequests
 OutgoingMessages
-Count total 60
 ActiveConnections
 PendingCheckpointOperationCount
-Count average 60 EntityName
 ActiveMessages
 ConnectionsClosed
 ConnectionsOpened
 DeadletteredMessages
 Messages
 ScheduledMessages
-Percent maximum 60 Replica
 CPUXNS
 NamespaceCpuUsage
 NamespaceMemoryUsage
 WSXNS
-Count maximum 60 EntityName
 ReplicationLagCount
-Seconds maximum 60 EntityName
 ReplicationLagDuration
-Count total 60 EntityName,OperationResult
 ServerErrors
 SuccessfulRequests
 UserErrors
-MilliSeconds average 60 EntityName
 ServerSendLatency
-Bytes average 60 EntityName
 Size
-Count total 60 EntityName,OperationResult,MessagingErrorSubCode
 ThrottledRequests
microsoft.servicenetworking/trafficcontrollers
-Count total 60 Microsoft.regionName,BackendService
 BackendConnectionTimeouts
-Count average 60 Microsoft.regionName,BackendService
 BackendHealthyTargets
-Count total 60 Microsoft.regionName,BackendService,HttpResponseCode
 BackendHTTPResponseStatus
-Count total 60 Microsoft.regionName,Frontend
 ClientConnectionIdleTimeouts
 ConnectionTimeouts
 TotalRequests
-Count total 60 Microsoft.regionName,Frontend,HttpResponseCode
 HTTPResponseStatus
microsoft.signalrservice/signalr
-Count total 60 Endpoint,ConnectionCloseCategory
 ConnectionCloseCount
-Count maximum 60 Endpoint
 ConnectionCount
-Count total 60 Endpoint
 ConnectionOpenCount
-Percent minimum 60
 ConnectionQuotaUtilization
 ServerLoad
-Bytes total 60
 InboundTraffic
 OutboundTraffic
-Count total 60
 MessageCount
-Percent maximum 60
 SystemErrors
 UserErrors
microsoft.signalrservice/signalr/replicas
-Count total 60 Endpoint,ConnectionCloseCategory
 ConnectionCloseCount
-Count maximum 60 Endpoint
 ConnectionCount
-Count total 60 Endpoint
 ConnectionOpenCount
-Percent minimum 60
 ConnectionQuotaUtilization
 ServerLoad
-Bytes total 60
 InboundTraffic
 OutboundTraffic
-Count total 60
 MessageCount
-Percent maximum 60
 SystemErrors
 UserErrors
microsoft.signalrservice/webpubsub
-Count total 60 ConnectionCloseCategory
 ConnectionCloseCount
-Count total 60
 ConnectionOpenCount
-Percent minimum 60
 ConnectionQuotaUtilization
 ServerLoad
-Bytes total 60
 InboundTraffic
 OutboundTraffic
-Count maximum 60
 TotalConnectionCount
microsoft.signalrservice/webpubsub/replicas
-Count total 60 ConnectionCloseCategory
 ConnectionCloseCount
-Count total 60
 ConnectionOpenCount
-Percent minimum 60
 ConnectionQuotaUtilization
 ServerLoad
-Bytes total 60
 InboundTraffic
 OutboundTraffic
-Count maximum 60
 TotalConnectionCount
microsoft.singularity/accounts
-Percent average 60 accountname,ClusterName,Environment,instance,jobContainerId,jobInstanceId,jobname,Region
 GpuUtilizationPercentage
microsoft.sql/managedinstances
-Percent average 60
 avg_cpu_percent
-Bytes average 60
 io_bytes_read
 io_bytes_written
-Count average 60
 io_requests
 reserved_storage_mb
 storage_space_used_mb
 virtual_core_count
microsoft.sql/servers/databases
-Count total 60
 active_queries
 app_cpu_billed
 app_cpu_billed_ha_replicas
 blocked_by_firewall
 deadlock
 queued_queries
-Bytes average 60
 allocated_data_storage
 storage
-Percent average 60
 app_cpu_percent
 app_memory_percent
 availability
 cache_hit_percent
 cache_used_percent
 cpu_percent
 dtu_consumption_percent
 dwu_consumption_percent
 log_write_percent
 memory_usage_percent
 physical_data_read_percent
 sessions_percent
 sql_instance_cpu_percent
 sql_instance_memory_percent
 sqlserver_process_core_percent
 sqlserver_process_memory_percent
 storage_percent
 tempdb_log_used_percent
 workers_percent
 xtp_storage_percent
-Bytes average 86400
 base_blob_size_bytes
 diff_backup_size_bytes
 full_backup_size_bytes
 log_backup_size_bytes
 snapshot_backup_size_bytes
-Count total 60 Error,ValidatedDriverNameAndVersion
 connection_failed
 connection_failed_user_error
-Count total 60 SslProtocol,ValidatedDriverNameAndVersion
 connection_successful
-Count average 60
 cpu_limit
 cpu_used
 dtu_limit
 dtu_used
 dwu_limit
 dwu_used
 sessions_count
 tempdb_data_size
 tempdb_log_size
-Count average 900
 free_amount_consumed
 free_amount_remaining
-Count count 60
 ledger_digest_upload_failed
 ledger_digest_upload_success
-Percent average 300
 local_tempdb_usage_percent
-Count total 60 WorkloadGroupName,IsUserDefined
 wlg_active_queries
 wlg_active_queries_timeouts
 wlg_queued_queries
-Percent average 60 WorkloadGroupName,IsUserDefined
 wlg_allocation_relative_to_system_percent
 wlg_allocation_relative_to_wlg_effective_cap_percent
 wlg_effective_cap_resource_percent
 wlg_effective_min_resource_percent
microsoft.sql/servers/elasticpools
-Bytes average 60
 allocated_data_storage
 storage_limit
 storage_used
-Percent average 60
 allocated_data_storage_percent
 app_cpu_percent
 app_memory_percent
 cpu_percent
 dtu_consumption_percent
 log_write_percent
 physical_data_read_percent
 sessions_percent
 sql_instance_cpu_percent
 sql_instance_memory_percent
 sqlserver_process_core_percent
 sqlserver_process_memory_percent
 storage_percent
 tempdb_log_used_percent
 workers_percent
 xtp_storage_percent
-Count total 60
 app_cpu_billed
-Count average 60
 cpu_limit
 cpu_used
 eDTU_limit
 eDTU_used
 sessions_count
 tempdb_data_size
 tempdb_log_size
microsoft.sql/servers/jobagents
-Count total 60
 elastic_jobs_failed
 elastic_jobs_successful
 elastic_jobs_timeout
microsoft.storage/storageaccounts
-Percent average 60 GeoType,ApiName,Authentication
 Availability
-Bytes total 60 GeoType,ApiName,Authentication
 Egress
 Ingress
-MilliSeconds average 60 GeoType,ApiName,Authentication
 SuccessE2ELatency
 SuccessServerLatency
-Count total 60 ResponseType,GeoType,ApiName,Authentication,TransactionType
 Transactions
-Bytes average 3600
 UsedCapacity
microsoft.storage/storageaccounts/blobservices
-Percent average 60 GeoType,ApiName,Authentication,Tier
 Availability
-Bytes average 3600 BlobType,Tier
 BlobCapacity
 BlobProvisionedSize
-Count average 3600 BlobType,Tier
 BlobCount
-Count average 3600
 ContainerCount
-Bytes total 60 GeoType,ApiName,Authentication,Tier
 Egress
 Ingress
-Bytes average 3600
 IndexCapacity
-MilliSeconds average 60 GeoType,ApiName,Authentication,Tier
 SuccessE2ELatency
 SuccessServerLatency
-Count total 60 ResponseType,GeoType,ApiName,Authentication,TransactionType,Tier
 Transactions
microsoft.storage/storageaccounts/fileservices
-Percent average 60 GeoType,ApiName,Authentication,FileShare
 Availability
-Bytes total 60 GeoType,ApiName,Authentication,FileShare
 Egress
 Ingress
-Bytes average 3600 FileShare,Tier
 FileCapacity
-Count average 3600 FileShare,Tier
 FileCount
-Bytes average 3600 FileShare
 FileShareCapacityQuota
 FileShareSnapshotSize
-Count average 3600
 FileShareCount
-CountPerSecond maximum 60 FileShare
 FileShareMaxUsedBandwidthMiBps
 FileShareMaxUsedIOPS
-CountPerSecond average 3600 FileShare
 FileShareProvisionedBandwidthMiBps
 FileShareProvisionedIOPS
-Count average 3600 FileShare
 FileShareSnapshotCount
-MilliSeconds average 60 GeoType,ApiName,Authentication,FileShare
 SuccessE2ELatency
 SuccessServerLatency
-Count total 60 ResponseType,GeoType,ApiName,Authentication,FileShare,TransactionType
 Transactions
microsoft.storage/storageaccounts/objectreplicationpolicies
-Bytes average 60 TimeBucket
 PendingBytesForReplication
-Count average 60 TimeBucket
 PendingOperationsForReplication
microsoft.storage/storageaccounts/queueservices
-Percent average 60 GeoType,ApiName,Authentication
 Availability
-Bytes total 60 GeoType,ApiName,Authentication
 Egress
 Ingress
-Bytes average 3600
 QueueCapacity
-Count average 3600
 QueueCount
 QueueMessageCount
-MilliSeconds average 60 GeoType,ApiName,Authentication
 SuccessE2ELatency
 SuccessServerLatency
-Count total 60 ResponseType,GeoType,ApiName,Authentication,TransactionType
 Transactions
microsoft.storage/storageaccounts/storagetasks
-Count total 300 AccountName,TaskAssignmentId
 ObjectsOperatedCount
 ObjectsOperationFailedCount
 ObjectsTargetedCount
microsoft.storage/storageaccounts/tableservices
-Percent average 60 GeoType,ApiName,Authentication
 Availability
-Bytes total 60 GeoType,ApiName,Authentication
 Egress
 Ingress
-MilliSeconds average 60 GeoType,ApiName,Authentication
 SuccessE2ELatency
 SuccessServerLatency
-Bytes average 3600
 TableCapacity
-Count average 3600
 TableCount
 TableEntityCount
-Count total 60 ResponseType,GeoType,ApiName,Authentication,TransactionType
 Transactions
microsoft.storage/storagetasks
-Count total 300 AccountName,TaskAssignmentId
 ObjectsOperatedCount
 ObjectsOperationFailedCount
 ObjectsOperationSucceededCount
 ObjectsTargetedCount
 StorageTasksRunCount
 StorageTasksRunFailureCount
 StorageTasksRunSuccessCount
 StorageTasksRunWithFailedOperationCount
microsoft.storageactions/storagetasks
-Count total 300 AccountName,TaskAssignmentId
 ObjectsOperatedCount
 ObjectsOperationFailedCount
 ObjectsOperationSucceededCount
 ObjectsTargetedCount
 StorageTasksRunCount
 StorageTasksRunFailureCount
 StorageTasksRunSuccessCount
 StorageTasksRunWithFailedOperationCount
microsoft.storagecache/amlfilesystems
-Count minimum 60 ostnum
 ClientReadOps
 ClientWriteOps
 OSTConnectedClients
 OSTFilesFree
 OSTFilesTotal
 OSTFilesUsed
-BytesPerSecond minimum 60 ostnum
 ClientReadThroughput
 ClientWriteThroughput
-Bytes minimum 60 mdtnum
 MDTBytesAvailable
 MDTBytesTotal
 MDTBytesUsed
-MilliSeconds minimum 60 mdtnum,operation
 MDTClientLatency
-Count minimum 60 mdtnum,operation
 MDTClientOps
-Count minimum 60 mdtnum
 MDTConnectedClients
 MDTFilesFree
 MDTFilesTotal
 MDTFilesUsed
-Bytes minimum 60 ostnum
 OSTBytesAvailable
 OSTBytesTotal
 OSTBytesUsed
-MilliSeconds minimum 60 ostnum,operation
 OSTClientLatency
-Count minimum 60 ostnum,operation
 OSTClientOps
microsoft.storagecache/caches
-Count minimum 60
 ClientIOPS
 StorageTargetHealth
 TotalBlocksRecycled
 Uptime
-MilliSeconds minimum 60
 ClientLatency
-CountPerSecond minimum 60
 ClientLockIOPS
 ClientMetadataReadIOPS
 ClientMetadataWriteIOPS
 ClientReadIOPS
 ClientWriteIOPS
-BytesPerSecond minimum 60
 ClientReadThroughput
 ClientWriteThroughput
 TotalRecycleRate
-Count total 60 ClientSource,CacheAddress,ClientAddress,Protocol,ConnectionType
 ClientStatus
-CountPerSecond minimum 60 SourceFile,Rank,FileType
 FileOps
 FileUpdates
-BytesPerSecond minimum 60 SourceFile,Rank,FileType
 FileReads
 FileWrites
-Count minimum 60 StorageTarget
 StorageTargetAccessErrors
 StorageTargetBlocksRecycled
 StorageTargetFileTooLargeErrors
 StorageTargetFlushFailureErrors
 StorageTargetIOPS
 StorageTargetNoSpaceErrors
 StorageTargetPermissionErrors
 StorageTargetQuotaLimitErrors
 StorageTargetReadOnlyErrors
 StorageTargetRequestTooSmallErrors
 StorageTargetRetryableFlushErrors
 StorageTargetTotalCacheOps
 StorageTargetUnrecoverableFlushErrors
 StorageTargetUpdateFoundAsyncCacheOps
 StorageTargetUpdateFoundSyncCacheOps
 StorageTargetVerificationAsyncCacheOps
 StorageTargetVerificationSyncCacheOps
 StorageTargetWriteIOPS
-BytesPerSecond minimum 60 StorageTarget
 StorageTargetAsyncWriteThroughput
 StorageTargetFillThroughput
 StorageTargetReadAheadThroughput
 StorageTargetRecycleRate
 StorageTargetSyncWriteThroughput
 StorageTargetTotalReadThroughput
 StorageTargetTotalWriteThroughput
-Bytes minimum 60 StorageTarget
 StorageTargetFreeReadSpace
 StorageTargetFreeWriteSpace
 StorageTargetSpaceAllocation
 StorageTargetTotalReadSpace
 StorageTargetTotalWriteSpace
 StorageTargetUsedReadSpace
 StorageTargetUsedWriteSpace
-MilliSeconds minimum 60 StorageTarget
 StorageTargetLatency
-CountPerSecond minimum 60 StorageTarget
 StorageTargetMetadataReadIOPS
 StorageTargetMetadataWriteIOPS
 StorageTargetReadIOPS
-Bytes minimum 60
 TotalFreeReadSpace
 TotalFreeWriteSpace
 TotalUsedReadSpace
 TotalUsedWriteSpace
microsoft.storagemover/storagemovers
-CountPerSecond average 60 JobRunName
 JobRunScanThroughputItems
 JobRunTransferThroughputItems
-BytesPerSecond average 60 JobRunName
 JobRunTransferThroughputBytes
 UploadLimitBytesPerSecond
microsoft.storagesync/storagesyncservices
-Count average 60 SyncGroupName,ServerEndpointName,SyncDirection
 ServerSyncSessionResult
 StorageSyncSyncSessionAppliedFilesCount
 StorageSyncSyncSessionPerItemErrorsCount
-Bytes average 60 SyncGroupName,ServerEndpointName,SyncDirection
 StorageSyncBatchTransferredFileBytes
-Percent average 60 SyncGroupName,ServerName,ServerEndpointName
 StorageSyncComputedCacheHitRate
 StorageSyncRecallComputedSuccessRate
-Bytes average 60 SyncGroupName,ServerName,ServerEndpointName,LastAccessTime
 StorageSyncDataSizeByAccessPattern
-Bytes total 60 SyncGroupName,ServerName,ServerEndpointName,TieringReason
 StorageSyncIncrementalTieredDataSizeBytes
-Count count 60 SyncGroupName,ServerName,ServerEndpointName
 StorageSyncLowDiskModeCount
-Bytes average 60 SyncGroupName,ServerName,ApplicationName
 StorageSyncRecalledNetworkBytesByApplication
-Bytes average 60 SyncGroupName,ServerName,ServerEndpointName
 StorageSyncRecalledTotalNetworkBytes
 StorageSyncTieredDataSizeBytes
 StorageSyncTieringCacheSizeBytes
-BytesPerSecond average 60 SyncGroupName,ServerName,ServerEndpointName
 StorageSyncRecallThroughputBytesPerSecond
-Count average 60 ServerName
 StorageSyncServerHeartbeat
microsoft.storagetasks/storagetasks
-Count total 300 AccountName,TaskAssignmentId
 ObjectsOperatedCount
 ObjectsOperationFailedCount
 ObjectsOperationSucceededCount
 ObjectsTargetedCount
 StorageTasksRunCount
 StorageTasksRunFailureCount
 StorageTasksRunSuccessCount
 StorageTasksRunWithFailedOperationCount
microsoft.streamanalytics/streamingjobs
-Count total 60 LogicalName,PartitionId,ProcessorInstance,NodeName
 AMLCalloutFailedRequests
 AMLCalloutInputEvents
 AMLCalloutRequests
 ConversionErrors
 DeserializationError
 DroppedOrAdjustedEvents
 EarlyInputEvents
 Errors
 InputEvents
 InputEventsSourcesPerSecond
 LateInputEvents
 OutputEvents
-Bytes total 60 LogicalName,PartitionId,ProcessorInstance,NodeName
 InputEventBytes
-Count average 60 LogicalName,PartitionId,ProcessorInstance,NodeName
 InputEventsSourcesBacklogged
-Seconds average 60 LogicalName,PartitionId,ProcessorInstance,NodeName
 OutputWatermarkDelaySeconds
-Percent average 60 LogicalName,PartitionId,ProcessorInstance,NodeName
 ProcessCPUUsagePercentage
 ResourceUtilization
microsoft.synapse/workspaces
-Bytes total 60
 BuiltinSqlPoolDataProcessedBytes
-Count average 60 Result
 BuiltinSqlPoolLoginAttempts
 BuiltinSqlPoolRequestsEnded
-Count count 60 Result,FailureType,Activity,ActivityType,Pipeline
 IntegrationActivityRunsEnded
-Count total 60 EventType,LinkConnectionName
 IntegrationLinkConnectionEvents
-Count total 60 TableName,LinkConnectionName
 IntegrationLinkProcessedChangedRows
-Bytes total 60 TableName,LinkTableStatus,LinkConnectionName
 IntegrationLinkProcessedDataVolume
-Count maximum 60 LinkConnectionName
 IntegrationLinkProcessingLatencyInSeconds
-Count total 60 TableName,EventType,LinkConnectionName
 IntegrationLinkTableEvents
-Count count 60 Result,FailureType,Pipeline
 IntegrationPipelineRunsEnded
-Count count 60 Result,FailureType,Trigger
 IntegrationTriggerRunsEnded
-Count total 60 SQLPoolName,SQLDatabaseName,JobName,LogicalName,PartitionId,ProcessorInstance
 SQLStreamingBackloggedInputEventSources
 SQLStreamingConversionErrors
 SQLStreamingDeserializationError
 SQLStreamingEarlyInputEvents
 SQLStreamingInputEventBytes
 SQLStreamingInputEvents
 SQLStreamingInputEventsSourcesPerSecond
 SQLStreamingLateInputEvents
 SQLStreamingOutOfOrderEvents
 SQLStreamingOutputEvents
 SQLStreamingRuntimeErrors
-Count maximum 60 SQLPoolName,SQLDatabaseName,JobName,LogicalName,PartitionId,ProcessorInstance
 SQLStreamingOutputWatermarkDelaySeconds
-Percent maximum 60 SQLPoolName,SQLDatabaseName,JobName,LogicalName,PartitionId,ProcessorInstance
 SQLStreamingResourceUtilization
microsoft.synapse/workspaces/bigdatapools
-Count maximum 60 SubmitterId
 BigDataPoolAllocatedCores
 BigDataPoolAllocatedMemory
-Count maximum 60 JobState
 BigDataPoolApplicationsActive
-Count total 60 JobType,JobResult
 BigDataPoolApplicationsEnded
microsoft.synapse/workspaces/kustopools
-Count average 60 Database
 BatchBlobCount
-Seconds average 60 Database
 BatchDuration
-Count total 60 Database,SealReason
 BatchesProcessed
-Bytes average 60 Database
 BatchSize
-Count total 60 Database,ComponentType,ComponentName
 BlobsDropped
 BlobsProcessed
 BlobsReceived
-Percent average 60
 CacheUtilization
 CacheUtilizationFactor
 CPU
 IngestionUtilization
 StreamingIngestUtilization
-Count maximum 60
 ContinuousExportMaxLatenessMinutes
 ContinuousExportPendingCount
-Count total 60 ContinuousExportName,Database
 ContinuousExportNumOfRecordsExported
-Count count 60 ContinuousExportName,Result,Database
 ContinuousExportResult
-Seconds average 60 ComponentType,ComponentName
 DiscoveryLatency
-Count total 60 ComponentType,ComponentName
 EventsDropped
 EventsProcessed
 EventsReceived
-Percent maximum 60
 ExportUtilization
-MilliSeconds average 60 State,RoleInstance
 FollowerLatency
-Seconds average 60 IngestionKind
 IngestionLatencyInSeconds
-Count total 60 IngestionResultDetails,FailureKind
 IngestionResult
-Bytes total 60 Database
 IngestionVolumeInMB
-Count average 60
 InstanceCount
 KeepAlive
 TotalNumberOfConcurrentQueries
 TotalNumberOfExtents
 TotalNumberOfThrottledQueries
-Count average 60 Database,MaterializedViewName
 MaterializedViewAgeMinutes
 MaterializedViewExtentsRebuild
 MaterializedViewHealth
 MaterializedViewRecordsInDelta
-Seconds average 60 Database,MaterializedViewName
 MaterializedViewAgeSeconds
-Count maximum 60 Database,MaterializedViewName,Kind
 MaterializedViewDataLoss
-Count average 60 Database,MaterializedViewName,Result
 MaterializedViewResult
-Percent average 60 Database,Table
 PartitioningPercentage
 PartitioningPercentageHot
-Count average 60 Database,Table
 ProcessedPartitionedRecords
-MilliSeconds average 60 QueryStatus
 QueryDuration
-Count count 60 QueryStatus
 QueryResult
-Count average 60 ComponentType
 QueueLength
 QueueOldestMessage
-Bytes average 60 ComponentType,ComponentName
 ReceivedDataSizeBytes
-Seconds average 60 Database,ComponentType
 StageLatency
-Bytes average 60
 StreamingIngestDataRate
-MilliSeconds average 60
 StreamingIngestDuration
-Count count 60 Result
 StreamingIngestResults
-Count average 60 CommandType
 TotalNumberOfThrottledCommands
-Seconds average 60 Database,RoleInstance
 WeakConsistencyLatency
microsoft.synapse/workspaces/scopepools
-MilliSeconds maximum 60 JobType,JobResult
 ScopePoolJobPNMetric
 ScopePoolJobRunningDurationMetric
-MilliSeconds maximum 60 JobType
 ScopePoolJobQueuedDurationMetric
microsoft.synapse/workspaces/sqlpools
-Count total 60 IsUserDefined
 ActiveQueries
 QueuedQueries
-Percent maximum 60
 AdaptiveCacheHitPercent
 AdaptiveCacheUsedPercent
 CPUPercent
 DWUUsedPercent
 LocalTempDBUsedPercent
 MemoryUsedPercent
-Count total 60 Result
 Connections
-Count total 60
 ConnectionsBlockedByFirewall
-Count maximum 60
 DWULimit
 DWUUsed
-Count total 60 IsUserDefined,WorkloadGroup
 WLGActiveQueries
 WLGActiveQueriesTimeouts
 WLGQueuedQueries
-Percent maximum 60 IsUserDefined,WorkloadGroup
 WLGAllocationByEffectiveCapResourcePercent
 WLGAllocationBySystemPercent
 WLGEffectiveCapResourcePercent
-Percent minimum 60 IsUserDefined,WorkloadGroup
 WLGEffectiveMinResourcePercent
microsoft.timeseriesinsights/environments
-Bytes total 60
 IngressReceivedBytes
 IngressStoredBytes
-Count total 60
 IngressReceivedInvalidMessages
 IngressReceivedMessages
 IngressStoredEvents
-Count average 60
 IngressReceivedMessagesCountLag
-Seconds maximum 60
 IngressReceivedMessagesTimeLag
-Count maximum 60
 WarmStorageMaxProperties
 WarmStorageUsedProperties
microsoft.timeseriesinsights/environments/eventsources
-Bytes total 60
 IngressReceivedBytes
 IngressStoredBytes
-Count total 60
 IngressReceivedInvalidMessages
 IngressReceivedMessages
 IngressStoredEvents
-Count average 60
 IngressReceivedMessagesCountLag
-Seconds maximum 60
 IngressReceivedMessagesTimeLag
-Count maximum 60
 WarmStorageMaxProperties
 WarmStorageUsedProperties
microsoft.voiceservices/communicationsgateways
-Count total 60 BotType
 ACGBotIncomingRequestsCounter
 AOCPVishingSmsSentCounter
-Count total 60
 ACGVBCIncomingRequestsCounter
-Percent average 60 Region
 ActiveCallFailures
-Count average 60 Region
 ActiveCalls
 ActiveEmergencyCalls
-Count average 60 BotType
 AOCPVishingFraudDetectedHistogram
-Count total 60 Region,index
 OPTIONS2XXReceived
 OPTIONS2XXSent
 OPTIONS3XXReceived
 OPTIONS3XXSent
 OPTIONS4XXReceived
 OPTIONS4XXSent
 OPTIONS5XXReceived
 OPTIONS5XXSent
 OPTIONS6XXReceived
 OPTIONS6XXSent
microsoft.web/containerapps
-Count average 60 revisionName,deploymentName
 Replicas
-Count average 60 revisionName,podName,statusCodeCategory,statusCode
 Requests
-Count average 60 revisionName,podName
 RestartCount
-Bytes average 60 revisionName,podName
 RxBytes
 TxBytes
-NanoCores total 60 revisionName,podName
 UsageNanoCores
-Bytes total 60 revisionName,podName
 WorkingSetBytes
microsoft.web/hostingenvironments
-Count total 60 Instance
 ActiveRequests
 Http101
 Http2xx
 Http3xx
 Http401
 Http403
 Http404
 Http406
 Http4xx
 Http5xx
 Requests
-Seconds average 60 Instance
 AverageResponseTime
 HttpResponseTime
-Bytes total 60 Instance
 BytesReceived
 BytesSent
-Percent average 60 Instance
 CpuPercentage
 MemoryPercentage
-Count average 60 Instance
 DiskQueueLength
 HttpQueueLength
-Count average 60
 LargeAppServicePlanInstances
 MediumAppServicePlanInstances
 SmallAppServicePlanInstances
 TotalFrontEnds
microsoft.web/hostingenvironments/multirolepools
-Count total 60 Instance
 ActiveRequests
 Http101
 Http2xx
 Http3xx
 Http401
 Http403
 Http404
 Http406
 Http4xx
 Http5xx
 Requests
-Seconds average 60 Instance
 AverageResponseTime
 HttpResponseTime
-Bytes total 60 Instance
 BytesReceived
 BytesSent
-Percent average 60 Instance
 CpuPercentage
 MemoryPercentage
-Count average 60 Instance
 DiskQueueLength
 HttpQueueLength
-Count average 60
 LargeAppServicePlanInstances
 MediumAppServicePlanInstances
 SmallAppServicePlanInstances
 TotalFrontEnds
microsoft.web/hostingenvironments/workerpools
-Percent average 60 Instance
 CpuPercentage
 MemoryPercentage
-Count average 60
 WorkersAvailable
 WorkersTotal
 WorkersUsed
microsoft.web/serverfarms
-Bytes total 60 Instance
 BytesReceived
 BytesSent
-Percent average 60 Instance
 CpuPercentage
 MemoryPercentage
-Count average 60 Instance
 DiskQueueLength
 HttpQueueLength
 SocketInboundAll
 SocketLoopback
 SocketOutboundAll
 SocketOutboundEstablished
 SocketOutboundTimeWait
 TcpCloseWait
 TcpClosing
 TcpEstablished
 TcpFinWait1
 TcpFinWait2
 TcpLastAck
 TcpSynReceived
 TcpSynSent
 TcpTimeWait
microsoft.web/sites
-Count total 60 Instance
 AlwaysReadyFunctionExecutionCount
 AlwaysReadyFunctionExecutionUnits
 AlwaysReadyUnits
 FunctionExecutionCount
 FunctionExecutionUnits
 Gen0Collections
 Gen1Collections
 Gen2Collections
 Http101
 Http2xx
 Http3xx
 Http401
 Http403
 Http404
 Http406
 Http4xx
 Http5xx
 OnDemandFunctionExecutionCount
 OnDemandFunctionExecutionUnits
 Requests
-Count average 60 Instance
 AppConnections
 CurrentAssemblies
 Handles
 RequestsInApplicationQueue
 Threads
 TotalAppDomains
 TotalAppDomainsUnloaded
-Bytes average 60 Instance
 AverageMemoryWorkingSet
 MemoryWorkingSet
 PrivateBytes
-Seconds average 60 Instance
 AverageResponseTime
 HttpResponseTime
-Bytes total 60 Instance
 BytesReceived
 BytesSent
-Seconds count 60 Instance
 CpuTime
-Bytes average 21600
 FileSystemUsage
-Count average 300 Instance
 HealthCheckStatus
-Count average 60
 InstanceCount
-BytesPerSecond total 60 Instance
 IoOtherBytesPerSecond
 IoOtherOperationsPerSecond
 IoReadBytesPerSecond
 IoReadOperationsPerSecond
 IoWriteBytesPerSecond
 IoWriteOperationsPerSecond
-Count total 60 workflowName,status
 WorkflowActionsCompleted
 WorkflowRunsCompleted
 WorkflowTriggersCompleted
-Percent total 60 workflowName
 WorkflowActionsFailureRate
 WorkflowRunsFailureRate
 WorkflowTriggersFailureRate
-CountPerSecond total 60 accountName
 WorkflowAppJobPullRate
-Seconds average 60 workflowName
 WorkflowJobExecutionDelay
 WorkflowJobExecutionDuration
-Count total 60 workflowName
 WorkflowRunsDispatched
 WorkflowRunsStarted
microsoft.web/sites/slots
-Count average 60 Instance
 AppConnections
 CurrentAssemblies
 Handles
 RequestsInApplicationQueue
 Threads
 TotalAppDomains
 TotalAppDomainsUnloaded
-Bytes average 60 Instance
 AverageMemoryWorkingSet
 MemoryWorkingSet
 PrivateBytes
-Seconds average 60 Instance
 AverageResponseTime
 HttpResponseTime
-Bytes total 60 Instance
 BytesReceived
 BytesSent
-Seconds count 60 Instance
 CpuTime
-Bytes average 21600
 FileSystemUsage
-Count total 60 Instance
 FunctionExecutionCount
 FunctionExecutionUnits
 Gen0Collections
 Gen1Collections
 Gen2Collections
 Http101
 Http2xx
 Http3xx
 Http401
 Http403
 Http404
 Http406
 Http4xx
 Http5xx
 Requests
-Count average 300 Instance
 HealthCheckStatus
-BytesPerSecond total 60 Instance
 IoOtherBytesPerSecond
 IoOtherOperationsPerSecond
 IoReadBytesPerSecond
 IoReadOperationsPerSecond
 IoWriteBytesPerSecond
 IoWriteOperationsPerSecond
microsoft.web/staticsites
-Bytes total 300
 BytesSent
 CdnResponseSize
-Percent total 300
 CdnPercentageOf4XX
 CdnPercentageOf5XX
-Count total 300
 CdnRequestCount
 DataApiErrors
 DataApiHits
 FunctionErrors
 FunctionHits
 SiteErrors
 SiteHits
-MilliSeconds total 300
 CdnTotalLatency
nginx.nginxplus/nginxdeployments
-Count total 60
 nginx
oracle.database/cloudvmclusters
-CountPerSecond minimum 60 Oracle.resourceId,Oracle.resourceName,instanceNumber,instanceName,hostName,deploymentType,Oracle.resourceId_database,Oracle.resourceName_database
 oci_database/BlockChanges
-Percent minimum 60 Oracle.resourceId,Oracle.resourceName,instanceNumber,instanceName,hostName,deploymentType,Oracle.resourceId_database,Oracle.resourceName_database
 oci_database/CpuUtilization
-Count minimum 60 Oracle.resourceId,Oracle.resourceName,instanceNumber,instanceName,hostName,deploymentType,Oracle.resourceId_database,Oracle.resourceName_database
 oci_database/CurrentLogons
 oci_database/ExecuteCount
 oci_database/ParseCount
 oci_database/TransactionCount
 oci_database/UserCalls
-Bytes minimum 3600 Oracle.resourceId,Oracle.resourceName,deploymentType,Oracle.resourceId_database,Oracle.resourceName_database
 oci_database/StorageAllocated
 oci_database/StorageUsed
-Bytes minimum 3600 Oracle.resourceId,Oracle.resourceName,tablespaceName,tablespaceType,deploymentType,Oracle.resourceId_database,Oracle.resourceName_database
 oci_database/StorageAllocatedByTablespace
 oci_database/StorageUsedByTablespace
-Percent minimum 3600 Oracle.resourceId,Oracle.resourceName,deploymentType,Oracle.resourceId_database,Oracle.resourceName_database
 oci_database/StorageUtilization
-Percent minimum 3600 Oracle.resourceId,Oracle.resourceName,tablespaceName,tablespaceType,deploymentType,Oracle.resourceId_database,Oracle.resourceName_database
 oci_database/StorageUtilizationByTablespace
-Percent minimum 60 Oracle.resourceId,Oracle.resourceName,deploymentType,diskgroupName
 oci_database_cluster/ASMDiskgroupUtilization
-Percent minimum 60 Oracle.resourceId,Oracle.resourceName,hostName,deploymentType,Oracle.resourceId_dbnode,Oracle.resourceName_dbnode
 oci_database_cluster/CpuUtilization
 oci_database_cluster/MemoryUtilization
 oci_database_cluster/SwapUtilization
-Percent minimum 60 Oracle.resourceId,Oracle.resourceName,hostName,deploymentType,Oracle.resourceId_dbnode,Oracle.resourceName_dbnode,filesystemName
 oci_database_cluster/FilesystemUtilization
-Count minimum 60 Oracle.resourceId,Oracle.resourceName,hostName,deploymentType,Oracle.resourceId_dbnode,Oracle.resourceName_dbnode
 oci_database_cluster/LoadAverage
 oci_database_cluster/NodeStatus
-Count minimum 60 Oracle.resourceId,Oracle.resourceName,deploymentType,Oracle.resourceId_dbnode,Oracle.resourceName_dbnode
 oci_database_cluster/OcpusAllocated
-Percent minimum 1800 Oracle.resourceId,Oracle.resourceName,deploymentType,tablespaceName,Oracle.resourceType,tablespaceContents
 oracle_oci_database/AllocatedStorageUtilizationByTablespace
-MilliSeconds minimum 300 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,Oracle.resourceType
 oracle_oci_database/AvgGCCRBlockReceiveTime
-CountPerSecond minimum 60 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,Oracle.resourceType
 oracle_oci_database/BlockChanges
 oracle_oci_database/CPUTime
 oracle_oci_database/DBTime
 oracle_oci_database/LogicalBlocksRead
-Count minimum 900 Oracle.resourceId,Oracle.resourceName,deploymentType
 oracle_oci_database/BlockingSessions
-Percent minimum 60 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,Oracle.resourceType
 oracle_oci_database/CpuUtilization
 oracle_oci_database/ProcessLimitUtilization
 oracle_oci_database/SessionLimitUtilization
-Count minimum 60 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,Oracle.resourceType
 oracle_oci_database/CurrentLogons
 oracle_oci_database/ExecuteCount
 oracle_oci_database/ParseCount
 oracle_oci_database/Processes
 oracle_oci_database/Sessions
 oracle_oci_database/TransactionCount
 oracle_oci_database/UserCalls
-Count minimum 60 Oracle.resourceId,Oracle.resourceName,deploymentType,managedDatabaseId,managedDatabaseGroupId,jobId,status
 oracle_oci_database/DbmgmtJobExecutionsCount
-Bytes minimum 900 Oracle.resourceId,Oracle.resourceName,deploymentType,Oracle.resourceType
 oracle_oci_database/FRASpaceLimit
 oracle_oci_database/ReclaimableFRASpace
 oracle_oci_database/UsedFRASpace
-Percent minimum 900 Oracle.resourceId,Oracle.resourceName,deploymentType,Oracle.resourceType
 oracle_oci_database/FRAUtilization
 oracle_oci_database/NonReclaimableFRA
 oracle_oci_database/ReclaimableFRA
 oracle_oci_database/UsableFRA
-CountPerSecond minimum 300 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,Oracle.resourceType
 oracle_oci_database/GCCRBlocksReceived
 oracle_oci_database/GCCurrentBlocksReceived
-BytesPerSecond minimum 300 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,Oracle.resourceType
 oracle_oci_database/InterconnectTraffic
-Count minimum 86400 Oracle.resourceId,Oracle.resourceName,deploymentType
 oracle_oci_database/InvalidObjects
-CountPerSecond minimum 60 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,ioType,Oracle.resourceType
 oracle_oci_database/IOPS
-BytesPerSecond minimum 60 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,ioType,Oracle.resourceType
 oracle_oci_database/IOThroughput
-Bytes minimum 1800 Oracle.resourceId,Oracle.resourceName,deploymentType,tablespaceName,tablespaceContents,Oracle.resourceType
 oracle_oci_database/MaxTablespaceSize
 oracle_oci_database/StorageAllocatedByTablespace
 oracle_oci_database/StorageUsedByTablespace
-Bytes minimum 900 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,memoryType,memoryPool,Oracle.resourceType
 oracle_oci_database/MemoryUsage
-Count minimum 300 Oracle.resourceId,Oracle.resourceName,deploymentType,collectionName,Oracle.resourceType
 oracle_oci_database/MonitoringStatus
-Count minimum 300 Oracle.resourceId,deploymentType
 oracle_oci_database/OcpusAllocated
-CountPerSecond minimum 60 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,parseType,Oracle.resourceType
 oracle_oci_database/ParsesByType
-Count minimum 900 Oracle.resourceId,Oracle.resourceName,deploymentType,type
 oracle_oci_database/ProblematicScheduledDBMSJobs
-BytesPerSecond minimum 60 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,Oracle.resourceType
 oracle_oci_database/RedoSize
-Bytes minimum 1800 Oracle.resourceId,Oracle.resourceName,deploymentType,Oracle.resourceType
 oracle_oci_database/StorageAllocated
 oracle_oci_database/StorageUsed
-Percent minimum 1800 Oracle.resourceId,Oracle.resourceName,deploymentType,Oracle.resourceType
 oracle_oci_database/StorageUtilization
-Percent minimum 1800 Oracle.resourceId,Oracle.resourceName,deploymentType,tablespaceName,tablespaceContents,Oracle.resourceType
 oracle_oci_database/StorageUtilizationByTablespace
-CountPerSecond minimum 60 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,transactionStatus,Oracle.resourceType
 oracle_oci_database/TransactionsByStatus
-Count minimum 86400 Oracle.resourceId,Oracle.resourceName,deploymentType,schemaName
 oracle_oci_database/UnusableIndexes
-CountPerSecond minimum 300 Oracle.resourceId,Oracle.resourceName,deploymentType,instanceNumber,instanceName,hostName,waitClass,Oracle.resourceType
 oracle_oci_database/WaitTime
wandisco.fusion/migrators
-BytesPerSecond average 60
 BytesPerSecond
-Count total 60
 DirectoriesCreatedCount
 FileMigrationCount
 NumberOfExcludedPaths
 NumberOfFailedPaths
 TotalTransactions
-Bytes total 60
 InitialScanDataMigratedInBytes
 LiveDataMigratedInBytes
 TotalMigratedDataInBytes
-Percent average 60
 MigratorCPULoad
 SystemCPULoad
wandisco.fusion/migrators/datatransferagents
-BytesPerSecond average 60
 BytesPerSecond
-Percent average 60
 DtaCPULoad
 SystemCPULoad
-Count total 60
 FileMigrationCount
 NumberOfFailedPaths
-Bytes total 60
 MigratedDataInBytes
wandisco.fusion/migrators/livedatamigrations
-Bytes total 60
 BytesMigratedByMigration
 InitialScanDataMigratedInBytes
 LiveDataMigratedInBytes
 TotalBytesTransferred
-Count total 60
 DataTransactionsByMigration
 DirectoriesCreatedCount
 FileMigrationCount
 NumberOfExcludedPaths
 NumberOfFailedPaths
 RecurringScanDurationInSeconds
 TotalRecurringScans
wandisco.fusion/migrators/metadatamigrations
-Count total 60
 LiveHiveAddedAfterScan
 LiveHiveDiscoveredItems
 LiveHiveInitiallyDiscoveredItems
 LiveHiveInitiallyMigratedItems
 LiveHiveMigratedItems
"""# }
}
