internal import Formats
package import Model
package import System
package import Transport

extension MetricsQuery {
  /// The version of the API that is spoken.
  private static let apiVersion = "2024-02-01"

  /// The request that asks this question.
  ///
  /// - `endpoint`: address of the resource manager, without a slash at its end.
  package func request(endpoint: String, token: Secret?) -> HTTPRequest {
    var url = "\(endpoint)/\(Self.path(resource))/providers/Microsoft.Insights/metrics?api-version=\(Self.apiVersion)"
    url += "&timespan=\(Timestamp.text(window.lowerBound))/\(Timestamp.text(window.upperBound))"
    url += "&interval=\(ISODuration.text(interval))"
    // The service splits at commas after decoding, and takes "%2" for one inside a name.
    url +=
      "&metricnames=" + metrics.map { PercentEncoding.encoded($0.replacing(",", with: "%2")) }.joined(separator: ",")
    url += "&aggregation=" + aggregations.members.map(\.name).joined(separator: ",")
    if !filter.isEmpty {
      // Round brackets must arrive encoded even after the service has decoded the query once.
      let bracketed = filter.replacing("(", with: "%28").replacing(")", with: "%29")
      url += "&$filter=\(PercentEncoding.encoded(bracketed))&top=\(top)"
    }
    return HTTPRequest(.get, url, token: token, api: .metrics, quota: "reads/\(subscriptionID.lowercased())")
  }

  /// The resource id as a path: its slashes stay.
  private static func path(_ resource: ResourceID) -> String {
    resource.text.split(separator: "/", omittingEmptySubsequences: false)
      .map { PercentEncoding.encoded(String($0)) }.joined(separator: "/")
  }
}
