internal import Catalog
internal import Configuration
internal import Formats
internal import Model
internal import Planning
internal import Sinks
internal import System

/// Writing Prometheus text: 20 families of series with five labels and full resource ids.
enum ExpositionBench {
  private static let families = 20

  /// Prints bytes, microseconds of processor time, and by how many KiB the writing raised the peak of memory.
  static func write(series: Int, to path: String) throws {
    let (plan, samples) = try estate(series)
    let exposition = Exposition(
      plan: plan, samples: samples, outcomes: Array(repeating: .delivered, count: plan.targets.count), settings: .init()
    )
    var bytes = 0
    var time = 0
    let growth = try PeakMemory.growth {
      let start = Clock.processorMicroseconds
      let file = Shared(try WholeFile(replacing: path))
      try exposition.write(
        MetricFamily.all(of: plan, labels: LabelShapes(plan)).families,
        to: OutputBuffer { span in
          bytes += span.count
          try file.write(span)
        })
      try file.commit()
      time = Clock.processorMicroseconds - start
    }
    let lines = try Files.read(path).count { $0 == UInt8(ascii: "\n") }
    guard lines == plan.targets.count + 2 * families else {
      throw WrongResult(description: "\(lines) lines of \(plan.targets.count) series")
    }
    print(bytes, time, growth)
  }

  private static func estate(_ series: Int) throws -> (Plan, SampleTable) {
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
    return (plan, samples)
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
