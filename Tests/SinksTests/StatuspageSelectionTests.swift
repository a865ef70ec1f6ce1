import Formats
import Model
import Testing

@testable import Configuration
@testable import Sinks

private typealias Aggregate = RuntimeSettings.StatuspageSettings.Aggregate

/// What a page shows of three databases with the values 1, 2 and 6, or with none.
private func page(
  _ values: [(Double, [String])?] = [(1, []), (2, []), (6, [])], aggregate: Aggregate?, labels: [String: String] = [:],
  scale: Double = 1, dimensions: [String] = [], outcomes: [Int: Outcome] = [:],
  earlier: [(target: Int, start: Int, value: Double)] = []
) throws -> String {
  var fixture = Fixture()
  try fixture.add(
    "cpu", dimensions: dimensions,
    resources: values.indices.map { resource("db\($0)", labels: [("server", $0 < 2 ? "one" : "two")]) }, values: values)
  for (target, outcome) in outcomes { fixture.outcomes[target] = outcome }
  let position = SourcePosition(file: "", line: 1, column: 1)
  var mapping = RuntimeSettings.StatuspageSettings.Mapping(id: "sys", metric: "cpu", position: position)
  (mapping.aggregate, mapping.labels, mapping.scale) = (aggregate, labels, scale)
  let points = fixture.points(earlier: earlier)
  let settings = RuntimeSettings.StatuspageSettings(pageID: "p", mappings: [mapping], position: position)
  return try fixture.text {
    try StatuspageDocument(points, labels: LabelShapes(points.plan), settings: settings).write(to: $0)
  }
}

private func body(_ points: (time: Int, value: String)...) -> String {
  let all = points.map { "{\"timestamp\":\($0.time),\"value\":\($0.value)}" }
  return all.isEmpty ? "" : "{\"data\":{\"sys\":[\(all.joined(separator: ","))]}}\n"
}

@Test(arguments: [(Aggregate.avg, "3"), (.sum, "9"), (.min, "1"), (.max, "6"), (nil, "6")])
private func severalSeriesBecomeOneValue(aggregate: Aggregate?, value: String) throws {
  #expect(try page(aggregate: aggregate) == body((60, value)))
}

@Test func labelsChooseAndScaleMultiplies() throws {
  #expect(try page(aggregate: .sum, labels: ["server": "one"], scale: 0.5) == body((60, "1.5")))
  #expect(try page(aggregate: nil, labels: ["instance_name": "db1", "server": "one"]) == body((60, "2")))
  #expect(try page(aggregate: .sum, labels: ["server": "three"]) == body())
  #expect(try page(aggregate: .sum, labels: ["nobody": ""]) == body())
  #expect(try page(aggregate: .sum, scale: .greatestFiniteMagnitude) == body(), "JSON has no infinity")
}

@Test func dimensionsAreLabels() throws {
  let values: [(Double, [String])?] = [(1, ["a"]), (2, ["b"]), (6, ["a"])]
  #expect(try page(values, aggregate: .sum, labels: ["Api": "a"], dimensions: ["Api"]) == body((60, "7")))
}

/// An aggregate of some of the resources is a wrong value, and replaces a right one.
@Test func anAggregateIsOfAllOrNone() throws {
  let values: [(Double, [String])?] = [(1, []), (2, []), nil]
  #expect(try page(values, aggregate: .sum) == body((60, "3")), "the third says that it has none")
  for outcome in [Outcome.failed, .throttled, .deferred, .late] {
    #expect(try page(values, aggregate: .sum, outcomes: [2: outcome]) == body())
    #expect(try page(values, aggregate: .sum, labels: ["server": "one"], outcomes: [2: outcome]) == body((60, "3")))
  }
  let late = [(target: 0, start: 0, value: 5.0)]
  #expect(try page(aggregate: .sum, earlier: late) == body((60, "9")))
  let all = (0..<3).map { (target: $0, start: 0, value: 5.0) }
  #expect(try page(aggregate: .sum, earlier: all) == body((0, "15"), (60, "9")))
}

/// The page would show but one of them.
@Test func aHalfMinuteHasOnePoint() throws {
  let late = [
    (target: 0, start: 44, value: 5.0), (target: 0, start: 46, value: 6.0), (target: 0, start: 50, value: 7.0),
  ]
  #expect(try page(aggregate: nil, labels: ["instance_name": "db0"], earlier: late) == body((44, "5"), (60, "1")))
}
