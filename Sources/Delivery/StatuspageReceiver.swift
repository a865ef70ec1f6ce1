internal import Formats
package import System
package import Transport

/// A page of Atlassian Statuspage.
///
/// Source: `POST /pages/{page_id}/metrics/data` of the Statuspage API.
package struct StatuspageReceiver: HTTPReceiver {
  package static let address = "https://api.statuspage.io/v1"
  private let url: String
  private let key: Secret

  /// - `address`: of the API, without a slash at its end.
  package init(address: String, pageID: String, key: Secret) {
    url = "\(address)/pages/\(PercentEncoding.encoded(pageID))/metrics/data"
    self.key = Secret("OAuth \(key.reveal())")
  }

  package var output: Outbox.Output { .statuspage }

  package var hasSlots: Bool { true }

  /// A file is a request.
  package func bodies(_ content: [UInt8]) -> [ArraySlice<UInt8>] { content.isEmpty ? [] : [content[...]] }

  package func request(_ body: ArraySlice<UInt8>) -> HTTPRequest {
    var request = HTTPRequest(
      .post, url, headers: [("Content-Type", "application/json")], body: Array(body), api: .statuspage,
      quota: "statuspage")
    request.secretHeaders = [("Authorization", key)]
    request.retries = .none
    return request
  }

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
