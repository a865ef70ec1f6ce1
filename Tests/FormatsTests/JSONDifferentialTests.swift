import Formats
import Glibc
import Testing

/// More of the same where somebody has the time: `SWATH_LONG_TESTS=1`.
private let rounds = unsafe getenv("SWATH_LONG_TESTS") == nil ? 8 : 400

/// What libjansson makes of a text, and whether the two must agree on it. They need not where it refuses what the grammar
/// allows and the tokenizer takes: a number that no double can hold, and U+0000 in a member's name.
private func jansson(_ bytes: [UInt8]) -> (tree: JSONValue?, isComparable: Bool) {
  do {
    return (try JSONValue(bytes), true)
  } catch {
    return (nil, !["overflow", "too big", "NUL byte in object key"].contains(where: error.message.contains))
  }
}

/// Holds the reading of a text to libjansson's, and every cut of it to the uncut.
private func check(_ bytes: [UInt8], _ random: inout Seeded, at place: SourceLocation = #_sourceLocation) {
  let whole = JSONReading(bytes)
  let (tree, isComparable) = jansson(bytes)
  let shown = String(decoding: bytes, as: UTF8.self).debugDescription
  if isComparable {
    let agrees = whole.tree == tree
    #expect(agrees, "\(shown): \(whole), libjansson: \(String(describing: tree))", sourceLocation: place)
  }
  checkCuts(bytes, whole, wrapped: false, &random, at: place)

  // Whether it is JSON does not depend on who reads it.
  var blind = JSONEventLog()
  blind.unwantedKinds = [.object, .array, .string, .number, .literal]
  let skipped = JSONReading(bytes, log: blind)
  let isSame = skipped.error == whole.error && skipped.events.isEmpty
  #expect(isSame, "skipped \(shown): \(skipped), not \(whole)", sourceLocation: place)
}

/// Small texts are cut at every offset and into single bytes, larger ones at random places.
private func checkCuts(
  _ bytes: [UInt8], _ whole: JSONReading, wrapped: Bool, _ random: inout Seeded, at place: SourceLocation
) {
  var cuttings: [[Int]] = [Array(0..<bytes.count)]
  if bytes.count <= 160 {
    cuttings += (1..<max(bytes.count, 2)).map { [$0] }
  } else {
    for _ in 0..<8 {
      let cuts = (0..<Int.random(in: 1...9, using: &random)).map { _ in Int.random(in: 1..<bytes.count, using: &random)
      }
      cuttings.append(cuts.sorted())
    }
  }
  for cuts in cuttings {
    let cut = JSONReading(bytes, cuts: cuts, wrapped: wrapped)
    guard cut != whole else { continue }
    let shown = String(decoding: bytes, as: UTF8.self).debugDescription
    Issue.record("\(shown) cut at \(cuts): \(cut), not \(whole)", sourceLocation: place)
    return
  }
}

private func text(_ seed: Int, _ random: inout Seeded) -> [UInt8] {
  Array((seed.isMultiple(of: 5) ? JSONGenerator.answer(&random) : JSONGenerator.document(&random)).utf8)
}

@Test(arguments: 0..<80) func documentsReadAsLibjanssonReadsThem(seed: Int) {
  for round in 0..<rounds {
    var random = Seeded(seed &+ round &* 1009)
    check(text(seed, &random), &random)
  }
}

@Test(arguments: 0..<120) func brokenDocumentsAreRefusedAsLibjanssonRefusesThem(seed: Int) {
  for round in 0..<rounds {
    var random = Seeded(seed &* 7 &+ 3 &+ round &* 1009)
    let whole = text(seed, &random)
    for _ in 0..<4 {
      var broken = JSONGenerator.mutated(whole, &random)
      if Bool.random(using: &random) { broken = JSONGenerator.mutated(broken, &random) }
      check(broken, &random)
    }
  }
}

@Test(arguments: 0..<60) func aWrappedDocumentReadsAsTheDocument(seed: Int) {
  for round in 0..<rounds {
    var random = Seeded(seed &+ 77 &+ round &* 1009)
    var document = text(seed, &random)
    if seed.isMultiple(of: 3) { document = JSONGenerator.mutated(document, &random) }
    // A string inside the wrapping is a value; only one wrapping is taken off.
    let bare = JSONReading(document)
    guard String(validating: document, as: UTF8.self) != nil else { continue }
    var wrapped: [UInt8] = Array(" \n".utf8)
    for byte in document {
      // Any of the spellings that a string has for a byte of ASCII.
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        wrapped += [UInt8(ascii: "\\"), byte]
      } else if byte < 0x20 || byte < 0x80 && random.next() % 16 == 0 {
        wrapped += "\\u00".utf8
        wrapped += (byte < 16 ? "0" : "").utf8
        wrapped += String(byte, radix: 16).utf8
      } else {
        wrapped.append(byte)
      }
    }
    wrapped.insert(UInt8(ascii: "\""), at: 2)
    wrapped += "\" ".utf8
    let whole = JSONReading(wrapped, wrapped: true)
    let agrees = whole.events == bare.events && (whole.error == nil) == (bare.error == nil)
    #expect(agrees, "\(String(decoding: wrapped, as: UTF8.self)): \(whole), not \(bare)")
    checkCuts(wrapped, whole, wrapped: true, &random, at: #_sourceLocation)
    // One that is not wrapped goes through untouched.
    if let first = document.first(where: { $0 > 0x20 }), first != UInt8(ascii: "\"") {
      #expect(JSONReading(document, wrapped: true) == bare)
    }
    // And a broken wrapping is refused, whatever broke in it, as libjansson refuses it.
    let broken = JSONGenerator.mutated(wrapped, &random)
    let reading = JSONReading(broken, wrapped: true)
    checkCuts(broken, reading, wrapped: true, &random, at: #_sourceLocation)
    let outer = jansson(broken)
    if case .string(let content) = outer.tree {
      let inner = jansson(Array(content.utf8))
      if inner.isComparable { #expect(reading.tree == inner.tree) }
    } else if outer.isComparable {
      #expect(reading.tree == outer.tree)
    }
  }
}
