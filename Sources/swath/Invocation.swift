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
    startedAt = options.at ?? Clock.wallMicroseconds
    isFrozen = options.at != nil || options.replay != nil
  }

  func run() throws {
    let stop = try StopSignal()
    let shard = try ShardChoice.shard(options.shard, environment)
    let places = Places(options, shard: shard, environment: environment)
    let inputs = try Inputs.forPass(
      ConfigurationPlaces(options.configuration, environment: environment), environment: environment)
    let settings = inputs.settings
    Console.start(level: options.logLevel ?? settings.logLevel.flatMap(Logger.Level.init(rawValue:)) ?? .info)
    let log = Logger(label: "swath")

    try Outputs.prepare(places, settings)
    let lock = try hold(places.lock)
    var snapshot = try readSnapshot(places.snapshot, log)
    let outbox = Outbox(places.outbox, shard: shard.index)
    try settle(outbox, snapshot)
    let wire = try makeWire(stop.descriptor, settings)
    let found = try lookUp(inputs, snapshot, places, wire, log)
    publish(found, places, log)
    var plan = Planner.plan(
      inputs.declarations, discovery: inputs.discovery, found: found.groups, places: found.places.resources,
      settings: settings, snapshot: snapshot, now: startedAt / 1_000_000,
      zone: TimeZoneOffset { Clock.localOffset(at: $0) }, shard: shard, asksAll: options.all,
      backfill: options.backfill ?? 0,
      mostCalls: options.maxCalls)
    // What else it said is in the plan by now.
    let lastSamples = snapshot?.samples
    snapshot = nil
    let credentials = try credentials(plan.accounts, settings.authentication, wire)
    let maxInFlight = maxInFlight(settings)
    let courier = courier(wire, settings, share: 1)
    log.debug("\(plan.targets.count) targets, \(plan.requests.count) requests")
    var result = PassRunner.run(
      plan, lastSamples: lastSamples, credentials: credentials, courier: courier, maxInFlight: maxInFlight,
      // Where discovery signs in as somebody else, its tokens are not those of the pass.
      tokens: settings.discoveryAuthentication == nil ? found.tokens : [], environment: environment)
    finishRecording(wire, log)
    // Nobody needs the questions any more, and outputs need room.
    plan.requests = []
    result.statistics.add(found.statistics)
    result.isDiscoveryWhole = found.failures.isEmpty

    var outputs = Outputs(
      places: places, outbox: outbox, plan: plan, result: result, settings: settings,
      pass: outbox.passName(
        startedAt: startedAt, random: options.replay == nil ? .random(in: 0...(.max)) : 0),
      facts: .init(
        version: Swath.version, startedAt: startedAt,
        duration: isFrozen ? 0 : Instant.now.seconds(since: begun),
        processorTime: isFrozen ? 0 : Double(Clock.processorMicroseconds) / 1_000_000,
        configurationWarnings: inputs.warnings, applicationIDs: credentials.map { $0?.applicationID ?? "" },
        scrapeOutcome: settings.selfMetrics,
        groups: found.groups.map { ($0.name, $0.resources.count, $0.foundAt) }))
    outputs.facts.shard = shard
    let isWritten = outputs.write(
      log,
      next: NextSnapshot(
        after: plan, result: result, found: found, pass: outputs.pass, takenAt: startedAt, isFrozen: isFrozen))
    let summary = Summary(plan: plan, result: result, lookUps: found)
    summary.tell(log)
    let status = isWritten ? summary.status : .outputFailed
    // The lock is released only so: until then nobody else may work on the snapshot and its outputs.
    withExtendedLifetime(lock) {
      if status == .partial, options.partialOk { ExitStatus.complete.end() }
      status.end()
    }
  }

  /// Recordings that could not be written cost the pass nothing.
  private func finishRecording(_ wire: any Wire, _ log: Logger) {
    do {
      try (wire as? RecordingWire)?.finish()
    } catch {
      log.error("the recordings: \(error)")
    }
  }

  /// Finishes the commit of a pass that was killed in it.
  private func settle(_ outbox: Outbox, _ snapshot: SnapshotContent?) throws {
    do {
      try outbox.settle(committed: snapshot?.pass ?? "")
    } catch {
      throw Refusal(.outputFailed, "the outbox: \(error)")
    }
  }

  /// Finds the resources of the discovery groups that metrics name, and the places of declared ones, within a share of
  /// the time.
  private func lookUp(
    _ inputs: Inputs, _ snapshot: SnapshotContent?, _ places: Places, _ wire: any Wire, _ log: Logger
  ) throws -> LookUpResult {
    let now = startedAt / 1_000_000
    func lookUps(_ shared: InventoryFile?) -> LookUps {
      LookUps(
        inputs.discovery, declarations: inputs.declarations, settings: inputs.settings, snapshot: snapshot,
        shared: shared, now: now)
    }
    let shared = SharedInventory(places.inventory, log)
    let lookUps =
      places.shard.index == 0 || options.replay != nil
      ? lookUps(nil)
      : shared.awaited(until: lookUpDeadline(inputs.settings), isStopped: { StopSignal.isRaised }, lookUps) {
        $0.queries.isEmpty
      }
    // Where everything is known, there is no account to sign in to.
    let credentials = try credentials(
      lookUps.accounts, inputs.settings.discoveryAuthentication ?? inputs.settings.authentication, wire)
    return LookUpRunner.run(
      lookUps, credentials: credentials, courier: courier(wire, inputs.settings, share: Self.lookUpShare), now: now)
  }

  /// The part of the time for the network in which look-ups may be made.
  private static let lookUpShare = 0.3

  private func lookUpDeadline(_ settings: RuntimeSettings) -> Instant {
    begun + networkDeadline(settings).seconds(since: begun) * Self.lookUpShare
  }

  /// Tells the other shards what was found.
  private func publish(_ found: LookUpResult, _ places: Places, _ log: Logger) {
    guard places.shard.isOneOfSeveral, places.shard.index == 0 else { return }
    SharedInventory(places.inventory, log).publish(InventoryFile(groups: found.groups, places: found.places))
  }

  /// A credential for each account; nil where the wire needs none.
  private func credentials(
    _ accounts: [Account], _ authentication: RuntimeSettings.Authentication, _ wire: any Wire
  ) throws -> [Credential?] {
    wire.needsSignIn && !accounts.isEmpty
      ? try Credentials.all(accounts, authentication, environment: environment) : accounts.map { _ in nil }
  }

  private func maxInFlight(_ settings: RuntimeSettings) -> Int { options.maxInFlight ?? settings.maxInFlight ?? 16 }

  /// Sends over the wire until a share of the time for the network is over.
  private func courier(_ wire: any Wire, _ settings: RuntimeSettings, share: Double) -> Courier {
    let deadline = begun + networkDeadline(settings).seconds(since: begun) * share
    return Courier(
      wire: wire, maxInFlight: maxInFlight(settings), deadline: deadline, isStopped: { StopSignal.isRaised },
      wallSeconds: { Clock.wallMicroseconds / 1_000_000 }, jitter: { Double.random(in: 0...1) })
  }

  /// When the last answer must be there: a tenth of the time, and at least two seconds, is kept for writing.
  private func networkDeadline(_ settings: RuntimeSettings) -> Instant {
    let seconds = Double(options.deadline ?? settings.deadline ?? 50)
    return begun + (seconds - min(max(seconds / 10, 2), seconds / 2))
  }

  private func hold(_ path: String) throws -> ProcessLock {
    do {
      return try ProcessLock(path)
    } catch let held as ProcessLock.Held {
      throw Refusal(.tryAgain, "\(held)")
    } catch {
      throw Refusal(.outputFailed, "\(error)")
    }
  }

  /// The snapshot of the last invocation, if there is a usable one.
  private func readSnapshot(_ path: String, _ log: Logger) throws -> SnapshotContent? {
    let content: SnapshotContent
    switch try SnapshotFile.read(path) {
    case .missing: return nil
    case .damaged(let reason, let aside):
      log.warning("the snapshot \(path) cannot be read (\(reason)); it lies at \(aside) now, and this is a first run")
      return nil
    case .newer(let version):
      throw Refusal(
        .configurationInvalid,
        "the snapshot \(path) has version \(version), of a newer Swath; run that one, or name another file by --state")
    case .content(let read): content = read
    }
    if options.forceState { return content }
    if isFrozen, !content.isFrozen {
      throw Refusal(
        .usage, "the snapshot \(path) is from live passes; name another by --state, or insist by --force-state")
    }
    if content.takenAt > startedAt + 300_000_000 {
      throw Refusal(
        .configurationInvalid,
        "the snapshot \(path) is from \(Timestamp.text(content.takenAt / 1_000_000)), later than now "
          + "(\(Timestamp.text(startedAt / 1_000_000))): set the clock right, or insist by --force-state")
    }
    return content
  }

  private func makeWire(_ wakeDescriptor: Int32, _ settings: RuntimeSettings) throws -> any Wire {
    if let folder = options.replay {
      do {
        return try ReplayWire(folder)
      } catch {
        throw Refusal(.inputMissing, "the recordings: \(error)")
      }
    }
    let authority = settings.certificateAuthority.map { ($0, CertificateStore(path: $0)) }
    if let (path, store) = authority, store == nil {
      throw Refusal(
        .configurationInvalid,
        "transport.certificateAuthority: there is no certificate at \(path): name a file in PEM, or a folder that "
          + "`openssl rehash` has gone over")
    }
    let curl = CurlWire(
      userAgent: "swath/\(Swath.version)", wakeDescriptor: wakeDescriptor,
      proxyExceptions: ProxyExceptions.list(environment),
      certificates: { [environment] in CertificateStore.chosen(environment, named: authority?.1) })
    let wire = CommandWire(curl)
    guard let folder = options.record else { return wire }
    do {
      return try RecordingWire(wire, into: folder, isAnonymised: options.anonymise)
    } catch {
      throw Refusal(.outputFailed, "the recordings: \(error)")
    }
  }
}
