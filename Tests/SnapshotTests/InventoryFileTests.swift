import Formats
import Model
import Snapshot
import Testing

private final class Collector {
  var bytes: [UInt8] = []
  func add(_ span: borrowing Span<UInt8>) {
    for index in 0..<span.count { bytes.append(span[index]) }
  }
}

private let whole = InventoryFile(
  groups: [
    FoundGroup(name: "none", fingerprint: "q\n", foundAt: 1, resources: []),
    FoundGroup(
      name: "a \"b\"", fingerprint: "é", foundAt: 1_795_521_630,
      resources: [
        FoundResource(
          id: "/subscriptions/s/resourceGroups/G/providers/P/t/x", resourceGroup: "g\"", region: "westeurope",
          details: ["", "\"é"]),
        FoundResource(id: "subscriptions/s/providers/P/t/é", resourceGroup: "", region: ""),
      ]),
  ],
  places: Places(
    askedAt: 7, resources: [FoundResource(id: "/subscriptions/s/providers/P/t/x", resourceGroup: "", region: "global")])
)

@Test func anInventoryReadsBack() throws {
  for inventory in [whole, InventoryFile(groups: [], places: Places())] {
    let collector = Collector()
    try inventory.write(to: OutputBuffer { collector.add($0) })
    #expect(try InventoryFile(collector.bytes) == inventory)
  }
}

@Test func anInventoryByHandNeedsLittle() throws {
  let text = """
    {"swath-inventory": {"version": 1}, "groups": [{"name": "g", "foundAt": 5, "resources": [
      {"id": "/subscriptions/s/resourceGroups/My-Group/providers/P/t/a"}]}]}
    """
  let inventory = try InventoryFile(Array(text.utf8))
  #expect(inventory.places == Places())
  let resource = try #require(inventory.groups.first?.resources.first)
  #expect(resource.resourceGroup == "My-Group" && resource.region == "")
}

@Test func anInventoryByHandNamesItsTags() throws {
  let text = """
    {"swath-inventory": {"version": 1}, "groups": [{"name": "g", "resources": [
      {"id": "/Subscriptions/s/providers/P/t/a", "tags": {"Team": "pay", "env": "prod"}, "sku": "P1"}, {"id": "subscriptions/s/Providers/P/t/b", "tags": {"other": "x"}}]}]}
    """
  let details = ResourceDetails(tags: ["env", "team"], columns: ResourceDetails.kindAndSKU)
  let group = try #require(try InventoryFile(Array(text.utf8), details: details, foundAt: 7).groups.first)
  #expect(group.foundAt == 7 && group.resources.map(\.details) == [["prod", "pay", "", "P1"], []])
}

@Test func anInventoryByHandNamesTypes() throws {
  let text = """
    {"swath-inventory": {"version": 1}, "groups": [{"name": "g", "resources": [
      {"id": "/Subscriptions/s/providers/P/t/a", "resourceType": "WebApp"}, {"id": "subscriptions/s/Providers/P/t/b", "sku": "P1"}]}]}
    """
  let details = ResourceDetails(columns: ResourceDetails.kindAndSKU)
  let inventory = try InventoryFile(Array(text.utf8), details: details.withType, foundAt: 7)
  let rows = try #require(inventory.groups.first?.resources)
  #expect(rows.map(\.details) == [["", "", "WebApp"], ["", "P1", ""]])
  #expect(rows.map { details.type(of: $0) } == ["WebApp", nil])
}

@Test(arguments: [
  ("", "JSON"), ("{}", "swath-inventory"), ("{\"swath-inventory\":{\"version\":2}}", "newer"),
  ("{\"swath-inventory\":{\"version\":1},\"groups\":[{\"name\":\"g\"}]}", "group 1"),
  (
    "{\"swath-inventory\":{\"version\":1},\"groups\":[{\"name\":\"g\",\"foundAt\":1,\"resources\":[{}]}]}",
    "resource 1 of group g has no id"
  ),
  (
    "{\"swath-inventory\":{\"version\":1},\"groups\":[{\"name\":\"g\",\"foundAt\":1,\"resources\":[{\"id\":\"/bad\"}]}]}",
    "the id of resource 1 of group g is '/bad'"
  ),
])
func whatIsNoInventorySaysWhy(text: String, reason: String) {
  do {
    _ = try InventoryFile(Array(text.utf8))
    Issue.record("it is none")
  } catch {
    #expect(reason == "JSON" || error.description.contains(reason), "\(error)")
  }
}
