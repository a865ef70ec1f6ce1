internal import Formats
internal import Model

/// A metrics answer as Azure writes it: 20 metrics, each with some series of some points, and all the members that
/// nobody asks for.
struct MetricsBody {
  let bytes: [UInt8]
  let query: MetricsQuery

  /// What the answer says, in a few numbers, so that readers of it can be compared.
  struct Total: Equatable {
    var points = 0
    var starts = 0
    /// Every value is an eighth of a whole number, so that their order does not change the sum.
    var values = 0.0
    var dimensionBytes = 0
  }

  /// - Parameter shape: series a metric and points a series: `8x12`; nil for what says no such thing.
  init?(shape: String) {
    let numbers = shape.split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2, numbers.allSatisfy({ $0 > 0 }) else { return nil }
    self.init(series: numbers[0], points: numbers[1])
  }

  private init(series: Int, points: Int) {
    let end = 1_795_521_600
    let window = end - 300 * points..<end
    // Without dimensions a metric has one series, and nothing tells it from others.
    query = MetricsQuery(
      resource: ResourceID("x"), subscriptionID: "s", metrics: (0..<20).map { "Metric Name \($0)" },
      aggregations: AggregationSet(.average), interval: 300, window: window,
      dimensions: series > 1 ? ["ApiName"] : [])
    var out =
      "{\"cost\":59,\"timespan\":\"\(Timestamp.text(window.lowerBound))/\(Timestamp.text(end))\","
      + "\"interval\":\"PT5M\",\"value\":["
    for (index, metric) in query.metrics.enumerated() {
      if index > 0 { out += "," }
      out += Self.opening(of: metric)
      for number in 0..<series {
        if number > 0 { out += "," }
        out += "{\"metadatavalues\":["
        if series > 1 {
          out += """
            {"name":{"value":"apiname","localizedValue":"apiname"},"value":"Operation\(number)"}
            """
        }
        out += "],\"data\":["
        for (point, start) in stride(from: window.lowerBound, to: end, by: 300).enumerated() {
          if point > 0 { out += "," }
          let value = Double((index * 7919 + number * 104_729 + point * 1_299_709) % 1_000_000) / 8
          out += "{\"timeStamp\":\"\(Timestamp.text(start))\",\"average\":\(value)}"
        }
        out += "]}"
      }
      out += "],\"errorCode\":\"Success\"}"
    }
    bytes = Array(
      (out + "],\"namespace\":\"microsoft.storage/storageaccounts\",\"resourceregion\":\"westeurope\"}").utf8)
  }

  private static func opening(of metric: String) -> String {
    let resource =
      "/subscriptions/12345678-abcd-1234-abcd-123456789abc/resourceGroups/production-resources/providers/"
      + "Microsoft.Storage/storageAccounts/productionaccount"
    return """
      {"id":"\(resource)/providers/Microsoft.Insights/metrics/\(metric)","type":"Microsoft.Insights/metrics",\
      "name":{"value":"\(metric)","localizedValue":"\(metric)"},"displayDescription":"The number of bytes that were \
      sent to the storage service over the interval, both from outside and from within Azure.","unit":"Bytes",\
      "timeseries":[
      """
  }
}
