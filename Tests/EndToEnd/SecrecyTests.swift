import AzureEmulator
import Crypto
import CryptoExtras
import Foundation
import Testing

/// What no way of signing in may leave behind.
@Suite(.serialized) struct EndToEndSecrecyTests {
  /// The ways to sign in, each with what it needs.
  enum Identity: String, CaseIterable {
    case secret, file, unit, certificate, machine, user, app, arc, workload, az, refused, assertion, unknownKey

    /// The lines below `authentication:`.
    var mode: String {
      switch self {
      case .secret, .unit, .certificate, .refused, .unknownKey:
        "mode: ServicePrincipal, identityId: \(EmulatorConfiguration().clientID)"
      // Its place is set once it is known.
      case .file: ""
      case .machine, .app, .arc: "mode: SystemAssignedManagedIdentity"
      case .user: "mode: UserAssignedManagedIdentity, identityId: \(EmulatedIdentities().userClientID)"
      case .workload, .az, .assertion: "mode: SdkDefault"
      }
    }

    var isRefused: Bool { [.refused, .assertion, .unknownKey].contains(self) }
  }

  @Test(arguments: Identity.allCases.filter { $0 != .arc })
  func noSecretIsWrittenOrTold(identity: Identity) async throws { try await check(identity) }

  @Test(.enabled(if: SigningIn.canMount, "a namespace with mounts of its own is needed"))
  func noSecretOfAnArcMachineIsWrittenOrTold() async throws { try await check(.arc) }

  private func check(_ identity: Identity) async throws {
    let certificate = try Certificate()
    var identities = EmulatedIdentities()
    if identity == .certificate { identities.certificateThumbprint = certificate.thumbprint }
    try await SigningIn.with(identity.mode, isDiscovered: true, identities: identities) { signingIn in
      try prepare(signingIn, identity, certificate)
      let swath = signingIn.estate.swath
      let recordings = swath.folder.appending(path: "recordings").path
      let arguments = ["--log-level", "trace", "--record", recordings]
      let result =
        identity == .arc
        ? try signingIn.runUnderArc(arguments, key: identities.arcKey) : try signingIn.estate.run(arguments)
      #expect(result.status == (identity.isRefused ? 77 : 0), "\(result.stderr)")
      #expect(Secrets.leaks(of: swath, result.stderr) == [])
    }
  }

  private func prepare(_ signingIn: SigningIn, _ identity: Identity, _ certificate: Certificate) throws {
    let configuration = signingIn.estate.configuration
    let server = signingIn.estate.server
    switch identity {
    case .secret: signingIn["PROMITOR_AUTH_APPKEY"] = configuration.clientSecret
    case .refused: signingIn["PROMITOR_AUTH_APPKEY"] = "emulated-wrong"
    case .file:
      let file = try signingIn.file("key", configuration.clientSecret)
      try signingIn.estate.swath.write(
        "authentication: {identityId: \(configuration.clientID), secretFilePath: \(file.dropLast(4)), "
          + "secretFileName: key}\n", "runtime.yaml")
    case .unit:
      let file = try signingIn.file("client-secret", configuration.clientSecret)
      signingIn["CREDENTIALS_DIRECTORY"] = String(file.dropLast("/client-secret".count))
    case .certificate, .unknownKey:
      signingIn["AZURE_CLIENT_CERTIFICATE_PATH"] = try signingIn.file("certificate.pem", certificate.pem)
    case .machine, .user: signingIn["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = server.endpoint
    case .app:
      signingIn["IDENTITY_ENDPOINT"] = server.endpoint + "/msi/token"
      signingIn["IDENTITY_HEADER"] = configuration.identities.header
    case .arc:
      signingIn["IDENTITY_ENDPOINT"] = server.endpoint + "/arc/metadata/identity/oauth2/token"
      signingIn["IMDS_ENDPOINT"] = server.endpoint
    case .az:
      signingIn["AZURE_TOKEN_CREDENTIALS"] = "dev"
      let token = server.issueToken(audience: server.endpoint)
      try signingIn.installAzureCLI("echo '{\"accessToken\": \"\(token)\"}' | tee /dev/stderr")
    case .workload, .assertion:
      signingIn["AZURE_TENANT_ID"] = configuration.tenantID
      signingIn["AZURE_CLIENT_ID"] = configuration.clientID
      signingIn["AZURE_AUTHORITY_HOST"] = server.endpoint
      let token = identity == .workload ? configuration.identities.workloadToken : "emulated.workload.other"
      signingIn["AZURE_FEDERATED_TOKEN_FILE"] = try signingIn.file("token", token)
    }
  }

  /// A certificate and its key, as a file in PEM.
  struct Certificate {
    let pem, thumbprint: String

    init() throws {
      let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
      // What matters of a certificate here is that it holds the key.
      let der = [0x30, 0x82, 0x01, 0x26] + key.publicKey.derRepresentation
      pem =
        "-----BEGIN CERTIFICATE-----\n\(Data(der).base64EncodedString())\n-----END CERTIFICATE-----\n"
        + key.pemRepresentation
      thumbprint = Data(SHA256.hash(data: der)).base64EncodedString()
        .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
  }
}
