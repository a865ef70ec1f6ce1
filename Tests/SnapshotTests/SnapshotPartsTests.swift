import Formats
import Foundation
import Model
import System
import Testing

@testable import Snapshot

/// A snapshot in a file of its own.
private func withSnapshot(_ content: SnapshotContent, _ body: (String) throws -> Void) throws {
  let path = FileManager.default.temporaryDirectory.appending(path: "parts-\(UUID()).json").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  let file = Whole()
  try SnapshotFile.write(content, to: OutputBuffer { file.add($0) })
  #expect(FileManager.default.createFile(atPath: path, contents: Data(file.bytes)))
  try body(path)
}

private final class Whole {
  var bytes: [UInt8] = []
  func add(_ span: borrowing Span<UInt8>) { for index in span.indices { bytes.append(span[index]) } }
}

private func group(_ name: String, _ count: Int) -> FoundGroup {
  FoundGroup(
    name: name, fingerprint: "", foundAt: 1,
    resources: (0..<count).map {
      FoundResource(id: "\(name)/\($0)\n],\n\"index\":[", resourceGroup: "\"", region: "")
    })
}

@Test func partsOfGroupsAreReadAlone() throws {
  var content = SnapshotContent(takenAt: 1, isFrozen: true)
  content.groups = [group("none", 0), group("few", 3), group("many", 2500), group("thousand", 1000), group("last", 1)]
  try withSnapshot(content) { path in
    let parts = try SnapshotParts(path)
    for group in content.groups {
      let count = group.resources.count
      #expect(parts.groupSizes[group.name] == count)
      for range in [0..<1, 0..<count, 999..<1001, 1000..<2000, 2499..<2500, 2000..<9000, 5000..<5001, 7..<7] {
        let found = try parts.found(group: group.name, range)
        #expect(found == Array(group.resources[range.clamped(to: 0..<count)]), "\(group.name) \(range)")
      }
    }
    #expect(try parts.found(group: "other", 0..<1).isEmpty)
    // A snapshot from before the index was kept is read to its end.
    var text = try String(contentsOfFile: path, encoding: .utf8)
    let mark = try #require(text.ranges(of: FoundIndex.mark).last)
    text.replaceSubrange(mark.lowerBound..., with: "\n]}\n")
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(
      try SnapshotParts(path).found(group: "many", 1999..<2001) == Array(content.groups[2].resources[1999..<2001]))
  }
}

@Test func whatPeopleAreToldReadsBack() throws {
  var content = SnapshotContent(takenAt: 1, isFrozen: true)
  var figures = MetricFigures()
  (figures.series, figures.short, figures.newest, figures.oldest, figures.milliseconds) = (5, 4, 3, 2, 1)
  content.metrics = [.init(name: "m", fingerprint: "", lastAttempt: 7, figures: figures)]
  content.passes = (0..<70).map {
    var pass = PassFigures(startedAt: $0)
    (pass.milliseconds, pass.series, pass.delivered, pass.short) = (1, 2, 3, 4)
    (pass.answered, pass.calls, pass.throttled) = (5, 6, $0)
    return pass
  }
  content.digest.wasCutShort = true
  content.digest.pace = 60
  content.digest.notes = ["sign-in: \"no\"\n"]
  content.digest.troubles = [.init(metric: "m", outcome: .unknownMetric, series: 3, code: "C\"", text: "é\n")]
  content.digest.quotas = [.init(subscription: "s", name: "subscription-reads", left: 0)]
  try withSnapshot(content) { path in
    let head = try SnapshotParts(path).head
    #expect(head.metrics == content.metrics && head.digest == content.digest)
    #expect(head.passes == Array(content.passes.suffix(60)))
  }
}
