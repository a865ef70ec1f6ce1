internal import Catalog
package import Configuration
package import Formats
package import Model
package import Snapshot

/// Plans a pass: a pure function of configuration, snapshot and the time.
package struct Planner {
  private let now: Int
  private let zone: TimeZoneOffset
  private let timing: Timing
  private let unusableDimension: UnusableDimension
  private let lookBack: Int
  private let asksAll: Bool
  private var backfill = 0
  private var shard = Shard.whole
  private var memory: Memory
  /// The discovery groups by their lower-cased names, with the type of their resources; nil where a metric takes those of
  /// its own type.
  private var found: [String: (type: ResourceType?, resources: [FoundResource])] = [:]
  /// The numbers of the resources of a group, once some metric wants it.
  private var numbersOfGroup: [String: [Int32]] = [:]
  private var plan: Plan
  private var inventory = Inventory()
  /// What any found resource tells of itself; some tell their type behind it.
  private let details: ResourceDetails
  /// For each resource of the inventory its number in the snapshot, or -1.
  private var remembered: [Int32] = []
  private var grouping: RequestGrouping
  /// The same for targets of which only buckets are asked for that were asked for before.
  private var catchUp: RequestGrouping
  private var probes: SettleProbes
  private var grains = Grains([])
  /// What gives access to the declared resources of the metric at hand, by their numbers.
  private var secrets: [Int32: SecretSource] = [:]

  /// The plan of one pass.
  ///
  /// - `now`: the wall clock in seconds since 1970 UTC.
  /// - `places`: where declared resources are, as far as that is known.
  /// - `snapshot`: let go as soon as the plan has what it needs of it.
  /// - `asksAll`: asks for every metric, whatever its schedule and its grid say.
  /// - `shard`: whose resources are planned.
  /// - `backfill`: how many seconds before what is final now a series begins that was never seen.
  /// - `mostCalls`: calls for values that the pass may make; nil for as many as the settings say.
  /// - `mostSeries`: series that the pass may ask for; nil for as many as the settings say.
  package static func plan(
    _ declarations: [MetricsDeclaration], discovery: DiscoveryDeclaration? = nil, found: [FoundGroup] = [],
    places: [FoundResource] = [], settings: RuntimeSettings, snapshot: consuming SnapshotContent?,
    now: Int, zone: TimeZoneOffset, shard: Shard = .whole, asksAll: Bool = false, backfill: Int = 0,
    mostCalls: Int? = nil, mostSeries: Int? = nil
  ) -> Plan {
    let samples = snapshot?.samples
    var planner = Planner(now: now, zone: zone, settings: settings, asksAll: asksAll, memory: Memory(snapshot.take()))
    planner.backfill = backfill
    planner.shard = shard
    let refusals = Set(planner.plan.batchRefusals.filter { $0.value > now }.keys)
    planner.grouping.refusals = refusals
    planner.catchUp.refusals = refusals
    planner.grains = Grains(refusals)
    for group in found where !group.isOfLandscape {
      let types = discovery?.group(group.name)?.types ?? []
      planner.found[group.name.lowercased()] = (types.count == 1 ? types[0] : nil, group.resources)
    }
    let regions = Dictionary(places.map { (ResourceID($0.id), $0.region) }) { first, _ in first }
    // Where a resource is declared and found, it keeps the declared spelling.
    let declared = declarations.map { declaration in
      declaration.metrics.map { $0.resources.map { planner.number(of: Resource($0, regions: regions)) } }
    }
    let most = planner.largestNumberOfTargets(declarations)
    planner.plan.targets.reserveCapacity(most)
    planner.grouping.reserve(most)
    for (declaration, numbers) in zip(declarations, declared) {
      let account = Account(tenantID: declaration.azure.tenantID, cloud: declaration.azure.cloud)
      let index = planner.plan.accounts.firstIndex(of: account) ?? planner.plan.accounts.count
      if index == planner.plan.accounts.count { planner.plan.accounts.append(account) }
      for (metric, numbers) in zip(declaration.metrics, numbers) {
        planner.add(planner.grains.apply(to: metric), interval: metric.interval, account: index, declared: numbers)
      }
    }
    planner.plan.resources = planner.inventory.resources
    planner.plan.labels = settings.labels
    planner.plan.wantsAbsent = settings.prometheus.unavailableValue != nil
    // All is in the plan, and requests need room.
    planner.memory = Memory(nil)
    // Each shard counts its own calls, and has its part of what they may cost.
    var billed = settings.mostBilledPerDay.map { max($0 / shard.count - planner.plan.billed.count, 0) }
    let resources = planner.inventory.resources
    planner.plan.requests = planner.grouping.requests(
      targets: planner.plan.targets, resources: resources, billed: &billed)
    // What does not fit stays open, and those that were asked for now are not due next time.
    let regular = planner.plan.requests.count
    let room = max(regular / Self.catchUpShare, Self.leastCatchUp)
    planner.plan.requests += planner.catchUp.requests(
      targets: planner.plan.targets, resources: resources, billed: &billed
    ).prefix(room)
    CallBudget.apply(
      .init(calls: mostCalls ?? settings.mostCalls, series: mostSeries ?? settings.mostSeries),
      known: samples, regular: regular, to: &planner.plan)
    return planner.plan
  }

  private init(now: Int, zone: TimeZoneOffset, settings: RuntimeSettings, asksAll: Bool, memory: Memory) {
    self.now = now
    self.zone = zone
    self.memory = memory
    probes = SettleProbes(memory.probes)
    timing = settings.timing
    unusableDimension = settings.unusableDimension
    details = settings.labels.details
    lookBack = settings.lookBack
    grouping = RequestGrouping(settings)
    catchUp = grouping
    self.asksAll = asksAll
    plan = Plan(now: now)
    memory.tell(&plan)
  }

  /// One of so many calls may be for nothing but buckets that were asked for before.
  private static let catchUpShare = 10
  private static let leastCatchUp = 4

  private func largestNumberOfTargets(_ declarations: [MetricsDeclaration]) -> Int {
    declarations.flatMap(\.metrics).reduce(0) { sum, metric in
      let groups = metric.discoveryGroups.compactMap { found[$0.lowercased()]?.resources.count }
      return sum + metric.resources.count + groups.reduce(0, +)
    }
  }

  /// The number of a resource in the inventory; -1 for one of another shard.
  private mutating func number(of resource: Resource) -> Int32 {
    guard shard.owns(resource.id) else { return -1 }
    let number = inventory.add(resource)
    if number == remembered.count { remembered.append(memory.resource(resource)) }
    return number
  }

  private mutating func numbers(of group: String, for metric: MetricDeclaration) -> [Int32] {
    let key = found[group]?.type == nil ? "\(group)\n\(metric.type.name)" : group
    if let numbers = numbersOfGroup[key] { return numbers }
    var numbers: [Int32] = []
    if let (declared, resources) = found[group] {
      let type = declared ?? metric.type
      numbers.reserveCapacity(resources.count)
      inventory.reserve(resources.count)
      var names = SharedNames()
      for found in resources {
        if let own = details.type(of: found), own != type.name { continue }
        guard let resource = Resource(found, of: type, &names) else { continue }
        let number = number(of: resource)
        if number >= 0 { numbers.append(number) }
      }
    }
    numbersOfGroup[key] = numbers
    return numbers
  }

  /// - `interval`: the one that the metric is declared with, in seconds.
  private mutating func add(_ metric: MetricDeclaration, interval: Int, account: Int, declared: [Int32]) {
    let period = metric.schedule.typicalPeriod(after: now, zone: zone) ?? metric.interval
    let timing = metric.timing.over(timing)
    let key = SettleProbes.key(of: metric, timing)
    let settle = timing.settle ?? key.flatMap { plan.settles[$0]?.seconds } ?? LearnedSettle.standard
    var planned = PlannedMetric(
      declaration: metric, account: account, tenantID: plan.accounts[account].tenantID,
      targets: plan.targets.count..<plan.targets.count, isDue: true, lastAttempt: nil,
      bucket: metric.type.source == .metrics
        ? Self.newestBucket(now: now, settle: settle, timing, interval: metric.interval) : now..<now + 1,
      freshness: max(3 * period, settle + 2 * metric.interval), settle: settle, timing: timing)
    planned.settleKey = key
    planned.declaredInterval = interval
    planned.dropsDimensions = (metric.unusableDimension ?? unusableDimension) == .drop
    if backfill > 0, timing.isOnGrid, metric.type.source == .metrics {
      let begin = (now - settle - backfill) / metric.interval * metric.interval
      planned.since = min(begin, planned.bucket.lowerBound)
    }
    let known = memory.metric(named: metric.name, fingerprint: planned.fingerprint)
    planned.lastAttempt = known?.lastAttempt
    if let last = planned.lastAttempt, !asksAll {
      planned.isDue = metric.schedule.hasOccurrence(after: last, through: now, zone: zone)
    }
    secrets = [:]
    for (number, resource) in zip(declared, metric.resources) where number >= 0 && secrets[number] == nil {
      if let secret = resource.secret { secrets[number] = secret }
    }
    let all = declared + metric.discoveryGroups.flatMap { numbers(of: $0.lowercased(), for: planned.declaration) }
    var isSeen = Array(repeating: false, count: inventory.resources.count)
    // A constant, so that no target copies it.
    let metric = planned
    for number in all where number >= 0 && !isSeen[Int(number)] {
      isSeen[Int(number)] = true
      add(number, to: metric, known: known?.index)
    }
    planned.targets = planned.targets.lowerBound..<plan.targets.count
    plan.metrics.append(planned)
  }

  private mutating func add(_ number: Int32, to metric: PlannedMetric, known: Int32?) {
    var row: Int32 = -1
    if let known { row = memory.row(metric: known, resource: remembered[Int(number)]) }
    let state = row < 0 ? nil : memory.state(row: row)
    let target = Int32(plan.targets.count)
    plan.targets.append(
      Target(
        metric: Int32(plan.metrics.count), resource: number, previous: row,
        state: state ?? TargetState(outcome: .notDue)))
    let open = memory.open(row: row)
    for series in open {
      var series = series
      series.target = target
      plan.open.append(series)
    }
    let isAsked = isAsked(metric, state)
    if let refusal = memory.refusal(row: row), isHeld(refusal, target, metric, isAsked) { return }
    let isWatched = probes.take(target, row: row, of: metric, state, isAsked: isAsked, &plan)
    let again = metric.isRead ? nil : oldestDue(of: metric, state, open)
    guard isAsked || again != nil else { return }
    if metric.isRead, read(number, of: metric, target) { return }
    let resource = inventory.resources[Int(number)]
    var window = isAsked ? window(of: metric, state) : metric.bucket
    if let again { window = min(again, window.lowerBound)..<window.upperBound }
    var preview = 0
    if isAsked, isWatched { (window, preview) = SettleProbes.window(window, metric, now: now) }
    if isAsked {
      grouping.add(
        target: target, of: metric, number: plan.metrics.count, window: window, resource: resource,
        idOwner: inventory.idOwners[Int(number)], preview: preview, series: memory.seriesCount(row: row))
    } else {
      catchUp.add(
        target: target, of: metric, number: plan.metrics.count, window: window, resource: resource,
        idOwner: inventory.idOwners[Int(number)], series: memory.seriesCount(row: row))
    }
  }

  /// Plans the reading of a target; whether there is one. Kept apart, so that nothing of it is done for other targets.
  @inline(never)
  private mutating func read(_ number: Int32, of metric: PlannedMetric, _ target: Int32) -> Bool {
    guard let reading = Reading(metric.declaration, of: inventory.resources[Int(number)]) else { return false }
    plan.readings.append(
      PlannedReading(reading: reading, account: metric.account, target: target, secret: secrets[number]))
    return true
  }

  /// Whether a target is asked for: it is new, could not be had, or its schedule says now; and a bucket has become final
  /// since the newest one that was decided.
  private func isAsked(_ metric: PlannedMetric, _ state: TargetState?) -> Bool {
    guard let state, !asksAll else { return true }
    return (metric.isDue || state.outcome.staysDue) && metric.bucket.upperBound > state.horizon
  }

  /// Whether a target that Azure refused before is left alone.
  private mutating func isHeld(
    _ refusal: RememberedRefusal, _ target: Int32, _ metric: PlannedMetric, _ isAsked: Bool
  ) -> Bool {
    var refusal = refusal
    refusal.target = target
    plan.refusals.append(refusal)
    // What was refused for a dimension may be had now without it.
    let isMended = metric.dropsDimensions && refusal.isForDimension
    guard !asksAll, !isMended, now < refusal.until else { return false }
    if isAsked { plan.held.append(plan.refusals.count - 1) }
    return true
  }

  /// The buckets to ask for: those that have become final since the newest one that was decided, as far back as the
  /// look-back goes; of a series that was never seen those from `since` on.
  private func window(of metric: PlannedMetric, _ state: TargetState?) -> Range<Int> {
    let newest = metric.bucket
    guard let horizon = state?.horizon, horizon > 0 else { return metric.since..<newest.upperBound }
    guard metric.timing.isOnGrid, horizon < newest.lowerBound else { return newest }
    return min(max(horizon, oldest(of: metric)), newest.lowerBound)..<newest.upperBound
  }

  /// The start of the oldest bucket that is asked for.
  private func oldest(of metric: PlannedMetric) -> Int {
    let interval = metric.bucket.count
    return (now - max(lookBack, 2 * interval + metric.settle) + interval - 1) / interval * interval
  }

  /// The start of the oldest bucket that came without a value and that it is time to ask for again; nil for none.
  private func oldestDue(
    of metric: PlannedMetric, _ state: TargetState?, _ open: ArraySlice<OpenSeries.Row>
  ) -> Int? {
    guard !open.isEmpty, let horizon = state?.horizon, horizon > 0, metric.timing.isOnGrid else { return nil }
    let interval = metric.bucket.count
    let age = now - horizon - metric.settle
    let places = open.compactMap { $0.buckets.oldestDue(age: age, interval: interval) }
    return places.max().map { max(horizon - ($0 + 1) * interval, oldest(of: metric)) }
  }

  /// The newest bucket to take: on the grid of multiples of the interval since 1970 UTC the one whose end plus `settle`
  /// has passed.
  package static func newestBucket(now: Int, settle: Int, _ timing: Timing = Timing(), interval: Int) -> Range<Int> {
    let end: Int
    if timing.compatibility == .promitor {
      end = now / 60 * 60
    } else if timing.alignment == .rolling {
      end = (now - settle) / 60 * 60
    } else {
      end = (now - settle) / interval * interval
    }
    return end - interval..<end
  }
}
