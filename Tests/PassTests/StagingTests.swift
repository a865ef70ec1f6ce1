import AzureEmulator
import Configuration
import Foundation
import Model
import Pass
import Testing

/// Lists that take several passes: what is kept of them, and what is in force meanwhile.
@Suite struct StagingTests {
  /// - `quota`: queries in each five seconds.
  private func simulation(_ resources: Int = 4500, quota: Int = 2) throws -> DiscoverySimulation {
    var configuration = EmulatorConfiguration()
    configuration.estate = Estate(seed: 4, resources: resources, subscriptions: 2, type: "KeyVault")
    configuration.graphQuota = quota
    return try DiscoverySimulation(configuration)
  }

  private func all(_ simulation: DiscoverySimulation) -> [String] { simulation.estate.resources.map(\.id).sorted() }

  @Test func theNextPassGoesOnWhereOneEnded() throws {
    let simulation = try simulation()
    try simulation.pass(seconds: 4)
    let failure = try #require(simulation.result.failures.first)
    #expect(
      failure.reason.text == "2000 of 4500 resources were found in time, and the next pass goes on with the others")
    #expect(simulation.ids().isEmpty && simulation.result.memory.unfinished.map(\.resources.count) == [2000])
    try simulation.pass(seconds: 4)
    #expect(simulation.ids().isEmpty && simulation.result.tallies.first?.unfinished?.rows == 4000)
    try simulation.pass(seconds: 4)
    #expect(simulation.queries == 1 && simulation.ids() == all(simulation) && simulation.result.failures.isEmpty)
    #expect(simulation.result.groups.first?.foundAt == Simulation.noon, "as old as its first page")
    #expect(simulation.result.memory.unfinished.isEmpty)
  }

  @Test func theOldListIsInForceUntilTheNewOneIsWhole() throws {
    let simulation = try simulation()
    try simulation.pass(seconds: 60)
    #expect(simulation.ids() == all(simulation) && simulation.spent >= 10)
    simulation.remove([7])
    for _ in 0..<2 {
      try simulation.pass(seconds: 4)
      #expect(simulation.ids() == all(simulation) && simulation.result.failures.isEmpty)
      #expect(simulation.result.tallies.first?.unfinished?.total == 4499)
    }
    try simulation.pass(seconds: 4)
    #expect(simulation.ids() == all(simulation).filter { $0 != simulation.estate.resources[7].id })
  }

  @Test func aTokenThatIsNoLongerGoodBeginsTheGroupAnew() throws {
    let simulation = try simulation()
    try simulation.pass(seconds: 4)
    simulation.core.set(faults: [Fault(.staleToken, match: "ResourceGraph", times: 1)])
    try simulation.pass(seconds: 30)
    #expect(simulation.queries == 6, "the refused one, and five pages")
    #expect(simulation.ids() == all(simulation) && simulation.result.failures.isEmpty)
    #expect(simulation.result.groups.first?.foundAt == Simulation.noon + 60)
  }

  /// A row that went between two passes moves those behind it.
  @Test func aListThatShrankBetweenPassesBeginsAnew() throws {
    let simulation = try simulation()
    try simulation.pass(seconds: 4)
    simulation.remove([1, 2])
    try simulation.pass(seconds: 30)
    #expect(simulation.ids().count == 4498 && simulation.result.failures.isEmpty)
  }

  @Test func pagesOutliveAnOutageButNoOtherQuestion() throws {
    let simulation = try simulation()
    try simulation.pass(seconds: 4)
    simulation.core.set(faults: [Fault(.status(503), match: "ResourceGraph")])
    try simulation.pass(seconds: 4)
    #expect(simulation.result.memory.unfinished.map(\.resources.count) == [2000])
    simulation.core.set(faults: [])
    try simulation.pass(seconds: 10)
    #expect(simulation.ids() == all(simulation) && simulation.queries == 3)
  }

  /// With eight groups at a time some end in each pass, and all have their turn.
  @Test func everyGroupHasItsTurn() throws {
    var configuration = EmulatorConfiguration()
    configuration.estate = Estate(seed: 4, resources: 300, subscriptions: 2, type: "KeyVault")
    configuration.graphQuota = 10
    let groups = (0..<30).map {
      "  - {name: group-\($0), type: KeyVault, criteria: {include: {names: ['.*-\($0)\\d*']}}}\n"
    }
    let simulation = try DiscoverySimulation(configuration, groups: groups.joined())
    var newest: [[Int]] = []
    for _ in 0..<7 {
      try simulation.pass(seconds: 4)
      newest.append(simulation.result.groups.map { (simulation.now - $0.foundAt) / 60 }.sorted())
    }
    #expect(newest.map(\.count) == [10, 20, 30, 30, 30, 30, 30], "what has no list comes before whether one is good")
    // From then on a query tells of those that were read since the first one of its kind.
    let fresh = newest.map { $0.count { $0 == 1 } }
    #expect(fresh == [10, 10, 10, 9, 18, 27, 30], "\(fresh)")
  }
}
