package import Azure
internal import Configuration
internal import Formats
internal import Model
package import Planning
internal import System
package import Transport

/// Makes the look-ups of a pass: for each query its pages, one after the other; some queries beside each other.
package struct LookUpRunner {
  let lookUps: LookUps
  let now: Int
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
  /// Why nobody can sign in.
  private var refusals: [SignInError?]
  /// The searches that wait for a token.
  private var waiting: [[Int]]
  /// The searches that were not begun.
  private var queue: ArraySlice<Int> = []
  private var underWay = 0
  var result = LookUpResult()
  var searches: [Search]

  /// How far a query has come.
  struct Search {
    var listing: Listing
    /// Which token it was asked with, counted from 1.
    var token = 0
    var ending: Ending?
  }

  /// How a query ended.
  enum Ending {
    case whole
    /// It was not asked, as the list in force is what it would bring.
    case unchanged
    /// As the outcome of a target would be.
    case failed(PassResult.Reason, Outcome)
    /// There was no time for it, or no quota.
    case putOff(PassResult.Reason)
  }

  /// The most queries beside each other: a few use the quota up, and with more of them none would end where the time is
  /// short.
  private static let mostUnderWay = 8

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
    refusals = credentials.map { _ in nil }
    waiting = credentials.map { _ in [] }
    remaining = credentials.map { _ in nil }
    searches = lookUps.queries.map { query in
      var listing = Listing(query, now: now)
      if case .group(let name, let fingerprint) = query.purpose,
        let begun = lookUps.memory.unfinished.first(where: { $0.name == name && $0.fingerprint == fingerprint })
      {
        listing.resume(begun)
      }
      return Search(listing: listing)
    }
    result.queries = lookUps.queries.count
    result.groups = lookUps.known
    result.places = lookUps.places
    result.memory = lookUps.memory
  }

  private mutating func run() -> LookUpResult {
    // What there is no list of comes first, then whether the others must be read at all.
    let digests = lookUps.digests(now: now)
    let old = Set(digests.flatMap(\.groups))
    make(lookUps.queries.indices.filter { !old.contains($0) })
    askDigests(digests)
    make(lookUps.queries.indices.filter { old.contains($0) && searches[$0].ending == nil })
    judge()
    result.statistics = courier.statistics
    let throttled = result.statistics.tries[.init(api: .resourceGraph, result: .throttled)] ?? 0
    result.quotas = lookUps.accounts.indices.map { account in
      .init(
        account: lookUps.accounts[account], applicationID: credentials[account]?.applicationID ?? "",
        remaining: remaining[account], isThrottled: throttled > 0)
    }
    return result
  }

  /// Makes further queries, and waits for their ends.
  /// - Returns: the places of their searches.
  mutating func make(_ queries: [LookUps.Query]) -> Range<Int> {
    let places = searches.count..<searches.count + queries.count
    searches += queries.map { Search(listing: Listing($0, now: now)) }
    result.queries += queries.count
    make(Array(places))
    return places
  }

  private mutating func make(_ places: [Int]) {
    queue = places[...]
    beginNext()
    while let exchange = courier.next() {
      if exchange.number < 0 {
        let account = -1 - exchange.number
        if let step = signIns[account]?.take(exchange) { follow(step, account: account) }
      } else {
        settle(exchange, search: exchange.number)
      }
      beginNext()
    }
  }

  private mutating func beginNext() {
    while underWay < Self.mostUnderWay, let search = queue.popFirst() {
      underWay += 1
      let account = searches[search].listing.query.account
      if tokenCounts[account] > 0, signIns[account] == nil {
        ask(search)
      } else if let refusal = refusals[account] {
        fail(search, refusal)
      } else {
        waiting[account].append(search)
        if signIns[account] == nil { signIn(account) }
      }
    }
  }

  private mutating func end(_ search: Int, _ ending: Ending) {
    underWay -= 1
    searches[search].ending = ending
  }

  private mutating func fail(_ search: Int, _ error: SignInError) {
    end(search, .failed(.init(code: error.code, text: error.text), error.isFinal ? .forbidden : .failed))
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
    let account = searches[search].listing.query.account
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
      signIns[number] = nil
      refusals[number] = error
      let searches = waiting[number]
      waiting[number] = []
      for search in searches { fail(search, error) }
    }
  }

  private mutating func ask(_ search: Int) {
    let listing = searches[search].listing
    let account = listing.query.account
    searches[search].token = tokenCounts[account]
    let request = ResourceGraph.request(
      listing.query.text, scope: listing.scope, page: listing.page,
      endpoint: lookUps.accounts[account].cloud.resourceManager, token: tokens[account])
    courier.submit(Exchange(request, number: search, receiver: BodyBuffer(limit: 32 << 20)))
  }

  private mutating func settle(_ exchange: Exchange, search: Int) {
    noteQuota(exchange, account: searches[search].listing.query.account)
    if exchange.failure == nil, exchange.response.status == 401, renews(search) { return }
    guard exchange.failure == nil, exchange.response.isSuccess, let buffer = exchange.receiver as? BodyBuffer else {
      if exchange.failure == nil, exchange.response.status == 400, searches[search].listing.restart(now: now) {
        return ask(search)
      }
      let (outcome, reason) = Verdict.of(exchange, complaint: "it is too long")
      return end(
        search,
        isPutOff(exchange, search) ? .putOff(reason) : .failed(reason, outcome))
    }
    if exchange.response.header("x-ms-tenant-subscription-limit-hit")?.asciiLowercased == "true" {
      let text = "there are more subscriptions than Azure looks into at once; name management groups that have fewer"
      return end(search, .failed(.init(code: "Scope", text: text), .failed))
    }
    do {
      switch searches[search].listing.take(
        try ResourceGraph.Page(buffer.bytes, details: searches[search].listing.query.details))
      {
      case .ask: ask(search)
      case .end: end(search, .whole)
      case .fault(let reason):
        if searches[search].listing.restart(now: now) { return ask(search) }
        searches[search].listing = Listing(searches[search].listing.query, now: now)
        end(search, .failed(reason, .failed))
      }
    } catch {
      end(search, .failed(Verdict.unreadable(exchange, error.description), .failed))
    }
  }

  /// Whether it is for want of time or quota that a search ended. Who did not answer at all until the end of the time is
  /// another matter.
  private func isPutOff(_ exchange: Exchange, _ search: Int) -> Bool {
    switch exchange.failure {
    case .heldBack: true
    case .abandoned: exchange.tries == 0 || searches[search].listing.hasMoved
    default: false
    }
  }
}
