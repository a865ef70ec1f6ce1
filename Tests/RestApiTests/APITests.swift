import Configuration
import Formats
import Foundation
import Model
import RestApi
import Snapshot
import Testing

struct APITests {
  private static let now = 1_795_521_630
  private static let declaration = """
    version: v1
    azureMetadata:
      tenantId: 11111111-1111-1111-1111-111111111111
      subscriptionId: 22222222-2222-2222-2222-222222222222
      resourceGroupName: group
    metricDefaults:
      aggregation: {interval: 00:05:00}
      scraping: {schedule: "*/5 * * * *"}
    metrics:
      - name: messages
        description: "Messages <waiting> & \\"more\\""
        resourceType: StorageQueue
        labels: {team: core}
        azureMetricConfiguration: {metricName: MessageCount, aggregation: {type: Total}}
        resources:
          - {accountName: account, queueName: queue, sasToken: {rawValue: "?sv=top-secret"}}
          - {accountName: account, queueName: other, sasToken: {environmentVariable: QUEUE_TOKEN}}
      - name: runs
        description: Runs
        resourceType: LogicApp
        azureMetricConfiguration: {metricName: RunsStarted, limit: 10, dimension: {name: x}, aggregation: {type: Total}}
        resourceDiscoveryGroups: [{name: apps}]
    """
  private static let discovery = """
    version: v1
    azureLandscape:
      tenantId: 11111111-1111-1111-1111-111111111111
      subscriptions: [22222222-2222-2222-2222-222222222222]
    resourceDiscoveryGroups:
      - name: apps
        type: LogicApp
        criteria: {include: {regions: [westeurope], tags: {"app<": "a|b"}}}
      - name: never
        type: KeyVault
    """
  private static let runtime = """
    server: {httpPort: 8888}
    metricSinks:
      prometheusScrapingEndpoint: {baseUriPath: /prom/Text}
      openTelemetryCollector: {collectorUri: "https://collector:4318"}
    telemetry: {applicationInsights: {instrumentationKey: top-secret}}
    """

  private static func found(_ number: Int) -> FoundResource {
    FoundResource(
      id:
        "subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/rg/providers/Microsoft.Logic/workflows/wf\(number)",
      resourceGroup: "rg", region: "westeurope")
  }

  private func source(hasSnapshot: Bool = true) throws -> API.Source {
    var diagnostics = Diagnostics()
    let settings = RuntimeSettings.read(
      Array(Self.runtime.utf8), file: "runtime.yaml", environment: [:], diagnostics: &diagnostics)
    let declaration = MetricsDeclaration.read(
      Array(Self.declaration.utf8), file: "metrics.yaml", diagnostics: &diagnostics)
    let discovery = DiscoveryDeclaration.read(
      Array(Self.discovery.utf8), file: "discovery.yaml", diagnostics: &diagnostics)
    #expect(!diagnostics.hasErrors, "\(diagnostics.rendered(color: false))")
    let (metrics, groups) = (try #require(declaration), try #require(discovery))
    var source = API.Source(settings: settings, now: Self.now, version: "1.2.3", zone: .utc)
    source.runtime = { RuntimeSettings.document(Array(Self.runtime.utf8), environment: [:]) }
    source.declarations = { [metrics] }
    source.discovery = { groups }
    guard hasSnapshot else { return source }
    var content = SnapshotContent(takenAt: (Self.now - 60) * 1_000_000, isFrozen: false)
    content.metrics = [.init(name: "<script>alert(1)</script>", fingerprint: "", lastAttempt: Self.now - 60)]
    content.groups = [
      FoundGroup(
        name: "apps", fingerprint: API.fingerprint(of: groups.groups[0], groups), foundAt: Self.now - 90, resources: [])
    ]
    content.metrics[0].figures = MetricFigures([12, 2, Self.now - 500, 600, 1234]) ?? MetricFigures()
    content.passes = (0..<5).compactMap { number in
      let start = Self.now - 60 - 60 * (number < 2 ? 9 - number : 4 - number)
      return PassFigures([start, 900 + 100 * number, 12, 8 + number, number > 2 ? 2 : 0, 10, 20, number])
    }
    content.digest.pace = 60
    content.digest.notes = ["sign-in to tenant <t>: AADSTS7000222: the key is too old"]
    content.digest.troubles = [
      .init(metric: "<script>", outcome: .forbidden, series: 2, code: "AuthorizationFailed", text: "not \"allowed\"")
    ]
    content.digest.quotas = [.init(subscription: "s<1>", name: "subscription-reads", left: 11_998)]
    content.calls = [.init(api: "monitor", planned: 2, made: 1234)]
    let head = API.Head(content: content, targets: 12, groupSizes: ["apps": 3])
    source.head = { head }
    source.found = { _, range in range.map(Self.found) }
    source.uploads = { [.init(output: "otlp", files: 3, oldest: Self.now - 180, reason: "HTTP 503: <no>")] }
    source.selfMetrics = { Stored(text: "self 1\n") }
    return source
  }

  private func get(
    _ path: String, _ query: [(name: String, value: String)] = [], agent: API.Agent = .both, method: String = "GET",
    headers: [(name: String, value: String)] = [], hasSnapshot: Bool = true
  ) throws -> APIAnswer {
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return API(agent, try source(hasSnapshot: hasSnapshot)).answer(
      APIRequest(method: method, path: parts, query: query, headers: headers), id: "id")
  }

  private func text(_ answer: APIAnswer) -> String {
    String(decoding: answer.body, as: UTF8.self) + answer.stored.compactMap { ($0 as? Stored)?.text }.joined()
  }

  private struct Stored: StoredText {
    var text: String
    var count: Int { text.utf8.count }
    func send() {}
  }

  private static let goldens = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  @Test(
    arguments: [
      ("/api/v1/health", "health.json"), ("/api/v1/system", "system.json"),
      ("/api/v1/configuration/metric-declaration", "metric-declaration.json"),
      ("/api/v1/configuration/runtime", "runtime.json"), ("/api/v1/resources/groups", "groups.json"),
      ("/api/v1/resources/groups/APPS/discover", "discover-v1.json"),
      ("/api/v2/resources/groups/apps/discover", "discover-v2.json"), ("/api/v1/docs.json", "docs.json"),
      ("/api/docs", "docs.html"), ("/", "status.html"),
    ]) func bodiesAreAsTheyWere(path: String, name: String) throws
  {
    let answer = try get(path)
    // One of the groups was never discovered, which is not well.
    #expect(answer.status == (name == "health.json" ? 503 : 200))
    #expect(!text(answer).contains("top-secret") && !text(answer).contains("<script"))
    let golden = Self.goldens.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try text(answer).write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("\(name) was written")
    }
    #expect(try text(answer) == String(contentsOf: golden, encoding: .utf8), "\(name)")
  }

