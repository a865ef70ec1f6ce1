import Crypto
import CryptoExtras
import Formats
import Foundation
import System
import Testing

@testable import Azure
@testable import Transport

@Suite struct ClientCertificateTests {
  private let key: _RSA.Signing.PrivateKey

  init() throws { key = try _RSA.Signing.PrivateKey(keySize: .bits2048) }

  private func pem(_ label: String, _ bytes: [UInt8]) -> String {
    "-----BEGIN \(label)-----\n\(Data(bytes).base64EncodedString(options: .lineLength64Characters))\n"
      + "-----END \(label)-----\n"
  }

  /// What matters of a certificate here is that it holds the key.
  private func certificate(_ key: _RSA.Signing.PrivateKey) -> [UInt8] {
    [0x30, 0x82, 0x01, 0x26] + Array(key.publicKey.derRepresentation) + [5, 0]
  }

  private func read(_ text: String, sendsChain: Bool = false) throws(ClientCertificate.Fault) -> ClientCertificate {
    try ClientCertificate(Array(text.utf8), name: "/c.pem", sendsChain: sendsChain)
  }

  private func part(_ token: String, _ index: Int) throws -> [UInt8] {
    let text = token.split(separator: ".")[index].replacing("-", with: "+").replacing("_", with: "/")
    return try #require(Base64.decoded(text))
  }

  @Test(arguments: [false, true]) func theAssertionIsSigned(keyComesFirst: Bool) throws {
    let other = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let certificates = [certificate(other), certificate(key)].map { pem("CERTIFICATE", $0) }.joined(separator: "\n")
    let keyText = "Bag Attributes\n" + key.pemRepresentation + "\n"
    let certificate = try read(keyComesFirst ? keyText + certificates : certificates + keyText)
    let secret = try certificate.assertion(audience: "https://login/t/token", clientID: "me", now: 1000, id: "x-y")
    let token = secret.reveal()
    let header = try JSONValue(try part(token, 0))
    #expect(header["typ"]?.string == "JWT" && header["alg"]?.string == "PS256" && header["x5c"] == nil)
    #expect(header["x5t#S256"]?.string == Base64.urlEncoded(Array(SHA256.hash(data: self.certificate(key)))))
    let claims = try JSONValue(try part(token, 1))
    #expect(claims["aud"]?.string == "https://login/t/token" && claims["jti"]?.string == "x-y")
    #expect(claims["iss"]?.string == "me" && claims["sub"]?.string == "me")
    #expect(claims["nbf"]?.integer == 1000 && claims["exp"]?.integer == 1600)
    let signed = token[..<(try #require(token.lastIndex(of: ".")))]
    let signature = _RSA.Signing.RSASignature(rawRepresentation: try part(token, 2))
    #expect(key.publicKey.isValidSignature(signature, for: SHA256.hash(data: Array(signed.utf8)), padding: .PSS))
    #expect(!token.contains("=") && !token.contains("+") && !token.contains("/"))
  }

  @Test func theChainIsSentWhereItIsWanted() throws {
    let text = pem("CERTIFICATE", [1, 2, 3]) + pem("CERTIFICATE", certificate(key)) + key.pemRepresentation
    let secret = try read(text, sendsChain: true).assertion(audience: "a", clientID: "me", now: 1, id: "i")
    let header = try JSONValue(try part(secret.reveal(), 0))
    #expect(
      header["x5c"]?.array?.map(\.string) == [Data(certificate(key)).base64EncodedString(), "AQID"],
      "that of the key first")
  }

  @Test func itSignsIn() throws {
    let certificate = try read(pem("CERTIFICATE", certificate(key)) + key.pemRepresentation)
    let principal = ServicePrincipal(
      authority: "https://login", tenantID: "t", clientID: "me", proof: .certificate(certificate))
    let dialogue = Dialogue(.servicePrincipal(principal))
    let request = try #require(dialogue.request)
    #expect(request.bodyText.contains("&client_assertion=ey") && !request.bodyText.contains("client_secret"))
    #expect(request.isConfidential)
  }

  @Test func everyFaultSaysWhatToDo() throws {
    let own = pem("CERTIFICATE", certificate(key))
    let elliptic = P256.Signing.PrivateKey().pemRepresentation
    let other = try _RSA.Signing.PrivateKey(keySize: .bits2048).pemRepresentation
    for (text, says) in [
      ("0\u{2}", "/c.pem is a PKCS#12 file; make a PEM file of it: openssl pkcs12 -in /c.pem -out /c.pem.pem -nodes"),
      ("", "no PEM file"), ("hello", "no PEM file"), (key.pemRepresentation, "holds no certificate"),
      (own, "holds no private key"), (own + elliptic, "no RSA key of 2048 bits"),
      (own + other, "that of another certificate"),
      (own + pem("ENCRYPTED PRIVATE KEY", [1]), "openssl pkey -in /c.pem -out /c.pem.key"),
      (
        own + "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAQID\n-----END RSA PRIVATE KEY-----",
        "password"
      ),
      (own + "-----BEGIN PRIVATE KEY-----\nAQID", "holds no private key"),
    ] {
      let fault = #expect(throws: ClientCertificate.Fault.self) { try read(text) }
      #expect(fault?.description.contains(says) == true, "\(String(describing: fault))")
    }
  }

  @Test func idsAreUUIDs() {
    let ids = (0..<100).map { _ in ClientCertificate.newID() }
    #expect(Set(ids).count == 100)
    #expect(ids.allSatisfy { UUID(uuidString: $0) != nil && Array($0)[14] == "4" && Array($0)[19] == "a" })
  }
}
