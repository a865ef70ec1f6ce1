import Foundation

/// A point of OpenTelemetry as a collector has it, whatever it came in.
package struct OTLPPoint: Hashable, Sendable {
  /// The attributes of its resource.
  package var resource: [String: String]
  package var metric: String
  package var attributes: [String: String]
  /// In seconds since 1970 UTC.
  package var time: Int
  package var value: Double

  /// A name that a list of attributes has twice, of which collectors keep either.
  package struct DoubledAttribute: Error {
    package var name: String
  }

  /// The points of lines of JSON, each a document.
  package static func points(inJSON lines: [some StringProtocol]) throws -> [OTLPPoint] {
    try lines.flatMap { line in
      try JSONDecoder().decode(Document.self, from: Data(line.utf8)).resourceMetrics.flatMap { owner in
        let resource = try dictionary((owner.resource?.attributes ?? []).map { ($0.key, $0.value.stringValue) })
        return try owner.scopeMetrics.flatMap(\.metrics).flatMap { metric in
          try metric.gauge.dataPoints.map { point in
            OTLPPoint(
              resource: resource, metric: metric.name,
              attributes: try dictionary(point.attributes.map { ($0.key, $0.value.stringValue) }),
              time: seconds(UInt64(point.timeUnixNano) ?? 0), value: point.asDouble)
          }
        }
      }
    }
  }

  /// The points of requests in protobuf.
  package static func points(inProtobuf requests: [[UInt8]]) throws -> [OTLPPoint] {
    func attributes(_ owner: ProtobufMessage?, _ field: UInt64) throws -> [String: String] {
      try dictionary(
        (owner?.messages(field) ?? []).map { ($0.text(1), $0.messages(2).first?.text(1) ?? "") })
    }
    return try requests.flatMap { ProtobufMessage($0).messages(1) }.flatMap { owner in
      let resource = try attributes(owner.messages(1).first, 1)
      return try owner.messages(2, 2).flatMap { metric in
        try metric.messages(5, 1).map { point in
          OTLPPoint(
            resource: resource, metric: metric.text(1), attributes: try attributes(point, 7),
            time: seconds(point.fixed(3)), value: Double(bitPattern: point.fixed(4)))
        }
      }
    }
  }

  private static func seconds(_ nanoseconds: UInt64) -> Int { Int(nanoseconds / 1_000_000_000) }

  private static func dictionary(_ attributes: [(String, String)]) throws -> [String: String] {
    var all: [String: String] = [:]
    for (name, value) in attributes where all.updateValue(value, forKey: name) != nil {
      throw DoubledAttribute(name: name)
    }
    return all
  }

  private struct Document: Decodable {
    var resourceMetrics: [ResourceMetrics]
    struct ResourceMetrics: Decodable {
      var resource: Resource?
      var scopeMetrics: [ScopeMetrics]
    }
    struct Resource: Decodable { var attributes: [Attribute] }
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
