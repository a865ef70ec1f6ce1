import Azure
import Formats
import Model
import Testing

private let query = MetricsQuery(
  resource: ResourceID("subscriptions/s/x"), subscriptionID: "s", metrics: ["Ingress", "Egress"],
  aggregations: [AggregationSet(.average), AggregationSet(.total)], interval: 60, window: 0..<60,
  dimensions: ["ApiName", "GeoType"])

private func read(_ text: String, cutAt cut: Int? = nil) throws -> MetricsAnswer {
  let reader = MetricsAnswerReader()
  reader.prepare(for: query)
  let bytes = Array(text.utf8)
  let head = Array(bytes[..<(cut ?? bytes.count)])
  let tail = Array(bytes[(cut ?? bytes.count)...])
  _ = reader.receive(head.span) && reader.receive(tail.span)
  return try reader.finish()
}

private let answer = #"""
  {"cost":1,"timespan":"a/b","interval":"PT1M","value":[
   {"id":"x","type":"Microsoft.Insights/metrics","name":{"value":"egress","localizedValue":"Egress"},"unit":"Bytes",
    "timeseries":[{"metadatavalues":[{"name":{"value":"geotype","localizedValue":"geotype"},"value":"Primary"},
      {"name":{"value":"apiname"},"value":"GetBlob"},{"name":{"value":"other"},"value":"x"}],
      "data":[{"timeStamp":"1970-01-01T00:00:00Z","average":1.5,"minimum":9},{"timeStamp":"1970-01-01T00:01:00Z"},
      {"timeStamp":"1970-01-01T00:02:00Z","average":3,"total":30}]}],"errorCode":"Success"},
   {"errorMessage":"no such sampling","errorCode":"InvalidSamplingType","timeseries":[],"name":{"value":"Ingress"}},
   {"name":{"value":"Unasked"},"timeseries":[{"data":[{"timeStamp":"1970-01-01T00:00:00Z","average":7}],
      "metadatavalues":[]}]}],
   "namespace":"n","resourceregion":"r"}
  """#

@Test func whatWasAskedForIsKept() throws {
  for cut in [nil] + (0...answer.utf8.count).map(Optional.some) {
    let found = try read(answer, cutAt: cut)
    #expect(found.series(metric: 1) == 0..<1 && found.series(metric: 0).isEmpty)
    #expect(Array(found.dimensions(of: 0)) == ["GetBlob", "Primary"], "in the query's order, whatever the answer's")
    #expect(found.value(of: 0, start: 0, .average) == 1.5)
    #expect(found.value(of: 0, start: 60, .average) == nil)
    #expect(found.value(of: 0, start: 120, .total) == 30)
    #expect(found.value(of: 0, start: 0, .minimum) == nil, "nobody asked for it")
    #expect(found.error(metric: 1) == nil)
    #expect(found.error(metric: 0)?.code == "InvalidSamplingType")
    #expect(found.error(metric: 0)?.message == "no such sampling")
    #expect(found.count == 3, "points of what nobody asked for are cut away")
  }
}

@Test func aMetricMayComeWithItsNameLast() throws {
  let found = try read(
    #"{"value":[{"timeseries":[{"data":[{"average":2,"timeStamp":"1970-01-01T00:00:00Z"}]}],"name":{"value":"INGRESS"}}]}"#
  )
  #expect(found.value(of: 0, start: 0, .average) == 2)
}

@Test(
  arguments: [
    (#""average":2,"timeStamp":"1970-01-01T00:00:00Z","total":3"#, 2, 3),
    (#""timeStamp":"1970-01-02T00:00:00Z","average":2,"timeStamp":"1970-01-01T00:00:00Z","total":3"#, 2, 3),
    (#""average":2,"total":3"#, nil, nil),
    (#""average":2,"timeStamp":"never","total":3"#, nil, nil),
    (#""timeStamp":"never","average":2,"timeStamp":"1970-01-01T00:00:00Z""#, 2, nil),
    (#""timeStamp":"1970-01-01T00:00:00Z","total":1e999,"average":2"#, 2, nil),
  ] as [(String, Double?, Double?)])
func aPointHasItsLastTimeInAnyOrder(point: String, average: Double?, total: Double?) throws {
  let found = try read(
    #"{"value":[{"name":{"value":"Ingress"},"timeseries":[{"data":["#
      + #"{"timeStamp":"1970-01-01T00:01:00Z","average":9},{\#(point)}]}]}]}"#)
  #expect(found.value(of: 0, start: 0, .average) == average)
  #expect(found.value(of: 0, start: 0, .total) == total)
  #expect(found.value(of: 0, start: 60, .average) == 9, "the point before stays as it is")
  #expect(found.count == 1 + (average == nil ? 0 : 1) + (total == nil ? 0 : 1))
}

@Test func oneReaderServesQueriesForOtherNames() throws {
  let reader = MetricsAnswerReader()
  let body = Array(answer.utf8)
  for (metrics, dimensions, values) in [
    (["Egress"], ["ApiName"], ["GetBlob"]), (["Egress"], ["Other", "ApiName"], ["x", "GetBlob"]),
    (["Ingress", "Unasked", "Egress"], [], []), (["Egress"], ["Nowhere"], [""]),
  ] as [([String], [String], [String])] {
    var other = query
    (other.metrics, other.dimensions) = (metrics, dimensions)
    reader.prepare(for: other)
    let isTaken = reader.receive(body.span)
    #expect(isTaken)
    let found = try reader.finish()
    let series = found.series(metric: metrics.count - 1)
    #expect(series.count == 1 && Array(found.dimensions(of: series.lowerBound)) == values)
  }
}

@Test(arguments: ["", "[]", "{}", "{\"value\":null}", "{\"value\":[", "{\"value\":[]}x", "<html>", "\"{}\""])
func whatIsNoAnswerIsRefused(text: String) {
  #expect(throws: JSONError.self) { try read(text) }
}

@Test func anAnswerInAStringIsReadToo() throws {
  var wrapped: [UInt8] = []
  wrapped.append(json: answer)
  #expect(try read(String(decoding: wrapped, as: UTF8.self)).value(of: 0, start: 0, .average) == 1.5)
}

@Test func oddShapesAreNoValues() throws {
  let found = try read(
    #"""
    {"value":[{"name":{"value":"Ingress"},"timeseries":[{"metadatavalues":null,"data":[
      {"timeStamp":"soon","average":1},{"average":2},{"timeStamp":"1970-01-01T00:00:00Z","average":null},
      {"timeStamp":"1970-01-01T00:00:00Z","average":"4"},{"timeStamp":"1970-01-01T00:00:00Z","average":1e999},[1],3,
      {"timeStamp":"1970-01-01T00:01:00Z","average":5}]}]},7,null,["x"]]}
    """#)
  #expect(found.count == 1 && found.value(of: 0, start: 60, .average) == 5)
}

@Test func aReaderServesOneAnswerAfterTheOther() throws {
  let reader = MetricsAnswerReader()
  for text in [answer, "{\"value\":[{", answer] {
    reader.prepare(for: query)
    let bytes = Array(text.utf8)
    _ = reader.receive(bytes.span)
    if text == answer {
      #expect(try reader.finish().count == 3)
    } else {
      #expect(throws: JSONError.self) { try reader.finish() }
    }
  }
}

@Test func theAnswerOfASubscriptionIsPartedByResource() throws {
  let ids = ["a", "b"].map { ResourceID("subscriptions/s/resourceGroups/g/providers/P/t/\($0)") }
  var query = MetricsQuery(
    resource: ids[0], subscriptionID: "s", metrics: ["M"], aggregations: [AggregationSet(.total)], interval: 300,
    window: 1_795_521_300..<1_795_521_600, dimensions: ["d"], top: 2)
  query.resources = ids
  query.batch = MetricsQuery.Batch(region: "r", namespace: "p/t", api: .subscription)
  let reader = MetricsAnswerReader()
  reader.prepare(for: query)
  reader.restart()
  func series(_ resource: String, _ dimension: String, _ value: Int) -> String {
    """
    {"metadatavalues":[{"name":{"value":"d"},"value":"\(dimension)"},\
    {"value":"/SUBSCRIPTIONS/s/resourcegroups/g/providers/P/t/\(resource)","name":{"value":"microsoft.resourceid"}}],\
    "data":[{"timeStamp":"2026-11-24T11:55:00Z","total":\(value)}]}
    """
  }
  // In no order, with a resource that nobody asked for, and with more series than the limit.
  let all = [
    series("b", "x", 1), series("a", "x", 2), series("other", "x", 3), series("b", "y", 4), series("a", "y", 5),
    series("b", "z", 6),
  ]
  let body = "{\"value\":[{\"name\":{\"value\":\"m\"},\"timeseries\":[\(all.joined(separator: ","))]}]}"
  let bytes = Array(body.utf8)
  _ = reader.receive(bytes.span)
  let answer = try reader.finish()
  func values(_ resource: Int) -> [String] {
    answer.series(metric: 0, resource: resource).map { series in
      "\(answer.dimensions(of: series)[answer.dimensions(of: series).startIndex])="
        + "\(answer.value(of: series, start: 1_795_521_300, .total) ?? -1)"
    }
  }
  #expect(values(0) == ["x=2.0", "y=5.0"] && values(1) == ["x=1.0", "y=4.0"])
  #expect(answer.has(resource: 0) && answer.has(resource: 1))
}
