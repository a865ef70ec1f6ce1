internal import System

/// Whose endpoint gives the tokens of managed identities here, by the variables that each platform of Azure sets.
package enum IdentityPlatform: Sendable {
  case host(ManagedIdentity.Host)
  /// Workload identity federation stands in for a managed identity, as on Azure Kubernetes Service.
  case workload
  /// A platform whose identities Swath cannot use, or whose variables are not all there: the text says which.
  case refused(String)

  /// Where the agent of Azure Arc is, once it is installed.
  package static let arcAgent = "/opt/azcmagent/bin/himds"

  /// The platform that a process with these variables runs on, in the order in which Azure's own libraries look.
  ///
  /// - `hasArcAgent`: whether the agent of Azure Arc is installed.
  package static func chosen(_ environment: [String: String], hasArcAgent: Bool) -> IdentityPlatform {
    func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let endpoint = variable("IDENTITY_ENDPOINT") {
      guard isAddress(endpoint) else { return .refused("IDENTITY_ENDPOINT is no web address") }
      if let header = variable("IDENTITY_HEADER") {
        guard variable("IDENTITY_SERVER_THUMBPRINT") == nil else {
          return .refused("the identities of Service Fabric are not known to Swath -- \(otherWay)")
        }
        return .host(.appService(endpoint: endpoint, header: Secret(header)))
      }
      guard variable("IMDS_ENDPOINT") != nil else {
        return .refused(
          "IDENTITY_ENDPOINT is set without IDENTITY_HEADER (App Service) or IMDS_ENDPOINT (Azure Arc)"
            + " -- set one of them, or unset it")
      }
      return .host(.arc(endpoint: endpoint, keys: ArcKeys()))
    }
    if variable("MSI_ENDPOINT") != nil {
      let platform = variable("MSI_SECRET") == nil ? "Cloud Shell" : "Azure Machine Learning"
      return .refused("the identities of \(platform) are not known to Swath -- \(otherWay)")
    }
    if variable("AZURE_FEDERATED_TOKEN_FILE") != nil, variable("AZURE_TENANT_ID") != nil { return .workload }
    if hasArcAgent {
      return .host(.arc(endpoint: "http://localhost:40342/metadata/identity/oauth2/token", keys: ArcKeys()))
    }
    let base = variable("AZURE_POD_IDENTITY_AUTHORITY_HOST") ?? "http://169.254.169.254"
    guard isAddress(base) else { return .refused("AZURE_POD_IDENTITY_AUTHORITY_HOST is no web address") }
    return .host(.metadataService(base: String(base.reversed().drop { $0 == "/" }.reversed())))
  }

  private static let otherWay = "sign in with a service principal (authentication.mode: ServicePrincipal)"

  private static func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("http://") || text.hasPrefix("https://")) && text.utf8.allSatisfy { 0x21...0x7E ~= $0 }
  }
}
