internal import NIOCore

/// Writes the metrics of one resource: their series, and their points (azure-apis 3.1 and 8).
struct MetricWriter {
  let values: SeriesValues
  let now: Int
  let resource: EmulatedResource

  func write(_ question: MetricsQuestion, _ fault: Fault.Kind?, to body: inout ByteBuffer) {
    body.writeString("[")
    for (index, metric) in question.metrics.enumerated() {
      if index > 0 { body.writeString(",") }
      writeHead(metric, to: &body)
      if fault == .failedMetric, index == 0 {
        // azure-apis 3.1: a success can hold metrics that are none.
        body.writeString("],\"errorCode\":\"InternalServerError\",\"errorMessage\":\"Emulated failure.\"}")
      } else {
        writeSeries(metric, question, to: &body)
        body.writeString("],\"errorCode\":\"Success\"}")
      }
    }
    body.writeString("]")
  }

  private func writeHead(_ metric: MetricRow, to body: inout ByteBuffer) {
    body.writeString(
      "{\"id\":\(("/" + resource.id + "/providers/Microsoft.Insights/metrics/" + metric.name).json),"
        + "\"type\":\"Microsoft.Insights/metrics\",\"name\":{\"value\":\(metric.name.json),"
        + "\"localizedValue\":\(metric.name.json)},\"displayDescription\":\(("Emulated " + metric.name).json),"
        + "\"unit\":\"\(metric.unit)\",\"timeseries\":[")
  }

  private func writeSeries(_ metric: MetricRow, _ question: MetricsQuestion, to body: inout ByteBuffer) {
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
        body.writeString("{\"name\":{\"value\":\(name),\"localizedValue\":\(name)},\"value\":\(pair.value.json)}")
      }
      body.writeString("],\"data\":[")
      writePoints(metric, series.combinations, aggregations, question, to: &body)
      body.writeString("]}")
    }
  }

  private struct Series {
    var labels: [(name: String, value: String)]
    var combinations: [[String]]
  }

  /// One series for each combination of the values of the filter's dimensions; what it does not name is summed over
  /// (azure-apis 3.4).
  private func series(_ metric: MetricRow, _ filter: MetricsFilter?) -> [Series] {
    let combinations = SeriesValues.combinations(resource, metric)
    let groups = (filter?.groups ?? []).compactMap { group in
      metric.dimensions.firstIndex { $0.name.lowercased() == group.dimension.lowercased() }.map { (group, $0) }
    }
    var found: [Series] = []
    var indexOf: [[String]: Int] = [:]
    for combination in combinations where groups.allSatisfy({ $0.accepts(combination[$1]) }) {
      let key = groups.map { combination[$1] }
      if let index = indexOf[key] {
        found[index].combinations.append(combination)
      } else {
        indexOf[key] = found.count
        let labels = zip(groups, key).map { (name: metric.dimensions[$0.1].name, value: $1) }
        found.append(Series(labels: labels, combinations: [combination]))
      }
    }
    return found
  }

  /// azure-apis 8.1 and 8.2: a point for every bucket from the start of the window cut to the minute, up to its end,
  /// also in the future; a bucket without samples has a time and nothing else.
  private func writePoints(
    _ metric: MetricRow, _ combinations: [[String]], _ aggregations: [String], _ question: MetricsQuestion,
    to body: inout ByteBuffer
  ) {
    let window = question.minutes
    for start in stride(from: window.lowerBound, to: window.upperBound, by: question.grain) {
      if start > window.lowerBound { body.writeString(",") }
      body.writeString("{\"timeStamp\":\"\(EmulatedTime.text(start))\"")
      let bucket = values.bucket(resource, metric, combinations, start: start, grain: question.grain, asOf: now)
      for aggregation in aggregations {
        guard let value = bucket.value(aggregation) else { continue }
        body.writeString(",\"\(aggregation)\":\(value)")
      }
      body.writeString("}")
    }
  }
}
