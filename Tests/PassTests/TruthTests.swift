import AzureEmulator
import Configuration
import Foundation
import Model
import Snapshot
import Testing

/// Passes minute by minute over data that comes late and changes until it is final.
@Suite struct PassTruthTests {
  private static var isLong: Bool { ProcessInfo.processInfo.environment["SWATH_LONG_TESTS"] != nil }

  private static func estate(seed: Int) -> EmulatorConfiguration {
    var configuration = EmulatorConfiguration()
    let types = EmulatedType.all.filter { ["VirtualMachine", "KeyVault", "SqlDatabase"].contains($0.name) }
    configuration.estate = Estate(seed: seed, resources: 12, subscriptions: 2, regions: 2, types: types)
    configuration.longestDelay = 600
    configuration.readQuota = 100_000
    return configuration
  }

  /// Settle is what Azure needs at most. Of every point outputs get the final value, once; gauges show no other.
  @Test(arguments: [RuntimeSettings.QueryShape.resource, .batch, .subscription])
  func everyPointComesOnceAndRight(shape: RuntimeSettings.QueryShape) throws {
    let settle = 600
    let simulation = try Simulation(
      Self.estate(seed: 5), shape: shape, metricsPerType: 3, timing: Timing(settle: settle))
    let minutes = Self.isLong ? 24 * 60 : 120
    let final = simulation.expected(endingAfter: simulation.begun - 4 * 3600, through: simulation.begun + minutes * 60)
    var random = Hash(11)
    for minute in 0..<minutes {
      random = random.adding(minute)
      // The last ones are whole, so that what was put off is caught up with.
      let isLast = minute >= minutes - 3
      if !isLast, random.value % 20 == 0 {
        simulation.core.set(faults: [Fault(.status(429), match: "metrics", retryAfter: "120")])
      }
      try simulation.pass(answers: !isLast && random.value >> 8 % 10 == 0 ? Int(random.value >> 16 % 4) : nil)
      simulation.core.set(faults: [])
      for (series, sample) in simulation.shown {
        var point = series
        point.start = sample.start
        #expect(final[point] == sample.value, "\(point) at minute \(minute)")
        let interval = simulation.metrics.first { $0.name == point.metric }?.interval ?? 0
        if sample.outcome == .delivered {
          #expect(simulation.now - settle - (sample.start + interval) < interval, "\(point) at minute \(minute)")
        }
      }
      simulation.advance(seconds: 60)
    }
    let last = simulation.now - 60 - settle
    let due = simulation.expected(endingAfter: simulation.begun - settle, through: last).filter {
      $0.key.start % 60 == 0
    }
    var (wrong, lost, doubled) = (0, 0, 0)
    for (point, value) in due {
      guard let found = simulation.delivered[point] else {
        lost += 1
        Issue.record("lost: \(point)")
        continue
      }
      if found.value != value { wrong += 1 }
      if found.times > 1 { doubled += 1 }
    }
    #expect((wrong, lost, doubled) == (0, 0, 0))
    for (point, found) in simulation.delivered {
      #expect(final[point] == found.value && found.times == 1, "\(point)")
    }
    #expect(due.count > 1000)
  }

  /// A minute whose samples come half an hour late is delivered when they come, once, and counted.
  @Test func latePointsComeOnce() throws {
    var configuration = Self.estate(seed: 6)
    configuration.longestDelay = 120
    configuration.lateShare = 0.02
    let simulation = try Simulation(configuration, shape: .batch, metricsPerType: 2, timing: Timing(settle: 180))
    for _ in 0..<120 {
      try simulation.pass()
      simulation.advance(seconds: 60)
    }
    // Those of a minute are whole or not there.
    let minutely = Set(simulation.metrics.filter { $0.interval == 60 }.map(\.name))
    let due = simulation.expected(
      endingAfter: simulation.begun - 180, through: simulation.now - 60 - 2400
    ).filter { minutely.contains($0.key.metric) }
    let lost = due.keys.filter { simulation.delivered[$0] == nil }
    #expect(lost.isEmpty, "\(lost.count) of \(due.count), such as \(lost.first.map { "\($0)" } ?? "")")
    for (point, found) in simulation.delivered where minutely.contains(point.metric) {
      #expect(found.times == 1, "\(point)")
    }
    #expect(due.count > 500)
    #expect((simulation.snapshot?.totals.late ?? 0) > 5)
  }

  /// What gauges no longer show is still known to have been delivered, when other series of the resource are asked for
  /// again behind it.
  @Test(arguments: [RuntimeSettings.QueryShape.resource, .batch])
  func anOutageDoublesNothing(shape: RuntimeSettings.QueryShape) throws {
    var configuration = Self.estate(seed: 10)
    // The second metric of these is split.
    let types = EmulatedType.all.filter { ["StorageAccount", "CosmosDb", "Kubernetes"].contains($0.name) }
    configuration.estate = Estate(seed: 10, resources: 6, regions: 2, types: types)
    configuration.longestDelay = 120
    configuration.lateShare = 0.1
    let simulation = try Simulation(configuration, shape: shape, metricsPerType: 3, timing: Timing(settle: 180))
    for minute in 0..<120 {
      try simulation.pass(answers: minute % 30 < 12 ? nil : 0)
      simulation.advance(seconds: 60)
    }
    let doubled = simulation.delivered.filter { $0.value.times > 1 }
    #expect(doubled.isEmpty, "\(doubled.count) of \(simulation.delivered.count)")
    #expect(simulation.delivered.keys.count { !$0.dimensions.isEmpty } > 300)
    #expect((simulation.snapshot?.totals.late ?? 0) > 5)
  }

