internal import Model
internal import Planning

/// The subscriptions whose batches Azure refuses to this identity: its role there, or a policy, allows resources to be
/// asked one by one alone.
struct BatchRefusals {
  /// Lower-cased.
  private(set) var subscriptions: Set<String> = []

  /// Whether a request would be refused.
  func contain(_ request: PlannedRequest) -> Bool {
    request.query.batch != nil && !subscriptions.isEmpty
      && subscriptions.contains(request.query.subscriptionID.asciiLowercased)
  }

  /// What to ask in place of a request that was refused with this status; nil where that is for another reason.
  mutating func requests(instead request: PlannedRequest, refusedWith status: Int) -> [PlannedRequest]? {
    guard request.query.batch != nil, status == 401 || status == 403 else { return nil }
    subscriptions.insert(request.query.subscriptionID.asciiLowercased)
    return request.singles
  }
}
