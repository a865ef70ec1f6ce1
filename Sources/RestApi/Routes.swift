internal import Formats

extension Route {
  /// The addresses of an agent.
  ///
  /// - `metrics`: where the Prometheus text is shown; a discovery agent alone shows it at `/metrics`.
  static func all(_ agent: API.Agent, metrics: String) -> [Route] {
    let path = agent == .discovery ? "/metrics" : normal(metrics)
    return (fixed + [text(at: path)] + [page]).filter { agent.has($0.agent) }
  }

  /// A path as the table has them: one slash in front, none behind.
  private static func normal(_ path: String) -> String {
    "/" + path.split(separator: "/").joined(separator: "/")
  }

  private static let group = Parameter(
    name: "group", meaning: "The name of the group; case does not count.", schema: #"{"type":"string","minLength":1}"#,
    isInPath: true)
  private static let paging = [
    group,
    Parameter(
      name: "pageSize", meaning: "The most resources of a page.",
      schema: #"{"type":"integer","minimum":1,"maximum":1000,"default":1000}"#),
    Parameter(
      name: "currentPage", meaning: "The number of the page.",
      schema: #"{"type":"integer","format":"int32","minimum":1,"maximum":2147483647,"default":1}"#),
  ]
  private static let resources =
    #"{"type":"array","items":{"type":"object","required":["$type","ResourceType","SubscriptionId","ResourceGroupName","ResourceName","UniqueName"],"additionalProperties":{"type":"string"}}}"#
  private static let discoverOthers = [
    (404, "No group has that name.", "application/json", #"{"type":"object","required":["information"]}"#),
    (
      501, "Resources of that type cannot be discovered.", "application/json",
      #"{"type":"object","required":["details"]}"#
    ),
    (503, "The group was not discovered yet; Retry-After says when to ask again.", "application/problem+json", problem),
  ]
  static let problem =
    #"{"type":"object","required":["type","title","status","detail"],"properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"}}}"#
  private static let report =
    #"{"type":"object","required":["entries","status","totalDuration"],"properties":{"entries":{"type":"object"},"status":{"enum":["Healthy","Degraded","Unhealthy"]},"totalDuration":{"type":"string"}}}"#

  private static let fixed = [
    Route(
      path: "/api/v1/health", agent: .both, summary: "Whether the last pass is fresh, and discovery works.",
      parameters: [
        Parameter(
          name: "includeDependencies", meaning: "Whether to look at all.", schema: #"{"type":"boolean","default":true}"#
        )
      ], schema: report, others: [(503, "It is not.", "application/json", report)], handler: { try $0.health($1) }),
    Route(
      path: "/api/v1/system", agent: .both, summary: "The version.",
      schema: #"{"type":"object","required":["version"],"properties":{"version":{"type":"string"}}}"#,
      handler: { api, _ in APIAnswer(200, .object(["version": .string(api.source.version)])) }),
    Route(
      path: "/api/v1/configuration/metric-declaration", agent: .scraper, summary: "The declared metrics.",
      schema: #"{"type":"array","items":{"type":"object"}}"#, handler: { api, _ in try api.metricDeclaration() }),
    Route(
      path: "/api/v1/configuration/runtime", agent: .scraper, summary: "The runtime configuration, without secrets.",
      handler: { api, _ in APIAnswer(200, try api.source.runtime()) }),
    Route(
      path: "/api/v1/resources/groups", agent: .discovery, summary: "The resource discovery groups.",
      schema:
        #"{"type":"array","items":{"type":"object","required":["name","criteria"],"properties":{"name":{"type":"string"},"type":{"type":"string"},"types":{"type":"array","items":{"type":"string"}},"criteria":{"type":"object"}}}}"#,
      links: ["v1", "v2"].map {
        ("discover-\($0)", "/api/\($0)/resources/groups/{group}/discover", "group", "$response.body#/0/name")
      }, handler: { api, _ in try api.groups() }),
    Route(
      path: "/api/v1/resources/groups/{group}/discover", agent: .discovery,
      summary: "The resources of a group; the headers X-Paging-Page-Size, -Current-Page and -Total tell the page.",
      parameters: paging, schema: resources, others: discoverOthers, handler: { try $0.discover($1, isPaged: false) }),
    Route(
      path: "/api/v2/resources/groups/{group}/discover", agent: .discovery,
      summary: "The resources of a group, by pages.", parameters: paging,
      schema:
        #"{"type":"object","required":["$type","Result","PageInformation","HasMore"],"properties":{"Result":\#(resources),"PageInformation":{"type":"object","required":["PageSize","CurrentPage","TotalRecords"]},"HasMore":{"type":"boolean"}}}"#,
      others: discoverOthers, handler: { try $0.discover($1, isPaged: true) }),
    Route(
      path: "/api/v1/docs.json", agent: .both, summary: "This description, as OpenAPI.",
      handler: { api, call in APIAnswer(200, api.openAPI(call)) }),
    Route(
      path: "/api/docs", agent: .both, summary: "This description, as a page.", mediaType: "text/html",
      schema: #"{"type":"string"}"#, handler: { api, call in .page(api.docsPage(call)) }),
  ]

  private static func text(at path: String) -> Route {
    Route(
      path: path, agent: .both, summary: "The metrics as Prometheus text.", mediaType: "text/plain",
      schema: #"{"type":"string"}"#, handler: { api, _ in try api.exposition() })
  }

  private static let page = Route(
    path: "/", agent: .both, summary: "Whether all is well, and why not, as a page.", mediaType: "text/html",
    schema: #"{"type":"string"}"#, handler: { api, _ in .page(try api.statusPage()) })
}
