internal import Formats
internal import Model

/// Writes the layout that `SnapshotFile` describes.
enum SnapshotWriter {
  static func write(
    _ content: SnapshotContent, resources: SnapshotFile.MadeList<String>,
    rows: SnapshotFile.MadeList<SnapshotContent.TargetRow>, to out: consuming OutputBuffer
  ) throws {
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
      out.append(",\"figures\":")
      append(numbers: metric.figures.numbers, to: &out)
      out.append("}")
    }
    out.append("],\"batchRefusals\":[")
    for (index, refusal) in content.batchRefusals.sorted(by: { $0.key < $1.key }).enumerated() {
      out.append(index > 0 ? ",{\"subscription\":" : "{\"subscription\":")
      out.bytes.append(json: refusal.key)
      out.append(",\"until\":")
      out.bytes.append(decimal: refusal.value)
      out.append("}")
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
    out.append("]")
    append(content.discovery, to: &out)
    out.append(",\"totals\":{\"late\":")
    out.bytes.append(decimal: content.totals.late)
    out.append(",\"revised\":")
    out.bytes.append(decimal: content.totals.revised)
    out.append("}")
    out.append(",\"billed\":[")
    out.bytes.append(decimal: content.billed.day)
    out.append(",")
    out.bytes.append(decimal: content.billed.count)
    out.append("]")
    append(content.settles, content.probes, to: &out)
    append(content.refusals, to: &out)
    out.append(",\"calls\":[")
    for (index, count) in content.calls.enumerated() {
      out.append(index > 0 ? ",[" : "[")
      out.bytes.append(json: count.api)
      for number in [count.planned, count.made] {
        out.append(",")
        out.bytes.append(decimal: number)
      }
      out.append("]")
    }
    out.append("]")
    append(content.batchSizes, to: &out)
    append(content.passes, content.digest, to: &out)
    out.append(",\"open\":")
    out.bytes.append(decimal: content.open.rows.count)
    out.append(",\"rows\":")
    out.bytes.append(decimal: rows.count)
    // They are the longest list by far, so they come last: who needs none of them reads no further.
    out.append(",\"resources\":[")
    for index in 0..<resources.count {
      if index > 0 { out.bytes.append(UInt8(ascii: ",")) }
      out.bytes.append(json: resources.at(index))
      try out.drainIfFull()
    }
    out.append("]},\n\"rows\":[")
    for index in 0..<rows.count {
      let row = rows.at(index)
      // Beside five numbers there are eight bytes.
      out.bytes.append(addingCapacity: 8 + 5 * OutputSpan<UInt8>.longestNumber) { text in
        if index > 0 { text.append(UInt8(ascii: ",")) }
        text.append(UInt8(ascii: "\n"))
        text.append(UInt8(ascii: "["))
        text.append(decimal: Int(row.metric))
        text.append(UInt8(ascii: ","))
        text.append(decimal: Int(row.resource))
        text.append(UInt8(ascii: ","))
        text.append(decimal: Int(row.state.outcome.rawValue))
        text.append(UInt8(ascii: ","))
        text.append(decimal: row.state.horizon)
        text.append(UInt8(ascii: ","))
        text.append(decimal: Int(row.state.refusals))
      }
      content.samples.forEach(target: index) { start, value, dimensions in
        out.bytes.append(addingCapacity: 3 + 2 * OutputSpan<UInt8>.longestNumber) { text in
          text.append(UInt8(ascii: ","))
          text.append(UInt8(ascii: "["))
          text.append(decimal: start)
          text.append(UInt8(ascii: ","))
          text.append(shortest: value)
        }
        for dimension in dimensions {
          out.bytes.append(UInt8(ascii: ","))
          out.bytes.append(json: dimension)
        }
        out.bytes.append(UInt8(ascii: "]"))
      }
      if content.absent.hasSamples(target: index) {
        append(absent: content.absent, of: index, to: &out)
      }
      out.bytes.append(UInt8(ascii: "]"))
      try out.drainIfFull()
    }
    out.append("\n],\n\"open\":[")
    for (index, series) in content.open.rows.enumerated() {
      out.append(index > 0 ? ",\n[" : "\n[")
      out.bytes.append(decimal: Int(series.target))
      let halves = [series.buckets.once, series.buckets.twice].flatMap { [$0 >> 32, $0 & 0xFFFF_FFFF] }.map { Int($0) }
      for number in halves + [Int(series.silence)] {
        out.append(",")
        out.bytes.append(decimal: number)
      }
      for dimension in series.dimensions {
        out.append(",")
        out.bytes.append(json: dimension)
      }
      out.append("]")
      try out.drainIfFull()
    }
    out.append("\n],\n\"unfinished\":[")
    var isFirst = true
    for (index, group) in content.discovery.unfinished.enumerated() {
      for resource in group.resources {
        append(resource, of: index, isFirst: isFirst, to: &out)
        isFirst = false
        try out.drainIfFull()
      }
    }
    out.append("\n],\n\"found\":[")
    var found = FoundIndex()
    for (index, group) in groups.enumerated() {
      var lengths: [Int] = []
      lengths.reserveCapacity(group.resources.count)
      for resource in group.resources {
        let before = out.bytes.count
        append(resource, of: index, isFirst: found.length == 0 && lengths.isEmpty, to: &out)
        lengths.append(out.bytes.count - before)
        try out.drainIfFull()
      }
      found.append(rows: lengths)
    }
    found.write(to: &out)
    out.append("}\n")
    try out.drainAll()
  }
}

