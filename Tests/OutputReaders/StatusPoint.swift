import Foundation

/// A point of a system metric, as a status page has it.
package struct StatusPoint: Hashable, Sendable {
  /// The id of the system metric.
  package var id: String
  /// In seconds since 1970 UTC.
  package var time: Int
  package var value: Double

  package init(id: String, time: Int, value: Double) {
    self.id = id
    self.time = time
    self.value = value
  }

  /// The points of the bodies of requests, in their order; metrics of one body by their ids.
  package static func points(in bodies: [some StringProtocol]) throws -> [StatusPoint] {
    try bodies.flatMap { body in
      try JSONDecoder().decode(Body.self, from: Data(body.utf8)).data.sorted { $0.key < $1.key }.flatMap { id, points in
        points.map { StatusPoint(id: id, time: $0.timestamp, value: $0.value) }
      }
    }
  }

  /// What the page makes of its time: the number of the nearest half minute.
  package var slot: Int { (time + 15) / 30 }

  private struct Body: Decodable {
    var data: [String: [Point]]
    struct Point: Decodable {
      var timestamp: Int
      var value: Double
    }
  }
}
