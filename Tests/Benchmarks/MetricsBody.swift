/// A metrics answer as Azure writes it: 20 metrics, each with some series of some points, and all the members that
/// nobody asks for.
enum MetricsBody {
  static let metrics = (0..<20).map { "Metric Name \($0)" }

  static func make(series: Int, points: Int) -> [UInt8] {
    var out =
      "{\"cost\":59,\"timespan\":\"2026-11-24T11:00:00Z/2026-11-24T12:00:00Z\",\"interval\":\"PT5M\",\"value\":["
    let resource =
      "/subscriptions/12345678-abcd-1234-abcd-123456789abc/resourceGroups/production-resources/providers/"
      + "Microsoft.Storage/storageAccounts/productionaccount"
    for (index, metric) in metrics.enumerated() {
      if index > 0 { out += "," }
      out += """
        {"id":"\(resource)/providers/Microsoft.Insights/metrics/\(metric)","type":"Microsoft.Insights/metrics",\
        "name":{"value":"\(metric)","localizedValue":"\(metric)"},"displayDescription":"The number of bytes that were \
        sent to the storage service over the interval, both from outside and from within Azure.","unit":"Bytes",\
        "timeseries":[
        """
      for series in 0..<series {
        if series > 0 { out += "," }
        out += """
          {"metadatavalues":[{"name":{"value":"apiname","localizedValue":"apiname"},"value":"Operation\(series)"}],"data":[
          """
        for point in 0..<points {
          if point > 0 { out += "," }
          let value = Double((index * 7919 + series * 104_729 + point * 1_299_709) % 1_000_000) / 8
          out += "{\"timeStamp\":\"2026-11-24T11:\(point < 10 ? "0" : "")\(point):00Z\",\"average\":\(value)}"
        }
        out += "]}"
      }
      out += "],\"errorCode\":\"Success\"}"
    }
    return Array(
      (out + "],\"namespace\":\"microsoft.storage/storageaccounts\",\"resourceregion\":\"westeurope\"}").utf8)
  }
}
