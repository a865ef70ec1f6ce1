import Catalog
import Formats
import Model

/// The catalog for people.
extension CatalogView {
  /// The text that `swath catalog` prints.
  package var text: String {
    guard let metrics else { return listOfTypes }
    if let part { return found(metrics, part) }
    return (types.map(described) + metrics.map(listed)).joined(separator: "\n")
  }

  private var listOfTypes: String {
    var table = TextTable("RESOURCE TYPE", "ARM TYPE", "METRICS", "DISCOVERY", numbers: [2])
    for type in types {
      let discovery = type.discovery == nil ? "no" : "yes"
      if type.knownMetrics.isEmpty {
        table.append(type.name, type.source == .logs ? "" : "any other", "", discovery)
      }
      for (armType, metrics) in type.knownMetrics { table.append(type.name, armType, "\(metrics.count)", discovery) }
    }
    return table.text + "\nMetrics are those of Microsoft's table of \(MetricCatalog.date).\n"
  }

  private func described(_ type: ResourceType) -> String {
    var lines = "resource type  \(type.name)\n"
    for (armType, _) in type.knownMetrics { lines += "ARM type       \(armType)\n" }
    lines += "discovery      \(type.discovery == nil ? "no" : "yes")\n"
    if let keys = Grammar.resource(of: type)?.keys {
      var table = TextTable("KEY", "REQUIRED", "DEFAULT", "MEANING")
      for key in keys { table.append(key.name, key.isRequired ? "yes" : "no", key.absentMeans ?? "", key.described) }
      lines += "\n" + table.text
    }
    return lines + note(on: type)
  }

  private func note(on type: ResourceType) -> String {
    switch type.source {
    case .logs: return "\nIts values come from a query to the workspace, which 'logAnalyticsConfiguration' holds.\n"
    case .storageQueue:
      return "\nIts values come from the queue itself; Azure Monitor's metrics of queues are declared as Generic.\n"
    case .metrics:
      guard type.armTypes.isEmpty, metrics?.isEmpty == true else { return "" }
      var table = TextTable("ARM TYPE", "METRICS", numbers: [1])
      for (armType, count) in Self.armTypes(of: type) { table.append(armType, "\(count)") }
      return "\nARM types of no other resource type, by Microsoft's table of \(MetricCatalog.date):\n" + table.text
    }
  }

  private func listed(_ group: Group) -> String {
    let count = group.metrics.count == 1 ? "1 metric" : "\(group.metrics.count) metrics"
    guard !group.metrics.isEmpty else { return "No metric of \(group.armType) is known.\n" }
    var table = TextTable("METRIC", "UNIT", "AGGREGATION", "GRAIN", "DIMENSIONS")
    for metric in group.metrics {
      table.append(metric.name, metric.unit, metric.aggregation, metric.grain, metric.dimensionList)
    }
    let isOfTable = types.contains { $0.source == .metrics }
    let source = isOfTable ? ", by Microsoft's table of \(MetricCatalog.date)" : ""
    return "\(count) of \(group.armType)\(source):\n" + table.text
  }

  private func found(_ groups: [Group], _ part: String) -> String {
    var table = TextTable("METRIC", "ARM TYPE", "RESOURCE TYPE", "UNIT", "AGGREGATION", "GRAIN", "DIMENSIONS")
    for group in groups {
      for metric in group.metrics {
        table.append(
          metric.name, group.armType, group.declarers.joined(separator: ", "), metric.unit, metric.aggregation,
          metric.grain, metric.dimensionList)
      }
    }
    guard !table.isEmpty else {
      return "No metric of Microsoft's table of \(MetricCatalog.date) has \(quoted(part)) in its name.\n"
    }
    return table.text + "\nMetrics are those of Microsoft's table of \(MetricCatalog.date).\n"
  }
}

extension Aggregation {
  /// The spelling of the metrics declaration: `Average`.
  var declared: String { name.prefix(1).uppercased() + name.dropFirst() }
}

extension KnownMetric {
  /// The aggregation as a declaration spells it: `Average`.
  var aggregation: String { primaryAggregation.declared }

  /// The shortest grain as Azure spells it: `PT1M`.
  var grain: String { ISODuration.text(shortestGrain) }

  fileprivate var dimensionList: String { dimensions.joined(separator: ", ") }
}
