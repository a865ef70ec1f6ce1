internal import Formats

/// What came back for a request, without the body of a good answer, which went to the exchange's receiver.
package struct HTTPResponse: Sendable {
  /// The status; 0 where none came.
  package var status = 0
  /// The headers that somebody reads (`isKept`), names lower-cased.
  package var headers: [(name: String, value: String)] = []
  /// The body of an answer outside 2xx, cut at `errorBodyLimit`.
  package var errorBody: [UInt8] = []
  /// Bytes of body received, before decompression.
  package var receivedBytes = 0

  package static let errorBodyLimit = 64 << 10

  package init() {}

  package var isSuccess: Bool { 200..<300 ~= status }

  /// The first header of a name that is given in lower case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }

  /// The seconds that `Retry-After` asks to wait, whether it has a number or a date (RFC 9110 section 10.2.3); nil where
  /// it says neither.
  ///
  /// - `now`: seconds since 1970 UTC.
  package func retryAfter(now: Int) -> Double? {
    guard let text = header("retry-after") else { return nil }
    if let seconds = Double(text), seconds.isFinite, seconds >= 0 { return seconds }
    return Timestamp.seconds(httpDate: text).map { Double(max($0 - now, 0)) }
  }

  /// Whether a header is worth keeping: quotas, waits, redirects, and what helps to find a request again.
  package static func isKept(_ name: String) -> Bool {
    name.hasPrefix("x-ms-") || name == "retry-after" || name == "retry-after-ms" || name == "content-type"
      || name == "www-authenticate" || name == "location" || name.hasPrefix("grpc-")
  }
}
