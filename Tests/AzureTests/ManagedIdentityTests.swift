import Foundation
import System
import Testing

@testable import Azure
@testable import Transport

@Suite struct MetadataServiceTests {
  private func dialogue(_ selector: String? = nil) -> Dialogue {
    Dialogue(
      .managedIdentity(
        ManagedIdentity(.metadataService(base: "http://169.254.169.254"), selector: selector.map { .init($0) })))
  }

  @Test(arguments: [
    (nil, ""), ("id", "&client_id=id"), ("/Subscriptions/s/x", "&msi_res_id=%2FSubscriptions%2Fs%2Fx"),
  ]) func theQuestion(selector: String?, query: String) throws {
    let request = try #require(dialogue(selector).request)
    #expect(
      request.url == "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01"
        + "&resource=https%3A%2F%2Farm\(query)")
    #expect(request.method == .get && request.headers.map { "\($0.name): \($0.value)" } == ["Metadata: true"])
    #expect(request.isDirect && request.isConfidential && request.token == nil)
    #expect(request.connectSeconds == 2 && request.retries == .metadataService)
  }

  @Test func stringsForNumbersAreTaken() {
    var dialogue = dialogue()
    dialogue.answer(200, #"{"access_token":"tok","expires_in":"3599","expires_on":"1","token_type":"Bearer"}"#)
    #expect(dialogue.token == "tok")
  }

  @Test(arguments: [
    (
      400, #"{"error":"invalid_request","error_description":"Identity not found"}"#, "IdentityNotFound", true,
      "give this"
    ),
    (400, #"{"error":"bad_request_102","error_description":"Required"}"#, "bad_request_102", true, "Required"),
    (
      400, #"{"error":"invalid_resource","error_description":"AADSTS50001: The application"}"#, "invalid_resource",
      true,
      "check the audiences"
    ),
    (403, "connecting to 169.254.169.254:80: host unreachable", "Unreachable", true, "there is no"),
    (404, "", "HTTP 404", false, "answered 404"), (410, "", "HTTP 410", false, "answered 410"),
    (429, "", "HTTP 429", false, "answered 429"), (500, "", "HTTP 500", false, "answered 500"),
    (200, "<html>", "NotMetadata", true, "AZURE_POD_IDENTITY_AUTHORITY_HOST"),
    (405, "<html>", "NotMetadata", true, "AZURE_POD_IDENTITY_AUTHORITY_HOST"),
  ]) func everyWayToFail(status: Int, body: String, code: String, isFinal: Bool, text: String) throws {
    var dialogue = dialogue("id")
    dialogue.answer(status, body)
    let error = try #require(dialogue.error)
    #expect(error.code == code && error.isFinal == isFinal && error.text.contains(text), "\(error)")
  }

  @Test(arguments: [
    TransportFailure.timeout, .connection("Failed to connect to 169.254.169.254 port 80"),
  ]) func aMachineWithoutTheService(failure: TransportFailure) throws {
    var dialogue = dialogue()
    dialogue.fail(failure)
    let error = try #require(dialogue.error)
    #expect(!error.isFinal && error.text.contains("169.254.169.254") && error.text.contains("authentication.mode"))
  }
}

@Suite struct AppServiceTests {
  private func dialogue(_ selector: String? = nil) -> Dialogue {
    Dialogue(
      .managedIdentity(
        ManagedIdentity(
          .appService(endpoint: "http://localhost:42356/msi/token", header: Secret("h")),
          selector: selector.map { .init($0) })))
  }

  @Test(arguments: [(nil, ""), ("id", "&client_id=id"), ("/subscriptions/s", "&mi_res_id=%2Fsubscriptions%2Fs")])
  func theQuestion(selector: String?, query: String) throws {
    let request = try #require(dialogue(selector).request)
    #expect(
      request.url
        == "http://localhost:42356/msi/token?api-version=2019-08-01&resource=https%3A%2F%2Farm\(query)")
    #expect(
      request.secretHeaders.first?.name == "X-IDENTITY-HEADER" && request.secretHeaders.first?.value.reveal() == "h")
    #expect(request.headers.isEmpty && request.isDirect && request.isConfidential)
  }

  @Test func answers() throws {
    var good = dialogue()
    good.answer(200, #"{"access_token":"tok","expires_on":"1","client_id":"x"}"#)
    #expect(good.token == "tok")
    var refused = dialogue("id")
    refused.answer(400, #"{"statusCode":400,"message":"No User Assigned Identity found."}"#)
    let error = try #require(refused.error)
    #expect(error.isFinal)
    #expect(
      error.text
        == "the identity endpoint of this app: No User Assigned Identity found. -- give the app the identity id, or check authentication.identityId"
    )
  }
}

