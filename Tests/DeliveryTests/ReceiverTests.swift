import Formats
import System
import Testing
import Transport

@testable import Delivery

/// A datagram holds whole lines, and never parts the two of a gauge below zero.
@Test func datagramsHoldWholeLines() {
  var text = ""
  for index in 0..<400 {
    if index.isMultiple(of: 3) { text += "azure.metric_\(index):0|g\n" }
    text += "azure.metric_\(index):\(index.isMultiple(of: 3) ? "-" : "")\(index)|g\n"
  }
  let datagrams = StatsDReceiver.datagrams(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  #expect(datagrams.joined() == text && datagrams.count > 5)
  for datagram in datagrams {
    #expect(datagram.utf8.count <= 1432 && datagram.hasSuffix("\n") && !datagram.hasSuffix(":0|g\n"))
  }
  let tagged = "a:0|g|#x:0\na:-1|g|#x:0\n"
  let filler = String(repeating: "y", count: 1432 - 12 - 5) + ":1|g\n"
  #expect(
    StatsDReceiver.datagrams(Array((filler + tagged).utf8)).map(\.count) == [filler.utf8.count, tagged.utf8.count])
  let long = String(repeating: "x", count: 2000) + ":1|g\n"
  #expect(StatsDReceiver.datagrams(Array(("a:1|g\n" + long + "b:0|g\n").utf8)).count == 3)
}

/// A receiver's buffer takes 92 full datagrams: more at once would be lost.
@Test func datagramsAreSentInBursts() throws {
  let text = Array(String(repeating: String(repeating: "x", count: 1427) + ":1|g\n", count: 100).utf8)
  var (burst, bursts, sent) = (0, [Int](), [UInt8]())
  let count = try StatsDReceiver.send(
    text,
    by: { datagram throws(SystemError) in
      burst += 1
      sent += datagram
    },
    pause: { microseconds in
      #expect(microseconds > 0)
      bursts.append(burst)
      burst = 0
    })
  #expect(count == 100 && sent == text && bursts == [32, 32, 32] && burst == 4)
}

@Test(arguments: [
  ("http://c:4318", OTLPReceiver.Encoding?.none, OTLPReceiver.Encoding.json, "http://c:4318/v1/metrics"),
  ("http://c:4318/", nil, .json, "http://c:4318/v1/metrics"),
  ("https://c/otlp/v1/metrics", nil, .json, "https://c/otlp/v1/metrics"),
  ("http://c:4318", .protobuf, .protobuf, "http://c:4318/v1/metrics"),
  (
    "http://c:4317", nil, .grpc, "http://c:4317/opentelemetry.proto.collector.metrics.v1.MetricsService/Export"
  ),
  (
    "https://c:443/ignored", .grpc, .grpc,
    "https://c:443/opentelemetry.proto.collector.metrics.v1.MetricsService/Export"
  ),
  ("http://c:4317", .json, .json, "http://c:4317/v1/metrics"),
])
func collectorsAreFoundAsTheirUsersHaveThem(
  address: String, asked: OTLPReceiver.Encoding?, encoding: OTLPReceiver.Encoding, url: String
) throws {
  let receiver = OTLPReceiver(address: address, encoding: asked)
  let request = try receiver.request(Array("{\"resourceMetrics\":[]}".utf8)[...])
  #expect(receiver.encoding == encoding && request.url == url && request.needsHTTP2 == (encoding == .grpc))
}

/// The bytes were made by the reference implementation of protobuf.
@Test func pointsInProtobufHaveTheirFieldNumbers() throws {
  let line = """
    {"resourceMetrics":[{"resource":{"attributes":[{"key":"a","value":{"stringValue":"b"}}]},"scopeMetrics":[{"scope":\
    {"name":"swath","version":"1"},"metrics":[{"name":"m","description":"d","gauge":{"dataPoints":[{"attributes":\
    [{"key":"k","value":{"stringValue":""}}],"timeUnixNano":"1795521000000000000","asDouble":-1.5}]}}]}]}]}
    """
  let bytes = try OTLPProtobuf.request(Array(line.utf8))
  let hex = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  #expect(
    hex
      == "0a410a0a0a080a016112030a016212330a0a0a05737761746812013112250a016d1201642a1d0a1b"
      + "190010c11fd6f8ea1821000000000000f8bf3a070a016b12020a00",
    "\(hex)")
}

