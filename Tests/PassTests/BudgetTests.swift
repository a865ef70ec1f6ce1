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

  /// With a bound of so many series nobody waits longer than it takes to serve all, in whatever company.
  @Test(arguments: [1, 2, 5, 9, 30], [RuntimeSettings.QueryShape.resource, .batch, .subscription])
  func seriesThatDoNotFitGoFirstInTheNextPass(bound: Int, shape: RuntimeSettings.QueryShape) throws {
    let simulation = try simulation(shape)
    var asked: Set<Int32> = []
    var rounds = 0
    repeat {
      try simulation.pass(mostSeries: bound)
      let now = simulation.plan.requests.flatMap(\.asks).map(\.target)
      #expect(!now.isEmpty && now.count <= bound && asked.isDisjoint(with: now), "round \(rounds)")
      #expect(Set(now).union(simulation.plan.putOff).isDisjoint(with: asked))
      asked.formUnion(now)
      rounds += 1
      #expect(simulation.result.states.map(\.waits).allSatisfy { $0 == 0 || Int($0) == rounds })
    } while asked.count < simulation.plan.targets.count && rounds < 100
    let all = simulation.plan.targets.count
    #expect(
      all > 30 && rounds >= (all + bound - 1) / bound && simulation.result.outcomes.allSatisfy { $0 != .deferred })
    #expect(rounds == (all + bound - 1) / bound || bound > 1)
  }

  /// Time goes on meanwhile: everything is due in each pass, and still each has its turn, and no point is lost.
  @Test(arguments: [1, 3, 8], [RuntimeSettings.QueryShape.resource, .batch])
  func nothingStarvesUnderABoundOfSeries(parts: Int, shape: RuntimeSettings.QueryShape) throws {
    let (bound, free) = (try simulation(shape), try simulation(shape))
    try free.pass()
    try bound.pass()
    let most = max(free.result.samples.count / parts, 1)
    for minute in 0..<40 {
      for simulation in [bound, free] { simulation.advance(seconds: 60) }
      try free.pass()
      try bound.pass(mostSeries: minute < 36 ? most : nil)
      let reasons = Set(bound.result.reasons.map(\.code))
      #expect(bound.plan.putOff.isEmpty || reasons.contains("OutOfSeries"))
      #expect(bound.result.states.allSatisfy { $0.waits <= 3 * parts }, "minute \(minute)")
    }
    let lost = free.delivered.keys.filter { $0.start >= bound.begun && bound.delivered[$0] == nil }
    #expect(lost.isEmpty && free.delivered.count > 500, "\(lost.count) of \(free.delivered.count)")
    #expect(bound.delivered.values.allSatisfy { $0.times == 1 })
  }
}
