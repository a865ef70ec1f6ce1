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

  @Test func aProviderWithALimitOfItsOwnSaysSoByAnotherHeader() async throws {
    try await Emulated.run {
      $0.hasProviderQuota = true
    } _: { emulated in
      let answer = emulated.metrics(emulated.estate.resources[0], [:])
      #expect(answer.headers["x-ms-ratelimit-remaining-subscription-resource-requests"] == "249")
      #expect(answer.headers["x-ms-ratelimit-remaining-subscription-reads"] == nil)
    }
  }

  @Test func definitionsHaveALimitOfTheirOwn() async throws {
    try await Emulated.run {
      $0.definitionsQuota = 1
    } _: { emulated in
      let resource = emulated.estate.resources[0]
      let target = "/\(resource.id)/providers/Microsoft.Insights/metricDefinitions?api-version=2024-02-01"
      #expect(emulated.get(target).status == 200)
      emulated.server.set(now: Emulated.noon + 100)
      let refused = emulated.get(target)
      #expect(refused.status == 429 && refused.headers["retry-after"] == "200")
      #expect(refused.json["error"]["code"].text == "ResourceRequestsThrottled")
      #expect(
        refused.json["error"]["message"].text
          == "Number of requests for action 'Microsoft.Insights/metricDefinitions/read' exceeded the limit of '1' for time "
          + "interval '00:05:00'. Please try again after '200' seconds.")
      #expect(emulated.metrics(resource, [:]).status == 200, "metrics are counted apart")
      emulated.server.set(now: Emulated.noon + 300)
      #expect(emulated.get(target).status == 200)
    }
  }

  /// azure-apis 4: 529 is what is documented, and no header.
  @Test func batchesOfARegionRunOut() async throws {
    try await Emulated.run {
      $0.estate = Estate(seed: 1, resources: 8, regions: 2, type: "KeyVault")
      $0.batchQuota = 2
    } _: { emulated in
      func ask(_ resource: EmulatedResource) -> WireAnswer {
        emulated.post(
          "/\(resource.region).metrics/subscriptions/\(resource.subscriptionID)/metrics:getBatch?api-version=2024-02-01"
            + "&metricnamespace=Microsoft.KeyVault/vaults&metricnames=Availability",
          "{\"resourceids\":[\"/\(resource.id)\"]}",
          token: emulated.server.issueToken(audience: emulated.server.endpoint + "/metrics"))
      }
      let (one, other) = (emulated.estate.resources[0], emulated.estate.resources[1])
      try #require(one.region != other.region)
      #expect([ask(one), ask(one), ask(other)].map(\.status) == [200, 200, 200])
      let refused = ask(one)
      #expect(refused.status == 529 && refused.body.isEmpty && refused.headers["retry-after"] == nil)
      #expect(ask(other).status == 200, "the other region is counted apart")
      let quotas = emulated.get("/control/statistics").json["quotas"]["batches/\(one.region)"]
      #expect(quotas["left"].number == 0 && quotas["refused"].number == 1)
      emulated.server.set(now: Emulated.noon + 3600)
      #expect(ask(one).status == 200)
    }
  }

  @Test func queriesOfLogAnalyticsRunOut() async throws {
    try await Emulated.run {
      $0.estate = Estate(seed: 1, resources: 2, type: "LogAnalytics")
      $0.logQuota = 1
    } _: { emulated in
      func ask() -> WireAnswer {
        emulated.post(
          "/loganalytics/v1/workspaces/\(emulated.estate.resources[0].fields[0])/query",
          "{\"query\":\"Heartbeat | summarize count()\"}", token: emulated.logToken)
      }
      #expect(ask().status == 200)
      emulated.server.set(now: Emulated.noon + 10)
      let refused = ask()
      #expect(refused.status == 429 && refused.headers["retry-after"] == "20")
      #expect(emulated.server.statistics.calls == ["logAnalytics": 2])
      emulated.server.set(now: Emulated.noon + 30)
      #expect(ask().status == 200)
    }
  }
}
