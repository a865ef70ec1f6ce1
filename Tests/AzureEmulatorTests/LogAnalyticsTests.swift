import Testing

@testable import AzureEmulator

/// azure-apis 5.
@Suite struct LogAnalyticsTests {
  private static let query = "Heartbeat | summarize result = count() | project result"
  private static let estate = Estate(seed: 1, resources: 56, types: EmulatedType.all)

  private func run(_ body: (Emulated) async throws -> Void) async throws {
    try await Emulated.run({ $0.estate = Self.estate }, body)
  }

  private func body(_ query: String, timespan: String? = "PT5M") -> String {
    "{\"query\":\(query.json)\(timespan.map { ",\"timespan\":\($0.json)" } ?? "")}"
  }

  private func target(_ workspace: String) -> String { "/loganalytics/v1/workspaces/\(workspace)/query" }

  private func ask(_ emulated: Emulated, _ body: String, token: String? = nil) -> WireAnswer {
    emulated.post(target(emulated.first("LogAnalytics").fields[0]), body, token: token ?? emulated.logToken)
  }

  private func rows(_ emulated: Emulated, _ query: String, end: Int = Emulated.noon) -> [LogValues.Row]? {
    LogValues(seed: 1).rows(workspaceID: emulated.first("LogAnalytics").fields[0], query: query, end: end)
  }

  /// A cell as a number, which may stand there as a text.
  private func number(_ cell: JSON) -> Double? { cell.number ?? cell.text.flatMap { Double($0) } }

  @Test func oneRowHasTheResult() async throws {
    try await run { emulated in
      let answer = ask(emulated, body(Self.query))
      #expect(answer.status == 200)
      #expect(answer.json.keys == ["tables"])
      #expect(answer.json["tables"].array.count == 1)
      let table = answer.json["tables"][0]
      #expect(table["name"].text == "PrimaryResult")
      #expect(table["columns"].array.map { $0["name"].text } == ["result"])
      #expect(table["columns"][0]["type"].text == "long")
      #expect(table["rows"].array.count == 1)
      let expected = rows(emulated, Self.query)?.first?.numbers["result"]
      #expect(number(table["rows"][0][0]) == expected && expected != nil)
      #expect(emulated.server.statistics.calls == ["logAnalytics": 1])
    }
  }

  @Test func valuesDependOnWorkspaceQueryTimeAndSeedAlone() {
    func value(seed: Int = 1, _ workspace: String = "w", _ query: String = Self.query, end: Int = 60) -> Double? {
      LogValues(seed: seed).rows(workspaceID: workspace, query: query, end: end)?[0].numbers["result"]
    }
    let others = [
      value(), value(seed: 2), value("v"), value("w", Self.query.replacing("Heartbeat", with: "Usage")), value(end: 61),
    ]
    #expect(Set(others.compactMap(\.self)).count == 5)
    #expect(value() == value("W"), "ids are compared without case")
    // A fixed number, so that no machine and no release gives another.
    #expect(value() == 15_775)
  }

  @Test func theTimespanEndsTheTime() async throws {
    try await run { emulated in
      for (timespan, end) in [
        (nil, Emulated.noon), ("PT12H", Emulated.noon), ("P1DT2M", Emulated.noon),
        ("2026-03-01T11:00:00Z/2026-03-01T11:30:00Z", Emulated.noon - 1800),
        ("2026-03-01T11:00:00Z/PT45M", Emulated.noon - 900),
      ] {
        let table = ask(emulated, body(Self.query, timespan: timespan)).json["tables"][0]
        #expect(number(table["rows"][0][0]) == rows(emulated, Self.query, end: end)?[0].numbers["result"])
      }
      // The intersection with that of the address.
      let workspace = emulated.first("LogAnalytics").fields[0]
      let both = emulated.post(
        target(workspace) + "?timespan=2026-03-01T10:00:00Z%2FPT1H", body(Self.query), token: emulated.logToken)
      #expect(
        number(both.json["tables"][0]["rows"][0][0])
          == rows(emulated, Self.query, end: Emulated.noon - 3600)?[0].numbers["result"])
      for timespan in ["5m", "PT", "P0D", "PT5M/2026-03-01T11:00:00Z", "2026-03-01T11:00:00Z/2026-03-01T11:00:00Z"] {
        #expect(ask(emulated, body(Self.query, timespan: timespan)).status == 400, "\(timespan)")
      }
    }
  }

  @Test func groupsAreRowsWithAColumn() async throws {
    try await run { emulated in
      let query = "Heartbeat | summarize result = avg(Load) by Computer"
      let table = ask(emulated, body(query)).json["tables"][0]
      let expected = try #require(rows(emulated, query))
      #expect(table["columns"].array.map { $0["name"].text } == ["Computer", "result"])
      #expect(table["columns"].array.map { $0["type"].text } == ["string", "real"])
      #expect(2...4 ~= expected.count && table["rows"].array.count == expected.count)
      for (row, expected) in zip(table["rows"].array, expected) {
        #expect(row[0].text == expected.groups["Computer"])
        #expect(number(row[1]) == expected.numbers["result"])
      }
      #expect(Set(expected.map(\.groups)).count == expected.count)
    }
  }

  @Test(arguments: [
    ("T | summarize result = count() by Computer | project result, Computer", ["result", "Computer"]),
    ("T | summarize result = count() by Computer | project result", ["result"]),
    ("T | summarize count() by Computer, Name = tostring(Os)", ["Computer", "Name", "count_"]),
    ("T | summarize sum(Quantity) by bin(TimeGenerated, 5m)", ["TimeGenerated", "sum_Quantity"]),
    ("T | summarize n = count() | project result = n", ["result"]),
    ("T | where a == \"x | y\" | project Computer, result = toreal(Load)", ["Computer", "result"]),
    ("T\n| summarize n=count()\n| extend result = n * 2\n| project result", ["result"]),
    ("T | summarize result=count() by Computer | order by result desc | take 1", ["Computer", "result"]),
  ]) func columnsAreThoseOfTheQuery(query: String, columns: [String]) throws {
    #expect(try LogQueryShape(query).columns.map(\.name) == columns)
    let count = try #require(LogValues(seed: 1).rows(workspaceID: "w", query: query, end: 0)).count
    let isOne = query.hasSuffix("take 1") || !query.contains("by") && query.contains("summarize")
    #expect(isOne ? count == 1 : count > 1)
  }

  @Test(arguments: [
    "syntax error", "Heartbeat | project result // syntax error", "", "| project result", "T | summarize", "T || count",
    "T | summarize result = count( | project result", "T | summarize result = count() by | project result",
    "T | where a == 'x | project result", "T | nonsense x", "T", "T | take none",
  ]) func aQueryThatIsNoneIsRefused(query: String) async throws {
    try await run { emulated in
      let answer = ask(emulated, body(query))
      #expect(answer.status == 400)
      #expect(answer.json["error"]["code"].text == "BadArgumentError")
      #expect(answer.json["error"]["message"].text == "The request had some invalid properties")
      #expect(answer.json["error"]["innererror"]["code"].text == "SyntaxError")
    }
  }

  @Test func aColumnThatNothingMadeIsRefused() async throws {
    try await run { emulated in
      let answer = ask(emulated, body("T | summarize n = count() | project result"))
      #expect(answer.status == 400)
      #expect(answer.json["error"]["innererror"]["code"].text == "SemanticError")
      for body in ["[]", "{\"query\":1}", "{\"query\":\"T | project a\",\"workspaces\":[\"x\"]}", "{"] {
        #expect(ask(emulated, body).json["error"]["code"].text == "BadArgumentError")
      }
    }
  }

  @Test func withoutBodyOrTypeTheAnswerIsEmpty() async throws {
    try await run { emulated in
      let workspace = emulated.first("LogAnalytics").fields[0]
      for answer in [
        ask(emulated, ""),
        emulated.post(target(workspace), body(Self.query), token: emulated.logToken, contentType: "text/plain"),
      ] {
        #expect(answer.status == 200)
        #expect(answer.body.isEmpty)
      }
    }
  }

  @Test func tokensMustBeForIt() async throws {
    try await run { emulated in
      for (token, code) in [
        (emulated.token, "InvalidAuthenticationTokenAudience"),
        (emulated.metricsToken, "InvalidAuthenticationTokenAudience"), ("unknown", "InvalidAuthenticationToken"),
      ] {
        let answer = ask(emulated, body(Self.query), token: token)
        #expect(answer.status == 403)
        #expect(answer.json["error"]["code"].text == code)
      }
      let workspace = emulated.first("LogAnalytics").fields[0]
      let without = emulated.client.send("POST", target(workspace), ["Content-Type": "application/json"], "{}")
      #expect(without?.status == 401)
      #expect(without?.json["error"]["code"].text == "AuthenticationFailed")
      emulated.server.set(now: Emulated.noon + 3599)
      #expect(ask(emulated, body(Self.query)).json["error"]["code"].text == "ExpiredAuthenticationToken")
    }
  }

  /// An address without a path in front is the audience as it is.
  @Test func theAddressBeforeTheVersionIsTheAudience() async throws {
    try await run { emulated in
      let plain = "/v1/workspaces/\(emulated.first("LogAnalytics").fields[0])/query"
      #expect(emulated.post(plain, body(Self.query)).status == 200)
      #expect(emulated.post(plain, body(Self.query), token: emulated.logToken).status == 403)
    }
  }

  @Test func workspacesAreThoseThatCanBeRead() async throws {
    try await run { emulated in
      let workspace = emulated.first("LogAnalytics")
      for path in [
        target("00000000-0000-4000-8000-000000000000"), "/loganalytics/v1/workspaces/\(workspace.fields[0])/metadata",
      ] {
        let unknown = emulated.post(path, body(Self.query), token: emulated.logToken)
        #expect(unknown.status == 404)
        #expect(unknown.json["error"]["code"].text == "PathNotFoundError")
      }
      #expect(
        emulated.post(target(workspace.fields[0].uppercased()), body(Self.query), token: emulated.logToken).status
          == 200)
      emulated.server.set(unreadable: [workspace.subscriptionID])
      let refused = ask(emulated, body(Self.query))
      #expect(refused.status == 403)
      #expect(refused.json["error"]["code"].text == "InsufficientAccessError")
      emulated.server.set(unreadable: [])
      emulated.server.set(removed: [workspace.id])
      #expect(ask(emulated, body(Self.query)).status == 404)
    }
  }

  @Test func aResultCanBePartial() async throws {
    try await run { emulated in
      emulated.server.set(faults: [Fault(.partial, match: "/query", times: 1)])
      let partial = ask(emulated, body(Self.query))
      #expect(partial.status == 200)
      #expect(partial.json["error"]["code"].text == "PartialError")
      #expect(partial.json["tables"] == ask(emulated, body(Self.query)).json["tables"])
    }
  }

  /// Numbers are texts in some answers, as in Azure's own example.
  @Test func numbersCanBeTexts() async throws {
    try await run { emulated in
      let cells = (0..<40).map {
        ask(emulated, body("T\($0) | summarize result = sum(a)")).json["tables"][0]["rows"][0][0]
      }
      #expect(cells.contains { $0.text != nil } && cells.contains { $0.text == nil })
      #expect(cells.allSatisfy { number($0) != nil })
    }
  }
}
