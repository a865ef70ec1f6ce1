import Foundation
import Testing

/// Answers of Azure that the emulator does not give, recorded by hand.
@Suite(.serialized) struct EndToEndRecordedAnswerTests {
  @Test func anAggregationThatAMetricHasNotCostsNoOther() throws {
    let swath = try SwathProcess()
    func metric(_ name: String, _ azureName: String, _ aggregation: String) -> String {
      """
        - name: \(name)
          description: ""
          resourceType: KeyVault
          azureMetricConfiguration: {metricName: \(azureName), aggregation: {type: \(aggregation)}}
          resources: [{vaultName: kv}]

      """
    }
    try swath.write(
      """
      version: v1
      azureMetadata: {tenantId: t, subscriptionId: s, resourceGroupName: g}
      metricDefaults: {aggregation: {interval: 00:05:00}, scraping: {schedule: "* * * * *"}}
      metrics:

      """ + metric("plain", "Hits", "Count") + metric("total", "Picky", "Total") + metric("low", "Picky", "Minimum"),
      "metrics-declaration.yaml")
    let recordings = swath.folder.appending(path: "recordings")
    try FileManager.default.createDirectory(at: recordings, withIntermediateDirectories: true)
    /// What Azure says to a call: metrics that have not got one of its aggregations are refused, beside the others.
    func record(_ names: String, _ aggregations: String, _ metrics: String) throws {
      let uri =
        "https://management.azure.com/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv/providers/"
        + "Microsoft.Insights/metrics?api-version=2024-02-01&timespan=2026-11-24T11:50:00Z/2026-11-24T11:55:00Z"
        + "&interval=PT5M&metricnames=\(names)&aggregation=\(aggregations)"
      try """
      {"request": {"method": "GET", "uri": "\(uri)"}, "response": {"status": 200, "body": {"value": [\(metrics)]}}}
      """.write(to: recordings.appending(path: "\(names)-\(aggregations).json"), atomically: true, encoding: .utf8)
    }
    func good(_ name: String, _ aggregation: String, _ value: Int) -> String {
      """
      {"name": {"value": "\(name)"}, "errorCode": "Success", "timeseries": [{"metadatavalues": [], "data": [
        {"timeStamp": "2026-11-24T11:50:00Z", "\(aggregation)": \(value)}]}]}
      """
    }
    let refused =
      #"{"name": {"value": "Picky"}, "timeseries": [], "errorCode": "InvalidSamplingType", "errorMessage": "no"}"#
    try record("Hits,Picky", "minimum,total,count", good("Hits", "count", 1) + "," + refused)
    try record("Picky", "minimum,total", refused)
    try record("Picky", "minimum", refused)
    try record("Picky", "total", good("Picky", "total", 3))
    swath.environment = [:]
    let result = try swath.run(["--replay", recordings.path, "--at", "2026-11-24T12:00:00Z"])
    let shown = try #require(swath.text("swath.prom"))
    #expect(shown.contains("plain{") && shown.contains("total{") && !shown.contains("low{"))
    #expect(result.status == 3 && result.stderr.contains("1 series rejected (InvalidSamplingType)"), "\(result.stderr)")
  }

