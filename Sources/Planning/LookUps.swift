package import Configuration
package import Model
package import Snapshot

/// What must be looked up before values can be planned: the discovery groups that some metric names and whose list is
/// missing, of another question, or older than the cache allows.
package struct LookUps: Sendable {
  package let account: Account
  package let subscriptions: [String]
  /// The queries to make.
  package private(set) var queries: [DiscoveryQuery] = []
  /// The lists that are good as they are.
  package private(set) var known: [FoundGroup] = []
  /// Lists that are used where their query fails.
  package private(set) var stale: [FoundGroup] = []

  /// - `now`: seconds since 1970 UTC.
  package init(
    _ discovery: DiscoveryDeclaration, metrics: [MetricDeclaration], settings: RuntimeSettings,
    snapshot: SnapshotContent?, now: Int
  ) {
    account = Account(tenantID: discovery.tenantID, cloud: discovery.cloud)
    subscriptions = discovery.subscriptions
    let wanted = Set(metrics.flatMap { $0.discoveryGroups.map { $0.lowercased() } })
    for group in discovery.groups where wanted.contains(group.name.lowercased()) {
      let query = DiscoveryQuery(group)
      let fingerprint = Self.fingerprint(query, subscriptions)
      let old = snapshot?.groups.first { $0.name == group.name && $0.fingerprint == fingerprint }
      if let old, now - old.foundAt < settings.discoveryCache, now >= old.foundAt {
        known.append(old)
      } else {
        queries.append(query)
        if let old { stale.append(old) }
      }
    }
  }

  /// What a query's answer depends on.
  package static func fingerprint(_ query: DiscoveryQuery, _ subscriptions: [String]) -> String {
    query.text + "\n" + subscriptions.joined(separator: ",")
  }
}
