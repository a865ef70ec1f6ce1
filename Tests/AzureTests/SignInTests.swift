import Formats
import System
import Testing

@testable import Azure
@testable import Transport

/// A sign-in that a test plays the other side of.
struct Dialogue {
  private var signIn: SignIn
  private(set) var step: SignIn.Step

  init(_ credential: Credential, audience: String = "https://arm") {
    signIn = SignIn(credential, audience: audience, now: 1_795_521_630)
    step = signIn.begin()
  }

  init(_ sources: TokenSource...) { self.init(Credential(applicationID: "id", sources)) }

  /// The request that it waits on; nil after its end.
  var request: HTTPRequest? { if case .send(let request) = step { request } else { nil } }
  var token: String? { if case .token(let secret) = step { secret.reveal() } else { nil } }
  var error: SignInError? { if case .failed(let error) = step { error } else { nil } }

  /// Answers with a status and a body.
  mutating func answer(_ status: Int, _ body: String, challenge: String? = nil) {
    take { exchange in
      exchange.response.status = status
      if let challenge { exchange.response.headers.append(("www-authenticate", challenge)) }
      if exchange.response.isSuccess {
        _ = exchange.receiver.receive(Array(body.utf8).span)
      } else {
        exchange.response.errorBody = Array(body.utf8)
      }
    }
  }

  mutating func fail(_ failure: TransportFailure) { take { $0.failure = failure } }

  private mutating func take(_ fill: (Exchange) -> Void) {
    guard let request else { return }
    let exchange = Exchange(request, number: 0, receiver: BodyBuffer())
    fill(exchange)
    step = signIn.take(exchange)
  }
}

extension HTTPRequest {
  var bodyText: String { String(decoding: body, as: UTF8.self) }
}

private func principal(_ proof: ServicePrincipal.Proof, tenant: String = "t-1") -> TokenSource {
  .servicePrincipal(ServicePrincipal(authority: "https://login", tenantID: tenant, clientID: "me", proof: proof))
}

@Suite struct ServicePrincipalTests {
  @Test func aSecretIsSentInAForm() throws {
    var dialogue = Dialogue(principal(.secret(Secret("a&b=c d"))))
    let request = try #require(dialogue.request)
    #expect(request.url == "https://login/t-1/oauth2/v2.0/token" && request.method == .post)
    #expect(
      request.bodyText
        == "grant_type=client_credentials&client_id=me&client_secret=a%26b%3Dc%20d&scope=https%3A%2F%2Farm%2F.default")
    #expect(request.isConfidential && request.token == nil && !request.isDirect)
    dialogue.answer(200, #"{"token_type":"Bearer","expires_in":3599,"access_token":"tok"}"#)
    #expect(dialogue.token == "tok")
  }

