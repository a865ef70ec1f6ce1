internal import NIOCore

/// `POST /{region}.metrics/subscriptions/{id}/metrics:getBatch` (azure-apis 4).
struct GetBatchRules {
  let values: SeriesValues
  let now: Int
  /// nil for a resource that does not exist.
  let resource: (_ id: String) -> EmulatedResource?

  static let api = "getBatch"
  private static let versions: Set<String> = ["2023-10-01", "2024-02-01"]
  private static let largestBatch = 50
  private static let parameters: Set<String> = [
    "api-version", "starttime", "endtime", "interval", "metricnamespace", "metricnames", "aggregation", "filter", "top",
    "orderby", "rollupby",
  ]

  func answer(_ request: EmulatedRequest, region: String, subscription: String) -> EmulatedAnswer {
    let query = request.query
    do throws(MetricsQuestion.Refusal) {
      guard let version = query["api-version"], Self.versions.contains(version) else {
        throw MetricsQuestion.Refusal("The api-version is missing or invalid.")
      }
      guard query["timespan"] == nil else {
        throw MetricsQuestion.Refusal(
          "Detected invalid time range parameters for API version \(version). Please use only starttime and endtime "
            + "to specify a time range.")
      }
      // The contract has no `$filter`, AutoAdjustTimegrain, ValidateDimensions and resultType.
      for name in query.keys.sorted() where !Self.parameters.contains(name) {
        throw MetricsQuestion.Refusal("The query parameter \(name) is not supported.")
      }
      guard let namespace = query["metricnamespace"], query["metricnames"] != nil else {
        throw MetricsQuestion.Refusal("The parameters metricnamespace and metricnames are required.")
      }
      let resources = try resources(request.body, region, subscription, namespace.lowercased())
      if let filter = query["filter"].flatMap({ MetricsFilter($0) }),
        filter.groups.contains(where: { $0.dimension.lowercased() == "microsoft.resourceid" })
      {
        throw MetricsQuestion.Refusal("The dimension Microsoft.ResourceId is invalid at Resource level.")
      }
      let question = try MetricsQuestion(
        type: resources.first?.createdType ?? namespace, query: query, window: try window(query),
        filter: query["filter"], validatesDimensions: true, now: now)
      return answer(question, resources, request)
    } catch {
      return Self.refusal(400, "BadRequest", error.message)
    }
  }

  /// Errors of this API are wrapped, and their code is a header too (azure-apis 4).
  static func refusal(_ status: Int, _ code: String, _ message: String) -> EmulatedAnswer {
    var answer = EmulatedAnswer(
      status,
      json: """
        {"error":{"additionalInfo":[{"type":"string","info":"TraceId=00000000000000000000000000000000"},\
        {"type":"string","info":"ExceptionType=Emulated.\(code)Exception"}],\
        "code":\(code.json),"message":\(message.json)}}
        """, api: api)
    answer.headers.append(("x-ms-error-code", code))
    return answer
  }

  private func window(_ query: [String: String]) throws(MetricsQuestion.Refusal) -> Range<Int> {
    func time(_ name: String) throws(MetricsQuestion.Refusal) -> Int? {
      guard let text = query[name] else { return nil }
      guard let time = EmulatedTime.seconds(text) else {
        throw MetricsQuestion.Refusal("Detected invalid time range input: \(text)")
      }
      return time
    }
    let (start, end) = (try time("starttime"), try time("endtime"))
    guard let start else {
      guard end == nil else { throw MetricsQuestion.Refusal("endtime cannot be given without starttime.") }
      return now - 3600..<now
    }
    guard start < end ?? now else {
      throw MetricsQuestion.Refusal("Detected invalid time range input: the end is not after the start.")
    }
    return start..<(end ?? now)
  }

  /// Those of the batch that exist; one that does not is left out of the answer, as the rules let it be.
  private func resources(
    _ body: String, _ region: String, _ subscription: String, _ namespace: String
  ) throws(MetricsQuestion.Refusal) -> [EmulatedResource] {
    guard let ids = JSONBody(body)?.object?["resourceids"]?.strings else {
      throw MetricsQuestion.Refusal("The body must be an object whose resourceids is an array of texts.")
    }
    guard 1...Self.largestBatch ~= ids.count else {
      throw MetricsQuestion.Refusal("The number of resource ids must be between 1 and \(Self.largestBatch).")
    }
    guard Set(ids.map { EmulatedResource.key($0) }).count == ids.count else {
      throw MetricsQuestion.Refusal("The resource ids are not unique.")
    }
    var found: [EmulatedResource] = []
    for id in ids {
      let parts = id.lowercased().split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count >= 9, parts[0].isEmpty, parts[1] == "subscriptions", parts[3] == "resourcegroups",
        parts[5] == "providers"
      else { throw MetricsQuestion.Refusal("Invalid resource id: \(id)") }
      guard parts[2] == subscription else {
        throw MetricsQuestion.Refusal("Resources should be in the same subscription as the request: \(id)")
      }
      let type = [parts[6]] + stride(from: 7, to: parts.count, by: 2).map { parts[$0] }
      guard type.joined(separator: "/") == namespace else {
        throw MetricsQuestion.Refusal("Resources should be of the type \(namespace): \(id)")
      }
      guard let resource = resource(id) else { continue }
      guard resource.region == region else {
        throw MetricsQuestion.Refusal("Resources should be in the same region, \(region): \(id)")
      }
      found.append(resource)
    }
    return found
  }

  private func answer(
    _ question: MetricsQuestion, _ resources: [EmulatedResource], _ request: EmulatedRequest
  ) -> EmulatedAnswer {
    var resources = resources
    switch request.fault {  // azure-apis 9.5
    case .shuffled:
      resources = resources.dropFirst(resources.count / 2) + resources.prefix(resources.count / 2).reversed()
    case .dropped: resources = Array(resources.dropFirst())
    default: break
    }
    let start = request.query["starttime"] ?? EmulatedTime.text(question.window.lowerBound)
    let end = request.query["endtime"] ?? EmulatedTime.text(question.window.upperBound)
    let cost = request.query["api-version"] == "2023-10-01" ? "\"cost\":\(question.cost)," : ""
    var answer = EmulatedAnswer(api: Self.api)
    answer.body.writeString("{\"values\":[")
    for (index, resource) in resources.enumerated() {
      answer.body.writeString(
        "\(index > 0 ? "," : ""){\(cost)\"starttime\":\(start.json),\"endtime\":\(end.json),"
          + "\"interval\":\"\(Grain.text(question.grain))\",\"namespace\":\(resource.armType.json),"
          + "\"resourceregion\":\(resource.region.json),\"resourceid\":\(("/" + resource.id).json),\"value\":")
      MetricWriter(values: values, now: now, resource: resource).write(
        question, request.fault == .failedResource && index > 0 ? nil : request.fault, to: &answer.body)
      answer.body.writeString("}")
    }
    answer.body.writeString("]}")
    return answer
  }
}
