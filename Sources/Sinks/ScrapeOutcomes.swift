internal import Configuration
internal import Model
internal import Pass
internal import Planning

/// What `promitor_scrape_success` and `promitor_scrape_error` tell: a row for each of their series, in plan order.
///
/// Several targets share a series where Promitor's labels do not tell them apart, as those of two queues of one
/// namespace; it is a success only if each of them is.
struct ScrapeOutcomes {
  private(set) var rows: [(labels: [String], isSuccess: Bool)] = []

  init(plan: Plan, result: PassResult, by granularity: RuntimeSettings.ScrapeOutcome) {
    guard granularity != .off else { return }
    for metric in plan.metrics {
      // Equal labels can only meet within a metric, as its name is one of them.
      var rowOf: [[String]: Int] = [:]
      for target in metric.targets {
        let resource = plan.resources[Int(plan.targets[target].resource)]
        let labels =
          granularity == .resource
          ? [
            metric.tenantID, resource.subscriptionID, resource.type, resource.name, resource.resourceGroup,
            metric.declaration.name,
          ]
          : [metric.tenantID, "", resource.type, "", "", metric.declaration.name]
        let outcome = result.states[target].outcome
        let isSuccess = !outcome.isShortfall && outcome != .gone
        if let row = rowOf[labels] {
          rows[row].isSuccess = rows[row].isSuccess && isSuccess
        } else {
          rowOf[labels] = rows.count
          rows.append((labels, isSuccess))
        }
      }
    }
  }
}
