internal import Formats
package import Model
package import System
package import Transport

/// Azure Resource Graph: a query of KQL over the resources of a scope, answered in pages.
package enum ResourceGraph {
  private static let apiVersion = "2022-10-01"
  /// The most rows that a page can have.
  private static let pageSize = 1000

  /// The request for a page of a query's rows.
  ///
  /// - `endpoint`: address of the resource manager, without a slash at its end.
  /// - `page`: the token that the page before gave; nil for the first.
  package static func request(
    _ query: String, scope: GraphScope, page: String?, endpoint: String, token: Secret?
  ) -> HTTPRequest {
    var body = Array("{".utf8)
    func append(_ ids: [String], as member: StaticString) {
      body += "\"\(member)\":[".utf8
      for (index, id) in ids.enumerated() {
        if index > 0 { body.append(UInt8(ascii: ",")) }
        body.append(json: id)
      }
      body += "],".utf8
    }
    switch scope {
    // Neither member means the whole tenant.
    case .everything: break
    case .subscriptions(let ids): append(ids, as: "subscriptions")
    case .managementGroups(let ids): append(ids, as: "managementGroups")
    }
    body += "\"query\":".utf8
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
