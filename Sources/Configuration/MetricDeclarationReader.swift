import Catalog
import Formats
import Model

/// What metrics and their resources inherit from `metricDefaults` and `azureMetadata`; all metrics share it.
final class MetricDefaults {
  /// nil where the file does not say it, which is reported.
  let subscriptionID, resourceGroup: String?
  /// Seconds; nil where the defaults say nothing of aggregation.
  let interval: Int?
  /// Whether there is an interval, be it an unreadable one.
  let hasInterval: Bool
  let limit: Int?
  var labels: InheritedLabels
  let schedule: CronSchedule?

  /// - `section`: `metricDefaults`, nil where it is missing.
  init(_ section: Section?, azure: AzureMetadata?, _ diagnostics: inout Diagnostics) {
    subscriptionID = azure?.subscriptionID
    resourceGroup = azure?.resourceGroup
    let aggregation = section?.section("aggregation")
    interval = aggregation.flatMap { $0.length("interval", &diagnostics) }
    hasInterval = aggregation != nil
    limit = section?.integer("limit")
    labels = section.map { InheritedLabels($0.pairs("labels"), at: $0.position(of: "labels")) } ?? InheritedLabels()
    for fault in (section?.pairs("labels") ?? []).compactMap({ section?.renamed($0) }) {
      diagnostics.report(.labelName, at: fault.position, fault.message(), help: fault.remedy())
    }
    schedule = section?.section("scraping")?.schedule("schedule")
  }
}

extension MetricDeclaration {
  /// A metric with everything that it inherits; nil where something that it needs is missing or wrong, which is
  /// reported by then.
  ///
  /// - `knowledge`: what is known of Azure's metrics; nil where no advice is wanted.
  init?(
    _ section: Section, defaults: MetricDefaults, knowledge: MetricKnowledge?, _ diagnostics: inout Diagnostics
  ) {
    let type = section.resourceType("resourceType")
    let logs = section.section("logAnalyticsConfiguration")
    let configuration = section.section("azureMetricConfiguration")
    let window = configuration?.section("aggregation") ?? logs?.section("aggregation")
    let dimensions = configuration?.dimensions(&diagnostics) ?? []
    let interval =
      window?.has("interval") == true ? window.flatMap { $0.length("interval", &diagnostics) } : defaults.interval
    let groups = section.sections("resourceDiscoveryGroups").compactMap { $0.word("name") }

    let facts = MetricFacts(
      section, type: type, configuration: configuration, logs: logs, dimensions: dimensions, interval: interval,
      knowledge: knowledge)
    var isSound = MetricRule.report(for: facts, &diagnostics)
    if let asked = window ?? logs, window?.has("interval") != true, window?.isUnreadable("interval") != true,
      !defaults.hasInterval
    {
      diagnostics.report(
        .noInterval, at: asked.position, "no interval here nor in metricDefaults: 5 minutes are used",
        help: "add 'interval: 00:05:00'")
    }
    isSound = isSound && (window?.has("interval") != true || interval != nil)

    guard isSound, let subscription = defaults.subscriptionID, let group = defaults.resourceGroup, let type,
      let name = section.word("name"),
      let schedule = section.section("scraping").map({ $0.schedule("schedule") }) ?? defaults.schedule,
      let asked = logs.map(Self.asked(logs:)) ?? configuration.map(Self.asked(metric:)) ?? nil
    else { return nil }
    self.init(
      name: name, description: section.text("description") ?? "", type: type,
      labels: defaults.labels.joined(to: section.pairs("labels")), azureName: asked.name,
      aggregation: asked.aggregation, interval: interval ?? 300, dimensions: dimensions,
      limit: configuration?.integer("limit") ?? defaults.limit ?? 10_000, schedule: schedule,
      resources: facts.resources.map {
        ResourceDeclaration($0, type: type, subscriptionID: subscription, resourceGroup: group)
      },
      discoveryGroups: groups, position: section.position)
    query = asked.query
    if let configuration {
      timing = Timing(configuration, &diagnostics)
      unusableDimension = UnusableDimension.read(configuration)
    }
    if let query = asked.query { self.dimensions = LogsColumns.labels(of: query) }
  }

  /// What a metric asks for: the name of an Azure metric and its aggregation, or a query.
  private typealias Asked = (name: String, aggregation: Aggregation, query: String?)

  private static func asked(metric section: Section) -> Asked? {
    guard let name = section.word("metricName"), let aggregation = section.section("aggregation")?.text("type") else {
      return nil
    }
    return (name, Self.aggregation(aggregation), nil)
  }

  private static func asked(logs section: Section) -> Asked? {
    section.word("query").map { ("", .average, $0) }
  }

  /// By the spelling of the declaration; `None`, which is reported by a rule, is the average.
  private static func aggregation(_ name: String) -> Aggregation {
    switch name {
    case "Count": .count
    case "Minimum": .minimum
    case "Maximum": .maximum
    case "Total": .total
    default: .average
    }
  }
}

extension ResourceDeclaration {
  /// - `subscriptionID`, `resourceGroup`: what it inherits.
  fileprivate init(_ section: Section, type: ResourceType, subscriptionID: String, resourceGroup: String) {
    self.init(
      type: type, subscriptionID: section.word("subscriptionId") ?? subscriptionID,
      resourceGroup: section.word("resourceGroupName") ?? resourceGroup,
      fields: type.fields.map { $0.isSecret ? "" : section.text($0.key) ?? "" })
    isGroupInherited = section.word("resourceGroupName") == nil
    secret = type.secretKey.flatMap(section.section).flatMap(SecretSource.init)
  }
}

extension Section {
  /// A time span above zero, in seconds; nil, and reported, where it is not.
  fileprivate func length(_ key: String, _ diagnostics: inout Diagnostics) -> Int? {
    guard let seconds = seconds(key) else { return nil }
    if seconds > 0 { return seconds }
    diagnostics.report(
      .badLength, at: position(of: key), "'\(key)' must be longer than nothing",
      help: "write it as hh:mm:ss, such as 00:05:00")
    return nil
  }

  /// The names of the dimensions to split by: of the deprecated single one, else of the list, each once.
  fileprivate func dimensions(_ diagnostics: inout Diagnostics) -> [String] {
    if let name = section("dimension")?.word("name") { return [name] }
    var (names, seen): ([String], Set<String>) = ([], [])
    for item in sections("dimensions") {
      guard let name = item.text("name") else { continue }
      if name.isBlank {
        diagnostics.report(
          .blankDimension, at: item.position(of: "name"), "a dimension without a name is left out",
          help: "give its name, or remove the item")
      } else if seen.insert(name).inserted {
        names.append(name)
      }
    }
    return names
  }
}
