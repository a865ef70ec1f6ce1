internal import Catalog
internal import Configuration
internal import Formats
internal import Model
internal import Pass
internal import Planning
internal import Sinks
internal import Snapshot
internal import System

/// Writing outputs: 20 families of series with five labels and full resource ids, each with a new value.
enum OutputBench {
  private static let families = 20

  /// What is written.
  enum Output: String {
    case exposition, otlp, statsd, dogstatsd, snapshot
  }

  /// Prints bytes, microseconds of processor time, by how many KiB the writing raised the peak of memory, and the
  /// microseconds that reading takes, where Swath reads it.
  static func write(_ output: Output, series: Int, to path: String) throws {
    let (plan, result) = try estate(series)
    var bytes = 0
    let file = Shared(try WholeFile(replacing: path))
    func buffer() -> OutputBuffer {
      OutputBuffer { span in
        bytes += span.count
        try file.write(span)
      }
    }
    var (time, reading) = (0, 0)
    // Made once a pass, for all outputs.
    let labels = LabelShapes(plan)
    let growth = try PeakMemory.growth {
      let start = Clock.processorMicroseconds
      switch output {
      case .exposition:
        let exposition = Exposition(
          plan: plan, samples: result.samples, outcomes: result.outcomes, settings: .init())
        try exposition.write(MetricFamily.all(of: plan, labels: labels).families, to: buffer())
      case .otlp:
        let points = NewPoints(plan: plan, result: result)
        _ = try OTLPDocument(points, labels: labels, version: "1").write(to: buffer())
      case .statsd, .dogstatsd:
        let points = NewPoints(plan: plan, result: result)
        var settings = RuntimeSettings.StatsDSettings()
        settings.hasTags = output == .dogstatsd
        _ = try StatsDLines(points, labels: labels, settings: settings).write(to: buffer())
      case .snapshot:
        let next = NextSnapshot(
          after: plan, result: result, found: LookUpResult(), pass: "p", takenAt: 0, isFrozen: true)
        try next.write(to: buffer())
      }
      try file.commit()
      time = Clock.processorMicroseconds - start
    }
    if output == .snapshot {
      let start = Clock.processorMicroseconds
      guard case .content(let content) = try SnapshotFile.read(path), content.rows.count == plan.targets.count else {
        throw WrongResult(description: "the snapshot cannot be read")
      }
      reading = Clock.processorMicroseconds - start
    }
    try check(output, path, plan)
    print(bytes, time, growth, reading)
  }

  private static func check(_ output: Output, _ path: String, _ plan: Plan) throws {
    let lines = try Files.read(path).count { $0 == UInt8(ascii: "\n") }
    let series = plan.targets.count
    let isRight =
      switch output {
      case .exposition: lines == series + 2 * families
      case .statsd, .dogstatsd: lines == series
      case .otlp: lines > 0
      case .snapshot: lines > series
      }
    guard isRight else { throw WrongResult(description: "\(lines) lines of \(series) series") }
  }

  private static func estate(_ series: Int) throws -> (Plan, PassResult) {
    let type = ResourceType.named("VirtualMachine") ?? ResourceType.all[0]
    let schedule = try CronSchedule("* * * * *")
    let resources = (0..<series / families).map { number in
      Resource(
        type: type.name,
        id: ResourceID(
          "subscriptions/12345678-abcd-1234-abcd-123456789abc/resourceGroups/production-\(number % 40)/providers/"
            + "Microsoft.Compute/virtualMachines/orders-worker-\(number)"),
        subscriptionID: "12345678-abcd-1234-abcd-123456789abc", resourceGroup: "production-\(number % 40)",
        name: "orders-worker-\(number)", labels: [])
    }
    var plan = Plan(now: 0)
    plan.resources = resources
    var samples = SampleTable(targets: resources.count * families)
    for family in 0..<families {
      let first = plan.targets.count
      for (number, _) in resources.enumerated() {
        samples.append(
          target: plan.targets.count, start: 0, value: Double((family * 7919 + number * 104_729) % 100_003) / 8)
        plan.targets.append(
          Target(metric: Int32(family), resource: Int32(number), previous: -1, state: TargetState(outcome: .delivered)))
      }
      plan.metrics.append(
        PlannedMetric(
          declaration: MetricDeclaration(
            name: "azure_virtual_machine_metric_\(family)", description: "A metric", type: type, labels: [],
            azureName: "Percentage CPU", aggregation: .average, interval: 300, dimensions: [], limit: 10_000,
            schedule: schedule, resources: [], discoveryGroups: [],
            position: SourcePosition(file: "", line: 1, column: 1)),
          account: 0, tenantID: "c8819874-9e56-4e3f-b1a8-1c0325138f27", targets: first..<plan.targets.count,
          isDue: true,
          lastAttempt: nil, bucket: 0..<300, freshness: 0))
    }
    var result = PassResult(targets: plan.targets.count)
    result.samples = samples
    for target in plan.targets.indices { result.outcomes[target] = .delivered }
    return (plan, result)
  }

  private final class Shared {
    private var file: WholeFile?

    init(_ file: consuming WholeFile) {
      self.file = .some(file)
    }

    func write(_ bytes: borrowing Span<UInt8>) throws { try file?.write(bytes) }
    func commit() throws { try file.take()?.commit() }
  }
}
