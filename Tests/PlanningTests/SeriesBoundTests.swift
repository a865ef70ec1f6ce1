import Configuration
import Formats
import Model
import Planning
import Snapshot
import Testing

/// Many vaults in one region, with one metric that is split by a dimension.
private func vaults(_ count: Int, batchSize: Int?, scoped: Bool = false, series: Int? = nil) throws -> Plan {
  let vaults = try metric("hits", dimensions: ["ActivityName"], resources: (0..<count).map { ["kv\($0)"] })
  let declaration = declaration([vaults])
  var settings = RuntimeSettings()
  settings.batchSize = batchSize
  settings.asksSubscriptions = scoped
  func plan(_ snapshot: SnapshotContent?) -> Plan {
    let places = plain.resources.map { FoundResource(id: $0.id.text, resourceGroup: "rg", region: "westeurope") }
    return Planner.plan(
      [declaration], places: places, settings: settings, snapshot: snapshot, now: noon, zone: .utc)
  }
  let plain = Planner.plan([declaration], settings: settings, snapshot: nil, now: noon, zone: .utc)
  guard let series else { return plan(nil) }
  var content = snapshot(after: plain, at: noon - 600, TargetState(outcome: .delivered, horizon: noon - 900))
  for target in 0..<count {
    for _ in 0..<series { content.samples.append(target: target, start: noon - 1200, value: 1, dimensions: ["x"]) }
  }
  return plan(content)
}

@Test func aBatchIsPartedBeforeItsAnswerIsTooLarge() throws {
  #expect(try vaults(40, batchSize: 50).requests.map(\.query.resources.count) == [40], "nothing is known yet")
  let known = try vaults(40, batchSize: 50, series: 10_000)
  #expect(known.requests.map(\.query.resources.count) == [25, 15])
  #expect(Set(known.requests.flatMap { $0.asks.map(\.target) }).count == 40)
  #expect(try vaults(40, batchSize: 50, series: 5000).requests.count == 1)
}

@Test func aSubscriptionWithTooManySeriesIsAskedByResource() throws {
  let known = try vaults(30, batchSize: nil, scoped: true, series: 10_000)
  #expect(known.requests.filter { $0.query.batch == nil }.count == 5)
  #expect(known.requests.filter { $0.query.batch != nil }.map(\.query.resources.count) == [25])
}
