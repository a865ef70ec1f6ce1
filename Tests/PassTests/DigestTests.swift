import AzureEmulator
import Foundation
import Model
import Pass
import Testing

/// One query tells of many lists that they need not be read again.
@Suite struct DigestTests {
  /// Ten groups, whose lists are asked for in every pass.
  ///
  /// - `predicate`: a further key of their criteria.
  private func simulation(
    resources: Int = 6000, subscriptions: Int = 4, predicate: String = ""
  ) throws -> DiscoverySimulation {
    var configuration = EmulatorConfiguration()
    configuration.estate = Estate(
      seed: 6, resources: resources, subscriptions: subscriptions, regions: 5,
      types: EmulatedType.all.filter { Self.types.contains($0.name) })
    configuration.graphQuota = 1000
    return try DiscoverySimulation(configuration, groups: Self.groups(predicate: predicate))
  }

  private static let types = ["KeyVault", "VirtualMachine"]
  private static let regions = ["westeurope", "northeurope", "eastus", "eastus2", "southeastasia"]

  private static func groups(predicate: String) -> String {
    types.flatMap { type in
      regions.map { "  - {name: \(type)-\($0), type: \(type), criteria: {include: {regions: [\($0)]}\(predicate)}}\n" }
    }.joined()
  }

  private func expect(_ simulation: DiscoverySimulation, without gone: Set<String> = []) {
    let wanted = Dictionary(grouping: simulation.estate.resources) { "\($0.type.name)-\($0.region)" }
    #expect(wanted.count == 10)
    for (group, resources) in wanted {
      #expect(simulation.ids(group) == resources.map(\.id).filter { !gone.contains($0) }.sorted(), "\(group)")
    }
    #expect(simulation.result.failures.isEmpty)
  }

  @Test func listsThatHaveNotChangedAreNotReadAgain() throws {
    let simulation = try simulation()
    try simulation.pass()
    #expect(simulation.queries == 10, "of what there is no list nobody asks whether it has changed")
    try simulation.pass()
    #expect(simulation.queries == 11, "what Azure made of the first lists nobody knows")
    for _ in 0..<3 {
      let now = simulation.now
      try simulation.pass()
      #expect(simulation.queries == 1)
      #expect(simulation.result.groups.allSatisfy { $0.foundAt == now }, "they are as good as new ones")
      #expect(simulation.result.tallies.allSatisfy { $0.before > 0 } && simulation.result.tallies.count == 10)
      expect(simulation)
    }
  }

  @Test func whatHasChangedIsReadAgainAndNothingElse() throws {
    let simulation = try simulation()
    for _ in 0..<3 { try simulation.pass() }
    let vault = try #require(simulation.estate.resources.firstIndex { $0.type.name == "KeyVault" })
    simulation.remove([vault])
    try simulation.pass()
    #expect(simulation.queries == 6, "the groups of its type")
    expect(simulation, without: [simulation.estate.resources[vault].id])
    try simulation.pass()
    #expect(simulation.queries == 1)
    simulation.remove([])
    try simulation.pass()
    #expect(simulation.queries == 6)
    expect(simulation)
  }

  /// Whatever the digest says, a list is read once an hour.
  @Test func noListIsTrustedForLongerThanAnHour() throws {
    let simulation = try simulation()
    for _ in 0..<3 { try simulation.pass() }
    #expect(simulation.queries == 1)
    simulation.advance(seconds: 3300)
    try simulation.pass()
    #expect(simulation.queries == 1)
    simulation.advance(seconds: 240)
    try simulation.pass()
    #expect(simulation.queries == 11)
    try simulation.pass()
    #expect(simulation.queries == 1)
  }

  /// What changes while lists are read changes what Azure makes of all resources, too.
  @Test func whatGoesBetweenTheQuestionAndTheListsIsSeen() throws {
    let simulation = try simulation()
    try simulation.pass()
    let gone = simulation.estate.resources[0]
    simulation.beforeQuery = { if $0 == 1 { simulation.remove([0]) } }
    try simulation.pass()
    simulation.beforeQuery = nil
    expect(simulation, without: [gone.id])
    try simulation.pass()
    #expect(simulation.queries == 6, "its type is read again")
    expect(simulation, without: [gone.id])
    try simulation.pass()
    #expect(simulation.queries == 1)
  }

