internal import NIOCore

/// Writes the metrics of one resource, or of all of a type in a subscription and region: their series, and their points
/// (azure-apis 3.1, 3.5 and 8).
package struct MetricWriter {
  let values: SeriesValues
  let now: Int
  let resources: [EmulatedResource]
  /// Whose metrics they are: an id without a slash in front.
  let scope: String

  init(values: SeriesValues, now: Int, resource: EmulatedResource) {
    self.init(values: values, now: now, resources: [resource], scope: resource.id)
  }

  init(values: SeriesValues, now: Int, resources: [EmulatedResource], scope: String) {
    self.values = values
    self.now = now
    self.resources = resources
    self.scope = scope
  }

  /// The dimensions that tell resources apart (azure-apis 3.5).
  static let scopeDimensions: Set<String> = ["microsoft.resourceid", "microsoft.resourcegroupname"]

  func write(_ question: MetricsQuestion, _ fault: Fault.Kind?, to body: inout ByteBuffer) {
    body.writeString("[")
    for (index, metric) in question.metrics.enumerated() {
      if index > 0 { body.writeString(",") }
      writeHead(metric, to: &body)
      if fault == .failedResource || fault == .failedMetric && index == 0 {
        // azure-apis 3.1: a success can hold metrics that are none.
        body.writeString("],\"errorCode\":\"InternalServerError\",\"errorMessage\":\"Emulated failure.\"}")
      } else {
        writeSeries(metric, question, isHostile: fault == .hostile, to: &body)
        body.writeString("],\"errorCode\":\"Success\"}")
      }
    }
    body.writeString("]")
  }

  /// azure-apis 3.5: the id of a metric of a subscription has no slash in front.
  private var isScope: Bool { !scope.contains("/providers/") }

  private func writeHead(_ metric: MetricRow, to body: inout ByteBuffer) {
    body.writeString(
      "{\"id\":\(("\(isScope ? "" : "/")\(scope)/providers/Microsoft.Insights/metrics/" + metric.name).json),"
        + "\"type\":\"Microsoft.Insights/metrics\",\"name\":{\"value\":\(metric.name.json),"
        + "\"localizedValue\":\(metric.name.json)},\"displayDescription\":\(("Emulated " + metric.name).json),"
        + "\"unit\":\"\(metric.unit)\",\"timeseries\":[")
  }

  /// What a value of a dimension ends in that is hostile: marks of the formats that it goes into, and no text at all.
  package static let hostileEnd = "\"\\\n\r\t{}|,;#:@ \u{7F}\u{0}\u{202E}é\u{1F4A5}"
  /// Numbers at the ends of what one can be; the last is read as zero.
  package static let hostileNumbers = [
    "1.7976931348623157e308", "-1.7976931348623157E+308", "5e-324", "-0.0", "1e-400",
  ]

  private func writeSeries(
    _ metric: MetricRow, _ question: MetricsQuestion, isHostile: Bool, to body: inout ByteBuffer
  ) {
    let aggregations = question.aggregations.isEmpty ? [metric.primary.lowercased()] : question.aggregations
    // azure-apis 3.4: what is beyond `top` is cut without a word.
    let all = series(metric, question.filter)
    for (index, series) in (question.filter == nil ? all[...] : all.prefix(question.top)).enumerated() {
      if index > 0 { body.writeString(",") }
      body.writeString("{\"metadatavalues\":[")
      for (place, pair) in series.labels.enumerated() {
        if place > 0 { body.writeString(",") }
        // azure-apis 3.4: names come back in lower case.
        let name = pair.name.lowercased().json
        body.writeString(
          "{\"name\":{\"value\":\(name),\"localizedValue\":\(name)},\"value\":\((isHostile ? pair.value + Self.hostileEnd : pair.value).json)}"
        )
      }
      body.writeString("],\"data\":[")
      writePoints(
        metric, series.parts, aggregations, question,
        number: isHostile ? Self.hostileNumbers[index % Self.hostileNumbers.count] : nil, to: &body)
      body.writeString("]}")
    }
  }

  private struct Series {
    var labels: [(name: String, value: String)]
    var parts: [(resource: EmulatedResource, combinations: [[String]])]
  }

  /// The value of a dimension for a combination of a resource's; nil where the metric has none of the name.
  private static func value(
    _ dimension: String, _ resource: EmulatedResource, _ metric: MetricRow, _ combination: [String]
  ) -> String? {
    switch dimension.lowercased() {
    case "microsoft.resourceid": "/" + resource.id
    case "microsoft.resourcegroupname": resource.resourceGroup
    case let name: metric.dimensions.firstIndex { $0.name.lowercased() == name }.map { combination[$0] }
    }
  }

  /// One series for each combination of the values of the filter's dimensions; what it does not name is summed over
  /// (azure-apis 3.4).
  private func series(_ metric: MetricRow, _ filter: MetricsFilter?) -> [Series] {
    var found: [Series] = []
    var indexOf: [[String]: Int] = [:]
    for resource in resources {
      for combination in SeriesValues.combinations(resource, metric) {
        let pairs = (filter?.groups ?? []).compactMap { group in
          Self.value(group.dimension, resource, metric, combination).map { (group, $0) }
        }
        guard pairs.allSatisfy({ $0.accepts($1) }) else { continue }
        let key = pairs.map(\.1)
        let index = indexOf[key] ?? found.count
        if index == found.count {
          indexOf[key] = index
          found.append(Series(labels: pairs.map { (name: $0.dimension, value: $1) }, parts: []))
        }
        if found[index].parts.last?.resource.id == resource.id {
          found[index].parts[found[index].parts.count - 1].combinations.append(combination)
        } else {
          found[index].parts.append((resource, [combination]))
        }
      }
    }
    return found
  }

  /// azure-apis 8.1 and 8.2: a point for every bucket from the start of the window cut to the minute, up to its end,
  /// also in the future; a bucket without samples has a time and nothing else.
  ///
  /// - `number`: what stands for every value; nil for the values themselves.
  private func writePoints(
    _ metric: MetricRow, _ parts: [(resource: EmulatedResource, combinations: [[String]])], _ aggregations: [String],
    _ question: MetricsQuestion, number: String?, to body: inout ByteBuffer
  ) {
    let window = question.minutes
    for start in stride(from: window.lowerBound, to: window.upperBound, by: question.grain) {
      if start > window.lowerBound { body.writeString(",") }
      body.writeString("{\"timeStamp\":\"\(EmulatedTime.text(start))\"")
      var bucket = SeriesValues.Bucket()
      for part in parts {
        bucket.add(
          values.bucket(part.resource, metric, part.combinations, start: start, grain: question.grain, asOf: now))
      }
      for aggregation in aggregations {
        guard let value = bucket.value(aggregation) else { continue }
        body.writeString(",\"\(aggregation)\":\(number ?? "\(value)")")
      }
      body.writeString("}")
    }
  }
}
