import Formats
import Foundation
import Testing

/// More of the same where somebody has the time: `SWATH_LONG_TESTS=1`.
private let rounds = ProcessInfo.processInfo.environment["SWATH_LONG_TESTS"] == nil ? 1 : 40

/// What libjansson makes of a text. It refuses two things that the grammar allows: a number that no double can hold,
/// which the tokenizer takes for infinite, and a NUL in a member's name. Such texts are not compared.
private func jansson(_ bytes: [UInt8]) -> (value: JSONValue?, isComparable: Bool) {
  do {
    return (try JSONValue(bytes), true)
  } catch {
    return (nil, !["overflow", "too big", "NUL byte in object key"].contains(where: error.message.contains))
  }
}

private func text(_ value: JSONValue?) -> String {
  guard let value else { return "refused" }
  var bytes: [UInt8] = []
  bytes.append(indented: value)
  return String(decoding: bytes, as: UTF8.self)
}

private func compare(_ bytes: [UInt8], _ cuts: [Int], at place: SourceLocation = #_sourceLocation) {
  let (expected, isComparable) = jansson(bytes)
  guard isComparable else { return }
  let found = tokenized(bytes, cutAt: cuts)
  // The trees are shown as text: their own description is longer than the document.
  let isSame = found == expected
  #expect(
    isSame,
    "\(String(decoding: bytes, as: UTF8.self).debugDescription) cut at \(cuts): \(text(found)), not \(text(expected))",
    sourceLocation: place)
}

@Test(arguments: 0..<60) func documentsAreReadAsLibjanssonReadsThem(seed: Int) {
  for round in 0..<rounds {
    var random = Seeded(seed &+ round &* 1009)
    let text = Array((seed.isMultiple(of: 3) ? JSONGenerator.answer(&random) : JSONGenerator.document(&random)).utf8)
    compare(text, [])
    for cut in 0...text.count { compare(text, [cut]) }
    compare(text, Array(0..<text.count))
  }
}

@Test(arguments: 0..<200) func brokenDocumentsAreRefusedAsLibjanssonRefusesThem(seed: Int) {
  for round in 0..<rounds {
    var random = Seeded(seed &* 7 &+ 3 &+ round &* 1009)
    let text = Array((seed.isMultiple(of: 4) ? JSONGenerator.answer(&random) : JSONGenerator.document(&random)).utf8)
    for _ in 0..<6 {
      let broken = JSONGenerator.mutated(text, &random)
      compare(broken, [])
      for cut in stride(from: 0, through: broken.count, by: broken.count > 200 ? 7 : 1) { compare(broken, [cut]) }
      compare(broken, Array(0..<broken.count))
    }
  }
}

@Test(arguments: 0..<60) func aStringThatHoldsTheDocumentIsReadLikeTheDocument(seed: Int) {
  var random = Seeded(seed &+ 77)
  let document = seed.isMultiple(of: 2) ? JSONGenerator.answer(&random) : "[\(JSONGenerator.document(&random))]"
  let expected = jansson(Array(document.utf8))
  guard expected.isComparable else { return }
  var wrapped: [UInt8] = [0x20]
  wrapped.append(json: document)
  wrapped.append(0x0A)
  for cuts in (0...wrapped.count).map({ [$0] }) + [Array(0..<wrapped.count)] {
    let found = unwrapped(wrapped, cutAt: cuts)
    let isSame = found == expected.value
    #expect(isSame, "cut at \(cuts): \(text(found)), not \(text(expected.value))")
  }
  #expect(unwrapped(wrapped.dropLast(2) + []) == nil, "without its closing quote")
  #expect(unwrapped(wrapped + [UInt8(ascii: "x")]) == nil, "with something behind it")
}

