/// Where Azure Resource Graph looks for rows.
package enum GraphScope: Hashable, Sendable {
  /// Whatever of the tenant who asks may read.
  case everything
  case subscriptions([String])
  /// Management groups by their ids, with all that is below them.
  case managementGroups([String])

  /// A call takes a thousand subscriptions at most, and is advised to have fewer than three hundred.
  package static let subscriptionsPerCall = 250

  /// The scope in parts, each of at most so many subscriptions. What Azure itself resolves to subscriptions is one part:
  /// of two management groups one can be in the other, so that asked one by one they would give rows twice.
  package func parts(ofSubscriptions count: Int = subscriptionsPerCall) -> [GraphScope] {
    guard case .subscriptions(let all) = self else { return [self] }
    return stride(from: 0, to: all.count, by: count).map {
      .subscriptions(Array(all[$0..<min($0 + count, all.count)]))
    }
  }

  /// A short text that tells it from other scopes.
  package var mark: String {
    switch self {
    case .everything: "all"
    case .subscriptions(let ids): "subscriptions " + String(ids.joined(separator: ",").stableHash, radix: 16)
    case .managementGroups(let ids): "management groups " + String(ids.joined(separator: ",").stableHash, radix: 16)
    }
  }

  /// The lower-cased ids of the subscriptions that it names.
  package var namedSubscriptions: Set<String> {
    guard case .subscriptions(let ids) = self else { return [] }
    return Set(ids.map(\.asciiLowercased))
  }
}
