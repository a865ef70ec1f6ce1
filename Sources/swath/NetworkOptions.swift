internal import ArgumentParser
internal import Logging

/// The options that say how a command speaks with Azure, and for how long.
struct NetworkOptions: ParsableArguments {
  @Option(
    help: .init(
      "Seconds after which the pass ends with what it has. (default: the runtime file's, else 50)", valueName: "seconds"
    ))
  var deadline: Int?
  @Option(
    help: .init("The most requests under way at a time. (default: the runtime file's, else 16)", valueName: "number"))
  var maxInFlight: Int?
  @Option(
    help: .init(
      "The part of each of Azure's quotas that may be used, such as 0.5. (default: the runtime file's, else 1)",
      valueName: "share"))
  var quotaShare: Double?
  @Option(
    help: .init(
      "Folder of recorded exchanges to answer from; nothing is sent and no sign-in is needed.", valueName: "folder"))
  var replay: String?
  @Option(help: .init("Folder to record every exchange in, without secrets.", valueName: "folder"))
  var record: String?
  @Flag(
    help: "Record made-up ids and names of tenants, subscriptions, groups and resources; the declaration keeps its own."
  )
  var anonymise = false
  @Option(
    help: .init(
      "How much to tell: trace, debug, info, notice, warning, error, critical. (default: info)", valueName: "level"),
    transform: Self.level)
  var logLevel: Logger.Level?

  func validate() throws {
    if let deadline, deadline < 1 { throw ValidationError("--deadline takes a number of seconds from 1 on") }
    if let maxInFlight, maxInFlight < 1 { throw ValidationError("--max-in-flight takes a number from 1 on") }
    if let quotaShare, !(0.001...1).contains(quotaShare) {
      throw ValidationError("--quota-share takes a number from 0.001 to 1")
    }
    if replay != nil, record != nil { throw ValidationError("--replay and --record exclude each other") }
    if anonymise, record == nil { throw ValidationError("--anonymise goes with --record") }
  }

  @Sendable static func level(_ text: String) throws -> Logger.Level {
    guard let level = Logger.Level(rawValue: text.lowercased()) else {
      let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(text) is no level; take one of \(known)")
    }
    return level
  }
}
