internal import Azure
internal import Formats
internal import Model
internal import System

/// Reading metrics answers: the product's reader, and libjansson's tree on the same body.
enum TokenizerBench {
  /// Reads a body so many times, for a count of instructions: what is beside the reading cancels out between two runs.
  static func read(_ body: MetricsBody, times: Int) throws {
    let reader = MetricsAnswerReader()
    var count = 0
    for _ in 0..<times { count += try read(body, reader).count }
    print(body.bytes.count, count)
  }

  /// Both readers by turns on one body; prints bytes, and bytes a microsecond of each.
  static func compare(_ body: MetricsBody) throws {
    let reader = MetricsAnswerReader()
    let found = total(try read(body, reader), body.query)
    let expected = try JanssonWalk.total(body.bytes)
    guard found == expected else {
      throw WrongResult(description: "the reader finds \(found), libjansson \(expected)")
    }
    let times = max(1, 1_000_000 / body.bytes.count)
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<15 {
      ours.append(try rate(body, 16 * times) { _ = try read(body, reader) })
      theirs.append(try rate(body, times) { _ = try JanssonWalk.total(body.bytes) })
    }
    print(body.bytes.count, ours.sorted()[7], theirs.sorted()[7])
  }

  private static func rate(_ body: MetricsBody, _ times: Int, _ work: () throws -> Void) rethrows -> Double {
    let start = Clock.processorMicroseconds
    for _ in 0..<times { try work() }
    return Double(body.bytes.count * times) / Double(max(Clock.processorMicroseconds - start, 1))
  }

  private static func read(_ body: MetricsBody, _ reader: MetricsAnswerReader) throws -> MetricsAnswer {
    reader.prepare(for: body.query)
    let whole = body.bytes.span
    for start in stride(from: 0, to: whole.count, by: 16 << 10) {
      guard reader.receive(whole.extracting(start..<min(start + 16 << 10, whole.count))) else { break }
    }
    return try reader.finish()
  }

  private static func total(_ answer: MetricsAnswer, _ query: MetricsQuery) -> MetricsBody.Total {
    var total = MetricsBody.Total()
    for metric in query.metrics.indices {
      for series in answer.series(metric: metric) {
        for text in answer.dimensions(of: series) { total.dimensionBytes += text.utf8.count }
        for start in stride(from: query.window.lowerBound, to: query.window.upperBound, by: query.interval) {
          guard let value = answer.value(of: series, start: start, .average) else { continue }
          total.points += 1
          total.starts += start
          total.values += value
        }
      }
    }
    return total
  }
}

/// What is measured does not do what it must, so that its speed says nothing.
struct WrongResult: Error, CustomStringConvertible {
  let description: String
}
