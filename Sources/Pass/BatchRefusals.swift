internal import Azure
internal import Model
internal import Planning
internal import Transport

/// The questions about several resources that Azure refuses to this identity, so that resources are asked one by one:
/// its role in a subscription, or a policy, allows no more, or a type of resources has no such answers.
struct BatchRefusals {
  /// As `MetricsQuery.Batch.refusals` names them.
  private(set) var names: Set<String> = []

  /// Whether a request would be refused.
  func contain(_ request: PlannedRequest) -> Bool {
    guard !names.isEmpty, let batch = request.query.batch else { return false }
    return !names.isDisjoint(with: batch.refusals(in: request.query.subscriptionID))
  }

  /// What to ask in place of a request that was refused with this answer; nil where that is for another reason.
  mutating func requests(instead request: PlannedRequest, refusedBy response: HTTPResponse) -> [PlannedRequest]? {
    guard let batch = request.query.batch else { return nil }
    let names = batch.refusals(in: request.query.subscriptionID)
    if response.status == 401 || response.status == 403 {
      self.names.insert(names[0])
    } else if response.status == 400, batch.api == .subscription,
      AzureError(response).message.asciiLowercased.contains("not enabled for cross resource")
    {
      self.names.insert(names[1])
    } else if response.status == 501, batch.api == .dataPlane {
      self.names.insert(names[1])
    } else {
      return nil
    }
    return request.singles
  }
}
