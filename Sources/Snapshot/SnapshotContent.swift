package import Model

/// What one invocation leaves to the next: bounded by the declared series, without any other history.
package struct SnapshotContent: Sendable {
  /// Start of the pass that left it, in microseconds since 1970 UTC.
  package var takenAt: Int
  /// Whether the pass ran on a clock that was set by hand (`--at`) or on recorded exchanges (`--replay`).
  package var isFrozen: Bool
  /// The name of the pass that left it, whose files in the outbox it commits; "" where there are none.
  package var pass = ""
  package var metrics: [MetricState] = []
  /// The keys of the resources that `rows` speak of.
  package var resources: [String] = []
  /// A row for each target, by metric, then by resource.
  package var rows: [TargetRow] = []
  /// What discovery found, as of when.
  package var groups: [FoundGroup] = []
  /// What of discovery is under way or in doubt.
  package var discovery = DiscoveryMemory()
  /// Until when batches of subscriptions are not tried, because Azure refused them: by lower-cased subscription, in
  /// seconds since 1970 UTC.
  package var batchRefusals: [String: Int] = [:]
  /// Where declared resources are.
  package var places = Places()
  /// The series of rows that have open buckets.
  package var open = OpenSeries()
  /// What is learned of the settle of metrics, by what tells them apart.
  package var settles: [String: LearnedSettle] = [:]
  /// The series that are watched for it.
  package var probes: [SettleProbe] = []
  /// The rows that Azure refuses for their own sake.
  package var refusals: [RememberedRefusal] = []
  /// What the pass that left it was going to call, and what it called.
  package var calls: [CallCount] = []
  /// The calls of the day that cost something.
  package var billed = BilledCalls()
  /// What the recent passes came to, the oldest first; the last is the one that left it.
  package var passes: [PassFigures] = []
  package var digest = PassDigest()
  /// What passes counted so far.
  package var totals = PointTotals()
  /// How large batches were so far.
  package var batchSizes = BatchSizes()
  /// The last final samples of each row; a row's number is the target's.
  package var samples: SampleTable
  /// The series of rows that Azure answered with and that had no value, each with NaN; none where nobody wants them.
  package var absent: SampleTable

  package init(takenAt: Int, isFrozen: Bool, rows: [TargetRow] = []) {
    self.takenAt = takenAt
    self.isFrozen = isFrozen
    self.rows = rows
    samples = SampleTable(targets: rows.count)
    absent = SampleTable(targets: rows.count)
  }

  /// Calls of one API.
  package struct CallCount: Sendable, Equatable {
    /// As self metrics name it.
    package var api: String
    package var planned: Int
    /// With every try.
    package var made: Int

    package init(api: String, planned: Int, made: Int) {
      self.api = api
      self.planned = planned
      self.made = made
    }
  }

  /// What is known of one declared metric.
  package struct MetricState: Sendable, Equatable {
    package var name: String
    /// What it asks Azure for; a state whose question is no longer the declared one is not used.
    package var fingerprint: String
    /// When it was last asked for, in seconds since 1970 UTC.
    package var lastAttempt: Int
    package var figures: MetricFigures

    package init(name: String, fingerprint: String, lastAttempt: Int, figures: MetricFigures = MetricFigures()) {
      self.figures = figures
      self.name = name
      self.fingerprint = fingerprint
      self.lastAttempt = lastAttempt
    }
  }

  /// What is known of one declared metric of one resource.
  package struct TargetRow: Sendable, Equatable {
    /// Index in `metrics`.
    package var metric: Int32
    /// Index in `resources`.
    package var resource: Int32
    package var state: TargetState

    package init(metric: Int32, resource: Int32, state: TargetState) {
      self.metric = metric
      self.resource = resource
      self.state = state
    }
  }
}
