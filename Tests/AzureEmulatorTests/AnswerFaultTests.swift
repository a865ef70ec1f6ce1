import AzureEmulator
import Foundation
import Testing

/// Faults that are answers, or change one: azure-apis 9.
@Suite struct AnswerFaultTests {
  private func answer(_ query: String, _ method: String = "GET", _ path: String = "/x", body: String = "") throws
    -> EmulatorCore.Answer?
  {
    let core = EmulatorCore(EmulatorConfiguration())
    core.set(faults: [try #require(Fault(query: query))])
    return core.answer(method, path, headers: [:], body: body)
  }

  @Test func redirectsPagesAndOldTokens() throws {
    let redirect = try #require(try answer("kind=redirect&location=http://other/"))
    #expect(redirect.status == 302 && redirect.headers.contains { $0 == ("Location", "http://other/") })
    let page = try #require(try answer("kind=html"))
    #expect(page.status == 200 && String(decoding: page.body, as: UTF8.self).hasPrefix("<html>"))
    let expired = try #require(try answer("kind=expired"))
    #expect(
      expired.status == 401 && String(decoding: expired.body, as: UTF8.self).contains("ExpiredAuthenticationToken"))
    let wait = try #require(try answer("status=429&retryAfter=7"))
    #expect(wait.headers.contains { $0 == ("Retry-After", "7") })
    #expect(try answer("kind=reset") == nil && Fault(query: "kind=nonsense") == nil)
  }

  @Test func aFaultOfOneResourceStrikesItsRequestsAlone() throws {
    #expect(try answer("status=500&resource=vaults/a", "POST", "/x", body: "{\"ids\":[\"/vaults/A\"]}")?.status == 500)
    #expect(try answer("status=500&resource=vaults/a", "GET", "/vaults/a/y")?.status == 500)
    #expect(try answer("status=500&resource=vaults/a", "GET", "/vaults/b/y")?.status != 500)
  }
}
