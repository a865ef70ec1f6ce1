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
  /// For each combination of the labels that tell of a resource, one that has it.
  private var examples: [Int] = []
  private let granularity: RuntimeSettings.ScrapeOutcome

  init(plan: Plan, result: PassResult, by granularity: RuntimeSettings.ScrapeOutcome) {
    self.plan = plan
    self.granularity = granularity
    guard granularity != .off else { return }
    let numbers = numberLabels()
    rows.reserveCapacity(plan.targets.count)
    // For each combination the row of the metric at hand, or one of a metric before it.
    var rowOf = Array(repeating: -1, count: examples.count)
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
  private mutating func numberLabels() -> [Int32] {
    var numberOf: [[String]: Int32] = [:]
    return plan.resources.enumerated().map { index, resource in
      let combination = labels(of: resource)
      let number = numberOf[combination] ?? Int32(examples.count)
      if number == examples.count {
        numberOf[combination] = number
        examples.append(index)
      }
      return number
    }
  }

  private func labels(of resource: Resource) -> [String] {
    granularity == .resource
      ? [resource.subscriptionID, resource.type, resource.name, resource.resourceGroup] : ["", resource.type, "", ""]
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
          rendered = examples.map { index in
            let labels = [planned.tenantID] + labels(of: plan.resources[index])
            return name + ExpositionWriter.labels(zip(openings, labels).map { ($0, $1) })
          }
        }
        let tail = ExpositionWriter.labels([(openings[openings.count - 1], planned.declaration.name)])
        tails = (tail + Array("\"} \(success ? 1 : 0)\n".utf8), tail + Array("\"} \(success ? 0 : 1)\n".utf8))
      }
      try writer.line(rendered[Int(row.labels)], row.isSuccess ? tails.success : tails.failure)
    }
  }
}
