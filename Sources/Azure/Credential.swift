internal import Formats
package import System
package import Transport

/// How Swath signs in to Microsoft Entra ID.
package enum Credential: Sendable {
  /// A service principal with a client secret.
  case clientSecret(authority: String, tenantID: String, clientID: String, secret: Secret)

  /// The request for a token of one audience: the client credentials grant of the v2.0 token endpoint.
  ///
  /// - `audience`: without a slash at its end; `/.default` is put behind it.
  package func tokenRequest(audience: String) -> HTTPRequest {
    switch self {
    case .clientSecret(let authority, let tenantID, let clientID, let secret):
      let form = [
        ("grant_type", "client_credentials"), ("client_id", clientID), ("client_secret", secret.reveal()),
        ("scope", "\(audience)/.default"),
      ]
      let body = form.map { "\($0.0)=\(PercentEncoding.encoded($0.1))" }.joined(separator: "&")
      return HTTPRequest(
        .post, "\(authority)/\(PercentEncoding.encoded(tenantID))/oauth2/v2.0/token",
        headers: [("Content-Type", "application/x-www-form-urlencoded")], body: Array(body.utf8), isConfidential: true,
        api: .token, quota: "token/\(tenantID)")
    }
  }

  /// The identity as labels name it.
  package var applicationID: String {
    switch self {
    case .clientSecret(_, _, let clientID, _): clientID
    }
  }
}
