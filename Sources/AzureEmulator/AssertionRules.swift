/// What the token endpoint wants of a signed assertion (azure-apis 1.3 and 1.4). It believes the signature.
struct AssertionRules: Sendable {
  let clientID: String
  /// The address of the token endpoint.
  let url: String
  let identities: EmulatedIdentities

  /// The longest life of an assertion, in seconds.
  private static let longestLife = 86_400

  /// What is wrong with an assertion, with its AADSTS number; nil where nothing is.
  func fault(of assertion: String) -> (number: Int, text: String)? {
    if assertion == identities.workloadToken { return nil }
    let parts = assertion.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Self.document(parts[0]), let claims = Self.document(parts[1]),
      let signature = Self.bytes(parts[2]), signature.count >= 256, let thumbprint = header["x5t#S256"]?.string
    else { return (700213, "No matching federated identity record found for presented assertion.") }
    guard header["typ"]?.string == "JWT", header["alg"]?.string == "PS256",
      thumbprint == identities.certificateThumbprint
    else { return (700027, "The certificate with identifier used to sign the client assertion is not registered.") }
    guard claims["aud"]?.string == url, claims["iss"]?.string == clientID, claims["sub"]?.string == clientID,
      claims["jti"]?.string?.utf8.count == 36, let start = claims["nbf"]?.integer, let end = claims["exp"]?.integer,
      start < end, end - start <= Self.longestLife
    else { return (700027, "The claims of the client assertion are missing or wrong.") }
    return nil
  }

  private static func document(_ part: Substring) -> [String: JSONBody]? {
    bytes(part).flatMap { JSONBody(String(decoding: $0, as: UTF8.self))?.object }
  }

  /// The bytes of a text in base64url without padding (RFC 7515); nil where it is none.
  private static func bytes(_ text: Substring) -> [UInt8]? {
    var out: [UInt8] = []
    var buffer = 0
    var bits = 0
    for character in text.utf8 {
      guard let index = alphabet.firstIndex(of: character) else { return nil }
      buffer = buffer << 6 | index
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(buffer >> bits & 0xFF))
        buffer &= 1 << bits - 1
      }
    }
    return out
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}
