internal import Azure
internal import Configuration
internal import Model
internal import Planning
internal import Transport

/// The dimensions by which Azure does not split a metric, of those metrics that are wanted without them then.
struct DimensionRefusals {
  /// As `PlannedMetric.refusal` names them.
  private(set) var names: Set<String> = []

  /// What to ask in place of a request about one metric that was refused with this answer; nil where that is for another
  /// reason, or somebody wants the metric with its dimensions or not at all.
  mutating func request(
    instead request: PlannedRequest, refusedBy response: HTTPResponse, _ plan: Plan
  ) -> PlannedRequest? {
    guard response.status == 400, request.query.metrics.count == 1, !request.query.filter.isEmpty,
      let usable = AzureError(response).usableDimensions
    else { return nil }
    let wanted = Set(request.asks.map { plan.targets[Int($0.target)].metric }).map { plan.metrics[Int($0)] }
    let unusable = request.query.dimensions.filter { !usable.contains($0.asciiLowercased) }
    guard !unusable.isEmpty, let narrowed = request.unsplit(by: unusable),
      wanted.allSatisfy({ metric in
        metric.dropsDimensions
          && unusable.allSatisfy { name in
            metric.declaration.dimensions.contains { $0.asciiLowercased == name.asciiLowercased }
          }
      })
    else { return nil }
    let types = Set(request.asks.map { plan.resources[Int(plan.targets[Int($0.target)].resource)].type })
    for metric in wanted {
      for name in unusable { names.formUnion(types.map { metric.refusal(of: name, type: $0) }) }
    }
    return narrowed
  }
}
