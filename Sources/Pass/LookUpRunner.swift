package import Azure
internal import Configuration
internal import Formats
package import Model
package import Planning
internal import System
package import Transport

/// What the look-ups of a pass brought.
package struct LookUpResult: Sendable {
  /// The lists to plan with: those that were good, those that were found, and old ones in place of what failed.
  package var groups: [FoundGroup] = []
  package var failures: [Failure] = []
  package var statistics = TransferStatistics()
  /// The token that was used, for others who need one of the same kind.
  package var token: SharedToken?

  package init() {}

  /// A group that could not be found out.
  package struct Failure: Sendable {
    package var group: String
    package var reason: PassResult.Reason
    /// When the list that is used in its place was found, in seconds since 1970 UTC; nil where there is none.
    package var usedFrom: Int?
    package var isRefusal: Bool
  }
}

/// Makes the look-ups of a pass: for each discovery group the pages of its query, one after the other; groups beside
/// each other. A group is found as a whole or not at all.
package struct LookUpRunner {
  private let lookUps: LookUps
  private let now: Int
  private let courier: Courier
  private let credential: Credential?
  private var token: SharedToken?
  private var result = LookUpResult()
  private var searches: [Search]

  /// How far a group's query has come.
  private struct Search {
    var query: DiscoveryQuery
    /// The subscriptions, in parts that one call takes.
    var scopes: [[String]]
    var scope = 0
    var page: String?
    var rowsOfScope = 0
    var resources: [FoundResource] = []
  }

  /// A call takes a thousand subscriptions at most, and is advised to have fewer than three hundred.
  private static let subscriptionsPerCall = 250
  private static let signInNumber = 0

  /// - `now`: seconds since 1970 UTC.
  /// - `credential`: nil where the wire needs no sign-in.
  package static func run(_ lookUps: LookUps, credential: Credential?, courier: Courier, now: Int) -> LookUpResult {
    var runner = LookUpRunner(lookUps, credential, courier, now)
    return runner.run()
  }

  private init(_ lookUps: LookUps, _ credential: Credential?, _ courier: Courier, _ now: Int) {
    self.lookUps = lookUps
    self.credential = credential
    self.courier = courier
    self.now = now
    let subscriptions = lookUps.subscriptions
    let scopes = stride(from: 0, to: subscriptions.count, by: Self.subscriptionsPerCall).map {
      Array(subscriptions[$0..<min($0 + Self.subscriptionsPerCall, subscriptions.count)])
    }
    searches = lookUps.queries.map { Search(query: $0, scopes: scopes) }
    result.groups = lookUps.known
  }

  private mutating func run() -> LookUpResult {
    if searches.isEmpty { return result }
    let audience = lookUps.account.cloud.managementAudience ?? lookUps.account.cloud.resourceManager
    if let credential {
      let request = credential.tokenRequest(audience: audience)
      courier.submit(Exchange(request, number: Self.signInNumber, receiver: BodyBuffer(limit: 256 << 10)))
    } else {
      for search in searches.indices { ask(search) }
    }
    while let exchange = courier.next() {
      if exchange.number == Self.signInNumber {
        settleSignIn(exchange, audience)
      } else {
        settle(exchange, search: exchange.number - 1)
      }
    }
    result.statistics = courier.statistics
    result.token = token
    return result
  }

  private mutating func settleSignIn(_ exchange: Exchange, _ audience: String) {
    do {
      let secret = try TokenAnswer.token(exchange)
      token = SharedToken(
        tenantID: lookUps.account.tenantID, authority: lookUps.account.cloud.authority, audience: audience,
        secret: secret)
      for search in searches.indices { ask(search) }
    } catch {
      let reason = PassResult.Reason(code: error.code, text: error.text)
      for search in searches.indices { fail(search, reason, isRefusal: error.isFinal) }
    }
  }

  private func ask(_ search: Int) {
    let state = searches[search]
    let request = ResourceGraph.request(
      state.query.text, subscriptions: state.scopes[state.scope], page: state.page,
      endpoint: lookUps.account.cloud.resourceManager, token: token?.secret)
    courier.submit(Exchange(request, number: search + 1, receiver: BodyBuffer(limit: 32 << 20)))
  }

  private mutating func settle(_ exchange: Exchange, search: Int) {
    guard exchange.failure == nil, exchange.response.isSuccess, let buffer = exchange.receiver as? BodyBuffer else {
      let (outcome, reason) = Verdict.of(exchange, complaint: "the answer is too long")
      return fail(search, reason, isRefusal: outcome == .forbidden)
    }
    do {
      let page = try ResourceGraph.Page(buffer.bytes)
      searches[search].resources += page.resources
      searches[search].rowsOfScope += page.resources.count
      if let next = page.next {
        // A token that repeats would go round for ever, and says that rows are lost.
        guard next != searches[search].page, !page.resources.isEmpty else {
          return fail(search, .init(code: "Paging", text: "Resource Graph repeats a page"), isRefusal: false)
        }
        searches[search].page = next
        return ask(search)
      }
      guard searches[search].rowsOfScope >= page.total else {
        let text = "Resource Graph gave \(searches[search].rowsOfScope) of \(page.total) rows"
        return fail(search, .init(code: "Paging", text: text), isRefusal: false)
      }
      finishScope(search)
    } catch {
      fail(search, .init(code: "Unreadable", text: error.description), isRefusal: false)
    }
  }

  private mutating func finishScope(_ search: Int) {
    searches[search].scope += 1
    searches[search].page = nil
    searches[search].rowsOfScope = 0
    if searches[search].scope < searches[search].scopes.count { return ask(search) }
    let query = searches[search].query
    result.groups.append(
      FoundGroup(
        name: query.group.name, fingerprint: LookUps.fingerprint(query, lookUps.subscriptions), foundAt: now,
        resources: searches[search].resources))
  }

  /// Uses the old list, if there is one.
  private mutating func fail(_ search: Int, _ reason: PassResult.Reason, isRefusal: Bool) {
    let name = searches[search].query.group.name
    let old = lookUps.stale.first { $0.name == name }
    if let old { result.groups.append(old) }
    result.failures.append(.init(group: name, reason: reason, usedFrom: old?.foundAt, isRefusal: isRefusal))
  }
}

/// A token, and what it is good for.
package struct SharedToken: Sendable {
  let tenantID: String
  let authority: String
  let audience: String
  let secret: Secret
}
