internal import Formats
package import System
package import Transport

/// A page of Atlassian Statuspage.
///
/// Source: `POST /pages/{page_id}/metrics/data` and `GET /pages/{page_id}/metrics` of the Statuspage API.
package struct StatuspageReceiver: HTTPReceiver {
  package static let address = "https://api.statuspage.io/v1"
  private let url: String
  private let key: Secret
  private let metricIDs: [String]

  /// - `address`: of the API, without a slash at its end.
  /// - `metricIDs`: of the metrics that are shown.
  package init(address: String, pageID: String, key: Secret, metricIDs: [String] = []) {
    url = "\(address)/pages/\(PercentEncoding.encoded(pageID))/metrics"
    self.key = Secret("OAuth \(key.reveal())")
    self.metricIDs = metricIDs
  }

  package var output: Outbox.Output { .statuspage }

  package var hasSlots: Bool { true }

  /// A file is a request.
  package func bodies(_ content: [UInt8]) -> [ArraySlice<UInt8>] { content.isEmpty ? [] : [content[...]] }

  package func request(_ body: ArraySlice<UInt8>) -> HTTPRequest {
    signed(
      HTTPRequest(
        .post, url + "/data", headers: [("Content-Type", "application/json")], body: Array(body), api: .statuspage,
        quota: "statuspage"))
  }

  /// The list of the page's metrics.
  package func question() -> HTTPRequest { signed(HTTPRequest(.get, url, api: .statuspage, quota: "statuspage")) }

  private func signed(_ request: HTTPRequest) -> HTTPRequest {
    var request = request
    request.secretHeaders = [("Authorization", key)]
    request.retries = .none
    return request
  }

  package func complaint(_ answer: [UInt8]) -> String {
    guard let metrics = (try? JSONValue(answer))?.array else { return "its list of metrics cannot be read" }
    let known = Set(metrics.compactMap { $0["id"]?.string })
    // A page with more metrics than stand in one answer is not complained of.
    let unknown = metricIDs.filter { !known.contains($0) }
    guard !unknown.isEmpty, metrics.count < Self.metricsPerAnswer else { return "" }
    return "the page has no metric \(unknown.joined(separator: ", ")) -- check the ids of systemMetricMapping"
  }

  private static let metricsPerAnswer = 100

  /// Over its rate it says 420 or 429.
  package func receipt(_ exchange: Exchange, now: Int) -> Receipt {
    let response = exchange.response
    if response.isSuccess { return .accepted(rejected: 0, message: "") }
    let reason = Receipt.reason(response)
    switch response.status {
    case 401, 403: return .closed(reason: "\(reason) -- check the API key", isRefusal: true)
    case 404, 405:
      return .closed(reason: "\(reason) -- check pageId and the ids of systemMetricMapping", isRefusal: false)
    case 408, 420, 429, 500...599:
      return .later(reason: reason, wait: response.retryAfter(now: now))
    default: return .refused(reason: reason)
    }
  }
}
