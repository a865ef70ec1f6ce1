internal import Formats
internal import System
internal import Transport

/// The Azure CLI, which gives a token of whoever has signed in with it.
package struct AzureCLI: Sendable {
  private let program: String
  private let tenantID: String
  private let environment: [String: String]

  package static let name = "Azure CLI"
  /// Seconds that it may take.
  private static let timeout = 10.0

  ///
  /// - `program`: the path of `az`.
  /// - `tenantID`: the tenant that the token must be of.
  /// - `environment`: the variables that it is to see.
  package init(program: String, tenantID: String, environment: [String: String]) {
    self.program = program
    self.tenantID = tenantID
    self.environment = environment
  }

  func reply(to exchange: Exchange?, answers: Int, audience: String) -> SignIn.Reply {
    guard ServicePrincipal.isTenant(tenantID), Self.isAudience(audience) else {
      return .failed(
        SignInError(
          code: "InvalidTenant",
          text: "a tenant or an audience has characters that the Azure CLI does not take; check azureMetadata",
          isFinal: true))
    }
    guard let exchange else { return .ask(request(audience, tenant: tenantID)) }
    // A machine's or a Cloud Shell's own account has one tenant, and az takes none for it.
    if answers == 1, case .command(let failure) = exchange.failure,
      failure.text.contains("Tenant shouldn't be specified")
    {
      return .ask(request(audience, tenant: nil))
    }
    if let error = error(exchange.failure) { return .unavailable(error) }
    guard let body = TokenAnswer.body(exchange), let token = TokenAnswer.token(in: body, "accessToken") else {
      return .unavailable(SignInError(unreadable: "the Azure CLI"))
    }
    return .token(token)
  }

  private func request(_ audience: String, tenant: String?) -> HTTPRequest {
    var arguments = ["account", "get-access-token", "--output", "json", "--resource", audience]
    if let tenant { arguments += ["--tenant", tenant] }
    var environment = environment
    environment["AZURE_CORE_NO_COLOR"] = "true"
    var request = HTTPRequest(
      .get, "az account get-access-token", isConfidential: true, api: .token, quota: "az")
    request.retries = .none
    // A folder that every machine has, and in which no file can stand in for one of az.
    request.command = ChildCommand(
      program: program, arguments: arguments, environment: environment, folder: "/bin", timeout: Self.timeout)
    return request
  }

  private func error(_ failure: TransportFailure?) -> SignInError? {
    guard case .command(let failure) = failure else {
      if failure == .timeout {
        let text = "az did not answer within \(Int(Self.timeout)) seconds -- see what 'az account show' says"
        return SignInError(code: "Timeout", text: text, isFinal: false)
      }
      return SignInError(failure, of: "the Azure CLI")
    }
    guard let status = failure.status, status != 127 else {
      return SignInError(code: "NotInstalled", text: "az could not be run: \(Self.told(failure.text))", isFinal: true)
    }
    let isEntra = failure.text.contains("AADSTS")
    if !isEntra, failure.text.contains("az login") || failure.text.contains("az account set") {
      return SignInError(
        code: "NotSignedIn",
        text: "az is not signed in -- run 'az login --tenant \(tenantID)' as the user that runs swath", isFinal: true)
    }
    return SignInError(
      code: "AzureCLI",
      text: "az ended with status \(status): \(Self.told(failure.text))\(TokenAnswer.remedy(for: failure.text))",
      isFinal: true)
  }

  /// What az wrote, in one line of a length to be read, without tokens.
  static func told(_ text: String) -> String {
    var out = ""
    var rest = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
    // JSON's form, and Python's of the same.
    while let name = rest.firstRange(of: "accessToken") {
      out += rest[..<name.upperBound] + " <secret>"
      rest = rest[name.upperBound...].drop { !",}".contains($0) }
    }
    out += rest
    if out.isEmpty { return "it said nothing" }
    return out.count > 300 ? "\(out.prefix(300))…" : out
  }

  private static func isAudience(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      switch $0 {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: ":"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
  }
}
