internal import ArgumentParser
internal import Configuration
internal import Formats
internal import Logging
internal import Model
internal import Pass
internal import Planning
internal import Snapshot
internal import System

/// `swath plan`: what the next pass would call, and what it would cost.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Tell what the next pass would call and cost; no value is asked for.",
    discussion: """
      Looks up what a pass would look up first, and asks for nothing else; with --offline not even that. Nothing is \
      written. With --max-calls, --max-cost or --max-series it ends with 3 where one of them is exceeded, for CI.

      Exit status: 0 within the bounds, 3 not, 64 usage, 66 an input is missing, 78 configuration invalid.
      """)

  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var snapshot: SnapshotOptions
  @OptionGroup var network: NetworkOptions
  @Option(help: .init("How to print.", valueName: "format"))
  var format = OutputFormat.text
  @Flag(help: "Ask nobody: what the snapshot does not know is said.")
  var offline = false
  @Flag(help: "Compare what the last pass was going to call with what it called.")
  var last = false
  @Flag(help: "Plan a pass that asks for every metric, whatever its schedule says.")
  var all = false
  @Option(
    help: .init("The most calls for values that a pass in which everything is due may make.", valueName: "number"))
  var maxCalls: Int?
  @Option(help: .init("The most that a month may cost, in US dollars.", valueName: "amount"))
  var maxCost: Double?
  @Option(help: .init("The most series that there may be.", valueName: "number"))
  var maxSeries: Int?
  @Option(
    help: .init(
      "The price of 1,000 calls of getBatch in US dollars. (default: the runtime file's, else \(RuntimeSettings.usualBatchPrice), Azure's in November 2024)",
      valueName: "amount"))
  var price: Double?

  func validate() throws {
    for (name, isGood) in [
      ("--max-calls", maxCalls.map { $0 >= 0 }), ("--max-cost", maxCost.map { $0 >= 0 }),
      ("--max-series", maxSeries.map { $0 >= 0 }), ("--price", price.map { $0 >= 0 }),
    ] where isGood == false { throw ValidationError("\(name) takes a number from 0 on") }
    if last, offline || all {
      throw ValidationError("--last tells of a pass that was; --offline and --all of one to come")
    }
  }

  func run() throws {
    try Refusal.told(tell)
  }

  private func tell() throws {
    let begun = Instant.now
    let stop = try StopSignal()
    let environment = EnvironmentVariables.all()
    let places = try Places(snapshot, environment: environment)
    Console.start(level: network.logLevel ?? .warning)
    let log = Logger(label: "swath")
    let startedAt = snapshot.at ?? Clock.wallMicroseconds
    let state = try SavedState.read(
      places.snapshot, snapshot, startedAt: startedAt, isFrozen: snapshot.at != nil || network.replay != nil,
      writes: false, log)
    if last { return try tellLast(state, places) }
    let inputs = try Inputs.forPass(
      ConfigurationPlaces(configuration, environment: environment), environment: environment)
    let way = try Network(
      .init(network), inputs.settings, environment: environment, begun: begun, wakeDescriptor: stop.descriptor)
    let phase = LookUpPhase(
      inputs: inputs, snapshot: state, places: places, network: way, now: startedAt / 1_000_000, log: log)
    let lookUps = phase.lookUps(nil)
    var unknown: [String] = []
    var found = LookUpResult(known: lookUps)
    if offline {
      unknown = lookUps.queries.compactMap { query in
        guard case .group(let name, _) = query.purpose else { return "where some declared resources are" }
        return lookUps.stale.contains { $0.name == name } ? nil : "the resources of the group \(name)"
      }
    } else {
      found = try phase.run()
      unknown = found.failures.map { "the group \($0.group) as it is now: \($0.reason.code): \($0.reason.text)" }
      way.finishRecording(log)
    }
    let forecast = Forecast(
      .init(
        declarations: inputs.declarations, discovery: inputs.discovery, settings: inputs.settings, found: found.groups,
        places: found.places.resources, shard: places.shard, zone: TimeZoneOffset { Clock.localOffset(at: $0) },
        asksAll: all), lookUps: lookUps, snapshot: state, now: startedAt / 1_000_000, unknown: unknown,
      price: price ?? inputs.settings.batchPrice ?? RuntimeSettings.usualBatchPrice,
      mostCalls: inputs.settings.mostCalls)
    try StandardOutput.write(format, forecast.text, forecast.json)
    try check(forecast)
  }

  /// Ends with 3 where a bound is exceeded.
  private func check(_ forecast: Forecast) throws {
    var isExceeded = false
    func exceeded(_ text: String) {
      Console.say("swath: error: \(text)\n")
      isExceeded = true
    }
    if let maxCalls, forecast.largestPass > maxCalls {
      exceeded("a pass makes up to \(forecast.largestPass) calls for values, more than --max-calls \(maxCalls)")
    }
    if let maxCost, forecast.costPerMonth > maxCost {
      exceeded("a month costs \(Forecast.dollars(forecast.costPerMonth)), more than --max-cost \(maxCost)")
    }
    if let maxSeries, forecast.series > maxSeries {
      exceeded("there are \(forecast.series) series, more than --max-series \(maxSeries)")
    }
    if isExceeded { throw ExitStatus.partial.code }
  }

  /// What the last pass was going to call, and what it called.
  private func tellLast(_ state: SnapshotContent?, _ places: Places) throws {
    guard let state else {
      throw Refusal(.inputMissing, "\(places.snapshot) tells of no pass; swath run makes one")
    }
    var table = TextTable("API", "PLANNED", "MADE", numbers: [1, 2])
    for row in state.calls { table.append(row.api, "\(row.planned)", "\(row.made)") }
    let at = Timestamp.text(state.takenAt / 1_000_000)
    let rows = state.calls.map { row in
      JSONValue.object([
        .init("api", .string(row.api)), .init("planned", .number(Double(row.planned))),
        .init("made", .number(Double(row.made))),
      ])
    }
    try StandardOutput.write(
      format,
      "The pass of \(at):\n\n\(table.text)\nWhat was made and not planned is retries, sign-ins, pages, and searches for what was refused.\n",
      .object([.init("at", .string(at)), .init("calls", .array(rows))]))
  }
}
