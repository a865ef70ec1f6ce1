import AzureEmulator
import Foundation
import Testing

/// Every secret and token of the emulator has a mark, which must be nowhere but in what the test itself wrote.
@Suite(.serialized) struct EndToEndSecrecyTests {
  private static let marks = ["emulated-", "emulated.workload", "client_assertion", "Bearer "]

  /// Files with a mark, and stderr where it has one.
  private func leaks(_ estate: EmulatedEstate, _ stderr: String) throws -> [String] {
    var leaks = Self.marks.contains(where: stderr.contains) ? ["stderr: \(stderr)"] : []
    let files = FileManager.default.enumerator(atPath: estate.swath.folder.path)
    var count = 0
    while let name = files?.nextObject() as? String {
      guard !name.hasPrefix("config"), !name.hasPrefix("bin"),
        let bytes = FileManager.default.contents(atPath: estate.swath.folder.appending(path: name).path)
      else { continue }
      count += 1
      let text = String(decoding: bytes, as: UTF8.self)
      if Self.marks.contains(where: text.contains) { leaks.append(name) }
    }
    #expect(count > 5, "outputs, a snapshot and recordings")
    return leaks
  }

  @Test(arguments: ["secret", "machine", "app", "workload", "az", "refused", "assertion"])
  func noSecretIsWrittenOrTold(identity: String) async throws {
    let configuration = EmulatorConfiguration()
    let mode =
      switch identity {
      case "secret", "refused": "mode: ServicePrincipal, identityId: \(configuration.clientID)"
      case "machine", "app": "mode: SystemAssignedManagedIdentity"
      default: "mode: SdkDefault"
      }
    try await SigningIn.with(mode, isDiscovered: true) { signingIn in
      let server = signingIn.estate.server
      switch identity {
      case "secret": signingIn["PROMITOR_AUTH_APPKEY"] = configuration.clientSecret
      case "refused": signingIn["PROMITOR_AUTH_APPKEY"] = "emulated-wrong"
      case "machine": signingIn["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = server.endpoint
      case "app":
        signingIn["IDENTITY_ENDPOINT"] = server.endpoint + "/msi/token"
        signingIn["IDENTITY_HEADER"] = configuration.identities.header
      case "az":
        signingIn["AZURE_TOKEN_CREDENTIALS"] = "dev"
        let token = server.issueToken(audience: server.endpoint)
        try signingIn.installAzureCLI("echo '{\"accessToken\": \"\(token)\"}' | tee /dev/stderr")
      default:
        signingIn["AZURE_TENANT_ID"] = configuration.tenantID
        signingIn["AZURE_CLIENT_ID"] = configuration.clientID
        signingIn["AZURE_AUTHORITY_HOST"] = server.endpoint
        let token = identity == "workload" ? configuration.identities.workloadToken : "emulated.workload.other"
        signingIn["AZURE_FEDERATED_TOKEN_FILE"] = try signingIn.file("token", token)
      }
      let recordings = signingIn.estate.swath.folder.appending(path: "recordings").path
      let result = try signingIn.estate.run(["--log-level", "trace", "--record", recordings])
      let isRefused = ["refused", "assertion"].contains(identity)
      #expect(result.status == (isRefused ? 77 : 0), "\(result.stderr)")
      if isRefused {
        #expect(!Self.marks.contains(where: result.stderr.contains), "\(result.stderr)")
      } else {
        #expect(try leaks(signingIn.estate, result.stderr) == [])
      }
    }
  }
}
