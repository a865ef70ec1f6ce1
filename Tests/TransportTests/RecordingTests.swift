import Formats
import Foundation
import System
import Testing

@testable import Transport

/// A folder of recordings that goes away with its test.
private final class Folder {
  let url = FileManager.default.temporaryDirectory.appending(path: "recordings-\(UUID())")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, _ name: String) throws {
    try text.write(to: url.appending(path: name), atomically: false, encoding: .utf8)
  }

  var texts: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
        .map { try String(contentsOf: $0, encoding: .utf8) }
    }
  }

  func ask(_ request: HTTPRequest) throws -> Exchange {
    let wire = try ReplayWire(url.path)
    wire.start(Exchange(request, number: 1, receiver: BodyBuffer()), timeout: 1)
    return try #require(wire.wait(0).first)
  }
}

private func get(_ url: String) -> HTTPRequest { HTTPRequest(.get, url, api: .metrics, quota: "q") }

private func post(_ url: String, _ body: String) -> HTTPRequest {
  HTTPRequest(.post, url, body: Array(body.utf8), api: .getBatch, quota: "q")
}

/// A wire that answers everything by what a test says.
private final class AnsweringWire: Wire {
  let needsSignIn = false
  private var ended: [Exchange] = []
  private let answer: (HTTPRequest) -> (headers: [(name: String, value: String)], body: String)

  init(_ answer: @escaping (HTTPRequest) -> (headers: [(name: String, value: String)], body: String)) {
    self.answer = answer
  }

  func start(_ exchange: Exchange, timeout seconds: Double) {
    exchange.response.status = 200
    let (headers, body) = answer(exchange.request)
    exchange.response.headers = headers
    _ = exchange.receiver.receive(Array(body.utf8).span)
    ended.append(exchange)
  }

  func wait(_ seconds: Double) -> [Exchange] {
    defer { ended = [] }
    return ended
  }

  func cancelAll() -> [Exchange] { wait(0) }
}