extension SnapshotWriter {
  /// What is learned of settles, as it stands in the head.
  private static func append(
    _ settles: [String: LearnedSettle], _ probes: [SettleProbe], to out: inout OutputBuffer
  ) {
    func append(_ numbers: [Int]) {
      for (index, number) in numbers.enumerated() {
        out.append(index > 0 ? "," : "[")
        out.bytes.append(decimal: number)
      }
    }
    out.append(",\"settles\":[")
    for (index, settle) in settles.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { out.append(",") }
      append([settle.value.recent, settle.value.before, settle.value.since])
      out.append(",")
      out.bytes.append(json: settle.key)
      out.append("]")
    }
    out.append("],\"probes\":[")
    for (index, probe) in probes.enumerated() {
      out.append(index > 0 ? ",{\"row\":" : "{\"row\":")
      out.bytes.append(decimal: Int(probe.target))
      if let dimensions = probe.dimensions {
        out.append(",\"dimensions\":[")
        for (index, dimension) in dimensions.enumerated() {
          if index > 0 { out.append(",") }
          out.bytes.append(json: dimension)
        }
        out.append("]")
      }
      out.append(",\"buckets\":[")
      for (index, bucket) in probe.buckets.enumerated() {
        if index > 0 { out.append(",") }
        append([bucket.start, bucket.arrival, bucket.change, bucket.seen])
        out.append(",")
        if let value = bucket.value { out.bytes.append(shortest: value) } else { out.append("null") }
        out.append("]")
      }
      out.append("]}")
    }
    out.append("]")
  }
}

extension SnapshotWriter {
  /// The series of a row that have no value.
  private static func append(absent: SampleTable, of row: Int, to out: inout OutputBuffer) {
    absent.forEach(target: row) { start, _, dimensions in
      out.append(",[")
      out.bytes.append(decimal: start)
      out.append(",null")
      for dimension in dimensions {
        out.append(",")
        out.bytes.append(json: dimension)
      }
      out.append("]")
    }
  }
}

extension SnapshotWriter {
  /// What Azure refuses, as it stands in the head.
  private static func append(_ refusals: [RememberedRefusal], to out: inout OutputBuffer) {
    out.append(",\"refused\":[")
    for (index, refusal) in refusals.enumerated() {
      out.append(index > 0 ? ",[" : "[")
      for number in [Int(refusal.target), refusal.until, refusal.times] {
        out.bytes.append(decimal: number)
        out.append(",")
      }
      out.bytes.append(json: refusal.outcome.name)
      out.append(",")
      out.bytes.append(json: refusal.code)
      out.append(",")
      out.bytes.append(json: refusal.text)
      out.append("]")
    }
    out.append("]")
  }
}

extension SnapshotWriter {
  /// A resource, with the number of its group.
  private static func append(
    _ resource: FoundResource, of group: Int, isFirst: Bool, to out: inout OutputBuffer
  ) {
    out.append(isFirst ? "\n[" : ",\n[")
    out.bytes.append(decimal: group)
    for text in [resource.id, resource.resourceGroup, resource.region] + resource.details {
      out.bytes.append(UInt8(ascii: ","))
      out.bytes.append(json: text)
    }
    out.append("]")
  }
}

extension FoundGroup {
  /// Places are kept like a group, by a name that none can have.
  static let placesName = ""

  fileprivate init(places: Places) {
    self.init(name: Self.placesName, fingerprint: "", foundAt: places.askedAt, resources: places.resources)
  }
}
