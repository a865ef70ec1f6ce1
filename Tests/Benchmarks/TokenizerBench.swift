internal import Azure
internal import CJansson
internal import Model
internal import System

/// Reading metrics answers: the product's reader, and libjansson's tree on the same body.
enum TokenizerBench {
  private static let series = 50
  private static let points = 3

  private static func prepared() -> (reader: MetricsAnswerReader, query: MetricsQuery) {
    let query = MetricsQuery(
      resource: ResourceID("x"), subscriptionID: "s", metrics: MetricsBody.metrics,
      aggregations: AggregationSet(.average), interval: 300, window: 0..<300, dimensions: ["ApiName"])
    return (MetricsAnswerReader(), query)
  }

  /// Reads a body so many times, for a count of instructions: what is beside the reading cancels out between two runs.
  static func read(times: Int) throws {
    let body = MetricsBody.make(series: series, points: points)
    let (reader, query) = prepared()
    var count = 0
    for _ in 0..<times { count += try read(body, reader, query).count }
    print(body.count, count)
  }

  /// Both readers by turns on one body; prints bytes a second of each.
  static func compare() throws {
    let body = MetricsBody.make(series: series, points: points)
    let (reader, query) = prepared()
    let expected = sum(try read(body, reader, query))
    guard abs(expected - janssonSum(body)) < 1 else { preconditionFailure("the readers do not agree") }
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<15 {
      ours.append(try rate(body, 20) { _ = try read(body, reader, query) })
      theirs.append(rate(body, 1) { _ = janssonSum(body) })
    }
    print(ours.sorted()[7], theirs.sorted()[7])
  }

  private static func rate(_ body: [UInt8], _ times: Int, _ work: () throws -> Void) rethrows -> Double {
    let start = Clock.processorMicroseconds
    for _ in 0..<times { try work() }
    return Double(body.count * times) / Double(max(Clock.processorMicroseconds - start, 1))
  }

  private static func read(
    _ body: [UInt8], _ reader: MetricsAnswerReader, _ query: MetricsQuery
  ) throws -> MetricsAnswer {
    reader.prepare(for: query)
    let whole = body.span
    for start in stride(from: 0, to: body.count, by: 16 << 10) {
      guard reader.receive(whole.extracting(start..<min(start + 16 << 10, body.count))) else { break }
    }
    return try reader.finish()
  }

  private static func sum(_ answer: MetricsAnswer) -> Double {
    var sum = 0.0
    for metric in MetricsBody.metrics.indices {
      for series in answer.series(metric: metric) {
        sum += answer.value(of: series, start: 1_795_518_000, .average) ?? 0
      }
    }
    return sum
  }

  /// The same sum by a tree of libjansson.
  private static func janssonSum(_ body: [UInt8]) -> Double {
    var sum = 0.0
    let root = unsafe body.withUnsafeBytes { unsafe json_loadb($0.baseAddress, $0.count, 0, nil) }
    let metrics = unsafe json_object_get(root, "value")
    for metric in unsafe 0..<json_array_size(metrics) {
      let series = unsafe json_object_get(json_array_get(metrics, metric), "timeseries")
      for index in unsafe 0..<json_array_size(series) {
        let points = unsafe json_object_get(json_array_get(series, index), "data")
        let point = unsafe json_array_get(points, 0)
        sum += unsafe json_number_value(json_object_get(point, "average"))
      }
    }
    if let root = unsafe root { unsafe json_decref(root) }
    return sum
  }
}
