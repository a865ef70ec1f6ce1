internal import Formats
package import Model
package import System
package import Transport

/// The queue service of a storage account.
///
/// Source: Azure Storage's Get Queue Metadata and Peek Messages.
package enum StorageQueue {
  /// The first that knows everything which is asked for; later ones answer the same.
  private static let version = "2018-03-28"
  /// One message of 64 KiB, encoded.
  package static let longestAnswer = 256 << 10

  /// The request for what is to be known of a queue. A peek changes nothing.
  ///
  /// - `suffix`: the end of storage host names, such as `core.windows.net`; a loopback address is asked by path and
  ///   without encryption, as Azure's own emulator is.
  /// - `signature`: the shared access signature, with or without a question mark in front.
  package static func request(
    account: String, queue: String, _ metric: Reading.QueueMetric, suffix: String, signature: Secret?
  ) -> HTTPRequest {
    let (account, queue) = (PercentEncoding.encoded(account), PercentEncoding.encoded(queue))
    let isLocal = suffix.hasPrefix("127.") || suffix.hasPrefix("localhost") || suffix.hasPrefix("[::1]")
    var url = isLocal ? "http://\(suffix)/\(account)/\(queue)" : "https://\(account).queue.\(suffix)/\(queue)"
    switch metric {
    case .messageCount: url += "?comp=metadata"
    case .timeSpentInQueue: url += "/messages?peekonly=true&numofmessages=1"
    }
    var request = HTTPRequest(
      .get, url, headers: [("x-ms-version", version)], api: .storageQueue, quota: "queues/\(account)")
    request.secretQuery = signature.map { secret in
      let text = secret.reveal().drop { $0 == "?" || $0 == "&" }
      return Secret(String(text))
    }
    return request
  }

  /// The value of a good answer.
  ///
  /// - `now`: the time of the pass, in seconds since 1970 UTC.
  /// - Throws: `ReadingError` where the answer does not hold it.
  package static func value(
    _ response: HTTPResponse, _ body: [UInt8], _ metric: Reading.QueueMetric, now: Int
  ) throws(ReadingError) -> Double {
    switch metric {
    case .messageCount:
      // Anybody can answer 200; without the mark of the service it is not it that does.
      let marks = ["x-ms-approximate-messages-count", "x-ms-version", "x-ms-request-id"]
      guard marks.contains(where: { response.header($0) != nil }) else {
        throw ReadingError(
          code: "Unreadable",
          text: "the answer is none of the queue service: check the address, and what a proxy in between does")
      }
      let count = response.header("x-ms-approximate-messages-count") ?? "0"
      guard let number = Double(count) else {
        throw ReadingError(code: "Unreadable", text: "the count of messages is '\(count)'")
      }
      return number
    case .timeSpentInQueue:
      let text = String(decoding: body, as: UTF8.self)
      guard text.firstRange(of: "<QueueMessagesList") != nil else {
        throw ReadingError(code: "Unreadable", text: "the answer has no list of messages")
      }
      guard let time = element("InsertionTime", of: text) else { return 0 }
      guard let inserted = Timestamp.seconds(httpDate: time) else {
        throw ReadingError(code: "Unreadable", text: "the time '\(time)' cannot be read")
      }
      return Double(max(now - inserted, 0))
    }
  }

  /// The text of the first element of a name, which holds no others.
  static func element(_ name: String, of xml: String) -> String? {
    guard let open = xml.firstRange(of: "<\(name)>"),
      let close = xml[open.upperBound...].firstRange(of: "</\(name)>")
    else { return nil }
    return String(xml[open.upperBound..<close.lowerBound])
  }
}
