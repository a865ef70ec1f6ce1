import Catalog
import Formats
import Model
import Planning
import Testing

@testable import Configuration
@testable import Sinks

private final class Collector {
  var bytes: [UInt8] = []
  func add(_ span: borrowing Span<UInt8>) {
    for index in 0..<span.count { bytes.append(span[index]) }
  }
}

/// A plan of metrics, each with the resources given, and one sample a target.
private struct Fixture {
  var plan = Plan(now: 0)
  var samples: [(target: Int, value: Double, dimensions: [String])] = []
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
        lastAttempt: nil, bucket: 0..<60, freshness: 0))
  }

  func text() throws -> (text: String, warnings: [String]) {
    var table = SampleTable(targets: plan.targets.count)
    for sample in samples {
      table.append(target: sample.target, start: 0, value: sample.value, dimensions: sample.dimensions)
    }
    let collector = Collector()
    let (families, warnings) = MetricFamily.all(of: plan)
    try Exposition(plan: plan, samples: table, outcomes: outcomes, settings: settings)
      .write(families, to: OutputBuffer { collector.add($0) })
    return (String(decoding: collector.bytes, as: UTF8.self), warnings)
  }
}

private func resource(_ name: String, type: String = "SqlDatabase", labels: [(name: String, value: String)] = [])
  -> Resource
{
  Resource(
    type: type, id: ResourceID("/s/\(name)"), subscriptionID: "S", resourceGroup: "G", name: name, labels: labels)
}

@Test func aFamilyIsWrittenAsPromitorWritesIt() throws {
  var fixture = Fixture()
  try fixture.add(
    "azure_cpu", help: "CPU\nof \\ it", labels: [("geo", "china"), ("instance_name", "taken")],
    resources: [resource("db\"1\\\n", labels: [("server", "srv"), ("database", "db")])], values: [(12.5, [])])
  let (text, warnings) = try fixture.text()
  #expect(
    text == #"""
      # HELP azure_cpu CPU\nof \\ it
      # TYPE azure_cpu gauge
      azure_cpu{tenant_id="T",subscription_id="S",server="srv",resource_uri="s/db\"1\\\n",resource_group="G",instance_name="db\"1\\\n",geo="china",database="db"} 12.5

      """#)
  #expect(
    warnings == ["metric azure_cpu: label instance_name is left out: the name is taken by a label of higher precedence"]
  )
}

@Test func everySampleOfAFamilyHasTheSameLabels() throws {
  var fixture = Fixture()
  try fixture.add(
    "m", resources: [resource("a", labels: [("server", "x")]), resource("b", type: "KeyVault")],
    values: [(1, []), (-0.25, [])])
  let lines = try fixture.text().text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  #expect(
    lines.map { $0.matches(of: /([a-z_]+)="/).map { String($0.1) } }.allSatisfy {
      $0.contains("server") && $0.count == 6
    })
  #expect(lines.last?.contains("server=\"\"") == true && lines.last?.hasSuffix("} -0.25") == true)
}

@Test func dimensionsKeepTheirValueUnderAnotherName() throws {
  var fixture = Fixture()
  try fixture.add(
    "m", dimensions: ["Server", "Operation Name"], resources: [resource("a", labels: [("server", "x")])],
    values: [(1, ["dim", "get"])])
  let (text, warnings) = try fixture.text()
  #expect(
    text.contains("server=\"x\"") && text.contains("dimension_server=\"dim\"")
      && text.contains("operation_name=\"get\""))
  #expect(
    warnings == [
      "metric m: dimension Server meets the label server; it is dimension_Server",
      "metric m: label Operation Name: Prometheus knows it as operation_name",
    ])
}

@Test func namesThatPrometheusRefusesAreChangedAndTold() throws {
  var fixture = Fixture()
  try fixture.add("a.b", help: "  ", resources: [resource("x")], values: [(1, [])])
  try fixture.add("a_b", help: "second", resources: [resource("x"), resource("y")], values: [(2, []), (3, [])])
  let (text, warnings) = try fixture.text()
  #expect(text.hasPrefix("# HELP a_b No description\n# TYPE a_b gauge\na_b{"))
  #expect(text.split(separator: "\n").count == 4, "a series that two metrics have is there once: \(text)")
  #expect(
    warnings == ["metric a.b: Prometheus knows it as a_b", "metrics a.b and a_b are one family for Prometheus: a_b"])
}

@Test func whatIsUnavailableIsShownOnlyIfTheFileSaysHow() throws {
  var fixture = Fixture()
  try fixture.add("m", dimensions: ["d"], resources: [resource("x")], values: [nil])
  #expect(try fixture.text().text.isEmpty)
  fixture.settings.unavailableValue = -1
  let text = try fixture.text().text
  #expect(text.contains("d=\"unknown\"") && text.hasSuffix("} -1\n"))
  fixture.settings.unavailableValue = .nan
  #expect(try fixture.text().text.hasSuffix(" NaN\n"))
}

@Test func valuesAreLoweredWhereTheFileSaysSo() throws {
  var fixture = Fixture()
  fixture.settings.lowercaseValues = true
  try fixture.add("m", resources: [resource("DB")], values: [(1e300, [])])
  #expect(try fixture.text().text.contains("instance_name=\"db\"} 1e+300\n"))
}

@Test func selfMetricsAreNamedAsPrometheusAdvises() {
  for metric in SelfMetric.all {
    #expect(metric.name == PrometheusName.metric(metric.name) && metric.help.count > 10)
    #expect(metric.labels == metric.labels.sorted(by: >), "\(metric.name)")
    #expect(!metric.name.hasSuffix("_total") && !metric.name.hasSuffix("_count"), "gauges, all of them")
  }
  #expect(Set(SelfMetric.all.map(\.name)).count == SelfMetric.all.count)
}
