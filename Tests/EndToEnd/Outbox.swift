import Foundation
import Testing

/// What the passes of an estate have left in the outbox, read as an uploader would.
struct UploadedPoints {
  /// The value of every point, by metric, attributes and time, and how often it is there.
  private(set) var values: [String: Double] = [:]
  private(set) var copies: [String: Int] = [:]
  /// Names of files that are neither finished nor of somebody else.
  private(set) var strays: [String] = []

  /// Reads the lines that a receiver was given.
  init(lines: [String]) throws {
    for line in lines { try add(line[...]) }
  }

  /// Reads the OTLP files.
  init(_ swath: SwathProcess) throws {
    let folder = swath.output.appending(path: "outbox/otlp").path
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      guard name.hasSuffix(".jsonl"), !name.hasPrefix(".") else {
        strays.append(name)
        continue
      }
      for line in try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n") {
        try add(line)
      }
    }
  }

  private mutating func add(_ line: Substring) throws {
    let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
    for metric in document.resourceMetrics.flatMap(\.scopeMetrics).flatMap(\.metrics) {
      for point in metric.gauge.dataPoints {
        let labels = point.attributes.map { "\($0.key)=\($0.value.stringValue)" }.sorted().joined(separator: ",")
        let key = "\(metric.name){\(labels)}@\(point.timeUnixNano.dropLast(9))"
        values[key] = point.asDouble
        copies[key, default: 0] += 1
      }
    }
  }

  private struct Document: Decodable {
    var resourceMetrics: [ResourceMetrics]
    struct ResourceMetrics: Decodable { var scopeMetrics: [ScopeMetrics] }
    struct ScopeMetrics: Decodable { var metrics: [Metric] }
    struct Metric: Decodable {
      var name: String
      var gauge: Gauge
    }
    struct Gauge: Decodable { var dataPoints: [Point] }
    struct Point: Decodable {
      var attributes: [Attribute]
      var timeUnixNano: String
      var asDouble: Double
    }
    struct Attribute: Decodable {
      var key: String
      var value: Value
    }
    struct Value: Decodable { var stringValue: String }
  }
}
