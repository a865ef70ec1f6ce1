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
  /// Where declared resources are: what was known, and what was found.
  package var places = Places()
  /// Why some places could not be found out; their resources are asked for themselves.
  package var placeFailures: [PassResult.Reason] = []
  package var statistics = TransferStatistics()
  /// The tokens that were used, for others who need one of the same kind.
  package var tokens: [SharedToken] = []

  /// What Resource Graph told of the quota of each of those that asked it.
  package var quotas: [GraphQuota] = []

  /// How many queries there were to make.
  package var queries = 0

  package init() {}

  /// What is known without asking anybody: good lists, and old ones in place of those that are not.
  package init(known lookUps: LookUps) {
    groups = lookUps.known + lookUps.stale
    places = lookUps.places
  }

  /// The quota of one that asked Resource Graph.
  package struct GraphQuota: Sendable {
    package var account: Account
    /// "" where nobody signed in.
    package var applicationID: String
    /// The smallest number of calls left that an answer told; nil where none did.
    package var remaining: Int?
    /// Whether an answer was that there are none.
    package var isThrottled: Bool
  }

  /// A group that could not be found out.
  package struct Failure: Sendable {
    package var group: String
    package var reason: PassResult.Reason
    /// When the list that is used in its place was found, in seconds since 1970 UTC; nil where there is none.
    package var usedFrom: Int?
    package var isRefusal: Bool

    package init(group: String, reason: PassResult.Reason, usedFrom: Int?, isRefusal: Bool) {
      self.group = group
      self.reason = reason
      self.usedFrom = usedFrom
      self.isRefusal = isRefusal
    }
  }
}

