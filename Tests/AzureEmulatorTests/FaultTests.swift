import Foundation
import Testing

@testable import AzureEmulator

/// azure-apis 9.6 and 4: faults on demand.
@Suite struct FaultTests {
  @Test func statusesHaveAzuresBodies() async throws {
    try await Emulated.run { emulated in
      let resource = emulated.first("KeyVault")
      for (status, code) in [
        (401, "InvalidAuthenticationToken"), (403, "AuthorizationFailed"), (404, "ResourceNotFound"),
        (429, "SubscriptionRequestsThrottled"), (500, "InternalServerError"),
      ] {
        emulated.server.set(faults: [Fault(.status(status), match: "Metrics", times: 1)])
        let answer = emulated.metrics(resource, [:])
        #expect(answer.status == status)
        #expect(answer.json["error"]["code"].text == code)
        #expect(emulated.metrics(resource, [:]).status == 200)
      }
      emulated.server.set(faults: [Fault(.status(503), times: 1)])
      let page = emulated.metrics(resource, [:])
      #expect(page.status == 503)
      #expect(page.headers["content-type"]?.hasPrefix("text/html") == true)
      #expect(emulated.server.statistics.statuses == [401: 1, 403: 1, 404: 1, 429: 1, 500: 1, 503: 1, 200: 5])
      #expect(emulated.server.statistics.calls == ["fault": 6, "metrics": 5])
    }
  }

  @Test func retryAfterIsSentAsGiven() async throws {
    try await Emulated.run { emulated in
      for wait in ["7", "Sun, 01 Mar 2026 12:00:07 GMT"] {
        emulated.server.set(faults: [Fault(.status(429), retryAfter: wait)])
        #expect(emulated.metrics(emulated.first("KeyVault"), [:]).headers["retry-after"] == wait)
      }
    }
  }

  @Test func resetTruncateWrappedAndSlow() async throws {
    try await Emulated.run { emulated in
      let resource = emulated.first("KeyVault")
      let good = emulated.metrics(resource, [:])
      emulated.server.set(faults: [Fault(.reset)])
      #expect(emulated.client.send("GET", "/x") == nil)
      emulated.server.set(faults: [Fault(.truncate)])
      let cut = emulated.metrics(resource, [:])
      #expect(!cut.isWhole)
      #expect(cut.body == good.body.prefix(good.body.count / 2))
      emulated.server.set(faults: [Fault(.wrapped)])
      #expect(emulated.metrics(resource, [:]).json.text == good.text)
      emulated.server.set(faults: [Fault(.slow, delayMilliseconds: 200)])
      let clock = ContinuousClock()
      let start = clock.now
      #expect(emulated.metrics(resource, [:]).status == 200)
      #expect(clock.now - start >= .milliseconds(200))
    }
  }

  @Test func faultsComeOverHTTPInTurnAndGo() async throws {
    try await Emulated.run { emulated in
      let resource = emulated.first("KeyVault")
      #expect(
        emulated.post("/control/faults?status=503&match=insights&times=2&retryAfter=3&delayMilliseconds=1").status
          == 200)
      #expect(emulated.post("/control/faults?status=500").status == 200)
      let answers = (0..<3).map { _ in emulated.metrics(resource, [:]) }
      #expect(answers.map(\.status) == [503, 503, 500])
      #expect(answers[0].headers["retry-after"] == "3")
      #expect(emulated.client.send("DELETE", "/control/faults")?.status == 200)
      #expect(emulated.metrics(resource, [:]).status == 200)
      #expect(emulated.post("/control/faults?kind=nonsense").status == 400)
    }
  }

  @Test func bodiesThatAreNotWhatTheirHeadersSay() async throws {
    try await Emulated.run { emulated in
      let resource = emulated.first("KeyVault")
      let good = emulated.metrics(resource, [:])
      emulated.server.set(faults: [Fault(.empty)])
      let empty = emulated.metrics(resource, [:])
      #expect(empty.status == 200 && empty.body.isEmpty && empty.isWhole)
      emulated.server.set(faults: [Fault(.mistyped)])
      let mistyped = emulated.metrics(resource, [:])
      #expect(mistyped.headers["content-type"] == "text/plain" && mistyped.body == good.body)
      emulated.server.set(faults: [Fault(.shortened)])
      let shortened = emulated.metrics(resource, [:])
      #expect(shortened.headers["content-length"] == String(good.body.count / 2) && shortened.body == good.body)
      emulated.server.set(faults: [Fault(.resetInBody)])
      // A reset may take with it what had come before it.
      #expect(emulated.client.send("GET", "/x")?.isWhole != true)
      emulated.server.set(faults: [Fault(.status(204))])
      #expect(emulated.metrics(resource, [:]).status == 204)
    }
  }

  /// Every kind has a name by which it comes, and a status is one of those that are told.
  @Test func everyKindIsInTheTable() {
    for row in FaultKind.all { #expect(Fault(query: "kind=\(row.name)")?.kind == row.kind) }
    #expect(Set(FaultKind.all.map(\.name)).count == FaultKind.all.count)
    for (status, _) in FaultKind.statuses { #expect(Fault(query: "status=\(status)")?.kind == .status(status)) }
  }
}
