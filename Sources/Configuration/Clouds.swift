/// The Azure clouds and where they are reached.
///
/// Source: the constants of Azure's SDKs (environments, identity hosts, Monitor query audiences).
enum Clouds {
  /// What `cloud` may say.
  static let names = known.map(\.name) + ["Custom"]

  static func named(_ name: String) -> CloudEndpoints? { known.first { $0.name == name } }

  private static let known = [
    CloudEndpoints(
      name: "Global", authority: "https://login.microsoftonline.com", resourceManager: "https://management.azure.com",
      metricsQueryAudience: "https://management.azure.com",
      metricsClientAudience: "https://metrics.monitor.azure.com", logAnalytics: "https://api.loganalytics.io",
      storageSuffix: "core.windows.net"),
    CloudEndpoints(
      name: "China", authority: "https://login.chinacloudapi.cn",
      resourceManager: "https://management.chinacloudapi.cn",
      metricsQueryAudience: "https://management.chinacloudapi.cn",
      metricsClientAudience: "https://metrics.monitor.azure.cn", logAnalytics: nil,
      storageSuffix: "core.chinacloudapi.cn"),
    CloudEndpoints(
      name: "UsGov", authority: "https://login.microsoftonline.us",
      resourceManager: "https://management.usgovcloudapi.net",
      metricsQueryAudience: "https://management.usgovcloudapi.net",
      metricsClientAudience: "https://metrics.monitor.azure.us", logAnalytics: "https://api.loganalytics.us",
      storageSuffix: "core.usgovcloudapi.net"),
  ]
}

extension CloudEndpoints {
  /// A cloud of the user's own, from the mapping `azureMetadata.endpoints`; nil where an address could not be read.
  init?(custom section: Section) {
    guard let authority = section.text("authenticationEndpoint"),
      let resourceManager = section.text("resourceManagerEndpoint"),
      let query = section.text("metricsQueryAudience"), let client = section.text("metricsClientAudience"),
      let suffix = section.text("storageEndpointSuffix")
    else { return nil }
    self.init(
      name: "Custom", authority: Address.withoutSlash(authority),
      resourceManager: Address.withoutSlash(resourceManager), metricsQueryAudience: Address.withoutSlash(query),
      metricsClientAudience: Address.withoutSlash(client),
      logAnalytics: section.text("logAnalyticsEndpoint").map(Address.withoutSlash), storageSuffix: suffix)
  }
}
