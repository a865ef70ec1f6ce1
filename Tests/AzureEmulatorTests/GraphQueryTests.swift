import Testing

@testable import AzureEmulator

/// azure-apis 2.4: what queries select, and what is no query.
@Suite struct GraphQueryTests {
  private static let estate = Estate(seed: 1, resources: 200, subscriptions: 2)
  private static let second = "00000000-0000-0000-0000-000000000002"

  private static let queries: [(String, @Sendable (GraphRow) -> Bool)] = [
    ("Resources", { _ in true }),
    ("resources\n| where type =~ 'Microsoft.KeyVault/vaults'", { $0.type == "microsoft.keyvault/vaults" }),
    (
      "Resources\n| where type =~ 'microsoft.web/sites'\n or type =~ 'microsoft.web/sites/slots'",
      { $0.type.hasPrefix("microsoft.web/sites") }
    ),
    ("Resources | where subscriptionId =~ '\(second)'", { $0.subscriptionID == second }),
    (
      "Resources | where resourceGroup =~ 'RG-1-0' or resourceGroup =~ 'rg-2-1'",
      { ["rg-1-0", "rg-2-1"].contains($0.resourceGroup) }
    ),
    (
      "Resources | where location =~ 'westEurope' | where type =~ 'microsoft.sql/servers'",
      { $0.location == "westeurope" && $0.type == "microsoft.sql/servers" }
    ),
    (
      "Resources | where tags['env'] matches regex @'^(?i)prod$'",
      { $0.tags?.contains { $0.name == "env" && $0.value.lowercased() == "prod" } == true }
    ),
    ("Resources | where tags['ENV'] matches regex @'^(?i)prod$'", { _ in false }),
    (
      "Resources | where tags['env'] matches regex @'^(?i)test$' or tags['team'] matches regex @'^(?i)o.s|none$'",
      { $0.tags?.contains { $0.value == "test" || $0.value == "ops" } == true }
    ),
    (
      "Resources | where tags['team'] matches regex @'^(?i)it''s \"us\"$'",
      { $0.tags?.contains { $0.value == "it's \"us\"" } == true }
    ),
    (
      "Resources | where tags['team'] matches regex 'it\\'s'",
      { $0.tags?.contains { $0.value == "it's \"us\"" } == true }
    ),
    // azure-apis 2.4 does not say what a test makes of a tag that is not there; here it is nothing, also when negated.
    (
      "Resources | where not(tags['env'] matches regex @'^(?i)test$')",
      { $0.tags?.contains { $0.name == "env" && $0.value != "test" } == true }
    ),
    (
      "Resources | where not(isnotempty(tags['env']) and tags['env'] matches regex @'^(?i)test$')",
      { $0.tags?.contains { $0.name == "env" && $0.value == "test" } != true }
    ),
    (
      "Resources | where name matches regex @'^(?i)(?:KV-.*)$' and (location =~ 'eastus' or location =~ 'westeurope')",
      { $0.name.hasPrefix("kv-") && ["eastus", "westeurope"].contains($0.location) }
    ),
    ("Resources | where kind contains 'FunctionApp'", { $0.kind.hasPrefix("functionapp") }),
    ("Resources | where kind !contains 'functionapp'", { !$0.kind.hasPrefix("functionapp") }),
    ("Resources | where type =~ 'it\\'s'", { _ in false }),
  ]

  @Test(arguments: queries.indices) func selects(index: Int) async throws {
    let (text, isWanted) = Self.queries[index]
    try await Emulated.run(Emulated.estate(of: 200)) { emulated in
      let answer = emulated.query(text + " | project id")
      #expect(answer.status == 200, "\(answer.text)")
      let expected = Self.estate.rows.filter(isWanted).map(\.id)
      #expect(Emulated.column("id", answer) == expected, "\(text)")
      #expect(answer.json["totalRecords"].number == Double(expected.count))
      #expect(emulated.server.statistics.calls == ["resourceGraph": 1])
      #expect(emulated.server.statistics.rows == expected.count)
    }
  }

