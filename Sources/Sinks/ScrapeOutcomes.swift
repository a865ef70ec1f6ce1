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
  /// A series: the number of its resource's labels, and whether it is a success.
  private struct Row {
    private var bits: UInt32
    var labels: Int { Int(bits >> 1) }
    var isSuccess: Bool {
      get { bits & 1 == 1 }
      set { bits = bits & ~1 | (newValue ? 1 : 0) }
    }

    init(labels: Int32, isSuccess: Bool) { bits = UInt32(labels) << 1 | (isSuccess ? 1 : 0) }
  }
  private var rows: [Row] = []
  /// Those of each metric.
  private var rowsOfMetric: [Range<Int>] = []
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
    for metric in plan.metrics {
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
          rows.append(Row(labels: number, isSuccess: isSuccess))
        }
      }
      rowsOfMetric.append(firstRow..<rows.count)
    }
  }

  /// For each resource the number of its combination of labels.
  private mutating func numberLabels() -> [Int32] {
    // A table of numbers alone: a dictionary of the combinations would be the largest thing of a pass.
    var size = 16
    while size < 2 * plan.resources.count { size *= 2 }
    var numberAt = Array(repeating: Int32(-1), count: size)
    return plan.resources.indices.map { index in
      let combination = combination(of: plan.resources[index])
      var place = combination.hashValue & (size - 1)
      while numberAt[place] >= 0 {
        let number = numberAt[place]
        if self.combination(of: plan.resources[examples[Int(number)]]) == combination { return number }
        place = (place + 1) & (size - 1)
      }
      numberAt[place] = Int32(examples.count)
      examples.append(index)
      return numberAt[place]
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
    for (planned, range) in zip(plan.metrics, rowsOfMetric) where !range.isEmpty {
      if planned.tenantID != rendered.tenant {
        rendered.tenant = planned.tenantID
        rendered.blocks.clear()
      }
      var tail: [UInt8] = []
      tail += openings[openings.count - 1]
      ExpositionWriter.append(escaped: planned.declaration.name, to: &tail)
      tail += writer.closing
      let (met, missed) = (tail + Array("\(success ? 1 : 0)\n".utf8), tail + Array("\(success ? 0 : 1)\n".utf8))
      for row in rows[range] {
        let number = row.labels
        if rendered.blocks.lacks(number) { render(number, openings, &rendered) }
        writer.sample(name)
        writer.labels(of: number, in: rendered.blocks)
        try writer.end(row.isSuccess ? met : missed)
      }
    }
  }

  /// Renders the labels of a number, but for the metric's.
  private func render(_ number: Int, _ openings: [[UInt8]], _ rendered: inout Rendered) {
    let labels = combination(of: plan.resources[examples[number]])
    rendered.blocks.append(openings[0], rendered.tenant ?? "")
    rendered.blocks.append(openings[1], labels.subscription)
    rendered.blocks.append(openings[2], labels.type)
    rendered.blocks.append(openings[3], labels.name)
    rendered.blocks.append(openings[4], labels.group)
    rendered.blocks.end(number)
  }
}
