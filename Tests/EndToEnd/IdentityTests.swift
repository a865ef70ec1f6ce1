import AzureEmulator
import Crypto
import CryptoExtras
import Foundation
import Testing

@Suite(.serialized) struct EndToEndManagedIdentityTests {
  private static let userID = EmulatedIdentities().userClientID

  @Test(arguments: [
    ("mode: SystemAssignedManagedIdentity", "system-assigned-identity"),
    ("mode: UserAssignedManagedIdentity, identityId: \(userID)", userID),
    ("mode: UserAssignedManagedIdentity", "externally-configured-user-assigned-identity"),
  ]) func ofAMachine(mode: String, id: String) async throws {
    try await SigningIn.with(mode) { signingIn in
      signingIn["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = signingIn.estate.server.endpoint
      // A proxy that is not there: the machine's own service must be asked without it.
      signingIn["http_proxy"] = "http://127.0.0.1:9"
      signingIn["no_proxy"] = ""
      signingIn["NO_PROXY"] = ""
      let result = try signingIn.run(["--deadline", "4"])
      #expect(!result.stderr.contains("sign-in"), "\(result.stderr)")
      #expect(signingIn.estate.server.statistics.calls["token"] == 1)
      signingIn["http_proxy"] = nil
      try signingIn.expectComplete(as: id)
    }
  }

  @Test func discoverySignsInTheSameWay() async throws {
    try await SigningIn.with("mode: SystemAssignedManagedIdentity", isDiscovered: true) { signingIn in
      signingIn["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = signingIn.estate.server.endpoint
      try signingIn.expectComplete()
      #expect(signingIn.estate.server.statistics.calls["token"] == 1, "one token for an audience and a pass")
    }
    try await SigningIn.with("mode: UserAssignedManagedIdentity, identityId: x", isDiscovered: true) { signingIn in
      signingIn["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = signingIn.estate.server.endpoint
      try signingIn.expectRefusal(says: "discovery of", "IdentityNotFound: Identity not found -- give this machine")
    }
  }

  /// A header that is a secret goes with the request, so nobody may be led away by an answer.
  @Test(arguments: ["/msi/token", "/metadata/identity/oauth2/token", "/arc/metadata/identity/oauth2/token"])
  func aRedirectIsNotFollowed(path: String) async throws {
    let trap = try await EmulatorServer.start(EmulatorConfiguration())
    try await SigningIn.with("mode: SystemAssignedManagedIdentity") { signingIn in
      let endpoint = signingIn.estate.server.endpoint
      signingIn["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = endpoint
      if !path.hasPrefix("/metadata") { signingIn["IDENTITY_ENDPOINT"] = endpoint + path }
      if path.hasPrefix("/msi") { signingIn["IDENTITY_HEADER"] = "emulated-identity-header" }
      if path.hasPrefix("/arc") { signingIn["IMDS_ENDPOINT"] = endpoint }
      var fault = Fault(.redirect, match: path)
      fault.location = trap.endpoint + "/x?key=emulated-secret"
      signingIn.estate.server.set(faults: [fault])
      let result = try signingIn.run()
      #expect([75, 77].contains(result.status) && !Secrets.areIn(result.stderr), "\(result.stderr)")
      #expect(signingIn.estate.server.statistics.calls == ["fault": 1] && trap.statistics.calls.isEmpty)
    }
    try await trap.stop()
  }

  @Test func aServiceThatIsBeingUpdatedIsAskedAgain() async throws {
    try await SigningIn.with("mode: SystemAssignedManagedIdentity") { signingIn in
      signingIn["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = signingIn.estate.server.endpoint
      signingIn.estate.server.set(faults: [Fault(.status(404), match: "metadata/identity", times: 1)])
      try signingIn.expectComplete()
      signingIn.estate.server.set(faults: [Fault(.status(410), match: "metadata/identity")])
      try signingIn.expectRefusal(75, ["--deadline", "4"], says: "answered 410", "Instance Metadata Service")
    }
  }

  @Test func everyWayToFailOfAMachine() async throws {
    try await SigningIn.with("mode: UserAssignedManagedIdentity, identityId: nobody") { signingIn in
      signingIn["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = signingIn.estate.server.endpoint
      try signingIn.expectRefusal(says: "IdentityNotFound", "give this machine the identity nobody")
      // Nobody listens on that port.
      signingIn["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = "http://127.0.0.1:9"
      try signingIn.expectRefusal(
        75, ["--deadline", "2"], says: "http://127.0.0.1:9", "only a machine in Azure has it")
      signingIn["MSI_ENDPOINT"] = "http://127.0.0.1:9"
      try signingIn.expectRefusal(says: "the identities of Cloud Shell are not known to Swath", "ServicePrincipal")
      signingIn["MSI_SECRET"] = "s"
      try signingIn.expectRefusal(says: "the identities of Azure Machine Learning are not known")
      signingIn["IDENTITY_ENDPOINT"] = "http://127.0.0.1:9"
      try signingIn.expectRefusal(says: "set without IDENTITY_HEADER (App Service) or IMDS_ENDPOINT (Azure Arc)")
      signingIn["IDENTITY_HEADER"] = "h"
      signingIn["IDENTITY_SERVER_THUMBPRINT"] = "t"
      try signingIn.expectRefusal(says: "the identities of Service Fabric are not known")
    }
  }

  @Test func ofAnApp() async throws {
    try await SigningIn.with("mode: UserAssignedManagedIdentity, identityId: \(Self.userID)") { signingIn in
      signingIn["IDENTITY_ENDPOINT"] = signingIn.estate.server.endpoint + "/msi/token"
      signingIn["IDENTITY_HEADER"] = "emulated-identity-header"
      try signingIn.expectComplete(as: Self.userID)
      signingIn["IDENTITY_HEADER"] = "other"
      try signingIn.expectRefusal(says: "The X-IDENTITY-HEADER is missing or wrong.")
    }
    var identities = EmulatedIdentities()
    identities.hasSystemIdentity = false
    try await SigningIn.with("mode: SystemAssignedManagedIdentity", identities: identities) { signingIn in
      signingIn["IDENTITY_ENDPOINT"] = signingIn.estate.server.endpoint + "/msi/token"
      signingIn["IDENTITY_HEADER"] = "emulated-identity-header"
      try signingIn.expectRefusal(says: "No User Assigned or Delegated", "give the app the identity")
    }
  }

  @Test(arguments: [
    ("/etc/hostname", "asks for /etc/hostname, which is no key of /var/opt/azcmagent/tokens: nothing is sent"),
    ("/var/opt/azcmagent/tokens/../x.key", "which is no key of /var/opt/azcmagent/tokens"),
    ("/var/opt/azcmagent/tokens/none.key", "names the key /var/opt/azcmagent/tokens/none.key, which is not there"),
  ]) func anArcAgentGetsNothingButItsKey(path: String, text: String) async throws {
    var identities = EmulatedIdentities()
    identities.arcKeyFile = path
    try await SigningIn.with("mode: SystemAssignedManagedIdentity", identities: identities) { signingIn in
      signingIn["IDENTITY_ENDPOINT"] = signingIn.estate.server.endpoint + "/arc/metadata/identity/oauth2/token"
      signingIn["IMDS_ENDPOINT"] = signingIn.estate.server.endpoint
      try signingIn.expectRefusal(says: text)
      #expect(signingIn.estate.server.statistics.calls == ["token": 1])
    }
  }
}

@Suite(.serialized) struct EndToEndServicePrincipalTests {
  private static let clientID = EmulatorConfiguration().clientID

  @Test func theSecretOfASystemdUnit() async throws {
    try await SigningIn.with("identityId: \(Self.clientID)") { signingIn in
      try signingIn.expectRefusal(78, says: "no client secret", "LoadCredential=client-secret:FILE")
      let file = try signingIn.file("client-secret", "emulated-secret\n")
      signingIn["CREDENTIALS_DIRECTORY"] = String(file.dropLast("/client-secret".count))
      try signingIn.expectComplete(as: Self.clientID)
      _ = try signingIn.file("client-secret", "\n")
      try signingIn.expectRefusal(78, says: "the client secret: ", "is empty")
    }
  }

  @Test func aCertificate() async throws {
    let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    // What matters of a certificate here is that it holds the key.
    let der = [0x30, 0x82, 0x01, 0x26] + key.publicKey.derRepresentation
    let pem = "-----BEGIN CERTIFICATE-----\n\(Data(der).base64EncodedString())\n-----END CERTIFICATE-----\n"
    var identities = EmulatedIdentities()
    identities.certificateThumbprint = Data(SHA256.hash(data: der)).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    try await SigningIn.with("identityId: \(Self.clientID)", identities: identities) { signingIn in
      let file = try signingIn.file("certificate.pem", pem + key.pemRepresentation)
      signingIn["AZURE_CLIENT_CERTIFICATE_PATH"] = file
      try signingIn.expectComplete(as: Self.clientID)
      signingIn["AZURE_CLIENT_CERTIFICATE_PATH"] = nil
      try signingIn.estate.swath.write(
        "authentication: {identityId: \(Self.clientID), certificateFilePath: \(file)}\n", "runtime.yaml")
      try signingIn.expectComplete()
      _ = try signingIn.file("certificate.pem", "0\u{2}")
      try signingIn.expectRefusal(
        78, says: "the client certificate: \(file) is a PKCS#12 file",
        "openssl pkcs12 -in \(file) -out \(file).pem -nodes")
      try FileManager.default.removeItem(atPath: file)
      try signingIn.expectRefusal(78, says: "the client certificate: cannot open \(file): No such file")
      try signingIn.estate.swath.write("authentication: {mode: SdkDefault}\n", "runtime.yaml")
      signingIn["AZURE_TENANT_ID"] = EmulatorConfiguration().tenantID
      signingIn["AZURE_CLIENT_ID"] = Self.clientID
      signingIn["AZURE_AUTHORITY_HOST"] = signingIn.estate.server.endpoint
      signingIn["AZURE_CLIENT_CERTIFICATE_PATH"] = file
      try signingIn.expectRefusal(says: "AZURE_CLIENT_CERTIFICATE_PATH: cannot open \(file)")
      _ = try signingIn.file("certificate.pem", pem + key.pemRepresentation)
      try signingIn.expectComplete(as: "default-azure-credentials")
    }
    try await SigningIn.with("identityId: \(Self.clientID)") { signingIn in
      signingIn["AZURE_CLIENT_CERTIFICATE_PATH"] = try signingIn.file("certificate.pem", pem + key.pemRepresentation)
      try signingIn.expectRefusal(says: "AADSTS700027", "add this certificate to the application")
    }
  }

  @Test func aSecretFileThatIsNotThere() async throws {
    try await SigningIn.with("identityId: x, secretFilePath: /nowhere, secretFileName: s") { signingIn in
      try signingIn.expectRefusal(78, says: "the client secret: cannot open /nowhere/s: No such file")
    }
    try await SigningIn.with("mode: ServicePrincipal") { signingIn in
      try signingIn.expectRefusal(78, says: "PROMITOR_AUTH_APPID")
    }
  }
}

@Suite(.serialized) struct EndToEndChainTests {
  private let configuration = EmulatorConfiguration()

  /// Sets the variables of workload identity.
  private func setWorkload(_ signingIn: SigningIn, token: String = "emulated.workload.token") throws {
    signingIn["AZURE_TENANT_ID"] = configuration.tenantID
    signingIn["AZURE_CLIENT_ID"] = configuration.clientID
    signingIn["AZURE_AUTHORITY_HOST"] = signingIn.estate.server.endpoint + "/"
    signingIn["AZURE_FEDERATED_TOKEN_FILE"] = try signingIn.file("token", token)
  }

  @Test func theSecretOfTheEnvironmentComesFirst() async throws {
    try await SigningIn.with("mode: SdkDefault") { signingIn in
      try setWorkload(signingIn)
      signingIn["AZURE_CLIENT_SECRET"] = configuration.clientSecret
      try signingIn.expectComplete(as: "default-azure-credentials")
      signingIn["AZURE_CLIENT_SECRET"] = "wrong"
      try signingIn.expectRefusal(says: "AADSTS7000215", "give the secret's value")
      signingIn["AZURE_TOKEN_CREDENTIALS"] = "workloadidentitycredential"
      try signingIn.expectComplete()
    }
  }

  @Test(arguments: ["SdkDefault", "UserAssignedManagedIdentity"]) func workloadIdentity(mode: String) async throws {
    try await SigningIn.with("mode: \(mode)") { signingIn in
      try setWorkload(signingIn, token: "emulated.workload.token\n")
      try signingIn.expectComplete()
      try setWorkload(signingIn, token: "another.workload.token")
      try signingIn.expectRefusal(says: "AADSTS700213", "federated credential with this issuer")
      try setWorkload(signingIn, token: "")
      try signingIn.expectRefusal(says: "token of AZURE_FEDERATED_TOKEN_FILE holds no token")
      signingIn["AZURE_FEDERATED_TOKEN_FILE"] = "/nowhere/token"
      try signingIn.expectRefusal(says: "AZURE_FEDERATED_TOKEN_FILE: cannot open /nowhere/token")
      try setWorkload(signingIn)
      signingIn["AZURE_AUTHORITY_HOST"] = "http://login.test"
      try signingIn.expectRefusal(says: "AZURE_AUTHORITY_HOST", "would send secrets without encryption")
    }
  }

  @Test func theMachinesIdentityComesAfterThem() async throws {
    try await SigningIn.with("mode: SdkDefault") { signingIn in
      signingIn["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = signingIn.estate.server.endpoint
      try signingIn.expectComplete()
      signingIn["AZURE_CLIENT_ID"] = EmulatedIdentities().userClientID
      try signingIn.expectComplete()
    }
  }

  @Test func everyFailureIsNamed() async throws {
    try await SigningIn.with("mode: SdkDefault") { signingIn in
      // Nobody listens on that port.
      signingIn["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = "http://127.0.0.1:9"
      try signingIn.expectRefusal(
        says: "CredentialUnavailable: no way to sign in: ",
        "environment: AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH not set; ",
        "workload identity: AZURE_TENANT_ID, AZURE_FEDERATED_TOKEN_FILE, AZURE_CLIENT_ID not set; ",
        "managed identity: the Instance Metadata Service (http://127.0.0.1:9)", "only a machine in Azure has it",
        "Azure CLI: az is not on PATH -- install the Azure CLI")
      signingIn["AZURE_TOKEN_CREDENTIALS"] = "EnvironmentCredential"
      try signingIn.expectRefusal(says: "AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH not set")
      signingIn["AZURE_TOKEN_CREDENTIALS"] = "dev"
      try signingIn.expectRefusal(says: "NotConfigured: az is not on PATH")
      signingIn["AZURE_TOKEN_CREDENTIALS"] = "AzurePowerShellCredential"
      try signingIn.expectRefusal(78, says: "AZURE_TOKEN_CREDENTIALS is azurepowershellcredential", "dev, prod, Env")
    }
  }
}

@Suite(.serialized) struct EndToEndAzureCLITests {
  private func with(_ body: (SigningIn) async throws -> Void) async throws {
    try await SigningIn.with("mode: SdkDefault") { signingIn in
      signingIn["AZURE_TOKEN_CREDENTIALS"] = "dev"
      try await body(signingIn)
    }
  }

  private func answer(_ signingIn: SigningIn) -> String {
    let endpoint = signingIn.estate.server.endpoint
    let token = signingIn.estate.server.issueToken(audience: endpoint)
    return """
      echo '{"accessToken": "\(token)", "expiresOn": "2026-11-24 13:00:00.000000", "tokenType": "Bearer"}'
      """
  }

  @Test func aTokenOfAz() async throws {
    try await with { signingIn in
      let seen = signingIn.estate.swath.folder.appending(path: "seen").path
      try signingIn.installAzureCLI(
        "{ pwd; echo \"$@\"; echo $AZURE_CORE_NO_COLOR; cat; ls /proc/self/fd; } > \(seen)\n" + answer(signingIn))
      try signingIn.expectComplete(as: "default-azure-credentials")
      let lines = try String(contentsOfFile: seen, encoding: .utf8).split(separator: "\n").map(String.init)
      #expect(
        lines.prefix(3) == [
          URL(filePath: "/bin").resolvingSymlinksInPath().path,
          "account get-access-token --output json --resource \(signingIn.estate.server.endpoint) --tenant "
            + EmulatorConfiguration().tenantID, "true",
        ])
      // The fourth is the folder that ls reads.
      #expect(lines.dropFirst(3) == ["0", "1", "2", "3"], "no connection and no lock of the pass")
    }
  }

  @Test func anAccountOfAMachine() async throws {
    try await with { signingIn in
      try signingIn.installAzureCLI(
        """
        case "$*" in *--tenant*)
          echo "ERROR: Tenant shouldn't be specified for managed identity account" >&2
          exit 1 ;;
        esac

        """ + answer(signingIn))
      try signingIn.expectComplete()
    }
  }

  @Test(arguments: [
    (
      "echo \"ERROR: Please run 'az login' to setup account.\" >&2; exit 1",
      "NotSignedIn: az is not signed in -- run 'az login"
    ),
    ("echo 'ERROR: AADSTS700016: gone' >&2; exit 1", "AADSTS700016: gone -- check the application id"),
    (
      "echo '{\"accessToken\": \"emulated-x\"}' >&2; exit 3", "az ended with status 3: {\"accessToken <secret>"
    ),
    ("kill -9 $$", "az ended with status 137: it said nothing"),
    ("echo hello", "the answer of the Azure CLI holds no token"),
  ]) func everyWayToFail(script: String, text: String) async throws {
    try await with { signingIn in
      try signingIn.installAzureCLI(script)
      let result = try signingIn.estate.run()
      #expect(result.status == (script == "echo hello" ? 75 : 77) && result.stderr.contains(text), "\(result.stderr)")
      #expect(!result.stderr.contains("emulated-x"))
    }
  }

  @Test func anAzThatCannotBeRun() async throws {
    try await with { signingIn in
      try signingIn.installAzureCLI("")
      let az = signingIn.estate.swath.folder.appending(path: "bin/az")
      try "#!/nowhere/sh\n".write(to: az, atomically: false, encoding: .utf8)
      try signingIn.expectRefusal(says: "NotInstalled: az could not be run")
    }
  }

  @Test func anAzThatHangsEndsWithThePass() async throws {
    try await with { signingIn in
      let pipe = signingIn.estate.swath.folder.appending(path: "pipe").path
      let held = signingIn.estate.swath.folder.appending(path: "held").path
      for path in [pipe, held] { #expect(unsafe mkfifo(path, 0o600) == 0) }
      // Open for writing in each process that the script starts, until the last has ended.
      let reader = unsafe open(held, O_RDONLY | O_NONBLOCK)
      defer { close(reader) }
      try signingIn.installAzureCLI("exec 3> \(held); echo > \(pipe); sleep 600 & wait")
      let running = try signingIn.estate.start()
      // Comes back once the script runs.
      _ = try #require(FileHandle(forReadingAtPath: pipe)).readToEnd()
      running.signal(SIGTERM)
      #expect(try running.end().status == 75, "nothing could be had")
      var waited = pollfd(fd: reader, events: 0, revents: 0)
      #expect(unsafe poll(&waited, 1, 60_000) == 1, "nothing that it started runs on")
      #expect(waited.revents & Int16(POLLHUP) != 0)
    }
  }
}
