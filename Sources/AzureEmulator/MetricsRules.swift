internal import NIOCore

/// `GET {resource}/providers/Microsoft.Insights/metrics` (azure-apis 3.1).
struct MetricsRules {
  let values: SeriesValues
  let now: Int

  static let api = "metrics"
  // azure-apis 3.1
  private static let versions: Set<String> = ["2018-01-01", "2019-07-01", "2021-05-01", "2023-10-01", "2024-02-01"]

  func answer(_ request: EmulatedRequest, _ resource: EmulatedResource) -> EmulatedAnswer {
    let query = request.query
    guard let version = query["api-version"], Self.versions.contains(version) else {
      return .wrapped(400, "InvalidApiVersionParameter", "The api-version is missing or invalid.", api: Self.api)
    }
    do throws(MetricsQuestion.Refusal) {
      if let namespace = query["metricnamespace"], namespace.lowercased() != resource.armType {
        throw MetricsQuestion.Refusal("The metric namespace \(namespace) is not one of the resource.")
      }
      let question = try MetricsQuestion(
        type: resource.createdType, query: query, window: try Self.window(query["timespan"], now: now),
        filter: query["$filter"],
        validatesDimensions: query["validatedimensions"]?.lowercased() != "false", now: now)
      return answer(question, resource, request.fault)
    } catch {
      return .flat(400, "BadRequest", error.message, api: Self.api)
    }
  }

  /// azure-apis 3.1: without a timespan the last hour.
  static func window(_ text: String?, now: Int) throws(MetricsQuestion.Refusal) -> Range<Int> {
    guard let text else { return now - 3600..<now }
    let ends = text.split(separator: "/").map { EmulatedTime.seconds($0) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else {
      throw MetricsQuestion.Refusal("Detected invalid time range input: \(text)")
    }
    return start..<end
  }

  private func answer(
    _ question: MetricsQuestion, _ resource: EmulatedResource, _ fault: Fault.Kind?
  ) -> EmulatedAnswer {
    let window = question.window
    var answer = EmulatedAnswer(api: Self.api)
    answer.body.writeString(
      "{\"cost\":\(question.cost),\"timespan\":\"\(EmulatedTime.text(window.lowerBound))/"
        + "\(EmulatedTime.text(window.upperBound))\",\"interval\":\"\(Grain.text(question.grain))\",\"value\":")
    MetricWriter(values: values, now: now, resource: resource).write(question, fault, to: &answer.body)
    // azure-apis 3.1: the namespace comes back in lower case.
    answer.body.writeString(",\"namespace\":\(resource.armType.json),\"resourceregion\":\(resource.region.json)}")
    return answer
  }
}

extension MetricsQuestion {
  /// azure-apis 3.1 says no more than that it is no negative number.
  var cost: Int { metrics.count * max(window.count / 60 - 1, 0) }
}
