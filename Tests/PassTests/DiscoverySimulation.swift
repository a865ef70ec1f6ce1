import AzureEmulator
import Configuration
import Formats
import Model
import Pass
import Planning
import System
import Testing
import Transport

@testable import Snapshot

/// The look-ups of pass after pass against an emulator in process; what one leaves to the next goes through a snapshot's
/// text.
final class DiscoverySimulation {
  let core: EmulatorCore
  let estate: Estate
  private let discovery: DiscoveryDeclaration
  var settings: RuntimeSettings
  private var snapshot: SnapshotContent?
  private(set) var now = Simulation.noon
  private(set) var result = LookUpResult()
  /// Told of the number of each query of a pass before it is answered, from 0 on.
  var beforeQuery: ((Int) -> Void)?
  /// Seconds that the last pass took of its time.
  private(set) var spent = 0.0

  /// - `groups`: the discovery groups as YAML; nil for one of each type.
  init(_ configuration: EmulatorConfiguration, groups: String? = nil) throws {
    var configuration = configuration
    configuration.fixedNow = now
    estate = configuration.estate
    core = EmulatorCore(configuration, endpoint: CoreWire.endpoint)
    let files = PromitorConfiguration(
      configuration, endpoint: CoreWire.endpoint, metricsPerType: 1, isDiscovered: true)
    var text = files.discoveryDeclaration
    if let groups, let range = text.firstRange(of: "resourceDiscoveryGroups:\n") {
      text = text[..<range.upperBound] + groups
    }
    var diagnostics = Diagnostics()
    settings = RuntimeSettings.read(nil, file: "", environment: [:], diagnostics: &diagnostics)
    // Every pass asks for every list.
    settings.discoveryCache = 0
    discovery = try #require(
      DiscoveryDeclaration.read(Array(text.utf8), file: "discovery.yaml", diagnostics: &diagnostics))
  }

  /// Makes the look-ups of a pass, and moves the clock by a minute.
  ///
  /// - `seconds`: the time that there is for them.
  func pass(seconds: Double = 14) throws {
    let lookUps = LookUps(
      discovery, declarations: [], settings: settings, snapshot: snapshot, wantsEveryGroup: true, now: now)
    let wire = CoreWire(core)
    wire.onTime = { [core, now] in core.set(now: now + Int($0)) }
    wire.beforeAnswer = beforeQuery
    core.resetStatistics()
    result = LookUpRunner.run(
      lookUps, credentials: lookUps.accounts.map { _ in nil },
      courier: Courier(
        wire: wire, maxInFlight: 16, deadline: Instant(microseconds: Int(seconds * 1_000_000)),
        isStopped: { wire.isStopped }, now: { wire.clock }, wallSeconds: { [now] in now }, jitter: { 0.5 }), now: now)
    spent = wire.clock.seconds(since: Instant(microseconds: 0))
    let text = Text()
    try NextSnapshot(
      after: Plan(now: now), result: PassResult(targets: 0), found: result, pass: "p", takenAt: now * 1_000_000,
      isFrozen: true
    ).write(to: OutputBuffer { bytes in for index in bytes.indices { text.bytes.append(bytes[index]) } })
    snapshot = try SnapshotReader.content(text.bytes)
    advance(seconds: 60)
  }

  func advance(seconds: Int) {
    now += seconds
    core.set(now: now)
  }

  /// Makes resources vanish; a parameter is the number of a resource of the estate.
  func remove(_ numbers: some Sequence<Int>) { core.set(removed: numbers.map { estate.resources[$0].id }) }

  /// The ids in the list of a group, in order.
  func ids(_ group: String = "all-keyvault") -> [String] {
    result.groups.first { $0.name == group }?.resources.map(\.id).sorted() ?? []
  }

  /// How many queries the last pass made.
  var queries: Int { core.statistics.calls["resourceGraph"] ?? 0 }

  private final class Text { var bytes: [UInt8] = [] }
}