/// Makes the look-ups of a pass: for each query its pages, one after the other; queries beside each other. What a query
/// asks for is found as a whole or not at all.
package struct LookUpRunner {
  private let lookUps: LookUps
  private let now: Int
  private let courier: Courier
  /// One for each account; nil where the wire needs no sign-in.
  private let credentials: [Credential?]
  /// The sign-ins under way.
  private var signIns: [SignIn?]
  private var tokens: [Secret?]
  /// How many tokens there have been.
  private var tokenCounts: [Int]
  /// Whether another token was asked for, as Azure refused the first: that is done once.
  private var hasRenewed: [Bool]
  /// The fewest calls left that were told, by account; nil where nothing was.
  private var remaining: [Int?]
  /// The searches that wait for a token.
  private var waiting: [[Int]]
  private var result = LookUpResult()
  private var searches: [Search]

  /// How far a query has come.
  private struct Search {
    var query: LookUps.Query
    /// Where to look, in parts that one call takes.
    var scopes: [GraphScope]
    var scope = 0
    var page: String?
    var rowsOfScope = 0
    /// How many rows the scope is said to have; 0 before the first page.
    var totalOfScope = 0
    var resources: [FoundResource] = []
    /// Which token it was asked with, counted from 1.
    var token = 0
  }

  /// A call takes a thousand subscriptions at most, and is advised to have fewer than three hundred.
  private static let subscriptionsPerCall = 250

  /// - `now`: seconds since 1970 UTC.
  /// - `credentials`: one for each account; nil where the wire needs no sign-in.
  package static func run(
    _ lookUps: LookUps, credentials: [Credential?], courier: Courier, now: Int
  ) -> LookUpResult {
    var runner = LookUpRunner(lookUps, credentials, courier, now)
    return runner.run()
  }

  private init(_ lookUps: LookUps, _ credentials: [Credential?], _ courier: Courier, _ now: Int) {
    self.lookUps = lookUps
    self.credentials = credentials
    self.courier = courier
    self.now = now
    signIns = credentials.map { _ in nil }
    tokens = credentials.map { _ in nil }
    tokenCounts = credentials.map { _ in 0 }
    hasRenewed = credentials.map { _ in false }
    waiting = credentials.map { _ in [] }
    remaining = credentials.map { _ in nil }
    searches = lookUps.queries.map { query in
      Search(query: query, scopes: query.scope.parts(ofSubscriptions: Self.subscriptionsPerCall))
    }
    result.queries = lookUps.queries.count
    result.groups = lookUps.known
    result.places = lookUps.places
  }

  private mutating func run() -> LookUpResult {
    if searches.isEmpty { return result }
    for account in credentials.indices {
      waiting[account] = searches.indices.filter { searches[$0].query.account == account }
      signIn(account)
    }
    while let exchange = courier.next() {
      if exchange.number < 0 {
        let account = -1 - exchange.number
        if let step = signIns[account]?.take(exchange) { follow(step, account: account) }
      } else {
        settle(exchange, search: exchange.number)
      }
    }
    result.statistics = courier.statistics
    let throttled = result.statistics.tries[.init(api: .resourceGraph, result: .throttled)] ?? 0
    result.quotas = lookUps.accounts.indices.map { account in
      .init(
        account: lookUps.accounts[account], applicationID: credentials[account]?.applicationID ?? "",
        remaining: remaining[account], isThrottled: throttled > 0)
    }
    return result
  }

  private mutating func noteQuota(_ exchange: Exchange, account: Int) {
    guard let left = exchange.response.header("x-ms-user-quota-remaining").flatMap({ Int($0) }) else { return }
    remaining[account] = min(remaining[account] ?? left, left)
  }

  private func audience(of account: Int) -> String {
    let cloud = lookUps.accounts[account].cloud
    return cloud.managementAudience ?? cloud.resourceManager
  }

  /// Begins a sign-in, where one is needed, for the searches that wait.
  private mutating func signIn(_ account: Int) {
    guard let credential = credentials[account] else { return askWaiting(account) }
    var signIn = SignIn(credential, audience: audience(of: account))
    let step = signIn.begin()
    signIns[account] = signIn
    follow(step, account: account)
  }

  private mutating func askWaiting(_ account: Int) {
    let searches = waiting[account]
    waiting[account] = []
    for search in searches { ask(search) }
  }

  /// Whether a search that Azure refused the token of is asked for again, with another one.
  private mutating func renews(_ search: Int) -> Bool {
    let account = searches[search].query.account
    let hasNewer = searches[search].token < tokenCounts[account]
    guard credentials[account] != nil, hasNewer || signIns[account] != nil || !hasRenewed[account] else { return false }
    waiting[account].append(search)
    if hasNewer {
      askWaiting(account)
    } else if signIns[account] == nil {
      hasRenewed[account] = true
      signIn(account)
    }
    return true
  }

  private mutating func follow(_ step: SignIn.Step, account number: Int) {
    switch step {
    case .send(let request):
      // Searches are numbered from 0 on, sign-ins from -1 down.
      let receiver = BodyBuffer(limit: SignIn.longestAnswer)
      courier.submit(Exchange(request, number: -1 - number, receiver: receiver))
    case .token(let secret):
      let account = lookUps.accounts[number]
      tokens[number] = secret
      tokenCounts[number] += 1
      signIns[number] = nil
      // The newest comes first, as that is the one which is taken.
      result.tokens.insert(
        SharedToken(
          tenantID: account.tenantID, authority: account.cloud.authority, audience: audience(of: number),
          secret: secret), at: 0)
      askWaiting(number)
    case .failed(let error):
      let reason = PassResult.Reason(code: error.code, text: error.text)
      signIns[number] = nil
      let searches = waiting[number]
      waiting[number] = []
      for search in searches { fail(search, reason, isRefusal: error.isFinal) }
    }
  }

  private mutating func ask(_ search: Int) {
    searches[search].token = tokenCounts[searches[search].query.account]
    let state = searches[search]
    let request = ResourceGraph.request(
      state.query.text, scope: state.scopes[state.scope], page: state.page,
      endpoint: lookUps.accounts[state.query.account].cloud.resourceManager, token: tokens[state.query.account])
    courier.submit(Exchange(request, number: search, receiver: BodyBuffer(limit: 32 << 20)))
  }

  private mutating func settle(_ exchange: Exchange, search: Int) {
    noteQuota(exchange, account: searches[search].query.account)
    if exchange.failure == nil, exchange.response.status == 401, renews(search) { return }
    guard exchange.failure == nil, exchange.response.isSuccess, let buffer = exchange.receiver as? BodyBuffer else {
      let (outcome, reason) = Verdict.of(exchange, complaint: "it is too long")
      return fail(search, reason, isRefusal: outcome == .forbidden)
    }
    if exchange.response.header("x-ms-tenant-subscription-limit-hit")?.asciiLowercased == "true" {
      let text = "there are more subscriptions than Azure looks into at once; name management groups that have fewer"
      return fail(search, .init(code: "Scope", text: text), isRefusal: false)
    }
    do {
      let page = try ResourceGraph.Page(buffer.bytes, details: searches[search].query.details)
      let all = searches[search].resources.count - searches[search].rowsOfScope + page.total
      if let limit = searches[search].query.limit, all > limit {
        let text = "Resource Graph has \(all) resources, more than the group's limit of \(limit)"
        return fail(search, .init(code: "Limit", text: text), isRefusal: false)
      }
      // Of what goes while the list is read, the rows behind it move, and one of them falls between two pages.
      guard page.total >= searches[search].totalOfScope else {
        let text = "the list shrank from \(searches[search].totalOfScope) to \(page.total) rows while it was read"
        return fail(search, .init(code: "Paging", text: text), isRefusal: false)
      }
      searches[search].totalOfScope = page.total
      searches[search].resources += page.resources
      searches[search].rowsOfScope += page.resources.count
      let rows = searches[search].rowsOfScope
      if let next = page.next {
        // A token that repeats would go round for ever, and says that rows are lost.
        guard next != searches[search].page, !page.resources.isEmpty, rows < page.total else {
          return fail(search, .init(code: "Paging", text: "Resource Graph repeats a page"), isRefusal: false)
        }
        searches[search].page = next
        return ask(search)
      }
      guard rows == page.total else {
        let text = "Resource Graph gave \(rows) of \(page.total) rows"
        return fail(search, .init(code: "Paging", text: text), isRefusal: false)
      }
      // A row that came twice stands where another one should.
      if searches[search].page != nil,
        Set(searches[search].resources.suffix(rows).lazy.map { ResourceID($0.id) }).count < rows
      {
        return fail(search, .init(code: "Paging", text: "Resource Graph repeats rows"), isRefusal: false)
      }
      finishScope(search)
    } catch {
      fail(search, Verdict.unreadable(exchange, error.description), isRefusal: false)
    }
  }

  private mutating func finishScope(_ search: Int) {
    searches[search].scope += 1
    searches[search].page = nil
    searches[search].rowsOfScope = 0
    searches[search].totalOfScope = 0
    if searches[search].scope < searches[search].scopes.count { return ask(search) }
    let found = searches[search].resources
    switch searches[search].query.purpose {
    case .group(let name, let fingerprint):
      result.groups.append(FoundGroup(name: name, fingerprint: fingerprint, foundAt: now, resources: found))
    case .places(let ids): take(found, asPlacesOf: ids)
    }
  }

  /// The place of a resource is its own region, else that of the nearest one that it stands in.
  private mutating func take(_ found: [FoundResource], asPlacesOf ids: [ResourceID]) {
    let regions = Dictionary(found.map { (ResourceID($0.id), $0.region) }) { first, _ in first }
    let asked = Set(ids)
    result.places.resources.removeAll { asked.contains(ResourceID($0.id)) }
    for id in ids {
      let region = ([id] + id.parents).lazy.compactMap { regions[$0] }.first { !$0.isEmpty }
      result.places.resources.append(FoundResource(id: id.text, resourceGroup: "", region: region ?? ""))
    }
  }

  /// Uses the old list, if there is one.
  private mutating func fail(_ search: Int, _ reason: PassResult.Reason, isRefusal: Bool) {
    guard case .group(let name, _) = searches[search].query.purpose else {
      if !result.placeFailures.contains(reason) { result.placeFailures.append(reason) }
      // What was not found out is asked for again soon.
      result.places.askedAt = 0
      return
    }
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
