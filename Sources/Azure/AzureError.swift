internal import Formats
internal import Model
package import Transport

/// What an answer outside 2xx says, in whichever of Azure's shapes it says it.
package struct AzureError: Error, Equatable, Sendable, CustomStringConvertible {
  package let status: Int
  /// Azure's code, such as `AuthorizationFailed`; where it gives none, `HTTP 502`.
  package let code: String
  package let message: String

  package init(status: Int, code: String, message: String) {
    self.status = status
    self.code = code
    self.message = message
  }

  /// Reads the body of an answer; it always comes to a code and a message.
  package init(_ response: HTTPResponse) {
    if 300..<400 ~= response.status, let place = response.header("location") {
      let remedy = "redirects are never followed: check the address, and what a proxy in between wants"
      self.init(status: response.status, code: "HTTP \(response.status)", message: "a redirect to \(place); \(remedy)")
      return
    }
    let found = (try? JSONValue(response.errorBody)).flatMap { Self.find(in: $0) } ?? Self.find(inXML: response)
    let text = found?.message ?? Self.plainText(response.errorBody)
    self.init(
      status: response.status, code: found?.code ?? "HTTP \(response.status)",
      message: Self.cut(text.isEmpty ? Self.silence(response.status) : text))
  }

  /// What an answer without a word says by its status.
  private static func silence(_ status: Int) -> String {
    status == 429 || status == 529 ? "the service takes no more requests for now" : "no explanation"
  }

  /// What to do about it; "" where nobody knows.
  package var remedy: String { Self.remedies.first { $0.code == code }.map { " -- \($0.remedy)" } ?? "" }

  private static let remedies = [
    (code: "AuthorizationFailed", remedy: "give the identity the role Monitoring Reader there, or on the subscription"),
    (code: "InvalidAuthenticationTokenAudience", remedy: "check the audiences of azureMetadata.endpoints"),
    (code: "InvalidAuthenticationTokenTenant", remedy: "check azureMetadata.tenantId"),
    (code: "InsufficientAccessError", remedy: "give the identity the role Log Analytics Reader on the workspace"),
    (
      code: "AuthenticationFailed",
      remedy: "where it is a storage queue, make a new shared access signature, for queues and with the right to read"
    ),
    (code: "QueueNotFound", remedy: "check accountName and queueName"),
    (code: "PathNotFoundError", remedy: "check workspaceId and the address of Log Analytics"),
  ]

  /// Whether the answer was in none of Azure's shapes.
  package var isPlain: Bool { code == "HTTP \(status)" }

  package var description: String { "\(code): \(message)" }

  /// Whether Azure refuses the query because it does not know a metric by that name for the resource.
  package var namesUnknownMetric: Bool {
    message.hasPrefix("Failed to find metric configuration") || code == "MetricNotFound"
  }

  /// The name of the metric that Azure does not know, as far as it says it.
  package var unknownMetric: String? {
    guard namesUnknownMetric, let start = message.firstRange(of: ", metric: ")?.upperBound else { return nil }
    let rest = message[start...]
    return String(rest[..<(rest.firstRange(of: ", Valid metrics: ")?.lowerBound ?? rest.endIndex)])
  }

  /// The lower-cased names of the dimensions that a metric can be split by, where Azure refuses another one; nil where
  /// it does not speak of that.
  package var usableDimensions: Set<String>? {
    guard message.contains("does not support requested dimension combination") else { return nil }
    return list(behind: "supported ones are: ", before: ", TraceId").map { Set($0.map(\.asciiLowercased)) }
  }

  /// Whether Azure refuses the length of buckets that was asked for.
  package var refusesGrain: Bool { message.contains("time grain") }

  /// The lengths of buckets that there are, in seconds, where Azure refuses another one; nil where it does not speak of
  /// that.
  package var grains: [Int]? {
    guard refusesGrain,
      let texts = list(behind: "supported ones are: ", before: ", TraceId")
        ?? list(behind: "allowed time grains: ", before: " between metrics")
    else { return nil }
    return texts.compactMap { TimeSpan.seconds($0) ?? ISODuration.seconds($0) }.filter { $0 > 0 }
  }

  /// What the message lists between two texts, or to its end; nil where it does not have the first of them.
  private func list(behind start: String, before end: String) -> [String]? {
    guard let from = message.firstRange(of: start)?.upperBound else { return nil }
    let rest = message[from...]
    let texts = rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)]
    return texts.split(whereSeparator: { ", ".contains($0) }).map { String($0) }
  }

  /// Whether what Azure refuses is a metric, or one of its dimensions or grains, rather than a resource.
  package var namesMetric: Bool {
    namesUnknownMetric || message.hasPrefix("Metric: ") || message.contains("time grain")
  }

  /// The resource manager wraps its errors in `error`; the provider of metrics does not; and some answers outside 2xx
  /// have the shape of good ones, with the error inside a metric. The token endpoint has words of its own.
  private static func find(in body: JSONValue) -> (code: String, message: String)? {
    if let error = body["error"], let code = error["code"]?.string {
      let details = (error["details"]?.array ?? []).compactMap { detail in
        detail["code"]?.string.map { "\($0): \(detail["message"]?.string ?? "")" }
      }
      return (code, ([error["message"]?.string ?? ""] + details).filter { !$0.isEmpty }.joined(separator: "; "))
    }
    // The identity endpoint of App Service.
    if body["statusCode"] != nil, let message = body["message"]?.string {
      return ("HTTP \(body["statusCode"]?.integer ?? 0)", message)
    }
    if let code = body["code"]?.string { return (code, body["message"]?.string ?? "") }
    if let code = body["error"]?.string { return (code, body["error_description"]?.string ?? "") }
    let batched = (body["values"]?.array ?? []).flatMap { $0["value"]?.array ?? [] }
    let metrics = [body] + (body["value"]?.array ?? []) + batched
    for metric in metrics {
      if let code = metric["errorCode"]?.string, code != "Success" {
        return (code, metric["errorMessage"]?.string ?? "")
      }
      if let message = metric["errorMessage"]?.string { return ("MetricError", message) }
    }
    return nil
  }

  /// Storage answers in XML, and says its code in a header too.
  private static func find(inXML response: HTTPResponse) -> (code: String, message: String)? {
    guard response.errorBody.count < 4096 else { return nil }
    let text = String(decoding: response.errorBody, as: UTF8.self)
    guard let code = StorageQueue.element("Code", of: text) ?? response.header("x-ms-error-code") else { return nil }
    return (code, StorageQueue.element("Message", of: text) ?? "")
  }

  /// A body that is no JSON, such as a proxy's page, without its line breaks.
  private static func plainText(_ body: [UInt8]) -> String {
    String(decoding: body.prefix(4096), as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The first line, of a length to be read: unknown metrics come with the names of hundreds of known ones.
  private static func cut(_ message: String) -> String {
    let line = String(message.prefix { !$0.isNewline }).withoutCredentials
    return line.count > 400 ? "\(line.prefix(400))…" : line
  }
}
