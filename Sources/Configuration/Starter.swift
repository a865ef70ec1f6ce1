package import Catalog
import Formats
import Model

/// The configuration files to begin with that `swath init` writes: metrics that operators mostly want, of the types
/// that are chosen.
package struct Starter: Sendable {
  private let types: [ResourceType]
  private let tenantID: String
  /// The first is that of declared resources, discovery looks in all.
  private let subscriptionIDs: [String]

  /// What `swath init` writes of where no type is named.
  package static let usualTypes = ["VirtualMachine", "StorageAccount", "KeyVault", "WebApp", "SqlDatabase"]
  /// What stands for an id that is not known.
  package static let placeholder = "00000000-0000-0000-0000-000000000000"

  /// - `types`: at least one; each is written once.
  /// - `tenantID`: nil for the placeholder.
  /// - `subscriptionIDs`: empty for the placeholder; each is written once.
  package init(types: [ResourceType], tenantID: String? = nil, subscriptionIDs: [String] = []) {
    var seen: Set<String> = []
    self.types = types.filter { seen.insert($0.name).inserted }
    self.tenantID = tenantID ?? Self.placeholder
    var seenIDs: Set<String> = []
    let once = subscriptionIDs.filter { seenIDs.insert($0.lowercased()).inserted }
    self.subscriptionIDs = once.isEmpty ? [Self.placeholder] : once
  }

  /// One of the files.
  package struct File: Sendable {
    package let name: String
    package let text: String
    /// What is in it, for people.
    package let summary: String
  }

  /// The files; without the discovery declaration where nothing can be discovered.
  package var files: [File] {
    let metrics = types.map(metrics)
    let count = metrics.map(\.count).reduce(0, +)
    let found = types.filter { $0.discovery != nil }
    var files = [
      File(
        name: "metrics-declaration.yaml", text: declaration(metrics.flatMap { $0 }),
        summary: "metrics of \(types.count) resource type\(types.count == 1 ? "" : "s"): \(count)")
    ]
    if !found.isEmpty {
      files.append(
        File(
          name: "resource-discovery-declaration.yaml", text: discovery(found),
          summary: "discovery groups: \(found.count)"))
    }
    return files + [File(name: "runtime.yaml", text: Self.runtime, summary: "how to run; all of it may be left out")]
  }

  private func declaration(_ metrics: [String]) -> String {
    """
    # What to ask Azure for (Promitor's metrics declaration, version v1).
    version: v1
    azureMetadata:
      # The ids of your tenant and subscription: 'az account show' prints both. Zeros stand for what is to be filled in.
      tenantId: \(tenantID)
      # Of declared resources that name no subscription or group of their own.
      subscriptionId: \(subscriptionIDs[0])
      resourceGroupName: my-resource-group
    metricDefaults:
      aggregation:
        # The length of Azure's buckets. Metrics that Azure makes less often have their own below.
        interval: 00:05:00
      scraping:
        # As often as Azure has news. Passes may be made more often, they ask only for what is due.
        schedule: "*/5 * * * *"
      # Labels of every metric:
      # labels:
      #   environment: production
    metrics:
    \(metrics.joined(separator: "\n"))

    """
  }

  /// The metrics of a type, each as lines of the declaration.
  private func metrics(of type: ResourceType) -> [String] {
    let row = StarterMetrics.row(of: type)
    let prefix = ["azure"] + type.name.identifierWords
    var metrics: [String] = []
    for metric in StarterMetric.all(of: type, by: row) {
      let name = (prefix + metric.words).joined(separator: "_")
      var lines = ["- name: \(name)", "  description: \(Self.scalar(metric.description))"]
      lines += ["  resourceType: \(type.name)"] + metric.lines.map { "  " + $0 }
      lines += resources(of: type, row, isFirst: metrics.isEmpty).map { "  " + $0 }
      if metrics.isEmpty, type.source != .logs {
        lines.insert("# 'swath catalog \(type.name)' lists what else there is.", at: 0)
      }
      metrics.append(lines.map { "  " + $0 }.joined(separator: "\n"))
    }
    return metrics
  }

  /// The lines that name the resources of a metric, with an explanation at the first of its type.
  private func resources(of type: ResourceType, _ row: StarterMetrics, isFirst: Bool) -> [String] {
    let keys = Grammar.resource(of: type)?.keys.filter(\.isRequired) ?? []
    let lines = keys.flatMap { StarterResource.lines(of: $0, type, examples: row.examples) }
    let items = lines.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
    guard type.discovery != nil else {
      let reason = "# Resource Graph does not find resources of this type: name yours, each in an item of its own."
      return (isFirst ? [reason] : []) + ["resources:"] + items
    }
    let group = ["resourceDiscoveryGroups:", "  - name: \(Self.group(of: type))"]
    let hint = ["# Instead of the group, or beside it, resources can be named:", "# resources:"]
    return isFirst ? group + hint + items.map { "# " + $0 } : group
  }

  private func discovery(_ types: [ResourceType]) -> String {
    """
    # The discovery groups that metrics name: each is one query to Azure Resource Graph.
    version: v1
    azureLandscape:
      tenantId: \(tenantID)
      # The subscriptions to look in.
      subscriptions:
    \(subscriptionIDs.map { "    - \($0)" }.joined(separator: "\n"))
    resourceDiscoveryGroups:
      # A group is every resource of its type. To narrow one, put below it, with the lists that you need:
      #   criteria:
      #     include:
      #       resourceGroups: [my-resource-group]
      #       regions: [westeurope, northeurope]
      #       tags:
      #         environment: production|staging
    \(types.map { "  - name: \(Self.group(of: $0))\n    type: \($0.name)" }.joined(separator: "\n"))

    """
  }

  private static let runtime = """
    # How to run. All of it may be left out: what stands are the defaults, and comments show what else there is.
    # Who signs in: a service principal with the role Monitoring Reader. Its id and secret are those of PROMITOR_AUTH_APPID
    # and PROMITOR_AUTH_APPKEY, or stand here and in a file:
    # authentication:
    #   mode: ServicePrincipal
    #   identityId: 00000000-0000-0000-0000-000000000000
    #   secretFilePath: /run/secrets/swath
    #   secretFileName: client-secret
    server:
      # The most requests under way at a time.
      maxDegreeOfParallelism: 16
    concurrency:
      # The seconds that a pass may last.
      mutexTimeoutSeconds: 50
    cache:
      # For how long the resources of a discovery group are not looked up again.
      durationInMinutes: 5
    # Where metrics go beside Prometheus text, each as files for an uploader:
    # metricSinks:
    #   prometheusTextfile:
    #     directory: /var/lib/node_exporter
    #   openTelemetryCollector:
    #     collectorUri: http://localhost:4318
    #   statsd:
    #     host: localhost

    """

  private static func group(of type: ResourceType) -> String { type.name.identifierWords.joined(separator: "-") }

  /// A text as YAML: as it is where it can stand so, else in double quotes, in which JSON's escapes mean the same.
  static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || " _./-".utf8.contains($0) }
    if isPlain, let first = text.utf8.first, (first | 0x20) &- 0x61 < 26, text.utf8.last != UInt8(ascii: " ") {
      return text
    }
    var bytes: [UInt8] = []
    bytes.append(json: text)
    return String(decoding: bytes, as: UTF8.self)
  }
}
