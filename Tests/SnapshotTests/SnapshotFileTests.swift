import Formats
import Foundation
import Model
import System
import Testing

@testable import Snapshot

private func written(_ content: SnapshotContent) throws -> [UInt8] {
  var bytes: [UInt8] = []
  let collector = Collector()
  try SnapshotFile.write(content, to: OutputBuffer { collector.add($0) })
  bytes = collector.bytes
  return bytes
}

private final class Collector {
  var bytes: [UInt8] = []
  func add(_ span: borrowing Span<UInt8>) {
    for index in 0..<span.count { bytes.append(span[index]) }
  }
}

private func sample() -> SnapshotContent {
  var content = SnapshotContent(
    takenAt: 1_795_521_630_123_456, isFrozen: true,
    rows: [
      .init(metric: 0, resource: 1, state: TargetState(outcome: .delivered, horizon: 1_795_521_300)),
      .init(metric: 1, resource: 0, state: TargetState(outcome: .rejected, horizon: 0, refusals: 3)),
      .init(metric: 1, resource: 1, state: TargetState(outcome: .gone)),
    ])
  content.metrics = [
    .init(name: "a \"quoted\"", fingerprint: "x|y", lastAttempt: 7),
    .init(name: "b", fingerprint: "é😀", lastAttempt: 0),
  ]
  content.resources = ["subscriptions/s/one", "subscriptions/s/two|queue\n"]
  content.batchRefusals = ["s-\"1\"": 7, "s2": 8]
  content.groups = [
    FoundGroup(name: "empty", fingerprint: "q\n", foundAt: 3, resources: []),
    FoundGroup(
      name: "two", fingerprint: "", foundAt: 4,
      resources: [
        FoundResource(id: "subscriptions/s/x", resourceGroup: "r\"g", region: "eastus", details: ["é\"", ""]),
        FoundResource(id: "é", resourceGroup: "", region: ""),
      ]),
  ]
  content.discovery.missing = ["s-\"1\"": 7, "s2": 8]
  content.discovery.doubts = ["two": 4]
  content.discovery.digests = [
    "one": ListDigest(text: "a 1 2\nb 3 4", listedAt: 5, foundAt: 6),
    "é": ListDigest(text: "", listedAt: 0, foundAt: 1),
  ]
  content.discovery.digestRefusals = ["subscriptions 1f": 7]
  content.discovery.unfinished = [
    UnfinishedGroup(name: "none\"", fingerprint: "q\n", begunAt: 3),
    UnfinishedGroup(name: "some", fingerprint: "", begunAt: 4),
  ]
  content.discovery.unfinished[1].part = 2
  content.discovery.unfinished[1].page = "t\"é"
  content.discovery.unfinished[1].digest = "a 1"
  (content.discovery.unfinished[1].rows, content.discovery.unfinished[1].total) = (1, 9)
  content.discovery.unfinished[1].resources = [
    FoundResource(id: "subscriptions/s/x", resourceGroup: "r\"g", region: "eastus"),
    FoundResource(id: "é", resourceGroup: "", region: ""),
  ]
  content.settles = ["a|\"b|60": LearnedSettle(since: 9, recent: 540, before: 60), "c": LearnedSettle(since: 8)]
  content.probes = [
    SettleProbe(target: 0, buckets: [.init(start: 60, value: nil, seen: 70)]),
    SettleProbe(
      target: 2, dimensions: ["x", "é\""],
      buckets: [.init(start: 60, value: 0.5, arrival: 1, change: 2, seen: 3), .init(start: 120, value: -1, seen: 4)]),
  ]
  content.refusals = [
    RememberedRefusal(target: 1, until: 9, times: 2, outcome: .unknownMetric, code: "Bad\"", text: "é\n"),
    RememberedRefusal(target: 2, until: 0, times: 1, outcome: .gone, code: "", text: ""),
  ]
  content.calls = [.init(api: "get-\"batch\"", planned: 3, made: 4), .init(api: "", planned: 0, made: 0)]
  for (size, metric) in [(50, "a \"quoted\"\n"), (3, "b"), (4, "b")] {
    content.batchSizes.add(size, .init(metric: metric, resourceType: "t", subscriptionID: "é"))
  }
  content.samples.append(target: 0, start: 1_795_521_000, value: 0.1 + 0.2)
  content.samples.append(target: 1, start: 60, value: -1e300, dimensions: ["a", "", "\"\\\u{1}é"])
  content.samples.append(target: 1, start: 60, value: 0, dimensions: ["b"])
  content.absent.append(target: 1, start: 60, value: .nan, dimensions: ["c\"", ""])
  content.absent.append(target: 2, start: 120, value: .nan, dimensions: ["d"])
  return content
}

