internal import ArgumentParser
internal import Formats
internal import Logging
internal import Model
internal import System

/// `swath run`: one pass.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Make one pass.",
    discussion: """
      Exit status: 0 complete, 3 partial (outputs written), 64 usage, 66 an input is missing, 70 a defect of Swath, \
      74 an output or the snapshot could not be written, 75 nothing could be scraped or another pass holds the lock \
      (try again), 77 sign-in refused, 78 configuration invalid or a snapshot of a newer version.
      """)

  @OptionGroup var configuration: ConfigurationOptions
  @Option(
    help: .init(
      "Snapshot file. (default: $STATE_DIRECTORY/snapshot.json, else /var/lib/swath/snapshot.json)", valueName: "file"))
  var state: String?
  @Option(help: .init("Folder of the outputs. (default: /var/lib/swath/out)", valueName: "folder"))
  var output: String?
  @Option(help: .init("Folder of the .prom files. (default: the output folder)", valueName: "folder"))
  var textfile: String?
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
      "The most calls for values; what does not fit is put off, and goes first in the next pass. (default: the runtime file's, else any number)",
      valueName: "number"))
  var maxCalls: Int?
  @Option(
    help: .init(
      "Be one of several passes that share the estate, such as 0/4: the first of four. (default: $JOB_COMPLETION_INDEX of $SWATH_SHARDS, else the only one)",
      valueName: "number/of"), transform: Self.shard)
  var shard: Shard?
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
  @Option(help: .init("Time to take for now (RFC 3339).", valueName: "time"), transform: Self.time)
  var at: Int?
  @Flag(help: "Ask for every metric, whatever its schedule says.")
  var all = false
  @Option(
    help: .init(
      "How far back to begin with series that were never seen: 90m, 6h, 2d, or hh:mm:ss; at most 30 days. (default: their newest final value alone)",
      valueName: "time"), transform: Self.span)
  var backfill: Int?
  @Flag(help: "End with status 0 also where the pass was partial.")
  var partialOk = false
  @Flag(help: "Use the snapshot although it is from live passes, or from later than now.")
  var forceState = false
  @Option(
    help: .init(
      "How much to tell: trace, debug, info, notice, warning, error, critical. (default: info)", valueName: "level"),
    transform: Self.level)
  var logLevel: Logger.Level?

  func validate() throws {
    if let deadline, deadline < 1 { throw ValidationError("--deadline takes a number of seconds from 1 on") }
    if let maxInFlight, maxInFlight < 1 { throw ValidationError("--max-in-flight takes a number from 1 on") }
    if let maxCalls, maxCalls < 1 { throw ValidationError("--max-calls takes a number from 1 on") }
    if replay != nil, record != nil { throw ValidationError("--replay and --record exclude each other") }
    if anonymise, record == nil { throw ValidationError("--anonymise goes with --record") }
  }

  func run() throws {
    try Refusal.told { try Invocation(self).run() }
  }

  @Sendable private static func level(_ text: String) throws -> Logger.Level {
    guard let level = Logger.Level(rawValue: text.lowercased()) else {
      let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(text) is no level; take one of \(known)")
    }
    return level
  }

  @Sendable private static func shard(_ text: String) throws -> Shard {
    guard let shard = Shard(text) else {
      throw ValidationError("\(text) is no shard, such as 0/4 to 3/4; there are at most \(Shard.most)")
    }
    return shard
  }

  /// The longest time that Azure keeps one-minute values in one answer's reach, in seconds.
  private static let longestBackfill = 30 * 86_400

  @Sendable private static func span(_ text: String) throws -> Int {
    guard let seconds = TimeSpan.seconds(inUnits: text), 1...longestBackfill ~= seconds else {
      throw ValidationError("\(text) is no time of up to 30 days, such as 90m, 6h, 2d or 06:00:00")
    }
    return seconds
  }

  @Sendable private static func time(_ text: String) throws -> Int {
    guard let time = Timestamp.microseconds(text) else {
      throw ValidationError("\(text) is no time of RFC 3339, such as 2026-11-24T12:00:00Z")
    }
    return time
  }
}
