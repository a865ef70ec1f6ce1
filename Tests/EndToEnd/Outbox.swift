import Foundation
import OutputReaders
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
    add(try OTLPPoint.points(inJSON: lines))
  }

  /// Reads the OTLP files.
  init(_ swath: SwathProcess) throws {
    let folder = swath.output.appending(path: "outbox/otlp").path
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      guard name.hasSuffix(".jsonl"), !name.hasPrefix(".") else {
        strays.append(name)
        continue
      }
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      add(try OTLPPoint.points(inJSON: text.split(separator: "\n")))
    }
  }

  /// Reads requests in protobuf.
  init(protobuf requests: [[UInt8]]) throws { add(try OTLPPoint.points(inProtobuf: requests)) }

  private mutating func add(_ points: [OTLPPoint]) {
    for point in points {
      let labels = point.attributes.map { "\($0)=\($1)" }.sorted().joined(separator: ",")
      let key = "\(point.metric){\(labels)}@\(point.time)"
      values[key] = point.value
      copies[key, default: 0] += 1
    }
  }
}
