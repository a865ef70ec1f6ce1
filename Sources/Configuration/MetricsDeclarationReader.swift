import Catalog
import Formats
import Model

extension MetricsDeclaration {
  /// Reads a metrics declaration and reports every fault of it.
  ///
  /// nil where nothing of the file can be used, for want of its metrics or of where they are. Where there are errors
  /// among the diagnostics, what is returned lacks what they speak of, and must not be scraped by.
  package static func read(_ text: [UInt8], file: String, diagnostics: inout Diagnostics) -> MetricsDeclaration? {
    guard let document = diagnostics.document(text, file: file) else { return nil }
    guard let root = document.root else {
      diagnostics.report(
        .missingKey, at: SourcePosition(file: file, line: 1, column: 1), "the declaration is empty",
        help: "begin with 'version: v1'")
      return nil
    }
    let reader = GrammarReader(origin: Origin(file: file), isBinder: false)
    guard let declaration = reader.section(root, .declaration, &diagnostics) else { return nil }
    let azure = declaration.section("azureMetadata").flatMap(AzureMetadata.init)
    declaration.section("azureMetadata")?.section("endpoints")?.reportAudience(&diagnostics)
    let nodes = declaration.nodes("metrics")
    let defaults = MetricDefaults(declaration.section("metricDefaults"), azure: azure, &diagnostics)
    defaults.labels.check(metrics: nodes.count, &diagnostics)
    let knowledge = diagnostics.givesAdvice ? MetricKnowledge() : nil
    var metrics: [MetricDeclaration] = []
    var unsound: [Unsound] = []
    // One at a time: a checked metric is larger than what is taken from it.
    var lines: [String: Int] = [:]
    metrics.reserveCapacity(nodes.count)
    lines.reserveCapacity(nodes.count)
    for node in nodes {
      guard let section = reader.section(node, .metric, &diagnostics) else {
        unsound.append(Unsound())
        continue
      }
      let metric = MetricDeclaration(section, defaults: defaults, knowledge: knowledge, &diagnostics)
      let isNew = section.reportDuplicate(of: &lines, &diagnostics)
      if let metric, isNew { metrics.append(metric) } else { unsound.append(Unsound(section)) }
    }
    guard let azure, declaration.has("metrics") else { return nil }
    var result = MetricsDeclaration(azure: azure, metrics: metrics)
    result.unsound = unsound
    return result
  }

  /// Reports each metric whose name an earlier file has too: together they would be one series with two meanings.
  package static func reportDuplicates(among declarations: [MetricsDeclaration], diagnostics: inout Diagnostics) {
    guard declarations.count > 1 else { return }
    var first: [String: SourcePosition] = [:]
    for metric in declarations.flatMap(\.metrics) {
      if let earlier = first[metric.name], earlier.file != metric.position.file {
        diagnostics.report(
          .duplicateMetric, at: metric.position,
          "the metric \(quoted(metric.name)) is already declared in \(earlier.file), line \(earlier.line)",
          help: "give one of the two another name, or leave one out")
      } else {
        first[metric.name] = metric.position
      }
    }
  }
}

extension MetricsDeclaration.Unsound {
  fileprivate init(_ section: Section) {
    name = section.word("name") ?? ""
    discoveryGroups = section.sections("resourceDiscoveryGroups").compactMap { $0.word("name") }
  }
}

extension Section {
  /// Whether no earlier metric of the file has the name; reports the metric where one has.
  fileprivate func reportDuplicate(of lines: inout [String: Int], _ diagnostics: inout Diagnostics) -> Bool {
    guard let name = word("name") else { return true }
    let position = position(of: "name")
    guard let line = lines.updateValue(position.line, forKey: name) else { return true }
    lines[name] = line
    diagnostics.report(
      .duplicateMetric, at: position, "the metric \(quoted(name)) is already declared in line \(line)",
      help: "give one of the two another name, or join their resources")
    return false
  }

  /// The host of batched metrics is the audience with the region before its first `metrics`.
  fileprivate func reportAudience(_ diagnostics: inout Diagnostics) {
    guard let audience = text("metricsClientAudience"), !audience.holds("metrics") else { return }
    diagnostics.report(
      .audienceHasNoRegion, at: position(of: "metricsClientAudience"),
      "\(quoted(audience)) has no 'metrics' in it, before which the region would go, so batches cannot be asked for",
      help: "write an address such as https://metrics.monitor.azure.com")
  }
}

extension AzureMetadata {
  /// nil where something of it could not be read, which is reported already.
  fileprivate init?(_ section: Section) {
    guard let tenant = section.word("tenantId"), let subscription = section.word("subscriptionId"),
      let group = section.word("resourceGroupName"), let name = section.text("cloud"),
      let cloud = Clouds.named(name) ?? section.section("endpoints").flatMap(CloudEndpoints.init(custom:))
    else { return nil }
    self.init(tenantID: tenant, subscriptionID: subscription, resourceGroup: group, cloud: cloud)
  }
}
