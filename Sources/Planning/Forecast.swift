package import Configuration
package import Formats
package import Model
package import Snapshot

/// What the next pass would do and cost, and what passes cost in the long run: told before anything is asked.
package struct Forecast: Sendable {
  /// When the pass would begin, in seconds since 1970 UTC.
  package let now: Int
  /// The calls of the next pass, and of a day, by API, subscription and region.
  package private(set) var calls: [Calls] = []
  package private(set) var metrics: [Metric] = []
  /// The metrics that share calls, with how many calls they share in a pass that asks for all of them.
  package private(set) var shared: [(metrics: [String], calls: Int)] = []
  /// The calls for values of a pass in which everything is due, or of the next, where that makes more.
  package private(set) var largestPass = 0
  /// The calls for values of a day in each shape that is not the configured one.
  package private(set) var otherShapes: [(shape: String, callsPerDay: Double, billedPerDay: Double)] = []
  /// What could not be found out, and is not in the numbers.
  package private(set) var unknown: [String] = []
  /// The price of 1,000 billed calls, in US dollars.
  package let price: Double
  /// What a day may cost, whatever is wanted; nil for no bound.
  private let mostCostPerDay: Double?

  /// Calls of one API for one subscription and region.
  package struct Calls: Sendable {
    package var api: CalledAPI
    /// "" where a call is about several.
    package var subscription: String
    /// "" where it does not matter.
    package var region: String
    /// In the next pass.
    package var count = 0
    package var perDay = 0.0

    /// The part of what the quota gives back in a minute.
    package var quotaShare: Double? { api.callsPerMinute.map { Double(count) / Double($0) } }
  }

  /// One declared metric.
  package struct Metric: Sendable {
    package var name: String
    package var resources: Int
    /// Of so many resources it would be asked for.
    package var asked: Int
    package var series: Int
    /// Whether the number of series is known of all its resources; else those that were never seen count one each.
    package var isCounted: Bool
    /// Why it is not asked for, or not of all its resources; "" where it is.
    package var reason: String
  }

  /// What the planner is given, for as many plans as are wanted.
  package struct Wanted: Sendable {
    package var declarations: [MetricsDeclaration]
    package var discovery: DiscoveryDeclaration?
    package var settings: RuntimeSettings
    package var found: [FoundGroup]
    package var places: [FoundResource]
    package var shard: Shard
    package var zone: TimeZoneOffset
    package var asksAll = false

    package init(
      declarations: [MetricsDeclaration], discovery: DiscoveryDeclaration?, settings: RuntimeSettings,
      found: [FoundGroup], places: [FoundResource], shard: Shard, zone: TimeZoneOffset, asksAll: Bool
    ) {
      self.declarations = declarations
      self.discovery = discovery
      self.settings = settings
      self.found = found
      self.places = places
      self.shard = shard
      self.zone = zone
      self.asksAll = asksAll
    }

    func plan(
      _ snapshot: SnapshotContent?, now: Int, shape: RuntimeSettings.QueryShape? = nil, mostCalls: Int?
    ) -> Plan {
      var settings = settings
      if let shape {
        settings.batchSize = shape == .batch ? settings.batchSize ?? 50 : nil
        settings.asksSubscriptions = shape == .subscription
        settings.fallsBackToBatches = false
        settings.mostCostPerDay = nil
      }
      return Planner.plan(
        declarations, discovery: discovery, found: found, places: places, settings: settings, snapshot: snapshot,
        now: now, zone: zone, shard: shard, asksAll: asksAll, mostCalls: mostCalls)
    }
  }

  /// - `lookUps`: what would be looked up first.
  /// - `unknown`: what is not known of the estate, in words.
  /// - `price`: of 1,000 billed calls, in US dollars.
  package init(
    _ wanted: Wanted, lookUps: LookUps, snapshot: SnapshotContent?, now: Int, unknown: [String], price: Double,
    mostCalls: Int?
  ) {
    self.now = now
    self.unknown = unknown
    self.price = price
    mostCostPerDay = wanted.settings.mostCostPerDay
    let plan = wanted.plan(snapshot, now: now, mostCalls: mostCalls)
    var everything = wanted
    everything.asksAll = true
    everything.settings.mostSeries = nil
    // What Azure refuses stays refused; that points were had already does not count in the long run.
    var lasting = SnapshotContent(takenAt: 0, isFrozen: true)
    lasting.batchRefusals = snapshot?.batchRefusals ?? [:]
    let regular = everything.plan(lasting, now: now, mostCalls: .max)
    // What lags far behind is asked for beside the rest, so that the next pass may make more.
    largestPass = max(
      regular.requests.count + regular.readings.count, plan.requests.count + plan.readings.count)
    calls = Self.calls(of: plan, regular, lookUps, wanted)
    metrics = Self.metrics(of: plan, snapshot, wanted)
    shared = Self.shared(regular)
    for (shape, isUsed) in [
      (RuntimeSettings.QueryShape.resource, wanted.settings.batchSize == nil && !wanted.settings.asksSubscriptions),
      (.batch, wanted.settings.batchSize != nil), (.subscription, wanted.settings.asksSubscriptions),
    ] where !isUsed {
      let other = everything.plan(lasting, now: now, shape: shape, mostCalls: .max)
      let days = other.requests.map { (CalledAPI($0), Self.perDay($0, other, wanted.zone)) }
      otherShapes.append(
        (
          shape.rawValue, days.reduce(0) { $0 + $1.1 },
          days.reduce(0) { $0 + ($1.0.isBilled ? $1.1 : 0) }
        ))
    }
  }

  // MARK: Sums

  /// Calls for values in the next pass.
  package var callsForValues: Int { calls.reduce(0) { $0 + ($1.api == .resourceGraph ? 0 : $1.count) } }
  package var lookUpCalls: Int { calls.reduce(0) { $0 + ($1.api == .resourceGraph ? $1.count : 0) } }
  package var series: Int { metrics.reduce(0) { $0 + $1.series } }
  package var isCounted: Bool { metrics.allSatisfy(\.isCounted) }
  package var costPerPass: Double { cost(Double(calls.reduce(0) { $0 + ($1.api.isBilled ? $1.count : 0) })) }
  package var costPerDay: Double {
    min(cost(calls.reduce(0) { $0 + ($1.api.isBilled ? $1.perDay : 0) }), mostCostPerDay ?? .infinity)
  }
  /// Of thirty days.
  package var costPerMonth: Double { costPerDay * 30 }
  package func cost(_ billed: Double) -> Double { billed * price / 1000 }

  // MARK: Counting

  private static func calls(of plan: Plan, _ regular: Plan, _ lookUps: LookUps, _ wanted: Wanted) -> [Calls] {
    var rows: [CalledPlace: Calls] = [:]
    func add(_ place: CalledPlace, _ count: Int, _ perDay: Double) {
      rows[place, default: Calls(api: place.api, subscription: place.subscription, region: place.region)].count += count
      rows[place]?.perDay += perDay
    }
    for request in plan.requests { add(CalledPlace(request).counted, 1, 0) }
    for reading in plan.readings { add(CalledPlace(reading, plan).counted, 1, 0) }
    for request in regular.requests { add(CalledPlace(request).counted, 0, perDay(request, regular, wanted.zone)) }
    for reading in regular.readings {
      let metric = regular.metrics[Int(regular.targets[Int(reading.target)].metric)]
      add(CalledPlace(reading, regular).counted, 0, 86_400 / Double(period(metric, regular.now, wanted.zone)))
    }
    let graph = CalledPlace(.resourceGraph)
    let groups = lookUps.queries.count { if case .group = $0.purpose { true } else { false } }
    let places = lookUps.queries.count - groups
    let lists = groups + lookUps.known.count
    if lists + places > 0 {
      // Lists are good for as long as the cache has them, places for a day.
      let days = 86_400 / Double(max(wanted.settings.discoveryCache, 1))
      add(graph, lookUps.expectedQueries(now: plan.now), days * Double(lists) + Double(places))
    }
    return rows.values.sorted {
      ($0.api.name, $0.subscription, $0.region) < ($1.api.name, $1.subscription, $1.region)
    }
  }

  /// How often in a day a request is made: as often as the metric of it that is due most often, and as there are buckets.
  private static func perDay(_ request: PlannedRequest, _ plan: Plan, _ zone: TimeZoneOffset) -> Double {
    let metrics = Set(request.asks.map { plan.targets[Int($0.target)].metric })
    let shortest = metrics.map { period(plan.metrics[Int($0)], plan.now, zone) }.min() ?? 86_400
    return 86_400 / Double(shortest)
  }

  private static func period(_ metric: PlannedMetric, _ now: Int, _ zone: TimeZoneOffset) -> Int {
    let schedule = metric.declaration.schedule.typicalPeriod(after: now, zone: zone) ?? 86_400
    return metric.isRead || !metric.timing.isOnGrid ? schedule : max(schedule, metric.declaration.interval)
  }

  private static func metrics(of plan: Plan, _ snapshot: SnapshotContent?, _ wanted: Wanted) -> [Metric] {
    var isAsked = Array(repeating: false, count: plan.targets.count)
    for request in plan.requests { for ask in request.asks { isAsked[Int(ask.target)] = true } }
    for reading in plan.readings { isAsked[Int(reading.target)] = true }
    let held = Set(plan.held.map { plan.refusals[$0].target })
    let putOff = Set(plan.putOff)
    return plan.metrics.map { metric in
      var row = Metric(
        name: metric.declaration.name, resources: metric.targets.count, asked: 0, series: 0, isCounted: true, reason: ""
      )
      for target in metric.targets {
        if isAsked[target] { row.asked += 1 }
        var known = 0
        let previous = Int(plan.targets[target].previous)
        if previous >= 0 { known = snapshot?.samples.count(target: previous) ?? 0 }
        // What was seen empty has no series; what was never seen is taken for one.
        if previous < 0 { row.isCounted = false }
        row.series += previous < 0 ? 1 : known
      }
      row.reason = reason(
        metric, plan, zone: wanted.zone, asked: row.asked, held: metric.targets.count { held.contains(Int32($0)) },
        putOff: metric.targets.count { putOff.contains(Int32($0)) })
      return row
    }
  }

  /// Why not all resources of a metric are asked for it.
  private static func reason(
    _ metric: PlannedMetric, _ plan: Plan, zone: TimeZoneOffset, asked: Int, held: Int, putOff: Int
  ) -> String {
    let count = metric.targets.count
    if count == 0 { return "no resources" }
    var parts: [String] = []
    if putOff > 0 {
      parts.append("\(putOff) put off: more \(plan.isPutOffForSeries ? "series" : "calls") than a pass may make")
    }
    if held > 0 { parts.append("\(held) left alone: Azure refused them") }
    if asked + putOff + held < count {
      if !metric.isDue {
        let next = metric.declaration.schedule.next(after: plan.now, zone: zone).map { Timestamp.text($0) }
        parts.append("due at \(next ?? "no time") by its schedule")
      } else {
        let interval = metric.declaration.interval
        parts.append(
          "the next bucket is final at \(Timestamp.text(metric.bucket.upperBound + interval + metric.settle))")
      }
    }
    return parts.joined(separator: "; ")
  }

  private static func shared(_ plan: Plan) -> [(metrics: [String], calls: Int)] {
    var counts: [[Int32]: Int] = [:]
    for request in plan.requests {
      counts[Set(request.asks.map { plan.targets[Int($0.target)].metric }).sorted(), default: 0] += 1
    }
    return counts.filter { $0.key.count > 1 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, count in
      (key.map { plan.metrics[Int($0)].declaration.name }, count)
    }
  }
}
