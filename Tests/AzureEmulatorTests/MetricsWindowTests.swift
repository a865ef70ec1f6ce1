import Testing

@testable import AzureEmulator

/// azure-apis 3.1, 8.1 and 8.2: windows, buckets, and what an answer says.
@Suite struct MetricsWindowTests {
  private func times(_ answer: WireAnswer) -> [String?] {
    answer.json["value"][0]["timeseries"][0]["data"].array.map { $0["timeStamp"].text }
  }

  @Test(arguments: [
    ("2026-03-01T11:50:00Z/2026-03-01T11:53:00Z", "PT1M", ["11:50", "11:51", "11:52"]),
    // The start is cut to the minute, and buckets begin there and not at round times.
    ("2026-03-01T11:50:59Z/2026-03-01T11:53:00Z", "PT1M", ["11:50", "11:51", "11:52"]),
    ("2026-03-01T11:37:30Z/2026-03-01T11:53:00Z", "PT5M", ["11:37", "11:42", "11:47", "11:52"]),
    // The end is exclusive.
    ("2026-03-01T09:00:00Z/2026-03-01T12:00:00Z", "PT1H", ["09:00", "10:00", "11:00"]),
    ("2026-03-01T09:00:00Z/2026-03-01T12:00:01Z", "PT1H", ["09:00", "10:00", "11:00", "12:00"]),
    // Buckets of the future are there.
    ("2026-03-01T11:58:00Z/2026-03-01T12:02:00Z", "PT1M", ["11:58", "11:59", "12:00", "12:01"]),
    // A blank for the T, fractions and no Z.
    ("2026-03-01 11:50:00.123/2026-03-01 11:51:00.5", "PT1M", ["11:50"]),
    ("2026-03-01T00:00:00Z/2026-03-01T12:00:00Z", "P1D", ["00:00"]),
    ("2026-03-01T00:00:00Z/2026-03-01T12:00:00Z", "PT24H", ["00:00"]),
    ("2026-03-01T08:00:00Z/2026-03-01T12:00:00Z", "FULL", ["08:00"]),
  ]) func buckets(timespan: String, interval: String, expected: [String]) async throws {
    try await Emulated.run { emulated in
      let answer = emulated.metrics(
        emulated.first("VirtualMachine"),
        ["metricnames": "Percentage CPU", "timespan": timespan, "interval": interval])
      #expect(answer.status == 200)
      #expect(times(answer) == expected.map { "2026-03-01T\($0):00Z" })
    }
  }

  @Test func windowIsTheLastHourByMinutesWhenNoneIsGiven() async throws {
    try await Emulated.run { emulated in
      let answer = emulated.metrics(
        emulated.first("VirtualMachine"), ["timespan": "-", "metricnames": "Percentage CPU"])
      #expect(times(answer).count == 60)
      #expect(times(answer).first == "2026-03-01T11:00:00Z")
      #expect(answer.json["timespan"].text == "2026-03-01T11:00:00Z/2026-03-01T12:00:00Z")
      #expect(answer.json["interval"].text == "PT1M")
    }
  }

