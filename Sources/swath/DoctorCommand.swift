internal import ArgumentParser
internal import Configuration
internal import Delivery
internal import Formats
internal import Logging
internal import Pass
internal import Planning
internal import Snapshot
internal import System

/// `swath doctor`: whether a pass would get everywhere that it has to.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check sign-in, permissions, receivers and folders.",
    discussion: """
      Signs in, finds the discovery groups, and asks one question at each place where a pass asks: of each API the first \
      of each subscription and region, each workspace and each queue. Asks receivers whether they would take something, \
      and looks whether the snapshot can be used and the outputs be written. What is amiss is told with its remedy. \
      Nothing is written and nothing is delivered; questions to getBatch cost what they always do.

      Exit status: 0 nothing is amiss, 3 something is, 64 usage, 66 an input is missing, 77 sign-in refused, \
      78 configuration invalid.
      """)

  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var snapshot: SnapshotOptions
  @OptionGroup var network: NetworkOptions
  @OptionGroup var outputs: OutputOptions
  @Option(help: .init("How to print.", valueName: "format"))
  var format = OutputFormat.text

  func run() throws {
    try Refusal.told(check)
  }

  private func check() throws {
    let begun = Instant.now
    let stop = try StopSignal()
    let environment = EnvironmentVariables.all()
    Console.start(level: network.logLevel ?? .critical)
    let log = Logger(label: "swath")
    let places = try Places(
      snapshot, output: outputs.output, textfile: outputs.textfile, environment: environment)
    let inputs = try Inputs.forPass(
      ConfigurationPlaces(configuration, environment: environment), environment: environment)
    let startedAt = snapshot.at ?? Clock.wallMicroseconds
    var checkup = Checkup()
    let (files, metrics) = (inputs.files.count, inputs.declarations.reduce(0) { $0 + $1.metrics.count })
    let state = inputs.warnings == 0 ? Checkup.State.good : .doubtful
    checkup.add(
      state, "configuration", "", "\(files) files, \(metrics) metrics\(state == .good ? "" : "; warnings are above")")
    checkup.look(at: places, inputs.settings)
    checkup.look(at: places.snapshot, snapshot, startedAt: startedAt, isFrozen: network.replay != nil, log)
    let way = try Network(
      .init(network), inputs.settings, environment: environment, begun: begun, wakeDescriptor: stop.descriptor)
    do {
      try checkup.ask(
        LookUpPhase(
          inputs: inputs, snapshot: nil, places: places, network: way, now: startedAt / 1_000_000, log: log,
          wantsEveryGroup: true, asksItself: true), environment)
    } catch let refusal as Refusal {
      // Without a secret nobody can be asked, and receivers can all the same.
      checkup.add(.bad, "sign-in", "", refusal.message)
    }
    try checkup.askReceivers(inputs.settings, places, way, environment)
    way.finishRecording(log)
    try StandardOutput.write(format, checkup.text, checkup.json)
    if checkup.status != .complete { throw checkup.status.code }
  }
}

extension Checkup {
  /// Whether what a pass leaves behind can be written.
  fileprivate mutating func look(at places: Places, _ settings: RuntimeSettings) {
    var folders: [String] = []
    for folder in [Files.parent(of: places.snapshot), places.output, places.textfileFolder(settings)]
    where !folders.contains(folder) { folders.append(folder) }
    for folder in folders where Files.isWritable(folder: folder) { add(.good, "folder", folder, "can be written") }
    // What a pass of another user has made is seen where it is there.
    let made = places.outboxes.filter { Files.exists($0) }
    for folder in folders + made where !Files.isWritable(folder: folder) {
      add(.bad, "folder", folder, "cannot be written -- make it, and give it to the user that swath runs as")
    }
    if Files.exists(places.lock), !Files.isWritable(places.lock) {
      add(.bad, "folder", places.lock, "cannot be written -- give it to the user that swath runs as")
    }
  }

  /// Whether the last snapshot can be used.
  fileprivate mutating func look(
    at path: String, _ options: SnapshotOptions, startedAt: Int, isFrozen: Bool, _ log: Logger
  ) {
    do {
      if case .damaged(let reason, _) = try SnapshotFile.read(path, movesDamaged: false) {
        return add(
          .bad, "snapshot", path, "it cannot be read (\(reason)) -- the next pass puts it aside, and is a first one")
      }
      let last = try SavedState.read(
        path, options, startedAt: startedAt, isFrozen: options.at != nil || isFrozen, writes: false, log)
      guard let last else { return add(.good, "snapshot", path, "there is none; the next pass is a first one") }
      let seconds = max(startedAt - last.takenAt, 0) / 1_000_000
      add(.good, "snapshot", path, "of the pass \(TimeSpan.text(seconds)) ago, with \(last.rows) series")
    } catch {
      add(.bad, "snapshot", path, (error as? Refusal)?.message ?? "\(error)")
    }
  }

  /// Whether receivers take what is sent.
  fileprivate mutating func askReceivers(
    _ settings: RuntimeSettings, _ places: Places, _ network: Network, _ environment: [String: String]
  ) throws {
    // Where there is no receiver, none is asked; where none has its secret, that is told.
    let isAny = settings.collectorURI != nil || settings.statuspage != nil || settings.statsd != nil
    guard isAny, !network.isReplayed else { return }
    do {
      let uploads = try Uploads(settings, wanted: nil, folder: places.outbox, environment: environment)
      for check in uploads.check(network) {
        if check.fault.isEmpty {
          add(.good, check.output.rawValue, "", check.output == .statsd ? "its host is known" : "takes what is sent")
        } else {
          add(.bad, check.output.rawValue, "", check.fault, isRefusal: check.isRefusal)
        }
      }
    } catch let refusal as Refusal {
      add(.bad, "receivers", "", refusal.message)
    }
  }
}
