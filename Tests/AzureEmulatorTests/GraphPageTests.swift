import Testing

@testable import AzureEmulator

/// azure-apis 2.1 to 2.3: formats, pages, scopes, quota and refusals of Resource Graph.
@Suite struct GraphPageTests {
  private static let first = "00000000-0000-0000-0000-000000000001"
  private static let second = "00000000-0000-0000-0000-000000000002"
  private let ordered = "Resources | project id, tags | order by id asc"

  @Test func bothFormatsHoldTheSame() async throws {
    try await Emulated.run { emulated in
      let objects = emulated.query("Resources | project id, tags, kind").json
      let table = emulated.query("Resources | project id, tags, kind", options: "{\"resultFormat\":\"table\"}").json
      #expect(objects.keys == ["totalRecords", "count", "resultTruncated", "facets", "data"])
      #expect(objects["resultTruncated"].text == "false")
      #expect(table["data"]["columns"].array.map { $0["name"].text } == ["id", "tags", "kind"])
      #expect(table["data"]["columns"].array.map { $0["type"].text } == ["string", "object", "string"])
      let rows = table["data"]["rows"].array
      #expect(rows.count == emulated.estate.rows.count)
      for (row, object) in zip(rows, objects["data"].array) {
        #expect(row.array == [object["id"], object["tags"], object["kind"]])
      }
      #expect(rows.contains { $0[1].isNull })
      #expect(rows.contains { $0[1].keys.isEmpty && !$0[1].isNull })
      #expect(rows.contains { $0[1]["team"].text == "it's \"us\"" })
    }
  }

  @Test func defaultFormatIsThatOfTheVersion() async throws {
    try await Emulated.run { emulated in
      #expect(!emulated.query("Resources", options: "{}", version: "2019-04-01").json["data"]["rows"].isNull)
      #expect(emulated.query("Resources", options: "{}", version: "2024-04-01").json["data"].array.count > 0)
      #expect(emulated.query("Resources", options: "{}", version: "2018-01-01").status == 400)
    }
  }

  @Test func allColumnsAreThoseOfTheTable() async throws {
    try await Emulated.run { emulated in
      let row = emulated.query("Resources | where type =~ 'microsoft.servicebus/namespaces'").json["data"][0]
      let resource = emulated.first("ServiceBusNamespace")
      #expect(row["id"].text == "/" + resource.id)
      #expect(row["name"].text == resource.fields[0])
      #expect(row["type"].text == "microsoft.servicebus/namespaces")
      #expect(row["location"].text == resource.region)
      #expect(row["resourceGroup"].text == resource.resourceGroup.lowercased())
      #expect(row["subscriptionId"].text == resource.subscriptionID)
      #expect(row["tenantId"].text == Estate.defaultTenantID)
      #expect(row.keys.contains("kind") && row.keys.contains("tags"))
    }
  }

  @Test func tokensLeadThroughAllPages() async throws {
    try await Emulated.run(Emulated.estate(of: 2500)) { emulated in
      let all = emulated.estate.rows.map(\.id).sorted()
      var ids: [String] = []
      var options = "{}"
      var pages = 0
      repeat {
        let answer = emulated.query(ordered, options: options)
        ids += Emulated.column("id", answer)
        pages += 1
        #expect(answer.json["resultTruncated"].text == "false")
        #expect(answer.json["totalRecords"].number == Double(all.count))
        options = answer.json["$skipToken"].text.map { "{\"$skipToken\":\($0.json)}" } ?? ""
      } while !options.isEmpty
      #expect(ids == all)
      #expect(pages == (all.count + 999) / 1000)
      #expect(emulated.server.statistics.rows == all.count)
    }
  }

