import Catalog
import Formats
import Model
import Pass
import Planning
import Testing

@testable import Configuration
@testable import Sinks

final class Collector {
  var bytes: [UInt8] = []
  func add(_ span: borrowing Span<UInt8>) {
    for index in 0..<span.count { bytes.append(span[index]) }
  }
}

/// A plan of metrics, each with the resources given, and one sample a target.
struct Fixture {
  var plan = Plan(now: 0)
  var samples: [(target: Int, value: Double, dimensions: [String])] = []
  /// Points of buckets before the newest one.
  var late: [(target: Int, start: Int, value: Double, dimensions: [String])] = []
  var outcomes: [Outcome] = []
  var settings = RuntimeSettings.PrometheusSettings()

  mutating func add(
    _ name: String, help: String = "h", labels: [(name: String, value: String)] = [], dimensions: [String] = [],
    resources: [Resource], values: [(Double, [String])?]
  ) throws {
    let type = try #require(ResourceType.named("SqlDatabase"))
    let first = plan.targets.count
    for (resource, value) in zip(resources, values) {
      if let value { samples.append((plan.targets.count, value.0, value.1)) }
      outcomes.append(value == nil ? .empty : .delivered)
      plan.targets.append(
        Target(
          metric: Int32(plan.metrics.count), resource: Int32(plan.resources.count), previous: -1,
          state: TargetState(outcome: .delivered)))
      plan.resources.append(resource)
    }
    let declared = MetricDeclaration(
      name: name, description: help, type: type, labels: labels, azureName: "m", aggregation: .average, interval: 60,
      dimensions: dimensions, limit: 1, schedule: try CronSchedule("* * * * *"), resources: [], discoveryGroups: [],
      position: SourcePosition(file: "", line: 1, column: 1))
    plan.metrics.append(
      PlannedMetric(
        declaration: declared, account: 0, tenantID: "T", targets: first..<plan.targets.count, isDue: true,
        lastAttempt: nil, bucket: 60..<120, freshness: 0))
  }

  /// The samples as the values of a pass, all of them new but those of `horizons`.
  func points(earlier: [(target: Int, start: Int, value: Double)] = [], horizons: [Int: Int] = [:]) -> NewPoints {
    var result = PassResult(targets: plan.targets.count)
    result.outcomes = outcomes
    for sample in samples {
      result.samples.append(target: sample.target, start: 60, value: sample.value, dimensions: sample.dimensions)
    }
    for point in late {
      result.earlier.append(
        target: point.target, start: point.start, value: point.value, dimensions: point.dimensions)
    }
    for point in earlier { result.earlier.append(target: point.target, start: point.start, value: point.value) }
    var plan = plan
    for (target, horizon) in horizons { plan.targets[target].state.horizon = horizon }
    return NewPoints(plan: plan, result: result)
  }

  /// What a renderer writes of the points.
  func text(_ render: (consuming OutputBuffer) throws -> Bool) rethrows -> String {
    let collector = Collector()
    let isThere = try render(OutputBuffer { collector.add($0) })
    #expect(isThere == !collector.bytes.isEmpty)
    return String(decoding: collector.bytes, as: UTF8.self)
  }

  /// The text for Prometheus.
  ///
  /// - `isTimed`: whether samples have their times.
  func text(isTimed: Bool = false) throws -> (text: String, warnings: [String]) {
    var table = SampleTable(targets: plan.targets.count)
    for sample in samples {
      table.append(target: sample.target, start: 60, value: sample.value, dimensions: sample.dimensions)
    }
    let collector = Collector()
    let (families, warnings) = MetricFamily.all(of: plan, labels: LabelShapes(plan))
    try Exposition(plan: plan, samples: table, outcomes: outcomes, settings: settings, isTimed: isTimed)
      .write(families, to: OutputBuffer { collector.add($0) })
    return (String(decoding: collector.bytes, as: UTF8.self), warnings)
  }
}

func resource(
  _ name: String, type: String = "SqlDatabase", labels: [(name: String, value: String)] = [], details: [String] = []
) -> Resource {
  Resource(
    type: type, id: ResourceID("/s/\(name)"), subscriptionID: "S", resourceGroup: "G", name: name, labels: labels,
    details: details)
}
