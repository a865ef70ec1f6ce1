/// Metrics of networks, and of what balances loads between them.
extension MetricRow {
  private static let peering = Dimension("PeeringType", "Private", "Microsoft")
  private static let peer = Dimension("Peer", "Primary", "Secondary")
  private static let role = Dimension("DeviceRole", "Primary", "Secondary")
  private static let settings = Dimension("BackendSettingsPool", "http~web", "https~web")
  private static let gateway = Dimension("Instance", "GatewayTenantWorker_IN_0", "GatewayTenantWorker_IN_1")
  private static let statusGroup = Dimension("HttpStatusGroup", "2XX", "4XX", "5XX")
  private static let country = Dimension("ClientCountry", "Netherlands", "Singapore")
  private static let cdn = Dimension("Endpoint", "www.example.com", "static.example.com")
  private static let protected = Dimension("ProtectedIPAddress", "192.0.2.1", "192.0.2.2")
  private static let frontend = Dimension("FrontendIPAddress", "192.0.2.10", "192.0.2.11")
  private static let port = Dimension("FrontendPort", "80", "443")
  private static let direction = Dimension("Direction", "In", "Out")
  private static let connection = Dimension("ConnectionState", "Successful", "Failed")
  private static let transport = Dimension("Protocol", "TCP", "UDP")
  private static let target = Dimension("EndpointName", "west", "east")
  private static let backend = Dimension("Backend", "one.example.com", "two.example.com")
  private static let reason = Dimension("Reason", "NetworkRule", "ThreatIntel")
  private static let allowed = Dimension("Status", "Allow", "Deny")

  static let network: [String: [MetricRow]] = [
    "microsoft.network/networkinterfaces": [
      MetricRow("BytesReceivedRate", "Bytes", "Total"), MetricRow("BytesSentRate", "Bytes", "Total"),
      MetricRow("PacketsReceivedRate", "Count", "Total"), MetricRow("PacketsSentRate", "Count", "Total"),
      MetricRow("CurrentTotalFlowsIn", "Count", "Average"),
    ],
    "microsoft.network/expressroutecircuits": [
      MetricRow("BitsInPerSecond", "BitsPerSecond", "Average", peering, role),
      MetricRow("BitsOutPerSecond", "BitsPerSecond", "Average", peering, role),
      MetricRow("ArpAvailability", "Percent", "Average", peering, peer),
      MetricRow("BgpAvailability", "Percent", "Average", peering, peer),
      MetricRow("QosDropBitsInPerSecond", "BitsPerSecond", "Average", from: 300),
    ],
    "microsoft.network/applicationgateways": [
      MetricRow("TotalRequests", "Count", "Total", settings), MetricRow("FailedRequests", "Count", "Total", settings),
      MetricRow("HealthyHostCount", "Count", "Average", settings), MetricRow("CurrentConnections", "Count", "Total"),
      MetricRow("ResponseStatus", "Count", "Total", statusGroup), MetricRow("Throughput", "BytesPerSecond", "Average"),
    ],
    "microsoft.network/virtualnetworkgateways": [
      MetricRow("AverageBandwidth", "BytesPerSecond", "Average", from: 300, gateway),
      MetricRow("P2SConnectionCount", "Count", "Total", Dimension("Protocol", "IKEv2", "OpenVPN"), gateway),
      MetricRow(
        "TunnelEgressBytes", "Bytes", "Total", from: 300, Dimension("ConnectionName", "office", "factory"),
        Dimension("RemoteIP", "198.51.100.1"), gateway),
      MetricRow("P2SBandwidth", "BytesPerSecond", "Average", gateway),
    ],
    "microsoft.network/frontdoors": [
      MetricRow("RequestCount", "Count", "Total", statusGroup, country),
      MetricRow("BackendHealthPercentage", "Percent", "Average", backend, Dimension("BackendPool", "web", "images")),
      MetricRow("BackendRequestLatency", "MilliSeconds", "Average", backend),
      MetricRow("TotalLatency", "MilliSeconds", "Average", statusGroup, country),
    ],
    "microsoft.cdn/profiles": [
      MetricRow("RequestCount", "Count", "Total", statusGroup, country, cdn),
      MetricRow("ByteHitRatio", "Percent", "Average", cdn),
      MetricRow("OriginLatency", "MilliSeconds", "Average", Dimension("Origin", "origin.example.com"), cdn),
      MetricRow("Percentage5XX", "Percent", "Average", cdn, country),
    ],
    "microsoft.network/virtualnetworks": [
      MetricRow("IfUnderDDoSAttack", "Count", "Maximum", protected),
      MetricRow("BytesInDDoS", "BytesPerSecond", "Maximum", protected),
      MetricRow("PacketsInDDoS", "CountPerSecond", "Maximum", protected),
      MetricRow(
        "PingMeshAverageRoundtripMs", "MilliSeconds", "Average", Dimension("SourceCustomerAddress", "10.0.0.4"),
        Dimension("DestinationCustomerAddress", "10.0.0.5", "10.0.0.6")),
    ],
    "microsoft.network/loadbalancers": [
      MetricRow("ByteCount", "Bytes", "Total", frontend, port, direction),
      MetricRow("SnatConnectionCount", "Count", "Total", frontend, connection),
      MetricRow("VipAvailability", "Count", "Average", frontend, port),
      MetricRow(
        "DipAvailability", "Count", "Average", Dimension("BackendPort", "80"),
        Dimension("BackendIPAddress", "10.0.0.4", "10.0.0.5")),
      MetricRow("PacketCount", "Count", "Total", frontend, port, direction),
    ],
    "microsoft.network/natgateways": [
      MetricRow("DatapathAvailability", "Count", "Average"),
      MetricRow("ByteCount", "Bytes", "Total", transport, direction),
      MetricRow("PacketCount", "Count", "Total", transport, direction), MetricRow("PacketDropCount", "Count", "Total"),
      MetricRow("SNATConnectionCount", "Count", "Total", transport, connection),
    ],
    "microsoft.network/trafficmanagerprofiles": [
      MetricRow("QpsByEndpoint", "Count", "Total", target),
      MetricRow("ProbeAgentCurrentEndpointStateByProfileResourceId", "Count", "Maximum", target),
    ],
    "microsoft.network/azurefirewalls": [
      MetricRow("DataProcessed", "Bytes", "Total"),
      MetricRow("NetworkRuleHit", "Count", "Total", allowed, reason, transport),
      MetricRow("FirewallHealth", "Percent", "Average", Dimension("Status", "Healthy", "Degraded"), reason),
      MetricRow("SNATPortUtilization", "Percent", "Average", transport),
      MetricRow("Throughput", "BitsPerSecond", "Average"),
    ],
    "microsoft.network/dnszones": [
      MetricRow("QueryVolume", "Count", "Total", from: 3600),
      MetricRow("RecordSetCount", "Count", "Maximum", from: 3600),
      MetricRow("RecordSetCapacityUtilization", "Percent", "Maximum", from: 3600),
    ],
  ]
}