  @Test func anAssertionTakesThePlaceOfTheSecret() throws {
    let request = try #require(Dialogue(principal(.assertion(Secret("x.y.z")))).request)
    #expect(
      request.bodyText == "grant_type=client_credentials&client_id=me"
        + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
        + "&client_assertion=x.y.z&scope=https%3A%2F%2Farm%2F.default")
  }

  @Test func aTenantThatIsNoneIsNotSentAnything() throws {
    let error = try #require(Dialogue(principal(.secret(Secret("s")), tenant: "t/1")).error)
    #expect(error.code == "InvalidTenant" && error.isFinal && error.text.contains("azureMetadata.tenantId"))
  }

  @Test(arguments: [
    (7_000_215, "the secret's value"), (7_000_222, "has expired"), (700016, "application id"),
    (700027, "certificate"), (70021, "federated credential"), (700213, "federated credential"), (90002, "tenantId"),
    (70011, "audiences"), (50001, "audiences"),
  ]) func everyErrorThatIsMetOftenHasARemedy(number: Int, remedy: String) throws {
    var dialogue = Dialogue(principal(.secret(Secret("s"))))
    dialogue.answer(401, #"{"error":"invalid_client","error_description":"AADSTS\#(number): No.\r\nTrace ID: 1"}"#)
    let error = try #require(dialogue.error)
    #expect(error.isFinal && error.text.hasPrefix("AADSTS\(number): No. -- ") && error.text.contains(remedy))
  }

  @Test func anErrorOfAnotherNumberHasNone() throws {
    var dialogue = Dialogue(principal(.secret(Secret("s"))))
    dialogue.answer(400, #"{"error":"invalid_grant","error_description":"AADSTS7000: No."}"#)
    #expect(dialogue.error?.text == "AADSTS7000: No.")
  }

  @Test(arguments: [429, 500, 503]) func anEndpointInTroubleIsNoRefusal(status: Int) {
    var dialogue = Dialogue(principal(.secret(Secret("s"))))
    dialogue.answer(status, "")
    #expect(dialogue.error?.isFinal == false)
  }

  @Test(arguments: ["", "{}", #"{"access_token":""}"#, #"{"access_token":"a\r\nb"}"#, "<html>"])
  func anAnswerWithoutAToken(body: String) {
    var dialogue = Dialogue(principal(.secret(Secret("s"))))
    dialogue.answer(200, body)
    #expect(dialogue.error?.code == "Unreadable" && dialogue.error?.isFinal == false)
  }

  @Test(arguments: [
    (TransportFailure.timeout, "Timeout"), (.connection("no route"), "Connection"), (.abandoned, "OutOfTime"),
    (.unreadable, "Unreadable"),
  ]) func noAnswerIsNoRefusal(failure: TransportFailure, code: String) {
    var dialogue = Dialogue(principal(.secret(Secret("s"))))
    dialogue.fail(failure)
    #expect(dialogue.error?.code == code && dialogue.error?.isFinal == false)
  }
}

@Suite struct CredentialChainTests {
  private let metadata = TokenSource.managedIdentity(ManagedIdentity(.metadataService(base: "http://imds")))

  @Test func whatIsNotThereIsPassedOver() throws {
    var dialogue = Dialogue(.absent(name: "environment", text: "A not set"), metadata)
    let probe = try #require(dialogue.request)
    #expect(probe.connectSeconds == 1 && probe.retries == .none, "one short look")
    dialogue.answer(200, #"{"access_token":"tok"}"#)
    #expect(dialogue.token == "tok")
  }

  @Test func aServiceThatIsThereIsWaitedFor() throws {
    var dialogue = Dialogue(.absent(name: "environment", text: "A not set"), metadata)
    dialogue.answer(410, "")
    let request = try #require(dialogue.request)
    #expect(request.connectSeconds == 2 && request.retries == .metadataService)
    dialogue.answer(410, "")
    let error = try #require(dialogue.error)
    #expect(!error.isFinal && error.text.contains("managed identity: ") && error.text.contains("410"))
    #expect(error.text.contains("environment: A not set"))
  }

  @Test func theLastMessageNamesEveryFailureWithItsRemedy() throws {
    let cli = AzureCLI(program: "/usr/bin/az", tenantID: "t", environment: [:])
    var dialogue = Dialogue(.absent(name: "environment", text: "A not set"), metadata, .azureCLI(cli))
    dialogue.fail(.timeout)
    #expect(dialogue.request?.command?.program == "/usr/bin/az")
    dialogue.fail(.command(.init(status: 1, text: "ERROR: Please run 'az login' to setup account.")))
    let error = try #require(dialogue.error)
    #expect(error.code == "CredentialUnavailable" && error.isFinal)
    #expect(error.text.hasPrefix("no way to sign in: environment: A not set; managed identity: the Instance Metadata"))
    #expect(error.text.contains("only a machine in Azure has it"))
    #expect(
      error.text.hasSuffix("Azure CLI: az is not signed in -- run 'az login --tenant t' as the user that runs swath"))
  }

  @Test func whatIsSetUpAndRefusedEndsTheChain() throws {
    var dialogue = Dialogue(principal(.secret(Secret("s"))), metadata)
    dialogue.answer(401, #"{"error":"invalid_client","error_description":"AADSTS7000215: No."}"#)
    #expect(dialogue.error?.code == "invalid_client" && dialogue.error?.isFinal == true)
    let unusable = Dialogue(.unusable(name: "workload identity", text: "no file"), metadata)
    #expect(unusable.error?.text == "no file" && unusable.error?.isFinal == true)
  }

  @Test func theEndOfThePassEndsTheChain() {
    var dialogue = Dialogue(metadata, .azureCLI(AzureCLI(program: "/az", tenantID: "t", environment: [:])))
    dialogue.fail(.abandoned)
    #expect(dialogue.error?.code == "OutOfTime")
  }
}
