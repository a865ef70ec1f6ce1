internal import Formats

/// One answer.
package struct APIAnswer: Sendable {
  package var status: Int
  package var contentType: String
  /// Fields beside those that every answer has.
  package var headers: [Header] = []
  package var body: [UInt8]
  /// What follows the body, and is handed on as it lies there.
  package var stored: [any StoredText] = []

  package struct Header: Equatable, Sendable {
    package var name, value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(_ status: Int, _ contentType: String, _ body: [UInt8]) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }

  /// A document.
  init(_ status: Int, _ document: JSONValue, contentType: String = "application/json; charset=utf-8") {
    var bytes: [UInt8] = []
    bytes.append(indented: document)
    bytes.append(UInt8(ascii: "\n"))
    self.init(status, contentType, bytes)
  }

  /// What is wrong with a request, as RFC 9457 has it.
  package static func problem(_ status: Int, _ detail: String) -> APIAnswer {
    APIAnswer(
      status,
      .object([
        .init("type", .string("about:blank")), .init("title", .string(reason(status))),
        .init("status", .number(Double(status))), .init("detail", .string(detail)),
      ]), contentType: "application/problem+json; charset=utf-8")
  }

  func with(_ name: String, _ value: String) -> APIAnswer {
    var answer = self
    answer.headers.append(Header(name: name, value: value))
    return answer
  }

  /// The bytes of the answer before what is stored; without the body where the request was HEAD.
  package func bytes(isHead: Bool) -> [UInt8] {
    let length = stored.reduce(body.count) { $0 + $1.count }
    var head = "HTTP/1.1 \(status) \(Self.reason(status))\r\n"
    let fixed = [
      Header(name: "Content-Type", value: contentType), Header(name: "Content-Length", value: "\(length)"),
      Header(name: "Cache-Control", value: "no-store"), Header(name: "X-Content-Type-Options", value: "nosniff"),
      Header(name: "Connection", value: "close"),
    ]
    for header in headers + fixed { head += "\(header.name): \(header.value)\r\n" }
    return Array("\(head)\r\n".utf8) + (isHead ? [] : body)
  }

  /// Sends the answer; where the request was HEAD, all but its body.
  ///
  /// - `send`: sends bytes before it returns.
  package func send(isHead: Bool, _ send: ([UInt8]) throws -> Void) throws {
    try send(bytes(isHead: isHead))
    if isHead { return }
    for text in stored { try text.send() }
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 400: "Bad Request"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 406: "Not Acceptable"
    case 408: "Request Timeout"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 431: "Request Header Fields Too Large"
    case 501: "Not Implemented"
    case 503: "Service Unavailable"
    case 505: "HTTP Version Not Supported"
    default: "Internal Server Error"
    }
  }
}

/// A text that may be too long to be read before it is sent, such as that of a million series.
package protocol StoredText: Sendable {
  /// Its length in bytes.
  var count: Int { get }
  /// Sends all of it to where the answer goes.
  func send() throws
}
