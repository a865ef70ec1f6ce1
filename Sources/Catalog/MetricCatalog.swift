import Model

/// The metrics that Azure Monitor has for each ARM type, as Microsoft lists them: what is known of metrics without
/// asking Azure. What is newer than `date`, or of a type that is not there, may exist all the same.
///
/// A look-up reads the lines of the type that is asked for, and only those.
package enum MetricCatalog {
  /// The day of Microsoft's table, such as `2024-11-20`.
  package static var date: String { MetricCatalogData.date }

  /// Every ARM type of the table, lower-cased, in order.
  package static var types: [String] {
    let text = MetricCatalogData.text
    let bytes = text.utf8.span
    var types: [String] = []
    var start = typeLine(from: 0, in: bytes)
    while start < bytes.count {
      let end = lineEnd(from: start, in: bytes)
      types.append(String(slice(start..<end, of: text)))
      start = typeLine(from: end, in: bytes)
    }
    return types
  }

  /// The metrics of an ARM type (`Microsoft.KeyVault/vaults`, in any case) in the order of their names; nil where the
  /// table does not have the type.
  package static func metrics(of armType: String) -> [KnownMetric]? {
    let text = MetricCatalogData.text
    guard let lines = lines(of: Array(armType.lowercased().utf8), in: text.utf8.span) else { return nil }
    var metrics: [KnownMetric] = []
    var shared: Shared?
    for line in slice(lines, of: text).utf8.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: "-") {
        shared = Shared(Substring(line.dropFirst()))
      } else if let shared {
        metrics.append(shared.metric(named: String(Substring(line.dropFirst()))))
      }
    }
    return metrics.map { ($0.name.lowercased(), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// What the metrics behind a line that begins with `-` have in common.
  private struct Shared {
    let unit: String
    let aggregation: Aggregation
    let grain: Int
    let dimensions: [String]

    init?(_ line: Substring) {
      let words = line.split(separator: " ", maxSplits: 3)
      guard words.count >= 3, let grain = Int(words[2]),
        let aggregation = Aggregation.allCases.first(where: { $0.name == words[1] })
      else { return nil }
      unit = String(words[0])
      self.aggregation = aggregation
      self.grain = grain
      dimensions = words.count < 4 ? [] : words[3].split(separator: ",").map(String.init)
    }

    func metric(named name: String) -> KnownMetric {
      KnownMetric(name, unit: unit, primaryAggregation: aggregation, shortestGrain: grain, dimensions: dimensions)
    }
  }

  /// Where the lines of a type stand, behind the line of its name. Bisects: the lines of types are in their order.
  private static func lines(of type: [UInt8], in bytes: borrowing Span<UInt8>) -> Range<Int>? {
    var (low, high) = (0, bytes.count)
    while low < high {
      let middle = low + (high - low) / 2
      let start = typeLine(from: middle, in: bytes)
      guard start < high else {
        high = middle
        continue
      }
      let end = lineEnd(from: start, in: bytes)
      var at = 0
      while at < type.count, start + at < end, type[at] == bytes[start + at] { at += 1 }
      if at == type.count, start + at == end { return end..<typeLine(from: end, in: bytes) }
      let isBefore = at == type.count || start + at < end && type[at] < bytes[start + at]
      if isBefore { high = middle } else { low = end }
    }
    return nil
  }

  /// The start of the first line at or behind a place that names a type; the end of the text where there is none.
  private static func typeLine(from place: Int, in bytes: borrowing Span<UInt8>) -> Int {
    var at = place
    while at < bytes.count {
      if at == 0 || bytes[at - 1] == UInt8(ascii: "\n"), bytes[at] >= UInt8(ascii: "a") { return at }
      at += 1
    }
    return at
  }

  private static func lineEnd(from place: Int, in bytes: borrowing Span<UInt8>) -> Int {
    var at = place
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    return at
  }

  private static func slice(_ range: Range<Int>, of text: String) -> Substring {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: range.count)]
  }
}
