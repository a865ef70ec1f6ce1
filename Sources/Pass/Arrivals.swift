internal import Azure
internal import Configuration
internal import Model
internal import Planning

/// What an answer brings a target: new points, points that come late, and which buckets stay open.
extension Ledger {
  /// Takes the values of a window for a target; whether there is one in its newest bucket, which gauges show.
  mutating func take(
    _ target: Int, _ window: Range<Int>, _ series: Range<Int>, from answer: MetricsAnswer
  ) -> Bool {
    let interval = intervals[Int(plan.targets[target].metric)]
    let newest = window.upperBound - interval
    // Most answers have one series with one bucket: there is nothing to sort, to select by or to remember.
    if window.count == interval, series.count == 1, plan.open.isEmpty || plan.open[Int32(target)].isEmpty,
      plan.resources[Int(plan.targets[target].resource)].entity.isEmpty,
      answer.dimensions(of: series.lowerBound).isEmpty,
      let value = answer.value(
        of: series.lowerBound, start: newest, aggregations[Int(plan.targets[target].metric)])
    {
      result.samples.append(target: target, start: newest, value: value)
      return true
    }
    let last = lastSeries(of: target)
    if window.count == interval, plan.open[Int32(target)].isEmpty {
      // Nor is there where the series are those of the last time.
      let samples = values(of: target, at: newest, series, in: answer)
      if !samples.isEmpty, last.isEmpty || last.map(\.dimensions) == samples.map(\.dimensions) {
        for sample in samples {
          result.samples.append(target: target, start: newest, value: sample.value, dimensions: sample.dimensions)
        }
        return true
      }
    }
    var arrivals = Arrivals(target: Int32(target), plan: plan, last: last, interval: interval)
    var hasNewest = false
    for start in stride(from: window.lowerBound, to: window.upperBound, by: interval) {
      let samples = values(of: target, at: start, series, in: answer)
      let isNewest = start == newest
      if isNewest {
        hasNewest = !samples.isEmpty
        for sample in samples {
          result.samples.append(target: target, start: start, value: sample.value, dimensions: sample.dimensions)
        }
      }
      let (fresh, late, revised) = arrivals.take(samples, start: start)
      result.points.late += late.count
      result.points.revised += revised
      // Of the newest bucket, outputs take what is new from what gauges show.
      for sample in (isNewest ? [] : fresh) + (arrivals.dropsLate ? [] : late) {
        result.earlier.append(target: target, start: start, value: sample.value, dimensions: sample.dimensions)
      }
    }
    if let rows = arrivals.rows { opened[Int32(target)] = rows }
    return hasNewest
  }

  /// Hands over what stays open, and what was learned.
  mutating func closeBooks() {
    let outcomes = result.outcomes
    result.open = plan.open.replacing(opened) { outcomes[Int($0)] == .gone }
    result.probes = probes.values.sorted { $0.target < $1.target }
    let keys = Set(plan.metrics.compactMap(\.settleKey))
    result.settles = plan.settles.filter { keys.contains($0.key) }
    let probesOf = Dictionary(grouping: result.probes) { probe in
      plan.metrics[Int(plan.targets[Int(probe.target)].metric)].settleKey ?? ""
    }
    for (key, probes) in probesOf {
      result.settles[key, default: LearnedSettle(since: plan.now)].learn(from: probes, now: plan.now)
    }
  }

  /// Notes what a series that is watched is now, in all buckets that were asked for.
  mutating func watch(_ target: Int, _ query: MetricsQuery, _ series: Range<Int>, in answer: MetricsAnswer) {
    guard var probe = probes[Int32(target)] else { return }
    probe.forget(before: query.window.lowerBound)
    let end = query.window.upperBound + query.preview
    for start in stride(from: query.window.lowerBound, to: end, by: query.interval) {
      let values = values(of: target, at: start, series, in: answer)
      if probe.dimensions == nil { probe.dimensions = values.first?.dimensions }
      let value = values.first { $0.dimensions == probe.dimensions }?.value
      probe.look(value, start: start, age: plan.now - start - query.interval)
    }
    probes[Int32(target)] = probe
  }

