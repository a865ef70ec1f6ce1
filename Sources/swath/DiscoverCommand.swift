internal import ArgumentParser
internal import Configuration
internal import Formats
internal import Logging
internal import Model
internal import Pass
internal import Planning
internal import Snapshot
internal import System

/// `swath discover`: what the discovery groups find.
struct DiscoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discover", abstract: "List the discovery groups, or the resources of one.",
    discussion: """
      Asks Azure Resource Graph for every declared group, whether or not a metric names it; nothing is written. \
      Without GROUP it tells how many resources each has, with GROUP which. With --metrics it asks Azure Monitor which \
      metrics one resource has, and prints them as a metrics declaration.

      Exit status: 0 complete, 3 where some groups could not be found out, 64 usage, 66 an input is missing, \
      75 where none could, 77 sign-in refused, 78 configuration invalid.
      """)

  @Argument(help: .init("Discovery group, in any case.", valueName: "group"))
  var group: String?
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var snapshot: SnapshotOptions
  @OptionGroup var network: NetworkOptions
  @Option(help: .init("How to print.", valueName: "format"))
  var format = OutputFormat.text
  @Option(help: .init("List the metrics of this resource instead, ready to be declared.", valueName: "resource-id"))
  var metrics: String?
  @Flag(help: "Print the queries instead of asking them.")
  var kql = false
  @Flag(help: "Tell what was added and removed since the snapshot.")
  var diff = false
  @Flag(help: "Ask nobody: tell what the snapshot has.")
  var offline = false

  func validate() throws {
    if metrics != nil, group != nil || kql || diff || offline {
      throw ValidationError("--metrics is about one resource; it goes with no group, --kql, --diff or --offline")
    }
    if kql, diff || offline { throw ValidationError("--kql asks nobody; --diff and --offline tell of what was found") }
    if diff, offline { throw ValidationError("--diff compares the snapshot with Azure, which --offline does not ask") }
  }

  func run() throws {
    try Refusal.told(tell)
  }

  private func tell() throws {
    let begun = Instant.now
    let stop = try StopSignal()
    let environment = EnvironmentVariables.all()
    let files = ConfigurationPlaces(configuration, environment: environment)
    if let metrics {
      Console.start(level: network.logLevel ?? .warning)
      let inputs = try Inputs.forLookUps(files, environment: environment)
      let way = try Network(
        .init(network), inputs.settings, environment: environment, begun: begun, wakeDescriptor: stop.descriptor)
      let offer = try OfferedMetrics(metrics, inputs: inputs, network: way).offer()
      return try StandardOutput.write(format, offer.text, offer.json)
    }
    let inputs = try Inputs.checked(files, kinds: [.runtime, .discovery], environment: environment)
    guard var discovery = inputs.discovery else {
      throw Refusal(
        .inputMissing, "\(files.discovery): there is no discovery declaration; name one by --discovery")
    }
    if let group {
      guard let one = discovery.group(group) else {
        throw Refusal(
          .usage, "there is no group \(group); there are \(discovery.groups.map(\.name).joined(separator: ", "))")
      }
      discovery.groups = [one]
    }
    let details = inputs.settings.labels.details
    if kql { return try writeQueries(discovery, details) }
    Console.start(level: network.logLevel ?? .warning)
    let log = Logger(label: "swath")
    let startedAt = snapshot.at ?? Clock.wallMicroseconds
    let old = diff || offline ? try savedGroups(startedAt, environment, log) : nil
    guard !offline else {
      return try write(DiscoveryReport(discovery.groups, details: details, found: old ?? [], since: nil))
    }
    let way = try Network(
      .init(network), inputs.settings, environment: environment, begun: begun, wakeDescriptor: stop.descriptor)
    let lookUps = LookUps(
      discovery, declarations: [], settings: inputs.settings, snapshot: nil, wantsEveryGroup: true,
      now: startedAt / 1_000_000)
    let found = LookUpRunner.run(
      lookUps,
      credentials: try way.credentials(
        lookUps.accounts, inputs.settings.discoveryAuthentication ?? inputs.settings.authentication),
      courier: way.courier(share: 1), now: startedAt / 1_000_000)
    way.finishRecording(log)
    try write(DiscoveryReport(discovery.groups, details: details, found: found.groups, since: old))
    for remark in found.remarks { log.warning("\(remark)") }
    for failure in found.failures {
      log.error("discovery of \(failure.group): \(failure.reason.code): \(failure.reason.text)")
    }
    if found.failures.isEmpty { return }
    if !found.groups.isEmpty { throw ExitStatus.partial.code }
    throw (found.failures.contains(where: \.isRefusal) ? ExitStatus.signInRefused : .tryAgain).code
  }

  /// The lists of the last pass.
  private func savedGroups(_ startedAt: Int, _ environment: [String: String], _ log: Logger) throws -> [FoundGroup] {
    let path = try Places(snapshot, environment: environment).snapshot
    let isFrozen = snapshot.at != nil || network.replay != nil
    guard let state = try SavedState.read(path, snapshot, startedAt: startedAt, isFrozen: isFrozen, writes: false, log)
    else {
      throw Refusal(.inputMissing, "\(path) is not there, so nothing is known of an earlier pass; swath run makes one")
    }
    return state.groups
  }

  private func write(_ report: DiscoveryReport) throws {
    try StandardOutput.write(
      format, group == nil ? report.text : report.resourcesText, report.json(listsResources: group != nil))
  }

  /// The queries as somebody pastes them into Resource Graph Explorer; where there are several, each behind the name of
  /// its group.
  private func writeQueries(_ discovery: DiscoveryDeclaration, _ details: ResourceDetails) throws {
    var texts: [String] = []
    let rows = discovery.groups.map { group in
      let text = DiscoveryQuery(group, details: details).text
      // A line break in the name would end the comment.
      let name = group.name.split(whereSeparator: \.isNewline).joined(separator: " ")
      texts.append((self.group == nil ? "// \(name)\n" : "") + text + "\n")
      var members: [JSONValue.Member] = [.init("name", .string(group.name)), .init("query", .string(text))]
      switch discovery.scope(of: group) {
      case .everything: break
      case .subscriptions(let ids): members.append(.init("subscriptions", .array(ids.map { .string($0) })))
      case .managementGroups(let ids): members.append(.init("managementGroups", .array(ids.map { .string($0) })))
      }
      return JSONValue.object(members)
    }
    try StandardOutput.write(format, texts.joined(separator: "\n"), .object([.init("groups", .array(rows))]))
  }
}
