internal import Formats
internal import Model

/// Follows a metrics answer through its levels and fills the columns of `MetricsAnswer`.
///
/// The answer about one resource is an object with a list of metrics; that of a batch holds a list of such objects, each
/// with the id of its resource. Members may come in any order: what belongs to a series or a metric is kept when that ends, and cut back to a mark
/// when it turns out to be nothing that was asked for.
struct MetricsAnswerHandler: JSONHandler {
  /// Where in the answer a value stands.
  enum Place: UInt8 {
    case outside, root, items, item, resourceID, metrics, metric, metricName, nameText, errorCode, errorMessage,
      seriesList, series, dimensions
    case dimension, dimensionName, dimensionNameText, dimensionValue, points, point, time, number
  }

  private var answer = MetricsAnswer()
  private var query: MetricsQuery?
  /// Names of the query's metrics and dimensions, lower-cased.
  private var metricNames: [[UInt8]] = []
  private var dimensionNames: [[UInt8]] = []
  private var wanted: AggregationSet = []

  private var places = PlaceStack()
  /// The place of the value that comes next.
  private var next = Place.root
  private var hasMetrics = false

  private var isBatch = false
  /// Whether the answer is about a subscription: a dimension of each series says which resource has it.
  private var isScope = false
  /// The resource of the open series, and those of the series of the open metric.
  private var owner: Int?
  private var owners: [Int] = []
  private var isOwner = false
  private static let resourceDimension = Array(MetricsQuery.resourceDimension.utf8)
  /// For a batch, the place of each resource by its folded id; made once an answer has another order than the query.
  private var resourcePlaces: [ResourceID: Int] = [:]
  /// The place of the resource that comes next if the answer has the query's order.
  private var expected = 0
  /// The resource of the open object; nil where it is none that was asked for, or not known yet.
  private var resource: Int?
  private var firstSeriesOfResource = 0
  private var firstPointOfResource = 0
  /// The metrics of the open object, which belong to its resource once that is known.
  private var ended: [(metric: Int, series: Range<Int>, error: (code: String, message: String)?)] = []

  private var metric = -1
  /// The place of the metric that comes next, if the answer has the query's order.
  private var expectedMetric = 0
  private var errorCode = ""
  private var errorMessage = ""
  private var firstSeries = 0
  private var firstPointOfMetric = 0

  private var firstPoint = 0
  private var dimensionValues: [String] = []
  private var dimensionIndex = -1
  private var dimensionText = ""

  private var times = PointTimes()
  private var pointTime: Int?
  private var firstValueOfPoint = 0
  /// Whether a value of the point came before the time that it has.
  private var isUntimed = false
  private var aggregation = Aggregation.average

  mutating func query(_ query: MetricsQuery) {
    // Most queries ask for the same of another resource.
    if query.metrics != self.query?.metrics { metricNames = query.metrics.map { Array($0.asciiLowercased.utf8) } }
    if query.dimensions != self.query?.dimensions {
      dimensionNames = query.dimensions.map { Array($0.asciiLowercased.utf8) }
      dimensionValues = Array(repeating: "", count: dimensionNames.count)
    }
    resourcePlaces = [:]
    isBatch = query.batch?.api == .dataPlane
    isScope = query.batch?.api == .subscription
    wanted = query.aggregations
    self.query = query
  }

  mutating func restart() {
    answer.prepare(
      metrics: metricNames.count, dimensions: dimensionNames.count, resources: query?.resources.count ?? 0)
    places = PlaceStack()
    next = .root
    hasMetrics = false
    expected = 0
  }

  func finish() throws(JSONError) -> MetricsAnswer {
    guard hasMetrics else { throw JSONError(offset: 0, "there is no list of metrics in it") }
    return answer
  }

  // MARK: Structure

  mutating func key(_ name: borrowing Span<UInt8>) -> Bool {
    guard let value = places.last.member(name, isBatch: isBatch) else { return false }
    if value == .number {
      guard let found = Aggregation(member: name), wanted.contains(found) else { return false }
      aggregation = found
    }
    next = value
    return true
  }

  mutating func beginObject() {
    let place = next.element ?? next
    places.push(place)
    switch place {
    case .root, .item:
      resource = isBatch ? nil : 0
      ended.removeAll(keepingCapacity: true)
      firstSeriesOfResource = answer.seriesCount
      firstPointOfResource = answer.count
    case .metric:
      metric = -1
      errorCode = ""
      errorMessage = ""
      firstSeries = answer.seriesCount
      firstPointOfMetric = answer.count
      owners.removeAll(keepingCapacity: true)
      expected = isScope ? 0 : expected
    case .series:
      owner = nil
      firstPoint = answer.count
      for index in dimensionValues.indices { dimensionValues[index] = "" }
    case .dimension:
      dimensionIndex = -1
      isOwner = false
      dimensionText = ""
    case .point:
      pointTime = nil
      firstValueOfPoint = answer.count
      isUntimed = false
    default: break
    }
  }

  mutating func endObject() {
    switch places.pop() {
    case .root where isScope: for resource in (query?.resources ?? []).indices { answer.note(resource: resource) }
    case .root: if !isBatch { endResource() }
    case .item: endResource()
    case .metric: endMetric()
    case .series: endSeries()
    case .dimension:
      if isOwner {
        let text = dimensionText
        owner = place(of: text.utf8.span)
      } else if dimensionIndex >= 0 {
        dimensionValues[dimensionIndex] = dimensionText
      }
    case .point: if isUntimed { answer.setStart(of: firstValueOfPoint, to: pointTime) }
    default: break
    }
    next = places.last
  }

