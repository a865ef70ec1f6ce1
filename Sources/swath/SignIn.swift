internal import Azure
internal import Configuration
internal import Planning
internal import System

/// Finds the credentials that the runtime file and the environment name.
enum SignIn {
  /// One credential for each account.
  /// - Throws: `Refusal` where something is missing.
  static func credentials(
    _ accounts: [Account], _ authentication: RuntimeSettings.Authentication, environment: [String: String]
  ) throws -> [Credential] {
    guard authentication.mode == .servicePrincipal else {
      throw Refusal(
        .configurationInvalid,
        "authentication.mode \(authentication.mode.rawValue) is not known to this version; use ServicePrincipal")
    }
    guard let clientID = authentication.identityID, !clientID.isEmpty else {
      throw Refusal(
        .configurationInvalid,
        "no identity to sign in with: set authentication.identityId in the runtime file, or PROMITOR_AUTH_APPID")
    }
    let secret = try secret(authentication.secretFile, environment)
    return accounts.map {
      .clientSecret(authority: $0.cloud.authority, tenantID: $0.tenantID, clientID: clientID, secret: secret)
    }
  }

  private static func secret(_ file: String?, _ environment: [String: String]) throws -> Secret {
    if let file {
      do {
        var bytes = try Files.read(file)
        // Editors end files with a line break, and no client secret has one.
        while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return Secret(bytes)
      } catch {
        throw Refusal(.configurationInvalid, "the client secret: \(error)")
      }
    }
    guard let text = environment["PROMITOR_AUTH_APPKEY"], !text.isEmpty else {
      throw Refusal(
        .configurationInvalid,
        "no client secret: set authentication.secretFilePath and secretFileName in the runtime file, or "
          + "PROMITOR_AUTH_APPKEY")
    }
    return Secret(text)
  }
}
