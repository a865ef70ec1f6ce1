import Foundation
import Testing

/// Answers of Azure that the emulator does not give, recorded by hand.
@Suite(.serialized) struct EndToEndRecordedAnswerTests {
  /// A vault with some metrics, and what Azure is recorded to say of it.
  private struct Vault {
    let swath: SwathProcess
    private let recordings: URL

    /// - `metrics`: each with its name and its `azureMetricConfiguration`, in YAML.
    init(_ metrics: [(name: String, azure: String)]) throws {
      swath = try SwathProcess()
      swath.environment = [:]
      recordings = swath.folder.appending(path: "recordings")
      try FileManager.default.createDirectory(at: recordings, withIntermediateDirectories: true)
      let declared = metrics.map { name, azure in
        """
        - name: \(name)
          description: ""
          resourceType: KeyVault
          azureMetricConfiguration: \(azure)
          resources: [{vaultName: kv}]

        """
      }
      try swath.write(
        """
        version: v1
        azureMetadata: {tenantId: t, subscriptionId: s, resourceGroupName: g}
        metricDefaults: {aggregation: {interval: 00:05:00}, scraping: {schedule: "* * * * *"}}
        metrics:

        """ + declared.joined(), "metrics-declaration.yaml")
    }

    /// Records what a call comes to.
    ///
    /// - `call`: its path behind the provider of metrics, with its query.
    func record(_ name: String, _ call: String, status: Int = 200, _ body: String) throws {
      let uri =
        "https://management.azure.com/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv/providers/"
        + "Microsoft.Insights/\(call)"
      try """
      {"request": {"method": "GET", "uri": "\(uri)"}, "response": {"status": \(status), "body": \(body)}}
      """.write(to: recordings.appending(path: "\(name).json"), atomically: true, encoding: .utf8)
    }

    /// A call for the values of metrics in a window of 2026-11-24.
    func values(
      _ names: String, _ aggregations: String, from start: String = "11:50", to end: String = "11:55",
      interval: String = "PT5M"
    ) -> String {
      "metrics?api-version=2024-02-01&timespan=2026-11-24T\(start):00Z/2026-11-24T\(end):00Z&interval=\(interval)"
        + "&metricnames=\(names)&aggregation=\(aggregations)"
    }

    /// A pass at noon, or so many minutes later.
    func run(minutes: Int = 0) throws -> SwathProcess.Result {
      try swath.run(["--replay", recordings.path, "--at", "2026-11-24T12:0\(minutes):00Z"])
    }
  }

  @Test func anAggregationThatAMetricHasNotCostsNoOther() throws {
    func metric(_ name: String, _ azureName: String, _ aggregation: String) -> (String, String) {
      (name, "{metricName: \(azureName), aggregation: {type: \(aggregation)}}")
    }
    let vault = try Vault([
      metric("plain", "Hits", "Count"), metric("total", "Picky", "Total"), metric("low", "Picky", "Minimum"),
    ])
    /// What Azure says to a call: metrics that have not got one of its aggregations are refused, beside the others.
    func record(_ names: String, _ aggregations: String, _ metrics: String) throws {
      try vault.record(
        "\(names)-\(aggregations)", vault.values(names, aggregations), "{\"value\": [\(metrics)]}")
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
    let result = try vault.run()
    let shown = try #require(vault.swath.text("swath.prom"))
    #expect(shown.contains("plain{") && shown.contains("total{") && !shown.contains("low{"))
    #expect(result.status == 3 && result.stderr.contains("1 series rejected (InvalidSamplingType)"), "\(result.stderr)")
  }

  /// As in Promitor: each series that Azure answers with under its own dimensions, and one of nothing where there is none.
  @Test func seriesWithoutAValueAreShownIfTheFileSaysHow() throws {
    let names = ["mixed", "nothing", "nobody"]
    let vault = try Vault(
      names.map { ($0, "{metricName: \($0), aggregation: {type: Count}, dimensions: [{name: ActivityType}]}") })
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
    let bodies = zip(names, answers).map { #"{"name": {"value": "\#($0)"}, "timeseries": [\#($1)]}"# }
    try vault.record(
      "answer",
      vault.values(names.joined(separator: ","), "count") + "&top=10000&$filter=ActivityType eq '*'",
      "{\"value\": [\(bodies.joined(separator: ","))]}")
    func shown(minutes: Int = 0) throws -> [String: Double] {
      let result = try vault.run(minutes: minutes)
      #expect(result.status == 0, "\(result.stderr)")
      let lines = try #require(vault.swath.text("swath.prom")).matches(of: /(\w+)\{.*activitytype="(\w+)".*\} (\S+)/)
      return Dictionary(uniqueKeysWithValues: lines.map { ("\($0.1) \($0.2)", Double($0.3) ?? .infinity) })
    }
    #expect(try shown() == ["mixed vault": 3])
    try FileManager.default.removeItem(at: vault.swath.snapshot)
    try vault.swath.write("metricSinks: {prometheusScrapingEndpoint: {metricUnavailableValue: -1}}\n", "runtime.yaml")
    let all: [String: Double] = [
      "mixed vault": 3, "mixed key": -1, "mixed secret": -1, "nothing vault": -1, "nothing key": -1,
      "nobody unknown": -1,
    ]
    #expect(try shown() == all)
    // Nothing is due: they stay as they were.
    for minutes in 1...2 { #expect(try shown(minutes: minutes) == all) }
  }

  /// Where a refusal of an interval does not say which ones there are, the definitions of the metric do.
  @Test func definitionsSayWhichIntervalsThereAre() throws {
    let vault = try Vault([("slow", "{metricName: Slow, aggregation: {type: Count}}")])
    try vault.record(
      "refused", vault.values("Slow", "count"), status: 400,
      #"{"code": "BadRequest", "message": "Metric: the time grain is not one of the metric's"}"#)
    try vault.record(
      "definitions", "metricDefinitions?api-version=2024-02-01",
      """
      {"value": [{"name": {"value": "Slow"}, "primaryAggregationType": "Count", "supportedAggregationTypes": ["Count"],
        "metricAvailabilities": [{"timeGrain": "PT1H"}, {"timeGrain": "P1D"}]}]}
      """)
    try vault.record(
      "good", vault.values("Slow", "count", from: "10:00", to: "11:00", interval: "PT1H"),
      """
      {"value": [{"name": {"value": "Slow"}, "errorCode": "Success", "timeseries": [{"metadatavalues": [], "data": [
        {"timeStamp": "2026-11-24T10:00:00Z", "count": 7}]}]}]}
      """)
    let result = try vault.run()
    let shown = try #require(vault.swath.text("swath.prom"))
    #expect(shown.contains(/slow\{.*\} 7\n/), "\(shown) \(result.stderr)")
    #expect(result.status == 0 && result.stderr.contains("those of 01:00:00 are used"), "\(result.stderr)")
  }
}
