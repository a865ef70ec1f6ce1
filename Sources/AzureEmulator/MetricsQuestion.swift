/// A question about the metrics of one type that has passed the rules which both APIs share (azure-apis 3.1 and 4).
struct MetricsQuestion {
  let metrics: [MetricRow]
  /// Lower-cased; empty where the primary one of each metric is meant.
  let aggregations: [String]
  let window: Range<Int>
  let grain: Int
  let filter: MetricsFilter?
  /// Series of each metric of each resource.
  let top: Int

  /// The window from the minute that its start lies in (azure-apis 8.1).
  var minutes: Range<Int> { window.lowerBound / 60 * 60..<window.upperBound }

  /// What the provider of metrics says to a question that breaks its rules.
  struct Refusal: Error {
    let message: String

    init(_ message: String) {
      self.message = message
    }
  }

  ///
  /// - `type`: of the resources, spelled as their ids spell it.
  /// - `query`: its names in lower case.
  /// - `scopeDimensions`: lower-cased dimensions that every metric has beside its own.
  init(
    type: String, query: [String: String], window: Range<Int>, filter text: String?, validatesDimensions: Bool,
    now: Int,
    scopeDimensions: Set<String> = []
  ) throws(Refusal) {
    guard window.upperBound > now - 93 * 86_400 else {  // azure-apis 3.6
      let end = EmulatedTime.text(window.upperBound)
      throw Refusal("Query endTime: \(end) is out of the Max metrics retention period: 93.00:00:00")
    }
    self.window = window
    for name in ["orderby", "rollupby"] where query[name] != nil {
      throw Refusal("The emulator has no \(name).")
    }
    if let kind = query["resulttype"], kind.lowercased() != "data" {
      throw Refusal("The emulator has no resultType \(kind).")
    }
    metrics = try Self.metrics(query["metricnames"], type)
    aggregations = (query["aggregation"] ?? "").lowercased().split(separator: ",").map { String($0) }
    for aggregation in aggregations where !["average", "minimum", "maximum", "total", "count"].contains(aggregation) {
      throw Refusal("Invalid aggregation type: \(aggregation)")
    }
    grain = try Grain.chosen(query, window, metrics)
    if let text, !text.isEmpty {
      guard let filter = MetricsFilter(text) else { throw Refusal("Invalid filter: \(text)") }
      if validatesDimensions { try Self.check(filter, metrics, scopeDimensions) }
      self.filter = filter
    } else {
      filter = nil
    }
    guard let text = query["top"] else {
      top = 10  // azure-apis 3.1
      return
    }
    guard let number = Int(text), 1...2_147_483_647 ~= number else {  // azure-apis 3.6
      throw Refusal("Detected invalid TopN value \(text) should be Int value")
    }
    top = number
  }

  private static func metrics(_ names: String?, _ type: String) throws(Refusal) -> [MetricRow] {
    let all = MetricRow.all(of: type.lowercased())
    let names = (names ?? all.first?.name ?? "").split(separator: ",").map {
      // azure-apis 3.4: a comma inside a name arrives as "%2".
      String($0).replacing("%2", with: ",")
    }
    guard 1...20 ~= names.count else {  // azure-apis 3.1
      throw Refusal("The number of metric names exceeds the maximum of 20.")
    }
    var metrics: [MetricRow] = []
    for name in names {
      guard let metric = all.first(where: { $0.name.lowercased() == name.lowercased() }) else {
        // azure-apis 3.6
        let parts = type.split(separator: "/", maxSplits: 1)
        throw Refusal(
          "Failed to find metric configuration for provider: \(parts.first ?? ""), resource Type: "
            + "\(parts.last?.lowercased() ?? ""), metric: \(name), "
            + "Valid metrics: \(all.map(\.name).joined(separator: ","))")
      }
      metrics.append(metric)
    }
    return metrics
  }

  /// azure-apis 3.6: every dimension of the filter must be one of each metric.
  private static func check(
    _ filter: MetricsFilter, _ metrics: [MetricRow], _ scopeDimensions: Set<String>
  ) throws(Refusal) {
    for metric in metrics {
      let known = metric.dimensions.map { $0.name.lowercased() }
      let unknown = filter.groups.map { $0.dimension.lowercased() }.filter {
        !known.contains($0) && !scopeDimensions.contains($0)
      }
      if unknown.isEmpty { continue }
      throw Refusal(
        "Metric: \(metric.name) does not support requested dimension combination: "
          + "\(unknown.joined(separator: ",")), supported ones are: "
          + "\(metric.dimensions.map(\.name).joined(separator: ",")), TraceId: {00000000-0000-0000-0000-000000000000}")
    }
  }
}
