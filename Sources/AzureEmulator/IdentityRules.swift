/// The endpoints that give the tokens of managed identities: of a virtual machine, of an app, and of a machine under
/// Azure Arc (azure-apis 1.6 to 1.8).
struct IdentityRules: Sendable {
  let identities: EmulatedIdentities
  /// The emulator's own address, which every audience begins with.
  let base: String
  /// Seconds since 1970 UTC.
  let now: Int

  /// The endpoints, by their paths.
  static let metadataPath = "/metadata/identity/oauth2/token"
  static let appServicePath = "/msi/token"
  static let arcPath = "/arc/metadata/identity/oauth2/token"

  /// nil for a request that is about none of the endpoints.
  func answer(_ request: EmulatedRequest, tokens: inout TokenRules) -> EmulatedAnswer? {
    guard request.method == "GET" else { return nil }
    switch request.path {
    case Self.metadataPath: return metadataAnswer(request, &tokens)
    case Self.appServicePath: return appServiceAnswer(request, &tokens)
    case Self.arcPath: return arcAnswer(request, &tokens)
    default: return nil
    }
  }

  // MARK: The Instance Metadata Service (azure-apis 1.6)

  private func metadataAnswer(_ request: EmulatedRequest, _ tokens: inout TokenRules) -> EmulatedAnswer {
    guard request.headers["metadata"] == "true" else {
      return Self.error("bad_request_102", "Required metadata header not specified")
    }
    guard request.query["api-version"] == "2018-02-01" else {
      return Self.error("invalid_request", "The api-version is not known")
    }
    guard let resource = audience(request) else { return Self.unknownResource }
    guard let asked = asked(request, resourceIDName: "msi_res_id"), identities.has(asked) else {
      return Self.error("invalid_request", "Identity not found")
    }
    let token = tokens.issue(audience: resource, now: now)
    // Every value is a string.
    return EmulatedAnswer(
      json: """
        {"access_token":\(token.json),"refresh_token":"","expires_in":"\(TokenRules.life)",\
        "expires_on":"\(now + TokenRules.life)","not_before":"\(now)","resource":\(resource.json),"token_type":"Bearer"}
        """, api: "token")
  }

  // MARK: App Service (azure-apis 1.7)

  private func appServiceAnswer(_ request: EmulatedRequest, _ tokens: inout TokenRules) -> EmulatedAnswer {
    guard request.headers["x-identity-header"] == identities.header else {
      return Self.appError(401, "The X-IDENTITY-HEADER is missing or wrong.")
    }
    guard request.query["api-version"] == "2019-08-01" else { return Self.appError(400, "Unknown api-version.") }
    guard let resource = audience(request) else {
      return Self.appError(400, "AADSTS50001: The application named by the resource was not found.")
    }
    guard let asked = asked(request, resourceIDName: "mi_res_id"), identities.has(asked) else {
      return Self.appError(400, "No User Assigned or Delegated Managed Identity found for specified ClientId.")
    }
    let token = tokens.issue(audience: resource, now: now)
    return EmulatedAnswer(
      json: """
        {"access_token":\(token.json),"expires_on":"\(now + TokenRules.life)","resource":\(resource.json),\
        "token_type":"Bearer","client_id":\(identities.userClientID.json)}
        """, api: "token")
  }

  // MARK: Azure Arc (azure-apis 1.8)

  private func arcAnswer(_ request: EmulatedRequest, _ tokens: inout TokenRules) -> EmulatedAnswer {
    guard request.headers["metadata"] == "true" else {
      return Self.error("bad_request_102", "Required metadata header not specified")
    }
    guard request.query["api-version"] == "2020-06-01" else {
      return Self.error("invalid_request", "The api-version is not known")
    }
    guard request.headers["authorization"] == "Basic \(identities.arcKey)" else {
      var answer = EmulatedAnswer(401, json: "{\"error\":\"unauthorized_client\"}", api: "token")
      answer.headers.append(("WWW-Authenticate", "Basic realm=\(identities.arcKeyFile)"))
      return answer
    }
    guard let resource = audience(request) else { return Self.unknownResource }
    guard let asked = asked(request, resourceIDName: "msi_res_id"), identities.has(asked) else {
      return Self.error("invalid_request", "Identity not found")
    }
    let token = tokens.issue(audience: resource, now: now)
    var echo = ""
    if identities.arcEchoes {
      for name in ["client_id", "msi_res_id"] { echo += request.query[name].map { ",\"\(name)\":\($0.json)" } ?? "" }
    }
    return EmulatedAnswer(
      json: """
        {"access_token":\(token.json),"expires_in":"\(TokenRules.life)","resource":\(resource.json),\
        "token_type":"Bearer"\(echo)}
        """, api: "token")
  }

  // MARK: What they share

  /// The audience, which is one of the emulator's and no scope; nil where it is neither.
  private func audience(_ request: EmulatedRequest) -> String? {
    guard let resource = request.query["resource"], resource.lowercased().hasPrefix(base),
      !resource.hasSuffix("/.default")
    else { return nil }
    return resource
  }

  /// nil where it is asked for by more than one name.
  private func asked(_ request: EmulatedRequest, resourceIDName: String) -> EmulatedIdentities.Asked? {
    let ids = ["client_id", "object_id", resourceIDName].compactMap { request.query[$0] }
    return ids.count > 1 ? nil : ids.first.map { .user(id: $0) } ?? .system
  }

  private static let unknownResource = error(
    "invalid_resource", "AADSTS50001: The application named by the resource was not found in the tenant.")

  private static func error(_ code: String, _ text: String) -> EmulatedAnswer {
    EmulatedAnswer(400, json: "{\"error\":\(code.json),\"error_description\":\(text.json)}", api: "token")
  }

  private static func appError(_ status: Int, _ text: String) -> EmulatedAnswer {
    EmulatedAnswer(status, json: "{\"statusCode\":\(status),\"message\":\(text.json)}", api: "token")
  }
}