  /// With nothing configured, the first passes show how long values change, and those after them wait for it.
  @Test(arguments: [RuntimeSettings.QueryShape.resource, .batch])
  func settleIsLearned(shape: RuntimeSettings.QueryShape) throws {
    let simulation = try Simulation(Self.estate(seed: 8), shape: shape, metricsPerType: 3, timing: Timing())
    for _ in 0..<120 {
      try simulation.pass()
      simulation.advance(seconds: 60)
    }
    // Of what is delivered from here on, in half an hour, next to nothing is revised, and what is, is counted.
    let counted = simulation.snapshot?.totals.revised ?? 0
    let known = Set(simulation.delivered.keys)
    for _ in 0..<30 {
      try simulation.pass()
      simulation.advance(seconds: 60)
    }
    let final = simulation.expected(endingAfter: simulation.begun - 4 * 3600, through: simulation.now)
    let wrong = simulation.delivered.filter { final[$0.key] != $0.value.value }.keys
    #expect(!wrong.isEmpty, "three minutes are not enough here")
    // Of an hour two buckets have shown nothing yet.
    let names = Set(simulation.metrics.filter { $0.interval <= 300 }.map(\.name))
    let fresh = simulation.delivered.keys.filter { !known.contains($0) && names.contains($0.metric) }
    let revised = fresh.filter { final[$0] != simulation.delivered[$0]?.value }
    #expect(revised.count * 1000 <= fresh.count && fresh.count > 100, "\(revised.count) of \(fresh.count)")
    #expect((simulation.snapshot?.totals.revised ?? 0) - counted >= revised.count)
    // Two rounds of 5-minute buckets have shown it.
    let late = wrong.filter { $0.start > simulation.begun + 600 }
    let all = simulation.delivered.keys.filter { $0.start > simulation.begun + 600 }
    #expect(late.count * 1000 <= all.count && all.count > 500, "\(late.count) of \(all.count)")
    #expect((simulation.snapshot?.totals.revised ?? 0) > 0)
    let settles = try #require(simulation.snapshot?.settles)
    // What is longer than the emulator's ten minutes is the time between two looks.
    let isRight = settles.filter { !$0.key.hasSuffix("|3600") }.allSatisfy { 480...900 ~= $0.value.seconds }
    #expect(isRight, "\(settles)")
  }

  /// Rare points that come half an hour late do not keep the others waiting.
  @Test func rareLatePointsTeachNothing() throws {
    var configuration = Self.estate(seed: 9)
    configuration.longestDelay = 120
    configuration.lateShare = 0.02
    let simulation = try Simulation(configuration, shape: .batch, metricsPerType: 2, timing: Timing())
    for _ in 0..<120 {
      try simulation.pass()
      simulation.advance(seconds: 60)
    }
    let minutely = simulation.snapshot?.settles.filter { $0.key.hasSuffix("|60") } ?? [:]
    #expect(!minutely.isEmpty && minutely.allSatisfy { $0.value.seconds <= 240 }, "\(minutely)")
    let names = Set(simulation.metrics.filter { $0.interval == 60 }.map(\.name))
    let due = simulation.expected(endingAfter: simulation.begun - 180, through: simulation.now - 60 - 2400)
      .filter { names.contains($0.key.metric) }
    #expect(due.count > 500 && due.keys.allSatisfy { simulation.delivered[$0]?.times == 1 })
    #expect((simulation.snapshot?.totals.late ?? 0) > 5)
    let final = simulation.expected(endingAfter: simulation.begun - 3600, through: simulation.now)
    let revised = simulation.delivered.filter { names.contains($0.key.metric) && final[$0.key] != $0.value.value }
    #expect(revised.isEmpty, "\(revised.count) of \(due.count)")
  }

  /// However the question is put, the answer is the same; and a subscription that is not to be asked as a whole, or a
  /// type that has no such answers, costs nothing but the other shape's calls.
  @Test func theShapeChangesNoSample() throws {
    var configuration = Self.estate(seed: 7)
    configuration.estate = Estate(seed: 7, resources: 36, subscriptions: 2, regions: 2)
    func simulation(_ shape: RuntimeSettings.QueryShape) throws -> Simulation {
      let simulation = try Simulation(configuration, shape: shape, metricsPerType: 4, timing: Timing(settle: 600))
      try simulation.pass()
      return simulation
    }
    let (single, batch, scope) = (try simulation(.resource), try simulation(.batch), try simulation(.subscription))
    let shown = single.shown.mapValues(\.value)
    #expect(shown.count > 100)
    #expect(batch.shown.mapValues(\.value) == shown && scope.shown.mapValues(\.value) == shown)
    #expect(scope.calls[0] < single.calls[0] && scope.calls[0] <= batch.calls[0] && scope.scopeCalls > 0)

    let refused = try Simulation(
      configuration, shape: .subscription, metricsPerType: 4, timing: Timing(settle: 600))
    refused.core.set(faults: [
      Fault(
        .status(403),
        match: "/subscriptions/\(configuration.estate.resources[0].subscriptionID)/providers/Microsoft.Insights")
    ])
    try refused.pass()
    #expect(refused.shown.mapValues(\.value) == shown)
    refused.core.set(faults: [])
    refused.advance(seconds: 300)
    try refused.pass()
    #expect(
      refused.scopeCalls > 0 && refused.scopeCalls < scope.scopeCalls, "it is remembered for the one subscription")
  }
}