  /// What gauges showed of a target before the pass.
  private func lastSeries(of target: Int) -> [Arrivals.Sample] {
    let row = Int(plan.targets[target].previous)
    guard row >= 0, let lastSamples else { return [] }
    var samples: [Arrivals.Sample] = []
    lastSamples.forEach(target: row) { start, value, dimensions in samples.append((start, dimensions, value)) }
    return samples
  }

  /// The values of a bucket for a target, each combination of dimensions once, in their order: answers come in any.
  func values(
    of target: Int, at start: Int, _ series: Range<Int>, in answer: MetricsAnswer
  ) -> [(dimensions: [String], value: Double)] {
    let aggregation = aggregations[Int(plan.targets[target].metric)]
    let entity = selectedEntity(of: target)
    var found: [(dimensions: [String], value: Double)] = []
    for series in series {
      guard let dimensions = Self.dimensions(of: series, entity, in: answer),
        let value = answer.value(of: series, start: start, aggregation)
      else { continue }
      found.append((Array(dimensions), value))
    }
    if found.count > 1 { found.sort { $0.dimensions.lexicographicallyPrecedes($1.dimensions) } }
    return found.enumerated().filter { $0 == 0 || found[$0 - 1].dimensions != $1.dimensions }.map(\.element)
  }

  /// Notes the series of a target that have no value in the newest bucket of a window, each combination of dimensions
  /// once, in their order.
  mutating func noteAbsent(_ target: Int, _ window: Range<Int>, _ series: Range<Int>, in answer: MetricsAnswer) {
    let metric = Int(plan.targets[target].metric)
    let newest = window.upperBound - intervals[metric]
    let entity = selectedEntity(of: target)
    let valued = Set(values(of: target, at: newest, series, in: answer).map(\.dimensions))
    if valued.count == series.count { return }
    let all = Set(series.compactMap { Self.dimensions(of: $0, entity, in: answer).map { Array($0) } })
    for dimensions in all.subtracting(valued).sorted(by: { $0.lexicographicallyPrecedes($1) })
    where !dimensions.isEmpty {
      result.absent.append(target: target, start: newest, value: .nan, dimensions: dimensions)
    }
  }

  /// The entity whose series alone are a target's, lower-cased; nil where all are.
  private func selectedEntity(of target: Int) -> String? {
    let resource = plan.resources[Int(plan.targets[target].resource)]
    guard !resource.entity.isEmpty, plan.metrics[Int(plan.targets[target].metric)].selectsEntity(of: resource) else {
      return nil
    }
    return resource.entity.asciiLowercased
  }

  /// The dimension values of a series, without the entity that comes first where one is selected; nil for a series of
  /// another entity.
  private static func dimensions(
    of series: Int, _ entity: String?, in answer: MetricsAnswer
  ) -> ArraySlice<String>? {
    let dimensions = answer.dimensions(of: series)
    guard let entity else { return dimensions }
    return dimensions.first?.asciiLowercased == entity ? dimensions.dropFirst() : nil
  }
}

/// What is known of the series of one target while its answer is read, bucket by bucket in the order of time.
///
/// A bucket from the horizon on is new. Of one before it, only what came without a value is taken, as the rest was had.
struct Arrivals {
  typealias Sample = (start: Int, dimensions: [String], value: Double)
  typealias Value = (dimensions: [String], value: Double)

  let target: Int32
  let dropsLate: Bool
  private let now, settle, interval: Int
  private let isOnGrid: Bool
  /// The end of the newest bucket that was decided before the pass; of a target that was never seen the start of the
  /// first one that is taken.
  private let horizon: Int
  /// The first bucket before the horizon that this target itself has been asked for again.
  private let oldest: Int
  private let last: [Sample]
  private var series: [[String]: OpenSeries.Row] = [:]
  private let hadRows: Bool

