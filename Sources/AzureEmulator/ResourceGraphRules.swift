internal import NIOCore

/// `POST /providers/Microsoft.ResourceGraph/resources` (azure-apis 2).
struct ResourceGraphRules {
  let rows: [GraphRow]
  /// The rows of the other table.
  let containers: [GraphRow]
  /// Lower-cased ids of subscriptions that the caller may not read.
  let unreadable: Set<String>

  static let api = "resourceGraph"
  // azure-apis 2.1: the versions, and the format of each where a query names none.
  private static let formats = [
    "2019-04-01": "table", "2021-03-01": "objectArray", "2022-10-01": "objectArray", "2024-04-01": "objectArray",
  ]
  private static let largestPage = 1000

  struct Refusal: Error {
    let status: Int
    let code, message: String

    init(_ code: String, _ message: String, status: Int = 400) {
      (self.status, self.code, self.message) = (status, code, message)
    }
  }

  /// A page that was asked for.
  private struct Question {
    var query: KQLQuery
    /// Those that it looks in.
    var subscriptions: Set<String>
    var first = 0
    var size = ResourceGraphRules.largestPage
    var isTable: Bool
    /// The token that it was asked with.
    var token: String?
    var fault: Fault.Kind?
    /// What a token belongs to: the query and its scope.
    var mark: UInt64
  }

  func answer(_ request: EmulatedRequest) -> EmulatedAnswer {
    // azure-apis 0.2 and 2.3
    let type = request.headers["content-type"]?.split(separator: ";").first?.lowercased()
    guard type == "application/json" else {
      return .wrapped(500, "InternalServerError", "An unexpected error occurred.", api: Self.api)
    }
    do throws(Refusal) {
      var question = try question(request)
      question.fault = request.fault
      // azure-apis 2.1 promises nothing of how long a token is good.
      if question.fault == .staleToken, question.token != nil {
        throw Refusal("InvalidSkipToken", "The $skipToken has expired.")
      }
      return try page(question)
    } catch {
      return Self.answer(error)
    }
  }

  /// azure-apis 2.2: what every answer says about the quota.
  static func quotaHeaders(left: Int, seconds: Int) -> [(String, String)] {
    [("x-ms-user-quota-remaining", String(left)), ("x-ms-user-quota-resets-after", "00:00:0\(seconds)")]
  }

  /// azure-apis 2.2.
  static var throttled: EmulatedAnswer {
    answer(
      Refusal(
        "RateLimiting",
        "Client application has been throttled and should not attempt to repeat the request until an amount of time "
          + "has elapsed.", status: 429))
  }

  /// azure-apis 2.3: the reason is in the details.
  private static func answer(_ refusal: Refusal) -> EmulatedAnswer {
    let outer = refusal.status == 400 ? "BadRequest" : refusal.code
    return EmulatedAnswer(
      refusal.status,
      json: """
        {"error":{"code":\(outer.json),"message":"Please provide below info when asking for support: timestamp = \
        2021-05-03T07:08:29.0524831Z, correlationId = 00000000-0000-0000-0000-000000000000.",\
        "details":[{"code":\(refusal.code.json),"message":\(refusal.message.json)}]}}
        """, api: api)
  }

  // MARK: The question

  private func question(_ request: EmulatedRequest) throws(Refusal) -> Question {
    guard let version = request.query["api-version"], let format = Self.formats[version] else {
      throw Refusal("InvalidApiVersionParameter", "The api-version is missing or invalid.")
    }
    guard let body = JSONBody(request.body)?.object, let text = body["query"]?.string else {
      throw Refusal("InvalidQuery", "The body must be an object with a query.")
    }
    for name in body.keys where !["query", "subscriptions", "managementGroups", "options"].contains(name) {
      throw Refusal("BadRequest", "The emulator has no member '\(name)' of the body.")
    }
    let scope = try GraphScopeRules(rows: containers, unreadable: unreadable).scope(
      subscriptions: body["subscriptions"], managementGroups: body["managementGroups"])
    let query: KQLQuery
    do {
      query = try KQLQuery(text)
    } catch {
      throw Refusal("ParserFailure", "Query is invalid: \(error.message).")
    }
    let mark = scope.sorted().reduce(Hash(11).adding(text)) { $0.adding($1) }.value
    var question = Question(query: query, subscriptions: scope, isTable: format == "table", mark: mark)
    if let options = body["options"] {
      guard let options = options.object else { throw Refusal("BadRequest", "options must be an object.") }
      try read(options, into: &question)
    }
    return question
  }

