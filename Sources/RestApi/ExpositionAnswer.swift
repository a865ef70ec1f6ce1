internal import Configuration
internal import Formats
internal import Model
internal import Planning
internal import Sinks
internal import Snapshot

extension API {
  /// The users' metrics as the last pass left them, with Azure's own times where the file wants them, and the self
  /// metrics; of a discovery agent alone, these.
  func exposition() throws -> APIAnswer {
    let settings = source.settings
    let text = Collected()
    if agent.has(.scraper), !settings.prometheus.hasTimestamps, let metrics = try? source.metrics() {
      // What is shown would be the same, at a hundredth of the cost.
      return try answer([], [metrics])
    }
    if agent.has(.scraper), let snapshot = try source.snapshot() {
      let discovery = try source.discovery()
      let plan = Planner.plan(
        try source.declarations(), discovery: discovery, found: snapshot.groups.map { known(of: $0, discovery) },
        places: snapshot.places.resources, settings: settings, snapshot: snapshot,
        now: snapshot.takenAt / 1_000_000, zone: source.zone, shard: source.shard)
      let outcomes = plan.targets.map { target in
        target.previous >= 0 ? snapshot.rows[Int(target.previous)].state.outcome : .notDue
      }
      let families = MetricFamily.all(of: plan, labels: LabelShapes(plan)).0
      try Exposition(
        plan: plan, samples: table(snapshot.samples, of: plan), absent: table(snapshot.absent, of: plan),
        outcomes: outcomes, settings: settings.prometheus,
        isTimed: settings.prometheus.hasTimestamps
      )
      .write(families, to: OutputBuffer { bytes in text.append(bytes) })
    }
    return try answer(text.bytes, [])
  }

  /// The samples of the snapshot's rows as those of the plan's targets.
  private func table(_ rows: SampleTable, of plan: Plan) -> SampleTable {
    var table = SampleTable(targets: plan.targets.count)
    for (number, target) in plan.targets.enumerated() where target.previous >= 0 {
      rows.forEach(target: Int(target.previous)) { start, value, dimensions in
        table.append(target: number, start: start, value: value, dimensions: dimensions)
      }
    }
    return table
  }

  private func answer(_ body: [UInt8], _ stored: [any StoredText]) throws -> APIAnswer {
    var answer = APIAnswer(200, Self.contentType, body)
    answer.stored = stored
    if let more = try source.selfMetrics() { answer.stored.append(more) }
    return answer
  }

  /// A list as far as it means now what it meant when it was found: tags are kept by their places among those that the
  /// runtime file named then.
  private func known(of list: FoundGroup, _ discovery: DiscoveryDeclaration?) -> FoundGroup {
    guard let discovery, let group = discovery.group(list.name),
      list.fingerprint != Self.fingerprint(of: group, discovery, source.settings.labels.details)
    else { return list }
    var list = list
    for index in list.resources.indices { list.resources[index].details = [] }
    return list
  }

  private static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  /// What a buffer hands on.
  private final class Collected {
    private(set) var bytes: [UInt8] = []

    func append(_ more: borrowing Span<UInt8>) {
      bytes.append(copying: more)
    }
  }
}
