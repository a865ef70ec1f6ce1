/// A line of an outbox file for OpenTelemetry: a document of which each resource is a part.
enum OTLPLine {
  private static let head = Array("{\"resourceMetrics\":[".utf8)
  private static let tail = Array("]}".utf8)
  /// Begins a resource behind another. No text of a document can hold it, as it escapes every quote.
  private static let next = Array(",{\"resource\":".utf8)

  /// The line as two documents of about the same size; nil where it holds but one resource.
  static func halves(_ line: ArraySlice<UInt8>) -> [[UInt8]]? {
    guard line.starts(with: head), line.suffix(2).elementsEqual(tail) else { return nil }
    let middle = line.startIndex + line.count / 2
    let places = line.ranges(of: next).map(\.lowerBound)
    guard let place = places.min(by: { abs($0 - middle) < abs($1 - middle) }) else { return nil }
    return [Array(line[..<place]) + tail, head + Array(line[(place + 1)...])]
  }
}
