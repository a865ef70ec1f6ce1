internal import Catalog
package import Configuration
package import Model
package import Snapshot

/// What must be looked up before values can be planned: the discovery groups that some metric names and whose list is
/// missing, of another question, or older than the cache allows; and where declared resources are, if batches need it.
package struct LookUps: Sendable {
  /// Who is asked; each query names one of them.
  package private(set) var accounts: [Account] = []
  package private(set) var queries: [Query] = []
  /// The lists that are good as they are.
  package private(set) var known: [FoundGroup] = []
  /// Lists that are used where their query fails.
  package private(set) var stale: [FoundGroup] = []
  /// What passes before left of discovery that is under way or in doubt.
  package private(set) var memory = DiscoveryMemory()
  /// The lower-cased ids of the subscriptions that are declared to be looked into.
  package private(set) var subscriptions: Set<String> = []
  /// The part of a group's resources of which no more may vanish unless Azure says so twice.
  package private(set) var suddenLoss = 0.5
  /// Where declared resources are, as far as that is known.
  package private(set) var places = Places()

  /// A question to Azure Resource Graph.
  package struct Query: Sendable {
    /// Index in `accounts`.
    package var account: Int
    /// Where to look.
    package var scope: GraphScope
    /// In KQL.
    package var text: String
    package var purpose: Purpose
    /// The most rows that the answer may have; nil for any number.
    package var limit: Int?
    /// What the rows tell of resources beside where they are.
    package var details = ResourceDetails()
    /// The lower-cased ARM types on whose resources alone the answer depends; empty where it may depend on more.
    package var types: [String] = []

    package init(
      account: Int, scope: GraphScope, text: String, purpose: Purpose, limit: Int? = nil,
      details: ResourceDetails = ResourceDetails()
    ) {
      self.account = account
      self.scope = scope
      self.text = text
      self.purpose = purpose
      self.limit = limit
      self.details = details
    }
  }

  /// What a question is asked for.
  package enum Purpose: Sendable {
    /// The resources of a discovery group, or a list of the landscape.
    case group(name: String, fingerprint: String)
    /// Where these resources are.
    case places([ResourceID])
    /// Which of the subscriptions of a scope Azure looks into.
    case subscriptions
    /// Whether anything has changed of the resources of some types.
    case digest
  }

  /// For how long a place is taken as it was, in seconds: resources seldom move.
  private static let placesAge = 24 * 3600
  /// The most resources whose places one query asks for.
  private static let placesPerQuery = 1000

  /// What groups tell of their resources beside where they are.
  private let details: ResourceDetails

  /// - `discovery`: nil where there are no groups.
  /// - `wantsEveryGroup`: whether groups count that no metric names.
  /// - `shared`: what another shard has found out; it does so for all, and as long as it does nobody else need.
  /// - `wantsLandscape`: whether the lists of `Landscape` are wanted too.
  /// - `now`: seconds since 1970 UTC.
  package init(
    _ discovery: DiscoveryDeclaration?, declarations: [MetricsDeclaration], settings: RuntimeSettings,
    snapshot: SnapshotContent?, shared: InventoryFile? = nil, wantsEveryGroup: Bool = false,
    wantsLandscape: Bool = false, now: Int
  ) {
    details = settings.labels.details
    memory = snapshot?.discovery ?? memory
    suddenLoss = settings.suddenLoss
    if let discovery {
      let scopes = [discovery.scope] + discovery.groups.compactMap(\.scope)
      subscriptions = scopes.reduce(into: []) { $0.formUnion($1.namedSubscriptions) }
      let wanted = Set(declarations.flatMap(\.metrics).flatMap { $0.discoveryGroups.map { $0.lowercased() } })
      for group in discovery.groups where wantsEveryGroup || wanted.contains(group.name.lowercased()) {
        add(group, of: discovery, cache: settings.discoveryCache, snapshot, shared, now)
      }
      if wantsLandscape { for part in Landscape.allCases { add(part, of: discovery, snapshot, now) } }
      sortQueries()
    }
    if settings.batchSize != nil || settings.asksSubscriptions { addPlaces(declarations, snapshot, shared, now) }
  }

  private mutating func add(
    _ group: DiscoveryGroup, of discovery: DiscoveryDeclaration, cache: Int, _ snapshot: SnapshotContent?,
    _ shared: InventoryFile?,
    _ now: Int
  ) {
    let query = DiscoveryQuery(group, details: details)
    let scope = discovery.scope(of: group)
    let fingerprint = Self.fingerprint(query.text, scope, details)
    func list(_ groups: [FoundGroup]?) -> FoundGroup? {
      groups?.first { $0.name == group.name && $0.fingerprint == fingerprint }
    }
    // Who finds for others is not waited for longer than twice the time that a list is good for.
    let (published, own) = (list(shared?.groups), list(snapshot?.groups))
    let good =
      published.flatMap { 0..<2 * cache ~= now - $0.foundAt ? $0 : nil }
      ?? own.flatMap { Self.isGood($0, cache: cache, now: now) ? $0 : nil }
    let old = [published, own].compactMap(\.self).max { $0.foundAt < $1.foundAt }
    if let good {
      known.append(good)
    } else {
      var question = Query(
        account: number(of: Account(tenantID: discovery.tenantID, cloud: discovery.cloud)),
        scope: scope, text: query.text, purpose: .group(name: group.name, fingerprint: fingerprint),
        limit: group.limit, details: query.details)
      // What a predicate looks at is not known.
      if group.predicate == nil {
        question.types = Set(group.types.flatMap(\.armTypes).map(\.asciiLowercased)).sorted()
      }
      queries.append(question)
      if let old { stale.append(old) }
    }
  }

  private mutating func add(
    _ part: Landscape, of discovery: DiscoveryDeclaration, _ snapshot: SnapshotContent?, _ now: Int
  ) {
    let details = ResourceDetails(columns: part.columns)
    let fingerprint = Self.fingerprint(part.text, .everything, details)
    let list = snapshot?.groups.first { $0.name == part.name && $0.fingerprint == fingerprint }
    if let list, 0..<part.life ~= now - list.foundAt {
      known.append(list)
      return
    }
    queries.append(
      Query(
        account: number(of: Account(tenantID: discovery.tenantID, cloud: discovery.cloud)), scope: .everything,
        text: part.text, purpose: .group(name: part.name, fingerprint: fingerprint), details: details))
    if let list { stale.append(list) }
  }

  /// The list that is used for a group where its query fails; nil for none.
  package func stale(_ name: String) -> FoundGroup? { stale.first { $0.name == name } }

  /// Whether a list need not be asked for again. Each group has its own moment for that in the time that lists are kept,
  /// so that those which were found together are not all asked for in one pass; none is kept for longer.
  private static func isGood(_ list: FoundGroup, cache: Int, now: Int) -> Bool {
    guard 0..<cache ~= now - list.foundAt else { return false }
    let moment = Int(list.name.stableHash % UInt64(cache))
    return (now + moment) / cache == (list.foundAt + moment) / cache
  }

  /// Where there is not enough time for all, what was begun comes first, then what there is no list of, then what is
  /// oldest: so every group has its turn.
  private mutating func sortQueries() {
    let begun = Set(memory.unfinished.map(\.fingerprint))
    let ages = Dictionary(stale.map { ($0.name, $0.foundAt) }) { first, _ in first }
    func rank(_ place: Int) -> (Int, Int, Int) {
      guard case .group(let name, let fingerprint) = queries[place].purpose else { return (2, 0, place) }
      return (begun.contains(fingerprint) ? 0 : 1, ages[name] ?? 0, place)
    }
    queries = queries.indices.sorted { rank($0) < rank($1) }.map { queries[$0] }
  }

  private mutating func addPlaces(
    _ declarations: [MetricsDeclaration], _ snapshot: SnapshotContent?, _ shared: InventoryFile?, _ now: Int
  ) {
    places = snapshot?.places ?? Places()
    if let shared, shared.places.askedAt > places.askedAt { places = shared.places }
    let isOld = !(0..<Self.placesAge ~= now - places.askedAt)
    var known = isOld ? [] : Set(places.resources.map { ResourceID($0.id) })
    if isOld { places.askedAt = now }
    for declaration in declarations {
      var unknown: [String: [ResourceID]] = [:]
      for declared in declaration.metrics.flatMap(\.resources) where declared.type.source == .metrics {
        let resource = Resource(declared)
        guard resource.id.type != nil, known.insert(resource.id).inserted else { continue }
        unknown[resource.subscriptionID, default: []].append(resource.id)
      }
      for (subscription, ids) in unknown.sorted(by: { $0.key < $1.key }) {
        let account = number(of: Account(tenantID: declaration.azure.tenantID, cloud: declaration.azure.cloud))
        for start in stride(from: 0, to: ids.count, by: Self.placesPerQuery) {
          let part = Array(ids[start..<min(start + Self.placesPerQuery, ids.count)])
          queries.append(
            Query(
              account: account, scope: .subscriptions([subscription]), text: DiscoveryQuery.text(placesOf: part),
              purpose: .places(part)))
        }
      }
    }
  }

  private mutating func number(of account: Account) -> Int {
    if let number = accounts.firstIndex(of: account) { return number }
    accounts.append(account)
    return accounts.count - 1
  }

  /// What the list that is made of a query's answer depends on.
  package static func fingerprint(
    _ text: String, _ scope: GraphScope, _ details: ResourceDetails = ResourceDetails()
  ) -> String {
    let place =
      switch scope {
      case .everything: "all"
      case .subscriptions(let ids): ids.joined(separator: ",")
      case .managementGroups(let ids): "management groups " + ids.joined(separator: ",")
      }
    let tags = details.tags.isEmpty ? "" : "\n" + details.tags.joined(separator: ",")
    return text + "\n" + place + tags
  }
}