/// Everything that a snapshot says, as text.
private func described(_ content: SnapshotContent) -> String {
  var text =
    "\(content.takenAt) \(content.isFrozen) \(content.batchRefusals.sorted { $0.key < $1.key }) \(content.metrics) \(content.resources) \(content.groups) \(content.discovery.unfinished) \(content.discovery.missing.sorted { $0.key < $1.key }) \(content.discovery.doubts) \(content.discovery.digests.sorted { $0.key < $1.key }) \(content.discovery.digestRefusals) \(content.rows) \(content.settles.sorted { $0.key < $1.key }) \(content.probes) \(content.refusals) \(content.calls) \(content.batchSizes.numbers.sorted { $0.key < $1.key })"
  for row in content.rows.indices {
    for table in [content.samples, content.absent] {
      table.forEach(target: row) { text += " \(row) \($0) \($1) \($2)" }
    }
  }
  return text
}

@Test func whatIsWrittenReadsBack() throws {
  for content in [sample(), SnapshotContent(takenAt: 0, isFrozen: false)] {
    let bytes = try written(content)
    #expect(described(try SnapshotReader.content(bytes)) == described(content))
    #expect(throws: Never.self) { try JSONValue(bytes) }
  }
}

@Test func aCutSnapshotIsDamagedAtEveryByte() throws {
  let bytes = try written(sample())
  // The last line break says nothing.
  for end in 0..<(bytes.count - 1) {
    #expect(throws: SnapshotReader.Fault.self, "cut at \(end)") { try SnapshotReader.content(Array(bytes[..<end])) }
  }
}

@Test func aChangedByteNeverCrashesAndIsMostlySeen() throws {
  let bytes = try written(sample())
  for index in bytes.indices {
    for byte in [0, UInt8(ascii: "9"), UInt8(ascii: "\""), UInt8(ascii: "["), 0xFF] where byte != bytes[index] {
      var changed = bytes
      changed[index] = byte
      if let content = try? SnapshotReader.content(changed) {
        // What passes for whole speaks only of metrics and resources that are there.
        for row in content.rows {
          #expect(
            content.metrics.indices.contains(Int(row.metric)) && content.resources.indices.contains(Int(row.resource)))
        }
      }
    }
  }
}

@Test func filesAreMissingDamagedOrNewer() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "swath-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appending(path: "snapshot.json").path
  guard case .missing = try SnapshotFile.read(path) else {
    Issue.record("it is not there")
    return
  }

  let newer = String(decoding: try written(sample()), as: UTF8.self).replacing("\"version\":1", with: "\"version\":2")
  try newer.write(toFile: path, atomically: false, encoding: .utf8)
  guard case .newer(version: 2) = try SnapshotFile.read(path) else {
    Issue.record("it is newer")
    return
  }
  #expect(try String(contentsOfFile: path, encoding: .utf8) == newer, "it is left as it is")

  try "{\"swath-snapshot\":".write(toFile: path, atomically: false, encoding: .utf8)
  guard case .damaged(_, aside: nil) = try SnapshotFile.read(path, movesDamaged: false), Files.exists(path) else {
    Issue.record("who writes nothing moves nothing")
    return
  }
  guard case .damaged(_, let aside?) = try SnapshotFile.read(path) else {
    Issue.record("it is damaged")
    return
  }
  #expect(!Files.exists(path) && Files.exists(aside), "nothing is lost")
}
