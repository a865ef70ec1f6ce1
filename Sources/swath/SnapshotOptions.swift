internal import ArgumentParser
internal import Formats
internal import Model

/// The options that say which snapshot a command works with, and when and for whom.
struct SnapshotOptions: ParsableArguments {
  @Option(
    help: .init(
      "Snapshot file. (default: $STATE_DIRECTORY/snapshot.json, else /var/lib/swath/snapshot.json)", valueName: "file"))
  var state: String?
  @Option(
    help: .init(
      "Be one of several passes that share the estate, such as 0/4: the first of four. (default: $JOB_COMPLETION_INDEX of $SWATH_SHARDS, else the only one)",
      valueName: "number/of"), transform: Self.shard)
  var shard: Shard?
  @Option(help: .init("Time to take for now (RFC 3339).", valueName: "time"), transform: Self.time)
  var at: Int?
  @Flag(help: "Use the snapshot although it is from live passes, or from later than now.")
  var forceState = false

  @Sendable private static func shard(_ text: String) throws -> Shard {
    guard let shard = Shard(text) else {
      throw ValidationError("\(text) is no shard, such as 0/4 to 3/4; there are at most \(Shard.most)")
    }
    return shard
  }

  @Sendable private static func time(_ text: String) throws -> Int {
    guard let time = Timestamp.microseconds(text) else {
      throw ValidationError("\(text) is no time of RFC 3339, such as 2026-11-24T12:00:00Z")
    }
    return time
  }
}
