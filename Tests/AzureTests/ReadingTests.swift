import Azure
import Formats
import Model
import System
import Testing
import Transport

private func response(_ status: Int) -> HTTPResponse {
  var response = HTTPResponse()
  response.status = status
  return response
}

private let ok = response(200)

private func body(_ columns: [String], _ rows: String, more: String = "") -> [UInt8] {
  let names = columns.map { "{\"name\":\"\($0)\",\"type\":\"real\"}" }.joined(separator: ",")
  return Array("{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[\(names)],\"rows\":\(rows)}]\(more)}".utf8)
}

@Test(arguments: [
  ("[[12.5]]", [12.5]), ("[[\"7\"]]", [7]), ("[]", []), ("[[null]]", []), ("[[\"NaN\"]]", []), ("[[\"\"]]", []),
])
func theResultOfARowIsItsValue(rows: String, values: [Double]) throws {
  #expect(try LogAnalytics.rows(ok, body(["result"], rows), columns: []).map(\.value) == values)
}

@Test func columnsThatWereProjectedTellRowsApart() throws {
  let bytes = body(
    ["Computer", "result", "Code", "Extra"], "[[\"a\",1,200,\"x\"],[\"b\",2,true,null],[null,null,1,1]]")
  let rows = try LogAnalytics.rows(ok, bytes, columns: ["Code", "Computer", "Absent"])
  #expect(rows.map(\.value) == [1, 2])
  #expect(rows.map(\.dimensions) == [["200", "a", ""], ["true", "b", ""]])
}

@Test(arguments: [
  ("ManyRows", body(["result"], "[[1],[2]]")), ("NoResult", body(["Result"], "[[1]]")),
  ("NoNumber", body(["result"], "[[true]]")), ("NoNumber", body(["result"], "[[\"many\"]]")),
  ("Unreadable", body(["result", "x"], "[[1]]")), ("Unreadable", Array("<html>".utf8)),
  ("Unreadable", Array("{\"tables\":[]}".utf8)), ("Unreadable", []),
  (
    "PartialError",
    body(["result"], "[[1]]", more: ",\"error\":{\"code\":\"PartialError\",\"message\":\"there was more\"}")
  ),
])
func whatIsNoWholeAnswerGivesNoValue(code: String, bytes: [UInt8]) {
  let error = #expect(throws: ReadingError.self) { try LogAnalytics.rows(ok, bytes, columns: []) }
  #expect(error?.code == code)
}

@Test func aWorkspaceWithoutDataHasNoRows() throws {
  #expect(try LogAnalytics.rows(response(204), [], columns: []).isEmpty)
}

@Test func aQueryIsSentWithItsTimes() throws {
  let request = LogAnalytics.request(
    workspaceID: "id/..", query: "a | project result = \"x\"", span: 600, now: 1_795_521_630,
    endpoint: "https://logs.test", token: nil)
  #expect(request.url == "https://logs.test/v1/workspaces/id%2F../query")
  let sent = try JSONValue(request.body)
  #expect(sent["query"]?.string == "a | project result = \"x\"")
  #expect(sent["timespan"]?.string == "2026-11-24T11:50:30Z/2026-11-24T12:00:30Z")
}

private func queueRequest(_ suffix: String, _ metric: Reading.QueueMetric, _ signature: String? = nil) -> HTTPRequest {
  StorageQueue.request(
    account: "acc", queue: "orders", metric, suffix: suffix, signature: signature.map { Secret($0) })
}

@Test func queuesAreAskedAtTheirHosts() {
  #expect(
    queueRequest("core.windows.net", .messageCount).url
      == "https://acc.queue.core.windows.net/orders?comp=metadata")
  #expect(
    queueRequest("127.0.0.1:10001", .timeSpentInQueue).url
      == "http://127.0.0.1:10001/acc/orders/messages?peekonly=true&numofmessages=1")
}

@Test(arguments: ["?sv=1&sig=x", "sv=1&sig=x", "&sv=1&sig=x"]) func aSignatureIsNoPartOfTheAddress(signature: String) {
  let request = queueRequest("core.windows.net", .messageCount, signature)
  #expect(!request.url.contains("sig"))
  #expect(request.secretQuery?.reveal() == "sv=1&sig=x")
  #expect(!"\(request)".contains("sig=x"))
}

private func answered(
  _ metric: Reading.QueueMetric, headers: [(String, String)] = [], body: String = ""
) throws -> Double {
  var response = HTTPResponse()
  response.status = 200
  response.headers = headers.map { (name: $0.0, value: $0.1) }
  // 2026-11-24T12:00:30Z.
  return try StorageQueue.value(response, Array(body.utf8), metric, now: 1_795_521_630)
}

@Test func theCountIsInAHeader() throws {
  #expect(try answered(.messageCount, headers: [("x-ms-approximate-messages-count", "42")]) == 42)
  #expect(try answered(.messageCount, headers: [("x-ms-version", "2018-03-28")]) == 0)
  #expect(throws: ReadingError.self, "anybody may have answered") { try answered(.messageCount) }
  #expect(throws: ReadingError.self) {
    try answered(.messageCount, headers: [("x-ms-approximate-messages-count", "many")])
  }
}

@Test func theAgeIsThatOfTheFirstMessage() throws {
  func list(_ time: String) -> String {
    "\u{FEFF}<?xml version=\"1.0\"?><QueueMessagesList><QueueMessage><MessageId>1</MessageId>"
      + "<InsertionTime>\(time)</InsertionTime></QueueMessage></QueueMessagesList>"
  }
  #expect(try answered(.timeSpentInQueue, body: list("Tue, 24 Nov 2026 12:00:00 GMT")) == 30)
  #expect(try answered(.timeSpentInQueue, body: list("Tue, 24 Nov 2026 12:01:00 GMT")) == 0, "clocks differ")
  #expect(try answered(.timeSpentInQueue, body: "\u{FEFF}<QueueMessagesList />") == 0)
  #expect(throws: ReadingError.self) { try answered(.timeSpentInQueue, body: list("yesterday")) }
  #expect(throws: ReadingError.self) { try answered(.timeSpentInQueue, body: "<html/>") }
}

@Test func errorsOfStorageAreReadFromXML() {
  var response = HTTPResponse()
  response.status = 404
  response.errorBody = Array(
    "\u{FEFF}<Error><Code>QueueNotFound</Code><Message>No queue.\nRequestId</Message></Error>".utf8)
  #expect(AzureError(response).description == "QueueNotFound: No queue.")
  response.errorBody = []
  response.headers = [("x-ms-error-code", "AuthenticationFailed")]
  #expect(AzureError(response).code == "AuthenticationFailed")
}
