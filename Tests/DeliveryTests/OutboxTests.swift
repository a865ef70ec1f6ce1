import Foundation
import System
import Testing

@testable import Delivery

/// An outbox in a folder of its own.
private func withOutbox(_ body: (Outbox, String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "outbox-\(UUID())").path
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(Outbox(folder), folder)
}

private func put(_ path: String, size: Int = 1) throws {
  #expect(FileManager.default.createFile(atPath: path, contents: Data(count: size)))
}

@Test func aPassIsNamedSoThatNamesSortByTime() {
  let (whole, third) = (Outbox(""), Outbox("", shard: 3))
  #expect(whole.passName(startedAt: 1_795_521_630_000_000, random: 0xFF00_00AB) == "1795521630000000-0-0000ab")
  #expect(third.passName(startedAt: 5, random: 1) < whole.passName(startedAt: 40, random: 0))
}

@Test func whatTheSnapshotNamesGetsItsNameAndTheRestGoes() throws {
  try withOutbox { outbox, folder in
    for output in Outbox.Output.allCases {
      for pass in ["a", "b"] { try put(try outbox.pending(output, pass: pass)) }
    }
    try outbox.settle(committed: "b")
    let names = try ["otlp", "statuspage", "statsd"].map { try Files.names(in: "\(folder)/\($0)") }
    #expect(names == [["b.jsonl"], ["b.json"], ["b.txt"]])
    try outbox.settle(committed: "")
    #expect(try Files.names(in: "\(folder)/otlp") == ["b.jsonl"], "what is finished stays")
  }
}

@Test func aShardLeavesWhatIsPendingOfAnother() throws {
  try withOutbox { _, folder in
    let shards = [0, 1, 11].map { Outbox(folder, shard: $0) }
    let passes = shards.map { $0.passName(startedAt: 1, random: 1) }
    for (shard, pass) in zip(shards, passes) { try put(try shard.pending(.otlp, pass: pass)) }
    try shards[1].settle(committed: passes[1])
    try shards[0].settle(committed: "")
    #expect(try Files.names(in: "\(folder)/otlp").sorted() == ["\(passes[1]).jsonl", "\(passes[2]).pending"])
  }
}

@Test func whatAShardLeftThatIsNoMoreGoesAfterADay() throws {
  try withOutbox { outbox, folder in
    let now = 1_795_521_630_000_000
    let gone = Outbox(folder, shard: 7)
    let passes = [86_401, 86_399].map { gone.passName(startedAt: now - $0 * 1_000_000, random: 0) }
    for pass in passes { try put(try gone.pending(.otlp, pass: pass)) }
    _ = try outbox.trim(now: now)
    #expect(try Files.names(in: "\(folder)/otlp") == ["\(passes[1]).pending"])
  }
}

@Test func theOutboxDropsTheOldestFirst() throws {
  try withOutbox { outbox, folder in
    let now = 1_795_521_630_000_000
    func name(_ age: Int) -> String { outbox.passName(startedAt: now - age * 1_000_000, random: 0) }
    for (age, size) in [(86_401, 1), (7200, 100 << 20), (3600, 100 << 20), (60, 100 << 20)] {
      _ = try outbox.pending(.otlp, pass: "")
      let file = "\(folder)/otlp/\(name(age)).jsonl"
      try put(file, size: 0)
      // A sparse file has a size and no blocks.
      try #require(FileHandle(forWritingAtPath: file)).truncate(atOffset: UInt64(size))
    }
    _ = try outbox.pending(.statsd, pass: "")
    try put("\(folder)/statsd/\(name(60)).txt")
    try put("\(folder)/otlp/somebody's.jsonl")
    let contents = try outbox.trim(now: now)
    #expect(contents.map(\.output) == [.otlp, .statsd])
    #expect(contents[0].dropped == 2 && contents[0].files == 2 && contents[0].bytes == 200 << 20)
    #expect(contents[1].dropped == 0 && contents[1].files == 1)
    #expect(Files.exists("\(folder)/otlp/somebody's.jsonl"))
  }
}