@Test func whatIsNotWantedIsCheckedAndNotTold() {
  let text = Array(#"{"a":1,"b":{"c":["\u00e9",{"d":2}]},"e":3,"b2":"x","f":[]}"#.utf8)
  for cut in 0...text.count {
    let found = tokenized(text, cutAt: [cut], unwanted: ["b", "b2"])
    #expect(found?["a"] == .number(1) && found?["e"] == .number(3) && found?["f"] == .array([]), "cut at \(cut)")
    #expect(found?["b"] == nil && found?["b2"] == nil)
  }
  for broken in [
    #"{"b":{"c":[1,]}}"#, #"{"b":"\x"}"#, #"{"b":"\ud800"}"#, "{\"b\":\"\u{1}\"}", #"{"b":01}"#, #"{"b":tru}"#,
  ] {
    #expect(tokenized(Array(broken.utf8), unwanted: ["b"]) == nil, "\(broken)")
  }
  #expect(tokenized(Array("{\"b\":\"".utf8) + [0xC0, 0x80] + Array("\"}".utf8), unwanted: ["b"]) == nil)
}

@Test(arguments: [
  ("", 0), ("[1,2", 4), ("[1,]", 3), ("{\"a\" 1}", 5), ("[01]", 3), ("\"\\u12x4\"", 5), ("nul", 3), ("[1]x", 3),
  ("[\"a\u{1}\"]", 3), ("-", 1), ("[1.e5]", 5),
])
func faultsNameTheirPlace(text: String, offset: Int) {
  for cuts in [[], Array(0..<text.utf8.count)] {
    var tokenizer = JSONTokenizer(JSONTreeHandler())
    var start = 0
    var fault: JSONError?
    do {
      for end in cuts + [text.utf8.count] {
        let piece = Array(Array(text.utf8)[start..<end])
        try tokenizer.feed(piece.span)
        start = end
      }
      try tokenizer.finish()
    } catch {
      fault = error
    }
    #expect(fault?.offset == offset, "\(text) \(String(describing: fault))")
  }
}

@Test func depthAndLengthHaveBounds() {
  let deep = Array(String(repeating: "[", count: 600).utf8)
  #expect(throws: JSONError.self) {
    var tokenizer = JSONTokenizer(JSONTreeHandler())
    try tokenizer.feed(deep.span)
  }
  let long = Array("{\"kept\":\"\(String(repeating: "x", count: 100))\"}".utf8)
  #expect(throws: JSONError.self) {
    var tokenizer = JSONTokenizer(JSONTreeHandler(), longestString: 64)
    try tokenizer.feed(long.span)
  }
  #expect(throws: Never.self) {
    var handler = JSONTreeHandler()
    handler.unwanted = ["kept"]
    var tokenizer = JSONTokenizer(handler, longestString: 64)
    try tokenizer.feed(long.span)
    try tokenizer.finish()
  }
}

@Test func aTokenizerCanBeUsedAgain() throws {
  var tokenizer = JSONTokenizer(JSONTreeHandler())
  let broken = Array("{\"a\":\"\\u".utf8)
  try tokenizer.feed(broken.span)
  tokenizer.reset()
  tokenizer.handler = JSONTreeHandler()
  let whole = Array("[1]".utf8)
  try tokenizer.feed(whole.span)
  try tokenizer.finish()
  #expect(tokenizer.handler.root == .array([.number(1)]))
}

@Test(arguments: 0..<300) func numbersAreReadAsTheStandardLibraryReadsThem(seed: Int) {
  var random = Seeded(seed)
  for _ in 0..<20 {
    let text = JSONGenerator.number(&random)
    let bytes = Array(text.utf8)
    #expect(JSONNumber.double(bytes.span) == Double(text) ?? .infinity, "\(text)")
  }
}

@Test func textIsWrittenSoThatItReadsBack() throws {
  let texts = ["", "plain", "\"\\/\n\r\t\u{1}\u{1F}\u{7F}", "é€😀", "a\u{0}b"]
  let value = JSONValue.object([
    .init("list", .array(texts.map { .string($0) })), .init("n", .number(-0.5)), .init("e", .array([])),
    .init("o", .object([])), .init("t", .boolean(true)), .init("z", .null),
  ])
  var bytes: [UInt8] = []
  bytes.append(indented: value)
  #expect(try JSONValue(bytes) == value)
}
