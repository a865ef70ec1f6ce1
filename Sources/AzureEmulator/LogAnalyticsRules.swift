/// `POST {base}/v1/workspaces/{workspaceId}/query` (azure-apis 5).
struct LogAnalyticsRules {
  let values: LogValues
  let now: Int

  static let api = "logAnalytics"

  private typealias Refusal = LogQueryShape.Refusal

  func answer(_ request: EmulatedRequest, workspaceID: String) -> EmulatedAnswer {
    // azure-apis 0.2 and 5: without a body, or with one of another type, the answer is empty.
    let type = request.headers["content-type"]?.split(separator: ";").first?.lowercased()
    guard type == "application/json", !request.body.isEmpty else { return EmulatedAnswer(api: Self.api) }
    do throws(Refusal) {
      guard let body = JSONBody(request.body)?.object, let query = body["query"]?.string else {
        throw Refusal("The body must be an object with a query.", code: "InvalidBody")
      }
      // Client libraries send `workspaces` also where they name no further one.
      for name in body.keys.sorted() where !["query", "timespan"].contains(name) {
        if name == "workspaces", body[name].isNothing { continue }
        throw Refusal("The emulator has no member '\(name)' of the body.", code: "InvalidBody")
      }
      var end = now
      for text in [body["timespan"], request.query["timespan"].map { .string($0) }].compactMap(\.self) {
        guard let text = text.string, let window = window(text) else {
          throw Refusal("The timespan is no duration and no interval of ISO 8601.", code: "InvalidTimespan")
        }
        // azure-apis 5: with two the intersection is used.
        end = min(end, window.upperBound)
      }
      return try answer(query, workspaceID: workspaceID, end: end, request.fault)
    } catch {
      return Self.badArgument(error.code, error.message)
    }
  }

  /// azure-apis 5.
  static var insufficientAccess: EmulatedAnswer {
    .wrapped(
      403, "InsufficientAccessError",
      "The provided credentials have insufficient access to perform the requested operation", api: api)
  }

  static var pathNotFound: EmulatedAnswer {
    .wrapped(404, "PathNotFoundError", "The requested path does not exist", api: api)
  }

  private static func badArgument(_ code: String, _ message: String) -> EmulatedAnswer {
    EmulatedAnswer(
      400,
      json: """
        {"error":{"message":"The request had some invalid properties","code":"BadArgumentError",\
        "innererror":{"code":\(code.json),"message":\(message.json)}}}
        """, api: api)
  }

  // MARK: The answer

  private func answer(
    _ query: String, workspaceID: String, end: Int, _ fault: Fault.Kind?
  ) throws(Refusal) -> EmulatedAnswer {
    let shape = try LogQueryShape(query)
    let hash = values.hash(workspaceID, query, end)
    // azure-apis 5: numbers can come as texts.
    let isQuoted = hash.value & 3 == 0
    let columns = shape.columns.map { column in
      let type = column.kind == .group ? "string" : column.kind == .long ? "long" : "real"
      return "{\"name\":\(column.name.json),\"type\":\"\(type)\"}"
    }
    let rows = (0..<values.rowCount(of: shape, hash)).map { place in
      let cells = shape.columns.map { column -> String in
        if column.kind == .group { return LogValues.group(column, place).json }
        let number = LogValues.number(column, place, hash)
        let text = column.kind == .long ? "\(Int(number))" : "\(number)"
        return isQuoted ? text.json : text
      }
      return "[\(cells.joined(separator: ","))]"
    }
    // azure-apis 5: part of a result can come beside an error.
    let error =
      fault == .partial
      ? """
      ,"error":{"code":"PartialError","message":"There were some errors when processing your query.","details":[]}
      """ : ""
    return EmulatedAnswer(
      json: """
        {"tables":[{"name":"PrimaryResult","columns":[\(columns.joined(separator: ","))],\
        "rows":[\(rows.joined(separator: ","))]}]\(error)}
        """, api: Self.api)
  }

  /// azure-apis 5: `PT12H` until now, `start/end` or `start/duration`.
  private func window(_ text: String) -> Range<Int>? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 1 { return Self.duration(parts[0]).map { now - $0..<now } }
    guard parts.count == 2, let start = EmulatedTime.seconds(parts[0]) else { return nil }
    guard let end = Self.duration(parts[1]).map({ start + $0 }) ?? EmulatedTime.seconds(parts[1]), start < end else {
      return nil
    }
    return start..<end
  }

  /// Whole seconds of a duration of ISO 8601 without years and months, such as `P1DT12H`; nil for another text and for
  /// nothing.
  private static func duration(_ text: Substring) -> Int? {
    guard let match = text.wholeMatch(of: /P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?/) else {
      return nil
    }
    let (_, days, hours, minutes, seconds) = match.output
    let parts = zip([days, hours, minutes, seconds], [86_400, 3600, 60, 1]).map { (Int($0 ?? "0") ?? 0) * $1 }
    let sum = parts.reduce(0, +)
    return sum > 0 ? sum : nil
  }
}

extension JSONBody? {
  /// Whether it is `null`, or a list of nothing.
  fileprivate var isNothing: Bool {
    switch self {
    case .null?, nil: true
    case .array(let items)?: items.isEmpty
    default: false
    }
  }
}
