import Catalog
import Formats
import Model
import Planning
import Testing

@testable import Configuration
@testable import Sinks

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
    let type = metric.name.hasSuffix("_total") ? "counter" : metric.name.hasSuffix("_size") ? "histogram" : "gauge"
    #expect("\(metric.type)" == type)
    #expect(!metric.name.hasSuffix("_count"), "summaries have that")
  }
  #expect(Set(SelfMetric.all.map(\.name)).count == SelfMetric.all.count)
}
