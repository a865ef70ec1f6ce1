/// `GET {queue}?comp=metadata` and `GET {queue}/messages?peekonly=true` of an account's queues (azure-apis 6).
///
/// The account stands in the host, as it does in Azure, or in the path in front of the queue: hosts may be mapped by path
/// (azure-apis 9.1), and the address 127.0.0.1 has no names below it.
struct StorageQueueRules {
  let values: QueueValues
  let sasToken: String
  let now: Int

  static let api = "storageQueue"
  // azure-apis 6
  private static let oldestVersion = "2018-03-28"
  /// Messages that can be peeked at once.
  private static let largestPeek = 32

  /// What a request asks of which queue.
  struct Question: Sendable, Equatable {
    var account, queue: String
    var isAboutMessages: Bool

    /// nil where the request is none of this API.
    init?(_ request: EmulatedRequest) {
      guard request.method == "GET" else { return nil }
      var parts = request.path.split(separator: "/").map { String($0) }
      let host = (request.headers["host"] ?? "").split(separator: ".")
      if host.count > 2, host[1] == "queue" { parts.insert(String(host[0]), at: 0) }
      guard parts.count == 2 || parts.count == 3 && parts[2] == "messages" else { return nil }
      account = parts[0]
      queue = parts[1]
      isAboutMessages = parts.count == 3
    }
  }

  ///
  /// - `exists`: whether the account has the queue.
  func answer(_ request: EmulatedRequest, _ question: Question, exists: Bool) -> EmulatedAnswer {
    guard let version = request.headers["x-ms-version"], version >= Self.oldestVersion else {
      return refusal(400, "InvalidHeaderValue", "The value for x-ms-version is missing or too old.", request)
    }
    let wanted = EmulatedRequest.pairs(sasToken.hasPrefix("?") ? sasToken.dropFirst() : sasToken[...])
    guard wanted.allSatisfy({ request.query[$0] == $1 }) else {
      return refusal(403, "AuthenticationFailed", "The shared access signature is missing or wrong.", request)
    }
    if let end = wanted["se"].flatMap({ EmulatedTime.seconds($0) }), end <= now {
      return refusal(403, "AuthenticationFailed", "The shared access signature has expired.", request)
    }
    guard exists else { return refusal(404, "QueueNotFound", "The specified queue does not exist.", request) }
    return question.isAboutMessages ? messages(request, question) : metadata(request, question)
  }

  private func metadata(_ request: EmulatedRequest, _ question: Question) -> EmulatedAnswer {
    guard request.query["comp"] == "metadata" else {
      return refusal(400, "InvalidQueryParameterValue", "The emulator has no comp but metadata.", request)
    }
    var answer = answer(200, request)
    let count = values.messageCount(account: question.account, queue: question.queue, at: now)
    answer.headers.append(("x-ms-approximate-messages-count", String(count)))
    return answer
  }

  private func messages(_ request: EmulatedRequest, _ question: Question) -> EmulatedAnswer {
    // azure-apis 6: the right to read is one to peek, not to take messages out.
    guard request.query["peekonly"]?.lowercased() == "true" else {
      return refusal(
        403, "AuthorizationPermissionMismatch",
        "This request is not authorized to perform this operation using this permission.", request)
    }
    guard let wanted = Int(request.query["numofmessages"] ?? "1"), 1...Self.largestPeek ~= wanted else {
      return refusal(400, "InvalidQueryParameterValue", "numofmessages must be 1 to \(Self.largestPeek).", request)
    }
    let count = values.messageCount(account: question.account, queue: question.queue, at: now)
    let first = values.firstInsertion(account: question.account, queue: question.queue, at: now) ?? now
    let messages = (0..<min(wanted, count)).map { place in
      let insertion = min(first + place, now)
      let id = String(repeating: "0", count: 8 - String(place).count) + String(place)
      return """
        <QueueMessage><MessageId>\(id)-0000-4000-8000-000000000000</MessageId>\
        <InsertionTime>\(EmulatedTime.httpText(insertion))</InsertionTime>\
        <ExpirationTime>\(EmulatedTime.httpText(insertion + 7 * 86_400))</ExpirationTime>\
        <DequeueCount>0</DequeueCount><MessageText>order &lt;\(place)&gt; &amp; more</MessageText></QueueMessage>
        """
    }
    let list =
      messages.isEmpty ? "<QueueMessagesList />" : "<QueueMessagesList>\(messages.joined())</QueueMessagesList>"
    return answer(200, request, xml: list)
  }

  private func refusal(_ status: Int, _ code: String, _ message: String, _ request: EmulatedRequest) -> EmulatedAnswer {
    var answer = answer(status, request, xml: "<Error><Code>\(code)</Code><Message>\(message)</Message></Error>")
    answer.headers.append(("x-ms-error-code", code))
    return answer
  }

  /// azure-apis 6: a body begins with a byte-order mark.
  private func answer(_ status: Int, _ request: EmulatedRequest, xml: String? = nil) -> EmulatedAnswer {
    var answer = EmulatedAnswer(
      status, json: xml.map { "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?>\($0)" } ?? "", api: Self.api)
    answer.headers = [
      ("Cache-Control", "no-cache"), ("Date", EmulatedTime.httpText(now)),
      ("x-ms-request-id", "00000000-0000-0000-0000-000000000000"),
      ("x-ms-version", request.headers["x-ms-version"] ?? Self.oldestVersion),
    ]
    if xml != nil { answer.headers.append(("Content-Type", "application/xml")) }
    return answer
  }
}
