internal import Formats
package import System
package import Transport

/// Azure Resource Graph: a query of KQL over the resources of some subscriptions, answered in pages.
package enum ResourceGraph {
  private static let apiVersion = "2022-10-01"
  /// The most rows that a page can have.
  private static let pageSize = 1000

  /// The request for a page of a query's rows.
  ///
  /// - `subscriptions`: none for whatever may be seen.
  /// - `endpoint`: address of the resource manager, without a slash at its end.
  /// - `page`: the token that the page before gave; nil for the first.
  package static func request(
    _ query: String, subscriptions: [String], page: String?, endpoint: String, token: Secret?
  ) -> HTTPRequest {
    var body = Array("{".utf8)
    for (index, subscription) in subscriptions.enumerated() {
      body += (index > 0 ? "," : "\"subscriptions\":[").utf8
      body.append(json: subscription)
    }
    body += (subscriptions.isEmpty ? "\"query\":" : "],\"query\":").utf8
    body.append(json: query)
    body += ",\"options\":{\"resultFormat\":\"objectArray\",\"$top\":\(pageSize)".utf8
    if let page {
      body += ",\"$skipToken\":".utf8
      body.append(json: page)
    }
    body += "}}".utf8
    return HTTPRequest(
      .post, "\(endpoint)/providers/Microsoft.ResourceGraph/resources?api-version=\(apiVersion)",
      headers: [("Content-Type", "application/json")], token: token, body: body, api: .resourceGraph,
      quota: "resource-graph")
  }
}
