internal import Formats
package import Model
package import System
package import Transport

extension MetricsQuery {
  /// The version of the API that is spoken.
  private static let apiVersion = "2024-02-01"

  /// The request that asks this question.
  ///
  /// - `endpoint`: address of the resource manager, for a batch the audience of the metrics data plane; without a slash
  ///   at its end.
  package func request(endpoint: String, token: Secret?) -> HTTPRequest {
    guard let batch else { return single(endpoint, token) }
    if batch.api == .subscription { return scoped(endpoint, batch, token) }
    var url = "\(Self.regional(endpoint, batch.region))/subscriptions/\(PercentEncoding.encoded(subscriptionID))"
    url += "/metrics:getBatch?api-version=\(Self.apiVersion)"
    url += "&starttime=\(Timestamp.text(window.lowerBound))&endtime=\(Timestamp.text(window.upperBound + preview))"
    url += "&metricnamespace=\(PercentEncoding.encoded(batch.namespace))\(selection)"
    if !filter.isEmpty { url += "&filter=\(encodedFilter)&top=\(top)" }
    var body = Array("{\"resourceids\":[".utf8)
    // No id needs more than its quotes, a slash and a comma beside it.
    body.reserveCapacity(resources.reduce(32) { $0 + $1.text.utf8.count + 4 })
    for (index, resource) in resources.enumerated() {
      if index > 0 { body.append(UInt8(ascii: ",")) }
      body.append(json: "/" + resource.text)
    }
    body += "]}".utf8
    return HTTPRequest(
      .post, url, headers: [("Content-Type", "application/json")], token: token, body: body, api: .getBatch,
      quota: "batch/\(batch.region)/\(subscriptionID.asciiLowercased)")
  }

  /// The dimension by which the answer about a subscription is split into resources.
  static let resourceDimension = "microsoft.resourceid"
  /// The most series of a metric: as many resources as there are have theirs.
  private static let largestTop = 2_147_483_647

  private func scoped(_ endpoint: String, _ batch: Batch, _ token: Secret?) -> HTTPRequest {
    var url =
      "\(endpoint)/subscriptions/\(PercentEncoding.encoded(subscriptionID))/providers/Microsoft.Insights/metrics"
    url += "?api-version=\(Self.apiVersion)&region=\(PercentEncoding.encoded(batch.region))"
    let members: [(String, String)] = [
      ("timespan", "\(Timestamp.text(window.lowerBound))/\(Timestamp.text(window.upperBound + preview))"),
      ("interval", ISODuration.text(interval)),
      ("metricNames", metrics.map(\.asMetricName).joined(separator: ",")),
      ("aggregation", aggregations.members.map(\.name).joined(separator: ",")),
      ("metricNamespace", batch.namespace),
      ("filter", "Microsoft.ResourceId eq '*'" + (filter.isEmpty ? "" : " and " + filter)),
    ]
    var body: [UInt8] = []
    for (name, value) in members {
      body += "\(body.isEmpty ? "{" : ",")\"\(name)\":".utf8
      body.append(json: value)
    }
    body += ",\"top\":\(Self.largestTop)}".utf8
    return HTTPRequest(
      .post, url, headers: [("Content-Type", "application/json")], token: token, body: body, api: .subscriptionMetrics,
      quota: "reads/\(subscriptionID.asciiLowercased)")
  }

  private func single(_ endpoint: String, _ token: Secret?) -> HTTPRequest {
    var url = "\(endpoint)/\(Self.path(resources[0]))/providers/Microsoft.Insights/metrics"
    url += "?api-version=\(Self.apiVersion)"
    url += "&timespan=\(Timestamp.text(window.lowerBound))/\(Timestamp.text(window.upperBound + preview))\(selection)"
    if !filter.isEmpty { url += "&$filter=\(encodedFilter)&top=\(top)" }
    return HTTPRequest(.get, url, token: token, api: .metrics, quota: "reads/\(subscriptionID.asciiLowercased)")
  }

  /// What both shapes say of buckets and metrics in the same words.
  private var selection: String {
    let names = metrics.map { PercentEncoding.encoded($0.asMetricName) }.joined(separator: ",")
    let folds = aggregations.members.map(\.name).joined(separator: ",")
    return "&interval=\(ISODuration.text(interval))&metricnames=\(names)&aggregation=\(folds)"
  }

  /// Round brackets must arrive encoded even after the service has decoded the query once.
  private var encodedFilter: String {
    PercentEncoding.encoded(filter.replacing("(", with: "%28").replacing(")", with: "%29"))
  }

  /// The data plane's address in a region: the region and a dot before the first `metrics` of the audience, as Promitor
  /// puts it.
  private static func regional(_ audience: String, _ region: String) -> String {
    guard let place = audience.firstRange(of: "metrics")?.lowerBound else { return audience }
    return "\(audience[..<place])\(region).\(audience[place...])"
  }

  /// The resource id as a path: its slashes stay.
  static func path(_ resource: ResourceID) -> String {
    resource.text.split(separator: "/", omittingEmptySubsequences: false)
      .map { PercentEncoding.encoded(String($0)) }.joined(separator: "/")
  }
}

extension String {
  /// As it stands in a list of metrics: the service splits at commas after decoding, and takes "%2" for one inside a name.
  fileprivate var asMetricName: String {
    utf8.contains(UInt8(ascii: ",")) ? replacing(",", with: "%2") : self
  }
}
