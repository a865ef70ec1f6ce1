import Model
import Planning
import Testing

@testable import Configuration

/// An estate with whatever has a meaning in one of the outputs, and the series that each of them must show.
struct HostileEstate {
  /// Everything that ends a text, a line or a list somewhere.
  static let text = "a\"b\\c\nd\re\tf|g,h#i:j=k{l} 'm' \u{0}\u{1F}\u{7F}é😀\u{2028}:0|g\\"
  /// The start of the newest bucket, as `Fixture` has it, and of one before it.
  static let newest = 60, before = 0

  /// What one output says of a point.
  struct Point: Hashable {
    var metric: String
    var labels: [String: String]
    /// In seconds since 1970 UTC; nil where the output has no times.
    var time: Int?
    var value: Double
  }

  private(set) var fixture = Fixture()
  /// Every new point in the plan's order, with the labels that outputs have under their declared names; those of
  /// tags not among them.
  private(set) var points: [Point] = []
  /// The labels of each point's resource that come from tags, by the names of the tags.
  private(set) var tags: [[String: String]] = []

  init() throws {
    fixture.plan.labels.tags = ["cost center", "Team"]
    try add(
      "azure cpu.load", help: " \"CPU\"\r\n of \\ it # HELP x\n",
      labels: [
        // Those of the metric, the last of them on a name that is taken, and one that all metrics have.
        ("Geo/x", Self.text), ("Ünï", "ä"), ("__meta", " "), ("9x", "9"), ("q\"uote\\", "q"), ("a b:c", "c"),
        ("instance_name", "taken"), ("env", "prod"),
      ],
      expected: [
        "Geo/x": Self.text, "Ünï": "ä", "__meta": " ", "9x": "9", "q\"uote\\": "q", "a b:c": "c", "env": "prod",
      ],
      series: [[([], -0.5)], [], [([], 0.30000000000000004)], [([], .leastNonzeroMagnitude)]], late: [(2, -7, [])])
    try add(
      "9lives·é", dimensions: ["Operation Name", "Server"], expected: [:],
      series: [
        [(["GET", "a"], 1), (["get", "a"], -2), (["", Self.text], 1e300), (["GET", ""], 0)], [(["GET", "a"], 4)], [],
        [([Self.text, "b"], 9_007_199_254_740_991), (["PUT", "b"], -1e18)],
      ], late: [(0, 2.5, ["GET", "a"]), (1, 1e-7, ["LATE", "a"])])
    try add("a:b|c@d#e", labels: [("env", "")], expected: ["env": ""], series: [[([], 3)], [], [], []])
  }

  /// Adds a metric of the estate's resources, each with its series in the newest bucket.
  private mutating func add(
    _ name: String, help: String = "", labels: [(name: String, value: String)] = [], dimensions: [String] = [],
    expected own: [String: String], series: [[(dimensions: [String], value: Double)]],
    late: [(resource: Int, value: Double, dimensions: [String])] = []
  ) throws {
    let resources = Self.resources
    let first = fixture.plan.targets.count
    try fixture.add(
      name, help: help, labels: labels, dimensions: dimensions, resources: resources,
      values: series.map { $0.first.map { ($0.value, $0.dimensions) } })
    for (index, resource) in resources.enumerated() {
      for more in series[index].dropFirst() {
        fixture.samples.append((first + index, more.value, more.dimensions))
      }
      let early = late.filter { $0.resource == index }.map { (Self.before, $0.value, $0.dimensions) }
      for (start, value, values) in early { fixture.late.append((first + index, start, value, values)) }
      var labels = own.merging([
        "resource_group": "G", "subscription_id": "S", "tenant_id": "T", "resource_uri": resource.id.text,
        "instance_name": resource.name,
      ]) { $1 }
      for label in resource.labels { labels[label.name] = label.value }
      for (start, value, values) in early + series[index].map({ (Self.newest, $0.value, $0.dimensions) }) {
        var labels = labels
        for (dimension, text) in zip(dimensions, values) {
          labels[labels[dimension.lowercased()] == nil ? dimension : "dimension_\(dimension)"] = text
        }
        points.append(Point(metric: name, labels: labels, time: start, value: value))
        tags.append(Dictionary(uniqueKeysWithValues: zip(fixture.plan.labels.tags, resource.details)))
      }
    }
  }

  /// With a label of their type and without, with tags and without.
  private static let resources = [
    resource("db1", labels: [("server", "srv\"1")], details: ["4\"2|", text]), resource("vault", type: "KeyVault"),
    resource(text, labels: [("server", "")], details: ["", "ops"]), resource("DB1", type: "KeyVault"),
  ]
}

extension [HostileEstate.Point] {
  /// Those of the newest bucket, for outputs that show no other, without their times.
  var newest: Self {
    filter { $0.time == HostileEstate.newest }.map { point in
      var point = point
      point.time = nil
      return point
    }
  }

  /// With other names of metrics and labels; what is not in a table keeps its name.
  func renamed(metrics: [String: String], labels: [String: String]) -> Self {
    map { point in
      var point = point
      point.metric = metrics[point.metric] ?? point.metric
      point.labels = Dictionary(uniqueKeysWithValues: point.labels.map { (labels[$0.key] ?? $0.key, $0.value) })
      return point
    }
  }

  /// Without labels that say nothing, which is as good as not having them.
  var withoutBlanks: Self {
    map { point in
      var point = point
      point.labels = point.labels.filter { !$0.value.isEmpty }
      return point
    }
  }
}
