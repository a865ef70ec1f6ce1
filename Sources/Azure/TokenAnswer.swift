internal import Formats
package import System
package import Transport

/// What the token endpoint answers.
package enum TokenAnswer {
  /// The token of an exchange that a credential's request was sent with.
  /// - Throws: `SignInError` where there is none.
  package static func token(_ exchange: Exchange) throws(SignInError) -> Secret {
    switch exchange.failure {
    case nil: break
    case .timeout: throw SignInError(code: "Timeout", text: "the token endpoint did not answer in time", isFinal: false)
    case .connection(let text): throw SignInError(code: "Connection", text: text, isFinal: false)
    case .abandoned:
      throw SignInError(code: "OutOfTime", text: "the pass ended before it was signed in", isFinal: false)
    case .hostLeftAlone(let text): throw SignInError(code: "HostLeftAlone", text: text, isFinal: false)
    case .unreadable, .tooLarge, .noRecording: throw unreadable
    }
    guard exchange.response.isSuccess else {
      let error = AzureError(exchange.response)
      let isFinal = 400..<500 ~= error.status && error.status != 408 && error.status != 429
      throw SignInError(code: error.code, text: error.message + remedy(for: error), isFinal: isFinal)
    }
    guard let buffer = exchange.receiver as? BodyBuffer, let body = try? JSONValue(buffer.bytes),
      let token = body["access_token"]?.string, !token.isEmpty
    else { throw unreadable }
    return Secret(token)
  }

  private static let unreadable = SignInError(
    code: "Unreadable", text: "the token endpoint's answer holds no token", isFinal: false)

  /// What to do about the errors that people meet, by the numbers that Microsoft Entra ID gives them.
  private static func remedy(for error: AzureError) -> String {
    remedies.first { error.message.contains($0.number) }.map { " -- \($0.remedy)" } ?? ""
  }

  private static let remedies = [
    (number: "AADSTS7000215", remedy: "give the secret's value, not its id"),
    (number: "AADSTS7000222", remedy: "the secret has expired: make a new one for the application"),
    (number: "AADSTS700016", remedy: "check the application id and that the application is in this tenant"),
    (number: "AADSTS90002", remedy: "check azureMetadata.tenantId and the cloud"),
    (number: "AADSTS70011", remedy: "check the audiences of azureMetadata.endpoints"),
  ]
}

/// Why there is no token.
package struct SignInError: Error, Equatable, Sendable {
  package let code: String
  package let text: String
  /// Whether the identity was refused; else another try may succeed.
  package let isFinal: Bool
}
