internal import Formats
package import System
internal import Transport

/// The identity that Azure gives the machine or service that Swath runs on, and the endpoint there that gives its
/// tokens.
package struct ManagedIdentity: Sendable {
  let host: Host
  let selector: Selector?

  static let name = "managed identity"

  /// Who gives the tokens.
  package enum Host: Sendable {
    /// App Service, Functions and Container Apps: an endpoint, and what must be sent to it as `X-IDENTITY-HEADER`.
    case appService(endpoint: String, header: Secret)
    /// The agent of Azure Arc on a machine elsewhere.
    case arc(endpoint: String, keys: ArcKeys)
    /// The Instance Metadata Service of a virtual machine, by the address that stands before `/metadata`.
    case metadataService(base: String)
  }

  /// Which of the identities of a machine; without one, it is that of the system.
  package enum Selector: Sendable, Equatable {
    case clientID(String)
    case resourceID(String)

    /// A resource id where the text has the form of one, else a client id.
    package init(_ text: String) {
      self = text.lowercased().hasPrefix("/subscriptions/") ? .resourceID(text) : .clientID(text)
    }

    var text: String {
      switch self {
      case .clientID(let text), .resourceID(let text): text
      }
    }
  }

  package init(_ host: Host, selector: Selector? = nil) {
    self.host = host
    self.selector = selector
  }

  func reply(to exchange: Exchange?, answers: Int, audience: String, isChain: Bool) -> SignIn.Reply {
    switch host {
    case .appService(let endpoint, let header):
      let request = request(endpoint, "2019-08-01", audience, resourceIDName: "mi_res_id", [])
      guard let exchange else { return .ask(appService(request, header)) }
      return appServiceReply(exchange)
    case .arc(let endpoint, let keys):
      let request = request(endpoint, "2020-06-01", audience, resourceIDName: "msi_res_id", [Self.metadata])
      guard let exchange else { return .ask(request) }
      return answers == 1 ? arcChallenge(exchange, keys, request) : arcReply(exchange)
    case .metadataService(let base):
      var request = request(
        "\(base)/metadata/identity/oauth2/token", "2018-02-01", audience, resourceIDName: "msi_res_id",
        [Self.metadata])
      // In a chain one short look says whether there is a service: most machines that are no Azure VM have none.
      let isProbe = isChain && answers <= 1
      request.connectSeconds = isProbe ? 1 : 2
      if exchange == nil { request.retries = isProbe ? .none : .metadataService }
      guard let exchange else { return .ask(request) }
      if isProbe, exchange.failure == nil, Self.isPassing(exchange.response.status) {
        request.connectSeconds = 2
        request.retries = .metadataService
        return .ask(request)
      }
      return metadataReply(exchange, base)
    }
  }

  private static let metadata = (name: "Metadata", value: "true")

  private func request(
    _ endpoint: String, _ version: String, _ audience: String, resourceIDName: String,
    _ headers: [(name: String, value: String)]
  ) -> HTTPRequest {
    var url = "\(endpoint)?api-version=\(version)&resource=\(PercentEncoding.encoded(audience))"
    switch selector {
    case .clientID(let id): url += "&client_id=\(PercentEncoding.encoded(id))"
    case .resourceID(let id): url += "&\(resourceIDName)=\(PercentEncoding.encoded(id))"
    case nil: break
    }
    var request = HTTPRequest(
      .get, url, headers: headers, isConfidential: true, api: .token, quota: "identity/\(endpoint)")
    // The endpoint is on the machine or on its link: a proxy would ask for the token of another one.
    request.isDirect = true
    return request
  }

  // MARK: App Service

  private func appService(_ request: HTTPRequest, _ header: Secret) -> HTTPRequest {
    var request = request
    request.secretHeaders = [("X-IDENTITY-HEADER", header)]
    return request
  }

  private func appServiceReply(_ exchange: Exchange) -> SignIn.Reply {
    do {
      return .token(try TokenAnswer.token(exchange, endpoint: "the identity endpoint of this app"))
    } catch {
      return .failed(error.isFinal ? error.adding(" -- give the app the identity \(wanted)") : error)
    }
  }

  // MARK: Azure Arc

  private static let agent = "the agent of Azure Arc"

  /// The agent wants proof that who asks may read a file that only the system and the group `himds` can.
  private func arcChallenge(_ exchange: Exchange, _ keys: ArcKeys, _ request: HTTPRequest) -> SignIn.Reply {
    if let error = SignInError(exchange.failure, of: Self.agent) {
      return .unavailable(
        error.adding(" -- check that the agent runs (azcmagent show), or choose another authentication.mode"))
    }
    guard exchange.response.status == 401, let challenge = exchange.response.header("www-authenticate") else {
      return .failed(
        SignInError(
          code: "ArcChallenge",
          text: "\(Self.agent) answered \(exchange.response.status) where it must ask for its key"
            + " -- update the agent, and check that the machine is connected (azcmagent show)",
          isFinal: 400..<500 ~= exchange.response.status))
    }
    do {
      var request = request
      request.secretHeaders = [("Authorization", try keys.key(challenge: challenge))]
      return .ask(request)
    } catch {
      return .failed(error)
    }
  }

  private func arcReply(_ exchange: Exchange) -> SignIn.Reply {
    do {
      let token = try TokenAnswer.token(exchange, endpoint: Self.agent)
      // An old agent overlooks which identity is asked for, and gives the system's.
      if let selector, !Self.echoes(selector, TokenAnswer.body(exchange)) {
        return .failed(
          SignInError(
            code: "ArcIdentity",
            text: "\(Self.agent) gave the token of another identity than \(selector.text)"
              + " -- update the agent, or use SystemAssignedManagedIdentity", isFinal: true))
      }
      return .token(token)
    } catch {
      return .failed(error.isFinal ? error.adding(" -- give the machine the identity \(wanted)") : error)
    }
  }

  private static func echoes(_ selector: Selector, _ body: JSONValue?) -> Bool {
    let names =
      switch selector {
      case .clientID: ["client_id"]
      case .resourceID: ["msi_res_id", "mi_res_id"]
      }
    return names.contains { body?[$0]?.string?.lowercased() == selector.text.lowercased() }
  }

  // MARK: The Instance Metadata Service

  /// Whether the service says that it will be there again.
  private static func isPassing(_ status: Int) -> Bool {
    status == 404 || status == 410 || status == 429 || status >= 500
  }

  private func metadataReply(_ exchange: Exchange, _ base: String) -> SignIn.Reply {
    let endpoint = "the Instance Metadata Service (\(base))"
    if let error = SignInError(exchange.failure, of: endpoint) {
      return .unavailable(
        error.adding(
          " -- only a machine in Azure has it, and containers need a way to it; else choose another authentication.mode"
        ))
    }
    let error = AzureError(exchange.response)
    let isDocument = exchange.response.isSuccess ? TokenAnswer.body(exchange) != nil : !error.isPlain
    switch error.status {
    case 400 where error.code == "invalid_request" || error.message.contains("Identity not found"):
      return .unavailable(
        SignInError(
          code: "IdentityNotFound", text: "\(error.message) -- give this machine the identity \(wanted)", isFinal: true)
      )
    case 403 where error.message.contains("unreachable"):
      return .unavailable(
        SignInError(
          code: "Unreachable", text: "\(error.message) -- there is no Instance Metadata Service here", isFinal: true))
    case let status where Self.isPassing(status):
      return .failed(
        SignInError(code: error.code, text: "\(endpoint) answered \(status): \(error.message)", isFinal: false))
    case _ where !isDocument:
      return .unavailable(
        SignInError(
          code: "NotMetadata",
          text: "what answers at \(base) is not the Instance Metadata Service -- see AZURE_POD_IDENTITY_AUTHORITY_HOST",
          isFinal: true))
    default: break
    }
    do {
      return .token(try TokenAnswer.token(exchange, endpoint: endpoint))
    } catch {
      return .failed(error)
    }
  }

  private var wanted: String {
    selector.map { "\($0.text), or check authentication.identityId" } ?? "that it is to sign in with"
  }
}

extension SignInError {
  func adding(_ remedy: String) -> SignInError { SignInError(code: code, text: text + remedy, isFinal: isFinal) }
}