@Suite final class ArcTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "arc-\(UUID())").path

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func dialogue(_ selector: String? = nil) -> Dialogue {
    Dialogue(
      .managedIdentity(
        ManagedIdentity(
          .arc(endpoint: "http://localhost:40342/token", keys: ArcKeys(folder: folder)),
          selector: selector.map { .init($0) })))
  }

  private func writeKey(_ name: String, bytes: Int = 8) throws {
    try String(repeating: "k", count: bytes).write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
  }

  @Test(arguments: ["Basic realm=", "basic  Realm=\"", "Basic realm = "]) func aKeyOfTheFolderIsShown(challenge: String)
    throws
  {
    try writeKey("a.key")
    var dialogue = dialogue()
    let question = try #require(dialogue.request)
    #expect(question.url == "http://localhost:40342/token?api-version=2020-06-01&resource=https%3A%2F%2Farm")
    #expect(question.headers.map(\.name) == ["Metadata"] && question.secretHeaders.first == nil)
    dialogue.answer(401, "", challenge: "\(challenge)\(folder)/a.key" + (challenge.hasSuffix("\"") ? "\"" : ""))
    let proof = try #require(dialogue.request, "\(String(describing: dialogue.error))")
    #expect(proof.url == question.url && proof.headers.map(\.name) == ["Metadata"])
    #expect(
      proof.secretHeaders.first?.name == "Authorization"
        && proof.secretHeaders.first?.value.reveal() == "Basic kkkkkkkk")
    dialogue.answer(200, #"{"access_token":"tok"}"#)
    #expect(dialogue.token == "tok")
  }

  @Test(arguments: [
    "Basic realm=/etc/shadow", "Basic realm=FOLDER/../a.key", "Basic realm=FOLDER/sub/a.key",
    "Basic realm=FOLDER/a.txt",
    "Basic realm=FOLDER//a.key", "Basic realm=a.key", "Bearer realm=FOLDER/a.key", "Basic", "Basic realm=",
    "Basic realm=FOLDER/missing.key", "Basic realm=FOLDER/long.key",
  ]) func nothingElseIsRead(challenge: String) throws {
    try writeKey("a.key")
    try writeKey("a.txt")
    try writeKey("long.key", bytes: 4097)
    var dialogue = dialogue()
    dialogue.answer(401, "", challenge: challenge.replacingOccurrences(of: "FOLDER", with: folder))
    let error = try #require(dialogue.error)
    #expect(error.code == "ArcKey" && error.isFinal && error.text.hasPrefix("the agent of Azure Arc "))
  }

  @Test(arguments: [200, 400, 500]) func anAgentThatDoesNotAskForItsKeyIsNotTrusted(status: Int) {
    var dialogue = dialogue()
    dialogue.answer(status, #"{"access_token":"tok"}"#)
    #expect(dialogue.error?.code == "ArcChallenge")
  }

  @Test(arguments: [
    ("id", #","client_id":"ID""#, true), ("id", #","client_id":"other""#, false), ("id", "", false),
    ("/subscriptions/a", #","mi_res_id":"/Subscriptions/A""#, true), ("/subscriptions/a", #","client_id":"x""#, false),
  ]) func anOldAgentsOtherIdentityIsRefused(selector: String, echo: String, isGood: Bool) throws {
    try writeKey("a.key")
    var dialogue = dialogue(selector)
    dialogue.answer(401, "", challenge: "Basic realm=\(folder)/a.key")
    dialogue.answer(200, #"{"access_token":"tok"\#(echo)}"#)
    #expect((dialogue.token == "tok") == isGood)
    if !isGood { #expect(dialogue.error?.code == "ArcIdentity") }
  }

  @Test func anAgentThatIsNotThere() throws {
    var dialogue = dialogue()
    dialogue.fail(.connection("refused"))
    #expect(dialogue.error?.text.contains("azcmagent show") == true)
  }
}

@Suite struct IdentityPlatformTests {
  private func chosen(_ environment: [String: String], hasArcAgent: Bool = false) -> String {
    switch IdentityPlatform.chosen(environment, hasArcAgent: hasArcAgent) {
    case .host(.appService(let endpoint, _)): "app \(endpoint)"
    case .host(.arc(let endpoint, _)): "arc \(endpoint)"
    case .host(.metadataService(let base)): "imds \(base)"
    case .workload: "workload"
    case .refused(let text): text
    }
  }

  @Test func theVariablesChoose() {
    #expect(chosen([:]) == "imds http://169.254.169.254")
    #expect(chosen(["AZURE_POD_IDENTITY_AUTHORITY_HOST": "http://127.0.0.1:1/"]) == "imds http://127.0.0.1:1")
    #expect(chosen([:], hasArcAgent: true) == "arc http://localhost:40342/metadata/identity/oauth2/token")
    let app = ["IDENTITY_ENDPOINT": "http://e", "IDENTITY_HEADER": "h"]
    #expect(chosen(app, hasArcAgent: true) == "app http://e")
    #expect(chosen(app.merging(["MSI_ENDPOINT": "x"]) { $1 }) == "app http://e")
    #expect(chosen(["IDENTITY_ENDPOINT": "http://e", "IMDS_ENDPOINT": "http://i"]) == "arc http://e")
    let workload = ["AZURE_TENANT_ID": "t", "AZURE_CLIENT_ID": "c", "AZURE_FEDERATED_TOKEN_FILE": "f"]
    #expect(chosen(workload) == "workload")
  }

  @Test func whatIsNotKnownIsRefusedByName() {
    let fabric = ["IDENTITY_ENDPOINT": "http://e", "IDENTITY_HEADER": "h", "IDENTITY_SERVER_THUMBPRINT": "t"]
    #expect(chosen(fabric).contains("Service Fabric") && chosen(fabric).contains("ServicePrincipal"))
    #expect(chosen(["MSI_ENDPOINT": "http://e"]).contains("Cloud Shell"))
    #expect(chosen(["MSI_ENDPOINT": "http://e", "MSI_SECRET": "s"]).contains("Azure Machine Learning"))
    #expect(chosen(["IDENTITY_ENDPOINT": "http://e"]).contains("without IDENTITY_HEADER"))
    #expect(chosen(["IDENTITY_ENDPOINT": "file:///e", "IDENTITY_HEADER": "h"]).contains("no web address"))
    #expect(chosen(["AZURE_POD_IDENTITY_AUTHORITY_HOST": "x"]).contains("no web address"))
  }
}
