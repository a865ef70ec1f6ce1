/// The token endpoint of Microsoft Entra ID, v2.0 (azure-apis 1.1 and 1.3 to 1.5), and the tokens that it gave out.
struct TokenRules: Sendable {
  let tenantID, clientID, clientSecret: String
  let identities: EmulatedIdentities
  private var issued: [String: Token] = [:]
  /// Seconds that a token lives.
  static let life = 3599

  private struct Token: Sendable {
    var audience: String
    var expires: Int
  }

  init(tenantID: String, clientID: String, clientSecret: String, identities: EmulatedIdentities) {
    self.tenantID = tenantID
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.identities = identities
  }

  /// `POST /{tenant}/oauth2/v2.0/token`; `url` is its whole address, which an assertion must be meant for.
  mutating func answer(_ request: EmulatedRequest, tenant: String, url: String, now: Int) -> EmulatedAnswer {
    let form = EmulatedRequest.form(request.body)
    guard tenant.lowercased() == tenantID else {
      return refusal(400, "invalid_request", 90002, "Tenant '\(tenant)' not found.", now)
    }
    guard request.headers["content-type"]?.hasPrefix("application/x-www-form-urlencoded") == true,
      form["grant_type"] == "client_credentials"
    else { return refusal(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.", now) }
    guard form["client_id"]?.lowercased() == clientID else {
      return refusal(
        400, "unauthorized_client", 700016, "Application with identifier '\(form["client_id"] ?? "")' was not found.",
        now)
    }
    if let assertion = form["client_assertion"] {
      guard form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        form["client_secret"] == nil
      else { return refusal(400, "invalid_request", 900_144, "The assertion's type is missing or unknown.", now) }
      let rules = AssertionRules(clientID: clientID, url: url, identities: identities)
      if let fault = rules.fault(of: assertion) { return refusal(401, "invalid_client", fault.number, fault.text, now) }
    } else if form["client_secret"] != clientSecret {
      return refusal(401, "invalid_client", 7_000_215, "Invalid client secret provided.", now)
    }
    guard let scope = form["scope"], scope.hasSuffix("/.default"), !scope.contains(" ") else {
      return refusal(400, "invalid_scope", 70011, "The provided value for scope is not valid.", now)
    }
    let token = issue(audience: scope.dropLast("/.default".utf8.count), now: now)
    return EmulatedAnswer(
      json: """
        {"token_type":"Bearer","expires_in":\(Self.life),"ext_expires_in":\(Self.life),"access_token":\(token.json)}
        """, api: "token")
  }

  /// A new token for an audience.
  mutating func issue(audience: some StringProtocol, now: Int) -> String {
    let token = "emulated-\(Hash(issued.count).adding(String(audience)).adding(now).value)"
    issued[token] = Token(audience: Self.audience(audience), expires: now + Self.life)
    return token
  }

  /// Why a request may not pass (azure-apis 3.6, 5 and 9); nil where it may. Log Analytics has 403 for a token that is
  /// not for it, where all others have 401.
  func refusal(_ request: EmulatedRequest, audience: String, now: Int, api: String) -> EmulatedAnswer? {
    guard let header = request.headers["authorization"], header.hasPrefix("Bearer ") else {
      return .wrapped(
        401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.", api: api)
    }
    let refused = api == LogAnalyticsRules.api ? 403 : 401
    guard let token = issued[String(header.dropFirst("Bearer ".utf8.count))] else {
      return .wrapped(refused, "InvalidAuthenticationToken", "The access token is invalid.", api: api)
    }
    if token.expires <= now {
      return .wrapped(
        401, "ExpiredAuthenticationToken",
        "The access token expiry UTC time '\(EmulatedTime.text(token.expires))' is earlier than current UTC time "
          + "'\(EmulatedTime.text(now))'.", api: api)
    }
    guard token.audience == Self.audience(audience) else {
      return .wrapped(
        refused, "InvalidAuthenticationTokenAudience",
        "The access token has been obtained for wrong audience or resource '\(token.audience)'.", api: api)
    }
    return nil
  }

  /// Whether a request has a token that was given out, but not for the API that it goes to.
  ///
  /// - `audience`: what the API wants; nil where it wants none.
  func isStray(_ request: EmulatedRequest, audience: String?) -> Bool {
    guard let header = request.headers["authorization"], header.hasPrefix("Bearer "),
      let token = issued[String(header.dropFirst("Bearer ".utf8.count))]
    else { return false }
    return audience.map { Self.audience($0) != token.audience } ?? true
  }

  /// Where a client library finds the token endpoint (OpenID Connect Discovery 1.0, section 4).
  static func discovery(tenant: String, base: String) -> EmulatedAnswer {
    EmulatedAnswer(
      json: """
        {"token_endpoint":\("\(base)/\(tenant)/oauth2/v2.0/token".json),\
        "authorization_endpoint":\("\(base)/\(tenant)/oauth2/v2.0/authorize".json),\
        "issuer":\("\(base)/\(tenant)/v2.0".json)}
        """, api: "token")
  }

  /// Makes every token that was given out unknown.
  mutating func revokeAll() { issued = [:] }

  private static func audience(_ text: some StringProtocol) -> String {
    var text = text.lowercased()[...]
    while text.hasSuffix("/") { text.removeLast() }
    return String(text)
  }

  private func refusal(_ status: Int, _ error: String, _ number: Int, _ message: String, _ now: Int) -> EmulatedAnswer {
    let trace = "00000000-0000-0000-0000-000000000000"
    let time = EmulatedTime.text(now).replacing("T", with: " ")
    let description =
      "AADSTS\(number): \(message)\r\nTrace ID: \(trace)\r\nCorrelation ID: \(trace)\r\nTimestamp: \(time)"
    return EmulatedAnswer(
      status,
      json: """
        {"error":"\(error)","error_description":\(description.json),"error_codes":[\(number)],"timestamp":"\(time)",\
        "trace_id":"\(trace)","correlation_id":"\(trace)"}
        """, api: "token")
  }
}
