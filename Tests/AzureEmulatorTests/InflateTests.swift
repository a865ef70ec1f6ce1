import Foundation
import Testing

@testable import AzureEmulator

/// What gzip packs is unpacked, and nothing else is.
@Test(arguments: [["-1"], ["-9"]]) func whatGzipPacksIsUnpacked(options: [String]) throws {
  let file = FileManager.default.temporaryDirectory.appending(path: "inflate-\(UUID())")
  defer { try? FileManager.default.removeItem(at: file) }
  let words = (0..<3000).map { "{\"number\":\($0 * 7919 % 1000),\"name\":\"metric-\($0 % 17)\"}" }.joined(
    separator: ",")
  var noise: [UInt8] = []
  var state: UInt32 = 1
  for _ in 0..<70_000 {
    state = state &* 1_664_525 &+ 1_013_904_223
    noise.append(UInt8(state >> 24))
  }
  // Codes of its own, the standard's, and stored as it is.
  for text in [Array(words.utf8), Array("a".utf8), noise] {
    try Data(text).write(to: file)
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-nc"] + options + [file.path]
    process.standardOutput = pipe
    try process.run()
    let packed = [UInt8](try #require(try pipe.fileHandleForReading.readToEnd()))
    process.waitUntilExit()
    #expect(Inflate.gunzip(packed) == text)
    #expect(Inflate.gunzip(Array(packed.dropLast())) == nil && Inflate.gunzip(packed + [0]) == nil)
    var bent = packed
    bent[packed.count / 2] ^= 4
    #expect(Inflate.gunzip(bent) == nil)
  }
  #expect(Inflate.gunzip([]) == nil && Inflate.gunzip(Array(words.utf8)) == nil)
}
