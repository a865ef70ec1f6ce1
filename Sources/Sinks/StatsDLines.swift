package import Configuration
package import Formats
internal import Model
internal import Planning

/// The newest points of a pass as gauges of StatsD, a line each; the receiver keeps a gauge until it gets another.
///
/// A value below zero is two lines, the first of which sets the gauge to 0: StatsD takes a sign for an addition. The two
/// belong into one datagram. Source: the StatsD protocol, and Promitor's formats `Default` and `Geneva`; tags as in
/// DogStatsD's datagrams.
package struct StatsDLines {
  private let points: NewPoints
  private let labels: LabelShapes
  private let settings: RuntimeSettings.StatsDSettings

  package init(_ points: NewPoints, labels: LabelShapes, settings: RuntimeSettings.StatsDSettings) {
    self.points = points
    self.labels = labels
    self.settings = settings
  }

  /// Writes the lines; whether there is one.
  package func write(to out: consuming OutputBuffer) throws -> Bool {
    var out = out
    var hasLine = false
    var bucket: [UInt8] = []
    var tags: [UInt8] = []
    for metric in points.plan.metrics {
      let name = Self.name(metric.declaration.name, prefix: settings.prefix, keepsDots: settings.keepsPrefixDots)
      for target in metric.targets {
        let shape = labels.shapes[Int(labels.shapeOfTarget[target])].attributes
        let resource = points.plan.resources[Int(points.plan.targets[target].resource)]
        try points.forEachNewest(target: target) { _, value, dimensions in
          guard let geneva = settings.geneva else {
            if settings.hasTags {
              tags.removeAll(keepingCapacity: true)
              for label in shape { Self.tag(label.name, label.source.value(resource, dimensions), to: &tags) }
            }
            Self.line(name, value, tags, to: &out.bytes)
            hasLine = true
            return try out.drainIfFull()
          }
          // Geneva takes whole numbers; what is beyond them is nothing that it could show.
          guard let whole = Int(exactly: value.rounded(.toNearestOrAwayFromZero)) else { return }
          bucket.removeAll(keepingCapacity: true)
          geneva.bucket(
            metric.declaration.name, shape.map { ($0.name, $0.source.value(resource, dimensions)) }, &bucket)
          if let prefix = settings.prefix {
            bucket.insert(contentsOf: Self.name("", prefix: prefix, keepsDots: settings.keepsPrefixDots), at: 0)
          }
          Self.line(bucket, Double(whole), [], to: &out.bytes)
          hasLine = true
          try out.drainIfFull()
        }
      }
    }
    try out.drainAll()
    return hasLine
  }

  private static func line(_ bucket: [UInt8], _ value: Double, _ tags: [UInt8], to out: inout [UInt8]) {
    if value < 0 {
      out += bucket
      out += ":0|g".utf8
      out += tags
      out.append(UInt8(ascii: "\n"))
    }
    out += bucket
    out.append(UInt8(ascii: ":"))
    // A zero has no sign.
    out.append(shortest: value == 0 ? 0 : value)
    out += "|g".utf8
    out += tags
    out.append(UInt8(ascii: "\n"))
  }

  /// Appends a tag; `name` is a JSON text. What has a meaning in a line is `_`; a tag without a value is none.
  private static func tag(_ name: [UInt8], _ value: String, to tags: inout [UInt8]) {
    if value.isEmpty { return }
    func safe(_ byte: UInt8) -> UInt8 { byte < 0x20 || "|,#".utf8.contains(byte) ? UInt8(ascii: "_") : byte }
    tags += tags.isEmpty ? "|#".utf8 : ",".utf8
    for byte in name.dropFirst().dropLast() {
      tags.append(":\\\" ".utf8.contains(byte) ? UInt8(ascii: "_") : safe(byte))
    }
    tags.append(UInt8(ascii: ":"))
    for byte in value.utf8 { tags.append(safe(byte)) }
  }

  /// A name that no receiver takes for anything else: what has a meaning in a line, and what receivers remove, is `_`.
  private static func name(_ name: String, prefix: String?, keepsDots: Bool) -> [UInt8] {
    func safe(_ text: some Sequence<UInt8>) -> [UInt8] {
      text.map { byte in
        let isKept = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "_.-".utf8.contains(byte)
        return isKept ? byte : UInt8(ascii: "_")
      }
    }
    guard let prefix else { return safe(name.utf8) }
    var start = safe(prefix.utf8)
    while !keepsDots, start.last == UInt8(ascii: ".") { start.removeLast() }
    return start + [UInt8(ascii: ".")] + safe(name.utf8)
  }
}

extension RuntimeSettings.Geneva {
  /// Appends what stands before the value. `labels` have their names as JSON texts.
  fileprivate func bucket(_ metric: String, _ labels: [(name: [UInt8], value: String)], _ out: inout [UInt8]) {
    out += "{\"Account\":".utf8
    out.append(json: account)
    out += ",\"Namespace\":".utf8
    out.append(json: namespace)
    out += ",\"Metric\":".utf8
    out.append(json: metric)
    out += ",\"Dims\":{".utf8
    for (index, label) in labels.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      out += label.name
      out.append(UInt8(ascii: ":"))
      out.append(json: label.value)
    }
    out += "}}".utf8
  }
}