  @Test func topAndSkipCutAndATokenKeepsTheSize() async throws {
    try await Emulated.run { emulated in
      let all = emulated.estate.rows.map(\.id).sorted()
      let page = emulated.query(ordered, options: "{\"$top\":3,\"$skip\":2}")
      #expect(Emulated.column("id", page) == Array(all[2..<5]))
      let token = page.json["$skipToken"].text ?? ""
      #expect(
        Emulated.column("id", emulated.query(ordered, options: "{\"$skipToken\":\"\(token)\"}")) == Array(all[5..<8]))
      // A token of another query or scope is none.
      #expect(emulated.query(ordered + ", id", options: "{\"$skipToken\":\"\(token)\"}").status == 400)
      #expect(
        emulated.query(ordered, subscriptions: "[\"\(Self.first)\"]", options: "{\"$skipToken\":\"\(token)\"}").status
          == 400)
      #expect(emulated.query(ordered, options: "{\"$skip\":100000}").json["count"].number == 0)
    }
  }

  @Test func withoutIdThereIsNoToken() async throws {
    try await Emulated.run(Emulated.estate(of: 1200)) { emulated in
      let answer = emulated.query("Resources | project name, x = id | order by name asc")
      #expect(answer.json["count"].number == 1000)
      #expect(answer.json["resultTruncated"].text == "true")
      #expect(answer.json["$skipToken"].isNull)
    }
  }

  @Test func quotaIsFifteenInFiveSeconds() async throws {
    try await Emulated.run { emulated in
      for left in (0..<15).reversed() {
        let answer = emulated.query("Resources | summarize count()")
        #expect(answer.headers["x-ms-user-quota-remaining"] == String(left))
        #expect(answer.headers["x-ms-user-quota-resets-after"] == "00:00:05")
      }
      emulated.server.set(now: Emulated.noon + 3)
      let refused = emulated.query("Resources")
      #expect(refused.status == 429)
      #expect(refused.headers["x-ms-user-quota-remaining"] == "0")
      #expect(refused.headers["x-ms-user-quota-resets-after"] == "00:00:02")
      #expect(refused.json["error"]["code"].text == "RateLimiting")
      #expect(refused.json["error"]["details"][0]["code"].text == "RateLimiting")
      emulated.server.set(now: Emulated.noon + 5)
      #expect(emulated.query("Resources").headers["x-ms-user-quota-remaining"] == "14")
    }
  }

  @Test func throttlingOnDemandLooksTheSame() async throws {
    try await Emulated.run { emulated in
      emulated.server.set(faults: [Fault(.status(429), match: "resourceGraph")])
      let refused = emulated.query("Resources")
      #expect(refused.status == 429)
      #expect(refused.headers["x-ms-user-quota-resets-after"] == "00:00:05")
      #expect(refused.json["error"]["code"].text == "RateLimiting")
      #expect(emulated.server.statistics.calls == ["fault": 1])
    }
  }

  @Test func unreadableSubscriptionsAreLeftOutWithoutAWord() async throws {
    try await Emulated.run {
      $0.unreadableSubscriptions = [Self.second]
    } _: { emulated in
      let both = "[\"\(Self.first)\",\"\(Self.second)\"]"
      let seen = "Resources | project subscriptionId"
      for scope in [nil, both] {
        let answer = emulated.query(seen, subscriptions: scope)
        #expect(answer.status == 200)
        #expect(Set(Emulated.column("subscriptionId", answer)) == [Self.first])
      }
      let none = emulated.query(seen, subscriptions: "[\"\(Self.second)\"]")
      #expect(none.status == 400)
      #expect(none.json["error"]["details"][0]["code"].text == "NoValidSubscriptionsInQueryRequest")
      emulated.server.set(unreadable: [Self.first, Self.second])
      #expect(emulated.query(seen).status == 403)
      #expect(emulated.post("/control/subscriptions/unreadable?ids=").status == 200)
      #expect(Set(Emulated.column("subscriptionId", emulated.query(seen))) == [Self.first, Self.second])
      #expect(
        Set(Emulated.column("subscriptionId", emulated.query(seen, subscriptions: "[\"\(Self.second)\"]")))
          == [Self.second])
      // No role, no metrics.
      emulated.server.set(unreadable: [emulated.first("KeyVault").subscriptionID])
      #expect(emulated.metrics(emulated.first("KeyVault"), [:]).json["error"]["code"].text == "AuthorizationFailed")
    }
  }

  @Test func managementGroupsHoldSubscriptions() async throws {
    try await Emulated.run { emulated in
      func seen(_ groups: String) -> Set<String> {
        let answer = emulated.query("Resources | project id, subscriptionId", managementGroups: groups)
        #expect(answer.status == 200, "\(answer.text)")
        return Set(Emulated.column("subscriptionId", answer))
      }
      #expect(seen("[\"MG-1\"]") == [Self.first] && seen("[\"mg-2\",\"mg-9\"]") == [Self.second])
      #expect(seen("[\"mg-1\",\"mg-2\"]") == [Self.first, Self.second])
      #expect(seen("[\"\(Estate.defaultTenantID)\"]") == [Self.first, Self.second])
      #expect(emulated.query("Resources", managementGroups: "[\"mg-9\"]").status == 403)
      #expect(emulated.query("Resources", managementGroups: "[]").status == 400)
      let both = emulated.query("Resources", subscriptions: "[\"\(Self.first)\"]", managementGroups: "[\"mg-1\"]")
      #expect(both.status == 400)
      emulated.server.set(unreadable: [Self.first])
      #expect(seen("[\"mg-1\",\"mg-2\"]") == [Self.second])
      #expect(emulated.query("Resources", managementGroups: "[\"mg-1\"]").status == 403)
    }
  }

  @Test func vanishedResourcesAreNowhere() async throws {
    try await Emulated.run { emulated in
      let id = emulated.first("KeyVault").id
      let query = "Resources | where id in~ ('/\(id)') | project id"
      #expect(emulated.post("/control/resources/remove?id=/\(id)").status == 200)
      #expect(emulated.query(query).json["count"].number == 0)
      #expect(emulated.metrics(emulated.first("KeyVault"), [:]).status == 404)
      #expect(emulated.post("/control/resources/restore").status == 200)
      #expect(emulated.query(query).json["count"].number == 1)
    }
  }

  @Test(arguments: [
    "", "[]", "{}", "{\"query\":1}", "{\"query\":\"Resources\"", "{\"query\":\"Resources\",\"Subscriptions\":[]}",
    "{\"query\":\"Resources\",\"subscriptions\":[\"mine\"]}", "{\"query\":\"Resources\",\"subscriptions\":[]}",
    "{\"query\":\"Resources\",\"subscriptions\":\"\(first)\"}", "{\"query\":\"Resources\",\"options\":[]}",
    "{\"query\":\"Resources\",\"options\":{\"$top\":0}}", "{\"query\":\"Resources\",\"options\":{\"$top\":1001}}",
    "{\"query\":\"Resources\",\"options\":{\"$top\":\"5\"}}", "{\"query\":\"Resources\",\"options\":{\"$skip\":-1}}",
    "{\"query\":\"Resources\",\"options\":{\"top\":5}}", "{\"query\":\"Resources\",\"options\":{\"$skipToken\":\"x\"}}",
    "{\"query\":\"Resources\",\"options\":{\"resultFormat\":\"Table\"}}",
  ]) func bodiesThatAreRefused(body: String) async throws {
    try await Emulated.run { emulated in
      let answer = emulated.post("\(Emulated.graph)?api-version=2022-10-01", body)
      #expect(answer.status == 400)
      #expect(answer.json["error"]["details"].array.count == 1)
    }
  }

  @Test func reasonsOfRefusedScopesAreNamed() async throws {
    try await Emulated.run { emulated in
      let malformed = emulated.query("Resources", subscriptions: "[\"\(Self.first)\",\"mine\"]")
      #expect(malformed.json["error"]["details"][0]["code"].text == "SubscriptionsContainInvalidGuids")
      let many = "[" + Array(repeating: "\"\(Self.first)\"", count: 1001).joined(separator: ",") + "]"
      #expect(emulated.query("Resources", subscriptions: many).status == 400)
    }
  }

  @Test func contentTypeAndAudienceAreChecked() async throws {
    try await Emulated.run { emulated in
      let target = "\(Emulated.graph)?api-version=2022-10-01"
      let body = "{\"query\":\"Resources\"}"
      #expect(emulated.post(target, body, contentType: "text/plain").status == 500)
      #expect(emulated.post(target, body, contentType: "application/json; charset=utf-8").status == 200)
      let refused = emulated.post(target, body, token: emulated.metricsToken)
      #expect(refused.json["error"]["code"].text == "InvalidAuthenticationTokenAudience")
      #expect(refused.status == 401)
    }
  }
}
