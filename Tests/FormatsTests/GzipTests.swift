import Foundation
import Testing

@testable import Formats

/// What gzip makes of files that follow each other.
private func unpacked(_ packed: [UInt8]) throws -> [UInt8] {
  let folder = FileManager.default.temporaryDirectory.appending(path: "gzip-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let (input, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
  try Data(packed).write(to: input)
  try Data().write(to: output)
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["gzip", "-dc"]
  process.standardInput = try FileHandle(forReadingFrom: input)
  process.standardOutput = try FileHandle(forWritingTo: output)
  try process.run()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
  return try Array(Data(contentsOf: output))
}

/// Texts that an encoder finds hard for one reason or another.
private func hardTexts() -> [[UInt8]] {
  var random = Seeded(11)
  var texts: [[UInt8]] = [[], [0], [7, 7], Array("abc".utf8), Array("abcd".utf8), Array("abcdabcd".utf8)]
  for length in [257, 258, 259, 260, 516, 32_767, 32_768, 32_769, 100_000] {
    texts.append(Array(repeating: 65, count: length))
  }
  // A match at the window's far end, and one that is just beyond it.
  for gap in [32_760, 32_763, 32_764, 32_767, 32_768, 33_000] {
    let word = Array("a word that comes again".utf8)
    texts.append(word + (0..<gap).map { _ in .random(in: 128...255, using: &random) } + word)
  }
  // Counts like Fibonacci's make the deepest trees.
  var counts = [1, 1]
  while counts.count < 22 { counts.append(counts[counts.count - 1] + counts[counts.count - 2]) }
  texts.append(
    counts.enumerated().flatMap { Array(repeating: UInt8($0.offset), count: $0.element) }.shuffled(using: &random))
  for round in 0..<200 {
    let length = Int.random(in: 0...(round < 190 ? 3000 : 300_000), using: &random)
    let letters = UInt8([1, 2, 4, 26, 255].randomElement(using: &random) ?? 1)
    var text: [UInt8] = []
    while text.count < length {
      if !text.isEmpty, Bool.random(using: &random) {
        let start = Int.random(in: 0..<text.count, using: &random)
        text += text[start...].prefix(Int.random(in: 1...400, using: &random))
      } else {
        text += (0..<Int.random(in: 1...40, using: &random)).map { _ in .random(in: 0...letters, using: &random) }
      }
    }
    texts.append(text)
  }
  return texts
}

@Test func whatIsCompressedUnpacksToTheSame() throws {
  let texts = hardTexts()
  let packed = texts.map { Gzip.compressed($0.span) }
  let isSame = try unpacked(packed.flatMap(\.self)) == texts.flatMap(\.self)
  #expect(isSame)
  for (text, packed) in zip(texts, packed) {
    #expect(packed.count <= text.count + text.count / 8 + 32, "\(text.count) bytes became \(packed.count)")
  }
}

@Test func textsOfMetricsBecomeMuchSmaller() {
  var random = Seeded(3)
  let points = (0..<4000).map { number in
    """
    {"attributes":[{"key":"resource_group","value":{"stringValue":"rg-\(number % 40)"}},{"key":"resource_uri","value":\
    {"stringValue":"subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/rg-\(number % 40)/providers/\
    Microsoft.Storage/storageAccounts/account\(number)"}}],"timeUnixNano":"1795521000000000000",\
    "asDouble":\(Double.random(in: 0...1000, using: &random))}
    """
  }
  let text = Array("[\(points.joined(separator: ","))]".utf8)
  let packed = Gzip.compressed(text.span)
  #expect(packed.count * 8 < text.count, "\(text.count) bytes became \(packed.count)")
}

@Test(arguments: [15, 9, 7]) func codesFillTheirRoomAndAreNoLongerThanAllowed(longest: Int) {
  var random = Seeded(longest)
  for _ in 0..<500 {
    let symbols = Int.random(in: 2...(1 << min(longest, 8)), using: &random)
    let spread = Int.random(in: 0...30, using: &random)
    let counts = (0..<symbols).map { _ in
      Int.random(in: 1...(1 << Int.random(in: 0...spread, using: &random)), using: &random)
    }
    let code = HuffmanCode(counts: counts, longest: longest)
    #expect(code.lengths.allSatisfy { 1...longest ~= Int($0) })
    #expect(code.lengths.reduce(0) { $0 + 1 << (longest - Int($1)) } == 1 << longest)
    #expect(Set(zip(code.lengths, code.codes).map { [Int($0), Int($1)] }).count == symbols)
  }
  #expect(HuffmanCode(counts: [0, 5, 0], longest: longest).lengths == [0, 1, 0])
  #expect(HuffmanCode(counts: [0, 0], longest: longest).lengths == [0, 0])
}

@Test func checksumsAreThoseOfTheStandard() {
  #expect(Gzip.checksum(Array("123456789".utf8).span) == 0xCBF4_3926)
}
