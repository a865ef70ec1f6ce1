internal import Catalog
internal import Configuration
internal import Formats
package import Model
package import Planning
package import Transport

/// Asks Promitor's Resource Discovery agent what groups hold, page by page, one group beside another.
///
/// Source: `GET /api/v2/resources/groups/{group}/discover` of that agent, and how Promitor's scraper reads it.
package struct DiscoveryAgentRunner {
  private let courier: Courier
  private let address: String
  private let now: Int
  /// What rows tell elsewhere, of which the agent knows nothing.
  private let details: ResourceDetails
  private var searches: [Search]
  private var groups: [FoundGroup] = []
  private var failures: [LookUpResult.Failure] = []

  private struct Search {
    var group: NamedGroup
    var page = 1
    var resources: [FoundResource] = []
    /// How many rows were of types that nobody wants.
    var others = 0
  }

  /// What the agent told, and what it did not.
  package struct Found: Sendable {
    package var groups: [FoundGroup] = []
    package var failures: [LookUpResult.Failure] = []
    package var statistics = TransferStatistics()

    package init(
      groups: [FoundGroup] = [], failures: [LookUpResult.Failure] = [], statistics: TransferStatistics = .init()
    ) {
      self.groups = groups
      self.failures = failures
      self.statistics = statistics
    }
  }

  /// More pages than this no agent has: that of Promitor gives up to a thousand resources each.
  private static let mostPages = 10_000
  private static let longestPage = 32 << 20

  /// - `address`: `http://HOST:PORT`.
  /// - `details`: what rows of any group are to tell; of several types each row tells its own behind it.
  /// - `now`: seconds since 1970 UTC.
  package static func run(
    _ wanted: [NamedGroup], of address: String, details: ResourceDetails, courier: Courier, now: Int
  ) -> Found {
    var runner = DiscoveryAgentRunner(
      courier: courier, address: address, details: details, now: now, searches: wanted.map { Search(group: $0) })
    for number in runner.searches.indices { runner.ask(number) }
    while let exchange = courier.next() { runner.settle(exchange) }
    return Found(groups: runner.groups, failures: runner.failures, statistics: courier.statistics)
  }

  private init(courier: Courier, address: String, details: ResourceDetails, now: Int, searches: [Search]) {
    self.courier = courier
    self.address = address
    self.details = details
    self.now = now
    self.searches = searches
  }

  private mutating func ask(_ number: Int) {
    let search = searches[number]
    let url =
      "\(address)/api/v2/resources/groups/\(PercentEncoding.encoded(search.group.name))/discover"
      + "?pageSize=1000&currentPage=\(search.page)"
    courier.submit(
      Exchange(
        HTTPRequest(.get, url, token: nil, api: .discoveryAgent, quota: "discovery-agent"), number: number,
        receiver: BodyBuffer(limit: Self.longestPage)))
  }

  private mutating func settle(_ exchange: Exchange) {
    let number = exchange.number
    guard exchange.failure == nil, exchange.response.isSuccess, let buffer = exchange.receiver as? BodyBuffer else {
      return fail(number, Verdict.of(exchange, complaint: "it is too long").1)
    }
    do {
      let page = try JSONValue(buffer.bytes)
      guard let rows = page["Result"]?.array, let hasMore = page["HasMore"]?.boolean else {
        throw JSONError(offset: 0, "it has no Result and HasMore")
      }
      let types = searches[number].group.types
      let resources = try rows.compactMap { try FoundResource(row: $0, of: types, details) }
      searches[number].resources += resources
      searches[number].others += rows.count - resources.count
      let total = page["PageInformation"]?["TotalRecords"]?.integer
      if hasMore, !rows.isEmpty, searches[number].page < Self.mostPages {
        searches[number].page += 1
        return ask(number)
      }
      // The agent pages by number, so that a list which changes meanwhile loses rows between two pages.
      let count = searches[number].resources.count + searches[number].others
      if let total, searches[number].page > 1 || hasMore,
        Set(searches[number].resources.map(\.id)).count + searches[number].others < total
      {
        let text = "the agent gave \(count) of \(total) resources"
        return fail(number, .init(code: "Paging", text: text))
      }
      groups.append(
        FoundGroup(
          name: searches[number].group.name, fingerprint: searches[number].group.fingerprint(at: address), foundAt: now,
          resources: searches[number].resources))
    } catch {
      fail(number, Verdict.unreadable(exchange, "\(error)"))
    }
  }

  private mutating func fail(_ number: Int, _ reason: PassResult.Reason) {
    failures.append(.init(group: searches[number].group.name, reason: reason, usedFrom: nil, isRefusal: false))
  }
}

extension FoundResource {
  /// A resource as the agent writes it: the keys of its declaration with a capital; nil for one of no type that is
  /// wanted. One that tells no type is of the first.
  /// - Throws: `JSONError` where it lacks what its id is made of.
  fileprivate init?(row: JSONValue, of types: [ResourceType], _ details: ResourceDetails) throws(JSONError) {
    let named = row["ResourceType"]?.string?.asciiLowercased
    guard let type = types.first(where: { named == nil || named == $0.name.asciiLowercased }) else { return nil }
    guard let subscription = row["SubscriptionId"]?.string, let group = row["ResourceGroupName"]?.string else {
      throw JSONError(offset: 0, "a resource has no SubscriptionId and ResourceGroupName")
    }
    var fields: [String] = []
    for field in type.fields {
      let value = row[field.key.prefix(1).uppercased() + field.key.dropFirst()]?.string ?? ""
      if value.isEmpty, field.required { throw JSONError(offset: 0, "a resource has no \(field.key)") }
      fields.append(value)
    }
    let declared = ResourceDeclaration(type: type, subscriptionID: subscription, resourceGroup: group, fields: fields)
    self.init(
      id: Resource(declared).id.text, resourceGroup: group, region: "",
      details: types.count > 1 ? Array(repeating: "", count: details.count) + [type.name] : [])
  }
}