  @Test func pagesAreThoseThatAreAskedFor() throws {
    let path = "/api/v2/resources/groups/apps/discover"
    let first = try JSONValue(get(path, [("pageSize", "2")]).body)
    #expect(first["Result"]?.array?.count == 2 && first["HasMore"]?.boolean == true)
    let second = try JSONValue(get(path, [("PAGESIZE", "2"), ("currentPage", "2")]).body)
    #expect(second["Result"]?.array?.first?["ResourceName"]?.string == "wf2" && second["HasMore"]?.boolean == false)
    let far = try JSONValue(get(path, [("currentPage", "2147483647")]).body)
    #expect(far["Result"]?.array?.isEmpty == true)
    let old = try get("/api/v1/resources/groups/apps/discover", [("pageSize", "2")])
    #expect(old.headers.contains(.init(name: "X-Paging-Total", value: "3")))
  }

  @Test(
    arguments: [
      [("pageSize", "0")], [("pageSize", "1001")], [("pageSize", "x")], [("pageSize", "")], [("currentPage", "0")],
      [("currentPage", "99999999999999999999")], [("pageSize", "1"), ("pageSize", "1")],
    ]) func aBadPageIsRefused(query: [(String, String)]) throws
  {
    let answer = try get("/api/v2/resources/groups/apps/discover", query.map { (name: $0.0, value: $0.1) })
    #expect(answer.status == 400 && answer.contentType.hasPrefix("application/problem+json"))
  }

  @Test func whatIsNotThereIsTold() throws {
    #expect(try get("/api/v1/nothing").status == 404)
    let unknown = try get("/api/v2/resources/groups/strange/discover")
    #expect(unknown.status == 404 && text(unknown).contains("information"))
    for group in ["apps", "never"] {
      let never = try get("/api/v2/resources/groups/\(group)/discover", hasSnapshot: group == "never")
      #expect(never.status == 503 && never.headers.contains(.init(name: "Retry-After", value: "60")))
    }
    #expect(try get("/", hasSnapshot: false).status == 200)
    #expect(try get("/api/v1/health", hasSnapshot: false).status == 503)
    #expect(try get("/api/v1/health", [("includeDependencies", "False")], hasSnapshot: false).status == 200)
    #expect(try get("/api/v1/health", [("includeDependencies", "perhaps")]).status == 400)
    let post = try get("/api/v1/system", method: "POST")
    #expect(post.status == 405 && post.headers.contains(.init(name: "Allow", value: "GET, HEAD")))
    #expect(try get("/api/v1/system", method: "BREW").status == 501)
    #expect(try get("/API/v1/System/", headers: [("accept", "text/html, application/*;q=0.1")]).status == 200)
    #expect(try get("/api/v1/system", headers: [("accept", "text/html")]).status == 406)
    #expect(try get("/api/v1/system", headers: [("accept", "*/*, application/json;q=0")]).status == 406)
  }

  @Test func eachAgentHasItsOwn() throws {
    #expect(try get("/api/v1/resources/groups", agent: .scraper).status == 404)
    #expect(try get("/api/v1/configuration/runtime", agent: .discovery).status == 404)
    #expect(try text(get("/metrics", agent: .discovery)) == "self 1\n")
    #expect(try get("/prom/text").status == 200)
    #expect(try get("/metrics").status == 404, "the runtime file has it elsewhere")
  }

  @Test func headersAreThoseOfTheAgents() throws {
    let answer = try get("/api/v1/system", headers: [("x-transaction-id", "abc")])
    #expect(answer.headers.contains(.init(name: "X-Version", value: "1.2.3")))
    #expect(answer.headers.contains(.init(name: "X-Transaction-Id", value: "abc")))
    let head = String(decoding: answer.bytes(isHead: true), as: UTF8.self)
    #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n") && head.contains("Connection: close\r\n"))
    #expect(head.contains("Content-Length: \(answer.body.count)\r\n") && head.hasSuffix("\r\n\r\n"))
    let strange = try get("/api/v1/system", headers: [("x-transaction-id", "a\u{e9}")])
    #expect(strange.headers.contains(.init(name: "X-Transaction-Id", value: "id")))
    let docs = try JSONValue(
      get("/api/v1/docs.json", headers: [("x-forwarded-host", "h:1"), ("x-forwarded-prefix", "/p/")]).body)
    #expect(docs["servers"]?.array?.first?["url"]?.string == "http://h:1/p")
  }
}
