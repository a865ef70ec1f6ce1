/// `GET {resource}/providers/Microsoft.Insights/metricDefinitions` (azure-apis 3.2), and the same of a subscription
/// (azure-apis 3.5).
enum DefinitionsRules {
  static func answer(_ request: EmulatedRequest, _ resource: EmulatedResource) -> EmulatedAnswer {
    guard request.query["api-version"] != nil else {
      return .wrapped(400, "MissingApiVersionParameter", "The api-version query parameter is required.", api: api)
    }
    let definitions = resource.metrics.map { metric in
      let grains = metric.grains.map { "{\"timeGrain\":\"\(Grain.text($0))\",\"retention\":\"P93D\"}" }
      let dimensions = metric.dimensions.map { "{\"value\":\($0.name.json),\"localizedValue\":\($0.name.json)}" }
      // azure-apis 3.2: `dimensions` is absent when there are none.
      let dimensionsMember = dimensions.isEmpty ? "" : ",\"dimensions\":[\(dimensions.joined(separator: ","))]"
      return """
        {"id":\("/\(resource.id)/providers/microsoft.insights/metricdefinitions/\(metric.name)".json),\
        "resourceId":\("/\(resource.id)".json),"namespace":\(resource.armType.json),\
        "name":{"value":\(metric.name.json),"localizedValue":\(metric.name.json)},"isDimensionRequired":false,\
        "unit":"\(metric.unit)","primaryAggregationType":"\(metric.primary)",\
        "supportedAggregationTypes":["None","Average","Minimum","Maximum","Total","Count"],\
        "metricAvailabilities":[\(grains.joined(separator: ","))]\(dimensionsMember)}
        """
    }
    return EmulatedAnswer(json: "{\"value\":[\(definitions.joined(separator: ","))]}", api: api)
  }

  static let api = "definitions"
}
