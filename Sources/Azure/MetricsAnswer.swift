package import Model

/// The values of an answer of Azure Monitor in flat lists: what a query asked for, and nothing else.
package struct MetricsAnswer: Sendable {
  /// The metrics of the query: lists that hold something of each metric have them one after the other for each resource.
  private var metrics = 0
  /// For each resource of the query whether it is in the answer.
  private var isPresent: [Bool] = []
  /// Why Azure gives no values of a metric, for those of which it does not.
  private var errors: [Int: (code: String, message: String)] = [:]
  private var seriesOfMetric: [Range<Int32>] = []
  /// Values of the dimensions of all series, one after the other.
  private var dimensionValues: [String] = []
  private var dimensionsPerSeries = 0
  /// For each series the row of its first point.
  private var firstPoints: [Int] = []
  private var points: [Point] = []

  /// A value of one bucket.
  private struct Point {
    var value: Double
    var start: UInt32
    var aggregation: Aggregation
  }

  package init() {}

  /// Whether the answer says anything of a resource: a batch may leave some out.
  package func has(resource: Int) -> Bool { isPresent[resource] }

  /// The error of a metric, by its place and the resource's in the query.
  package func error(metric: Int, resource: Int = 0) -> (code: String, message: String)? {
    errors[resource * metrics + metric]
  }

  /// The series of a metric, by its place and the resource's in the query.
  package func series(metric: Int, resource: Int = 0) -> Range<Int> {
    let series = seriesOfMetric[resource * metrics + metric]
    return Int(series.lowerBound)..<Int(series.upperBound)
  }

  /// The values of a series' dimensions, in the order of the query's.
  package func dimensions(of series: Int) -> ArraySlice<String> {
    dimensionValues[series * dimensionsPerSeries..<(series + 1) * dimensionsPerSeries]
  }

  /// The value of one bucket, given by its start in seconds since 1970 UTC; nil where Azure has none.
  package func value(of series: Int, start: Int, _ aggregation: Aggregation) -> Double? {
    let end = series + 1 < firstPoints.count ? firstPoints[series + 1] : points.count
    let start = UInt32(clamping: start)
    return points[firstPoints[series]..<end].first { $0.start == start && $0.aggregation == aggregation }?.value
  }

  /// The number of points.
  package var count: Int { points.count }

  // MARK: Filling

  /// Forgets everything, and makes room for the answer to a query.
  mutating func prepare(metrics: Int, dimensions: Int, resources: Int) {
    self.metrics = metrics
    isPresent.removeAll(keepingCapacity: true)
    isPresent.append(contentsOf: repeatElement(false, count: resources))
    errors.removeAll(keepingCapacity: true)
    seriesOfMetric.removeAll(keepingCapacity: true)
    seriesOfMetric.append(contentsOf: repeatElement(0..<0, count: metrics * resources))
    dimensionsPerSeries = dimensions
    dimensionValues.removeAll(keepingCapacity: true)
    firstPoints.removeAll(keepingCapacity: true)
    points.removeAll(keepingCapacity: true)
  }

  /// The number of series so far.
  var seriesCount: Int { firstPoints.count }

  mutating func append(start: Int, _ aggregation: Aggregation, _ value: Double) {
    points.append(Point(value: value, start: UInt32(clamping: start), aggregation: aggregation))
  }

  /// Gives the values from `first` on another start; without one they are dropped.
  mutating func setStart(of first: Int, to start: Int?) {
    guard let start else { return points.removeLast(points.count - first) }
    for index in first..<points.count { points[index].start = UInt32(clamping: start) }
  }

  /// Ends a series: the points from `firstPoint` on are its own.
  mutating func endSeries(firstPoint: Int, dimensions: [String]) {
    firstPoints.append(firstPoint)
    dimensionValues += dimensions
  }

  /// Puts the series from `first` on in the order of the resources that have them, and gives those of each.
  mutating func arrange(from first: Int, owners: [Int]) -> [(owner: Int, series: Range<Int>)] {
    let order = owners.indices.sorted { (owners[$0], $0) < (owners[$1], $1) }
    if !order.elementsEqual(owners.indices) {
      let (starts, width) = (Array(firstPoints[first...]) + [points.count], dimensionsPerSeries)
      let (oldPoints, oldValues) = (points, dimensionValues)
      points.removeLast(points.count - starts[0])
      dimensionValues.removeLast(dimensionValues.count - first * width)
      firstPoints.removeLast(firstPoints.count - first)
      for place in order {
        firstPoints.append(points.count)
        points += oldPoints[starts[place]..<starts[place + 1]]
        dimensionValues += oldValues[(first + place) * width..<(first + place + 1) * width]
      }
    }
    var arranged: [(owner: Int, series: Range<Int>)] = []
    for (place, index) in order.enumerated() {
      let series = first + place
      if let last = arranged.last, last.owner == owners[index] {
        arranged[arranged.count - 1].series = last.series.lowerBound..<series + 1
      } else {
        arranged.append((owners[index], series..<series + 1))
      }
    }
    return arranged
  }

  /// Notes that the answer speaks of a resource.
  mutating func note(resource: Int) { isPresent[resource] = true }

  /// Gives a metric of a resource its series, or its error.
  mutating func setMetric(_ metric: Int, of resource: Int, series: Range<Int>, error: (code: String, message: String)?)
  {
    seriesOfMetric[resource * metrics + metric] = Int32(series.lowerBound)..<Int32(series.upperBound)
    if let error { errors[resource * metrics + metric] = error }
  }

  /// Drops the series and points behind these marks: they belonged to nothing that was asked for.
  mutating func cut(series: Int, points: Int) {
    firstPoints.removeLast(firstPoints.count - series)
    dimensionValues.removeLast(dimensionValues.count - series * dimensionsPerSeries)
    self.points.removeLast(self.points.count - points)
  }
}
