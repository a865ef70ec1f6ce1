import Catalog
import Configuration
import Formats
import Model
import Planning
import Testing

/// The plans of all shards together are the plan of one: every target once, entities of one id together.
@Test(arguments: 1...16) func theTargetsOfAllShardsAreThoseOfOne(count: Int) throws {
  let names = (0..<200).map { "Kv-\($0 * $0 * count % 151)-\($0 % 3)" }
  let queues = (0..<60).map { ["bus-\($0 % 7)", "queue-\($0)"] }
  let metrics = [
    try metric("a", resources: names.map { [$0] }),
    try metric("b", type: "ServiceBusNamespace", azureName: "ActiveMessages", resources: queues),
    try metric("c", resources: names.reversed().map { [$0.uppercased()] }),
  ]
  let all = plan(metrics)
  func keys(_ plan: Plan) -> [String] {
    plan.targets.map { "\($0.metric) \(plan.resources[Int($0.resource)].key)" }
  }
  var union: [String] = []
  var ownerOfID: [String: Int] = [:]
  for index in 0..<count {
    let part = plan(metrics, shard: try #require(Shard(index, of: count)))
    union += keys(part)
    for resource in part.resources {
      #expect(ownerOfID.updateValue(index, forKey: resource.id.folded).map { $0 == index } ?? true)
    }
  }
  #expect(union.sorted() == keys(all).sorted())
}

/// With one shard more only those resources move that fall to it.
@Test func anotherShardTakesOnlyItsOwn() throws {
  let ids = (0..<1000).map { ResourceID("/subscriptions/s/resourceGroups/r/providers/P/t/\($0)") }
  func owner(_ id: ResourceID, of count: Int) throws -> Int {
    try #require((0..<count).first { Shard($0, of: count)?.owns(id) ?? false })
  }
  for count in 1...8 {
    var moved = 0
    for id in ids {
      let (before, after) = (try owner(id, of: count), try owner(id, of: count + 1))
      #expect(after == before || after == count)
      moved += after == before ? 0 : 1
    }
    #expect(moved * (count + 1) > 800 && moved * (count + 1) < 1200, "\(moved) of \(count + 1)")
  }
}
