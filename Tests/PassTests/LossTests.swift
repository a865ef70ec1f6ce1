import AzureEmulator
import Configuration
import Model
import Pass
import Testing

/// Lists that lose resources: what goes for certain, and what is kept until that is known.
@Suite struct LossTests {
  private func simulation(_ count: Int = 20, subscriptions: Int = 2) throws -> DiscoverySimulation {
    var configuration = EmulatorConfiguration()
    configuration.estate = Estate(seed: 3, resources: count, subscriptions: subscriptions, type: "KeyVault")
    configuration.graphQuota = 1000
    return try DiscoverySimulation(configuration)
  }

  private func all(_ simulation: DiscoverySimulation) -> [String] { simulation.estate.resources.map(\.id).sorted() }

  @Test func aSmallLossIsBelievedAtOnce() throws {
    let simulation = try simulation()
    try simulation.pass()
    simulation.remove(0..<10)
    try simulation.pass()
    #expect(simulation.queries == 1 && simulation.ids().count == 10 && simulation.result.remarks.isEmpty)
    simulation.remove(0..<14)
    try simulation.pass()
    #expect(simulation.queries == 1 && simulation.ids().count == 6, "less than five are no sudden loss")
  }

  @Test func aSuddenLossIsBelievedWhenTwoAnswersSaySo() throws {
    let simulation = try simulation()
    try simulation.pass()
    simulation.remove(0..<11)
    try simulation.pass()
    #expect(simulation.queries == 2 && simulation.ids().count == 9)
    #expect(simulation.result.failures.isEmpty)
    #expect(
      simulation.result.remarks
        == ["discovery of all-keyvault: 11 of 20 resources are no more, as two answers of Azure say"])
  }

  /// The second answer is whole again: one of the two is wrong.
  @Test func aLossThatIsNotConfirmedChangesNothing() throws {
    let simulation = try simulation()
    simulation.remove([19])
    try simulation.pass()
    simulation.beforeQuery = { count in simulation.remove(count == 0 ? Array(0..<15) : []) }
    try simulation.pass()
    #expect(simulation.queries == 2 && simulation.ids() == all(simulation), "what was added is there at once")
    let failure = try #require(simulation.result.failures.first)
    #expect(failure.reason.code == "SuddenLoss" && failure.usedFrom == simulation.now - 120)
    #expect(
      failure.reason.text == "15 of 19 resources are not in Azure's answer, and 15 of them are in a second one",
      "\(failure.reason)")
    #expect(simulation.result.tallies.map(\.doubted) == [0], "the second answer has them all")
  }

  /// There is no second answer in the same pass; the next pass brings it.
  @Test func aLossThatCannotBeConfirmedWaitsForTheNextPass() throws {
    let simulation = try simulation()
    try simulation.pass()
    simulation.remove(0..<15)
    simulation.beforeQuery = { count in
      simulation.core.set(faults: count >= 1 ? [Fault(.status(503), match: "ResourceGraph")] : [])
    }
    try simulation.pass()
    simulation.beforeQuery = nil
    simulation.core.set(faults: [])
    #expect(simulation.ids() == all(simulation) && simulation.result.tallies.map(\.doubted) == [15])
    let reason = try #require(simulation.result.failures.first?.reason)
    #expect(
      reason.text.hasPrefix("15 of 20 resources are not in Azure's answer, and no second one came: HTTP 503"),
      "\(reason)")
    try simulation.pass()
    #expect(simulation.queries == 1 && simulation.ids().count == 5 && simulation.result.failures.isEmpty)
    #expect(simulation.result.remarks.count == 1)
  }

  @Test func aThresholdOfOneTakesAzuresWordAtOnce() throws {
    let simulation = try simulation()
    simulation.settings.suddenLoss = 1
    try simulation.pass()
    simulation.remove(0..<20)
    try simulation.pass()
    // A query tells that the subscriptions are there and empty.
    #expect(simulation.queries == 2 && simulation.ids().isEmpty && simulation.result.failures.isEmpty)
  }

  private static let second = "00000000-0000-0000-0000-000000000002"

  @Test func aSubscriptionThatIsLeftOutKeepsItsResourcesForADay() throws {
    let simulation = try simulation()
    try simulation.pass()
    #expect(simulation.queries == 1, "every subscription has a row")
    simulation.core.set(unreadable: [Self.second])
    for minute in 1...24 * 60 {
      try simulation.pass()
      #expect(simulation.ids() == all(simulation), "in minute \(minute)")
      #expect(simulation.queries == 2 && simulation.result.failures.isEmpty)
      #expect(simulation.result.tallies.map(\.unanswered) == [10] && simulation.result.memory.missing.count == 1)
      #expect(
        simulation.result.remarks == [
          "discovery: Azure leaves 1 subscription out without a word (\(Self.second)); 10 resources that were there "
            + "before are used for a day -- give the identity the role Monitoring Reader there, or take what is no more "
            + "out of the declaration"
        ])
    }
    try simulation.pass()
    #expect(simulation.ids().count == 10 && simulation.result.memory.missing.count == 1)
    simulation.core.set(unreadable: [])
    try simulation.pass()
    #expect(simulation.ids() == all(simulation) && simulation.result.memory.missing.isEmpty)
    #expect(simulation.result.remarks.isEmpty)
  }

  @Test func aSubscriptionThatIsEmptyIsNoneThatIsLeftOut() throws {
    let simulation = try simulation(8)
    try simulation.pass()
    simulation.remove(
      simulation.estate.resources.indices.filter {
        simulation.estate.resources[$0].subscriptionID == Self.second
      })
    try simulation.pass()
    #expect(simulation.queries == 2 && simulation.ids().count == 4)
    #expect(simulation.result.remarks.isEmpty && simulation.result.memory.missing.isEmpty)
  }

  /// A service that takes no such question (an emulator, a proxy that lets known queries through) never will.
  @Test func whereTheQuestionIsNotTakenNothingIsKept() throws {
    let simulation = try simulation(8)
    try simulation.pass()
    simulation.remove(
      simulation.estate.resources.indices.filter {
        simulation.estate.resources[$0].subscriptionID == Self.second
      })
    simulation.beforeQuery = { count in
      simulation.core.set(faults: count >= 1 ? [Fault(.status(400), match: "ResourceGraph")] : [])
    }
    try simulation.pass()
    #expect(simulation.ids().count == 4 && simulation.result.memory.missing.isEmpty)
    #expect(
      simulation.result.remarks.count == 1
        && simulation.result.remarks[0].contains("could not be found out: BadRequest"), "\(simulation.result.remarks)")
  }

  @Test func aSubscriptionThatWasNeverReadIsToldOf() throws {
    let simulation = try simulation()
    simulation.core.set(unreadable: [Self.second])
    try simulation.pass()
    #expect(simulation.ids().count == 10 && simulation.result.memory.missing.count == 1)
    #expect(simulation.result.remarks.first?.contains("leaves 1 subscription out") == true)
  }
}
