internal import NIOCore

/// The faults that are answers (azure-apis 0.3, 3.6, 4 and 9.6).
extension Fault {
  /// The answer of a fault that is one; nil for those that change another answer, or the way in which it comes.
  func answer(_ path: String) -> EmulatedAnswer? {
    switch kind {
    case .status(let status): return Self.answer(status: status, path, wait: retryAfter.flatMap { Int($0) })
    case .html: return Self.page(200)
    case .empty: return EmulatedAnswer(api: "fault")
    case .expired:
      return .wrapped(
        401, "ExpiredAuthenticationToken", "The access token expiry UTC time is in the past.", api: "fault")
    case .redirect:
      var answer = EmulatedAnswer(302, api: "fault")
      answer.headers = [("Location", location)]
      return answer
    default: return nil
    }
  }

  /// What a gateway says that knows nothing of JSON (azure-apis 9.6).
  private static func page(_ status: Int) -> EmulatedAnswer {
    var answer = EmulatedAnswer(status, json: "<html><body>Emulated \(status)</body></html>", api: "fault")
    answer.headers = [("Content-Type", "text/html")]
    return answer
  }

  /// azure-apis 4: the errors of getBatch have a shape of their own.
  private static func batchAnswer(status: Int) -> EmulatedAnswer? {
    switch status {
    case 400: GetBatchRules.refusal(status, "BadRequest", "Emulated bad request.")
    case 401: GetBatchRules.refusal(status, "InvalidAuthenticationToken", "The access token is invalid.")
    case 403: GetBatchRules.refusal(status, "AuthorizationFailed", "The client has no role in this subscription.")
    case 500: GetBatchRules.refusal(status, "InternalServerError", "Detected Internal Error.")
    case 501:
      // azure-apis 0.3: shaped as if it were metrics.
      EmulatedAnswer(
        status,
        json: "{\"values\":[{\"value\":[{\"timeseries\":[],\"errorCode\":\"NotImplemented\","
          + "\"errorMessage\":\"Emulated: the backend cannot serve this.\"}]}]}", api: "fault")
    default: nil
    }
  }

  /// The answer of a fault that is a status.
  ///
  /// - `wait`: seconds, where the quota of Resource Graph is to be whole again sooner or later than it is.
  private static func answer(status: Int, _ path: String, wait: Int?) -> EmulatedAnswer {
    if path.lowercased().hasSuffix("/metrics:getbatch"), let answer = batchAnswer(status: status) {
      var answer = answer
      answer.api = "fault"
      return answer
    }
    if status == 429, path.lowercased().hasSuffix("/providers/microsoft.resourcegraph/resources") {  // azure-apis 2.2
      var answer = ResourceGraphRules.throttled
      answer.headers += ResourceGraphRules.quotaHeaders(left: 0, seconds: min(wait ?? 5, 5))
      answer.api = "fault"
      return answer
    }
    return switch status {
    // azure-apis 3.6 and 0.4
    case 401: .wrapped(401, "InvalidAuthenticationToken", "The access token is invalid.", api: "fault")
    case 403:
      .wrapped(
        403, "AuthorizationFailed",
        "The client does not have authorization to perform action 'microsoft.insights/metrics/read'.", api: "fault")
    case 404: .wrapped(404, "ResourceNotFound", "The Resource was not found.", api: "fault")
    case 429:
      .wrapped(
        429, "SubscriptionRequestsThrottled", "Number of requests exceeded. Please try again later.", api: "fault")
    case 400: .flat(400, "BadRequest", "Emulated bad request.", api: "fault")
    case 204, 529: EmulatedAnswer(status, api: "fault")
    case 500: .wrapped(500, "InternalServerError", "Detected Internal Error.", api: "fault")
    default: page(status)
    }
  }

  /// Changes an answer where the fault does that.
  func bend(_ answer: inout EmulatedAnswer) {
    if let retryAfter { answer.headers.append((waitHeader, retryAfter)) }
    switch kind {
    // azure-apis 4: rarely the whole answer is a string that holds the document.
    case .wrapped: answer.body = ByteBuffer(string: String(buffer: answer.body).json)
    case .oversized: answer.body = Self.blown(answer.body, megabytes: megabytes)
    case .mistyped: answer.headers = answer.headers.map { $0.0 == "Content-Type" ? ($0.0, "text/plain") : $0 }
    default: break
    }
  }

  /// A document with blanks before its last bracket.
  private static func blown(_ body: ByteBuffer, megabytes: Int) -> ByteBuffer {
    var (body, blown) = (body, ByteBuffer())
    guard let head = body.readSlice(length: max(body.readableBytes - 1, 0)) else { return body }
    blown.writeImmutableBuffer(head)
    blown.writeRepeatingByte(UInt8(ascii: " "), count: megabytes << 20)
    blown.writeBuffer(&body)
    return blown
  }
}
