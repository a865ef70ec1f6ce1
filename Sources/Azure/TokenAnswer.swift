internal import Formats
internal import System
internal import Transport

/// What those who give tokens answer.
enum TokenAnswer {
  /// The token of an exchange.
  ///
  /// - `endpoint`: what messages call the one who answered.
  /// - Throws: `SignInError` where there is none.
  static func token(_ exchange: Exchange, endpoint: String) throws(SignInError) -> Secret {
    if let error = SignInError(exchange.failure, of: endpoint) { throw error }
    guard exchange.response.isSuccess else {
      let error = AzureError(exchange.response)
      let isFinal = 400..<500 ~= error.status && error.status != 408 && error.status != 429
      let place = error.isPlain ? "\(endpoint): " : ""
      throw SignInError(code: error.code, text: place + error.message + remedy(for: error.message), isFinal: isFinal)
    }
    guard let body = body(exchange), let token = token(in: body, "access_token") else {
      throw SignInError(unreadable: endpoint).adding(" -- check what answers in its place, such as a proxy")
    }
    return token
  }

  /// The document that a good answer is; nil where it is none.
  static func body(_ exchange: Exchange) -> JSONValue? {
    (exchange.receiver as? BodyBuffer).flatMap { try? JSONValue($0.bytes) }
  }

  /// The token under a name; nil where there is none that a header could carry.
  static func token(in body: JSONValue, _ name: String) -> Secret? {
    guard let token = body[name]?.string, !token.isEmpty, token.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
      return nil
    }
    return Secret(token)
  }

  /// What to do about the errors that people meet, by the numbers that Microsoft Entra ID gives them; "" for others.
  static func remedy(for message: String) -> String {
    remedies.first { message.contains("AADSTS\($0.number):") }.map { " -- \($0.remedy)" } ?? ""
  }

  private static let remedies = [
    (number: 7_000_215, remedy: "give the secret's value, not its id"),
    (number: 7_000_222, remedy: "the secret has expired: make a new one for the application"),
    (number: 700016, remedy: "check the application id and that the application is in this tenant"),
    (number: 700027, remedy: "add this certificate to the application, or sign in with the one that it has"),
    (
      number: 70021,
      remedy: "give the application or identity a federated credential with this issuer, subject and audience"
    ),
    (
      number: 700213,
      remedy: "give the application or identity a federated credential with this issuer, subject and audience"
    ),
    (number: 90002, remedy: "check azureMetadata.tenantId and the cloud"),
    (number: 70011, remedy: "check the audiences of azureMetadata.endpoints"),
    (number: 50001, remedy: "check the audiences of azureMetadata.endpoints"),
  ]
}
