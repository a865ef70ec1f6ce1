import Catalog
import Formats
import Model

/// One metric of a declaration to begin with.
struct StarterMetric {
  /// The end of its name.
  let words: [String]
  let description: String
  /// What to ask for, as lines of the metric.
  let lines: [String]

  static func all(of type: ResourceType, by row: StarterMetrics) -> [StarterMetric] {
    if let query = row.query { return [StarterMetric(query.text, named: query.name)] }
    return row.metrics.map { name in
      StarterMetric(name, known(name, of: type, row), aggregation: row.aggregations[name])
    }
  }

  /// What the catalog has of a metric. An example of a resource says of which ARM type it is.
  private static func known(_ name: String, of type: ResourceType, _ row: StarterMetrics) -> KnownMetric? {
    let examples = row.examples.values.flatMap { StarterMetrics.armTypes(of: $0) }
    let metrics = type.knownMetrics.map(\.metrics) + examples.compactMap(MetricCatalog.metrics)
    return metrics.lazy.joined().first { $0.name == name }
  }

  /// - `known`: what is known of it; nil for nothing.
  /// - `aggregation`: nil for its own.
  init(_ name: String, _ known: KnownMetric?, aggregation: Aggregation?) {
    let aggregation = aggregation ?? known?.primaryAggregation ?? .average
    words = name.identifierWords
    description = "\(aggregation.declared) of \(name)\(known.map { ", in \($0.unit)" } ?? "")"
    var lines = ["azureMetricConfiguration:", "  metricName: \(Starter.scalar(name))", "  aggregation:"]
    lines.append("    type: \(aggregation.declared)")
    if let grain = known?.shortestGrain, grain > 300 {
      lines += ["    interval: \(TimeSpan.text(grain))", "scraping:", "  schedule: \"\(Self.schedule(each: grain))\""]
    }
    self.lines = lines
  }

  /// An occurrence in each bucket of so many seconds, late enough that Azure has filled the one before it.
  private static func schedule(each grain: Int) -> String {
    let hours = grain / 3600
    return switch hours {
    case 0: "*/\(grain / 60) * * * *"
    case 1: "10 * * * *"
    case ..<24: "10 */\(hours) * * *"
    default: "10 1 * * *"
    }
  }

  private init(_ query: String, named name: String) {
    words = name.identifierWords
    description = "Result of the query on \(name)"
    lines = ["logAnalyticsConfiguration:", "  query: \(Starter.scalar(query))"]
  }
}

/// A declared resource to put one's own in place of.
enum StarterResource {
  /// The lines of a key and its made-up value.
  static func lines(of key: Grammar.Key, _ type: ResourceType, examples: [String: String]) -> [String] {
    if let example = examples[key.name] { return ["\(key.name): \(example)"] }
    switch key.kind {
    case .mapping:
      // Secrets are the only mappings, and no file is a place for them.
      return ["\(key.name):", "  environmentVariable: \(key.name.identifierWords.joined(separator: "_").uppercased())"]
    case .choice(let words, _): return ["\(key.name): \(words.first ?? "")"]
    default: return ["\(key.name): \(value(of: key.name, type))"]
    }
  }

  /// `my-vault` for `vaultName`; ids are unique, so that for one only zeros can stand.
  private static func value(of key: String, _ type: ResourceType) -> String {
    var words = key.identifierWords
    if words.last == "id" { return Starter.placeholder }
    if words.last == "name" { words.removeLast() }
    return (["my"] + (words.isEmpty ? type.name.identifierWords : words)).joined(separator: "-")
  }
}
