internal import Azure
internal import Configuration
internal import Delivery
internal import Formats
internal import Logging
internal import Model
internal import Pass
internal import Planning
internal import Sinks
internal import Snapshot
internal import System
internal import Transport

/// One invocation from its inputs to its outputs: the order of the steps, and nothing else.
struct Invocation {
  private let options: RunCommand
  private let environment: [String: String]
  private let begun = Instant.now
  /// Start of the pass in microseconds since 1970 UTC.
  private let startedAt: Int
  /// Whether outputs must not show the real clock.
  private let isFrozen: Bool

  init(_ options: RunCommand) {
    self.options = options
    environment = EnvironmentVariables.all()
    startedAt = options.snapshot.at ?? Clock.wallMicroseconds
    isFrozen = options.snapshot.at != nil || options.network.replay != nil
  }

  func run() throws {
    let stop = try StopSignal()
    let places = try Places(
      options.snapshot, output: options.outputs.output, textfile: options.outputs.textfile, environment: environment)
    let shard = places.shard
    let inputs = try Inputs.forPass(
      ConfigurationPlaces(options.configuration, environment: environment), environment: environment)
    let settings = inputs.settings
    if shard.isOneOfSeveral, let mapping = settings.statuspage?.mappings.first(where: { $0.aggregate != nil }) {
      throw Refusal(
        .configurationInvalid,
        "a shard sees a part of the resources, so it cannot aggregate '\(mapping.metric)' for the status page; remove "
          + "'aggregate', or make that metric's passes without --shard")
    }
    Console.start(level: options.network.logLevel ?? settings.logLevel.flatMap(Logger.Level.init(rawValue:)) ?? .info)
    let log = Logger(label: "swath")

    try Outputs.prepare(places, settings, report: options.report)
    let lock = try SavedState.hold(places.lock)
    var snapshot = try SavedState.read(
      places.snapshot, options.snapshot, startedAt: startedAt, isFrozen: isFrozen, writes: true, log)
    if let snapshot, shard.isOneOfSeveral, let other = Outbox.shard(ofPass: snapshot.pass), other != shard.index {
      throw Refusal(
        .usage,
        "the snapshot \(places.snapshot) is of shard \(other), and this is shard \(shard.index): each needs a file of its "
          + "own, named by --state, or none named")
    }
    let outbox = Outbox(places.outbox, shard: shard.index)
    try settle(outbox, snapshot)
    let network = try Network(
      .init(options.network), settings, environment: environment, begun: begun, wakeDescriptor: stop.descriptor)
    let found = try lookUp(inputs, snapshot, places, network, log)
    // What was found is the newer list.
    snapshot?.groups = []
    ProcessMemory.giveBack()
    let (lastSamples, lastAbsent) = (snapshot?.samples, snapshot?.absent)
    let history = PassHistory(snapshot)
    var plan = Planner.plan(
      inputs.declarations, discovery: inputs.discovery, found: found.groups, places: found.places.resources,
      settings: settings, snapshot: snapshot.take(), now: startedAt / 1_000_000,
      zone: TimeZoneOffset { Clock.localOffset(at: $0) }, shard: shard, asksAll: options.all,
      backfill: options.backfill ?? 0,
      mostCalls: options.maxCalls, mostSeries: options.maxSeries)
    ProcessMemory.giveBack()
    let credentials = try network.credentials(plan.accounts, settings.authentication)
    log.debug("\(plan.targets.count) targets, \(plan.requests.count) requests")
    let progress = Console.isWatched(environment) && log.logLevel <= .info ? ProgressLine.progress() : nil
    var result = PassRunner.run(
      plan, lastSamples: lastSamples, lastAbsent: lastAbsent, credentials: credentials,
      courier: network.courier(share: 1), maxInFlight: network.maxInFlight,
      // Where discovery signs in as somebody else, its tokens are not those of the pass.
      tokens: settings.discoveryAuthentication == nil ? found.tokens : [], environment: environment,
      progress: progress)
    for (metric, seconds) in result.grains { plan.setGrain(seconds, of: Int(metric)) }
    if progress != nil { ProgressLine.erase() }
    network.finishRecording(log)
    var planned = plan.callCounts
    if found.queries > 0 { planned[CalledAPI.resourceGraph.name] = found.queries }
    // Nobody needs the questions any more, and outputs need room.
    plan.requests = []
    ProcessMemory.giveBack()
    result.statistics.add(found.statistics)
    result.isDiscoveryWhole = !found.failures.contains { !Landscape.isName($0.group) }

    var outputs = Outputs(
      places: places, outbox: outbox, plan: plan, result: result, settings: settings,
      pass: outbox.passName(
        startedAt: startedAt, random: options.network.replay == nil ? .random(in: 0...(.max)) : 0),
      facts: .init(
        version: Swath.version, startedAt: startedAt,
        duration: isFrozen ? 0 : Instant.now.seconds(since: begun),
        processorTime: isFrozen ? 0 : Double(Clock.processorMicroseconds) / 1_000_000,
        configurationWarnings: inputs.warnings, applicationIDs: credentials.map { $0?.applicationID ?? "" },
        scrapeOutcome: settings.selfMetrics,
        groups: found.groups.filter { !$0.isOfLandscape }.map { ($0.name, $0.resources.count, $0.foundAt) }))
    outputs.facts.tallies = found.tallies.filter { !Landscape.isName($0.group) }
    outputs.facts.unansweredSubscriptions = found.memory.missing.count
    outputs.facts.shard = shard
    outputs.facts.landscape = found.groups.filter(\.isOfLandscape)
    outputs.facts.graph = found.quotas.map { quota in
      .init(
        account: quota.account, mode: (settings.discoveryAuthentication ?? settings.authentication).mode.rawValue,
        applicationID: quota.applicationID, remaining: quota.remaining, isThrottled: quota.isThrottled)
    }
    outputs.report = options.report
    let isWritten = outputs.write(
      log,
      next: NextSnapshot(
        after: plan, result: result, found: found, pass: outputs.pass, takenAt: startedAt, isFrozen: isFrozen,
        planned: planned, duration: outputs.facts.duration, history: history))
    let summary = Summary(plan: plan, result: result, lookUps: found)
    summary.tell(log, isWritten: isWritten)
    var status = isWritten ? summary.status : .outputFailed
    if options.upload, !upload(settings, places, network, log), status == .complete { status = .partial }
    // The lock is released only so: until then nobody else may work on the snapshot and its outputs.
    withExtendedLifetime(lock) {
      if status == .partial, options.partialOk { ExitStatus.complete.end() }
      status.end()
    }
  }

