import Catalog
import Formats
import Model
import Planning
import Testing

@testable import Configuration
@testable import Sinks

private let azureUnits = [
  "Count", "Bytes", "Seconds", "CountPerSecond", "BytesPerSecond", "Percent", "MilliSeconds", "ByteSeconds", "Cores",
  "MilliCores", "NanoCores", "BitsPerSecond",
]

@Test func everyUnitOfAzureHasACode() {
  #expect(Set(azureUnits.map { $0.lowercased() }) == Set(MetricUnits.codes.map(\.azure)))
  #expect(MetricUnits.codes.count == azureUnits.count)
  // None is Azure's word, and none the plain one, of which Prometheus makes a ratio.
  #expect(MetricUnits.codes.allSatisfy { $0.code != "1" && !azureUnits.contains($0.code) })
  let known = Set(MetricCatalog.types.flatMap { MetricCatalog.metrics(of: $0) ?? [] }.map { $0.unit.lowercased() })
  #expect(known.subtracting(MetricUnits.codes.map(\.azure)).subtracting(["unspecified"]).isEmpty)
}

@Test(arguments: [
  ("SqlDatabase", "CPU_percent", Aggregation.average, "%"), ("SqlDatabase", "storage", .maximum, "By"),
  ("SqlDatabase", "storage", .count, "{count}"), ("SqlDatabase", "no such metric", .average, ""),
  ("StorageQueue", "TimeSpentInQueue", .total, "s"), ("LogAnalytics", "", .total, ""),
])
func aUnitIsThatOfTheCatalog(type: String, name: String, aggregation: Aggregation, code: String) throws {
  let type = try #require(ResourceType.named(type))
  var metric = MetricDeclaration(
    name: "m", description: "", type: type, labels: [], azureName: name, aggregation: aggregation, interval: 60,
    dimensions: [], limit: 1, schedule: try CronSchedule("* * * * *"), resources: [], discoveryGroups: [],
    position: SourcePosition(file: "", line: 1, column: 1))
  if type.source == .logs { metric.query = "x | project result" }
  var units = MetricUnits()
  for _ in 0..<2 { #expect(units.code(of: metric, number: 0, armType: type.armTypes.first ?? "") == code) }
}

@Test(arguments: [(false, false), (true, true)]) func openTelemetryHasUnitsWhereTheyAreWanted(isOn: Bool, isThere: Bool)
  throws
{
  var fixture = Fixture()
  let database = Resource(
    type: "SqlDatabase", id: ResourceID("/s/db"), subscriptionID: "S", resourceGroup: "G", name: "db", labels: [],
    armType: "microsoft.sql/servers/databases")
  try fixture.add("cpu", resources: [database], values: [(1, [])])
  fixture.plan.metrics[0].declaration.azureName = "cpu_percent"
  let points = fixture.points()
  let text = try fixture.text {
    try OTLPDocument(points, labels: LabelShapes(points.plan), version: "1", hasUnits: isOn).write(to: $0)
  }
  #expect(text.contains(#""description":"h","unit":"%","gauge":"#) == isThere)
}

@Test func aLargeTextIsTold() {
  #expect(TextfileSize.warning(series: 99_999, file: "f") == nil)
  #expect(TextfileSize.warning(series: 100_000, file: "f.prom")?.hasPrefix("f.prom has 100000 series: ") == true)
}
