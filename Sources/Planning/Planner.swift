internal import Catalog
package import Configuration
package import Formats
package import Model
package import Snapshot

/// Plans a pass: a pure function of configuration, snapshot and the time.
package struct Planner {
  private let now: Int
  private let zone: TimeZoneOffset
  private let settle: Int
  private let lookBack: Int
  private let asksAll: Bool
  /// The regions of declared resources by their folded ids.
  private let regions: [String: String]
  /// The resources of each discovery group, by its lower-cased name.
  private let found: [String: [Resource]]
  private var plan: Plan
  private var inventory = Inventory()
  private var grouping: RequestGrouping

  /// The plan of one pass.
  ///
  /// - `now`: the wall clock in seconds since 1970 UTC.
  /// - `places`: where declared resources are, as far as that is known.
  /// - `asksAll`: asks for every metric, whatever its schedule and its grid say.
  package static func plan(
    _ declarations: [MetricsDeclaration], discovery: DiscoveryDeclaration? = nil, found: [FoundGroup] = [],
    places: [FoundResource] = [], settings: RuntimeSettings, snapshot: SnapshotContent?, now: Int,
    zone: TimeZoneOffset, asksAll: Bool = false
  ) -> Plan {
    var planner = Planner(
      now: now, zone: zone, settings: settings, asksAll: asksAll, found: Self.resources(found, of: discovery),
      regions: Dictionary(places.map { (ResourceID($0.id).folded, $0.region) }) { first, _ in first },
      plan: Plan(now: now))
    // Where a resource is declared and found, it keeps the declared spelling.
    for metric in declarations.flatMap(\.metrics) {
      for declared in metric.resources { _ = planner.inventory.add(Resource(declared, regions: planner.regions)) }
    }
    let memory = Memory(snapshot)
    for declaration in declarations {
      let account = Account(tenantID: declaration.azure.tenantID, cloud: declaration.azure.cloud)
      let index = planner.plan.accounts.firstIndex(of: account) ?? planner.plan.accounts.count
      if index == planner.plan.accounts.count { planner.plan.accounts.append(account) }
      for metric in declaration.metrics { planner.add(metric, account: index, memory: memory) }
    }
    planner.plan.resources = planner.inventory.resources
    planner.plan.requests = planner.grouping.requests(resources: planner.inventory.resources)
    return planner.plan
  }

  private static func resources(_ found: [FoundGroup], of discovery: DiscoveryDeclaration?) -> [String: [Resource]] {
    var resources: [String: [Resource]] = [:]
    for group in found {
      guard let type = discovery?.group(group.name)?.type else { continue }
      resources[group.name.lowercased()] = group.resources.compactMap { Resource($0, of: type) }
    }
    return resources
  }

  private init(
    now: Int, zone: TimeZoneOffset, settings: RuntimeSettings, asksAll: Bool, found: [String: [Resource]],
    regions: [String: String], plan: Plan
  ) {
    self.now = now
    self.found = found
    self.zone = zone
    self.regions = regions
    settle = settings.settle
    lookBack = settings.lookBack
    grouping = RequestGrouping(batchSize: settings.batchSize)
    self.asksAll = asksAll
    self.plan = plan
  }

  private mutating func add(_ metric: MetricDeclaration, account: Int, memory: Memory) {
    let period = metric.schedule.typicalPeriod(after: now, zone: zone) ?? metric.interval
    var planned = PlannedMetric(
      declaration: metric, account: account, tenantID: plan.accounts[account].tenantID,
      targets: plan.targets.count..<plan.targets.count, isDue: true, lastAttempt: nil,
      bucket: Self.newestFinalBucket(now: now, settle: settle, interval: metric.interval),
      freshness: max(3 * period, settle + 2 * metric.interval))
    let known = memory.metric(named: metric.name, fingerprint: planned.fingerprint)
    planned.lastAttempt = known?.lastAttempt
    if let last = planned.lastAttempt, !asksAll {
      planned.isDue = metric.schedule.hasOccurrence(after: last, through: now, zone: zone)
    }
    var seen: Set<Int32> = []
    let groups = metric.discoveryGroups.flatMap { found[$0.lowercased()] ?? [] }
    for resource in metric.resources.map({ Resource($0) }) + groups {
      let number = inventory.add(resource)
      if seen.insert(number).inserted { add(number, to: planned, known: known?.index, memory: memory) }
    }
    planned.targets = planned.targets.lowerBound..<plan.targets.count
    plan.metrics.append(planned)
  }

  private mutating func add(_ number: Int32, to metric: PlannedMetric, known: Int32?, memory: Memory) {
    let resource = inventory.resources[Int(number)]
    let row = known.map { memory.row(metric: $0, resource: resource.key) } ?? -1
    let state = row < 0 ? nil : memory.state(row: row)
    let target = Int32(plan.targets.count)
    plan.targets.append(
      Target(
        metric: Int32(plan.metrics.count), resource: number, previous: row,
        state: state ?? TargetState(outcome: .notDue)))
    guard isAsked(metric, state), let type = ResourceType.named(resource.type) else { return }
    grouping.add(
      target: target, of: metric, window: window(of: metric, state), type: type, resource: resource,
      idOwner: inventory.idOwners[Int(number)])
  }

  /// Whether a target is asked for: it is new, was deferred, or its schedule says now; and a bucket has become final
  /// since the newest one that was decided.
  private func isAsked(_ metric: PlannedMetric, _ state: TargetState?) -> Bool {
    guard let state, !asksAll else { return true }
    return (metric.isDue || state.outcome == .deferred) && metric.bucket.upperBound > state.horizon
  }

  /// The buckets to ask for: those that have become final since the newest one that was decided, as far back as the
  /// look-back goes; of a series that was never seen the newest alone.
  private func window(of metric: PlannedMetric, _ state: TargetState?) -> Range<Int> {
    let newest = metric.bucket
    guard let horizon = state?.horizon, horizon > 0, horizon < newest.lowerBound else { return newest }
    let interval = newest.count
    let reach = max(lookBack, 2 * interval + settle)
    let oldest = (now - reach + interval - 1) / interval * interval
    return min(max(horizon, oldest), newest.lowerBound)..<newest.upperBound
  }

  /// The newest bucket whose end plus `settle` has passed, on the grid of multiples of the interval since 1970 UTC.
  package static func newestFinalBucket(now: Int, settle: Int, interval: Int) -> Range<Int> {
    let end = (now - settle) / interval * interval
    return end - interval..<end
  }
}
