/// Who may sign in without the application's secret.
package struct EmulatedIdentities: Sendable {
  /// Whether the machine has an identity of its own.
  package var hasSystemIdentity = true
  /// The identity of a user that the machine has too.
  package var userClientID = "00000000-0000-0000-0000-0000000000dd"
  package var userResourceID =
    "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/identities/providers"
    + "/Microsoft.ManagedIdentity/userAssignedIdentities/emulated"
  /// What App Service puts into `IDENTITY_HEADER` (azure-apis 1.7).
  package var header = "emulated-identity-header"
  /// The file that Azure Arc's agent has its key in, and the key (azure-apis 1.8).
  package var arcKeyFile = "/var/opt/azcmagent/tokens/emulated.key"
  package var arcKey = "emulated-arc-key"
  /// Whether the agent is new enough to tell whose token it gives.
  package var arcEchoes = true
  /// The token of another issuer that the application trusts (azure-apis 1.4).
  package var workloadToken = "emulated.workload.token"
  /// The SHA-256 of the application's certificate in base64url without padding (azure-apis 1.3); nil for none.
  package var certificateThumbprint: String?

  package init() {}

  /// Which identity a request is about.
  enum Asked {
    case system
    case user(id: String)
  }

  func has(_ asked: Asked) -> Bool {
    switch asked {
    case .system: hasSystemIdentity
    case .user(let id): [userClientID, userResourceID.lowercased()].contains(id.lowercased())
    }
  }
}
