import Catalog
import Formats

/// What the catalog knows of the metrics of the types that a declaration names, looked up once for each.
final class MetricKnowledge {
  /// The known metrics of an ARM type.
  final class Metrics {
    let armType: String
    private let byName: [String: KnownMetric]
    /// For suggestions.
    private(set) lazy var names = byName.values.map(\.name).sorted()

    init(_ armType: String, _ metrics: [KnownMetric]) {
      self.armType = armType
      byName = Dictionary(metrics.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    }

    /// The metric of a lower-cased name.
    subscript(name: String) -> KnownMetric? { byName[name] }
  }

  private var ofResourceTypes: [ObjectIdentifier: [Metrics]] = [:]
  /// nil for a type that the catalog does not have.
  private var ofARMTypes: [String: Metrics?] = [:]

  /// The metrics of the ARM types of a metric's resources; empty where the catalog has not all of them, because then
  /// nothing can be said.
  func metrics(of type: ResourceType, _ resources: [Section]) -> [Metrics] {
    guard type.source == .metrics else { return [] }
    guard !type.armTypes.isEmpty else {
      return metrics(of: Set(resources.compactMap { $0.word("resourceUri").flatMap(Self.armType) }).sorted())
    }
    if let known = ofResourceTypes[ObjectIdentifier(type)] { return known }
    let known = metrics(of: type.armTypes)
    ofResourceTypes[ObjectIdentifier(type)] = known
    return known
  }

  private func metrics(of armTypes: [String]) -> [Metrics] {
    let known = armTypes.compactMap(metrics)
    return known.count == armTypes.count ? known : []
  }

  private func metrics(of armType: String) -> Metrics? {
    if let known = ofARMTypes[armType] { return known }
    let known = MetricCatalog.metrics(of: armType).map { Metrics(armType, $0) }
    ofARMTypes[armType] = .some(known)
    return known
  }

  /// The ARM type of a resource that is named by what stands behind `providers/` of its id, lower-cased; nil where that
  /// is none.
  private static func armType(of path: String) -> String? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    guard parts.count >= 3, !parts.count.isMultiple(of: 2) else { return nil }
    var type = String(Substring(parts[0]))
    for place in stride(from: 1, to: parts.count, by: 2) { type += "/" + Substring(parts[place]) }
    return type.lowercased()
  }
}

extension MetricRule {
  /// The rules about what Azure is known to have. They never refuse, because the catalog is older than Azure.
  static let ofKnowledge: [MetricRule] = [
    MetricRule(rule: .unknownMetric) { facts in
      guard let configuration = facts.configuration, let name = facts.azureName else { return [] }
      let known = facts.known
      guard !known.isEmpty, facts.knownMetric.isEmpty else { return [] }
      return [
        Fault(
          position: configuration.position(of: "metricName"),
          message: "on \(MetricCatalog.date) Azure had no metric \(quoted(name)) of "
            + known.map(\.armType).joined(separator: " or "),
          remedy: Suggestion.help(
            for: name, in: known.lazy.flatMap(\.names),
            else: "'swath catalog \(facts.type?.name ?? "")' lists those that it had; a newer one is asked for as it is"
          ))
      ]
    },
    MetricRule(rule: .unknownDimension) { facts in
      guard let configuration = facts.configuration, !facts.dimensions.isEmpty else { return [] }
      let known = facts.knownMetric
      guard !known.isEmpty else { return [] }
      let names = known.flatMap(\.dimensions)
      let items = configuration.sections("dimensions") + [configuration.section("dimension")].compactMap(\.self)
      return items.compactMap { item in
        guard let name = item.word("name"), !names.contains(where: { $0.equalsIgnoringCase(name) }) else { return nil }
        func has() -> String { Set(names).sorted().joined(separator: ", ") }
        return Fault(
          position: item.position(of: "name"),
          message: "on \(MetricCatalog.date) \(known[0].name) had no dimension \(quoted(name))",
          remedy: Suggestion.help(
            for: name, in: names, else: names.isEmpty ? "remove it: it had none" : "it had \(has())"))
      }
    },
    MetricRule(rule: .shortInterval) { facts in
      guard let interval = facts.interval, let grain = facts.knownMetric.map(\.shortestGrain).min(), interval < grain,
        let configuration = facts.configuration, let query = configuration.section("aggregation")
      else { return [] }
      return [
        Fault(
          position: query.position(of: "interval"),
          message: "on \(MetricCatalog.date) the shortest interval of this metric was \(TimeSpan.words(grain))",
          remedy: "write 'interval: \(TimeSpan.text(grain))'")
      ]
    },
    MetricRule(rule: .oddInterval) { facts in
      guard let interval = facts.interval, !azureGrains.contains(interval),
        let query = facts.configuration?.section("aggregation"), query.has("interval"),
        let grain = azureGrains.min(by: { abs($0 - interval) < abs($1 - interval) })
      else { return [] }
      return [
        Fault(
          position: query.position(of: "interval"),
          message: "no metric of Azure has buckets of \(TimeSpan.words(interval))",
          remedy: "write 'interval: \(TimeSpan.text(grain))', the nearest that some have")
      ]
    },
  ]
}

/// The lengths of buckets that any metric has, in seconds. Source: `metricAvailabilities` of the metric definitions.
private let azureGrains = [60, 300, 900, 1800, 3600, 21_600, 43_200, 86_400]
