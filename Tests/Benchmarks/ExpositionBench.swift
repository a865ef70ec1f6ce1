internal import Catalog
internal import Configuration
internal import Formats
internal import Glibc
internal import Model
internal import Planning
internal import Sinks
internal import System

/// Writing Prometheus text: 20 families of series with full resource ids.
enum ExpositionBench {
  private static let families = 20

  /// Prints bytes, microseconds of processor time, and by how many KiB the writing raised the peak of memory.
  static func write(series: Int, to path: String) throws {
    let (plan, samples) = try estate(series)
    let exposition = Exposition(
      plan: plan, samples: samples, outcomes: Array(repeating: .delivered, count: plan.targets.count), settings: .init()
    )
    let families = MetricFamily.all(of: plan).families
    var bytes = 0
    let before = peak()
    let start = Clock.processorMicroseconds
    let file = try WholeFile(replacing: path)
    let shared = Shared(file)
    try exposition.write(
      families,
      to: OutputBuffer { span in
        bytes += span.count
        try shared.write(span)
      })
    try shared.commit()
    print(bytes, Clock.processorMicroseconds - start, peak() - before)
  }

  private static func estate(_ series: Int) throws -> (Plan, SampleTable) {
    let type = ResourceType.named("SqlDatabase") ?? ResourceType.all[0]
    let schedule = try CronSchedule("* * * * *")
    let resources = (0..<series / families).map { number in
      Resource(
        type: type.name,
        id: ResourceID(
          "subscriptions/12345678-abcd-1234-abcd-123456789abc/resourceGroups/production-\(number % 40)/providers/"
            + "Microsoft.Sql/servers/server-\(number)/databases/orders-\(number)"),
        subscriptionID: "12345678-abcd-1234-abcd-123456789abc", resourceGroup: "production-\(number % 40)",
        name: "orders-\(number)", labels: [("server", "server-\(number)"), ("database", "orders-\(number)")])
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
            name: "azure_sql_database_metric_\(family)", description: "A metric", type: type, labels: [],
            azureName: "cpu_percent", aggregation: .average, interval: 300, dimensions: [], limit: 10_000,
            schedule: schedule, resources: [], discoveryGroups: [],
            position: SourcePosition(file: "", line: 1, column: 1)),
          account: 0, tenantID: "c8819874-9e56-4e3f-b1a8-1c0325138f27", targets: first..<plan.targets.count,
          isDue: true,
          lastAttempt: nil, bucket: 0..<300, freshness: 0))
    }
    return (plan, samples)
  }

  /// The peak of resident memory so far, in KiB.
  private static func peak() -> Int {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
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