  /// - `last`: what gauges showed before the pass.
  init(target: Int32, plan: Plan, last: [Sample], interval: Int) {
    let planned = plan.targets[Int(target)]
    let metric = plan.metrics[Int(planned.metric)]
    self.target = target
    self.interval = interval
    self.last = last
    now = plan.now
    settle = metric.settle
    dropsLate = metric.timing.lateData == .drop
    isOnGrid = metric.timing.isOnGrid
    let isSeen = planned.state.horizon > 0
    horizon = isSeen ? planned.state.horizon : metric.since
    let open = plan.open[target]
    hadRows = !open.isEmpty
    let age = now - horizon - settle
    let place = open.compactMap { $0.buckets.oldestDue(age: age, interval: interval) }.max()
    oldest = if isSeen, let place { horizon - (place + 1) * interval } else { horizon }
    for row in open { series[row.dimensions] = row }
    // Those that had a value last time are known to have missed none.
    for sample in last where series[sample.dimensions] == nil {
      series[sample.dimensions] = OpenSeries.Row(target: target, dimensions: sample.dimensions)
    }
  }

  /// Takes the values of the next bucket: those that are new, those that come late, and how many are not what they were.
  mutating func take(_ values: [Value], start: Int) -> (new: [Value], late: [Value], revised: Int) {
    guard isOnGrid else { return (values, [], 0) }
    if start >= horizon {
      decide(values, end: start + interval)
      return (values, [], 0)
    }
    let place = (horizon - start) / interval - 1
    let age = now - start - interval - settle
    var late: [Value] = []
    var revised = 0
    for value in values {
      if var row = series[value.dimensions] {
        if row.buckets.contains(place) {
          late.append(value)
          row.buckets.close(place)
          series[value.dimensions] = row
        } else if last.contains(where: {
          $0.start == start && $0.dimensions == value.dimensions && $0.value != value.value
        }) {
          revised += 1
        }
      } else if start >= oldest {
        late.append(value)
        series[value.dimensions] = OpenSeries.Row(
          target: target, dimensions: value.dimensions, silence: Int32(clamping: place + 1))
      }
    }
    if !values.isEmpty { series[[]]?.buckets.close(place) }
    let valued = Set(values.map(\.dimensions))
    for (dimensions, row) in series where row.buckets.contains(place) && !valued.contains(dimensions) {
      series[dimensions]?.buckets.note(place, age: age)
    }
    return ([], late, revised)
  }

  /// Notes of every known series whether a new bucket has a value of it.
  private mutating func decide(_ values: [Value], end: Int) {
    let valued = Set(values.map(\.dimensions))
    // A target without any series stands for itself.
    if values.isEmpty, series.isEmpty { series[[]] = OpenSeries.Row(target: target) }
    for dimensions in series.keys {
      series[dimensions]?.buckets.advance()
      if valued.contains(dimensions) || dimensions.isEmpty && !values.isEmpty {
        series[dimensions]?.silence = 0
      } else {
        series[dimensions]?.silence += 1
        series[dimensions]?.buckets.note(0, age: now - end - settle)
      }
    }
    for value in values where series[value.dimensions] == nil {
      series[value.dimensions] = OpenSeries.Row(target: target, dimensions: value.dimensions)
    }
  }

  /// The series to remember; nil where there is no change from having none.
  var rows: [OpenSeries.Row]? {
    guard isOnGrid else { return hadRows ? [] : nil }
    let longest = Int32(clamping: OpenBuckets.longest / interval + 2)
    let rows = series.values.filter { row in
      // What had a value in the newest bucket is known by that; what has been silent for long is forgotten.
      row.silence == 0 ? !row.buckets.isEmpty : row.dimensions.isEmpty ? !row.buckets.isEmpty : row.silence <= longest
    }
    return rows.isEmpty && !hadRows ? nil : Array(rows)
  }
}
