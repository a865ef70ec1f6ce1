/// Lengths of buckets (azure-apis 8.1), and their texts in ISO 8601.
enum Grain {
  private static let texts = [
    "PT1M": 60, "PT5M": 300, "PT15M": 900, "PT30M": 1800, "PT1H": 3600, "PT6H": 21_600, "PT12H": 43_200,
    "P1D": 86_400, "PT24H": 86_400,
  ]

  static func text(_ grain: Int) -> String {
    texts.filter { $0.value == grain }.keys.min() ?? (grain % 3600 == 0 ? "PT\(grain / 3600)H" : "PT\(grain / 60)M")
  }

  /// The grain that a query asks for, in seconds.
  static func chosen(
    _ query: [String: String], _ window: Range<Int>, _ metrics: [MetricRow]
  ) throws(MetricsQuestion.Refusal) -> Int {
    let text = query["interval"] ?? "PT1M"
    if text.uppercased() == "FULL" {  // azure-apis 3.1: one point for the whole window.
      return (window.upperBound - window.lowerBound / 60 * 60 + 59) / 60 * 60
    }
    let grain = texts[text.uppercased()] ?? 0
    let common = metrics.map(\.grains).reduce(MetricRow.grains) { all, some in all.filter(some.contains) }
    if common.contains(grain) { return grain }
    if query["autoadjusttimegrain"]?.lowercased() == "true",
      let nearest = common.min(by: { abs($0 - grain) < abs($1 - grain) })
    {
      return nearest
    }
    let spans = common.map { $0 == 86_400 ? "1.00:00:00" : String(EmulatedTime.text($0).dropFirst(11).prefix(8)) }
    throw MetricsQuestion.Refusal(  // azure-apis 3.6
      "Invalid time grain duration: \(text), supported ones are: \(spans.joined(separator: ","))")
  }
}