  /// A scope of more subscriptions than a call takes is asked about in parts.
  @Test func aScopeMayHaveParts() throws {
    let simulation = try simulation(resources: 3000, subscriptions: 260)
    for _ in 0..<2 { try simulation.pass() }
    #expect(simulation.queries == 22)
    try simulation.pass()
    #expect(simulation.queries == 2)
    // One of the second part.
    let last = try #require(simulation.estate.resources.map(\.subscriptionID).max())
    let place = try #require(simulation.estate.resources.firstIndex { $0.subscriptionID == last })
    simulation.remove([place])
    try simulation.pass()
    #expect(simulation.queries == 12)
    expect(simulation, without: [simulation.estate.resources[place].id])
  }

  @Test func whatAzureDoesNotUnderstandIsNotAskedAgain() throws {
    let simulation = try simulation()
    try simulation.pass()
    simulation.core.set(faults: [Fault(.status(400), match: "ResourceGraph", times: 1)])
    var asked = 0
    simulation.beforeQuery = { asked = $0 + 1 }
    try simulation.pass()
    #expect(asked == 11)
    expect(simulation)
    try simulation.pass()
    #expect(simulation.queries == 10)
    simulation.advance(seconds: 24 * 3600)
    try simulation.pass()
    #expect(simulation.queries == 11)
  }

  /// A digest that does not come costs nothing but itself.
  @Test(arguments: [Fault.Kind.status(403), .status(503)])
  func withoutADigestAllListsAreRead(_ kind: Fault.Kind) throws {
    let simulation = try simulation()
    for _ in 0..<3 { try simulation.pass() }
    let isFinal = kind == .status(403)
    simulation.core.set(faults: [Fault(kind, match: "ResourceGraph", times: isFinal ? 1 : 5)])
    var asked = 0
    simulation.beforeQuery = { asked = $0 + 1 }
    try simulation.pass(seconds: 100)
    #expect(simulation.queries == 10 && asked > 10)
    expect(simulation)
  }

  @Test func ofAListThatKeepsWhatWasLeftOutNothingIsConcluded() throws {
    let simulation = try simulation()
    for _ in 0..<3 { try simulation.pass() }
    #expect(simulation.queries == 1)
    // The roles of a subscription are taken away.
    let lost = simulation.estate.resources[0].subscriptionID
    simulation.core.set(unreadable: [lost])
    try simulation.pass()
    expect(simulation)
    #expect(simulation.result.memory.digests.isEmpty && simulation.result.memory.missing.count == 1)
    try simulation.pass()
    #expect(simulation.queries > 10, "whether they come back is seen by reading")
    simulation.advance(seconds: 24 * 3600)
    try simulation.pass()
    let gone = Set(simulation.estate.resources.filter { $0.subscriptionID == lost }.map(\.id))
    expect(simulation, without: gone)
    for _ in 0..<2 { try simulation.pass() }
    #expect(simulation.queries == 1, "what is still left out is no reason to read what is there")
    simulation.core.set(unreadable: [])
    try simulation.pass()
    expect(simulation)
  }

  @Test func whatAPredicateLooksAtIsNotKnown() throws {
    let simulation = try simulation(predicate: ", predicate: \"name matches regex '.'\"")
    for _ in 0..<3 {
      try simulation.pass()
      #expect(simulation.queries == 10)
    }
  }

  /// What was asked before the first page counts, also where the last one comes in a later pass.
  @Test func aListThatTakesSeveralPassesIsAsOldAsItsBeginning() throws {
    var configuration = EmulatorConfiguration()
    configuration.estate = Estate(seed: 4, resources: 12_000, subscriptions: 2, type: "KeyVault")
    configuration.graphQuota = 7
    let simulation = try DiscoverySimulation(configuration)
    try simulation.pass(seconds: 60)
    // A digest and six pages, six pages.
    try simulation.pass(seconds: 4)
    #expect(simulation.result.memory.unfinished.first?.digest.isEmpty == false)
    try simulation.pass(seconds: 4)
    #expect(simulation.result.memory.unfinished.isEmpty && simulation.result.memory.digests.count == 1)
    try simulation.pass(seconds: 4)
    #expect(simulation.queries == 1 && simulation.ids().count == 12_000)
  }
}
