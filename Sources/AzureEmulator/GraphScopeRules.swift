/// Where a query of Resource Graph looks (azure-apis 2.1 and 2.3).
///
/// Of management groups azure-apis has the member of the body, and that it does not stand beside subscriptions. It does
/// not say which there are, nor what becomes of one that is not there. Here a tenant has those that it would have with
/// one for each subscription: `mg-1` with the subscription that ends in 1, and so on; and the root, whose id is that of
/// the tenant, with all. One that is not there is passed over like a subscription that may not be read, as that is
/// harder on a client than a refusal.
struct GraphScopeRules {
  typealias Refusal = ResourceGraphRules.Refusal

  let rows: [GraphRow]
  /// Lower-cased ids of subscriptions that the caller may not read.
  let unreadable: Set<String>

  /// The lower-cased ids of the subscriptions to look in: of those that are named, or else of the whole tenant, the ones
  /// that may be read. The others are left out without a word (azure-apis 2.3).
  func scope(subscriptions: JSONBody?, managementGroups: JSONBody?) throws(Refusal) -> Set<String> {
    guard subscriptions == nil || managementGroups == nil else {
      throw Refusal("BadRequest", "managementGroups must not stand beside subscriptions.")
    }
    if let subscriptions { return try scope(subscriptions: subscriptions) }
    let all = try managementGroups.map { (value) throws(Refusal) in try members(value) } ?? known
    let readable = all.subtracting(unreadable)
    guard !readable.isEmpty else {
      throw Refusal("AuthorizationFailed", "The client has no right to read in this scope.", status: 403)
    }
    return readable
  }

  private var known: Set<String> { Set(rows.map { $0.subscriptionID.lowercased() }) }

  private func scope(subscriptions value: JSONBody) throws(Refusal) -> Set<String> {
    guard let asked = value.strings, asked.count <= 1000 else {
      throw Refusal("BadRequest", "subscriptions must be an array of at most 1000 texts.")
    }
    guard asked.allSatisfy(Self.isGUID) else {
      throw Refusal("SubscriptionsContainInvalidGuids", "The subscriptions contain invalid identifiers.")
    }
    let readable = Set(asked.map { $0.lowercased() }).intersection(known).subtracting(unreadable)
    guard !readable.isEmpty else {
      throw Refusal(
        "NoValidSubscriptionsInQueryRequest", "There must be at least one subscription that is eligible to be queried.")
    }
    return readable
  }

  private func members(_ value: JSONBody) throws(Refusal) -> Set<String> {
    guard let asked = value.strings, !asked.isEmpty else {
      throw Refusal("BadRequest", "managementGroups must be an array of texts.")
    }
    let groups = Set(asked.map { $0.lowercased() })
    return Set(
      rows.lazy.filter { row in
        let number = row.subscriptionID.split(separator: "-").last.flatMap { Int($0) } ?? 0
        return groups.contains(row.tenantID.lowercased()) || groups.contains("mg-\(number)")
      }.map { $0.subscriptionID.lowercased() })
  }

  private static func isGUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
  }
}
