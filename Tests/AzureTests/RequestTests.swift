import Azure
import Model
import System
import Testing
import Transport

@Test func aQueryBecomesAnAddress() {
  let query = MetricsQuery(
    resource: ResourceID("/subscriptions/S/resourceGroups/r g(1)/providers/Microsoft.X/y/z"), subscriptionID: "S",
    metrics: ["Percentage CPU", "a/b", "c,d"], aggregations: [AggregationSet(.count), AggregationSet(.average)],
    interval: 3600, window: 1_795_518_000..<1_795_521_600, dimensions: ["D"], filter: "D eq 'x (y)'", top: 7)
  let request = query.request(endpoint: "https://arm", token: Secret("t"))
  #expect(
    request.url == """
      https://arm/subscriptions/S/resourceGroups/r%20g%281%29/providers/Microsoft.X/y/z/providers/Microsoft.Insights/\
      metrics?api-version=2024-02-01&timespan=2026-11-24T11:00:00Z/2026-11-24T12:00:00Z&interval=PT1H\
      &metricnames=Percentage%20CPU,a%2Fb,c%252d&aggregation=average,count\
      &$filter=D%20eq%20%27x%20%2528y%2529%27&top=7
      """)
  #expect(request.quota == "reads/s" && request.method == .get && request.body.isEmpty)
}

@Test(arguments: [
  (GraphScope.everything, ""), (.subscriptions(["a", "b\""]), #""subscriptions":["a","b\""],"#),
  (.managementGroups(["m"]), #""managementGroups":["m"],"#),
])
func aQueryOfResourceGraphTellsItsScope(scope: GraphScope, members: String) {
  let request = ResourceGraph.request("Resources", scope: scope, page: nil, endpoint: "https://arm", token: nil)
  #expect(
    String(decoding: request.body, as: UTF8.self) == """
      {\(members)"query":"Resources","options":{"resultFormat":"objectArray","$top":1000}}
      """)
}

@Test func aScopeIsSplitBySubscriptionsAlone() {
  #expect(
    GraphScope.subscriptions(["a", "b", "c"]).parts(ofSubscriptions: 2) == [
      .subscriptions(["a", "b"]), .subscriptions(["c"]),
    ])
  #expect(GraphScope.managementGroups(["a", "b"]).parts(ofSubscriptions: 1) == [.managementGroups(["a", "b"])])
  #expect(GraphScope.everything.parts(ofSubscriptions: 1) == [.everything])
}

@Test func aBatchBecomesAnAddressAndABody() {
  var query = MetricsQuery(
    resource: ResourceID("subscriptions/S/resourceGroups/g/providers/Microsoft.X/y/a"), subscriptionID: "S",
    metrics: ["M"], aggregations: [AggregationSet(.total)], interval: 300, window: 1_795_521_300..<1_795_521_600,
    dimensions: ["D"], filter: "D eq '*'", top: 7)
  query.resources.append(ResourceID("subscriptions/S/resourceGroups/g/providers/Microsoft.X/y/b"))
  query.batch = .init(region: "westeurope", namespace: "microsoft.x/y")
  let request = query.request(endpoint: "https://metrics.monitor.azure.com", token: Secret("t"))
  #expect(
    request.url == """
      https://westeurope.metrics.monitor.azure.com/subscriptions/S/metrics:getBatch?api-version=2024-02-01\
      &starttime=2026-11-24T11:55:00Z&endtime=2026-11-24T12:00:00Z&metricnamespace=microsoft.x%2Fy\
      &interval=PT5M&metricnames=M&aggregation=total&filter=D%20eq%20%27%2A%27&top=7
      """)
  #expect(
    String(decoding: request.body, as: UTF8.self) == """
      {"resourceids":["/subscriptions/S/resourceGroups/g/providers/Microsoft.X/y/a",\
      "/subscriptions/S/resourceGroups/g/providers/Microsoft.X/y/b"]}
      """)
}
