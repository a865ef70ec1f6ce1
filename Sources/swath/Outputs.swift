internal import Configuration
internal import Formats
internal import Glibc
internal import Logging
internal import Pass
internal import Planning
internal import Sinks
internal import Snapshot
internal import System

/// The files that an invocation leaves: the snapshot, which is the commit, then what follows from it.
struct Outputs {
  let places: Places
  let plan: Plan
  let result: PassResult
  let settings: RuntimeSettings
  let next: SnapshotContent
  let facts: SelfExposition.Facts

  /// Makes the folders.
  /// - Throws: `Refusal` where that cannot be done.
  static func prepare(_ places: Places, _ settings: RuntimeSettings) throws {
    do {
      try Files.makeFolder(Files.parent(of: places.snapshot))
      try Files.makeFolder(places.output)
      try Files.makeFolder(places.textfileFolder(settings))
    } catch {
      throw Refusal(.outputFailed, "\(error)")
    }
  }

  /// Writes everything; a file that cannot be written is told, and does not keep the others from being so.
  func write(_ log: Logger) -> Bool {
    let folder = places.textfileFolder(settings)
    let (families, warnings) = MetricFamily.all(of: plan)
    for warning in warnings { log.warning("\(warning)") }
    let exposition = Exposition(
      plan: plan, samples: result.samples, outcomes: result.outcomes, settings: settings.prometheus)
    let isSaved = write(places.snapshot, log) { try SnapshotFile.write(next, to: $0) }
    let isShown = write("\(folder)/swath.prom", log) { try exposition.write(families, to: $0) }
    let isTold = write("\(folder)/swath-self.prom", log) {
      try SelfExposition(plan: plan, result: result, facts: facts).write(to: $0)
    }
    return isSaved && isShown && isTold
  }

  private func write(_ path: String, _ log: Logger, _ render: (consuming OutputBuffer) throws -> Void) -> Bool {
    do {
      // The draft is written from within the buffer's closure, which cannot hold what cannot be copied.
      let draft = Draft(try WholeFile(replacing: path))
      try render(OutputBuffer { bytes in try draft.write(bytes) })
      try draft.commit()
      return true
    } catch {
      log.error("\(error)")
      return false
    }
  }
}

/// Shares a file in the making between the one who renders and the one who commits.
private final class Draft {
  private var file: WholeFile?

  init(_ file: consuming WholeFile) {
    self.file = .some(file)
  }

  func write(_ bytes: borrowing Span<UInt8>) throws {
    try file?.write(bytes)
  }

  func commit() throws {
    try file.take()?.commit()
  }
}
