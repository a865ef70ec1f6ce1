import Testing

/// Samples of a Prometheus text, by name and labels: what a reader of the file would have.
struct Exposed {
  private(set) var values: [String: Double] = [:]

  /// Reads a text strictly; a sample twice, or a line that is none, is an issue of the test.
  init(_ text: String, at place: SourceLocation = #_sourceLocation) {
    #expect(text.isEmpty || text.hasSuffix("\n"), sourceLocation: place)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let match = line.wholeMatch(of: /([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{([\s\S]*)\})? (\S+)/),
        let value = Double(match.3)
      else {
        Issue.record("no sample: \(line)", sourceLocation: place)
        continue
      }
      let labels = String(match.2 ?? "").matches(of: /([a-z_][a-z0-9_]*)="((?:[^"\\]|\\.)*)"/)
        .map { "\($0.1)=\($0.2)" }.sorted()
      let key = Self.key(String(match.1), labels)
      #expect(values.updateValue(value, forKey: key) == nil, "twice: \(key)", sourceLocation: place)
    }
  }

  /// The key of a sample with these labels, each as `name=value`. An empty one is as good as absent.
  static func key(_ name: String, _ labels: [String]) -> String {
    "\(name) \(labels.filter { !$0.hasSuffix("=") }.sorted().joined(separator: ","))"
  }

  /// The one value of a family without labels, or with these.
  subscript(name: String, labels: String...) -> Double? { values[Self.key(name, labels)] }
}
