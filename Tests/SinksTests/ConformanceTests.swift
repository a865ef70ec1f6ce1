import Formats
import Foundation
import OutputReaders
import Testing
import Transport

@testable import Configuration
@testable import Delivery
@testable import Sinks

private typealias Point = HostileEstate.Point

// One estate in every output, read back: each shows the same series with the same labels and values, under the names
// that `jobs/outputs.md` says.

/// How names of metrics are shown where they must be names of Prometheus, and of StatsD.
private let metricsOfPrometheus = [
  "azure cpu.load": "azure_cpu_load", "9lives·é": "_9lives____", "a:b|c@d#e": "a:b_c_d_e",
]
private let metricsOfStatsD = [
  "azure cpu.load": "azure_cpu.load", "9lives·é": "9lives____", "a:b|c@d#e": "a_b_c_d_e",
]
private let labelsOfPrometheus = [
  "Geo/x": "geo_x", "Ünï": "_n__", "__meta": "_meta", "9x": "_9x", "q\"uote\\": "q_uote_", "a b:c": "a_b_c",
  "Operation Name": "operation_name", "Server": "server", "dimension_Server": "dimension_server",
  "cost center": "tag_cost_center", "Team": "tag_team",
]
private let labelsOfDogStatsD = [
  "q\"uote\\": "q_uote_", "a b:c": "a_b_c", "Operation Name": "Operation_Name", "cost center": "tag_cost_center",
  "Team": "tag_Team",
]
private let labelsOfGeneva = ["cost center": "tag_cost center", "Team": "tag_Team"]

extension HostileEstate {
  /// The points with the labels of tags among the others.
  fileprivate var tagged: [Point] {
    zip(points, tags).map { point, tags in
      var point = point
      point.labels.merge(tags) { first, _ in first }
      return point
    }
  }
}

/// Each point once, and none that nobody expects.
private func expectSame(_ found: [Point], _ expected: [Point], at place: SourceLocation = #_sourceLocation) {
  func counts(_ points: [Point]) -> [Point: Int] { points.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
  let (found, expected) = (counts(found), counts(expected))
  #expect(!expected.isEmpty, sourceLocation: place)
  for point in Set(found.keys).union(expected.keys) where found[point] != expected[point] {
    Issue.record(
      "\(point.metric) \(point.labels.sorted { $0.key < $1.key }) at \(point.time ?? -1), \(point.value): there \(found[point] ?? 0) times, expected \(expected[point] ?? 0)",
      sourceLocation: place)
  }
}

@Test(arguments: [false, true]) func prometheusShowsTheEstate(isTimed: Bool) throws {
  let estate = try HostileEstate()
  let text = try PrometheusText(estate.fixture.text(isTimed: isTimed).text)
  #expect(text.samples.allSatisfy { $0.time == (isTimed ? HostileEstate.newest * 1000 : nil) })
  #expect(text.helps["azure_cpu_load"] == " \"CPU\"\r\\n of \\\\ it # HELP x\\n")
  #expect(Set(text.types.values) == ["gauge"] && text.helps.count == 3)
  expectSame(
    text.samples.map { Point(metric: $0.name, labels: $0.labels, value: $0.value) }.withoutBlanks,
    estate.tagged.newest.renamed(metrics: metricsOfPrometheus, labels: labelsOfPrometheus).withoutBlanks)
}

/// What only differs by case is one series then, as in Promitor: node_exporter refuses the second of two.
@Test func loweredValuesAreNoSeriesTwice() throws {
  var fixture = try HostileEstate().fixture
  let all = try PrometheusText(fixture.text().text).samples.count
  fixture.settings.lowercaseValues = true
  let text = try PrometheusText(fixture.text().text)
  #expect(
    text.samples.count == all - 1 && text.samples.allSatisfy { $0.labels.values.allSatisfy { $0 == $0.lowercased() } })
}

@Test(arguments: OTLPReceiver.Encoding.allCases) func collectorsGetTheEstate(encoding: OTLPReceiver.Encoding) throws {
  let estate = try HostileEstate()
  let points = estate.fixture.points()
  let text = try estate.fixture.text {
    try OTLPDocument(points, labels: LabelShapes(points.plan), version: "1").write(to: $0)
  }
  let receiver = OTLPReceiver(address: "http://collector", encoding: encoding, compresses: false)
  let requests = try receiver.bodies(Array(text.utf8)).map { try receiver.request($0).body }
  let found =
    switch encoding {
    case .json: try OTLPPoint.points(inJSON: requests.map { String(decoding: $0, as: UTF8.self) })
    case .protobuf: try OTLPPoint.points(inProtobuf: requests)
    case .grpc: try OTLPPoint.points(inProtobuf: requests.map { Array($0.dropFirst(5)) })
    }
  expectSame(
    found.map { Point(metric: $0.metric, labels: $0.attributes, time: $0.time, value: $0.value) },
    estate.points.withoutBlanks)
  // Of which resource each is: its tags are there, and nowhere else.
  let ownTags = zip(estate.points, estate.tags).map { point, tags in
    [point.labels["resource_uri"] ?? "": tags.filter { !$0.value.isEmpty }]
  }
  let foundTags = found.map { point in
    let tags = point.resource.filter { $0.key.hasPrefix("azure.tag.") }
    #expect(point.resource["cloud.resource_id"] == "/" + (point.attributes["resource_uri"] ?? ""))
    #expect(point.resource["cloud.account.id"] == "S" && point.resource["azure.resource_group.name"] == "G")
    return [
      point.attributes["resource_uri"] ?? "":
        Dictionary(uniqueKeysWithValues: tags.map { (String($0.key.dropFirst(10)), $0.value) })
    ]
  }
  #expect(Set(foundTags) == Set(ownTags))
}

