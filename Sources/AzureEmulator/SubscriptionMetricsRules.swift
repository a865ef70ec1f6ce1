internal import NIOCore

/// `GET` and `POST /subscriptions/{id}/providers/Microsoft.Insights/metrics` (azure-apis 3.5): every resource of a type
/// in a subscription and region.
struct SubscriptionMetricsRules {
  let values: SeriesValues
  let now: Int
  /// The resources of the subscription.
  let resources: [EmulatedResource]

  static let api = "subscriptionMetrics"
  /// azure-apis 3.5: not every type has such answers.
  private static let typesWithout: Set<String> = ["microsoft.containerservice/managedclusters"]
  /// The names of the parameters in a body, by those in a query.
  private static let members = [
    "timespan": "timespan", "interval": "interval", "metricnames": "metricNames", "aggregation": "aggregation",
    "$filter": "filter", "top": "top", "orderby": "orderBy", "rollupby": "rollUpBy", "resulttype": "resultType",
    "metricnamespace": "metricNamespace", "autoadjusttimegrain": "autoAdjustTimegrain",
    "validatedimensions": "validateDimensions",
  ]

  func answer(_ request: EmulatedRequest, subscription: String) -> EmulatedAnswer {
    func refusal(_ message: String) -> EmulatedAnswer { .wrapped(400, "BadRequest", message, api: Self.api) }
    var query = request.query
    if request.method == "POST" {
      guard let body = JSONBody(request.body)?.object else { return refusal("The body must be an object.") }
      for (name, value) in body {
        guard let parameter = Self.members.first(where: { $0.value == name })?.key else {
          return refusal("The member \(name) is not known.")
        }
        guard query[parameter] == nil else { return refusal("\(name) is given in the query and in the body.") }
        query[parameter] = value.text
      }
    }
    guard query["api-version"] != nil else { return refusal("The api-version is missing or invalid.") }
    guard let region = query["region"], !region.isEmpty else { return refusal("Missing required region params") }
    guard let namespace = query["metricnamespace"]?.lowercased() else {
      return refusal("The parameter metricnamespace is required.")
    }
    guard !Self.typesWithout.contains(namespace) else {
      return refusal("Resource type: \(namespace) not enabled for Cross Resource metrics")
    }
    let own = resources.filter { $0.armType == namespace && $0.region == region.lowercased() }
    do throws(MetricsQuestion.Refusal) {
      let question = try MetricsQuestion(
        type: own.first?.createdType ?? namespace, query: query,
        window: try MetricsRules.window(query["timespan"], now: now),
        filter: query["$filter"], validatesDimensions: query["validatedimensions"]?.lowercased() != "false", now: now,
        scopeDimensions: MetricWriter.scopeDimensions)
      var answer = EmulatedAnswer(api: Self.api)
      answer.body.writeString(
        "{\"cost\":\(question.cost),\"timespan\":\"\(EmulatedTime.text(question.window.lowerBound))/"
          + "\(EmulatedTime.text(question.window.upperBound))\",\"interval\":\"\(Grain.text(question.grain))\",\"value\":"
      )
      MetricWriter(values: values, now: now, resources: own, scope: "subscriptions/\(subscription)")
        .write(question, request.fault, to: &answer.body)
      answer.body.writeString(",\"namespace\":\(namespace.json),\"resourceregion\":\(region.json)}")
      return answer
    } catch {
      return refusal(error.message)
    }
  }
}
