import AzureEmulator
import Configuration
import Model
import Pass
import Planning
import Testing

/// Passes that may make fewer calls than there are to make.
@Suite struct PassBudgetTests {
  private func simulation(_ shape: RuntimeSettings.QueryShape) throws -> Simulation {
    var configuration = EmulatorConfiguration()
    let types = EmulatedType.all.filter { ["VirtualMachine", "KeyVault", "SqlDatabase"].contains($0.name) }
    configuration.estate = Estate(seed: 3, resources: 12, subscriptions: 2, regions: 2, types: types)
    configuration.readQuota = 100_000
    return try Simulation(configuration, shape: shape, metricsPerType: 3, timing: Timing(settle: 180))
  }

  /// With a bound of so many calls nobody waits longer than it takes to serve all, and nobody is asked twice before.
  @Test(arguments: [1, 2, 3, 5, 7, 11])
  func nobodyWaitsLongerThanTheOthers(bound: Int) throws {
    let simulation = try simulation(.resource)
    try simulation.pass(mostCalls: bound)
    let all = simulation.plan.requests.count + simulation.plan.putOff.count
    #expect(simulation.plan.requests.count == bound && simulation.calls[0] == bound && all > bound)
    var asked = Set(simulation.plan.requests.flatMap(\.asks).map(\.target))
    let targets = simulation.plan.targets.count
    var rounds = 1
    // In the same minute no bucket is new, so that each call is one that was put off.
    while asked.count < targets {
      try simulation.pass(mostCalls: bound)
      #expect(simulation.calls[rounds] <= bound)
      let now = simulation.plan.requests.flatMap(\.asks).map(\.target)
      #expect(!now.isEmpty && asked.isDisjoint(with: now), "round \(rounds)")
      asked.formUnion(now)
      let waits = simulation.result.states.map(\.waits).filter { $0 > 0 }
      #expect(waits.allSatisfy { $0 == rounds + 1 }, "round \(rounds)")
      rounds += 1
    }
    #expect(simulation.result.outcomes.allSatisfy { $0 != .deferred })
    #expect(rounds <= (all + bound - 1) / bound)
    try simulation.pass(mostCalls: bound)
    #expect(simulation.calls[rounds] == 0, "what was answered is not asked again")
  }

  /// Time goes on meanwhile: each series is served as often as any other, and no point is lost.
  @Test func whatIsPutOffIsCaughtUpWith() throws {
    let (bound, free) = (try simulation(.batch), try simulation(.batch))
    try free.pass()
    let half = (free.calls[0] + 1) / 2
    try bound.pass(mostCalls: half)
    for minute in 0..<60 {
      bound.advance(seconds: 60)
      free.advance(seconds: 60)
      try free.pass()
      try bound.pass(mostCalls: minute < 57 ? half : nil)
      #expect(bound.result.states.allSatisfy { $0.waits <= 3 }, "minute \(minute)")
    }
    #expect(bound.calls.dropLast(3).allSatisfy { $0 <= half })
    let lost = free.delivered.keys.filter { $0.start >= bound.begun && bound.delivered[$0] == nil }
    #expect(lost.isEmpty && free.delivered.count > 500, "\(lost.count) of \(free.delivered.count)")
    #expect(bound.delivered.values.allSatisfy { $0.times == 1 })
  }
}
