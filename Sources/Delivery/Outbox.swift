package import System

/// The folder of finished uploads that no receiver has accepted yet: `otlp/PASS.jsonl`, `statuspage/PASS.json` and
/// `statsd/PASS.txt`.
///
/// A pass writes its files as `PASS.pending`; the snapshot that names the pass is the commit; then the files get their
/// names. After a kill the next pass finishes what the snapshot names and removes what it does not, so that no point is
/// in two files, and none is lost that the snapshot takes for delivered.
package struct Outbox: Sendable {
  private let folder: String
  /// Which of several processes that share the folder this is.
  private let shard: Int
  /// Larger and older than this it is not: the oldest files go first.
  private static let largestSize = 256 << 20
  private static let longestAge = 24 * 3600

  /// An output that waits in a folder of its own.
  package enum Output: String, CaseIterable, Sendable {
    case otlp, statuspage, statsd

    var ending: String {
      switch self {
      case .otlp: ".jsonl"
      case .statuspage: ".json"
      case .statsd: ".txt"
      }
    }
  }

  /// What waits of an output.
  package struct Content: Sendable {
    package var output: Output
    package var files = 0
    package var bytes = 0
    /// How many files the pass dropped unsent.
    package var dropped = 0
  }

  /// - `folder`: the folder `outbox` of the outputs.
  /// - `shard`: which of several processes that share the folder this is.
  package init(_ folder: String, shard: Int = 0) {
    self.folder = folder
    self.shard = shard
  }

  /// The name of a pass, sortable by time: its start in microseconds since 1970 UTC, the shard, and what tells it from
  /// another of the same start.
  package func passName(startedAt: Int, random: UInt32) -> String {
    let digits = String(startedAt)
    let hex = String(random & 0xFF_FFFF, radix: 16)
    return String(repeating: "0", count: max(16 - digits.utf8.count, 0)) + digits + "-\(shard)-"
      + String(repeating: "0", count: 6 - hex.utf8.count) + hex
  }

  /// The shard whose pass has a name; nil where it is none.
  package static func shard(ofPass name: String) -> Int? {
    let parts = name.split(separator: "-")
    return parts.count == 3 ? Int(parts[1]) : nil
  }

  /// The file that a pass writes before its commit; its folder is made.
  package func pending(_ output: Output, pass: String) throws(SystemError) -> String {
    let place = "\(folder)/\(output.rawValue)"
    try Files.makeFolder(place)
    return "\(place)/\(pass)\(Self.pendingEnding)"
  }

  /// The folder of an output's files.
  func place(of output: Output) -> String { "\(folder)/\(output.rawValue)" }

  /// Where uploaders keep what they know of receivers.
  package var uploadState: String { "\(folder)/upload.json" }

  /// The lock of uploaders, which passes do not take.
  package var uploadLock: String { "\(folder)/upload.lock" }

  /// Whether the name of a file is one of this shard's passes: another's pending files are its own.
  private func isOwn(_ name: String) -> Bool {
    let parts = name.split(separator: "-")
    return parts.count < 3 ? shard == 0 : parts[1] == "\(shard)"
  }

  /// Gives the pending files of a committed pass their names, and removes those of all others of the shard.
  ///
  /// - `pass`: the pass that the snapshot names; "" for none.
  package func settle(committed pass: String) throws(SystemError) {
    for output in Output.allCases {
      let place = "\(folder)/\(output.rawValue)"
      guard Files.exists(place) else { continue }
      var isChanged = false
      // The draft of a pending file, which a pass leaves that is killed while it writes, has a longer name.
      for name in try Files.names(in: place) where name.firstRange(of: Self.pendingEnding) != nil && isOwn(name) {
        isChanged = true
        if name == pass + Self.pendingEnding {
          try Files.move("\(place)/\(name)", to: "\(place)/\(pass)\(output.ending)")
        } else {
          try Files.remove("\(place)/\(name)")
        }
      }
      if isChanged { try Files.synchronise(folder: place) }
    }
  }

  /// Drops what is too old, unfinished files of shards that are no more too, then the oldest until the rest is small enough; says what waits then.
  ///
  /// - `now`: microseconds since 1970 UTC.
  package func trim(now: Int) throws(SystemError) -> [Content] {
    var waiting: [(pass: Substring, startedAt: Int, output: Int, path: String, size: Int)] = []
    var contents: [Content] = []
    for output in Output.allCases {
      let place = "\(folder)/\(output.rawValue)"
      guard Files.exists(place) else { continue }
      for name in try Files.names(in: place) where !name.hasPrefix(".") {
        // What no pass has named is somebody else's, and an uploader may take a file away meanwhile.
        guard let start = Int(name.prefix { $0 != "-" }) else { continue }
        if name.hasSuffix(Self.pendingEnding), isOld(start, now) { try Files.remove("\(place)/\(name)") }
        guard name.hasSuffix(output.ending), let size = Files.size("\(place)/\(name)") else { continue }
        waiting.append((name.prefix { $0 != "." }, start, contents.count, "\(place)/\(name)", size))
      }
      contents.append(Content(output: output))
    }
    waiting.sort { $0.pass < $1.pass }
    var size = waiting.reduce(0) { $0 + $1.size }
    for file in waiting {
      // The newest pass is kept whatever its size: it is what somebody waits for.
      let isSurplus = size > Self.largestSize && file.pass != waiting.last?.pass
      if isOld(file.startedAt, now) || isSurplus {
        try Files.remove(file.path)
        size -= file.size
        contents[file.output].dropped += 1
      } else {
        contents[file.output].files += 1
        contents[file.output].bytes += file.size
      }
    }
    return contents
  }

  /// Both in microseconds since 1970 UTC.
  private func isOld(_ startedAt: Int, _ now: Int) -> Bool { now - startedAt > Self.longestAge * 1_000_000 }

  private static let pendingEnding = ".pending"
}
