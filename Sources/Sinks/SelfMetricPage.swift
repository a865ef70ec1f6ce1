internal import Configuration

extension SelfMetric {
  /// The parts of the page about the metrics (`jobs/metrics.md`), by name: a table for each group.
  package static var page: [String: String] {
    Dictionary(uniqueKeysWithValues: groups.map { ("metrics of \($0.name)", table($0.metrics)) })
  }

  private static func table(_ metrics: [SelfMetric]) -> String {
    var table = MarkdownTable("name", "type", "labels", "what it tells", "there")
    for metric in metrics {
      table.append(
        "`\(metric.name)`", "\(metric.type)", metric.labels.reversed().map { "`\($0)`" }.joined(separator: ", "),
        metric.help, metric.shown)
    }
    return String(table.text.dropLast())
  }
}
