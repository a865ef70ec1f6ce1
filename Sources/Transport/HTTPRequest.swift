package import System

/// One request, complete but for the address of the machine that answers.
package struct HTTPRequest: Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  package var method: Method
  package var url: String
  package var headers: [(name: String, value: String)]
  /// What goes behind `Authorization: Bearer`; nil for none.
  package var token: Secret?
  /// What is put behind the query when the request is sent, and nowhere else; nil for nothing.
  package var secretQuery: Secret?
  /// Headers whose values are secrets.
  package var secretHeaders: [(name: String, value: Secret)] = []
  /// Whether it makes sense in HTTP/2 alone, as gRPC does, also without TLS.
  package var needsHTTP2 = false
  package var body: [UInt8]
  /// Whether the body holds a secret, so that nobody keeps it.
  package var isConfidential: Bool
  /// Which API it calls, for counts and messages.
  package var api: API
  /// What its quota is counted by, such as one subscription's reads: a throttled quota holds its requests back.
  package var quota: String
  /// When it is tried again.
  package var retries = RetryPolicy.Rule.standard
  /// Seconds that making a connection may take.
  package var connectSeconds = 10.0
  /// Whether it goes straight to its host, whatever proxy is set.
  package var isDirect = false
  /// A program to run in place of sending anything: what it prints is the answer's body; nil for a real request.
  package var command: ChildCommand?

  package init(
    _ method: Method = .get, _ url: String, headers: [(name: String, value: String)] = [], token: Secret? = nil,
    body: [UInt8] = [], isConfidential: Bool = false, api: API, quota: String
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.token = token
    self.body = body
    self.isConfidential = isConfidential
    self.api = api
    self.quota = quota
  }

  /// The host that is asked, with its port.
  package var host: String {
    let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
    return String(url[start...].prefix { $0 != "/" && $0 != "?" })
  }

  /// The APIs that Swath calls, as its self metrics name them.
  package enum API: String, CaseIterable, Sendable {
    case token, resourceGraph = "resource-graph", metrics, subscriptionMetrics = "subscription-metrics"
    case getBatch = "get-batch", definitions
    case logs = "log-analytics", storageQueue = "storage-queue"
    case discoveryAgent = "discovery-agent"
    case openTelemetry = "otlp", statuspage

    /// Those that passes call; the others are receivers of uploads.
    package static let ofPasses = allCases.filter { $0 != .openTelemetry && $0 != .statuspage }
  }
}
