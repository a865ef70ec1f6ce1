import Foundation
import Testing

/// Expects the text that a file under `Golden` holds. With `UPDATE_GOLDEN` set the file is rewritten, and the test
/// fails all the same, so that the difference is read.
func expectGolden(_ actual: String, _ name: String, at place: SourceLocation = #_sourceLocation) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("rewrote \(name): read the difference, then run without the switch", sourceLocation: place)
  }
  #expect(try String(contentsOf: file, encoding: .utf8) == actual, sourceLocation: place)
}
