import Testing

@testable import AzureEmulator

/// azure-apis 4.
@Suite struct GetBatchTests {
  /// The largest group of storage accounts of one subscription and region.
  private func group(_ emulated: Emulated, _ type: String = "StorageAccount") -> [EmulatedResource] {
    let all = emulated.estate.resources.filter { $0.type.name == type && $0.armType == $0.type.armType }
    return Dictionary(grouping: all) { $0.subscriptionID + $0.region }.values
      .max { ($0.count, $0[0].id) < ($1.count, $1[0].id) } ?? []
  }

  private static let query = [
    "api-version": "2024-02-01", "starttime": "2026-03-01T11:00:00.123Z", "endtime": "2026-03-01T12:00:00.345Z",
    "interval": "PT5M", "metricnamespace": "Microsoft.Storage/storageAccounts", "metricnames": "Egress,Ingress",
    "aggregation": "total,average",
  ]

  /// A request of which members of the query may be replaced, or left out by a dash.
  private func ask(
    _ emulated: Emulated, _ resources: [EmulatedResource], _ change: [String: String] = [:], region: String? = nil,
    body: String? = nil, token: String? = nil
  ) -> WireAnswer {
    let query = Self.query.merging(change) { $1 }.filter { $0.value != "-" }
    let text = query.map { "\($0.key)=\(Emulated.encoded($0.value))" }.joined(separator: "&")
    let ids = resources.map { ("/" + $0.id).json }.joined(separator: ",")
    return emulated.post(
      "/\(region ?? resources[0].region).metrics/subscriptions/\(resources[0].subscriptionID)/metrics:getBatch?\(text)",
      body ?? "{\"resourceids\":[\(ids)]}", token: token ?? emulated.metricsToken)
  }

  private static let demo: @Sendable (inout EmulatorConfiguration) -> Void = Emulated.estate(of: 1000)

