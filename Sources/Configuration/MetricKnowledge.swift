import Catalog
import Formats

/// What the catalog knows of the metrics of the types that a declaration names, looked up once for each.
final class MetricKnowledge {
  /// By ARM type, then by the lower-cased name of the metric; nil for a type that the catalog does not have.
  private var types: [String: [String: KnownMetric]?] = [:]

  /// The metrics of an ARM type by their lower-cased names; nil where the catalog does not have the type.
  func metrics(of armType: String) -> [String: KnownMetric]? {
    if let known = types[armType] { return known }
    let metrics = MetricCatalog.metrics(of: armType).map { metrics in
      Dictionary(metrics.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    }
    types[armType] = .some(metrics)
    return metrics
  }

  /// The ARM type of a resource that is named by what stands behind `providers/` of its id; nil where that is none.
  static func armType(of path: String) -> String? {
    let parts = path.lowercased().split(separator: "/")
    guard parts.count >= 3, !parts.count.isMultiple(of: 2) else { return nil }
    return ([parts[0]] + stride(from: 1, to: parts.count, by: 2).map { parts[$0] }).joined(separator: "/")
  }
}

extension MetricFacts {
  /// The ARM types of the metric's resources that the catalog has, each with its metrics; empty where it has not all of
  /// them, because then nothing can be said.
  fileprivate var known: [(armType: String, metrics: [String: KnownMetric])] {
    guard let knowledge, let type, type.source == .metrics else { return [] }
    var armTypes = type.armTypes
    if armTypes.isEmpty {
      let paths = section.sections("resources").compactMap { $0.word("resourceUri") }
      armTypes = Set(paths.compactMap(MetricKnowledge.armType)).sorted()
    }
    let known = armTypes.compactMap { armType in knowledge.metrics(of: armType).map { (armType, $0) } }
    return known.count == armTypes.count ? known : []
  }

  /// The metric as the catalog has it, by ARM type; empty where it has none.
  fileprivate var knownMetric: [KnownMetric] {
    guard let name = azureName?.lowercased() else { return [] }
    return known.compactMap { $0.metrics[name] }
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
            for: name, in: known.flatMap { $0.metrics.values.map(\.name) }.sorted(),
            else: "'swath catalog \(facts.type?.name ?? "")' lists those that it had; a newer one is asked for as it is"
          ))
      ]
    },
    MetricRule(rule: .unknownDimension) { facts in
      let known = facts.knownMetric
      guard !known.isEmpty, let configuration = facts.configuration else { return [] }
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
  ]
}
