/// The types of Promitor, in its words and ARM's.
extension EmulatedType {
  /// Every type: the common ones, then the others as Promitor numbers them.
  package static let all = common + others

  /// The types of an estate that names none.
  package static let common = [
    EmulatedType("KeyVault", "vaultName=kv-#", "Microsoft.KeyVault/vaults/{vaultName}"),
    EmulatedType(
      "ServiceBusNamespace", "namespace=Bus-#", "Microsoft.ServiceBus/namespaces/{namespace}",
      entities: ["queue-0", "queue-1", "queue-2", "queue-3"], splitBy: ["EntityName"]),
    EmulatedType(
      "SqlDatabase", "serverName=sql-# databaseName=orders",
      "Microsoft.Sql/servers/{serverName}/databases/{databaseName}"),
    EmulatedType(
      "StorageAccount", "accountName=store%", "Microsoft.Storage/storageAccounts/{accountName}", kinds: ["StorageV2"]),
    // Each third one is a slot.
    EmulatedType(
      "WebApp", "webAppName=app-# slotName=||staging", "Microsoft.Web/sites/{webAppName}",
      "Microsoft.Web/sites/{webAppName}", "Microsoft.Web/sites/{webAppName}/slots/{slotName}",
      kinds: ["app", "app,linux", "app", "functionapp", "functionapp,linux"], wantedKind: "!functionapp"),
    EmulatedType(
      "VirtualMachine", "virtualMachineName=vm-#", "Microsoft.Compute/virtualMachines/{virtualMachineName}"),
    EmulatedType("LogicApp", "workflowName=flow-#", "Microsoft.Logic/workflows/{workflowName}"),
    EmulatedType(
      "Generic", "resourceUri=Microsoft.Network/publicIPAddresses/ip-#", "{resourceUri}", isDiscoverable: false),
  ]

  private static let others = storage + compute + messaging + network + data + management

  private static let storage = [
    EmulatedType(
      "StorageQueue", "accountName=queues% queueName=orders",
      "Microsoft.Storage/storageAccounts/{accountName}/queueServices/default", service: .storageQueue,
      isDiscoverable: false, label: "Microsoft.Storage/storageAccounts/{accountName}/queueServices"),
    EmulatedType(
      "BlobStorage", "accountName=blobs%", "Microsoft.Storage/storageAccounts/{accountName}/blobServices/default",
      isDiscoverable: false),
    EmulatedType(
      "FileStorage", "accountName=files%", "Microsoft.Storage/storageAccounts/{accountName}/fileServices/default",
      isDiscoverable: false),
  ]

  private static let compute = [
    EmulatedType(
      "ContainerInstance", "containerGroup=group-#", "Microsoft.ContainerInstance/containerGroups/{containerGroup}"),
    EmulatedType(
      "ContainerRegistry", "registryName=registry%", "Microsoft.ContainerRegistry/registries/{registryName}"),
    EmulatedType(
      "KubernetesService", "clusterName=aks-#", "Microsoft.ContainerService/managedClusters/{clusterName}"),
    EmulatedType(
      "VirtualMachineScaleSet", "scaleSetName=scale-#", "Microsoft.Compute/virtualMachineScaleSets/{scaleSetName}"),
    EmulatedType("AppPlan", "appPlanName=plan-#", "Microsoft.Web/serverfarms/{appPlanName}", kinds: ["app", "linux"]),
    EmulatedType(
      "FunctionApp", "functionAppName=func-# slotName=||staging", "Microsoft.Web/sites/{functionAppName}",
      "Microsoft.Web/sites/{functionAppName}", "Microsoft.Web/sites/{functionAppName}/slots/{slotName}",
      kinds: ["functionapp", "functionapp,linux"], wantedKind: "functionapp"),
  ]

  private static let messaging = [
    EmulatedType(
      "EventHubs", "namespace=Hubs-#", "Microsoft.EventHub/namespaces/{namespace}",
      entities: ["hub-0", "hub-1", "hub-2", "hub-3"], splitBy: ["EntityName"]),
    EmulatedType("IoTHub", "ioTHubName=iot-#", "Microsoft.Devices/IotHubs/{ioTHubName}"),
    EmulatedType(
      "DeviceProvisioningService", "deviceProvisioningServiceName=dps-#",
      "Microsoft.Devices/provisioningServices/{deviceProvisioningServiceName}"),
  ]

  private static let network = [
    EmulatedType(
      "NetworkInterface", "networkInterfaceName=nic-#", "Microsoft.Network/networkInterfaces/{networkInterfaceName}"),
    EmulatedType(
      "ExpressRouteCircuit", "expressRouteCircuitName=circuit-#",
      "Microsoft.Network/expressRouteCircuits/{expressRouteCircuitName}"),
    EmulatedType(
      "ApplicationGateway", "applicationGatewayName=appgw-#",
      "Microsoft.Network/applicationGateways/{applicationGatewayName}"),
    EmulatedType(
      "NetworkGateway", "networkGatewayName=vpn-#", "Microsoft.Network/virtualNetworkGateways/{networkGatewayName}"),
    EmulatedType("FrontDoor", "name=door-#", "Microsoft.Network/frontdoors/{name}", isGlobal: true),
    EmulatedType("Cdn", "cdnName=cdn-#", "Microsoft.Cdn/profiles/{cdnName}", isGlobal: true, kinds: ["frontdoor"]),
    EmulatedType(
      "VirtualNetwork", "virtualNetworkName=vnet-#", "Microsoft.Network/virtualNetworks/{virtualNetworkName}"),
    EmulatedType("LoadBalancer", "loadBalancerName=lb-#", "Microsoft.Network/loadBalancers/{loadBalancerName}"),
    EmulatedType("NatGateway", "natGatewayName=nat-#", "Microsoft.Network/natGateways/{natGatewayName}"),
    EmulatedType(
      "PublicIpAddress", "publicIpAddressName=pip-#", "Microsoft.Network/publicIPAddresses/{publicIpAddressName}"),
    EmulatedType("TrafficManager", "name=traffic-#", "Microsoft.Network/trafficmanagerprofiles/{name}", isGlobal: true),
    EmulatedType(
      "AzureFirewall", "azureFirewallName=firewall-#", "Microsoft.Network/azureFirewalls/{azureFirewallName}"),
    EmulatedType("DnsZone", "zoneName=zone-#.example", "Microsoft.Network/dnszones/{zoneName}", isGlobal: true),
  ]

