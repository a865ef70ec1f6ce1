/// `GET {resource}/providers/microsoft.insights/metricNamespaces` (azure-apis 3.3).
enum NamespacesRules {
  static let api = "namespaces"

  static func answer(_ request: EmulatedRequest, _ resource: EmulatedResource) -> EmulatedAnswer {
    guard request.query["api-version"] != nil else {
      return .wrapped(400, "MissingApiVersionParameter", "The api-version query parameter is required.", api: api)
    }
    // The name is an escaped form of the namespace.
    let name = resource.armType.replacing("/", with: "-")
    return EmulatedAnswer(
      json: """
        {"value":[{"id":\("/\(resource.id)/providers/microsoft.insights/metricNamespaces/\(name)".json),\
        "name":\(name.json),"type":"Microsoft.Insights/metricNamespaces","classification":"Platform",\
        "properties":{"metricNamespaceName":\(resource.armType.json)}}]}
        """, api: api)
  }
}
