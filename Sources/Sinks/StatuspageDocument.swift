package import Configuration
package import Formats

/// The new points of the mapped metrics as the body of one request to Atlassian Statuspage, with Azure's own times.
///
/// Source: `POST /pages/{page_id}/metrics/data` of the Statuspage API.
package struct StatuspageDocument {
  private let points: NewPoints
  private let labels: LabelShapes
  private let settings: RuntimeSettings.StatuspageSettings

  package init(_ points: NewPoints, labels: LabelShapes, settings: RuntimeSettings.StatuspageSettings) {
    self.points = points
    self.labels = labels
    self.settings = settings
  }

  /// Writes the body; whether there is a point in it.
  package func write(to out: consuming OutputBuffer) throws -> Bool {
    var out = out
    var hasMetric = false
    for mapping in settings.mappings {
      let values = StatuspageSelection(mapping).values(of: points, labels: labels)
      if values.isEmpty { continue }
      out.append(hasMetric ? "," : "{\"data\":{")
      hasMetric = true
      out.bytes.append(json: mapping.id)
      out.append(":[")
      for (index, point) in values.enumerated() {
        out.append(index > 0 ? ",{\"timestamp\":" : "{\"timestamp\":")
        out.bytes.append(decimal: point.time)
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
