import AzureEmulator
import Foundation
import Testing

/// An emulator with an estate, and a `swath` that is configured for it. Time stands still until a test moves it.
final class EmulatedEstate {
  let server: EmulatorServer
  let swath: SwathProcess
  let metrics: [PromitorConfiguration.Metric]
  let configuration: EmulatorConfiguration
  private(set) var now: Int

  /// 2026-11-24T12:00:30Z.
  static let noon = 1_795_521_630

  private init(
    _ server: EmulatorServer, _ swath: SwathProcess, _ metrics: [PromitorConfiguration.Metric],
    _ configuration: EmulatorConfiguration
  ) {
    self.server = server
    self.swath = swath
    self.metrics = metrics
    self.configuration = configuration
    now = Self.noon
  }

  /// Runs a test on an estate, and ends the emulator after it.
  static func with(
    seed: Int = 1, resources: Int = 16, metricsPerType: Int = 3, latencyMilliseconds: Int = 0, readQuota: Int = 100_000,
    graphQuota: Int = 15,
    isDiscovered: Bool = false, isBatched: Bool = false, hasUploads: Bool = false, estate: Estate? = nil,
    identities: EmulatedIdentities = EmulatedIdentities(),
    editing edit: (String) -> String = { $0 }, _ body: (EmulatedEstate) async throws -> Void
  ) async throws {
    var configuration = EmulatorConfiguration()
    configuration.estate = estate ?? Estate(seed: seed, resources: resources, subscriptions: 2)
    configuration.fixedNow = noon
    configuration.latencyMilliseconds = latencyMilliseconds
    configuration.readQuota = readQuota
    configuration.graphQuota = graphQuota
    configuration.identities = identities
    let server = try await EmulatorServer.start(configuration)
    let promitor = PromitorConfiguration(
      configuration, endpoint: server.endpoint, metricsPerType: metricsPerType, isBatched: isBatched,
      isDiscovered: isDiscovered, hasUploads: hasUploads)
    let swath = try SwathProcess()
    try swath.write(edit(promitor.declaration), "metrics-declaration.yaml")
    try swath.write(promitor.runtime, "runtime.yaml")
    if isDiscovered { try swath.write(promitor.discoveryDeclaration, "resource-discovery-declaration.yaml") }
    do {
      try await body(EmulatedEstate(server, swath, promitor.metrics, configuration))
    } catch {
      try await server.stop()
      throw error
    }
    try await server.stop()
  }

  var at: String { EmulatedTime.text(now) }

  func advance(seconds: Int) {
    now += seconds
    server.set(now: now)
  }

  /// A pass at the estate's time.
  func start(_ arguments: [String] = []) throws -> SwathProcess.Running {
    try swath.start(["--at", at] + arguments)
  }

  @discardableResult
  func run(_ arguments: [String] = []) throws -> SwathProcess.Result { try start(arguments).end() }

  /// What the last pass told of itself.
  func selfMetrics() throws -> Exposed { Exposed(try #require(swath.text("swath-self.prom"))) }

  /// Where environment variables override the sinks of the runtime file.
  static let sinks = "PROMITOR_YAML_OVERRIDE_metricSinks__"

  /// Makes the emulator's own receivers those of all outputs, and this one that of StatsD.
  func sendToItself(statsd server: DatagramReceiver) {
    swath.environment.merge([
      Self.sinks + "statsd__port": "\(server.port)",
      Self.sinks + "openTelemetryCollector__collectorUri": self.server.endpoint,
      Self.sinks + "atlassianStatuspage__apiUrl": self.server.endpoint + "/v1/",
      "PROMITOR_ATLASSIAN_STATUSPAGE_APIKEY": "emulated-status-key",
    ]) { $1 }
  }

  /// Ids of resources that are no more.
  var removed: Set<String> = [] {
    didSet { server.set(removed: Array(removed)) }
  }

  /// Every sample that a pass at the estate's time must show, by the emulator's value function.
  var expected: [String: Double] {
    var samples: [String: Double] = [:]
    for metric in metrics {
      let end = newestEnd(metric, at: now)
      add(metric, bucket: end - metric.interval, to: &samples, lowersNames: true) { Exposed.key($0, $1) }
    }
    return samples
  }

  /// Every point of the buckets that have become final since a time, by metric, attributes and start; with nil those of
  /// the newest bucket of each metric.
  func expectedPoints(since last: Int?) -> [String: Double] {
    var points: [String: Double] = [:]
    for metric in metrics {
      let end = newestEnd(metric, at: now)
      let begin = last.map { newestEnd(metric, at: $0) } ?? end - metric.interval
      for start in stride(from: begin, to: end, by: metric.interval) {
        add(metric, bucket: start, to: &points, lowersNames: false) { name, labels in
          "\(name){\(labels.sorted().joined(separator: ","))}@\(start)"
        }
      }
    }
    return points
  }

  private func newestEnd(_ metric: PromitorConfiguration.Metric, at time: Int) -> Int {
    (time - 180) / metric.interval * metric.interval
  }

  private func add(
    _ metric: PromitorConfiguration.Metric, bucket start: Int, to samples: inout [String: Double], lowersNames: Bool,
    key: (_ name: String, _ labels: [String]) -> String
  ) {
    let values = SeriesValues(longestDelay: configuration.longestDelay)
    for resource in metric.resources where !removed.contains(resource.id) {
      let all = SeriesValues.combinations(resource, metric.row)
      // An entity's type is split by entity, another metric by what it declares.
      let split = metric.row.dimensions.contains { $0.name == "EntityName" } ? ["EntityName"] : metric.dimensions
      let places = split.compactMap { name in metric.row.dimensions.firstIndex { $0.name == name } }
      let series = Dictionary(grouping: all) { combination in places.map { combination[$0] } }
      for (dimensions, combinations) in series {
        let bucket = values.bucket(resource, metric.row, combinations, start: start, grain: metric.interval, asOf: nil)
        guard let value = bucket.value(metric.aggregation.lowercased()) else { continue }
        let names = split.map { $0 == "EntityName" ? "entity_name" : lowersNames ? $0.lowercased() : $0 }
        let labels = Self.labels(of: resource, tenant: configuration.tenantID)
        samples[key(metric.name, labels + zip(names, dimensions).map { "\($0)=\($1)" })] = value
      }
    }
  }

  /// What Promitor labels a resource's series with.
  private static func labels(of resource: EmulatedResource, tenant: String) -> [String] {
    var labels = [
      "tenant_id=\(tenant)", "subscription_id=\(resource.subscriptionID)", "resource_group=\(resource.resourceGroup)",
      "resource_uri=\(resource.id)",
    ]
    switch resource.type.name {
    case "SqlDatabase":
      labels += [
        "instance_name=\(resource.fields[1])", "server=\(resource.fields[0])", "database=\(resource.fields[1])",
      ]
    case "WebApp":
      labels += [
        "instance_name=\(resource.fields[0])",
        "slot_name=\(resource.fields[1].isEmpty ? "production" : resource.fields[1])",
      ]
    default: labels.append("instance_name=\(resource.fields[0])")
    }
    return labels
  }
}
