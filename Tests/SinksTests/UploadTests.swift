import Formats
import Model
import Testing

@testable import Configuration
@testable import Sinks

private func fixture(_ values: [(Double, [String])?], dimensions: [String] = []) throws -> Fixture {
  var fixture = Fixture()
  try fixture.add(
    "azure cpu", labels: [("Geo/x", "a\"b")], dimensions: dimensions,
    resources: values.indices.map { resource("db\($0)", labels: [("server", "srv")]) }, values: values)
  return fixture
}

@Test func otlpIsALineOfOneDocument() throws {
  let fixture = try fixture([(12.5, ["GET"]), nil], dimensions: ["ApiName"])
  let points = fixture.points()
  let text = try fixture.text {
    try OTLPDocument(points, labels: LabelShapes(points.plan), version: "1").write(to: $0)
  }
  #expect(
    text == #"""
      {"resourceMetrics":[{"resource":{"attributes":[{"key":"cloud.provider","value":{"stringValue":"azure"}},\#
      {"key":"cloud.account.id","value":{"stringValue":"S"}},\#
      {"key":"cloud.resource_id","value":{"stringValue":"/s/db0"}},\#
      {"key":"azure.resource_group.name","value":{"stringValue":"G"}},\#
      {"key":"service.name","value":{"stringValue":"swath"}}]},"scopeMetrics":[{"scope":{"name":"swath","version":"1"},\#
      "metrics":[{"name":"azure cpu","description":"h","gauge":{"dataPoints":[{"attributes":[\#
      {"key":"ApiName","value":{"stringValue":"GET"}},{"key":"Geo/x","value":{"stringValue":"a\"b"}},\#
      {"key":"instance_name","value":{"stringValue":"db0"}},{"key":"resource_group","value":{"stringValue":"G"}},\#
      {"key":"resource_uri","value":{"stringValue":"s/db0"}},{"key":"server","value":{"stringValue":"srv"}},\#
      {"key":"subscription_id","value":{"stringValue":"S"}},{"key":"tenant_id","value":{"stringValue":"T"}}],\#
      "timeUnixNano":"60000000000","asDouble":12.5}]}}]}]}]}

      """#)
}

@Test func onlyNewPointsAreUploaded() throws {
  let fixture = try fixture([(1, []), (2, [])])
  let points = fixture.points(earlier: [(1, 0, 7)], horizons: [0: 120, 1: 0])
  let text = try fixture.text {
    try StatsDLines(points, labels: LabelShapes(points.plan), settings: .init()).write(to: $0)
  }
  #expect(text == "azure_cpu:2|g\n", "the first was shown before")
  let settings = RuntimeSettings.StatuspageSettings(
    pageID: "p",
    mappings: [.init(id: "sys", metric: "azure cpu", position: SourcePosition(file: "", line: 1, column: 1))],
    position: SourcePosition(file: "", line: 1, column: 1))
  let page = try fixture.text {
    try StatuspageDocument(points, labels: LabelShapes(points.plan), settings: settings).write(to: $0)
  }
  #expect(page == #"{"data":{"sys":[{"timestamp":0,"value":7},{"timestamp":60,"value":2}]}}"# + "\n")
  let nothing = fixture.points(horizons: [0: 120, 1: 120])
  #expect(
    try fixture.text {
      try StatuspageDocument(nothing, labels: LabelShapes(nothing.plan), settings: settings).write(to: $0)
    }.isEmpty)
  #expect(
    try fixture.text { try OTLPDocument(nothing, labels: LabelShapes(nothing.plan), version: "").write(to: $0) }.isEmpty
  )
}

@Test(arguments: [("promitor", "promitor.azure_cpu"), ("promitor.", "promitor.azure_cpu"), ("a b.", "a_b.azure_cpu")])
func aNegativeGaugeIsSetToZeroFirst(prefix: String, name: String) throws {
  let fixture = try fixture([(-2.5, [])])
  let points = fixture.points()
  let text = try fixture.text {
    try StatsDLines(points, labels: LabelShapes(points.plan), settings: .init(prefix: prefix)).write(to: $0)
  }
  #expect(text == "\(name):0|g\n\(name):-2.5|g\n")
}

@Test(arguments: [(false, "p.azure_cpu"), (true, "p..azure_cpu")])
func dogStatsDHasLabelsAsTags(keepsDots: Bool, name: String) throws {
  let fixture = try fixture([(-2.5, [""]), (1, ["a|b,#c:d"])], dimensions: ["Api:Name"])
  let points = fixture.points()
  var settings = RuntimeSettings.StatsDSettings(prefix: "p.")
  (settings.hasTags, settings.keepsPrefixDots) = (true, keepsDots)
  let text = try fixture.text {
    try StatsDLines(points, labels: LabelShapes(points.plan), settings: settings).write(to: $0)
  }
  func tags(_ resource: String) -> String {
    #"Geo/x:a"b,instance_name:\#(resource),resource_group:G,resource_uri:s/\#(resource),server:srv,subscription_id:S,"#
      + "tenant_id:T"
  }
  #expect(
    text == "\(name):0|g|#\(tags("db0"))\n\(name):-2.5|g|#\(tags("db0"))\n"
      + "\(name):1|g|#Api_Name:a_b__c:d,\(tags("db1"))\n")
}

@Test(arguments: [(2.5, "3"), (-0.4, "0"), (1e300, "")])
func genevaTakesWholeNumbers(value: Double, shown: String) throws {
  let fixture = try fixture([(value, [])])
  let points = fixture.points()
  let text = try fixture.text {
    try StatsDLines(
      points, labels: LabelShapes(points.plan), settings: .init(geneva: .init(account: "A", namespace: "N"))
    ).write(to: $0)
  }
  let bucket =
    #"{"Account":"A","Namespace":"N","Metric":"azure cpu","Dims":{"Geo/x":"a\"b","instance_name":"db0","#
    + #""resource_group":"G","resource_uri":"s/db0","server":"srv","subscription_id":"S","tenant_id":"T"}}"#
  #expect(text == (shown.isEmpty ? "" : "\(bucket):\(shown)|g\n"))
}

@Test func aLongDocumentIsSeveralLines() throws {
  var fixture = Fixture()
  try fixture.add(
    "m", resources: (0..<3000).map { resource("db\($0)") }, values: (0..<3000).map { (Double($0), []) })
  let points = fixture.points()
  let text = try fixture.text { try OTLPDocument(points, labels: LabelShapes(points.plan), version: "1").write(to: $0) }
  let lines = text.split(separator: "\n")
  #expect(lines.count > 1 && lines.allSatisfy { $0.utf8.count < 900_000 })
  var values: [Double] = []
  for line in lines {
    for resource in try JSONValue(Array(line.utf8))["resourceMetrics"]?.array ?? [] {
      let metric = resource["scopeMetrics"]?.array?[0]["metrics"]?.array?[0]
      for point in metric?["gauge"]?["dataPoints"]?.array ?? [] {
        if case .number(let value)? = point["asDouble"] { values.append(value) }
      }
    }
  }
  #expect(values == (0..<3000).map(Double.init))
}