  @Test func projectionsOrderAndFilterAfterThem() async throws {
    try await Emulated.run(Emulated.estate(of: 200)) { emulated in
      let answer = emulated.query(
        """
        Resources
        | where type =~ 'microsoft.web/sites'
         or type =~ 'microsoft.web/sites/slots'
        | project subscriptionId, resourceGroup, what = ['type'], name, id, kind
        | order by subscriptionId desc, resourceGroup asc, name, id asc
        | where kind !contains 'functionapp'
        """)
      #expect(answer.json["data"][0].keys == ["subscriptionId", "resourceGroup", "what", "name", "id", "kind"])
      #expect(!Emulated.column("kind", answer).contains { $0.contains("functionapp") })
      let keys = answer.json["data"].array.map { row in
        ["subscriptionId", "resourceGroup", "name"].map { row[$0].text ?? "" }
      }
      let sorted = keys.sorted { one, other in
        one[0] != other[0] ? one[0] > other[0] : one[1] != other[1] ? one[1] < other[1] : one[2] > other[2]
      }
      #expect(keys == sorted)
      #expect(keys.count > 10)
      let slots = answer.json["data"].array.filter { $0["what"].text == "microsoft.web/sites/slots" }
      #expect(!slots.isEmpty && slots.allSatisfy { $0["name"].text == "staging" })
    }
  }

  @Test func databasesAndTheirServersAreFoundById() async throws {
    try await Emulated.run { emulated in
      let database = "/" + emulated.first("SqlDatabase").id
      let server = database.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
      let answer = emulated.query(
        "Resources | where id in~ ('\(database.uppercased())', '\(server)', '/gone') | project id, location, type")
      #expect(Emulated.column("id", answer) == [database, server])
      #expect(Emulated.column("location", answer) == Array(repeating: emulated.first("SqlDatabase").region, count: 2))
      #expect(Emulated.column("type", answer) == ["microsoft.sql/servers/databases", "microsoft.sql/servers"])
    }
  }

  @Test func aMemberOfAnObjectIsProjectedAsAText() async throws {
    try await Emulated.run { emulated in
      let answer = emulated.query("Resources | project id, sku = tostring(sku.name), tags")
      let expected = emulated.estate.rows.map { $0.sku ?? "" }
      #expect(Emulated.column("sku", answer) == expected && Set(expected).count == 3)
      #expect(emulated.query("Resources | project sku = tostring(kind.name)").status == 400)
    }
  }

  /// KQL's documentation of `summarize`, `hash()`, `strcat()` and `tostring()`.
  @Test func rowsAreSummedUpByAColumn() async throws {
    try await Emulated.run(Emulated.estate(of: 200)) { emulated in
      let rows = emulated.estate.rows
      let answer = emulated.query("Resources | summarize rows = count() by type | order by type asc")
      let counts = Dictionary(grouping: rows, by: \.type).mapValues(\.count).sorted { $0.key < $1.key }
      #expect(answer.json["data"].array.map { $0["type"].text } == counts.map(\.key))
      #expect(answer.json["data"].array.map { $0["rows"].number } == counts.map { Double($0.value) })

      func codes(_ value: String) -> [Double] {
        emulated.query("Resources | project id, code = \(value)").json["data"].array.map { $0["code"].number ?? -1 }
      }
      let all = codes("hash(strcat(id, kind, tostring(sku), tostring(tags)), 2147483647)")
      #expect(all.count == rows.count && Set(all).count == rows.count && all.allSatisfy { 0..<2_147_483_647 ~= $0 })
      #expect(Set(codes("hash(type, 2147483647)")).count == counts.count)
      let sum = emulated.query(
        "Resources | project type, code = hash(id, 1000) | summarize code = sum(code), count() by type"
          + " | project id = type, code = tostring(code)")
      #expect(sum.json["data"].array.count == counts.count)
      let whole = codes("hash(id, 1000)").reduce(0, +)
      #expect(sum.json["data"].array.compactMap { $0["code"].text.flatMap { Double($0) } }.reduce(0, +) == whole)
      #expect(emulated.query("Resources | summarize sum(kind) by type").status == 400)
    }
  }

  /// KQL's documentation of `case()`: the first predicate that is true, or else the last argument.
  @Test func aCaseIsTheTextOfTheFirstPredicateThatHolds() async throws {
    try await Emulated.run(Emulated.estate(of: 200)) { emulated in
      let answer = emulated.query(
        """
        Resources
        | project id, what = case(type in~ ('microsoft.keyvault/vaults'), 'vault', \
        type in~ ('microsoft.web/sites', 'Microsoft.Web/sites/slots') and kind contains 'functionapp', 'function', \
        type =~ 'microsoft.keyvault/vaults' or type =~ 'microsoft.web/sites', 'later', '')
        | where what matches regex '.'
        """)
      #expect(answer.status == 200, "\(answer.text)")
      let expected = Self.estate.rows.compactMap { row -> String? in
        if row.type == "microsoft.keyvault/vaults" { return "vault" }
        if row.type.hasPrefix("microsoft.web/sites"), row.kind.contains("functionapp") { return "function" }
        return row.type == "microsoft.web/sites" ? "later" : nil
      }
      #expect(Emulated.column("what", answer) == expected)
      #expect(Set(expected) == ["vault", "function", "later"])
    }
  }

