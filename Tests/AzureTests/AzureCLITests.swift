import System
import Testing

@testable import Azure
@testable import Transport

@Suite struct AzureCLITests {
  private func dialogue(tenant: String = "t", audience: String = "https://arm") -> Dialogue {
    Dialogue(
      Credential(
        applicationID: "", [.azureCLI(AzureCLI(program: "/x/az", tenantID: tenant, environment: ["A": "b"]))]),
      audience: audience)
  }

  @Test func theCommand() throws {
    var dialogue = dialogue()
    let request = try #require(dialogue.request)
    let command = try #require(request.command)
    #expect(command.program == "/x/az" && command.folder == "/bin" && command.timeout == 10)
    #expect(
      command.arguments == [
        "account", "get-access-token", "--output", "json", "--resource", "https://arm", "--tenant", "t",
      ])
    #expect(command.environment == ["A": "b", "AZURE_CORE_NO_COLOR": "true"])
    #expect(request.retries == .none && request.isConfidential)
    dialogue.answer(200, #"{"accessToken":"tok","expiresOn":"2026-11-24 13:00:00.000000","tokenType":"Bearer"}"#)
    #expect(dialogue.token == "tok")
  }

  @Test(arguments: [("t;ls", "https://arm"), ("", "https://arm"), ("t", "https://arm/$(ls)")])
  func strangeCharactersAreRefused(tenant: String, audience: String) {
    #expect(dialogue(tenant: tenant, audience: audience).error?.code == "InvalidTenant")
  }

  @Test func anAccountOfAMachineIsAskedWithoutTheTenant() throws {
    var dialogue = dialogue()
    let text = "ERROR: Tenant shouldn't be specified for managed identity account"
    dialogue.fail(.command(.init(status: 1, text: text)))
    let command = try #require(dialogue.request?.command)
    #expect(!command.arguments.contains("--tenant"))
    dialogue.fail(.command(.init(status: 1, text: text)))
    #expect(dialogue.error?.code == "AzureCLI", "only once")
  }

  @Test(arguments: [
    (nil, "cannot run /x/az: No such file", "NotInstalled", "could not be run"),
    (127, "az: python3: not found", "NotInstalled", "could not be run"),
    (1, "ERROR: Please run 'az login' to setup account.", "NotSignedIn", "run 'az login --tenant t'"),
    (1, "ERROR: no subscription; run 'az account set'", "NotSignedIn", "run 'az login --tenant t'"),
    (1, "ERROR: AADSTS700016: No app. Run az login", "AzureCLI", "-- check the application id"),
    (2, "", "AzureCLI", "az ended with status 2: it said nothing"),
    (1, #"warning {"accessToken": "eyJ0", "x": 1}"#, "AzureCLI", #"{"accessToken <secret>, "x": 1}"#),
  ]) func everyWayToFail(status: Int32?, text: String, code: String, told: String) throws {
    var dialogue = dialogue()
    dialogue.fail(.command(.init(status: status, text: text)))
    let error = try #require(dialogue.error)
    #expect(error.code == code && error.isFinal && error.text.contains(told), "\(error)")
    #expect(!error.text.contains("eyJ0"))
  }

  @Test func oneThatHangsIsGivenUp() {
    var dialogue = dialogue()
    dialogue.fail(.timeout)
    #expect(dialogue.error?.text.contains("within 10 seconds") == true && dialogue.error?.isFinal == false)
  }

  @Test(arguments: ["", "nothing", #"{"accessToken":1}"#]) func anAnswerWithoutAToken(body: String) {
    var dialogue = dialogue()
    dialogue.answer(200, body)
    #expect(dialogue.error?.code == "Unreadable")
  }
}