@Test func answersInProtobufSayWhatWasNotTaken() {
  let answer: [UInt8] = [0x0A, 0x07, 0x08, 0x96, 0x01, 0x12, 0x02, 0x6E, 0x6F]
  #expect(OTLPProtobuf.partialSuccess(answer[...]) == (150, "no"))
  #expect(OTLPProtobuf.partialSuccess([]) == (0, ""))
  for end in answer.indices { _ = OTLPProtobuf.partialSuccess(answer[..<end]) }
}

@Test func aLineIsHalvedBetweenResources() throws {
  func line(_ count: Int) -> [UInt8] {
    let resources = (0..<count).map { "{\"resource\":{\"n\":\"\($0),{\\\"resource\\\":\"},\"scopeMetrics\":[]}" }
    return Array("{\"resourceMetrics\":[\(resources.joined(separator: ","))]}".utf8)
  }
  #expect(OTLPLine.halves(line(1)[...]) == nil)
  for count in 2...9 {
    let halves = try #require(OTLPLine.halves(line(count)[...]))
    let parts = try halves.map { try JSONValue($0)["resourceMetrics"]?.array ?? [] }
    #expect(try parts.flatMap(\.self) == JSONValue(line(count))["resourceMetrics"]?.array)
    #expect(parts.allSatisfy { !$0.isEmpty })
  }
}

@Test func pausesGrowAndReadBack() {
  var state = UploadState()
  var row = UploadState.Row()
  let pauses = (0..<9).map { _ in
    row.fail("why \"so\"", now: 1000, wait: nil)
    return row.notBefore - 1000
  }
  #expect(pauses == [0, 60, 120, 240, 480, 900, 900, 900, 900])
  row.fail("x", now: 1000, wait: 5000)
  #expect(row.notBefore == 6000)
  (row.file, row.settled) = ("f", 3)
  state.outputs["otlp"] = row
  #expect(UploadState(state.text) == state && UploadState(Array("no".utf8)) == UploadState())
  row.succeed()
  #expect(row.notBefore == 0 && row.failures == 0)
}

/// Of each encoding: how it is told that a body is compressed, and where the compressed bytes begin.
@Test(arguments: [
  (OTLPReceiver.Encoding.json, "Content-Encoding", 0), (.protobuf, "Content-Encoding", 0), (.grpc, "grpc-encoding", 5),
])
func bodiesAreCompressed(encoding: OTLPReceiver.Encoding, field: String, start: Int) throws {
  let attributes = (0..<50).map { "{\"key\":\"key-\($0)\",\"value\":{\"stringValue\":\"value\"}}" }
  let line = Array(
    "{\"resourceMetrics\":[{\"resource\":{\"attributes\":[\(attributes.joined(separator: ","))]}}]}".utf8)
  let plain = try OTLPReceiver(address: "http://c", encoding: encoding, compresses: false).request(line[...])
  let receiver = OTLPReceiver(address: "http://c", encoding: encoding)
  let packed = try receiver.request(line[...])
  let content = Array(plain.body.dropFirst(start))
  let expected = Gzip.compressed(content.span)
  #expect(packed.body.suffix(expected.count) == expected[...] && packed.body.count == expected.count + start)
  #expect(packed.headers.first { $0.name == field }?.value == "gzip")
  #expect(!plain.headers.contains { $0.value == "gzip" })
  if encoding == .grpc {
    #expect(plain.body.first == 0 && packed.body.first == 1)
    #expect(packed.body[1..<5].reduce(0) { $0 << 8 | Int($1) } == expected.count)
  }
  let short = try receiver.request(Array("{}".utf8)[...])
  #expect(!short.headers.contains { $0.value == "gzip" })
  #expect(short.body == (start > 0 ? [0, 0, 0, 0, 0] : encoding == .json ? Array("{}".utf8) : []))
}
