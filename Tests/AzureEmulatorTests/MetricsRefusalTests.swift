import Testing

@testable import AzureEmulator

/// azure-apis 3.1 and 3.6: what the metrics API refuses, and in which words.
@Suite struct MetricsRefusalTests {
  private static let cases: [([String: String], String)] = [
    (
      ["metricnames": "Nope"],
      "Failed to find metric configuration for provider: Microsoft.Storage, resource Type: storageaccounts, metric: Nope, Valid metrics: UsedCapacity,Transactions,Ingress,Egress,SuccessE2ELatency,Availability"
    ),
    (
      ["metricnames": "Egress", "$filter": "APINAME2 eq '*'"],
      "Metric: Egress does not support requested dimension combination: apiname2, supported ones are: GeoType,ApiName, TraceId: {"
    ),
    (
      ["metricnames": "Egress", "interval": "PT3M"],
      "Invalid time grain duration: PT3M, supported ones are: 00:01:00,00:05:00,00:15:00,00:30:00,01:00:00,06:00:00,12:00:00,1.00:00:00"
    ),
    (
      ["metricnames": "UsedCapacity", "interval": "PT1M"],
      "Invalid time grain duration: PT1M, supported ones are: 01:00:00,06:00:00,12:00:00,1.00:00:00"
    ),
    (
      ["metricnames": "UsedCapacity,Egress", "interval": "PT5M"],
      "Invalid time grain duration: PT5M, supported ones are: 01:00:00,06:00:00,12:00:00,1.00:00:00"
    ),
    (["metricnames": "Egress", "timespan": "2025-01-01T00:00:00Z/2025-01-01T01:00:00Z"], "Query endTime: "),
    (["metricnames": "Egress", "timespan": "2026-03-01T11:00:00Z"], "Detected invalid time range input"),
    (
      ["metricnames": "Egress", "timespan": "2026-03-01T11:00:00Z/2026-03-01T10:00:00Z"],
      "Detected invalid time range input"
    ),
    (["metricnames": "Egress", "aggregation": "median"], "Invalid aggregation type: median"),
    (
      ["metricnames": "Egress", "$filter": "ApiName eq '*'", "top": "2147483648"],
      "Detected invalid TopN value 2147483648 should be Int value"
    ),
    (
      ["metricnames": "Egress", "$filter": "ApiName eq '*'", "top": "many"],
      "Detected invalid TopN value many should be Int value"
    ),
    (["metricnames": Array(repeating: "Egress", count: 21).joined(separator: ",")], "The number of metric names"),
  ]

  @Test(arguments: cases) func texts(query: [String: String], message: String) async throws {
    try await Emulated.run { emulated in
      let answer = emulated.metrics(emulated.first("StorageAccount"), query)
      #expect(answer.status == 400)
      // The flat shape of errors (azure-apis 0.3).
      #expect(answer.json.keys == ["code", "message"])
      #expect(answer.json["code"].text == "BadRequest")
      #expect(answer.json["message"].text?.hasPrefix(message) == true, "\(answer.text)")
    }
  }

  @Test func retentionIs93Days() async throws {
    try await Emulated.run { emulated in
      let resource = emulated.first("StorageAccount")
      func status(_ days: Int, _ minutes: Int) -> Int {
        let end = days * 1440 + minutes
        return emulated.metrics(
          resource,
          ["metricnames": "Egress", "timespan": "\(Emulated.before(end + 60))/\(Emulated.before(end))"]
        ).status
      }
      #expect(status(92, 1439) == 200)
      #expect(status(93, 1) == 400)
    }
  }

  @Test func twentyNamesAreTaken() async throws {
    try await Emulated.run { emulated in
      let names = Array(repeating: "Egress", count: 20).joined(separator: ",")
      #expect(emulated.metrics(emulated.first("StorageAccount"), ["metricnames": names]).status == 200)
    }
  }

  @Test func versionMustBeKnown() async throws {
    try await Emulated.run { emulated in
      for version in ["-", "2017-01-01"] {
        let answer = emulated.metrics(emulated.first("KeyVault"), ["api-version": version])
        #expect(answer.status == 400)
        #expect(answer.json["error"]["code"].text == "InvalidApiVersionParameter")
      }
    }
  }

  @Test func unknownResourceIs404() async throws {
    try await Emulated.run { emulated in
      let id = "subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/gone"
      let answer = emulated.get("/\(id)/providers/Microsoft.Insights/metrics?api-version=2024-02-01")
      #expect(answer.status == 404)
      #expect(answer.headers["x-ms-failure-cause"] == "gateway")
      #expect(answer.json["error"]["code"].text == "ResourceNotFound")
      #expect(
        answer.json["error"]["message"].text
          == "The Resource 'Microsoft.KeyVault/vaults/gone' under resource group 'g' was not found.")
    }
  }

  @Test func unknownRouteIs404() async throws {
    try await Emulated.run { emulated in
      #expect(emulated.get("/nothing/here").status == 404)
      #expect(emulated.server.statistics.calls == ["other": 1])
    }
  }
}