  private func read(_ options: [String: JSONBody], into question: inout Question) throws(Refusal) {
    func number(_ name: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int? {
      guard let value = options[name] else { return nil }
      guard let number = value.integer, range ~= number else {
        throw Refusal("BadRequest", "\(name) must be a number of \(range.lowerBound) to \(range.upperBound).")
      }
      return number
    }
    let size = try number("$top", 1...Self.largestPage)
    question.size = size ?? Self.largestPage
    question.first = try number("$skip", 0...Int(Int32.max)) ?? 0
    for (name, value) in options where name != "$top" && name != "$skip" {
      switch (name, value) {
      case ("$skipToken", .string(let token)):
        // A page goes on where the last one ended, and is as long as that one was, where nothing else is said.
        let parts = token.split(separator: "-").map { UInt64($0) }
        guard parts.count == 3, parts[0] == question.mark, let first = parts[1].flatMap({ Int32(exactly: $0) }),
          let last = parts[2].flatMap({ Int(exactly: $0) }), 1...Self.largestPage ~= last
        else {
          throw Refusal("InvalidSkipToken", "The $skipToken does not belong to this query and scope.")
        }
        question.first = Int(first)
        question.token = token
        if size == nil { question.size = last }
      case ("resultFormat", .string("table")): question.isTable = true
      case ("resultFormat", .string("objectArray")): question.isTable = false
      case ("allowPartialScopes", .bool): break
      case ("authorizationScopeFilter", .string("AtScopeAndBelow")): break
      default: throw Refusal("BadRequest", "The emulator has no option '\(name)' with this value.")
      }
    }
  }

  // MARK: The answer

  /// azure-apis 2.1.
  private func page(_ question: Question) throws(Refusal) -> EmulatedAnswer {
    let scope = (question.query.table == .resources ? rows : containers).filter {
      question.subscriptions.contains($0.subscriptionID.lowercased())
    }
    let all = question.query.rows(of: scope)
    let columns = question.query.columns
    let rows = all.dropFirst(question.first).prefix(question.size)
    let end = question.first + rows.count
    // Without `id` there is no token, and the result is cut.
    let hasToken = end < all.count && columns.contains { $0.name == "id" }
    let isCut = question.fault == .cut && hasToken
    let isTruncated = end < all.count && !hasToken || isCut
    // azure-apis 2.1: pages are not repeatable for certain, and what goes while they are read moves the rows behind it.
    let total = question.fault == .shrunk && question.token != nil ? all.count - 1 : all.count
    var answer = EmulatedAnswer(api: Self.api)
    answer.rows = rows.count
    answer.body.writeString(
      "{\"totalRecords\":\(total),\"count\":\(rows.count),\"resultTruncated\":\"\(isTruncated)\",\"facets\":[],")
    if hasToken, !isCut {
      let next = question.fault == .lostPage ? end + question.size : end
      let token = question.fault == .repeatedToken ? question.token : nil
      answer.body.writeString("\"$skipToken\":\"\(token ?? "\(question.mark)-\(next)-\(question.size)")\",")
    }
    answer.body.writeString("\"data\":")
    let names = columns.map(\.name.json)
    if question.isTable {
      let heads = columns.map { "{\"name\":\($0.name.json),\"type\":\($0.type.json)}" }
      answer.body.writeString("{\"columns\":[\(heads.joined(separator: ","))],\"rows\":")
    }
    for (index, row) in rows.enumerated() {
      answer.body.writeString(index == 0 ? "[" : ",")
      let cells = question.isTable ? row.map(\.json) : zip(names, row).map { "\($0):\($1.json)" }
      let text = cells.joined(separator: ",")
      answer.body.writeString(question.isTable ? "[\(text)]" : "{\(text)}")
    }
    answer.body.writeString(rows.isEmpty ? "[]" : "]")
    answer.body.writeString(question.isTable ? "}}" : "}")
    return answer
  }
}
