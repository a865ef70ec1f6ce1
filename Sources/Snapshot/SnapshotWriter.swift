internal import Formats
internal import Model

/// Writes the layout that `SnapshotFile` describes.
enum SnapshotWriter {
  static func write(_ content: SnapshotContent, to out: consuming OutputBuffer) throws {
    var out = out
    out.append("{\"swath-snapshot\":{\"version\":")
    out.bytes.append(decimal: SnapshotFile.version)
    out.append(",\"takenAt\":")
    out.bytes.append(decimal: content.takenAt)
    out.append(",\"pass\":")
    out.bytes.append(json: content.pass)
    out.append(",\"frozen\":")
    out.append(content.isFrozen ? "true" : "false")
    out.append(",\"metrics\":[")
    for (index, metric) in content.metrics.enumerated() {
      if index > 0 { out.bytes.append(UInt8(ascii: ",")) }
      out.append("{\"name\":")
      out.bytes.append(json: metric.name)
      out.append(",\"fingerprint\":")
      out.bytes.append(json: metric.fingerprint)
      out.append(",\"lastAttempt\":")
      out.bytes.append(decimal: metric.lastAttempt)
      out.append("}")
    }
    out.append("],\"resources\":[")
    for (index, resource) in content.resources.enumerated() {
      if index > 0 { out.bytes.append(UInt8(ascii: ",")) }
      out.bytes.append(json: resource)
      try out.drainIfFull()
    }
    out.append("],\"groups\":[")
    let groups = content.groups + [FoundGroup(places: content.places)]
    for (index, group) in groups.enumerated() {
      if index > 0 { out.bytes.append(UInt8(ascii: ",")) }
      out.append("{\"name\":")
      out.bytes.append(json: group.name)
      out.append(",\"fingerprint\":")
      out.bytes.append(json: group.fingerprint)
      out.append(",\"foundAt\":")
      out.bytes.append(decimal: group.foundAt)
      out.append(",\"resources\":")
      out.bytes.append(decimal: group.resources.count)
      out.append("}")
    }
    out.append("],\"rows\":")
    out.bytes.append(decimal: content.rows.count)
    out.append("},\n\"rows\":[")
    for (index, row) in content.rows.enumerated() {
      out.append(index > 0 ? ",\n[" : "\n[")
      out.bytes.append(decimal: Int(row.metric))
      out.bytes.append(UInt8(ascii: ","))
      out.bytes.append(decimal: Int(row.resource))
      out.bytes.append(UInt8(ascii: ","))
      out.bytes.append(decimal: Int(row.state.outcome.rawValue))
      out.bytes.append(UInt8(ascii: ","))
      out.bytes.append(decimal: row.state.horizon)
      out.bytes.append(UInt8(ascii: ","))
      out.bytes.append(decimal: Int(row.state.refusals))
      content.samples.forEach(target: index) { start, value, dimensions in
        out.append(",[")
        out.bytes.append(decimal: start)
        out.bytes.append(UInt8(ascii: ","))
        out.bytes.append(shortest: value)
        for dimension in dimensions {
          out.bytes.append(UInt8(ascii: ","))
          out.bytes.append(json: dimension)
        }
        out.bytes.append(UInt8(ascii: "]"))
      }
      out.bytes.append(UInt8(ascii: "]"))
      try out.drainIfFull()
    }
    out.append("\n],\n\"found\":[")
    var isFirst = true
    for (index, group) in groups.enumerated() {
      for resource in group.resources {
        out.append(isFirst ? "\n[" : ",\n[")
        isFirst = false
        out.bytes.append(decimal: index)
        for text in [resource.id, resource.resourceGroup, resource.region] {
          out.bytes.append(UInt8(ascii: ","))
          out.bytes.append(json: text)
        }
        out.append("]")
        try out.drainIfFull()
      }
    }
    out.append("\n]}\n")
    try out.drainAll()
  }
}

extension FoundGroup {
  /// Places are kept like a group, by a name that none can have.
  static let placesName = ""

  fileprivate init(places: Places) {
    self.init(name: Self.placesName, fingerprint: "", foundAt: places.askedAt, resources: places.resources)
  }
}
