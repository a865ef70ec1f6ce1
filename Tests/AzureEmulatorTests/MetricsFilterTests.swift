import Testing

@testable import AzureEmulator

/// azure-apis 3.4: dimensions and filters.
@Suite struct MetricsFilterTests {
  /// The values of the dimensions of each series, joined by slashes.
  private func series(_ answer: WireAnswer) -> [String] {
    answer.json["value"][0]["timeseries"].array.map { series in
      series["metadatavalues"].array.compactMap { $0["value"].text }.joined(separator: "/")
    }
  }

  @Test(arguments: [
    ("ApiName eq '*'", ["GetBlob", "PutBlob", "ListContainers"]),
    ("ApiName eq 'GetBlob'", ["GetBlob"]),
    ("apiname EQ 'getblob'", ["GetBlob"]),
    ("ApiName eq 'GetBlob' or ApiName eq 'PutBlob'", ["GetBlob", "PutBlob"]),
    ("ApiName ne 'GetBlob'", ["PutBlob", "ListContainers"]),
    ("ApiName sw 'put'", ["PutBlob"]),
    ("ApiName eq 'Nothing'", []),
    (
      "GeoType eq '*' and ApiName eq 'GetBlob' or ApiName eq 'PutBlob'",
      ["Primary/GetBlob", "Primary/PutBlob", "Secondary/GetBlob", "Secondary/PutBlob"]
    ),
    ("GeoType eq 'Primary' and ApiName sw 'l' ", ["Primary/ListContainers"]),
  ]) func accepted(filter: String, expected: [String]) async throws {
    try await Emulated.run { emulated in
      let answer = emulated.metrics(
        emulated.first("StorageAccount"), ["metricnames": "Egress", "$filter": filter])
      #expect(answer.status == 200)
      #expect(series(answer) == expected)
    }
  }

  @Test(arguments: [
    "ApiName", "ApiName eq", "ApiName eq GetBlob", "ApiName gt '1'", "ApiName eq 'a' or GeoType eq 'b'",
    "ApiName eq 'a' xor ApiName eq 'b'", "ApiName eq 'a' and", "ApiName eq 'open", "and ApiName eq 'a'",
    "ApiName sw 'a' or ApiName sw 'b'",
  ]) func refused(filter: String) async throws {
    try await Emulated.run { emulated in
      let answer = emulated.metrics(emulated.first("StorageAccount"), ["metricnames": "Egress", "$filter": filter])
      #expect(answer.status == 400)
      #expect(answer.json["code"].text == "BadRequest")
    }
  }

  @Test func namesComeBackInLowerCaseAndSeriesSumUpWhatIsNotNamed() async throws {
    try await Emulated.run { emulated in
      let resource = emulated.first("StorageAccount")
      let query = [
        "metricnames": "Egress", "aggregation": "total", "interval": "PT1H",
        "timespan": "\(Emulated.before(180))/\(Emulated.before(60))",
      ]
      let whole = emulated.metrics(resource, query).json["value"][0]["timeseries"]
      let split = emulated.metrics(resource, query.merging(["$filter": "ApiName eq '*'"]) { $1 })
        .json["value"][0]["timeseries"]
      #expect(split[0]["metadatavalues"][0]["name"]["value"].text == "apiname")
      #expect(whole.array.count == 1)
      for point in 0..<2 {
        let sum = split.array.compactMap { $0["data"][point]["total"].number }.reduce(0, +)
        #expect(whole[0]["data"][point]["total"].number == sum)
      }
    }
  }

  @Test func topCutsWithoutAWord() async throws {
    try await Emulated.run { emulated in
      // 2 response types × 2 geo types × 3 api names
      let query = [
        "metricnames": "Transactions", "$filter": "ResponseType eq '*' and GeoType eq '*' and ApiName eq '*'",
      ]
      let resource = emulated.first("StorageAccount")
      #expect(series(emulated.metrics(resource, query)).count == 10)
      #expect(series(emulated.metrics(resource, query.merging(["top": "11"]) { $1 })).count == 11)
      let all = emulated.metrics(resource, query.merging(["top": "2147483647"]) { $1 })
      #expect(series(all).count == 12)
      #expect(series(emulated.metrics(resource, query)) == Array(series(all).prefix(10)))
    }
  }

  @Test func unknownDimensionsAreIgnoredWhereTheyAreNotValidated() async throws {
    try await Emulated.run { emulated in
      let answer = emulated.metrics(
        emulated.first("StorageAccount"),
        [
          "metricnames": "UsedCapacity,Egress", "interval": "PT1H", "$filter": "ApiName eq '*'",
          "ValidateDimensions": "false",
        ])
      #expect(answer.status == 200)
      #expect(series(answer) == [""])
      #expect(answer.json["value"][1]["timeseries"].array.count == 3)
    }
  }

  @Test func quotesAndBracketsInValues() {
    #expect(MetricsFilter("A eq 'it''s'")?.groups[0].terms[0].value == "it's")
    #expect(MetricsFilter("A eq ''''")?.groups[0].terms[0].value == "'")
    #expect(MetricsFilter("A eq ''")?.groups[0].terms[0].value.isEmpty == true)
    #expect(MetricsFilter("A eq 'x%28y%29'")?.groups[0].terms[0].value == "x(y)")
    #expect(MetricsFilter("A eq 'x and B eq y'")?.groups.count == 1)
    #expect(MetricsFilter("cloud/roleName eq 'a'")?.groups[0].dimension == "cloud/roleName")
    #expect(MetricsFilter("A eq 'open") == nil)
    #expect(MetricsFilter("") == nil)
  }

  @Test func entitiesAreTheQueuesOfTheNamespace() async throws {
    try await Emulated.run { emulated in
      let resource = emulated.first("ServiceBusNamespace")
      let answer = emulated.metrics(resource, ["metricnames": "ActiveMessages", "$filter": "EntityName eq '*'"])
      #expect(series(answer) == resource.entities)
    }
  }
}
