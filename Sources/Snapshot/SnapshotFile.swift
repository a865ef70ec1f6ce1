package import Formats
internal import System

/// The snapshot as a file: one JSON document. Its first line holds the head, whole but for the comma, so that a reader
/// of the head needs no more than that line; the rows follow, a line each.
///
///     {"swath-snapshot":{"version":1,"takenAt":…,"pass":…,"frozen":…,"metrics":[…],"batchRefusals":[…],"groups":[…],"discovery":{…},"totals":{…},"billed":[day, calls],"batches":{…},"settles":[[recent, before, since, key]…],"probes":[…],"passes":[…],"digest":{…},"open":…,"rows":…,"resources":[…]},
///     "rows":[
///     [metric, resource, outcome, horizon, refusals, [start, value or null, dimension…]…],
///     …
///     ],
///     "open":[
///     [row, asked once, asked twice, silence, dimension…],
///     …
///     ],
///     "unfinished":[
///     [group, id, resource group, region, detail…],
///     …
///     ],
///     "found":[
///     [group, id, resource group, region, detail…],
///     …
///     ],
///     "index":[[length], [start, …, end]…]}
///
/// Metric, resource and group are indices into the head's lists, of an unfinished group into that of `discovery`, outcome
/// its number, times seconds since 1970 UTC. The group without a name holds the places of declared resources. The buckets
/// of an open series that were asked for once and twice are bits, each in two numbers of 32, the higher first. The index
/// tells how long the rows of what was found are, and of each group where every thousandth of them begins and the last one
/// ends.
package enum SnapshotFile {
  /// A list whose elements are made when they are asked for.
  package struct MadeList<Element> {
    let count: Int
    let at: (Int) -> Element

    package init(count: Int, at: @escaping (Int) -> Element) {
      self.count = count
      self.at = at
    }
  }

  /// The version that is written; a higher one is not read.
  static let version = 1

  /// What a path holds.
  package enum Found: Sendable {
    case missing
    case content(SnapshotContent)
    /// What is there is no snapshot any more; where it was moved aside to.
    case damaged(reason: String, aside: String?)
    /// A newer Swath wrote it; it was left as it is.
    case newer(version: Int)
  }

  /// Reads a snapshot.
  ///
  /// - `movesDamaged`: whether one that is none any more is moved out of the next one's way.
  /// - Throws: `SystemError` where the file is there and cannot be read, or cannot be moved aside.
  package static func read(_ path: String, movesDamaged: Bool = true) throws -> Found {
    do {
      return .content(try content(of: FileParts(path)))
    } catch let error as SystemError where error.isNotFound {
      return .missing
    } catch SnapshotReader.Fault.newer(let version) {
      return .newer(version: version)
    } catch SnapshotReader.Fault.damaged(let reason) {
      guard movesDamaged else { return .damaged(reason: reason, aside: nil) }
      let aside = path + ".damaged"
      try Files.move(path, to: aside)
      return .damaged(reason: reason, aside: aside)
    }
  }

  private static func content(of file: borrowing FileParts) throws -> SnapshotContent {
    var reading = SnapshotReading(size: file.size)
    for start in stride(from: 0, to: file.size, by: piece) {
      let bytes = try file.bytes(at: start, count: piece)
      try reading.feed(bytes.span)
    }
    return try reading.finish()
  }

  /// So many bytes are read at a time.
  private static let piece = 256 << 10

  /// Reads a snapshot from its bytes, and leaves its file alone.
  /// - Throws: `SnapshotParts.Fault` for what cannot be used.
  package static func content(_ bytes: [UInt8]) throws(SnapshotParts.Fault) -> SnapshotContent {
    do {
      return try SnapshotReader.content(bytes)
    } catch {
      throw SnapshotParts.Fault(error)
    }
  }

  /// Writes a snapshot.
  package static func write(_ content: SnapshotContent, to out: consuming OutputBuffer) throws {
    try write(
      content, resources: .init(count: content.resources.count) { content.resources[$0] },
      rows: .init(count: content.rows.count) { content.rows[$0] }, to: out)
  }

  /// The same of a snapshot whose long lists need not be there as such.
  package static func write(
    _ content: SnapshotContent, resources: MadeList<String>, rows: MadeList<SnapshotContent.TargetRow>,
    to out: consuming OutputBuffer
  ) throws {
    try SnapshotWriter.write(content, resources: resources, rows: rows, to: out)
  }
}
