package import Formats
package import Model
package import System
package import Transport

/// Azure Resource Graph: a query of KQL over the resources of some subscriptions, answered in pages.
package enum ResourceGraph {
  private static let apiVersion = "2022-10-01"
  /// The most rows that a page can have.
  private static let pageSize = 1000

  /// The request for a page of a query's rows.
  ///
  /// - `endpoint`: address of the resource manager, without a slash at its end.
  /// - `page`: the token that the page before gave; nil for the first.
  package static func request(
    _ query: String, subscriptions: [String], page: String?, endpoint: String, token: Secret?
  ) -> HTTPRequest {
    var body = Array("{\"subscriptions\":[".utf8)
    for (index, subscription) in subscriptions.enumerated() {
      if index > 0 { body.append(UInt8(ascii: ",")) }
      body.append(json: subscription)
    }
    body += "],\"query\":".utf8
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

  /// One page of rows.
  package struct Page: Sendable {
    package var resources: [FoundResource]
    /// The token of the next page; nil on the last.
    package var next: String?
    /// How many rows all pages together have.
    package var total: Int

    /// Reads an answer's body.
    /// - Throws: `JSONError` where it is none, a row lacks its id, or the service says that it left rows out.
    package init(_ body: [UInt8]) throws(JSONError) {
      let document = try JSONValue(body)
      guard let rows = document["data"]?.array else { throw JSONError(offset: 0, "there are no rows in it") }
      next = document["$skipToken"]?.string
      total = document["totalRecords"]?.integer ?? rows.count
      // The service writes the flag as a text. Without a token, truncated means that there is no way to the rest.
      if next == nil, document["resultTruncated"]?.string?.lowercased() == "true" {
        throw JSONError(offset: 0, "the service left rows out and gives no token for them")
      }
      resources = []
      resources.reserveCapacity(rows.count)
      for row in rows {
        guard let id = row["id"]?.string else { throw JSONError(offset: 0, "a row has no id") }
        let region = row["location"]?.string ?? ""
        resources.append(
          FoundResource(
            id: ResourceID(id).text, resourceGroup: row["resourceGroup"]?.string ?? "",
            region: region.filter { $0 != " " }.lowercased()))
      }
    }
  }
}