  mutating func beginArray() {
    if next == .metrics || next == .items { hasMetrics = true }
    places.push(next)
  }

  mutating func endArray() {
    _ = places.pop()
    next = places.last
  }

  // MARK: Values

  mutating func string(_ text: borrowing Span<UInt8>) {
    switch next {
    case .resourceID: resource = place(of: text)
    case .nameText: metric = place(ofName: text)
    case .errorCode: errorCode = text.text
    case .errorMessage: errorMessage = text.text
    case .dimensionNameText:
      dimensionIndex = dimensionNames.firstIndex { equal(text, $0) } ?? -1
      isOwner = isScope && equal(text, Self.resourceDimension)
    case .dimensionValue: dimensionText = text.text
    case .time:
      pointTime = times.seconds(text)
      if answer.count > firstValueOfPoint { isUntimed = true }
    default: break
    }
  }

  mutating func number(_ text: borrowing Span<UInt8>) {
    guard next == .number else { return }
    let value = JSONNumber.double(text)
    // What no double can hold is no value that a receiver could take.
    guard value.isFinite else { return }
    if pointTime == nil { isUntimed = true }
    answer.append(start: pointTime ?? 0, aggregation, value)
  }

  mutating func literal(_ literal: JSONLiteral) {}

  /// The place of a resource in the query; nil where it is none of those. Most answers have the query's order.
  private mutating func place(of text: borrowing Span<UInt8>) -> Int? {
    guard let query else { return nil }
    if expected < query.resources.count, equal(text, query.resources[expected]) {
      expected += 1
      return expected - 1
    }
    if resourcePlaces.isEmpty {
      for (place, resource) in query.resources.enumerated() { resourcePlaces[resource] = place }
    }
    let place = resourcePlaces[ResourceID(text.text)]
    if let place { expected = place + 1 }
    return place
  }

  /// The place of a metric in the query; -1 where it is none of those. Most answers have the query's order.
  private mutating func place(ofName text: borrowing Span<UInt8>) -> Int {
    if expectedMetric >= metricNames.count { expectedMetric = 0 }
    if expectedMetric < metricNames.count, equal(text, metricNames[expectedMetric]) {
      expectedMetric += 1
      return expectedMetric - 1
    }
    guard let place = metricNames.firstIndex(where: { equal(text, $0) }) else { return -1 }
    expectedMetric = place + 1
    return place
  }

  /// Whether a text is an id in any case, with or without a slash in front.
  private func equal(_ text: borrowing Span<UInt8>, _ resource: ResourceID) -> Bool {
    let start = text.count > 0 && text[0] == UInt8(ascii: "/") ? 1 : 0
    return text.extracting(start..<text.count).equalsFolded(resource.text.utf8.span)
  }

  private mutating func endSeries() {
    if isScope {
      // The answer has resources that nobody asked for.
      guard let owner else { return answer.setStart(of: firstPoint, to: nil) }
      owners.append(owner)
    }
    answer.endSeries(firstPoint: firstPoint, dimensions: dimensionValues)
  }

  private mutating func endMetric() {
    guard metric >= 0 else { return answer.cut(series: firstSeries, points: firstPointOfMetric) }
    // A missing code means success, as in answers of older versions.
    let isError = !errorCode.isEmpty && errorCode.asciiLowercased != "success"
    if isScope, let query {
      let none = firstSeries..<firstSeries
      if isError {
        for resource in query.resources.indices {
          answer.setMetric(metric, of: resource, series: none, error: (errorCode, errorMessage))
        }
      }
      for (owner, series) in answer.arrange(from: firstSeries, owners: owners) where !isError {
        answer.setMetric(metric, of: owner, series: series.prefix(query.top), error: nil)
      }
      return
    }
    ended.append((metric, firstSeries..<answer.seriesCount, isError ? (errorCode, errorMessage) : nil))
  }

  private mutating func endResource() {
    guard let resource else { return answer.cut(series: firstSeriesOfResource, points: firstPointOfResource) }
    answer.note(resource: resource)
    for metric in ended {
      answer.setMetric(metric.metric, of: resource, series: metric.series, error: metric.error)
    }
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
  fileprivate func member(_ name: borrowing Span<UInt8>, isBatch: Bool) -> Self? {
    switch self {
    case .root where isBatch: name.equals("values") ? .items : nil
    case .root: name.equals("value") ? .metrics : nil
    case .item:
      if name.equals("value") { .metrics } else if name.equals("resourceid") { .resourceID } else { nil }
    case .metric:
      switch name.count {
      case 4: name.equals("name") ? .metricName : nil
      case 9: name.equals("errorCode") ? .errorCode : nil
      case 10: name.equals("timeseries") ? .seriesList : nil
      case 12: name.equals("errorMessage") ? .errorMessage : nil
      default: nil
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
    case .items: .item
    case .metrics: .metric
    case .seriesList: .series
    case .dimensions: .dimension
    case .points: .point
    default: nil
    }
  }
}

extension Aggregation {
  /// The aggregation that a member of a point holds; nil for another member. Its length and its second letter tell
  /// which it can be.
  fileprivate init?(member name: borrowing Span<UInt8>) {
    switch name.count {
    case 5 where name.equals("total"): self = .total
    case 5 where name.equals("count"): self = .count
    case 7 where name[1] == UInt8(ascii: "v") && name.equals("average"): self = .average
    case 7 where name[1] == UInt8(ascii: "i") && name.equals("minimum"): self = .minimum
    case 7 where name[1] == UInt8(ascii: "a") && name.equals("maximum"): self = .maximum
    default: return nil
    }
  }
}