  @Test func subscriptionsAndGroupsAreAnotherTable() async throws {
    try await Emulated.run { emulated in
      let answer = emulated.query(
        """
        ResourceContainers
        | where type =~ 'microsoft.resources/subscriptions'
        | project id, name, limit = tostring(properties.subscriptionPolicies.spendingLimit), managedBy
        """)
      let expected = emulated.estate.containers.filter { $0.resourceGroup.isEmpty }
      #expect(Emulated.column("id", answer) == expected.map(\.id) && !expected.isEmpty)
      #expect(Emulated.column("limit", answer).first == "Off")
      let groups = emulated.query(
        "resourcecontainers | where type =~ 'Microsoft.Resources/subscriptions/resourceGroups' | project id, location")
      #expect(Emulated.column("id", groups).count == emulated.estate.containers.count - expected.count)
      for wrong in [
        "Things | project id", "ResourceContainers | project id, properties", "Resources | project managedBy",
      ] {
        #expect(emulated.query(wrong).status == 400, "\(wrong)")
      }
    }
  }

  @Test func countIsOneRow() async throws {
    try await Emulated.run { emulated in
      let answer = emulated.query("Resources | where type =~ 'microsoft.keyvault/vaults' | summarize count()")
      let expected = emulated.estate.resources.count { $0.type.name == "KeyVault" }
      #expect(answer.json["data"][0]["count_"].number == Double(expected))
      #expect(answer.json["data"].array.count == 1)
      let table = emulated.query("Resources | summarize count()", options: "{\"resultFormat\":\"table\"}")
      #expect(table.json["data"]["columns"][0]["type"].text == "integer")
    }
  }

  @Test(arguments: [
    "", "| where type =~ 'x'", "ResourceChanges", "Resources | limit 1", "Resources | take 1", "Resources where",
    "Resources | where type == 'x'", "Resources | where type =~ x", "Resources | where type =~ \"x\"",
    "Resources | where type =~ 'open", "Resources | where type =~ 'bad\\escape'", "Resources | where nothing =~ 'x'",
    "Resources | where type =~ 'x' and", "Resources | where (type =~ 'x'", "Resources | where not type =~ 'x'",
    "Resources | where isnotempty(tags)", "Resources | where isnotempty(name)", "Resources | where name matches 'x'",
    "Resources | where type =~ 'it''s'",
    "Resources | where id in ('x')", "Resources | where id in~ ()", "Resources | where id in~ ('x'",
    "Resources | where id in~ ('x',)", "Resources | where tags.env =~ 'x'", "Resources | where tags['env'] =~ 'x'",
    "Resources | where tags =~ 'x'", "Resources | where tags['env'] matches regex @'('",
    "Resources | where tags['env'] matches regex @'(?!x)'", "Resources | where kind !in~ ('x')",
    "Resources | project", "Resources | project id,", "Resources | project nothing", "Resources | project id, id",
    "Resources | project x = case('y')", "Resources | project x = case(type =~ 'y', 'z')",
    "Resources | project x = case(type =~ 'y', 'z', type =~ 'y', 'z')", "Resources | project x = case(type, 'y', 'z')",
    "Resources | project x = case(type =~ 'y', 'z',)", "Resources | project x = case(type =~ 'y', name, 'z')",
    "Resources | project id | where type =~ 'x'", "Resources | project ID", "Resources | order by tags asc",
    "Resources | order id", "Resources | order by", "Resources | sort by id", "Resources | summarize count() by tags",
    "Resources | summarize max(kind) by type", "Resources | summarize n = by type",
    "Resources | project x = hash(kind)",
    "Resources | summarize count() | project id", "Resources | extend x = id", "Resources |",
    "Resources | | project id",
    "Resources | Where type =~ 'x'", "Resources; Resources", "Resources | project id // all",
  ]) func anythingElseIsRefused(text: String) async throws {
    try await Emulated.run { emulated in
      let answer = emulated.query(text)
      #expect(answer.status == 400)
      #expect(answer.json["error"]["code"].text == "BadRequest")
      #expect(answer.json["error"]["details"][0]["code"].text == "ParserFailure")
    }
  }
}
