internal import Formats
package import System
internal import Transport

/// An application of Microsoft Entra ID, and how it proves that it is the one: the client credentials grant of the v2.0
/// token endpoint.
package struct ServicePrincipal: Sendable {
  /// The address of the authority, without a slash at its end.
  let authority: String
  /// The id or a domain of the tenant.
  let tenantID: String
  let clientID: String
  let proof: Proof

  package enum Proof: Sendable {
    case secret(Secret)
    /// A statement that is signed with the key of a certificate.
    case certificate(ClientCertificate)
    /// A token that somebody else has signed, whom the application trusts (workload identity federation).
    case assertion(Secret)
  }

  package init(authority: String, tenantID: String, clientID: String, proof: Proof) {
    self.authority = authority
    self.tenantID = tenantID
    self.clientID = clientID
    self.proof = proof
  }

  /// Whether a text can be a tenant's id or domain: letters, digits, `-` and `.`.
  package static func isTenant(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
      }
  }

  func reply(to exchange: Exchange?, audience: String, now: Int) -> SignIn.Reply {
    do {
      guard let exchange else { return .ask(try request(audience: audience, now: now)) }
      return .token(try TokenAnswer.token(exchange, endpoint: Self.endpoint))
    } catch {
      return .failed(error)
    }
  }

  private static let endpoint = "the token endpoint"

  private func request(audience: String, now: Int) throws(SignInError) -> HTTPRequest {
    guard Self.isTenant(tenantID) else {
      throw SignInError(
        code: "InvalidTenant",
        text: "the tenant '\(PercentEncoding.encoded(tenantID))' is no id and no domain; check azureMetadata.tenantId",
        isFinal: true)
    }
    let url = "\(authority)/\(tenantID)/oauth2/v2.0/token"
    var form = [("grant_type", "client_credentials"), ("client_id", clientID)]
    switch proof {
    case .secret(let secret): form.append(("client_secret", secret.reveal()))
    case .assertion(let assertion): form += Self.assertion(assertion)
    case .certificate(let certificate):
      do {
        form += Self.assertion(
          try certificate.assertion(audience: url, clientID: clientID, now: now, id: ClientCertificate.newID()))
      } catch {
        throw SignInError(code: "Certificate", text: "the certificate's key does not sign: \(error)", isFinal: true)
      }
    }
    form.append(("scope", "\(audience)/.default"))
    let body = form.map { "\($0.0)=\(PercentEncoding.encoded($0.1))" }.joined(separator: "&")
    return HTTPRequest(
      .post, url, headers: [("Content-Type", "application/x-www-form-urlencoded")], body: Array(body.utf8),
      isConfidential: true, api: .token, quota: "token/\(tenantID)")
  }

  private static func assertion(_ token: Secret) -> [(String, String)] {
    [
      ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
      ("client_assertion", token.reveal()),
    ]
  }
}