  private static let data = [
    EmulatedType(
      "CosmosDb", "dbName=cosmos-#", "Microsoft.DocumentDB/databaseAccounts/{dbName}",
      kinds: ["GlobalDocumentDB", "MongoDB"]),
    EmulatedType("MongoCluster", "clusterName=mongo-#", "Microsoft.DocumentDB/mongoClusters/{clusterName}"),
    EmulatedType("RedisCache", "cacheName=redis-#", "Microsoft.Cache/Redis/{cacheName}"),
    EmulatedType("RedisEnterpriseCache", "cacheName=redis-e-#", "Microsoft.Cache/RedisEnterprise/{cacheName}"),
    EmulatedType(
      "PostgreSql", "serverName=pg-# type=Single|Flexible|Hyperscale",
      "Microsoft.DBforPostgreSQL/servers/{serverName}", "Microsoft.DBforPostgreSQL/flexibleServers/{serverName}",
      "Microsoft.DBforPostgreSQL/serverGroupsv2/{serverName}"),
    EmulatedType(
      "MySql", "serverName=my-# type=Single|Flexible", "Microsoft.DBforMySQL/servers/{serverName}",
      "Microsoft.DBforMySQL/flexibleServers/{serverName}"),
    EmulatedType("MariaDb", "serverName=maria-#", "Microsoft.DBforMariaDB/servers/{serverName}"),
    EmulatedType("SqlManagedInstance", "instanceName=mi-#", "Microsoft.Sql/managedInstances/{instanceName}"),
    EmulatedType("SqlServer", "serverName=sqlserver-#", "Microsoft.Sql/servers/{serverName}", kinds: ["v12.0"]),
    EmulatedType(
      "SqlElasticPool", "serverName=sqlpools-# poolName=pool",
      "Microsoft.Sql/servers/{serverName}/elasticPools/{poolName}"),
    EmulatedType("SynapseWorkspace", "workspaceName=synapse-#", "Microsoft.Synapse/workspaces/{workspaceName}"),
    EmulatedType(
      "SynapseApacheSparkPool", "workspaceName=spark-# poolName=spark",
      "Microsoft.Synapse/workspaces/{workspaceName}/bigDataPools/{poolName}"),
    EmulatedType(
      "SynapseSqlPool", "workspaceName=dw-# poolName=dedicated",
      "Microsoft.Synapse/workspaces/{workspaceName}/sqlPools/{poolName}"),
    EmulatedType(
      "DataFactory", "factoryName=factory-#", "Microsoft.DataFactory/factories/{factoryName}",
      entities: ["load", "copy-orders", "clean", "report"], splitBy: ["PipelineName", "Name"]),
    EmulatedType(
      "DataShare", "accountName=share-#", "Microsoft.DataShare/accounts/{accountName}",
      entities: ["sales", "stock", "prices", "customers"], splitBy: ["ShareSubscriptionName", "ShareName"]),
    EmulatedType("DataExplorerCluster", "clusterName=kusto-#", "Microsoft.Kusto/clusters/{clusterName}"),
    EmulatedType(
      "PowerBiDedicated", "capacityName=capacity%", "Microsoft.PowerBIDedicated/capacities/{capacityName}"),
  ]

  private static let management = [
    EmulatedType(
      "ApiManagement", "instanceName=apim-#", "Microsoft.ApiManagement/service/{instanceName}",
      entities: ["West Europe", "North Europe", "East US", "Southeast Asia"]),
    EmulatedType(
      "AutomationAccount", "accountName=auto-#", "Microsoft.Automation/automationAccounts/{accountName}",
      entities: ["Stop-Machines", "Start-Machines", "Clean-Up", "Report"]),
    EmulatedType(
      "MonitorAutoscale", "autoscaleSettingsName=scale-#",
      "Microsoft.Insights/autoscalesettings/{autoscaleSettingsName}"),
    EmulatedType("ApplicationInsights", "name=insights-#", "Microsoft.Insights/components/{name}", kinds: ["web"]),
    EmulatedType(
      "LogAnalytics", "workspaceId=00000000-0000-4000-8000-@ workspaceName=logs-#",
      "Microsoft.OperationalInsights/workspaces/{workspaceName}", service: .logAnalytics, isDiscoverable: false,
      label: "Microsoft.OperationalInsights/workspaces/{workspaceName}/Overview"),
    EmulatedType(
      "CognitiveServicesAccount", "cognitiveServicesAccountName=cognitive-#",
      "Microsoft.CognitiveServices/accounts/{cognitiveServicesAccountName}", kinds: ["AIServices"]),
  ]
}
