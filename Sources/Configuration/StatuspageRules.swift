extension RuntimeSettings {
  /// Reports what is wrong with the mappings to a status page, given the declared metrics, and the names of those that
  /// have errors of their own.
  package func checkStatuspage(
    against metrics: [MetricDeclaration], unsound: [String] = [], diagnostics: inout Diagnostics
  ) {
    guard let statuspage else { return }
    if statuspage.mappings.isEmpty {
      diagnostics.report(
        .noMappings, at: statuspage.position, "the page shows no metric",
        help: "list mappings below 'systemMetricMapping:', or remove 'atlassianStatuspage:'")
    }
    let byName = Dictionary(metrics.map { ($0.name, $0) }) { first, _ in first }
    var suggestions = Suggestions(metrics.map(\.name))
    var ids: Set<String> = []
    var names: Set<String> = []
    for mapping in statuspage.mappings {
      let position = mapping.position
      if !ids.insert(mapping.id).inserted {
        diagnostics.report(
          .duplicateMapping, at: position, "the system metric \(quoted(mapping.id)) is mapped more than once",
          help: "leave one of the mappings")
      }
      if !names.insert(mapping.metric).inserted {
        diagnostics.report(
          .metricMappedTwice, at: position,
          "the metric \(quoted(mapping.metric)) is shown by more than one system metric",
          help: "leave one of the mappings, if that is not meant")
      }
      if unsound.contains(mapping.metric) { continue }
      guard let metric = byName[mapping.metric] else {
        diagnostics.report(
          .unknownMappedMetric, at: position, "no metric is declared as \(quoted(mapping.metric))",
          help: suggestions.help(for: mapping.metric, else: "declare it, or remove the mapping"))
        continue
      }
      // One value is made of them, or one of them is chosen.
      if mapping.aggregate != nil || !mapping.labels.isEmpty { continue }
      if !metric.discoveryGroups.isEmpty || metric.resources.count > 1 {
        diagnostics.report(
          .mappedSeries, at: position,
          "the metric \(quoted(mapping.metric)) has more than one resource, and a system metric shows one value",
          help: "say 'aggregate: avg', sum, min or max, or choose one by 'labels:'")
      } else if !metric.dimensions.isEmpty {
        diagnostics.report(
          .mappedDimensions, at: position,
          "the metric \(quoted(metric.name)) is split by \(clipped(metric.dimensions.joined(separator: ", "))), and a "
            + "system metric shows one value", help: "say 'aggregate: avg', sum, min or max, or choose one by 'labels:'"
        )
      }
    }
  }
}
