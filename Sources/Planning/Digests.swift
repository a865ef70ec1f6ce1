internal import Model

/// Whether lists that are to be read again have changed at all. One query for all groups of a scope tells that, where to
/// read the lists takes many: 1,000 resources are a query.
extension LookUps {
  /// A question that may save others.
  package struct Digest: Sendable {
    package var query: Query
    /// The places in `queries` of those.
    package var groups: [Int]
  }

  /// It is asked where it may save so many times the queries that it costs: fewer are no trouble to anybody.
  private static let leastSaved = 10
  /// For so long, in seconds, a list is not read again as nothing says that it has changed. What Azure says may come from
  /// an index that lags, so that a list which is wrong would be so for as long.
  private static let longestTrust = 3600
  /// For so long, in seconds, Azure is not asked again what it did not understand.
  private static let refusalAge = 24 * 3600
  private static let rowsPerPage = 1000

  /// What is worth to be asked before the lists, one for each scope. It is not for lists of which something is in doubt:
  /// of one that keeps what Azure left out it does not tell whether that is still left out.
  ///
  /// - `now`: seconds since 1970 UTC.
  package func digests(now: Int) -> [Digest] {
    let begun = Set(memory.unfinished.map(\.fingerprint))
    var digests: [Digest] = []
    var pages: [Int] = []
    for (place, query) in queries.enumerated() {
      guard !query.types.isEmpty, case .group(let name, let fingerprint) = query.purpose,
        !begun.contains(fingerprint), memory.doubts[name] == nil, let old = stale(name),
        memory.missing.isEmpty || old.resources.subscriptions.allSatisfy({ memory.missing[$0] == nil }),
        !isRefused(query.scope, now: now)
      else { continue }
      let parts = query.scope.parts().count
      let number: Int
      if let same = digests.firstIndex(where: { $0.query.account == query.account && $0.query.scope == query.scope }) {
        number = same
      } else {
        number = digests.count
        digests.append(
          Digest(query: Query(account: query.account, scope: query.scope, text: "", purpose: .digest), groups: []))
        // Whether it pays is a matter of how much more it saves than it costs.
        pages.append(-Self.leastSaved * parts)
      }
      digests[number].groups.append(place)
      pages[number] += max(parts, (old.resources.count + Self.rowsPerPage - 1) / Self.rowsPerPage)
    }
    return zip(digests, pages).compactMap { digest, saved in
      guard saved >= 0 else { return nil }
      var digest = digest
      let types = Set(digest.groups.flatMap { queries[$0].types }).sorted()
      digest.query.text = DiscoveryQuery.text(digestOf: types)
      digest.query.details = ResourceDetails(columns: DiscoveryQuery.digestColumns)
      return digest
    }
  }

  private func isRefused(_ scope: GraphScope, now: Int) -> Bool {
    memory.digestRefusals[scope.mark].map { 0..<Self.refusalAge ~= now - $0 } ?? false
  }

  /// What Azure made of a group's resources before its list was read, where the list may be told to be good by that; nil
  /// where it is to be read in any case.
  package func trustedDigest(_ query: Query, now: Int) -> String? {
    guard case .group(let name, _) = query.purpose, let known = memory.digests[name],
      let old = stale(name), known.foundAt == old.foundAt,
      0..<Self.longestTrust ~= now - known.listedAt
    else { return nil }
    return known.text
  }

  /// How many queries there will be where nothing has changed.
  package func expectedQueries(now: Int) -> Int {
    digests(now: now).reduce(queries.count) { count, digest in
      count + 1 - digest.groups.count { trustedDigest(queries[$0], now: now) != nil }
    }
  }
}

extension DiscoveryQuery {
  /// The columns of an answer to `text(digestOf:)`, whose ids are types.
  package static let digestColumns = ["rows", "code"]

  /// The question what Azure makes of all resources of some types: how many there are, and a number that is another one
  /// when any of what groups ask for and show has changed.
  ///
  /// Source: `hash()` and `strcat()` of the Kusto Query Language; the documentation of Azure Resource Graph itself parts
  /// large results by `hash(tolower(id))`. The numbers are below 2^31, so that their sum is one that JSON can hold.
  static func text(digestOf types: [String]) -> String {
    """
    Resources
    | where type in~ (\(types.map(literal).joined(separator: ", ")))
    | project type, code = hash(strcat(id, location, kind, tostring(sku), tostring(tags)), 2147483647)
    | summarize rows = count(), code = sum(code) by type
    | project id = type, rows = tostring(rows), code = tostring(code)
    | order by id asc
    """
  }
}
