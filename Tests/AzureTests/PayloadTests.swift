import Azure
import Formats
import Foundation
import Model
import Testing
import Transport

/// Real payloads of Azure, where they lie beside the project. They are no part of it, so the tests say when they are
/// not there.
private let payloads: URL? = {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/azure-api")
    .standardized
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

private func files(_ folder: String) -> [URL] {
  guard let payloads else { return [] }
  let found = try? FileManager.default.contentsOfDirectory(
    at: payloads.appending(path: folder), includingPropertiesForKeys: nil)
  return (found ?? []).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
}

private func document(_ file: URL) throws -> JSONValue { try JSONValue(Array(Data(contentsOf: file))) }

private func bytes(_ value: JSONValue) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.append(indented: value)
  return bytes
}

/// The bodies of answers with status 200: of recordings, and of the examples of the specification.
private func goodBodies(_ prefix: String) throws -> [(name: String, body: JSONValue)] {
  var bodies: [(String, JSONValue)] = []
  for file in files("recordings") + files("rest-specs") where file.lastPathComponent.hasPrefix(prefix) {
    let document = try document(file)
    if document["response"]?["status"]?.integer == 200, let body = document["response"]?["body"] {
      bodies.append((file.lastPathComponent, body))
    }
    if let body = document["responses"]?["200"]?["body"] { bodies.append((file.lastPathComponent, body)) }
  }
  return bodies
}

private func text(_ value: JSONValue?) -> [String] {
  (value?.array ?? []).compactMap { $0["name"]?["value"]?.string }
}

@Test(.enabled(if: payloads != nil, "no real payloads lie beside the project"))
func everyMetricsAnswerIsRead() throws {
  let bodies = try goodBodies("metrics-")
  #expect(bodies.count >= 10)
  for (name, body) in bodies {
    // Every metric, dimension and aggregation that the answer has is asked for, so that every number must be found.
    let metrics = text(body["value"])
    let series = (body["value"]?.array ?? []).flatMap { $0["timeseries"]?.array ?? [] }
    let points = series.flatMap { $0["data"]?.array ?? [] }
    let numbers = points.reduce(0) { $0 + ($1.members ?? []).count { $0.value.number != nil } }
    let dimensions = Array(Set(series.flatMap { text($0["metadatavalues"]) })).sorted()
    let reader = MetricsAnswerReader()
    reader.prepare(
      for: MetricsQuery(
        resource: ResourceID("x"), subscriptionID: "s", metrics: metrics, aggregations: AggregationSet(rawValue: 31),
        interval: 60, window: 0..<60, dimensions: dimensions))
    let document = bytes(body)
    let isRead = reader.receive(document.span)
    #expect(isRead, "\(name)")
    let answer = try reader.finish()
    #expect(answer.count == numbers, "\(name)")
    #expect(metrics.indices.reduce(0) { $0 + answer.series(metric: $1).count } == series.count, "\(name)")
    for (index, metric) in (body["value"]?.array ?? []).enumerated() {
      let code = metric["errorCode"]?.string ?? "Success"
      #expect((answer.error(metric: index)?.code ?? "Success") == code, "\(name)")
    }
  }
}

@Test(.enabled(if: payloads != nil, "no real payloads lie beside the project"))
func everyDefinitionIsRead() throws {
  let bodies = try goodBodies("metric-definitions-")
  #expect(bodies.count >= 4)
  for (name, body) in bodies {
    let definitions = try MetricDefinition.all(bytes(body))
    #expect(definitions.count == body["value"]?.array?.count, "\(name)")
    for definition in definitions {
      #expect(!definition.name.isEmpty && !definition.grains.isEmpty && !definition.unit.isEmpty, "\(name)")
      #expect(!definition.aggregations.isEmpty, "\(name) \(definition.name)")
    }
  }
}

@Test(.enabled(if: payloads != nil, "no real payloads lie beside the project"))
func everyErrorHasACodeAndAText() throws {
  let all =
    files("errors") + files("identity").filter { $0.lastPathComponent.contains("-4") }
    + files("recordings").filter {
      // Application Insights is not spoken.
      $0.lastPathComponent.contains("-40") && !$0.lastPathComponent.hasPrefix("appinsights")
    }
  #expect(all.count >= 25)
  for file in all {
    let document = try document(file)
    let whole = document["response"] ?? document
    guard let status = whole["status"]?.integer ?? (whole["body"] == nil ? 501 : nil) else {
      Issue.record("\(file.lastPathComponent) has no status")
      continue
    }
    var response = HTTPResponse()
    response.status = status
    response.errorBody = bytes(whole["body"] ?? whole)
    let error = AzureError(response)
    #expect(!error.code.hasPrefix("HTTP"), "\(file.lastPathComponent): \(error)")
    #expect(error.message.count > 5 && !error.message.contains("\n"), "\(file.lastPathComponent): \(error)")
  }
}

@Test(arguments: [
  (400, #"{"code":"BadRequest","message":"flat"}"#, "BadRequest: flat"),
  (403, #"{"error":{"code":"AuthorizationFailed","message":"wrapped"}}"#, "AuthorizationFailed: wrapped"),
  (400, #"{"error":{"code":"A","message":"m","details":[{"code":"B","message":"n"}]}}"#, "A: m; B: n"),
  (
    401, #"{"error":"invalid_client","error_description":"AADSTS7000215: no\r\nTrace"}"#,
    "invalid_client: AADSTS7000215: no"
  ),
  (501, #"{"values":[{"value":[{"errorCode":"Success"},{"errorCode":"X","errorMessage":"y"}]}]}"#, "X: y"),
  (502, "<html>\n  <b>Bad gateway</b>\n</html>", "HTTP 502: <html> <b>Bad gateway</b> </html>"),
  (500, "", "HTTP 500: no explanation"), (500, "{\"error\":", "HTTP 500: {\"error\":"),
])
func errorsOfEveryShape(status: Int, body: String, text: String) {
  var response = HTTPResponse()
  response.status = status
  response.errorBody = Array(body.utf8)
  #expect("\(AzureError(response))" == text)
}

@Test func definitionsThatAreNoneAreRefused() {
  for text in ["", "{}", "{\"value\":[{}]}", "{\"value\":[{\"name\":\"x\"}]}"] {
    #expect(throws: JSONError.self) { try MetricDefinition.all(Array(text.utf8)) }
  }
}
