internal import Configuration
internal import Delivery
internal import Formats
internal import Glibc
internal import Logging
internal import Model
internal import Pass
internal import Planning
internal import Sinks
internal import System

/// The files that an invocation leaves: the snapshot, which is the commit, then what follows from it.
struct Outputs {
  let places: Places
  let outbox: Outbox
  let plan: Plan
  let result: PassResult
  let settings: RuntimeSettings
  /// The name of the pass.
  let pass: String
  var facts: SelfExposition.Facts
  /// The file that tells how every series ended; nil for none.
  var report: String?

  /// Makes the folders.
  /// - Throws: `Refusal` where that cannot be done.
  static func prepare(_ places: Places, _ settings: RuntimeSettings, report: String?) throws {
    do {
      try Files.makeFolder(Files.parent(of: places.snapshot))
      try Files.makeFolder(places.output)
      try Files.makeFolder(places.textfileFolder(settings))
      if let report { try Files.makeFolder(Files.parent(of: report)) }
    } catch {
      throw Refusal(.outputFailed, "\(error)")
    }
  }

  /// Writes everything; a file that cannot be written is told, and does not keep the others from being so.
  ///
  /// The snapshot is the commit: without all the uploads of the pass there is none, and the next pass has their points
  /// again.
  ///
  /// - `next`: what the next pass is to know.
  func write(_ log: Logger, next: NextSnapshot) -> Bool {
    let labels = LabelShapes(plan)
    let isCommitted = commit(next, labels, log)
    var facts = facts
    facts.outbox = trim(log)
    let folder = places.textfileFolder(settings)
    let (families, warnings) = MetricFamily.all(of: plan, labels: labels)
    for warning in warnings { log.warning("\(warning)") }
    let exposition = Exposition(
      plan: plan, samples: result.samples, absent: result.absent,
      outcomes: settings.prometheus.unavailableValue == nil ? result.outcomes : result.shownOutcomes,
      settings: settings.prometheus)
    let file = "\(folder)/swath\(facts.shard.suffix).prom"
    var series = 0
    let isShown = write(file, log) { out in
      series = try exposition.write(families, to: out)
      return true
    }
    if let warning = TextfileSize.warning(series: series, file: file) { log.warning("\(warning)") }
    // The labels that were rendered for the first are as large as those that the second needs.
    ProcessMemory.giveBack()
    let isTold = write("\(folder)/swath-self\(facts.shard.suffix).prom", log) { out in
      try SelfExposition(plan: plan, result: result, facts: facts).write(to: out)
      return true
    }
    let isReported =
      report.map { path in
        write(path, log) { out in
          try OutcomeReport(plan: plan, result: result).write(to: out)
          return true
        }
      } ?? true
    return isCommitted && isShown && isTold && isReported
  }

  /// Writes the uploads and the snapshot that names them, then gives the uploads their names.
  private func commit(_ next: NextSnapshot, _ labels: LabelShapes, _ log: Logger) -> Bool {
    let isCommitted =
      writeUploads(labels, log)
      && write(places.snapshot, log) { out in
        try next.write(to: out)
        return true
      }
    do {
      try outbox.settle(committed: isCommitted ? pass : "")
      return isCommitted
    } catch {
      log.error("the outbox: \(error)")
      return false
    }
  }

  /// Writes the file of each upload whose sink is set and that has something to say.
  private func writeUploads(_ labels: LabelShapes, _ log: Logger) -> Bool {
    let points = NewPoints(plan: plan, result: result)
    var isWritten = true
    func upload(_ output: Outbox.Output, _ render: (consuming OutputBuffer) throws -> Bool) {
      do {
        let path = try outbox.pending(output, pass: pass)
        isWritten = write(path, log, render) && isWritten
      } catch {
        log.error("the outbox: \(error)")
        isWritten = false
      }
    }
    if settings.hasOpenTelemetry {
      let document = OTLPDocument(points, labels: labels, version: Swath.version, hasUnits: settings.collectorHasUnits)
      upload(.otlp) { try document.write(to: $0) }
    }
    if let statuspage = settings.statuspage {
      upload(.statuspage) { try StatuspageDocument(points, labels: labels, settings: statuspage).write(to: $0) }
    }
    if let statsd = settings.statsd {
      upload(.statsd) { try StatsDLines(points, labels: labels, settings: statsd).write(to: $0) }
    }
    return isWritten
  }

  /// Keeps the outbox within its bounds, and says what is in it.
  private func trim(_ log: Logger) -> [(output: String, files: Int, bytes: Int, dropped: Int)] {
    do {
      let contents = try outbox.trim(now: facts.startedAt)
      for content in contents where content.dropped > 0 {
        log.warning(
          "\(content.dropped) files of \(content.output.rawValue) were dropped unsent: does anybody upload them?")
      }
      return contents.map { ($0.output.rawValue, $0.files, $0.bytes, $0.dropped) }
    } catch {
      log.error("the outbox: \(error)")
      return []
    }
  }

  /// Writes a file that appears whole; where `render` gives false, it has nothing to say and there is none.
  private func write(_ path: String, _ log: Logger, _ render: (consuming OutputBuffer) throws -> Bool) -> Bool {
    do {
      // The draft is written from within the buffer's closure, which cannot hold what cannot be copied.
      let draft = Draft(try WholeFile(replacing: path))
      if try render(OutputBuffer { bytes in try draft.write(bytes) }), let fault = try draft.commit() {
        log.warning("\(path) is written, but a loss of power could undo that: \(fault)")
      }
      return true
    } catch {
      log.error("\(error)")
      return false
    }
  }
}
