internal import Crypto
internal import CryptoExtras
internal import Formats
internal import System

/// A certificate of an application, with its key: what the application proves by that it is the one.
package struct ClientCertificate: Sendable {
  private let key: _RSA.Signing.PrivateKey
  /// The certificates of the file in DER, that of the key first.
  private let chain: [[UInt8]]
  private let sendsChain: Bool

  /// Seconds that an assertion is good for.
  private static let life = 600

  /// Why a file is not to be used as a certificate, with what to do.
  package struct Fault: Error, CustomStringConvertible {
    package let description: String
  }

  /// Reads a PEM file that holds a certificate and its RSA key.
  ///
  /// - `name`: the path of the file, for messages.
  /// - `sendsChain`: whether assertions hold the certificates of the file too, for applications that trust an issuer.
  package init(_ file: [UInt8], name: String, sendsChain: Bool = false) throws(Fault) {
    let text = String(decoding: file, as: UTF8.self)
    let blocks = PEMBlock.all(in: text)
    guard !blocks.isEmpty else {
      // The first byte of anything in DER.
      if file.first == 0x30 {
        throw Fault(
          description: "\(name) is a PKCS#12 file; make a PEM file of it: "
            + "openssl pkcs12 -in \(name) -out \(name).pem -nodes")
      }
      throw Fault(description: "\(name) is no PEM file; it must hold a certificate and its RSA key")
    }
    let certificates = blocks.filter { $0.label == "CERTIFICATE" }.compactMap { Base64.decoded($0.content) }
    guard !certificates.isEmpty else { throw Fault(description: "\(name) holds no certificate; add it to the key") }
    guard let block = blocks.first(where: { $0.label.hasSuffix("PRIVATE KEY") }) else {
      throw Fault(description: "\(name) holds no private key; add it to the certificate")
    }
    guard block.label != "ENCRYPTED PRIVATE KEY", !block.content.contains("ENCRYPTED") else {
      throw Fault(
        description: "the key in \(name) is protected by a password; take that off, and add the certificate: "
          + "openssl pkey -in \(name) -out \(name).key")
    }
    do {
      key = try _RSA.Signing.PrivateKey(pemRepresentation: block.text)
    } catch {
      throw Fault(description: "the key in \(name) is no RSA key of 2048 bits or more, which Microsoft Entra ID wants")
    }
    // A certificate holds its public key as it stands there.
    let publicKey = Array(key.publicKey.derRepresentation)
    guard let own = certificates.firstIndex(where: { $0.firstRange(of: publicKey) != nil }) else {
      throw Fault(description: "the key in \(name) is that of another certificate; put the two that belong together in")
    }
    chain = [certificates[own]] + certificates.enumerated().filter { $0.offset != own }.map(\.element)
    self.sendsChain = sendsChain
  }

  /// A signed statement that its bearer is the application.
  ///
  /// - `audience`: the address of the token endpoint that it is meant for.
  /// - `now`: seconds since 1970 UTC.
  /// - `id`: a UUID that no other statement has.
  func assertion(audience: String, clientID: String, now: Int, id: String) throws -> Secret {
    var header: [JSONValue.Member] = [
      .init("typ", .string("JWT")), .init("alg", .string("PS256")),
      .init("x5t#S256", .string(Base64.urlEncoded(Array(SHA256.hash(data: chain[0]))))),
    ]
    if sendsChain { header.append(.init("x5c", .array(chain.map { .string(Base64.encoded($0)) }))) }
    let claims: [JSONValue.Member] = [
      .init("aud", .string(audience)), .init("iss", .string(clientID)), .init("sub", .string(clientID)),
      .init("jti", .string(id)), .init("iat", .number(Double(now))), .init("nbf", .number(Double(now))),
      .init("exp", .number(Double(now + Self.life))),
    ]
    let statement = [header, claims].map { Base64.urlEncoded(Array(Self.compact(.object($0)).utf8)) }
      .joined(separator: ".")
    let signature = try key.signature(for: SHA256.hash(data: Array(statement.utf8)), padding: .PSS)
    return Secret("\(statement).\(Base64.urlEncoded(Array(signature.rawRepresentation)))")
  }

  /// A document without blanks, as tokens have them.
  private static func compact(_ value: JSONValue) -> String {
    switch value {
    case .object(let members):
      "{" + members.map { "\(compact(.string($0.name))):\(compact($0.value))" }.joined(separator: ",") + "}"
    case .array(let elements): "[" + elements.map(compact).joined(separator: ",") + "]"
    default: leaf(value)
    }
  }

  private static func leaf(_ value: JSONValue) -> String {
    var bytes: [UInt8] = []
    bytes.append(indented: value)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A random UUID (RFC 9562, version 4).
  static func newID() -> String {
    var digits = (0..<2).flatMap { _ in
      let half = String(UInt64.random(in: 0...(.max)), radix: 16)
      return Array(String(repeating: "0", count: 16 - half.utf8.count) + half)
    }
    digits[12] = "4"
    digits[16] = "a"
    for at in [20, 16, 12, 8] { digits.insert("-", at: at) }
    return String(digits)
  }
}