/// A system metric for each series, chosen by its labels.
@Test func aStatusPageShowsTheEstate() throws {
  let estate = try HostileEstate()
  let points = estate.fixture.points()
  let position = SourcePosition(file: "", line: 1, column: 1)
  var expected: [StatusPoint] = []
  var mappings: [RuntimeSettings.StatuspageSettings.Mapping] = []
  for point in estate.tagged.renamed(metrics: [:], labels: labelsOfGeneva) {
    // Not that of the tags, which a resource of no list has not.
    let labels = point.labels
    let number =
      mappings.firstIndex { $0.metric == point.metric && $0.labels == labels } ?? mappings.count
    if number == mappings.count {
      var mapping = RuntimeSettings.StatuspageSettings.Mapping(
        id: "\(number)", metric: point.metric, position: position)
      mapping.labels = labels
      mappings.append(mapping)
    }
    expected.append(StatusPoint(id: "\(number)", time: point.time ?? 0, value: point.value))
  }
  let settings = RuntimeSettings.StatuspageSettings(pageID: "p", mappings: mappings, position: position)
  let text = try estate.fixture.text {
    try StatuspageDocument(points, labels: LabelShapes(points.plan), settings: settings).write(to: $0)
  }
  let found = try StatusPoint.points(in: [text])
  #expect(Set(found) == Set(expected) && found.count == expected.count)
}

extension HostileEstate {
  fileprivate func gauges(_ settings: RuntimeSettings.StatsDSettings) throws -> StatsDGauges {
    let points = fixture.points()
    let text = try fixture.text {
      try StatsDLines(points, labels: LabelShapes(points.plan), settings: settings).write(to: $0)
    }
    // As they arrive, in whatever datagrams.
    let datagrams = StatsDReceiver.datagrams(Array(text.utf8))
    return try StatsDGauges(datagrams.map { String(decoding: $0, as: UTF8.self) }.joined())
  }
}

/// Without labels the last series of a metric is what a gauge shows.
@Test func statsDShowsTheEstate() throws {
  let estate = try HostileEstate()
  let found = try estate.gauges(.init())
  var expected: [String: Double] = [:]
  for point in estate.points.newest.renamed(metrics: metricsOfStatsD, labels: [:]) {
    expected[point.metric] = point.value
  }
  #expect(found.gauges.allSatisfy { $0.tags.isEmpty })
  #expect(Dictionary(uniqueKeysWithValues: found.values.map { ($0.key.bucket, $0.value) }) == expected)
}

@Test func dogStatsDShowsTheEstate() throws {
  let estate = try HostileEstate()
  var settings = RuntimeSettings.StatsDSettings()
  settings.hasTags = true
  let found = try estate.gauges(settings).values.map { gauge, value in
    let tags = gauge.tags.map { tag in
      let parts = tag.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), String(parts.last ?? ""))
    }
    return Point(metric: gauge.bucket, labels: Dictionary(uniqueKeysWithValues: tags), value: value)
  }
  let expected = estate.tagged.newest.renamed(metrics: metricsOfStatsD, labels: labelsOfDogStatsD).withoutBlanks
  expectSame(
    found,
    expected.map { point in
      var point = point
      point.labels = point.labels.mapValues { text in
        // What has a meaning in a line.
        String(
          String.UnicodeScalarView(
            text.unicodeScalars.map { $0.value < 0x20 || "|,#".unicodeScalars.contains($0) ? "_" : $0 }))
      }
      return point
    })
}

@Test func genevaShowsTheEstate() throws {
  struct Bucket: Decodable {
    var Account, Namespace, Metric: String
    var Dims: [String: String]
  }
  let estate = try HostileEstate()
  let found = try estate.gauges(.init(geneva: .init(account: "A", namespace: "N"))).values.map { gauge, value in
    let bucket = try JSONDecoder().decode(Bucket.self, from: Data(gauge.bucket.utf8))
    #expect(bucket.Account == "A" && bucket.Namespace == "N" && gauge.tags.isEmpty)
    return Point(metric: bucket.Metric, labels: bucket.Dims, value: value)
  }
  // Geneva takes whole numbers alone, as far as they go.
  let expected = estate.tagged.newest.renamed(metrics: [:], labels: labelsOfGeneva).compactMap { point -> Point? in
    var point = point
    point.value = point.value.rounded(.toNearestOrAwayFromZero)
    return point.value.magnitude < 9e18 ? point : nil
  }
  expectSame(found.withoutBlanks, expected.withoutBlanks)
}
