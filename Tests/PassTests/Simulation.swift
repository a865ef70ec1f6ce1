import AzureEmulator
import Configuration
import Formats
import Model
import Pass
import Planning
import System
import Testing
import Transport

@testable import Sinks
@testable import Snapshot

/// An estate that is read pass after pass in process, and the books of what each output was given.
///
/// What is expected is made from the emulator's value function alone.
final class Simulation {
  let core: EmulatorCore
  let configuration: EmulatorConfiguration
  let metrics: [PromitorConfiguration.Metric]
  private let declaration: MetricsDeclaration
  private var settings: RuntimeSettings
  private(set) var snapshot: SnapshotContent?
  private(set) var now: Int
  /// What outputs were given that take every point, and how often.
  private(set) var delivered: [Point: (value: Double, times: Int)] = [:]
  private(set) var calls: [Int] = []
  private(set) var plan: Plan
  private(set) var result: PassResult
  let begun: Int

  /// A point of a series.
  struct Point: Hashable {
    var metric, resource: String
    var dimensions: [String]
    var start: Int
  }

  /// 2026-11-24T12:00:30Z.
  static let noon = 1_795_521_630

  init(
    _ configuration: EmulatorConfiguration, shape: RuntimeSettings.QueryShape, metricsPerType: Int, timing: Timing
  ) throws {
    var configuration = configuration
    configuration.fixedNow = Self.noon
    self.configuration = configuration
    core = EmulatorCore(configuration, endpoint: CoreWire.endpoint)
    let files = PromitorConfiguration(
      configuration, endpoint: CoreWire.endpoint, metricsPerType: metricsPerType)
    metrics = files.metrics
    var diagnostics = Diagnostics()
    settings = RuntimeSettings.read(
      Array(files.runtime.utf8), file: "runtime.yaml", environment: [:], diagnostics: &diagnostics)
    settings.timing = timing
    settings.batchSize = shape == .batch ? 50 : nil
    settings.asksSubscriptions = shape == .subscription
    declaration = try #require(
      MetricsDeclaration.read(Array(files.declaration.utf8), file: "declaration.yaml", diagnostics: &diagnostics))
    now = Self.noon
    begun = Self.noon
    plan = Plan(now: now)
    result = PassResult(targets: 0)
  }

  /// Makes a pass; the snapshot goes through its text each time, as between two processes.
  ///
  /// - `mostCalls`, `mostSeries`: the most calls for values, the most series to ask for.
  /// - `answers`: after so many answers the pass is told to end; nil for never.
  func pass(answers: Int? = nil, mostCalls: Int? = nil, mostSeries: Int? = nil) throws {
    let resources = configuration.estate.resources
    plan = Planner.plan(
      [declaration],
      places: resources.map { FoundResource(id: $0.id, resourceGroup: $0.resourceGroup, region: $0.region) },
      settings: settings, snapshot: snapshot, now: now, zone: .utc, mostCalls: mostCalls,
      mostSeries: mostSeries)
    let wire = CoreWire(core)
    wire.answersLeft = answers
    core.resetStatistics()
    result = PassRunner.run(
      plan, lastSamples: snapshot?.samples, lastAbsent: snapshot?.absent, credentials: plan.accounts.map { _ in nil },
      courier: Courier(
        wire: wire, maxInFlight: 8, deadline: Instant(microseconds: 45_000_000), isStopped: { wire.isStopped },
        now: { wire.clock }, wallSeconds: { [now] in now }, jitter: { 0.5 }), maxInFlight: 8)
    for (metric, seconds) in result.grains { plan.setGrain(seconds, of: Int(metric)) }
    calls.append(core.statistics.calls.values.reduce(0, +))
    let points = NewPoints(plan: plan, result: result)
    for target in plan.targets.indices {
      points.forEach(target: target) { start, value, dimensions in
        let point = self.point(target, start, dimensions)
        delivered[point] = (value, (delivered[point]?.times ?? 0) + 1)
      }
    }
    let next = NextSnapshot(
      after: plan, result: result, found: LookUpResult(), pass: "p", takenAt: now * 1_000_000, isFrozen: true,
      history: PassHistory(snapshot))
    let text = Text()
    try next.write(
      to: OutputBuffer { bytes in for index in bytes.indices { text.bytes.append(bytes[index]) } })
    snapshot = try SnapshotReader.content(text.bytes)
  }

  private final class Text { var bytes: [UInt8] = [] }

  /// The calls of the last pass that were about whole subscriptions.
  var scopeCalls: Int { core.statistics.calls["subscriptionMetrics"] ?? 0 }

  func advance(seconds: Int) {
    now += seconds
    core.set(now: now)
  }

  private func point(_ target: Int, _ start: Int, _ dimensions: [String]) -> Point {
    let planned = plan.targets[target]
    return Point(
      metric: plan.metrics[Int(planned.metric)].declaration.name,
      resource: plan.resources[Int(planned.resource)].id.folded, dimensions: dimensions, start: start)
  }

  /// What gauges show, by series: the start of the bucket and the value.
  var shown: [Point: (start: Int, value: Double, outcome: Outcome)] {
    var shown: [Point: (start: Int, value: Double, outcome: Outcome)] = [:]
    for target in plan.targets.indices {
      result.samples.forEach(target: target) { start, value, dimensions in
        shown[point(target, 0, dimensions)] = (start, value, result.outcomes[target])
      }
    }
    return shown
  }

  /// Every point of the buckets that end in a time, as Azure has them in the end.
  ///
  /// - `settle`: how long after its end a bucket is final.
  func expected(endingAfter first: Int, through last: Int) -> [Point: Double] {
    let values = SeriesValues(configuration)
    var points: [Point: Double] = [:]
    for metric in metrics {
      let places = metric.dimensions.compactMap { name in metric.row.dimensions.firstIndex { $0.name == name } }
      for resource in metric.resources {
        let all = SeriesValues.combinations(resource, metric.row)
        let series = Dictionary(grouping: all) { combination in places.map { combination[$0] } }
        for start in stride(
          from: first / metric.interval * metric.interval, through: last - metric.interval, by: metric.interval)
        where start + metric.interval > first {
          for (dimensions, combinations) in series {
            let bucket = values.bucket(
              resource, metric.row, combinations, start: start, grain: metric.interval, asOf: nil)
            guard let value = bucket.value(metric.aggregation.lowercased()) else { continue }
            points[
              Point(metric: metric.name, resource: ResourceID(resource.id).folded, dimensions: dimensions, start: start)
            ] =
              value
          }
        }
      }
    }
    return points
  }
}