  @Test func answerSaysWhatItIs() async throws {
    try await Emulated.run { emulated in
      let resource = emulated.first("ServiceBusNamespace")
      let answer = emulated.metrics(
        resource,
        [
          "metricnames": "size,IncomingMessages", "timespan": "2026-03-01T08:00:00.9Z/2026-03-01T12:00:00Z",
          "interval": "FULL", "aggregation": "Total,COUNT,average,minimum,maximum",
        ])
      let json = answer.json
      #expect(answer.headers["content-type"]?.hasPrefix("application/json") == true)
      #expect(json["timespan"].text == "2026-03-01T08:00:00Z/2026-03-01T12:00:00Z")
      #expect(json["interval"].text == "PT4H")
      #expect(json["namespace"].text == "microsoft.servicebus/namespaces")
      #expect(json["resourceregion"].text == resource.region)
      #expect(json["cost"].number ?? -1 >= 0)
      #expect(json["value"].array.map { $0["name"]["value"].text } == ["Size", "IncomingMessages"])
      let metric = json["value"][0]
      #expect(metric["id"].text == "/\(resource.id)/providers/Microsoft.Insights/metrics/Size")
      #expect(metric["type"].text == "Microsoft.Insights/metrics")
      #expect(metric["unit"].text == "Bytes")
      #expect(metric["errorCode"].text == "Success")
      #expect(metric["timeseries"].array.count == 1)
      #expect(metric["timeseries"][0]["metadatavalues"].array.isEmpty)
      let members = metric["timeseries"][0]["data"][0].keys
      #expect(members == ["timeStamp", "total", "count", "average", "minimum", "maximum"])
    }
  }

  @Test func valuesAreThoseOfTheFormulaAndMissingOnesHaveNoMember() async throws {
    try await Emulated.run { emulated in
      let values = SeriesValues(longestDelay: 150)
      let resource = emulated.first("VirtualMachine")
      var missing = 0
      for metric in resource.metrics.filter({ $0.dimensions.isEmpty }) {
        let answer = emulated.metrics(
          resource,
          [
            "metricnames": metric.name, "aggregation": "average,total,count",
            "timespan": "\(Emulated.before(15))/\(Emulated.before(-5))",
          ])
        let points = answer.json["value"][0]["timeseries"][0]["data"].array
        #expect(points.count == 20)
        for (index, point) in points.enumerated() {
          let start = Emulated.noon - 900 + index * 60
          let bucket = values.bucket(resource, metric, [[]], start: start, grain: 60, asOf: Emulated.noon)
          for aggregation in ["average", "total", "count"] {
            #expect(point[aggregation].number == bucket.value(aggregation))
          }
          if bucket.count == 0 {
            missing += 1
            #expect(point.keys == ["timeStamp"])
          }
          if start >= Emulated.noon { #expect(point.keys == ["timeStamp"]) }
        }
      }
      #expect(missing > 20)
    }
  }

  @Test func withoutAggregationThePrimaryOneIsGiven() async throws {
    try await Emulated.run { emulated in
      let answer = emulated.metrics(
        emulated.first("SqlDatabase"),
        [
          "metricnames": "storage,deadlock", "interval": "PT1H",
          "timespan":
            "\(Emulated.before(120))/\(Emulated.before(60))",
        ])
      #expect(answer.json["value"][0]["timeseries"][0]["data"][0].keys == ["timeStamp", "maximum"])
      #expect(answer.json["value"][1]["timeseries"][0]["data"][0].keys == ["timeStamp", "total"])
    }
  }

  @Test func autoAdjustTakesTheNearestInterval() async throws {
    try await Emulated.run { emulated in
      let answer = emulated.metrics(
        emulated.first("StorageAccount"),
        [
          "metricnames": "UsedCapacity", "interval": "PT5M", "AutoAdjustTimegrain": "true",
          "timespan": "\(Emulated.before(120))/\(Emulated.before(0))",
        ])
      #expect(answer.status == 200)
      #expect(answer.json["interval"].text == "PT1H")
      #expect(times(answer).count == 2)
    }
  }

  @Test func idsAndParametersAreTakenInAnyCase() async throws {
    try await Emulated.run { emulated in
      let id = emulated.first("VirtualMachine").id.uppercased()
      let window = Emulated.encoded("\(Emulated.before(5))/\(Emulated.before(3))")
      let answer = emulated.get(
        "/\(id)/PROVIDERS/microsoft.insights/METRICS?API-Version=2018-01-01&MetricNames=percentage%20cpu&TimeSpan=\(window)"
      )
      #expect(answer.status == 200)
      #expect(answer.json["value"][0]["name"]["value"].text == "Percentage CPU")
    }
  }
}
