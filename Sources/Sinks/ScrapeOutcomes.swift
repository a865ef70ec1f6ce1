internal import Configuration
internal import Formats
internal import Model
internal import Pass
internal import Planning

/// What `promitor_scrape_success` and `promitor_scrape_error` tell: a row for each of their series, in plan order.
///
/// Several targets share a series where Promitor's labels do not tell them apart, as those of two queues of one
/// namespace; it is a success only if each of them is.
struct ScrapeOutcomes {
  /// A series: its metric, the number of its resource's labels, and whether it is a success.
  private var rows: [(metric: Int32, labels: Int32, isSuccess: Bool)] = []
  private let plan: Plan
  /// The labels that tell of a resource, each combination once.
  private var labels: [[String]] = []

  init(plan: Plan, result: PassResult, by granularity: RuntimeSettings.ScrapeOutcome) {
    self.plan = plan
    guard granularity != .off else { return }
    let numbers = numberLabels(by: granularity)
    // For each combination the row of the metric at hand, or one of a metric before it.
    var rowOf = Array(repeating: -1, count: labels.count)
    for (index, metric) in plan.metrics.enumerated() {
      let firstRow = rows.count
      for target in metric.targets {
        let number = numbers[Int(plan.targets[target].resource)]
        let outcome = result.states[target].outcome
        let isSuccess = !outcome.isShortfall && outcome != .gone
        let row = rowOf[Int(number)]
        if row >= firstRow {
          rows[row].isSuccess = rows[row].isSuccess && isSuccess
        } else {
          rowOf[Int(number)] = rows.count
          rows.append((Int32(index), number, isSuccess))
        }
      }
    }
  }

  /// For each resource the number of its combination of labels.
  private mutating func numberLabels(by granularity: RuntimeSettings.ScrapeOutcome) -> [Int32] {
    var numberOf: [[String]: Int32] = [:]
    return plan.resources.map { resource in
      let combination =
        granularity == .resource
        ? [resource.subscriptionID, resource.type, resource.name, resource.resourceGroup]
        : ["", resource.type, "", ""]
      let number = numberOf[combination] ?? Int32(labels.count)
      if number == labels.count {
        numberOf[combination] = number
        labels.append(combination)
      }
      return number
    }
  }

  /// Writes a family whose samples are 1 for a success, or for a failure.
  func write(_ metric: SelfMetric, oneFor success: Bool, to writer: inout ExpositionWriter) throws {
    guard !rows.isEmpty else { return }
    try writer.family(metric.name, help: metric.help)
    let name = Array(metric.name.utf8)
    let openings = ExpositionWriter.openings(metric.labels)
    // What stands before the last label is the same for every metric of a tenant, what follows is the metric's.
    var rendered: [[UInt8]] = []
    var tenant: String?
    var tails: (success: [UInt8], failure: [UInt8]) = ([], [])
    var metric: Int32 = -1
    for row in rows {
      if row.metric != metric {
        metric = row.metric
        let planned = plan.metrics[Int(metric)]
        if planned.tenantID != tenant {
          tenant = planned.tenantID
          rendered = labels.map { labels in
            name + ExpositionWriter.labels(zip(openings, [planned.tenantID] + labels).map { ($0, $1) })
          }
        }
        let tail = ExpositionWriter.labels([(openings[openings.count - 1], planned.declaration.name)])
        tails = (tail + Array("\"} \(success ? 1 : 0)\n".utf8), tail + Array("\"} \(success ? 0 : 1)\n".utf8))
      }
      try writer.line(rendered[Int(row.labels)], row.isSuccess ? tails.success : tails.failure)
    }
  }
}
