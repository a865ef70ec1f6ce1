internal import Catalog
package import Configuration
package import Model

/// What a pass is to do: every target, and the exact list of requests, made before the first of them.
package struct Plan: Sendable {
  /// The wall clock of the pass, in seconds since 1970 UTC.
  package var now: Int
  package var accounts: [Account] = []
  package var metrics: [PlannedMetric] = []
  package var resources: [Resource] = []
  /// The targets, by metric in the declaration's order, then by resource.
  package var targets: [Target] = []
  package var requests: [PlannedRequest] = []
  /// Until when questions about several resources are not tried, by the names of `MetricsQuery.Batch.refusals`,
  /// dimensions are left out, by those of `PlannedMetric.refusal`, and buckets have other lengths, by those of
  /// `PlannedMetric.grainName`.
  package var batchRefusals: [String: Int] = [:]
  /// What is read as it is now, beside the metrics.
  package var readings: [PlannedReading] = []
  /// The series of targets that have open buckets before the pass.
  package var open = OpenSeries()
  /// What is learned of the settle of metrics, by `PlannedMetric.settleKey`, before the pass.
  package var settles: [String: LearnedSettle] = [:]
  /// The series that are watched for it, before the pass.
  package var probes: [SettleProbe] = []
  /// The targets that do not fit into the pass.
  package var putOff: [Int32] = []
  /// Whether that is because of their series, and not of the number of calls.
  package var isPutOffForSeries = false
  /// The targets that Azure refused before.
  package var refusals: [RememberedRefusal] = []
  /// Those of them, by their places there, that are due but are left alone.
  package var held: [Int] = []
  /// The billed calls of the day before this pass.
  package var billed = BilledCalls()
  /// What all passes before this one counted.
  package var totals = PointTotals()
  /// How large batches were before this pass.
  package var batchSizes = BatchSizes()
  /// What series tell of their resources beside Promitor's labels.
  package var labels = LabelSettings()
  /// Whether somebody wants to know which series Azure answers with that have no value.
  package var wantsAbsent = false

  package init(now: Int) {
    self.now = now
  }
}

/// A tenant in a cloud: what one sign-in serves.
package struct Account: Hashable, Sendable {
  package var tenantID: String
  package var cloud: CloudEndpoints

  package init(tenantID: String, cloud: CloudEndpoints) {
    self.tenantID = tenantID
    self.cloud = cloud
  }
}

/// A declared metric, and when it is asked for.
package struct PlannedMetric: Sendable {
  package var declaration: MetricDeclaration
  /// Index in `Plan.accounts` of the declaration that it stands in.
  package var account: Int
  /// The tenant of that account.
  package var tenantID: String
  /// Its targets in `Plan.targets`.
  package var targets: Range<Int>
  /// Whether its schedule says now.
  package var isDue: Bool
  /// When it was last asked for before this pass, in seconds since 1970 UTC; nil for never.
  package var lastAttempt: Int?
  /// The newest final bucket, in seconds since 1970 UTC; of what is read as it is now, this second.
  package var bucket: Range<Int>
  /// For how long behind the end of its bucket a value may stand in for newer ones that could not be had, in seconds.
  package var freshness: Int
  /// The start of the first bucket that is taken of a series which was never seen, in seconds since 1970 UTC.
  package var since: Int
  /// How long after its end Azure still fills a bucket, in seconds.
  package var settle: Int
  /// Under what its settle is learned; nil where it is told, or there is none.
  package var settleKey: String?
  /// Which buckets are taken, and what becomes of late values.
  package var timing: Timing
  /// Length of a bucket as it is declared, in seconds: that in `declaration` is one that Azure has.
  package var declaredInterval: Int
  /// Whether dimensions that Azure does not split it by are left out.
  package var dropsDimensions = false

  package init(
    declaration: MetricDeclaration, account: Int, tenantID: String, targets: Range<Int>, isDue: Bool,
    lastAttempt: Int?, bucket: Range<Int>, freshness: Int, since: Int? = nil,
    settle: Int = LearnedSettle.standard, timing: Timing = Timing()
  ) {
    self.declaration = declaration
    self.account = account
    self.tenantID = tenantID
    self.targets = targets
    self.isDue = isDue
    self.lastAttempt = lastAttempt
    self.bucket = bucket
    self.freshness = freshness
    self.since = since ?? bucket.lowerBound
    self.settle = settle
    self.timing = timing
    declaredInterval = declaration.interval
  }

  /// Whether it is read as it is now, rather than a metric of Azure Monitor.
  package var isRead: Bool { declaration.type.source != .metrics }

  /// What the metric asks Azure for: the state of an edited declaration is not the old one's.
  package var fingerprint: String {
    let metric = declaration
    let buckets = timing.isOnGrid ? [] : [timing.compatibility == .promitor ? "promitor" : "rolling"]
    return
      ([metric.query ?? metric.azureName, metric.aggregation.name, String(declaredInterval)] + metric.dimensions
      + buckets).joined(separator: "|")
  }
}

