internal import Formats
internal import Model

/// Follows a metrics answer through its levels and fills the columns of `MetricsAnswer`.
///
/// Members may come in any order: what belongs to a series or a metric is kept when that ends, and cut back to a mark
/// when it turns out to be nothing that was asked for.
struct MetricsAnswerHandler: JSONHandler {
  /// Where in the answer a value stands.
  fileprivate enum Place: UInt8 {
    case root, metrics, metric, metricName, nameText, errorCode, errorMessage, seriesList, series, dimensions, dimension
    case dimensionName, dimensionNameText, dimensionValue, points, point, time, number, outside
  }

  private var answer = MetricsAnswer()
  /// Names of the query's metrics and dimensions, lower-cased.
  private var metricNames: [[UInt8]] = []
  private var dimensionNames: [[UInt8]] = []
  private var wanted: AggregationSet = []

  private var places: [Place] = []
  /// The place of the value that comes next.
  private var next = Place.root
  private var hasMetrics = false

  private var metric = -1
  private var errorCode = ""
  private var errorMessage = ""
  private var firstSeries = 0
  private var firstPointOfMetric = 0

  private var firstPoint = 0
  private var dimensionValues: [String] = []
  private var dimensionIndex = -1
  private var dimensionText = ""

  private var pointTime: Int?
  private var aggregation = Aggregation.average
  private var pointValues: [(Aggregation, Double)] = []

  mutating func query(_ query: MetricsQuery) {
    metricNames = query.metrics.map { Array($0.asciiLowercased.utf8) }
    dimensionNames = query.dimensions.map { Array($0.asciiLowercased.utf8) }
    wanted = query.aggregations
  }

  mutating func restart() {
    answer.prepare(metrics: metricNames.count, dimensions: dimensionNames.count)
    places.removeAll(keepingCapacity: true)
    next = .root
    hasMetrics = false
  }

  func finish() throws(JSONError) -> MetricsAnswer {
    guard hasMetrics else { throw JSONError(offset: 0, "there is no list of metrics in it") }
    return answer
  }

  // MARK: Structure

  mutating func key(_ name: borrowing Span<UInt8>) -> Bool {
    guard let place = places.last, let value = place.member(name) else { return false }
    if value == .number {
      guard let found = Aggregation.allCases.first(where: { name.equals($0.spelling) }), wanted.contains(found) else {
        return false
      }
      aggregation = found
    }
    next = value
    return true
  }

  mutating func beginObject() {
    let place = next.element ?? next
    places.append(place)
    switch place {
    case .metric:
      metric = -1
      errorCode = ""
      errorMessage = ""
      firstSeries = answer.seriesCount
      firstPointOfMetric = answer.count
    case .series:
      firstPoint = answer.count
      dimensionValues = Array(repeating: "", count: dimensionNames.count)
    case .dimension:
      dimensionIndex = -1
      dimensionText = ""
    case .point:
      pointTime = nil
      pointValues.removeAll(keepingCapacity: true)
    default: break
    }
  }

  mutating func endObject() {
    switch places.removeLast() {
    case .metric: endMetric()
    case .series: answer.endSeries(firstPoint: firstPoint, dimensions: dimensionValues)
    case .dimension: if dimensionIndex >= 0 { dimensionValues[dimensionIndex] = dimensionText }
    case .point:
      if let pointTime {
        for (aggregation, value) in pointValues { answer.appendPoint(start: pointTime, aggregation, value) }
      }
    default: break
    }
    next = places.last ?? .root
  }

  mutating func beginArray() {
    if next == .metrics { hasMetrics = true }
    places.append(next)
  }

  mutating func endArray() {
    places.removeLast()
    next = places.last ?? .root
  }

  // MARK: Values

  mutating func string(_ text: borrowing Span<UInt8>) {
    switch next {
    case .nameText: metric = metricNames.firstIndex { equal(text, $0) } ?? -1
    case .errorCode: errorCode = text.text
    case .errorMessage: errorMessage = text.text
    case .dimensionNameText: dimensionIndex = dimensionNames.firstIndex { equal(text, $0) } ?? -1
    case .dimensionValue: dimensionText = text.text
    case .time: pointTime = Timestamp.microseconds(text).map { $0 / 1_000_000 }
    default: break
    }
  }

  mutating func number(_ text: borrowing Span<UInt8>) {
    guard next == .number else { return }
    let value = JSONNumber.double(text)
    // What no double can hold is no value that a receiver could take.
    if value.isFinite { pointValues.append((aggregation, value)) }
  }

  mutating func literal(_ literal: JSONLiteral) {}

  private mutating func endMetric() {
    guard metric >= 0 else { return answer.cut(series: firstSeries, points: firstPointOfMetric) }
    // A missing code means success, as in answers of older versions.
    let isError = !errorCode.isEmpty && errorCode.asciiLowercased != "success"
    answer.endMetric(metric, firstSeries: firstSeries, error: isError ? (errorCode, errorMessage) : nil)
  }

  /// Whether a text is a lower-cased one in any case.
  private func equal(_ text: borrowing Span<UInt8>, _ lowered: [UInt8]) -> Bool {
    guard text.count == lowered.count else { return false }
    for index in 0..<text.count {
      let byte = text[index]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != lowered[index] { return false }
    }
    return true
  }
}

extension MetricsAnswerHandler.Place {
  /// Where the value of a member stands; nil for one that nobody reads.
  fileprivate func member(_ name: borrowing Span<UInt8>) -> Self? {
    switch self {
    case .root: name.equals("value") ? .metrics : nil
    case .metric:
      if name.equals("name") {
        .metricName
      } else if name.equals("timeseries") {
        .seriesList
      } else if name.equals("errorCode") {
        .errorCode
      } else if name.equals("errorMessage") {
        .errorMessage
      } else {
        nil
      }
    case .metricName: name.equals("value") ? .nameText : nil
    case .series:
      if name.equals("data") { .points } else if name.equals("metadatavalues") { .dimensions } else { nil }
    case .dimension:
      if name.equals("value") { .dimensionValue } else if name.equals("name") { .dimensionName } else { nil }
    case .dimensionName: name.equals("value") ? .dimensionNameText : nil
    case .point: name.equals("timeStamp") ? .time : .number
    default: nil
    }
  }

  /// What the objects of a list are; nil for a place that is no list.
  fileprivate var element: Self? {
    switch self {
    case .metrics: .metric
    case .seriesList: .series
    case .dimensions: .dimension
    case .points: .point
    default: nil
    }
  }
}

extension Aggregation {
  /// The member of a point that holds it.
  fileprivate var spelling: StaticString {
    switch self {
    case .average: "average"
    case .minimum: "minimum"
    case .maximum: "maximum"
    case .total: "total"
    case .count: "count"
    }
  }
}
