package import Configuration
package import Formats
internal import Model
internal import Planning

/// The new points of the mapped metrics as the body of one request to Atlassian Statuspage, with Azure's own times.
///
/// Source: `POST /pages/{page_id}/metrics/data` of the Statuspage API. Of several series of a metric the last counts at
/// each time, as at the receiver of single posts.
package struct StatuspageDocument {
  private let points: NewPoints
  private let settings: RuntimeSettings.StatuspageSettings

  package init(_ points: NewPoints, settings: RuntimeSettings.StatuspageSettings) {
    self.points = points
    self.settings = settings
  }

  /// Writes the body; whether there is a point in it.
  package func write(to out: consuming OutputBuffer) throws -> Bool {
    var out = out
    var hasMetric = false
    for mapping in settings.mappings {
      var values: [Int: Double] = [:]
      for metric in points.plan.metrics where metric.declaration.name == mapping.metric {
        for target in metric.targets { points.forEach(target: target) { start, value, _ in values[start] = value } }
      }
      if values.isEmpty { continue }
      out.append(hasMetric ? "," : "{\"data\":{")
      hasMetric = true
      out.bytes.append(json: mapping.id)
      out.append(":[")
      for (index, point) in values.sorted(by: { $0.key < $1.key }).enumerated() {
        out.append(index > 0 ? ",{\"timestamp\":" : "{\"timestamp\":")
        out.bytes.append(decimal: point.key)
        out.append(",\"value\":")
        out.bytes.append(shortest: point.value)
        out.append("}")
      }
      out.append("]")
      try out.drainIfFull()
    }
    if hasMetric { out.append("}}\n") }
    try out.drainAll()
    return hasMetric
  }
}
