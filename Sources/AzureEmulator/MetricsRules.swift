internal import NIOCore

/// `GET {resource}/providers/Microsoft.Insights/metrics` (azure-apis 3.1).
struct MetricsRules {
  let values: SeriesValues
  let now: Int

  private static let api = "metrics"
  // azure-apis 3.1
  private static let versions: Set<String> = ["2018-01-01", "2019-07-01", "2021-05-01", "2023-10-01", "2024-02-01"]
  private static let aggregations = ["average", "minimum", "maximum", "total", "count"]

  private static func bad(_ message: String) -> EmulatedAnswer { .flat(400, "BadRequest", message, api: api) }

  /// A question that has passed the rules.
  struct Question {
    var metrics: [MetricRow]
    /// Lower-cased; empty where the primary one of each metric is meant.
    var aggregations: [String]
    var start, end, grain: Int
    var timespan: String
    var filter: MetricsFilter?
    var top: Int
  }

  func answer(_ request: EmulatedRequest, _ resource: EmulatedResource) -> EmulatedAnswer {
    switch question(request, resource) {
    case .failure(let refusal): return refusal.answer
    case .success(let question): return answer(question, resource)
    }
  }

  struct Refusal: Error {
    let answer: EmulatedAnswer

    init(_ answer: EmulatedAnswer) {
      self.answer = answer
    }
  }

  // MARK: The question

  private func question(_ request: EmulatedRequest, _ resource: EmulatedResource) -> Result<Question, Refusal> {
    do {
      return .success(try checked(request, resource))
    } catch {
      return .failure(error)
    }
  }

  private func checked(_ request: EmulatedRequest, _ resource: EmulatedResource) throws(Refusal) -> Question {
    let query = request.query
    guard let version = query["api-version"], Self.versions.contains(version) else {
      throw Refusal(
        .wrapped(400, "InvalidApiVersionParameter", "The api-version is missing or invalid.", api: Self.api))
    }
    let window = try window(query["timespan"])
    let names = (query["metricnames"] ?? resource.metrics.first?.name ?? "").split(separator: ",").map {
      // azure-apis 3.4: a comma inside a name arrives as "%2".
      String($0).replacing("%2", with: ",")
    }
    guard names.count <= 20 else {  // azure-apis 3.1
      throw Refusal(Self.bad("The number of metric names exceeds the maximum of 20."))
    }
    var metrics: [MetricRow] = []
    for name in names {
      guard let metric = resource.metric(name) else { throw Refusal(unknown(name, resource)) }
      metrics.append(metric)
    }
    let aggregations = (query["aggregation"] ?? "").lowercased().split(separator: ",").map { String($0) }
    for aggregation in aggregations where !Self.aggregations.contains(aggregation) {
      throw Refusal(Self.bad("Invalid aggregation type: \(aggregation)"))
    }
    var question = Question(
      metrics: metrics, aggregations: aggregations, start: window.lowerBound, end: window.upperBound, grain: 60,
      timespan: "\(EmulatedTime.text(window.lowerBound))/\(EmulatedTime.text(window.upperBound))", filter: nil, top: 10)
    question.grain = try grain(query, question)
    if let text = query["$filter"], !text.isEmpty {
      guard let filter = MetricsFilter(text) else { throw Refusal(Self.bad("Invalid filter: \(text)")) }
      question.filter = filter
      if query["validatedimensions"]?.lowercased() != "false" { try check(filter, metrics) }
    }
    if let text = query["top"] {  // azure-apis 3.6
      guard let top = Int(text), 1...2_147_483_647 ~= top else {
        throw Refusal(Self.bad("Detected invalid TopN value \(text) should be Int value"))
      }
      question.top = top
    }
    return question
  }

