/// The gauges of a StatsD server: what they are after it was given lines, whatever they were before.
package struct StatsDGauges {
  /// What follows a bucket's name: tags of DogStatsD, without the `#`.
  package struct Gauge: Hashable, Sendable {
    package var bucket: String
    package var tags: [String]
  }

  package struct Fault: Error {
    package var line: String
  }

  /// In the order in which each was first set.
  package private(set) var gauges: [Gauge] = []
  package private(set) var values: [Gauge: Double] = [:]
  /// What every gauge was before, so that whoever adds to it shows.
  private static let before = 1e6

  /// - Throws: `Fault` at the first line that is no gauge.
  package init(_ text: String) throws(Fault) {
    for line in text.utf8.split(separator: 0x0A) {
      let line = String(Substring(line))
      // Tags can hold no bar, and a bucket may hold any text.
      let parts = line.utf8.split(separator: 0x7C, omittingEmptySubsequences: false).map { String(Substring($0)) }
      let tagged = parts.last?.hasPrefix("#") == true && parts.dropLast().last == "g"
      let body = tagged ? Array(parts.dropLast()) : parts
      guard body.count >= 2, body.last == "g" else { throw Fault(line: line) }
      let head = body.dropLast().joined(separator: "|")
      guard let colon = head.utf8.lastIndex(of: 0x3A), let number = Double(head[head.utf8.index(after: colon)...])
      else { throw Fault(line: line) }
      let text = head[head.utf8.index(after: colon)...]
      let gauge = Gauge(
        bucket: String(head[..<colon]),
        tags: tagged
          ? (parts.last ?? "").utf8.dropFirst().split(separator: 0x2C).map { String(Substring($0)) } : [])
      if values[gauge] == nil { gauges.append(gauge) }
      let isChange = text.hasPrefix("-") || text.hasPrefix("+")
      values[gauge] = isChange ? (values[gauge] ?? Self.before) + number : number
    }
  }
}
