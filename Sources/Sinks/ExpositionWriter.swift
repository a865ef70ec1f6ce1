internal import Formats

/// Writes the Prometheus text format 0.0.4 within what the textfile collector of node_exporter accepts: no
/// blank behind a value, one HELP and one TYPE a family, and timestamps only where they are asked for.
struct ExpositionWriter: ~Copyable {
  private var out: OutputBuffer
  /// How many samples were written.
  private(set) var samples = 0
  /// What ends the labels of a sample that has some, and of one that has none of its own.
  let closing, closingAlone: [UInt8]

  /// - `shard`: a label `shard` behind the others of every sample; nil for none.
  init(_ out: consuming OutputBuffer, shard: Int? = nil) {
    self.out = out
    let label = shard.map { "shard=\"\($0)\"} " }
    closing = Array("\"\(label.map { "," + $0 } ?? "} ")".utf8)
    closingAlone = Array((label.map { "{" + $0 } ?? " ").utf8)
  }

  /// Begins a family, of gauges where nothing else is said. A blank help would make node_exporter invent one that differs by file.
  mutating func family(_ name: String, help: String, type: StaticString = "gauge") throws {
    out.append("# HELP ")
    out.append(text: name)
    out.append(" ")
    let text = help.contains { !$0.isWhitespace } ? help : "No description"
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): out.append("\\\\")
      case UInt8(ascii: "\n"): out.append("\\n")
      default: out.bytes.append(byte)
      }
    }
    out.append("\n# TYPE ")
    out.append(text: name)
    out.append(" ")
    out.append(type)
    out.append("\n")
    try out.drainIfFull()
  }

  /// Begins a sample.
  mutating func sample(_ name: [UInt8]) {
    out.bytes.append(contentsOf: name)
    samples += 1
  }

  /// Adds a label. `opening` is what comes before the value: `{name="` for the first, `",name="` for the others.
  mutating func label(_ opening: [UInt8], _ value: String) {
    out.bytes.append(contentsOf: opening)
    appendEscaped(value)
  }

  /// Adds the labels of a number.
  mutating func labels(of number: Int, in blocks: borrowing LabelBlocks) {
    blocks.append(number, to: &out.bytes)
  }

  /// Ends a sample with what is rendered already, up to its line break.
  mutating func end(_ tail: [UInt8]) throws {
    out.bytes.append(contentsOf: tail)
    try out.drainIfFull()
  }

  /// Ends a sample that has labels (`hasLabels`) with its value, and its time in seconds since 1970 UTC if it has one.
  mutating func value(_ value: Double, hasLabels: Bool, at seconds: Int? = nil) throws {
    let closing = hasLabels ? closing : closingAlone
    out.bytes.append(addingCapacity: closing.count + 2 * OutputSpan<UInt8>.longestNumber + 2) { text in
      text.append(copying: closing)
      if value.isFinite {
        text.append(shortest: value)
      } else if value.isNaN {
        text.append("NaN")
      } else if value > 0 {
        text.append("+Inf")
      } else {
        text.append("-Inf")
      }
      if let seconds {
        text.append(UInt8(ascii: " "))
        text.append(decimal: seconds * 1000)
      }
      text.append(UInt8(ascii: "\n"))
    }
    try out.drainIfFull()
  }

  mutating func finish() throws {
    try out.drainAll()
  }

  /// What stands before the values of labels with these names, in order.
  static func openings(_ names: [String]) -> [[UInt8]] {
    names.enumerated().map { Array("\($0.offset == 0 ? "{" : "\",")\($0.element)=\"".utf8) }
  }

  private mutating func appendEscaped(_ value: String) { Self.append(escaped: value, to: &out.bytes) }

  /// Appends the value of a label.
  static func append(escaped value: String, to bytes: inout [UInt8]) {
    var value = value
    value.makeContiguousUTF8()
    let text = value.utf8.span
    var start = 0
    // What must be escaped here is among what JSON's scan stops at, eight bytes at a time.
    var at = text.firstSpecial(from: 0)
    while at < text.count {
      let escaped: StaticString? =
        switch text[at] {
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\n"): "\\n"
        default: nil
        }
      if let escaped {
        bytes.append(copying: text.extracting(start..<at))
        escaped.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        start = at + 1
      }
      at = text.firstSpecial(from: at + 1)
    }
    bytes.append(copying: text.extracting(start..<text.count))
  }
}