  /// As in Promitor: each series that Azure answers with under its own dimensions, and one of nothing where there is none.
  @Test func seriesWithoutAValueAreShownIfTheFileSaysHow() throws {
    let swath = try SwathProcess()
    let names = ["mixed", "nothing", "nobody"]
    let metrics = names.map { name in
      """
        - name: \(name)
          description: ""
          resourceType: KeyVault
          azureMetricConfiguration:
            {metricName: \(name), aggregation: {type: Count}, dimensions: [{name: ActivityType}]}
          resources: [{vaultName: kv}]
      """
    }
    try swath.write(
      """
      version: v1
      azureMetadata: {tenantId: t, subscriptionId: s, resourceGroupName: g}
      metricDefaults: {aggregation: {interval: 00:05:00}, scraping: {schedule: "* * * * *"}}
      metrics:
      \(metrics.joined(separator: "\n"))

      """, "metrics-declaration.yaml")
    func series(_ type: String, _ value: String) -> String {
      """
      {"metadatavalues": [{"name": {"value": "activitytype"}, "value": "\(type)"}], "data": [
        {"timeStamp": "2026-11-24T11:50:00Z"\(value)}]}
      """
    }
    let answers = [
      series("vault", #", "count": 3"#) + "," + series("key", "") + "," + series("secret", #", "count": null"#),
      series("vault", "") + "," + series("key", ""), "",
    ]
    let recordings = swath.folder.appending(path: "recordings")
    try FileManager.default.createDirectory(at: recordings, withIntermediateDirectories: true)
    let uri =
      "https://management.azure.com/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv/providers/"
      + "Microsoft.Insights/metrics?api-version=2024-02-01&timespan=2026-11-24T11:50:00Z/2026-11-24T11:55:00Z"
      + "&interval=PT5M&metricnames=\(names.joined(separator: ","))&aggregation=count&top=10000"
      + "&$filter=ActivityType eq '*'"
    let bodies = zip(names, answers).map { #"{"name": {"value": "\#($0)"}, "timeseries": [\#($1)]}"# }
    try """
    {"request": {"method": "GET", "uri": "\(uri)"},
     "response": {"status": 200, "body": {"value": [\(bodies.joined(separator: ","))]}}}
    """.write(to: recordings.appending(path: "answer.json"), atomically: true, encoding: .utf8)
    swath.environment = [:]
    func shown() throws -> [String: Double] {
      let result = try swath.run(["--replay", recordings.path, "--at", "2026-11-24T12:00:00Z"])
      #expect(result.status == 0, "\(result.stderr)")
      try? FileManager.default.removeItem(at: swath.snapshot)
      let lines = try #require(swath.text("swath.prom")).matches(of: /(\w+)\{.*activitytype="(\w+)".*\} (\S+)/)
      return Dictionary(uniqueKeysWithValues: lines.map { ("\($0.1) \($0.2)", Double($0.3) ?? .infinity) })
    }
    #expect(try shown() == ["mixed vault": 3])
    try swath.write("metricSinks: {prometheusScrapingEndpoint: {metricUnavailableValue: -1}}\n", "runtime.yaml")
    #expect(
      try shown() == [
        "mixed vault": 3, "mixed key": -1, "mixed secret": -1, "nothing vault": -1, "nothing key": -1,
        "nobody unknown": -1,
      ])
  }

  /// Where a refusal of an interval does not say which ones there are, the definitions of the metric do.
  @Test func definitionsSayWhichIntervalsThereAre() throws {
    let swath = try SwathProcess()
    try swath.write(
      """
      version: v1
      azureMetadata: {tenantId: t, subscriptionId: s, resourceGroupName: g}
      metricDefaults: {aggregation: {interval: 00:05:00}, scraping: {schedule: "* * * * *"}}
      metrics:
      - name: slow
        description: ""
        resourceType: KeyVault
        azureMetricConfiguration: {metricName: Slow, aggregation: {type: Count}}
        resources: [{vaultName: kv}]

      """, "metrics-declaration.yaml")
    let recordings = swath.folder.appending(path: "recordings")
    try FileManager.default.createDirectory(at: recordings, withIntermediateDirectories: true)
    let insights =
      "https://management.azure.com/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv/providers/"
      + "Microsoft.Insights/"
    func record(_ name: String, _ call: String, _ status: Int, _ body: String) throws {
      try """
      {"request": {"method": "GET", "uri": "\(insights)\(call)"}, "response": {"status": \(status), "body": \(body)}}
      """.write(to: recordings.appending(path: "\(name).json"), atomically: true, encoding: .utf8)
    }
    func metrics(_ window: String, _ interval: String) -> String {
      "metrics?api-version=2024-02-01&timespan=2026-11-24T\(window)&interval=\(interval)&metricnames=Slow&aggregation=count"
    }
    try record(
      "refused", metrics("11:50:00Z/2026-11-24T11:55:00Z", "PT5M"), 400,
      #"{"code": "BadRequest", "message": "Metric: the time grain is not one of the metric's"}"#)
    try record(
      "definitions", "metricDefinitions?api-version=2024-02-01", 200,
      """
      {"value": [{"name": {"value": "Slow"}, "primaryAggregationType": "Count", "supportedAggregationTypes": ["Count"],
        "metricAvailabilities": [{"timeGrain": "PT1H"}, {"timeGrain": "P1D"}]}]}
      """)
    try record(
      "good", metrics("10:00:00Z/2026-11-24T11:00:00Z", "PT1H"), 200,
      """
      {"value": [{"name": {"value": "Slow"}, "errorCode": "Success", "timeseries": [{"metadatavalues": [], "data": [
        {"timeStamp": "2026-11-24T10:00:00Z", "count": 7}]}]}]}
      """)
    swath.environment = [:]
    let result = try swath.run(["--replay", recordings.path, "--at", "2026-11-24T12:00:00Z"])
    let shown = try #require(swath.text("swath.prom"))
    #expect(shown.contains(/slow\{.*\} 7\n/), "\(shown) \(result.stderr)")
    #expect(result.status == 0 && result.stderr.contains("those of 01:00:00 are used"), "\(result.stderr)")
  }
}