@Suite struct RecordingTests {
  @Test func membersMayStandInAnyOrder() throws {
    let folder = try Folder()
    try folder.write(
      """
      {"request": {"method": "POST", "uri": "https://a.example/x/y?b=2&a=1%2F3", "body": {"p": {"r": 1, "q": [1, 2]}, "o": 2}},
       "response": {"status": 200, "body": {"n": 7}}}
      """, "one.json")
    let exchange = try folder.ask(post("http://127.0.0.1:80/x/y?a=1/3&b=2", #"{"o":2,"p":{"q":[1,2],"r":1}}"#))
    #expect(exchange.failure == nil && exchange.response.status == 200)
    let other = try folder.ask(post("http://127.0.0.1:80/x/y?a=1/3&b=2", #"{"o":2,"p":{"q":[2,1],"r":1}}"#))
    #expect(other.failure != nil, "the order of elements counts")
  }

  @Test func aMissingRecordingIsToldBesideTheNearest() throws {
    let folder = try Folder()
    func record(_ uri: String, _ name: String) throws {
      try folder.write(#"{"request": {"uri": "\#(uri)"}, "response": {"status": 200}}"#, name)
    }
    try record("https://h/subscriptions/s/vaults/kv?names=a&timespan=1/2&extra=1", "same-path.json")
    try record("https://h/subscriptions/s/vaults/kv?names=b&timespan=3/4&extra=1&more=2", "further.json")
    try record("https://h/subscriptions/s/vaults/other?names=a&timespan=1/3", "other-path.json")
    let asked = try folder.ask(get("https://h/subscriptions/s/vaults/kv?names=a&timespan=1/3"))
    #expect(
      asked.failure
        == .noRecording(
          "none of the 3 recordings is of GET /subscriptions/s/vaults/kv?names=a&timespan=1/3; the nearest, "
            + "same-path.json, differs in extra (recorded only), timespan (asked '1/3', recorded '1/2')"))
    let moved = try folder.ask(get("https://h/subscriptions/s/vaults/others?names=a&timespan=1/3"))
    #expect(
      moved.failure
        == .noRecording(
          "none of the 3 recordings is of GET /subscriptions/s/vaults/others?names=a&timespan=1/3; the nearest, "
            + "other-path.json, differs in path (asked '/subscriptions/s/vaults/others', recorded "
            + "'/subscriptions/s/vaults/other')"))
  }

  @Test func membersOfBodiesAreCompared() throws {
    let folder = try Folder()
    try folder.write(
      #"{"request": {"method": "POST", "uri": "https://h/p", "body": {"ids": ["a", "b"], "top": 5}}, "response": {"status": 200}}"#,
      "body.json")
    let exchange = try folder.ask(post("https://h/p", #"{"ids":["a","c"],"top":6,"skip":1}"#))
    guard case .noRecording(let text) = exchange.failure else {
      Issue.record("it is not missed")
      return
    }
    #expect(
      text.hasSuffix(
        "the nearest, body.json, differs in body.ids[1] (asked 'c', recorded 'b'), body.skip (asked only), body.top "
          + "(asked '6', recorded '5')"), "\(text)")
  }

  /// What `jobs/recordings.md` shows is what it says.
  @Test func theDocumentedExamplesAreRecordings() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../jobs/recordings.md")
    let parts = try String(contentsOf: page.standardized, encoding: .utf8).components(separatedBy: "```json\n")
      .dropFirst()
    #expect(parts.count == 7)
    for part in parts {
      let text = try #require(part.components(separatedBy: "```").first)
      let recording = try Recording(Array(text.utf8))
      #expect(try Recording(recording.bytes).key == recording.key)
    }
  }

  @Test func madeUpNamesAreTheSameEverywhere() throws {
    let folder = try Folder()
    let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47", subscription = "0f1e2d3c-0000-4000-8000-00000000abcd"
    let vault = "/subscriptions/\(subscription)/resourceGroups/Prod-RG/providers/Microsoft.KeyVault/vaults/secret-vault"
    let wire = AnsweringWire { request in
      switch request.api {
      case .resourceGraph:
        (
          [("x-ms-operation-identifier", "tenantId=\(tenant)")],
          #"{"data":[{"id":"\#(vault)","resourceGroup":"prod-rg","location":"prod-rg","#
            + #""tags":{"owner":"Eva Secret","none":null}}],"$skipToken":"c2VjcmV0"}"#
        )
      default:
        (
          [("content-type", "application/json")],
          #"{"value":[{"id":"\#(vault)/providers/Microsoft.Insights/metrics/vaults","type":"Microsoft.Insights/metrics","#
            + #""name":{"value":"vaults"},"errorMessage":"The Resource 'Microsoft.KeyVault/vaults/SECRET-vault' in prod-rg."}]}"#
        )
      }
    }
    let recorder = try RecordingWire(wire, into: folder.url.path, isAnonymised: true)
    var query = post(
      "https://management.azure.com/providers/Microsoft.ResourceGraph/resources?api-version=1",
      #"{"subscriptions":["\#(subscription)"],"query":"Resources | where type =~ 'microsoft.keyvault/vaults' and resourceGroup =~ 'Prod-RG'","#
        + #""options":{"$skipToken":"c2VjcmV0"}}"#)
    query.api = .resourceGraph
    var signIn = post("https://login.example/contoso.example/oauth2/v2.0/token", "secret")
    signIn.isConfidential = true
    let metrics = get("https://management.azure.com\(vault)/providers/Microsoft.Insights/metrics?metricnames=vaults")
    // A resource that is named like a type.
    let odd = get("https://management.azure.com/subscriptions/\(subscription)/providers/Microsoft.Web/sites/vaults")
    for (number, request) in [signIn, metrics, query, odd].enumerated() {
      recorder.start(Exchange(request, number: number, receiver: BodyBuffer()), timeout: 1)
    }
    #expect(recorder.wait(0).count == 4)
    #expect(try folder.texts.isEmpty, "nothing is written before every name is known")
    try recorder.finish()
    let texts = try folder.texts
    #expect(texts.count == 3)
    let all = texts.joined()
    for secret in [
      tenant, subscription, "prod-rg\",", "Prod-RG", "secret-vault", "SECRET-vault", "c2VjcmV0", "contoso",
      "Eva Secret",
    ] {
      #expect(!all.contains(secret) || secret == "prod-rg\",", "\(secret)")
    }
    // The place keeps its name, though a group has the same.
    #expect(all.contains(#""location": "prod-rg""#))
    #expect(all.contains("'microsoft.keyvault/vaults' and resourceGroup =~ 'name-2'"))
    let made =
      "/subscriptions/a0000000-0000-4000-8000-000000000001/resourceGroups/name-2/providers/Microsoft.KeyVault/vaults/name-3"
    #expect(all.contains("https://management.azure.com\(made)/providers/Microsoft.Insights/metrics?metricnames=vaults"))
    #expect(all.contains("\"\(made)/providers/Microsoft.Insights/metrics/vaults\""))
    #expect(all.contains("Microsoft.Web/sites/name-4"))
    #expect(all.contains(#""owner": "tag""#), "which tags there are stays")
    #expect(all.contains("tenantId=a0000000-0000-4000-8000-000000000002"))
    #expect(all.contains(#""$skipToken": "token-1""#))
    let asked = try folder.ask(
      get("https://management.azure.com\(made)/providers/Microsoft.Insights/metrics?metricnames=vaults"))
    #expect(asked.failure == nil)
  }

  @Test func namesOfSubscriptionsAreMadeUp() throws {
    let folder = try Folder()
    let wire = AnsweringWire { _ in
      ([("content-type", "application/json")], #"{"data":[{"id":"/subscriptions/x","name":"Payroll"}]}"#)
    }
    let recorder = try RecordingWire(wire, into: folder.url.path, isAnonymised: true)
    var query = post("https://management.azure.com/providers/Microsoft.ResourceGraph/resources?api-version=1", "{}")
    query.api = .resourceGraph
    recorder.start(Exchange(query, number: 0, receiver: BodyBuffer()), timeout: 1)
    #expect(recorder.wait(0).count == 1)
    try recorder.finish()
    let text = try folder.texts.joined()
    #expect(!text.contains("Payroll") && text.contains(#""name": "name-"#), "\(text)")
  }
}