  /// Finds the resources, and tells the other shards of them. A function of its own, so that nothing keeps the snapshot
  /// behind it.
  private func lookUp(
    _ inputs: Inputs, _ snapshot: SnapshotContent?, _ places: Places, _ network: Network, _ log: Logger
  ) throws -> LookUpResult {
    let phase = LookUpPhase(
      inputs: inputs, snapshot: snapshot, places: places, network: network, now: startedAt / 1_000_000, log: log)
    let found = try phase.run()
    phase.publish(found)
    return found
  }

  /// Delivers the outbox; whether everything was. What goes wrong there costs the pass nothing.
  private func upload(_ settings: RuntimeSettings, _ places: Places, _ network: Network, _ log: Logger) -> Bool {
    do {
      let uploads = try Uploads(settings, wanted: nil, folder: places.outbox, environment: environment)
      return try uploads.run(network, waits: true, log) == .complete
    } catch let refusal as Refusal {
      log.error("upload: \(refusal.message)")
    } catch {
      log.error("upload: \(error)")
    }
    return false
  }

  /// Finishes the commit of a pass that was killed in it.
  private func settle(_ outbox: Outbox, _ snapshot: SnapshotContent?) throws {
    do {
      try outbox.settle(committed: snapshot?.pass ?? "")
    } catch {
      throw Refusal(.outputFailed, "the outbox: \(error)")
    }
  }
}
