/// A text of Prometheus as a strict reader takes it, character by character.
package struct PrometheusText {
  package struct Sample: Hashable, Sendable {
    package var name: String
    package var labels: [String: String]
    package var value: Double
    /// In milliseconds since 1970 UTC.
    package var time: Int?

    package init(name: String, labels: [String: String], value: Double) {
      self.name = name
      self.labels = labels
      self.value = value
    }
  }

  package struct Fault: Error {
    package var line: Int
    package var text: String
  }

  package private(set) var samples: [Sample] = []
  /// By the family's name, as written.
  package private(set) var helps: [String: String] = [:]
  package private(set) var types: [String: String] = [:]

  /// - Throws: `Fault` at the first line that node_exporter or Prometheus would not take as it is meant.
  package init(_ text: String) throws(Fault) {
    var family = ""
    var names: Set<String> = []
    var seen: Set<Sample> = []
    for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      func fault(_ text: String) -> Fault { Fault(line: number + 1, text: "\(text): \(Substring(line))") }
      if line.isEmpty { continue }
      if line.starts(with: "# ".utf8) {
        let parts = line.split(separator: 0x20, maxSplits: 3).map { String(Substring($0)) }
        guard parts.count == 4 else { throw fault("a comment that says nothing") }
        switch parts[1] {
        case "HELP":
          guard helps.updateValue(parts[3], forKey: parts[2]) == nil else { throw fault("a second HELP") }
          family = parts[2]
          names = []
        case "TYPE":
          guard types.updateValue(parts[3], forKey: parts[2]) == nil, parts[2] == family else {
            throw fault("TYPE is not behind its HELP")
          }
        default: throw fault("an unknown comment")
        }
        continue
      }
      var rest = Substring(line)
      guard let sample = Self.sample(&rest), rest.isEmpty else { throw fault("no sample") }
      let suffixes = types[family] == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
      guard suffixes.contains(where: { family + $0 == sample.name }), types[family] != nil else {
        throw fault("a sample outside its family")
      }
      let own = Set(sample.labels.keys)
      if types[family] != "histogram", !names.isEmpty, own != names { throw fault("other labels than before") }
      names = own
      var key = sample
      (key.value, key.time) = (0, nil)
      guard seen.insert(key).inserted else { throw fault("a series twice") }
      samples.append(sample)
    }
    if !text.isEmpty, text.utf8.last != 0x0A { throw Fault(line: 0, text: "the last line has no end") }
  }

  private static func sample(_ rest: inout Substring) -> Sample? {
    guard let name = name(&rest, colons: true) else { return nil }
    var sample = Sample(name: name, labels: [:], value: 0)
    if rest.first == "{" {
      repeat {
        rest.removeFirst()
        guard let label = self.name(&rest, colons: false), !label.hasPrefix("__"), take("=\"", &rest),
          let value = value(&rest), sample.labels.updateValue(value, forKey: label) == nil
        else { return nil }
      } while rest.first == ","
      guard take("}", &rest) else { return nil }
    }
    guard take(" ", &rest) else { return nil }
    let parts = rest.split(separator: " ", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, let value = Double(parts[0]) else { return nil }
    sample.value = value
    if parts.count == 2 {
      guard let time = Int(parts[1]) else { return nil }
      sample.time = time
    }
    rest = ""
    return sample
  }

  private static func name(_ rest: inout Substring, colons: Bool) -> String? {
    let name = rest.utf8.prefix { byte in
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || colons && byte == 0x3A
    }
    guard let first = name.first, first &- 0x30 >= 10 else { return nil }
    rest = rest[name.endIndex...]
    return String(Substring(name))
  }

  /// The value of a label, up to the quote behind it.
  private static func value(_ rest: inout Substring) -> String? {
    var bytes: [UInt8] = []
    var all = rest.utf8
    while let byte = all.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        rest = Substring(all)
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        switch all.popFirst() {
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case let escaped? where escaped == UInt8(ascii: "\\") || escaped == UInt8(ascii: "\""): bytes.append(escaped)
        default: return nil
        }
      default: bytes.append(byte)
      }
    }
    return nil
  }

  private static func take(_ text: String, _ rest: inout Substring) -> Bool {
    guard rest.utf8.starts(with: text.utf8) else { return false }
    rest = Substring(rest.utf8.dropFirst(text.utf8.count))
    return true
  }
}
