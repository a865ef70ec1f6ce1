package import Formats

/// One recorded exchange: a readable JSON file with a `request` (`method`, `uri`, `body`) and a `response` (`status`,
/// `headers`, `body`). A body that is JSON stands as JSON, any other as text. No secret is in it: neither the token
/// nor a sign-in is ever recorded. `jobs/recordings.md` documents it for those who write such files by hand.
package struct Recording: Sendable {
  package var method: String
  package var uri: String
  package var requestBody: JSONValue?
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: JSONValue

  /// What was sent and what came back.
  init(_ request: HTTPRequest, status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
    method = request.method.rawValue
    uri = request.url
    requestBody = request.body.isEmpty ? nil : Self.value(request.body)
    self.status = status
    self.headers = headers
    self.body = Self.value(body)
  }

  /// Reads a file's content.
  /// - Throws: `JSONError` where it is no JSON or no recording.
  package init(_ bytes: [UInt8]) throws(JSONError) {
    let document = try JSONValue(bytes)
    guard let request = document["request"], let uri = request["uri"]?.string,
      let response = document["response"], let status = response["status"]?.integer
    else { throw JSONError(offset: 0, "a recording has a request with a uri, and a response with a status") }
    method = request["method"]?.string ?? "GET"
    self.uri = uri
    requestBody = request["body"]
    self.status = status
    headers = (response["headers"]?.members ?? []).map { ($0.name.lowercased(), $0.value.string ?? "") }
    body = response["body"] ?? .null
  }

  /// The file's content.
  package var bytes: [UInt8] {
    var request: [JSONValue.Member] = [.init("method", .string(method)), .init("uri", .string(uri))]
    if let requestBody { request.append(.init("body", requestBody)) }
    let response: [JSONValue.Member] = [
      .init("status", .number(Double(status))),
      .init("headers", .object(headers.map { .init($0.name, .string($0.value)) })), .init("body", body),
    ]
    var out: [UInt8] = []
    out.append(indented: .object([.init("request", .object(request)), .init("response", .object(response))]))
    out.append(UInt8(ascii: "\n"))
    return out
  }

  /// The bytes of the answer's body.
  var bodyBytes: [UInt8] {
    if case .string(let text) = body { return Array(text.utf8) }
    if case .null = body { return [] }
    var out: [UInt8] = []
    out.append(indented: body)
    return out
  }

  /// What a request and its recording share: method, path, the members of the query in any order, and the body with
  /// its members in any order. The host is none of it, so that a recording serves wherever it is replayed.
  var key: String { Self.key(method: method, url: uri, body: requestBody) }

  static func key(_ request: HTTPRequest) -> String {
    key(method: request.method.rawValue, url: request.url, body: request.body.isEmpty ? nil : value(request.body))
  }

  private static func key(method: String, url: String, body: JSONValue?) -> String {
    let (path, query) = RequestParts.split(url)
    var key = "\(method) \(path)"
    if !query.isEmpty { key += "?" + query.sorted().joined(separator: "&") }
    if let body {
      var text: [UInt8] = []
      text.append(indented: sorted(body))
      key += " " + String(decoding: text, as: UTF8.self)
    }
    return key
  }

  /// A document with the members of its objects in the order of their names.
  private static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): .array(elements.map(sorted))
    case .object(let members):
      .object(members.map { .init($0.name, sorted($0.value)) }.sorted { $0.name < $1.name })
    default: value
    }
  }

  /// The request, to be compared with others.
  var parts: RequestParts { RequestParts(method: method, url: uri, body: requestBody) }

  static func parts(_ request: HTTPRequest) -> RequestParts {
    RequestParts(
      method: request.method.rawValue, url: request.url, body: request.body.isEmpty ? nil : value(request.body))
  }

  private static func value(_ bytes: [UInt8]) -> JSONValue {
    // A top-level string would be taken for a text on the way back, so it stands as the text that it is.
    if let value = try? JSONValue(bytes), value.string == nil { return value }
    return bytes.isEmpty ? .null : .string(String(decoding: bytes, as: UTF8.self))
  }
}
