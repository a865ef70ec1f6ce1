internal import Azure
internal import Configuration
internal import Planning
internal import System

/// The mode `SdkDefault`: what Azure's own libraries try one after the other, as far as it needs nobody at a screen.
extension Credentials {
  /// The members of the chain by the names that `AZURE_TOKEN_CREDENTIALS` has for them, in their order.
  private enum Member: String, CaseIterable {
    case environment = "EnvironmentCredential"
    case workloadIdentity = "WorkloadIdentityCredential"
    case managedIdentity = "ManagedIdentityCredential"
    case azureCLI = "AzureCliCredential"
  }

  /// Where a token may come from by the environment alone.
  /// - Throws: `Refusal` where `AZURE_TOKEN_CREDENTIALS` names no member.
  func chain(_ account: Account) throws -> [TokenSource] {
    try members.map { member in
      switch member {
      case .environment: environmentIdentity(account)
      case .workloadIdentity: workloadIdentity(account, name: "workload identity", clientID: nil)
      case .managedIdentity: managedIdentity(variable("AZURE_CLIENT_ID"), account)
      case .azureCLI: azureCLI(account)
      }
    }
  }

  private var members: [Member] {
    get throws {
      guard let choice = variable("AZURE_TOKEN_CREDENTIALS")?.lowercased() else { return Member.allCases }
      switch choice {
      case "prod": return [.environment, .workloadIdentity, .managedIdentity]
      case "dev": return [.azureCLI]
      default:
        if let member = Member.allCases.first(where: { $0.rawValue.lowercased() == choice }) { return [member] }
        let known = (["dev", "prod"] + Member.allCases.map(\.rawValue)).joined(separator: ", ")
        throw Refusal(
          .configurationInvalid, "AZURE_TOKEN_CREDENTIALS is \(choice.prefix(60)); Swath knows \(known)")
      }
    }
  }

  private func environmentIdentity(_ account: Account) -> TokenSource {
    let name = "environment"
    let secret = variable("AZURE_CLIENT_SECRET")
    let certificate = variable("AZURE_CLIENT_CERTIFICATE_PATH")
    var missing = ["AZURE_TENANT_ID", "AZURE_CLIENT_ID"].filter { variable($0) == nil }
    if secret == nil, certificate == nil { missing.append("AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH") }
    guard missing.isEmpty, let tenantID = variable("AZURE_TENANT_ID"), let clientID = variable("AZURE_CLIENT_ID") else {
      return .absent(name: name, text: "\(missing.joined(separator: ", ")) not set")
    }
    if let secret { return principal(account, name, tenantID, clientID, .secret(Secret(secret))) }
    do {
      let proof = ServicePrincipal.Proof.certificate(try readCertificate(certificate ?? ""))
      return principal(account, name, tenantID, clientID, proof)
    } catch {
      return .unusable(name: name, text: "AZURE_CLIENT_CERTIFICATE_PATH: \(error)")
    }
  }

  /// - `clientID`: the application; nil for the one that `AZURE_CLIENT_ID` names.
  func workloadIdentity(_ account: Account, name: String, clientID: String?) -> TokenSource {
    var missing = ["AZURE_TENANT_ID", "AZURE_FEDERATED_TOKEN_FILE"].filter { variable($0) == nil }
    if clientID == nil, variable("AZURE_CLIENT_ID") == nil { missing.append("AZURE_CLIENT_ID") }
    guard let tenantID = variable("AZURE_TENANT_ID"), let file = variable("AZURE_FEDERATED_TOKEN_FILE"),
      let clientID = clientID ?? variable("AZURE_CLIENT_ID")
    else { return .absent(name: name, text: "\(missing.joined(separator: ", ")) not set") }
    do {
      let token = String(decoding: try Files.read(file), as: UTF8.self)
      let parts = token.split(whereSeparator: \.isWhitespace)
      guard parts.count == 1 else {
        return .unusable(name: name, text: "\(file) of AZURE_FEDERATED_TOKEN_FILE holds no token")
      }
      return principal(account, name, tenantID, clientID, .assertion(Secret(String(parts[0]))))
    } catch {
      return .unusable(name: name, text: "AZURE_FEDERATED_TOKEN_FILE: \(error)")
    }
  }

  private func principal(
    _ account: Account, _ name: String, _ tenantID: String, _ clientID: String, _ proof: ServicePrincipal.Proof
  ) -> TokenSource {
    var authority = variable("AZURE_AUTHORITY_HOST") ?? account.cloud.authority
    if !authority.contains("://") { authority = "https://\(authority)" }
    while authority.hasSuffix("/") { authority.removeLast() }
    if let fault = Address.fault(ofAuthority: authority) {
      return .unusable(name: name, text: "AZURE_AUTHORITY_HOST: \(fault)")
    }
    return .servicePrincipal(
      ServicePrincipal(authority: authority, tenantID: tenantID, clientID: clientID, proof: proof), name: name)
  }

  private func azureCLI(_ account: Account) -> TokenSource {
    guard let program = ChildCommand.path(of: "az", environment: environment) else {
      return .absent(
        name: AzureCLI.name, text: "az is not on PATH -- install the Azure CLI, or choose another authentication.mode")
    }
    return .azureCLI(AzureCLI(program: program, tenantID: account.tenantID, environment: environment))
  }
}
