internal import ArgumentParser
internal import AzureEmulator
internal import Glibc

/// `azure-emulator`: Azure on the loopback interface, for tests and for users' own CI.
@main struct AzureEmulatorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "azure-emulator",
    abstract: "Emulates the parts of Azure that metrics are read from, on 127.0.0.1 alone.",
    subcommands: [ServeCommand.self, ConfigurationCommand.self])
}

extension FaultKind {
  /// A line for each kind.
  fileprivate static var help: String {
    all.map { row in
      let name = row.parameter.map { "\(row.name) (&\($0)=…)" } ?? row.name
      return "      \(name): \(row.text.replacing("`", with: ""))"
    }.joined(separator: "\n")
  }
}

/// What the estate is, for every command alike: the same options give the same estate.
struct EstateOptions: ParsableArguments {
  @Option(help: "Seed of the estate: another one gives other names, places and values.")
  var seed = 1
  @Option(help: "Number of resources.")
  var resources = 20
  @Option(help: "Number of subscriptions.")
  var subscriptions = 2
  @Option(help: "Number of regions, 1 to 5, with as many resources each. (default: three or more, unevenly)")
  var regions: Int?
  @Option(help: "Resource types to have by turns: the common ones, or all of Promitor.")
  var types = TypeChoice.common
  @Option(name: .customLong("type"), help: "The only resource type to have, such as VirtualMachine; may be repeated.")
  var named: [String] = []

  enum TypeChoice: String, ExpressibleByArgument, CaseIterable { case common, all }

  private var chosen: [EmulatedType] {
    if !named.isEmpty { return EmulatedType.all.filter { named.contains($0.name) } }
    return types == .all ? EmulatedType.all : EmulatedType.common
  }

  var configuration: EmulatorConfiguration {
    var configuration = EmulatorConfiguration()
    configuration.estate = Estate(
      seed: seed, resources: resources, subscriptions: subscriptions, regions: regions, types: chosen)
    return configuration
  }

  func validate() throws {
    if let regions, !(1...5 ~= regions) { throw ValidationError("--regions takes a number from 1 to 5") }
    for type in named where !EmulatedType.all.contains(where: { $0.name == type }) {
      let known = EmulatedType.all.map(\.name).joined(separator: ", ")
      throw ValidationError("\(type) is not emulated; take one of \(known)")
    }
  }
}

/// `azure-emulator serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve an estate until the process is ended.",
    discussion: """
      The first line of its output is "listening on http://127.0.0.1:PORT". While it runs:

        GET  /control/statistics               what it was asked, as JSON
        POST /control/statistics/reset
        POST /control/clock?now=RFC3339        or ?advanceSeconds=N
        POST /control/tokens/revoke            every token it gave out is unknown from now on
        POST /control/faults?status=429&retryAfter=3&times=2&match=metrics
                                               or ?kind=KIND; &delayMilliseconds=N, &resource=PART_OF_AN_ID, &waitHeader=NAME
        DELETE /control/faults
          Kinds:
      \(FaultKind.help)
        POST /control/resources/remove?id=ID   a resource vanishes
        POST /control/resources/restore        all are back
        POST /control/subscriptions/unreadable?ids=A,B
      """)

  @OptionGroup var estate: EstateOptions
  @Option(help: "Port to listen on; 0 takes a free one.")
  var port = 0
  @Option(help: "Address that clients know it by, where something such as a TLS proxy stands in front of it.")
  var publicEndpoint: String?
  @Option(help: "Time at which its clock stands (RFC 3339); the machine's clock without.")
  var at: String?
  @Option(help: "The longest that samples may be on their way, in seconds.")
  var maxDelaySeconds = 150
  @Option(help: "Share of minutes, from 0 to 1, whose samples come much later.")
  var lateShare = 0.0
  @Option(help: "How much later, in seconds after the minute.")
  var lateSeconds = 1800
  @Option(help: "Share of minutes, from 0 to 1, whose values change until their second part is there.")
  var partShare = 0.0
  @Option(help: "Reads that a subscription may make at once; 25 come back each second.")
  var readQuota = 250
  @Option(help: "Reads of definitions of a subscription in each five minutes.")
  var definitionsQuota = 400
  @Option(help: "Queries of Resource Graph in each five seconds.")
  var graphQuota = 15
  @Option(help: "Batches in a region in each hour.")
  var batchQuota = 360_000
  @Option(help: "Queries of Log Analytics in each thirty seconds.")
  var logQuota = 200
  @Flag(help: "Tell the reads that are left as a provider with a limit of its own does.")
  var providerQuota = false
  @Option(help: "A subscription in which the application has no role; may be repeated.")
  var unreadable: [String] = []
  @Option(
    help: "A fault from the start, as the query of POST /control/faults, such as status=429&times=2; may be repeated.")
  var fault: [String] = []
  @Option(help: "Milliseconds that every answer takes.")
  var latencyMilliseconds = 0
  @Option(help: "Secret of the application that may sign in.")
  var clientSecret = EmulatorConfiguration().clientSecret

  func run() async throws {
    var configuration = estate.configuration
    configuration.port = port
    configuration.publicEndpoint = publicEndpoint
    configuration.longestDelay = maxDelaySeconds
    configuration.lateShare = lateShare
    configuration.lateDelay = lateSeconds
    configuration.partShare = partShare
    configuration.readQuota = readQuota
    configuration.definitionsQuota = definitionsQuota
    configuration.graphQuota = graphQuota
    configuration.batchQuota = batchQuota
    configuration.logQuota = logQuota
    configuration.hasProviderQuota = providerQuota
    configuration.unreadableSubscriptions = unreadable
    configuration.latencyMilliseconds = latencyMilliseconds
    configuration.clientSecret = clientSecret
    if let at {
      guard let time = EmulatedTime.seconds(at) else { throw ValidationError("\(at) is no time of RFC 3339") }
      configuration.fixedNow = time
    }
    let faults = try fault.map { text in
      guard let fault = Fault(query: text) else { throw ValidationError("\(text) is no fault: see below") }
      return fault
    }
    let server = try await EmulatorServer.start(configuration)
    server.set(faults: faults)
    print("listening on \(server.endpoint)")
    fflush(nil)
    try await server.wait()
  }
}

/// `azure-emulator configuration`.
struct ConfigurationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "configuration",
    abstract: "Write a metrics declaration and a runtime file for an estate into a folder.")

  @Argument(help: "The folder, which is made where it is missing.")
  var folder: String
  @Option(help: "Address of the emulator, as it prints it.")
  var endpoint: String
  @Option(help: "How many metrics of each type to declare; without it all.")
  var metricsPerType: Int?
  @Flag(help: "Have the metrics read in batches.")
  var batch = false
  @Flag(help: "Have the resources discovered, where their type can be, and write the declaration of that too.")
  var discovery = false
  @Flag(help: "Have the metrics sent to OpenTelemetry, Atlassian Statuspage and StatsD too.")
  var uploads = false
  @OptionGroup var estate: EstateOptions

  func run() throws {
    let files = PromitorConfiguration(
      estate.configuration, endpoint: endpoint, metricsPerType: metricsPerType ?? .max, isBatched: batch,
      isDiscovered: discovery, hasUploads: uploads)
    unsafe mkdir(folder, 0o755)
    try write(files.declaration, "metrics-declaration.yaml")
    try write(files.runtime, "runtime.yaml")
    if discovery { try write(files.discoveryDeclaration, "resource-discovery-declaration.yaml") }
  }

  private func write(_ text: String, _ name: String) throws {
    let path = "\(folder)/\(name)"
    guard let file = unsafe fopen(path, "w") else {
      throw ValidationError("cannot write \(path): \(unsafe String(cString: strerror(errno)))")
    }
    unsafe fputs(text, file)
    unsafe fclose(file)
    print(path)
  }
}
