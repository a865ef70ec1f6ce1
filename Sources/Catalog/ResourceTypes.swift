extension ResourceType {
  /// Every resource type, in the order of the numbers that Promitor's files may write instead of names, from 1 on. To
  /// add one, see `AddingATypeOfResource.md` beside this file.
  package static let all: [ResourceType] = [
    ResourceType(
      "ServiceBusNamespace",
      fields: [
        Field("namespace", "messaging namespace"),
        Field("queueName", required: false, "queue to narrow the metric to"),
        Field("topicName", required: false, "topic to narrow the metric to"),
      ],
      path: "Microsoft.ServiceBus/namespaces/{namespace}", instance: "{namespace}",
      entity: Entity(
        "queueName", "topicName", dimension: "EntityName",
        without: [
          "ActiveConnections", "CPUXNS", "NamespaceCpuUsage", "NamespaceMemoryUsage", "PendingCheckpointOperationCount",
          "WSXNS",
        ], label: "entity_name", undeclared: .splitUnderLabel)),
    ResourceType(
      "Generic",
      fields: [
        Field("resourceUri", "everything behind providers/ of the resource id"),
        Field("filter", required: false, "Azure Monitor filter expression"),
      ],
      path: "{resourceUri}", instance: "{resourceUri}", filterField: "filter", discovery: nil),
    ResourceType(
      "StorageQueue",
      fields: [
        Field("accountName", "storage account"), Field("queueName", "queue to look into"),
        .secret("sasToken", "shared access signature of the queue"),
      ],
      path: "Microsoft.Storage/storageAccounts/{accountName}/queueServices", instance: "{accountName}",
      labels: [Label("queue_name", "{queueName}")], source: .storageQueue, discovery: nil),
    ResourceType(
      "ContainerInstance", fields: [Field("containerGroup", "container group")],
      path: "Microsoft.ContainerInstance/containerGroups/{containerGroup}", instance: "{containerGroup}"),
    ResourceType(
      "VirtualMachine", fields: [Field("virtualMachineName", "virtual machine")],
      path: "Microsoft.Compute/virtualMachines/{virtualMachineName}", instance: "{virtualMachineName}"),
    ResourceType(
      "ContainerRegistry", fields: [Field("registryName", "container registry")],
      path: "Microsoft.ContainerRegistry/registries/{registryName}", instance: "{registryName}"),
    ResourceType(
      "NetworkInterface", fields: [Field("networkInterfaceName", "network interface")],
      path: "Microsoft.Network/networkInterfaces/{networkInterfaceName}", instance: "{networkInterfaceName}"),
    ResourceType(
      "CosmosDb", fields: [Field("dbName", "Cosmos DB account")],
      path: "Microsoft.DocumentDB/databaseAccounts/{dbName}", instance: "{dbName}"),
    ResourceType(
      "RedisCache", fields: [Field("cacheName", "cache")],
      path: "Microsoft.Cache/Redis/{cacheName}", instance: "{cacheName}"),
    ResourceType(
      "PostgreSql",
      fields: [
        Field("serverName", "server"),
        Field(
          "type", "flavour of the server",
          choices: [
            Choice("Single", "servers"), Choice("Flexible", "flexibleServers"), Choice("Hyperscale", "serverGroupsv2"),
          ], absent: "Single"),
      ],
      path: "Microsoft.DBforPostgreSQL/{type}/{serverName}", instance: "{serverName}-{type}"),
    ResourceType(
      "SqlDatabase", fields: [Field("serverName", "logical server"), Field("databaseName", "database")],
      path: "Microsoft.Sql/servers/{serverName}/databases/{databaseName}", instance: "{databaseName}",
      labels: [Label("server", "{serverName}"), Label("database", "{databaseName}")]),
    ResourceType(
      "SqlManagedInstance", fields: [Field("instanceName", "managed instance")],
      path: "Microsoft.Sql/managedInstances/{instanceName}", instance: "{instanceName}"),
    ResourceType(
      "VirtualMachineScaleSet", fields: [Field("scaleSetName", "scale set")],
      path: "Microsoft.Compute/virtualMachineScaleSets/{scaleSetName}", instance: "{scaleSetName}"),
    ResourceType(
      "AppPlan", fields: [Field("appPlanName", "App Service plan")],
      path: "Microsoft.Web/serverfarms/{appPlanName}", instance: "{appPlanName}"),
    ResourceType(
      "WebApp",
      fields: [
        Field("webAppName", "web app"),
        Field("slotName", required: false, "deployment slot", blankMeans: "production"),
      ],
      path: "Microsoft.Web/sites/{webAppName}[/slots/{slotName}]", instance: "{webAppName}",
      labels: [Label("slot_name", "{slotName}")], discovery: Discovery(condition: "kind !contains 'functionapp'")),
    ResourceType(
      "FunctionApp",
      fields: [
        Field("functionAppName", "function app"),
        Field("slotName", required: false, "deployment slot", blankMeans: "production"),
      ],
      path: "Microsoft.Web/sites/{functionAppName}[/slots/{slotName}]", instance: "{functionAppName}",
      labels: [Label("slot_name", "{slotName}")], discovery: Discovery(condition: "kind contains 'functionapp'")),
    ResourceType(
      "SqlServer", fields: [Field("serverName", "logical server")],
      path: "Microsoft.Sql/servers/{serverName}", instance: "{serverName}"),
    ResourceType(
      "BlobStorage", fields: [Field("accountName", "storage account")],
      path: "Microsoft.Storage/storageAccounts/{accountName}/blobServices/default", instance: "{accountName}",
      discovery: nil),
    ResourceType(
      "FileStorage", fields: [Field("accountName", "storage account")],
      path: "Microsoft.Storage/storageAccounts/{accountName}/fileServices/default", instance: "{accountName}",
      discovery: nil),
    ResourceType(
      "StorageAccount", fields: [Field("accountName", "storage account")],
      path: "Microsoft.Storage/storageAccounts/{accountName}", instance: "{accountName}"),
    ResourceType(
      "ApiManagement",
      fields: [
        Field("instanceName", "instance"),
        Field("locationName", required: false, "regional gateway to narrow the metric to"),
      ],
      path: "Microsoft.ApiManagement/service/{instanceName}", instance: "{instanceName}",
      entity: Entity(
        "locationName", dimension: "Location", without: ["CpuPercent_Gateway", "MemoryPercent_Gateway"],
        label: "location", undeclared: .asDeclared)),
    ResourceType(
      "IoTHub", fields: [Field("ioTHubName", "IoT hub")],
      path: "Microsoft.Devices/IotHubs/{ioTHubName}", instance: "{ioTHubName}"),
    ResourceType(
      "DeviceProvisioningService", fields: [Field("deviceProvisioningServiceName", "provisioning service")],
      path: "Microsoft.Devices/provisioningServices/{deviceProvisioningServiceName}",
      instance: "{deviceProvisioningServiceName}"),
    ResourceType(
      "KeyVault", fields: [Field("vaultName", "key vault")],
      path: "Microsoft.KeyVault/vaults/{vaultName}", instance: "{vaultName}"),
    ResourceType(
      "LogicApp", fields: [Field("workflowName", "logic app workflow")],
      path: "Microsoft.Logic/workflows/{workflowName}", instance: "{workflowName}"),
    ResourceType(
      "EventHubs",
      fields: [
        Field("namespace", "messaging namespace"),
        Field("topicName", required: false, "event hub to narrow the metric to"),
      ],
      path: "Microsoft.EventHub/namespaces/{namespace}", instance: "{namespace}",
      entity: Entity(
        "topicName", dimension: "EntityName",
        without: [
          "ActiveConnections", "EHABL", "EHAMBS", "EHAMSGS", "EHINBYTES", "EHINMBS", "EHINMSGS", "EHOUTBYTES",
          "EHOUTMBS", "EHOUTMSGS", "FAILREQ", "INMSGS", "INREQS", "INTERR", "MISCERR", "NamespaceCpuUsage",
          "NamespaceMemoryUsage", "OUTMSGS", "SUCCREQ", "SVRBSY",
        ], label: "entity_name", undeclared: .splitUnderLabel)),
    ResourceType(
      "ExpressRouteCircuit", fields: [Field("expressRouteCircuitName", "ExpressRoute circuit")],
      path: "Microsoft.Network/expressRouteCircuits/{expressRouteCircuitName}", instance: "{expressRouteCircuitName}"),
    ResourceType(
      "ApplicationGateway", fields: [Field("applicationGatewayName", "application gateway")],
      path: "Microsoft.Network/applicationGateways/{applicationGatewayName}", instance: "{applicationGatewayName}"),
    ResourceType(
      "NetworkGateway", fields: [Field("networkGatewayName", "virtual network gateway")],
      path: "Microsoft.Network/virtualNetworkGateways/{networkGatewayName}", instance: "{networkGatewayName}"),
    ResourceType(
      "KubernetesService", fields: [Field("clusterName", "cluster")],
      path: "Microsoft.ContainerService/managedClusters/{clusterName}", instance: "{clusterName}"),
    ResourceType(
      "AutomationAccount",
      fields: [
        Field("accountName", "account"), Field("runbookName", required: false, "runbook to narrow the metric to"),
      ],
      path: "Microsoft.Automation/automationAccounts/{accountName}", instance: "{accountName}",
      entity: Entity("runbookName", dimension: "Runbook", label: "runbook_name", undeclared: .asDeclared)),
    ResourceType(
      "FrontDoor", fields: [Field("name", "Front Door")],
      path: "Microsoft.Network/frontdoors/{name}", instance: "{name}"),
    ResourceType(
      "SqlElasticPool", fields: [Field("serverName", "logical server"), Field("poolName", "pool")],
      path: "Microsoft.Sql/servers/{serverName}/elasticPools/{poolName}", instance: "{poolName}",
      labels: [Label("server", "{serverName}"), Label("elastic_pool", "{poolName}")]),
    ResourceType(
      "SynapseApacheSparkPool", fields: [Field("workspaceName", "workspace"), Field("poolName", "pool")],
      path: "Microsoft.Synapse/workspaces/{workspaceName}/bigDataPools/{poolName}", instance: "{poolName}",
      labels: [Label("workspace_name", "{workspaceName}"), Label("pool_name", "{poolName}")]),
    ResourceType(
      "SynapseSqlPool", fields: [Field("workspaceName", "workspace"), Field("poolName", "pool")],
      path: "Microsoft.Synapse/workspaces/{workspaceName}/sqlPools/{poolName}", instance: "{poolName}",
      labels: [Label("workspace_name", "{workspaceName}"), Label("pool_name", "{poolName}")]),
    ResourceType(
      "SynapseWorkspace", fields: [Field("workspaceName", "workspace")],
      path: "Microsoft.Synapse/workspaces/{workspaceName}", instance: "{workspaceName}",
      labels: [Label("workspace_name", "{workspaceName}")]),
    ResourceType(
      "MonitorAutoscale", fields: [Field("autoscaleSettingsName", "autoscale settings")],
      path: "Microsoft.Insights/autoscalesettings/{autoscaleSettingsName}", instance: "{autoscaleSettingsName}"),
    ResourceType(
      "DataFactory",
      fields: [
        Field("factoryName", "data factory"),
        Field("pipelineName", required: false, "pipeline to narrow the metric to"),
      ],
      path: "Microsoft.DataFactory/factories/{factoryName}", instance: "{factoryName}-{pipelineName}",
      entity: Entity(
        "pipelineName", dimension: "Name",
        others: [("PipelineName", ["ActivitySucceededRuns", "ActivityFailedRuns", "ActivityCancelledRuns"])],
        without: [
          "Airflow*", "FactorySizeInGbUnits", "IntegrationRuntime*", "MaxAllowed*", "MVNetIR*", "ResourceCount",
          "SSIS*",
        ], label: "pipeline_name", undeclared: .splitUnderDimension)),
    ResourceType(
      "DataShare",
      fields: [
        Field("accountName", "account"), Field("shareName", required: false, "share to narrow the metric to"),
      ],
      path: "Microsoft.DataShare/accounts/{accountName}", instance: "{accountName}-{shareName}",
      entity: Entity(
        "shareName", dimension: "ShareName", others: [("ShareSubscriptionName", ["ShareSubscriptionCount"])],
        without: ["Failed*", "Succeeded*"], label: "share_name", undeclared: .splitUnderLabel)),
    ResourceType(
      "ApplicationInsights", fields: [Field("name", "Application Insights component")],
      path: "Microsoft.Insights/components/{name}", instance: "{name}"),
    ResourceType(
      "RedisEnterpriseCache", fields: [Field("cacheName", "cache")],
      path: "Microsoft.Cache/RedisEnterprise/{cacheName}", instance: "{cacheName}"),
    ResourceType(
      "MariaDb", fields: [Field("serverName", "server")],
      path: "Microsoft.DBforMariaDB/servers/{serverName}", instance: "{serverName}"),
    ResourceType(
      "Cdn", fields: [Field("cdnName", "CDN profile")],
      path: "Microsoft.Cdn/profiles/{cdnName}", instance: "{cdnName}"),
    ResourceType(
      "VirtualNetwork", fields: [Field("virtualNetworkName", "virtual network")],
      path: "Microsoft.Network/virtualNetworks/{virtualNetworkName}", instance: "{virtualNetworkName}"),
    ResourceType(
      "LoadBalancer", fields: [Field("loadBalancerName", "load balancer")],
      path: "Microsoft.Network/loadBalancers/{loadBalancerName}", instance: "{loadBalancerName}"),
    ResourceType(
      "MySql",
      fields: [
        Field("serverName", "server"),
        Field(
          "type", "flavour of the server",
          choices: [Choice("Single", "servers"), Choice("Flexible", "flexibleServers")]),
      ],
      path: "Microsoft.DBforMySQL/{type}/{serverName}", instance: "{serverName}-{type}"),
    ResourceType(
      "LogAnalytics",
      fields: [
        Field("workspaceId", "GUID of the workspace, which queries are sent to"), Field("workspaceName", "workspace"),
      ],
      path: "Microsoft.OperationalInsights/workspaces/{workspaceName}/Overview", instance: "{workspaceName}",
      labels: [Label("workspace_id", "{workspaceId}"), Label("workspace_name", "{workspaceName}")], source: .logs,
      discovery: nil),
    ResourceType(
      "DataExplorerCluster", fields: [Field("clusterName", "cluster")],
      path: "Microsoft.Kusto/clusters/{clusterName}", instance: "{clusterName}"),
    ResourceType(
      "NatGateway", fields: [Field("natGatewayName", "NAT gateway")],
      path: "Microsoft.Network/natGateways/{natGatewayName}", instance: "{natGatewayName}"),
    ResourceType(
      "PublicIpAddress", fields: [Field("publicIpAddressName", "public IP address")],
      path: "Microsoft.Network/publicIPAddresses/{publicIpAddressName}", instance: "{publicIpAddressName}"),
    ResourceType(
      "TrafficManager", fields: [Field("name", "Traffic Manager profile")],
      path: "Microsoft.Network/trafficmanagerprofiles/{name}", instance: "{name}"),
    ResourceType(
      "PowerBiDedicated", fields: [Field("capacityName", "Power BI Dedicated capacity")],
      path: "Microsoft.PowerBIDedicated/capacities/{capacityName}", instance: "{capacityName}"),
    ResourceType(
      "AzureFirewall", fields: [Field("azureFirewallName", "firewall")],
      path: "Microsoft.Network/azureFirewalls/{azureFirewallName}", instance: "{azureFirewallName}"),
    ResourceType(
      "CognitiveServicesAccount", fields: [Field("cognitiveServicesAccountName", "Cognitive Services account")],
      path: "Microsoft.CognitiveServices/accounts/{cognitiveServicesAccountName}",
      instance: "{cognitiveServicesAccountName}"),
    ResourceType(
      "DnsZone", fields: [Field("zoneName", "DNS zone")],
      path: "Microsoft.Network/dnszones/{zoneName}", instance: "{zoneName}"),
    ResourceType(
      "MongoCluster", fields: [Field("clusterName", "cluster")],
      path: "Microsoft.DocumentDB/mongoClusters/{clusterName}", instance: "{clusterName}"),
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The type that a declaration spells so, or nil; the spelling counts, as in Promitor.
  package static func named(_ name: String) -> ResourceType? { byName[name] }
}
