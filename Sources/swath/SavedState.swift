internal import Formats
internal import Logging
internal import Snapshot
internal import System

/// The snapshot that a command works with, and the lock that it has while it does.
enum SavedState {
  /// - Throws: `Refusal` where another pass has it.
  static func hold(_ path: String) throws -> ProcessLock {
    do {
      return try ProcessLock(path)
    } catch let held as ProcessLock.Held {
      throw Refusal(.tryAgain, "\(held); this pass would work on the same snapshot, so it stands back")
    } catch {
      throw Refusal(.outputFailed, "\(error)")
    }
  }

  /// The snapshot of the last invocation, if there is a usable one. One that is damaged is moved aside.
  ///
  /// - `startedAt`: the time to take for now, in microseconds since 1970 UTC.
  /// - `isFrozen`: whether that is no real time.
  /// - `writes`: whether the command writes anything at all.
  /// - Throws: `Refusal` where it is a newer Swath's, of live passes though this is none, or of the future.
  static func read(
    _ path: String, _ options: SnapshotOptions, startedAt: Int, isFrozen: Bool, writes: Bool, _ log: Logger
  ) throws -> SnapshotContent? {
    let content: SnapshotContent
    switch try SnapshotFile.read(path, movesDamaged: writes) {
    case .missing: return nil
    case .damaged(let reason, let aside):
      log.warning(
        "the snapshot \(path) cannot be read (\(reason)); \(aside.map { "it lies at \($0) now, and " } ?? "")this is a first run"
      )
      return nil
    case .newer(let version):
      throw Refusal(
        .configurationInvalid,
        "the snapshot \(path) has version \(version), of a newer Swath; run that one, or name another file by --state")
    case .content(let read): content = read
    }
    if options.forceState { return content }
    if isFrozen, !content.isFrozen {
      throw Refusal(
        .usage, "the snapshot \(path) is from live passes; name another by --state, or insist by --force-state")
    }
    if content.takenAt > startedAt + 300_000_000 {
      throw Refusal(
        .configurationInvalid,
        "the snapshot \(path) is from \(Timestamp.text(content.takenAt / 1_000_000)), later than now "
          + "(\(Timestamp.text(startedAt / 1_000_000))): set the clock right, or insist by --force-state")
    }
    return content
  }
}
