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
    var numberOf: [Combination: Int32] = [:]
    return plan.resources.enumerated().map { index, resource in
      let combination = combination(of: resource)
      let number = numberOf[combination] ?? Int32(examples.count)
      if number == examples.count {
        numberOf[combination] = number
        examples.append(index)
      }
      return number
    }
  }

  /// The labels that tell of a resource, beside its tenant.
  private struct Combination: Hashable {
    var subscription, type, name, group: String
  }

  private func combination(of resource: Resource) -> Combination {
    granularity == .resource
      ? Combination(
        subscription: resource.subscriptionID, type: resource.type, name: resource.name, group: resource.resourceGroup)
      : Combination(subscription: "", type: resource.type, name: "", group: "")
  }

  /// What both families share.
  struct Rendered {
    fileprivate var blocks: LabelBlocks
    fileprivate var tenant: String?
  }

  /// Room for what both families share.
  var rendered: Rendered { Rendered(blocks: LabelBlocks(count: examples.count)) }

  /// Writes a family whose samples are 1 for a success, or for a failure.
  func write(
    _ metric: SelfMetric, oneFor success: Bool, _ rendered: inout Rendered, to writer: inout ExpositionWriter
  ) throws {
    guard !rows.isEmpty else { return }
    try writer.family(metric.name, help: metric.help)
    let name = Array(metric.name.utf8)
    let openings = ExpositionWriter.openings(metric.labels)
    // What stands before the last label is the same for every metric of a tenant, what follows is the metric's.
    var tails: (success: [UInt8], failure: [UInt8]) = ([], [])
    var metric: Int32 = -1
    for row in rows {
      if row.metric != metric {
        metric = row.metric
        let planned = plan.metrics[Int(metric)]
        if planned.tenantID != rendered.tenant {
          rendered.tenant = planned.tenantID
          rendered.blocks.clear()
        }
        var tail: [UInt8] = []
        tail += openings[openings.count - 1]
        ExpositionWriter.append(escaped: planned.declaration.name, to: &tail)
        tail += writer.closing
        tails = (tail + Array("\(success ? 1 : 0)\n".utf8), tail + Array("\(success ? 0 : 1)\n".utf8))
      }
      let number = Int(row.labels)
      if rendered.blocks.lacks(number) {
        let labels = combination(of: plan.resources[examples[number]])
        rendered.blocks.append(openings[0], rendered.tenant ?? "")
        rendered.blocks.append(openings[1], labels.subscription)
        rendered.blocks.append(openings[2], labels.type)
        rendered.blocks.append(openings[3], labels.name)
        rendered.blocks.append(openings[4], labels.group)
        rendered.blocks.end(number)
      }
      writer.sample(name)
      writer.labels(of: number, in: rendered.blocks)
      try writer.end(row.isSuccess ? tails.success : tails.failure)
    }
  }
}
