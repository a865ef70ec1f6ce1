internal import Formats
package import Model
package import System
package import Transport

/// Questions about what metrics there are.
///
/// Source: `GET …/providers/Microsoft.Insights/metricDefinitions` and `…/metricNamespaces` of Azure Monitor.
package enum DefinitionsRequest {
  private static let apiVersion = "2024-02-01"
  /// The longest answer that is read: a type has hundreds of metrics.
  package static let longestAnswer = 8 << 20

  /// The metrics that resources of a type in a subscription and region have.
  ///
  /// - `endpoint`: address of the resource manager, without a slash at its end.
  package static func ofType(
    _ armType: String, region: String, subscriptionID: String, endpoint: String, token: Secret?
  ) -> HTTPRequest {
    let subscription = PercentEncoding.encoded(subscriptionID)
    return request(
      "\(endpoint)/subscriptions/\(subscription)", "metricDefinitions",
      "&region=\(PercentEncoding.encoded(region))&metricnamespace=\(PercentEncoding.encoded(armType))", token,
      quota: "definitions/\(subscriptionID.asciiLowercased)")
  }

  /// The metrics of one resource in a namespace; "" for the one that it has by itself.
  package static func of(
    _ resource: ResourceID, namespace: String, endpoint: String, token: Secret?
  ) -> HTTPRequest {
    request(
      "\(endpoint)/\(MetricsQuery.path(resource))", "metricDefinitions",
      namespace.isEmpty ? "" : "&metricnamespace=\(PercentEncoding.encoded(namespace))", token,
      quota: "definitions/\(resource.folded.pathParts.dropFirst().first ?? "")")
  }

  /// The namespaces of the metrics of one resource.
  package static func namespaces(of resource: ResourceID, endpoint: String, token: Secret?) -> HTTPRequest {
    request(
      "\(endpoint)/\(MetricsQuery.path(resource))", "metricNamespaces", "", token,
      quota: "definitions/\(resource.folded.pathParts.dropFirst().first ?? "")")
  }

  private static func request(
    _ scope: String, _ noun: String, _ rest: String, _ token: Secret?, quota: String
  ) -> HTTPRequest {
    HTTPRequest(
      .get, "\(scope)/providers/Microsoft.Insights/\(noun)?api-version=\(apiVersion)\(rest)", token: token,
      api: .definitions, quota: quota)
  }
}
