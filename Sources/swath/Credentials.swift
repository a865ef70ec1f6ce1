internal import Azure
internal import Configuration
internal import Planning
internal import System

/// Finds the credentials that the runtime file and the environment name.
struct Credentials {
  let authentication: RuntimeSettings.Authentication
  let environment: [String: String]

  /// One credential for each account.
  /// - Throws: `Refusal` where something is missing.
  static func all(
    _ accounts: [Account], _ authentication: RuntimeSettings.Authentication, environment: [String: String]
  ) throws -> [Credential] {
    let credentials = Credentials(authentication: authentication, environment: environment)
    return try accounts.map { try credentials.credential(for: $0) }
  }

  private func credential(for account: Account) throws -> Credential {
    switch authentication.mode {
    case .servicePrincipal:
      let clientID = try clientID
      return Credential(
        applicationID: clientID,
        [
          .servicePrincipal(
            ServicePrincipal(
              authority: account.cloud.authority, tenantID: account.tenantID, clientID: clientID,
              proof: try proof))
        ])
    case .userAssignedManagedIdentity:
      let id = authentication.identityID
      return Credential(
        applicationID: id ?? "externally-configured-user-assigned-identity",
        [managedIdentity(id, account)])
    case .systemAssignedManagedIdentity:
      return Credential(applicationID: "system-assigned-identity", [managedIdentity(nil, account)])
    case .sdkDefault:
      return Credential(applicationID: "default-azure-credentials", try chain(account))
    }
  }

  // MARK: Service principals

  private var clientID: String {
    get throws {
      if let id = authentication.identityID, !id.isEmpty { return id }
      throw Refusal(
        .configurationInvalid,
        "no identity to sign in with: set authentication.identityId in the runtime file, or PROMITOR_AUTH_APPID")
    }
  }

  /// The file of systemd's credentials that holds the secret.
  private static let credentialName = "client-secret"

  /// What the runtime file names, else what the environment has.
  private var proof: ServicePrincipal.Proof {
    get throws {
      if let file = authentication.secretFile { return .secret(try secret(file)) }
      if let file = authentication.certificateFile { return try certificate(file) }
      if let text = variable("PROMITOR_AUTH_APPKEY") { return .secret(Secret(text)) }
      if let folder = variable("CREDENTIALS_DIRECTORY") {
        let file = "\(folder)/\(Self.credentialName)"
        if Files.exists(file) { return .secret(try secret(file)) }
      }
      if let file = variable("AZURE_CLIENT_CERTIFICATE_PATH") { return try certificate(file) }
      throw Refusal(
        .configurationInvalid,
        "no client secret: set authentication.secretFilePath and secretFileName in the runtime file, or "
          + "PROMITOR_AUTH_APPKEY, or give the unit LoadCredential=\(Self.credentialName):FILE; for a certificate, set "
          + "authentication.certificateFilePath, or AZURE_CLIENT_CERTIFICATE_PATH")
    }
  }

  private func certificate(_ file: String) throws -> ServicePrincipal.Proof {
    do {
      return .certificate(try readCertificate(file))
    } catch {
      throw Refusal(.configurationInvalid, "the client certificate: \(error)")
    }
  }

  /// - Throws: `SystemError` or `ClientCertificate.Fault`.
  func readCertificate(_ file: String) throws -> ClientCertificate {
    let sendsChain = ["1", "true"].contains(variable("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN")?.lowercased())
    return try ClientCertificate(try Files.read(file), name: file, sendsChain: sendsChain)
  }

  private func secret(_ file: String) throws -> Secret {
    do {
      var bytes = try Files.read(file)
      // Editors end files with a line break, and no client secret has one.
      while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      guard !bytes.isEmpty else { throw Refusal(.configurationInvalid, "the client secret: \(file) is empty") }
      return Secret(bytes)
    } catch let error as SystemError {
      throw Refusal(.configurationInvalid, "the client secret: \(error)")
    }
  }

  // MARK: Managed identities

  /// - `id`: the client id or resource id of the identity; nil for that of the system.
  func managedIdentity(_ id: String?, _ account: Account) -> TokenSource {
    let name = "managed identity"
    switch IdentityPlatform.chosen(environment, hasArcAgent: Files.exists(IdentityPlatform.arcAgent)) {
    case .host(let host): return .managedIdentity(ManagedIdentity(host, selector: id.map { .init($0) }))
    case .workload: return workloadIdentity(account, name: name, clientID: id)
    case .refused(let text): return .absent(name: name, text: text)
    }
  }

  // MARK: The environment

  /// A variable that is set and not blank.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }
}