  @Test func answerHasTheDocumentedShape() async throws {
    try await Emulated.run(Self.demo) { emulated in
      let resources = Array(group(emulated).prefix(3))
      let json = ask(emulated, resources).json
      #expect(json.keys == ["values"])
      #expect(json["values"].array.map { $0["resourceid"].text } == resources.map { "/" + $0.id })
      for value in json["values"].array {
        #expect(
          value.keys == ["starttime", "endtime", "interval", "namespace", "resourceregion", "resourceid", "value"])
        #expect(value["starttime"].text == "2026-03-01T11:00:00.123Z")
        #expect(value["endtime"].text == "2026-03-01T12:00:00.345Z")
        #expect(value["interval"].text == "PT5M")
        #expect(value["namespace"].text == "microsoft.storage/storageaccounts")
        #expect(value["resourceregion"].text == resources[0].region)
        #expect(value["value"].array.map { $0["name"]["value"].text } == ["Egress", "Ingress"])
      }
      #expect(!ask(emulated, resources, ["api-version": "2023-10-01"]).json["values"][0]["cost"].isNull)
      #expect(emulated.server.statistics.calls == ["getBatch": 2])
    }
  }

  @Test func numbersAreThoseOfTheOtherShape() async throws {
    try await Emulated.run(Self.demo) { emulated in
      let resources = Array(group(emulated).prefix(3))
      for filter in ["-", "ApiName eq '*'", "GeoType eq 'Primary' and ApiName eq '*'"] {
        let batch = ask(emulated, resources, ["filter": filter]).json["values"].array
        #expect(batch.count == 3)
        for (resource, value) in zip(resources, batch) {
          let single = emulated.metrics(
            resource,
            [
              "metricnames": "Egress,Ingress", "aggregation": "total,average", "interval": "PT5M", "$filter": filter,
              "timespan": "2026-03-01T11:00:00Z/2026-03-01T12:00:00Z",
            ])
          #expect(single.status == 200)
          #expect(value["value"] == single.json["value"])
        }
      }
    }
  }

  private static let refusals: [([String: String], String)] = [
    (
      ["timespan": "2026-03-01T11:00:00Z/2026-03-01T12:00:00Z"],
      "Detected invalid time range parameters for API version 2024-02-01."
    ),
    (["api-version": "2023-03-01-preview"], "The api-version"), (["api-version": "-"], "The api-version"),
    (["starttime": "-"], "endtime cannot be given without starttime"),
    (["starttime": "2026-03-01T13:00:00Z"], "Detected invalid time range input"),
    (["starttime": "yesterday"], "Detected invalid time range input: yesterday"),
    (["$filter": "ApiName eq '*'"], "The query parameter $filter is not supported."),
    (["AutoAdjustTimegrain": "true"], "The query parameter autoadjusttimegrain is not supported."),
    (["ValidateDimensions": "false"], "The query parameter validatedimensions is not supported."),
    (["resultType": "Data"], "The query parameter resulttype is not supported."),
    (["metricnamespace": "-"], "The parameters metricnamespace and metricnames are required."),
    (["metricnames": "-"], "The parameters metricnamespace and metricnames are required."),
    (["metricnamespace": "Microsoft.KeyVault/vaults"], "Resources should be of the type microsoft.keyvault/vaults: "),
    (
      ["metricnames": "Nope"],
      "Failed to find metric configuration for provider: Microsoft.Storage, resource Type: storageaccounts, metric: Nope, Valid metrics: UsedCapacity,"
    ),
    (["metricnames": Array(repeating: "Egress", count: 21).joined(separator: ",")], "The number of metric names"),
    (["interval": "PT3M"], "Invalid time grain duration: PT3M"), (["aggregation": "median"], "Invalid aggregation"),
    (["filter": "Egress"], "Invalid filter: Egress"), (["filter": "Nope eq '*'"], "Metric: Egress does not support"),
    (["filter": "microsoft.resourceid eq '*'"], "The dimension Microsoft.ResourceId is invalid at Resource level."),
    (["top": "0"], "Detected invalid TopN value 0"),
    (
      ["starttime": "2025-01-01T00:00:00Z", "endtime": "2025-01-02T00:00:00Z"],
      "Query endTime: 2025-01-02T00:00:00Z is out of the Max metrics retention period: 93.00:00:00"
    ),
  ]

  @Test(arguments: refusals) func refusedQueries(change: [String: String], message: String) async throws {
    try await Emulated.run(Self.demo) { emulated in
      let answer = ask(emulated, Array(group(emulated).prefix(2)), change)
      #expect(answer.status == 400)
      #expect(answer.headers["x-ms-error-code"] == "BadRequest")
      #expect(answer.json["error"]["code"].text == "BadRequest")
      #expect(answer.json["error"]["additionalInfo"][0]["info"].text?.hasPrefix("TraceId=") == true)
      #expect(answer.json["error"]["message"].text?.hasPrefix(message) == true, "\(answer.text)")
    }
  }

  @Test func refusedBodies() async throws {
    try await Emulated.run(Self.demo) { emulated in
      let some = Array(group(emulated).prefix(1))
      let id = ("/" + some[0].id).json
      for body in [
        "{}", "[]", "{\"resourceIds\":[\(id)]}", "{\"resourceids\":[]}", "{\"resourceids\":\(id)}",
        "{\"resourceids\":[\(id),\(id.lowercased())]}", "{\"resourceids\":[1]}", "{\"resourceids\":[\"x\"]}",
        "{\"resourceids\":[\(some[0].id.json)]}", "{\"resourceids\":[\(id)",
      ] {
        #expect(ask(emulated, some, body: body).status == 400, "\(body)")
      }
    }
  }

  @Test func resourcesAreOfOneSubscriptionAndRegion() async throws {
    try await Emulated.run(Self.demo) { emulated in
      let one = group(emulated)[0]
      let others = emulated.estate.resources.filter { $0.armType == one.armType }
      guard
        let elsewhere = others.first(where: { $0.subscriptionID == one.subscriptionID && $0.region != one.region }),
        let another = others.first(where: { $0.subscriptionID != one.subscriptionID && $0.region == one.region })
      else { return #expect(Bool(false)) }
      #expect(
        ask(emulated, [one, elsewhere]).json["error"]["message"].text?.hasPrefix(
          "Resources should be in the same region")
          == true)
      #expect(
        ask(emulated, [one, another]).json["error"]["message"].text?
          .hasPrefix("Resources should be in the same subscription") == true)
      #expect(ask(emulated, [one], region: elsewhere.region).status == 400)
    }
  }

  @Test func fiftyIdsAreTaken() async throws {
    try await Emulated.run(Emulated.estate(of: 5000)) { emulated in
      let many = group(emulated)
      #expect(many.count > 50)
      #expect(ask(emulated, Array(many.prefix(50))).json["values"].array.count == 50)
      #expect(ask(emulated, Array(many.prefix(51))).status == 400)
    }
  }

  @Test func topIsPerMetricPerResource() async throws {
    try await Emulated.run(Self.demo) { emulated in
      let filter = "ResponseType eq '*' and GeoType eq '*' and ApiName eq '*'"
      let some = Array(group(emulated).prefix(2))
      for (top, count) in [("-", 10), ("3", 3), ("100", 12)] {
        let json = ask(emulated, some, ["metricnames": "Transactions", "filter": filter, "top": top]).json
        #expect(json["values"].array.map { $0["value"][0]["timeseries"].array.count } == [count, count])
      }
    }
  }

  @Test func windowsEndNowAndSpanAnHourWhereNothingIsSaid() async throws {
    try await Emulated.run(Self.demo) { emulated in
      func points(_ change: [String: String]) -> [String?] {
        ask(emulated, Array(group(emulated).prefix(1)), change).json["values"][0]["value"][0]["timeseries"][0]["data"]
          .array
          .map { $0["timeStamp"].text }
      }
      #expect(
        points(["endtime": "-", "starttime": "2026-03-01T11:50:30Z"]) == [
          "2026-03-01T11:50:00Z", "2026-03-01T11:55:00Z",
        ])
      #expect(points(["starttime": "-", "endtime": "-", "interval": "-"]).count == 60)
      #expect(points(["interval": "FULL"]) == ["2026-03-01T11:00:00Z"])
    }
  }

  @Test func tokenIsThatOfTheMetricsAudience() async throws {
    try await Emulated.run(Self.demo) { emulated in
      let some = Array(group(emulated).prefix(1))
      let answer = ask(emulated, some, token: emulated.token)
      #expect(answer.status == 401)
      #expect(answer.json["error"]["code"].text == "InvalidAuthenticationTokenAudience")
      emulated.server.set(unreadable: [some[0].subscriptionID])
      #expect(ask(emulated, some).status == 401)
      emulated.server.set(unreadable: [])
      emulated.server.set(removed: [some[0].id])
      #expect(ask(emulated, some).json["values"].array.isEmpty)
    }
  }

  @Test func slotsAreATypeOfTheirOwn() async throws {
    try await Emulated.run(Self.demo) { emulated in
      let slots = emulated.estate.resources.filter { $0.armType == "microsoft.web/sites/slots" }
      let change = ["metricnamespace": "microsoft.web/sites/slots", "metricnames": "Requests"]
      #expect(ask(emulated, [slots[0]], change).json["values"][0]["resourceid"].text == "/" + slots[0].id)
      #expect(
        ask(emulated, [slots[0]], change.merging(["metricnamespace": "microsoft.web/sites"]) { $1 }).status == 400)
    }
  }

  @Test func faults() async throws {
    try await Emulated.run(Self.demo) { emulated in
      let some = Array(group(emulated).prefix(4))
      let good = ask(emulated, some)
      func ids(_ answer: WireAnswer) -> [String] { answer.json["values"].array.compactMap { $0["resourceid"].text } }
      func struck(_ kind: Fault.Kind) -> WireAnswer {
        emulated.server.set(faults: [Fault(kind, match: "getBatch", times: 1)])
        return ask(emulated, some)
      }
      #expect(ids(struck(.shuffled)) != ids(good))
      #expect(Set(ids(struck(.shuffled))) == Set(ids(good)))
      #expect(ids(struck(.dropped)) == Array(ids(good).dropFirst()))
      #expect(struck(.wrapped).json.text == good.text)
      let busy = struck(.status(529))
      #expect(busy.status == 529 && busy.body.isEmpty && busy.headers["retry-after"] == nil)
      #expect(struck(.status(500)).headers["x-ms-error-code"] == "InternalServerError")
      #expect(struck(.status(501)).json["values"][0]["value"][0]["errorMessage"].text != nil)
      let failed = struck(.failedMetric).json["values"][1]["value"]
      #expect(failed.array.map { $0["errorCode"].text } == ["InternalServerError", "Success"])
      #expect(failed[0]["timeseries"].array.isEmpty && failed[0]["errorMessage"].text != nil)
      #expect(emulated.post("/control/faults?kind=shuffled&match=getBatch").status == 200)
      #expect(ids(ask(emulated, some)) != ids(good))
    }
  }
}
