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
  @OptionGroup var snapshot: SnapshotOptions
  @OptionGroup var network: NetworkOptions
  @OptionGroup var outputs: OutputOptions
  @Option(
    help: .init(
      "The most calls for values; what does not fit is put off, and goes first in the next pass. (default: the runtime file's, else any number)",
      valueName: "number"))
  var maxCalls: Int?
  @Option(
    help: .init(
      "The most series to ask for; what does not fit is put off, and goes first in the next pass. (default: the runtime file's, else any number)",
      valueName: "number"))
  var maxSeries: Int?
  @Flag(help: "Ask for every metric, whatever its schedule says.")
  var all = false
  @Option(
    help: .init(
      "How far back to begin with series that were never seen: 90m, 6h, 2d, or hh:mm:ss; at most 30 days. (default: their newest final value alone)",
      valueName: "time"), transform: Self.span)
  var backfill: Int?
  @Flag(help: "Deliver the outbox after the pass, in what is left of its time; a receiver that fails makes status 3.")
  var upload = false
  @Option(
    help: .init("File to write how every series ended to, as JSON lines. (default: none)", valueName: "file"))
  var report: String?
  @Flag(help: "End with status 0 also where the pass was partial.")
  var partialOk = false
  func validate() throws {
    if let maxCalls, maxCalls < 1 { throw ValidationError("--max-calls takes a number from 1 on") }
    if let maxSeries, maxSeries < 1 { throw ValidationError("--max-series takes a number from 1 on") }
  }

  func run() throws {
    try Refusal.told { try Invocation(self).run() }
  }

  /// The longest time that Azure keeps one-minute values in one answer's reach, in seconds.
  private static let longestBackfill = 30 * 86_400

  @Sendable private static func span(_ text: String) throws -> Int {
    guard let seconds = TimeSpan.seconds(inUnits: text), 1...longestBackfill ~= seconds else {
      throw ValidationError("\(text) is no time of up to 30 days, such as 90m, 6h, 2d or 06:00:00")
    }
    return seconds
  }
}
