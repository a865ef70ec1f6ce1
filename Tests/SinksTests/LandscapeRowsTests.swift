import Model
import Planning
import Testing

@testable import Sinks

@Test func whatAzureDoesNotTellIsNotAvailable() {
  func group(_ part: Landscape, _ row: FoundResource) -> FoundGroup {
    FoundGroup(name: part.name, fingerprint: "", foundAt: 0, resources: [row])
  }
  let rows = LandscapeRows([
    group(
      .subscriptions,
      FoundResource(
        id: "subscriptions/s", resourceGroup: "", region: "", details: ["t", "s", "Main", "Enabled", "", "q", ""])),
    group(.resourceGroups, FoundResource(id: "g", resourceGroup: "", region: "eastus", details: ["t", "s", "G"])),
  ])
  #expect(rows.subscriptions == [["t", "Main", "s", "Enabled", "n/a", "q", "n/a"]])
  #expect(rows.resourceGroups == [["t", "s", "G", "eastus", "n/a", "n/a"]])
  #expect(rows.subscriptions[0].count == SelfMetric.subscriptionInfo.labels.count)
  #expect(rows.resourceGroups[0].count == SelfMetric.resourceGroupInfo.labels.count)
  #expect(LandscapeRows([]).subscriptions.isEmpty)
}