/// A declared metric of one resource.
package struct Target: Sendable {
  /// Index in `Plan.metrics`.
  package var metric: Int32
  /// Index in `Plan.resources`.
  package var resource: Int32
  /// Its row in the snapshot, or -1.
  package var previous: Int32
  /// Where it stands before the pass.
  package var state: TargetState

  package init(metric: Int32, resource: Int32, previous: Int32, state: TargetState) {
    self.metric = metric
    self.resource = resource
    self.previous = previous
    self.state = state
  }
}

/// One request, and who wants what of its answer.
package struct PlannedRequest: Sendable {
  package var query: MetricsQuery
  /// Index in `Plan.accounts`.
  package var account: Int
  package var asks: [Ask]

  /// What one target takes from an answer.
  package struct Ask: Sendable {
    /// Index in `query.metrics`.
    package var metric: Int32
    /// Index in `Plan.targets`.
    package var target: Int32
    /// Index in `query.resources`.
    package var resource: Int32

    package init(metric: Int32, target: Int32, resource: Int32 = 0) {
      self.metric = metric
      self.target = target
      self.resource = resource
    }
  }

  package init(query: MetricsQuery, account: Int, asks: [Ask]) {
    self.query = query
    self.account = account
    self.asks = asks
  }

  /// The request cut into one for the first half of its metrics and one for the rest; nil where it has only one
  /// metric. A culprit is found so in a few calls, and the others get their answer.
  package var halves: (PlannedRequest, PlannedRequest)? {
    guard query.metrics.count > 1 else { return nil }
    let middle = query.metrics.count / 2
    return (part(metrics: 0..<middle), part(metrics: middle..<query.metrics.count))
  }

  /// The same with the resources of a batch cut in two; nil where there is only one.
  package var halvesByResource: (PlannedRequest, PlannedRequest)? {
    guard query.resources.count > 1 else { return nil }
    let middle = query.resources.count / 2
    return (part(resources: Array(0..<middle)), part(resources: Array(middle..<query.resources.count)))
  }

  /// A batch as a request to each of its resources.
  package var singles: [PlannedRequest] { query.resources.indices.map(alone) }

  /// What a batch asks one of its resources, as a request to that itself.
  package func alone(_ place: Int) -> PlannedRequest {
    var single = part(resources: [place])
    single.query.batch = nil
    return single
  }

  /// The request for some of its metrics.
  package func part(metrics range: Range<Int>) -> PlannedRequest { part(metrics: Array(range)) }

  /// The request for some of its metrics, given by their places.
  package func part(metrics places: [Int]) -> PlannedRequest {
    var placeOf = Array(repeating: Int32(-1), count: query.metrics.count)
    for (place, old) in places.enumerated() { placeOf[old] = Int32(place) }
    var part = self
    part.query.metrics = places.map { query.metrics[$0] }
    part.asks = asks.compactMap { ask in
      let place = placeOf[Int(ask.metric)]
      return place < 0 ? nil : Ask(metric: place, target: ask.target, resource: ask.resource)
    }
    return part
  }

  /// The request for some of its resources, given by their places.
  package func part(resources places: [Int]) -> PlannedRequest {
    var placeOf = Array(repeating: Int32(-1), count: query.resources.count)
    for (place, old) in places.enumerated() { placeOf[old] = Int32(place) }
    var part = self
    part.query.resources = places.map { query.resources[$0] }
    part.asks = asks.compactMap { ask in
      let place = placeOf[Int(ask.resource)]
      return place < 0 ? nil : Ask(metric: ask.metric, target: ask.target, resource: place)
    }
    return part
  }
}