  /// azure-apis 3.1 and 8.1: without a timespan the last hour; the start is cut to the minute.
  private func window(_ text: String?) throws(Refusal) -> Range<Int> {
    guard let text else { return now - 3600..<now }
    let ends = text.split(separator: "/").map { EmulatedTime.seconds($0) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else {
      throw Refusal(Self.bad("Detected invalid time range input: \(text)"))
    }
    guard end > now - 93 * 86_400 else {  // azure-apis 3.6
      throw Refusal(
        Self.bad("Query endTime: \(EmulatedTime.text(end)) is out of the Max metrics retention period: 93.00:00:00"))
    }
    return start..<end
  }

  private func unknown(_ name: String, _ resource: EmulatedResource) -> EmulatedAnswer {
    // azure-apis 3.6
    let parts = resource.id.split(separator: "/")
    let provider = parts.firstIndex(of: "providers").map { parts[$0 + 1] } ?? ""
    let valid = resource.metrics.map(\.name).joined(separator: ",")
    return Self.bad(
      "Failed to find metric configuration for provider: \(provider), resource Type: "
        + "\(resource.armType.split(separator: "/").dropFirst().joined(separator: "/")), metric: \(name), "
        + "Valid metrics: \(valid)")
  }

  private func grain(_ query: [String: String], _ question: Question) throws(Refusal) -> Int {
    let text = query["interval"] ?? "PT1M"
    // azure-apis 3.1: one point for the whole window.
    if text.uppercased() == "FULL" { return (question.end - question.start) / 60 * 60 }
    let grain = Self.grains[text.uppercased()] ?? 0
    let common = question.metrics.map(\.grains).reduce(MetricRow.grains) { all, some in all.filter(some.contains) }
    if common.contains(grain) { return grain }
    if query["autoadjusttimegrain"]?.lowercased() == "true",
      let nearest = common.min(by: { abs($0 - grain) < abs($1 - grain) })
    {
      return nearest
    }
    let spans = common.map { $0 == 86_400 ? "1.00:00:00" : String(EmulatedTime.text($0).dropFirst(11).prefix(8)) }
    throw Refusal(  // azure-apis 3.6
      Self.bad("Invalid time grain duration: \(text), supported ones are: \(spans.joined(separator: ","))"))
  }

  private static let grains = [
    "PT1M": 60, "PT5M": 300, "PT15M": 900, "PT30M": 1800, "PT1H": 3600, "PT6H": 21_600, "PT12H": 43_200,
    "P1D": 86_400, "PT24H": 86_400,
  ]

  static func text(ofGrain grain: Int) -> String {
    grains.filter { $0.value == grain }.keys.min() ?? "PT\(grain / 60)M"
  }

  /// azure-apis 3.6: every dimension of the filter must be one of each metric.
  private func check(_ filter: MetricsFilter, _ metrics: [MetricRow]) throws(Refusal) {
    for metric in metrics {
      let known = metric.dimensions.map { $0.name.lowercased() }
      let unknown = filter.groups.map { $0.dimension.lowercased() }.filter { !known.contains($0) }
      if unknown.isEmpty { continue }
      throw Refusal(
        Self.bad(
          "Metric: \(metric.name) does not support requested dimension combination: "
            + "\(unknown.joined(separator: ",")), supported ones are: "
            + "\(metric.dimensions.map(\.name).joined(separator: ",")), TraceId: {00000000-0000-0000-0000-000000000000}"
        ))
    }
  }

  // MARK: The answer

  private func answer(_ question: Question, _ resource: EmulatedResource) -> EmulatedAnswer {
    var answer = EmulatedAnswer(api: Self.api)
    let cost = question.metrics.count * max((question.end - question.start) / 60 - 1, 0)
    answer.body.writeString(
      "{\"cost\":\(cost),\"timespan\":\"\(question.timespan)\",\"interval\":\"\(Self.text(ofGrain: question.grain))\",\"value\":["
    )
    for (index, metric) in question.metrics.enumerated() {
      if index > 0 { answer.body.writeString(",") }
      MetricWriter(values: values, now: now, resource: resource).write(metric, question, to: &answer.body)
    }
    // azure-apis 3.1: the namespace comes back in lower case.
    answer.body.writeString("],\"namespace\":\(resource.armType.json),\"resourceregion\":\(resource.region.json)}")
    return answer
  }
}
