import Testing

@testable import AzureEmulator

/// azure-apis 0.4 and 9.7.
@Suite struct QuotaTests {
  @Test func readsCountDownPerSubscriptionAndComeBack() async throws {
    try await Emulated.run { emulated in
      let first = emulated.estate.resources[0]
      let header = "x-ms-ratelimit-remaining-subscription-reads"
      guard let other = emulated.estate.resources.first(where: { $0.subscriptionID != first.subscriptionID }) else {
        return #expect(Bool(false))
      }
      #expect(emulated.metrics(first, [:]).headers[header] == "249")
      #expect(emulated.metrics(first, [:]).headers[header] == "248")
      #expect(emulated.metrics(other, [:]).headers[header] == "249")
      emulated.server.set(now: Emulated.noon + 1)
      #expect(emulated.metrics(first, [:]).headers[header] == "249")
    }
  }

  @Test func beyondTheQuotaIs429WithAWait() async throws {
    try await Emulated.run {
      $0.readQuota = 3
    } _: { emulated in
      let resource = emulated.estate.resources[0]
      for left in [2, 1, 0] {
        #expect(
          emulated.metrics(resource, [:]).headers["x-ms-ratelimit-remaining-subscription-reads"] == String(left))
      }
      let refused = emulated.metrics(resource, [:])
      #expect(refused.status == 429)
      #expect(refused.headers["retry-after"] == "1")
      #expect(refused.json["error"]["code"].text == "SubscriptionRequestsThrottled")
      #expect(refused.json["error"]["message"].text?.hasSuffix("Please try again after '1' seconds.") == true)
      emulated.server.set(now: Emulated.noon + 1)
      #expect(emulated.metrics(resource, [:]).status == 200)
    }
  }
}
