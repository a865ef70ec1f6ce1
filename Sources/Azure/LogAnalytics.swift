internal import Formats
internal import Model
package import System
package import Transport

/// Log Analytics: queries in KQL to a workspace.
///
/// Source: the query API of Log Analytics (`POST /v1/workspaces/{id}/query`).
package enum LogAnalytics {
  /// The largest answer that is read: a metric has a value for each row, and nobody has that many.
  package static let longestAnswer = 8 << 20

  /// The request for a query over the seconds before `now`.
  ///
  /// - `endpoint`: address of Log Analytics, without a slash at its end.
  package static func request(
    workspaceID: String, query: String, span: Int, now: Int, endpoint: String, token: Secret?
  ) -> HTTPRequest {
    var body = Array("{\"query\":".utf8)
    body.append(json: query)
    body += ",\"timespan\":".utf8
    body.append(json: "\(Timestamp.text(now - span))/\(Timestamp.text(now))")
    body.append(UInt8(ascii: "}"))
    return HTTPRequest(
      .post, "\(endpoint)/v1/workspaces/\(PercentEncoding.encoded(workspaceID))/query",
      headers: [("Content-Type", "application/json")], token: token, body: body, api: .logs, quota: "logs")
  }

  /// The value of each row, with its cells of the given columns as texts. A row without a value is left out.
  /// - Throws: `ReadingError` where the answer is none, or only a part.
  package static func rows(_ response: HTTPResponse, _ body: [UInt8], columns wanted: [String]) throws(ReadingError)
    -> [(value: Double, dimensions: [String])]
  {
    // That is how the service answers where a workspace has no data.
    if response.status == 204 { return [] }
    guard !body.isEmpty else {
      throw ReadingError(
        code: "Unreadable",
        text: "the answer is empty, as where Log Analytics gets no query: check what a proxy in between lets through")
    }
    guard let answer = try? JSONValue(body) else {
      throw ReadingError(
        code: "Unreadable",
        text: "the answer is no JSON: check what answers at the address of Log Analytics, such as a proxy")
    }
    if let error = answer["error"] {
      throw ReadingError(
        code: error["code"]?.string ?? "PartialError",
        text: error["message"]?.string ?? "the answer holds only a part of the rows")
    }
    guard let table = answer["tables"]?.array?.first, let rows = table["rows"]?.array else {
      throw ReadingError(code: "Unreadable", text: "the answer has no table")
    }
    let names = (table["columns"]?.array ?? []).map { $0["name"]?.string ?? "" }
    guard let place = names.firstIndex(of: "result") else {
      throw ReadingError(
        code: "NoResult", text: "the answer has no column 'result', but \(names.joined(separator: ", "))")
    }
    let places = wanted.map { names.firstIndex(of: $0) }
    guard rows.count <= 1 || !wanted.isEmpty else {
      throw ReadingError(
        code: "ManyRows",
        text: "the answer has \(rows.count) rows that nothing tells apart: let one row be left, or project the columns "
          + "that do behind 'result'")
    }
    var values: [(Double, [String])] = []
    for row in rows {
      guard let cells = row.array, cells.count == names.count else {
        throw ReadingError(code: "Unreadable", text: "a row has not as many cells as there are columns")
      }
      guard let value = try number(cells[place]) else { continue }
      values.append((value, places.map { $0.map { text(cells[$0]) } ?? "" }))
    }
    return values
  }

  /// The number in a cell, which may be a text; nil for none.
  private static func number(_ cell: JSONValue) throws(ReadingError) -> Double? {
    if cell.isNull { return nil }
    if let number = cell.number { return number.isFinite ? number : nil }
    if let text = cell.string {
      if text.isEmpty || text == "NaN" { return nil }
      if let number = Double(text), number.isFinite { return number }
    }
    throw ReadingError(code: "NoNumber", text: "'result' holds no number: \(text(cell))")
  }

  private static func text(_ cell: JSONValue) -> String {
    if let text = cell.string { return text }
    if cell.isNull { return "" }
    var bytes: [UInt8] = []
    bytes.append(indented: cell)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Why a good answer to a reading gives no value.
package struct ReadingError: Error, Equatable, Sendable {
  package let code: String
  package let text: String
}
