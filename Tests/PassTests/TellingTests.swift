import AzureEmulator
import Configuration
import Model
import Planning
import Snapshot
import Testing

/// What passes leave for people: the recent ones' figures, and what is amiss until it is mended.
@Test func passesTellHowTheyWent() throws {
  var configuration = EmulatorConfiguration()
  configuration.estate = Estate(seed: 3, resources: 12, subscriptions: 1)
  let simulation = try Simulation(configuration, shape: .resource, metricsPerType: 2, timing: Timing(settle: 180))
  try simulation.pass()
  let first = try #require(simulation.snapshot)
  let series = simulation.plan.targets.count
  let figures = try #require(first.passes.first)
  #expect(figures.startedAt == simulation.now && figures.series == series && figures.milliseconds == 0)
  #expect(figures.answered == series && figures.short == 0 && figures.calls > 0 && first.digest.troubles.isEmpty)
  #expect(first.digest.pace > 0 && first.metrics.reduce(0) { $0 + $1.figures.series } == series)
  for metric in first.metrics where metric.figures.newest > 0 {
    #expect(simulation.now - metric.figures.newest <= metric.figures.oldest, "\(metric)")
  }
  // What a pass has no calls for is amiss until a later one has asked for it.
  simulation.advance(seconds: 7200)
  try simulation.pass(mostCalls: 1)
  let second = try #require(simulation.snapshot)
  let short = try #require(second.passes.last?.short)
  #expect(short > 0 && second.passes.count == 2 && second.passes[0] == figures)
  #expect(second.metrics.reduce(0) { $0 + $1.figures.short } == short)
  #expect(second.digest.troubles.reduce(0) { $0 + $1.series } == short)
  #expect(second.digest.troubles.allSatisfy { $0.outcome == .deferred && $0.code == "OutOfBudget" })
  for _ in 0..<PassFigures.most {
    simulation.advance(seconds: 60)
    try simulation.pass()
  }
  let last = try #require(simulation.snapshot)
  #expect(last.passes.count == PassFigures.most && last.passes.last?.startedAt == simulation.now)
  #expect(last.passes.allSatisfy { $0.short == 0 } && last.digest.troubles.isEmpty)
}
