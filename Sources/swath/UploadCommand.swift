internal import ArgumentParser
internal import Configuration
internal import Delivery
internal import Logging
internal import System

/// `swath upload`: brings what waits in the outbox to its receivers.
struct UploadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upload", abstract: "Deliver what waits in the outbox.",
    discussion: """
      Sends the files of the outbox in order to the receivers of the runtime file: OpenTelemetry (metricSinks.\
      openTelemetryCollector), Statuspage (atlassianStatuspage) and StatsD (statsd); or to those that are named. What was \
      accepted is removed, what was not stays, and a receiver that takes nothing is left alone for up to 15 minutes. \
      Passes and uploads do not wait for each other.

      Secrets: the API key of Statuspage is in PROMITOR_ATLASSIAN_STATUSPAGE_APIKEY or the systemd credential \
      statuspage-api-key; headers for the collector are in OTEL_EXPORTER_OTLP_HEADERS or the credential otlp-headers, as \
      name=value,name=value. Where a secret is missing, the other receivers get theirs.

      Exit status: 0 everything was delivered, 3 something was kept or refused, 64 usage, 66 an input is missing, 74 the \
      outbox could not be written, 75 nothing could be delivered or another upload holds the lock (try again), \
      77 a receiver refuses the sender, 78 configuration invalid.
      """)

  enum Target: String, ExpressibleByArgument, CaseIterable {
    case otlp, statuspage, statsd
  }

  @Argument(help: .init("Only these: otlp, statuspage, statsd.", valueName: "receiver"))
  var targets: [Target] = []
  @OptionGroup var configuration: ConfigurationOptions
  @Option(help: .init("Folder of the outputs. (default: /var/lib/swath/out)", valueName: "folder"))
  var output: String?
  @Option(help: .init("Seconds after which the upload ends.", valueName: "seconds"))
  var deadline = 50
  @Flag(help: "Tell what would be sent, and send nothing.")
  var dryRun = false
  @Flag(help: "Try also receivers that failed lately.")
  var all = false
  @Option(
    help: .init(
      "How much to tell: trace, debug, info, notice, warning, error, critical. (default: info)", valueName: "level"),
    transform: NetworkOptions.level)
  var logLevel: Logger.Level?

  func validate() throws {
    if deadline < 1 { throw ValidationError("--deadline takes a number of seconds from 1 on") }
  }

  func run() throws {
    try Refusal.told(upload)
  }

  private func upload() throws {
    let begun = Instant.now
    let stop = try StopSignal()
    let environment = EnvironmentVariables.all()
    let inputs = try Inputs(
      ConfigurationPlaces(configuration, environment: environment), kinds: [.runtime], environment: environment,
      diagnostics: Diagnostics())
    Console.say(inputs.diagnostics.rendered(color: Console.isTerminal))
    if inputs.diagnostics.hasErrors {
      throw Refusal(.configurationInvalid, "the runtime file has errors; nothing was sent")
    }
    Console.start(level: logLevel ?? inputs.settings.logLevel.flatMap(Logger.Level.init(rawValue:)) ?? .info)
    let log = Logger(label: "swath")
    let output = Files.folder(output ?? Places.output)
    let wanted = Set(targets.compactMap { Outbox.Output(rawValue: $0.rawValue) })
    let uploads = try Uploads(
      inputs.settings, wanted: wanted.isEmpty ? nil : wanted, folder: "\(output)/outbox",
      environment: environment, isDry: dryRun)
    guard Files.exists(output) else {
      // Before the first pass nothing waits; a folder that is named is taken to be meant.
      if self.output == nil { return log.info("upload: nothing waits; \(output) is made by the first pass") }
      throw Refusal(
        .inputMissing, "\(output) is not there; --output names the folder of the outputs, which swath run makes")
    }
    if dryRun { return try StandardOutput.write(Array(try uploads.preview.utf8)) }
    let way = try Network(
      .init(deadline: deadline), inputs.settings, environment: environment, begun: begun,
      wakeDescriptor: stop.descriptor)
    let status = try uploads.run(way, waits: !all, log)
    if status != .complete { throw status.code }
  }
}
