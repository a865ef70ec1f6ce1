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
    if settings.geneva == nil, !settings.hasTags { return try writePlain(to: out) }
    var out = out
    var hasLine = false
    var bucket: [UInt8] = []
    var tags: [UInt8] = []
    var usedShape = -1
    var openings: [[UInt8]] = []
    var rendered = RenderedLabels(resources: settings.hasTags ? points.plan.resources.count : 0)
    let geneva = settings.geneva
    for metric in points.plan.metrics {
      let opening = opening(of: metric)
      let prefix = settings.prefix.map { Self.name("", prefix: $0, keepsDots: settings.keepsPrefixDots) } ?? []
      for target in metric.targets {
        let number = Int(labels.shapeOfTarget[target])
        let shape = labels.shapes[number].attributes
        if number != usedShape {
          usedShape = number
          openings = shape.map { Self.tagOpening($0.name) }
          rendered.use(openings, shape.map(\.source))
        }
        let place = Int(points.plan.targets[target].resource)
        try points.forEachNewest(target: target) { _, value, dimensions in
          if let geneva {
            // Geneva takes whole numbers; what is beyond them is nothing that it could show.
            guard let whole = Int(exactly: value.rounded(.toNearestOrAwayFromZero)) else { return }
            bucket.removeAll(keepingCapacity: true)
            bucket += prefix
            geneva.bucket(
              metric.declaration.name,
              shape.map { ($0.name, $0.source.value(points.plan.resources[place], dimensions)) }, &bucket)
            bucket.append(UInt8(ascii: ":"))
            Self.line(bucket, Double(whole), [], to: &out.bytes)
          } else {
            tags.removeAll(keepingCapacity: true)
            // Without dimensions all series of the resource have the same tags.
            if rendered.isPlain, !rendered.blocks.lacks(place) {
              rendered.blocks.append(place, to: &tags)
            } else {
              for (opening, label) in zip(openings, shape) {
                Self.tag(opening, label.source.value(points.plan.resources[place], dimensions), to: &tags)
              }
              if rendered.isPlain {
                rendered.blocks.append(tags)
                rendered.blocks.end(place)
              }
            }
            Self.line(opening, value, tags, to: &out.bytes)
          }
          hasLine = true
          try out.drainIfFull()
        }
      }
    }
    try out.drainAll()
    return hasLine
  }

  /// Lines without labels are little more than their numbers, so what ends one and begins the next is one piece.
  private func writePlain(to out: consuming OutputBuffer) throws -> Bool {
    var out = out
    var hasLine = false
    let ending = Array("|g\n".utf8)
    for metric in points.plan.metrics {
      let opening = opening(of: metric)
      let next = ending + opening
      let longest = 2 * next.count + 1 + OutputSpan<UInt8>.longestNumber
      for target in metric.targets {
        try points.forEachNewest(target: target) { _, value, _ in
          out.bytes.append(addingCapacity: longest) { text in
            if hasLine { text.append(copying: next) } else { text.append(copying: opening) }
            if value < 0 {
              text.append(UInt8(ascii: "0"))
              text.append(copying: next)
            }
            // A zero has no sign.
            text.append(shortest: value == 0 ? 0 : value)
          }
          hasLine = true
          try out.drainIfFull()
        }
      }
    }
    if hasLine { out.bytes += ending }
    try out.drainAll()
    return hasLine
  }

  /// What stands before the values of a metric.
  private func opening(of metric: PlannedMetric) -> [UInt8] {
    Self.name(metric.declaration.name, prefix: settings.prefix, keepsDots: settings.keepsPrefixDots)
      + [UInt8(ascii: ":")]
  }

  /// - `opening`: what stands before the value, with its colon.
  private static func line(_ opening: [UInt8], _ value: Double, _ tags: [UInt8], to out: inout [UInt8]) {
    if value < 0 { gauge(opening, 0, tags, to: &out) }
    // A zero has no sign.
    gauge(opening, value == 0 ? 0 : value, tags, to: &out)
  }

  private static func gauge(_ opening: [UInt8], _ value: Double, _ tags: [UInt8], to out: inout [UInt8]) {
    out += opening
    out.append(shortest: value)
    out.append(UInt8(ascii: "|"))
    out.append(UInt8(ascii: "g"))
    if !tags.isEmpty { out += tags }
    out.append(UInt8(ascii: "\n"))
  }

  /// What stands before the value of a tag; `name` is a JSON text.
  private static func tagOpening(_ name: [UInt8]) -> [UInt8] {
    var opening: [UInt8] = []
    var rest = name.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      opening.append(hasMeaning(byte) || ":\\ ".utf8.contains(byte) ? UInt8(ascii: "_") : byte)
      // What JSON escapes is one character: `\"`, `\n`, `\u001f`.
      if byte == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "u") { rest = rest.dropFirst(4) }
    }
    return opening + [UInt8(ascii: ":")]
  }

  /// Appends a tag. What has a meaning in a line is `_`; a tag without a value is none.
  private static func tag(_ opening: [UInt8], _ value: String, to tags: inout [UInt8]) {
    if value.isEmpty { return }
    if tags.isEmpty {
      tags.append(UInt8(ascii: "|"))
      tags.append(UInt8(ascii: "#"))
    } else {
      tags.append(UInt8(ascii: ","))
    }
    tags += opening
    let start = tags.count
    tags += value.utf8
    var place = start
    while place < tags.count {
      if hasMeaning(tags[place]) { tags[place] = UInt8(ascii: "_") }
      place &+= 1
    }
  }

  private static func hasMeaning(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "#")
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
