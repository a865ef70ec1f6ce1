import AzureEmulator
import Foundation
import Testing

@Suite(.serialized) struct EndToEndLandscapeTests {
  private func told(_ estate: EmulatedEstate) throws -> Set<String> {
    let values = Exposed(try #require(estate.swath.text("swath-self.prom"))).values
    let landscape = values.filter { $0.key.hasPrefix("promitor_azure_landscape_") }
    #expect(landscape.values.allSatisfy { $0 == 1 })
    return Set(landscape.keys)
  }

  private func expected(_ estate: EmulatedEstate) -> Set<String> {
    let containers = estate.configuration.estate.containers
    return Set(
      containers.map { row in
        func property(_ path: String) -> String { row.properties.first { $0.name == path }?.value ?? "n/a" }
        let place = ["tenant_id=\(row.tenantID)", "subscription_id=\(row.subscriptionID)"]
        guard row.resourceGroup.isEmpty else {
          return Exposed.key(
            "promitor_azure_landscape_resource_group_info",
            place + [
              "resource_group_name=\(row.name)", "region=\(row.location)", "managed_by=n/a",
              "provisioning_state=\(property("provisioningState"))",
            ])
        }
        return Exposed.key(
          "promitor_azure_landscape_subscription_info",
          place + [
            "subscription_name=\(row.name)", "state=\(property("state"))",
            "spending_limit=\(property("subscriptionPolicies.spendingLimit"))",
            "quota_id=\(property("subscriptionPolicies.quotaId"))",
            "authorization=\(property("authorizationSource"))",
          ])
      })
  }

  private func calls(_ estate: EmulatedEstate) -> Int { estate.server.statistics.calls["resourceGraph"] ?? 0 }

  @Test func theLandscapeIsToldAsPromitorTellsIt() async throws {
    try await EmulatedEstate.with(resources: 48, isDiscovered: true) { estate in
      // Each group's list ends at a moment of its own in this time: for none of them that is within the test.
      estate.swath.environment["PROMITOR_cache__durationInMinutes"] = "1440"
      #expect(try estate.run().status == 0)
      #expect(try told(estate).isEmpty, "it is asked for by option")
      let quota = Exposed(try #require(estate.swath.text("swath-self.prom")))
      let labels = [
        "tenant_id=\(estate.configuration.tenantID)", "cloud=Custom", "auth_mode=ServicePrincipal",
        "app_id=\(estate.configuration.clientID)",
      ]
      #expect(quota.values[Exposed.key("promitor_ratelimit_resource_graph_throttled", labels)] == 0)
      #expect(quota.values[Exposed.key("promitor_ratelimit_resource_graph_remaining", labels)].map { $0 < 15 } == true)

      estate.swath.environment["PROMITOR_selfMetrics__landscape"] = "true"
      let before = calls(estate)
      #expect(try estate.run().status == 0)
      let expected = expected(estate)
      #expect(expected.count > 6 && expected.contains { $0.contains("quota_id=n/a") })
      #expect(try told(estate) == expected)
      #expect(calls(estate) == before + 2)

      estate.advance(seconds: 240)
      #expect(try estate.run().status == 0)
      #expect(try told(estate) == expected, "from the snapshot")
      #expect(calls(estate) == before + 2)
      let silent = try #require(estate.swath.text("swath-self.prom"))
      #expect(!silent.contains("promitor_ratelimit_resource_graph"), "nobody asked")
      #expect(!silent.contains("group=\"the landscape"), "they are no groups of metrics")

      estate.advance(seconds: 660)
      #expect(try estate.run().status == 0)
      #expect(calls(estate) == before + 2 + 1, "resource groups are asked for each quarter of an hour")

      estate.server.set(faults: [Fault(.status(503), match: "ResourceGraph", retryAfter: "0")])
      estate.advance(seconds: 3600)
      try estate.run()
      #expect(try told(estate) == expected, "the old lists are better than none")
    }
  }
}
