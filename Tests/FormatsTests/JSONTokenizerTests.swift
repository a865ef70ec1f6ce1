import Formats
import Testing

@Test func whatIsNotWantedIsCheckedAndNotTold() {
  let text = #"{"a":1,"b":{"c":["\u00e9",{"d":2}]},"e":3,"b":"x","f":[],"b":-0.5e1}"#
  var log = JSONEventLog()
  log.unwantedKeys = ["b"]
  let expected: [JSONEvent] = [
    .beginObject, .key("a"), .number(1), .key("b"), .key("e"), .number(3), .key("b"), .key("f"), .beginArray, .endArray,
    .key("b"), .endObject,
  ]
  for cut in 0..<text.utf8.count {
    let reading = JSONReading(text, cuts: [cut], log: log)
    #expect(reading.error == nil && reading.events == expected, "cut at \(cut)")
  }
  for broken in [
    #"{"b":{"c":[1,]}}"#, #"{"b":"\x"}"#, #"{"b":"\ud800"}"#, "{\"b\":\"\u{1}\"}", #"{"b":01}"#, #"{"b":tru}"#,
    #"{"b":[}]"#,
  ] {
    #expect(JSONReading(broken, log: log).error != nil, "\(broken)")
  }
  let overlong = Array("{\"b\":\"".utf8) + [0xC0, 0x80] + Array("\"}".utf8)
  #expect(JSONReading(overlong, log: log).error?.reason == .invalidUTF8)
}

@Test func aValueCanBeSkippedAsItBegins() {
  var log = JSONEventLog()
  log.unwantedKinds = [.array, .number]
  let reading = JSONReading(#"{"a":[{"b":"c"},2],"d":3,"e":{"f":[[]],"g":"h"},"i":null}"#, log: log)
  #expect(
    reading.events == [
      .beginObject, .key("a"), .key("d"), .key("e"), .beginObject, .key("f"), .key("g"), .string("h"), .endObject,
      .key("i"), .literal(.null), .endObject,
    ])
}

@Test(arguments: [
  ("", 0, JSONError.Reason.truncated), (" \n", 2, .truncated), ("[1,2", 4, .truncated), ("-", 1, .truncated),
  ("\"a", 2, .truncated), ("nul", 3, .truncated), ("{\"a\":1", 6, .truncated), ("[1,]", 3, .unexpected(0x5D)),
  ("{\"a\" 1}", 5, .unexpected(0x31)), ("[01]", 2, .unexpected(0x31)), ("[1.e5]", 3, .unexpected(0x65)),
  ("[1}", 2, .unexpected(0x7D)), ("{]", 1, .unexpected(0x5D)), ("{,}", 1, .unexpected(0x2C)),
  ("[1]x", 3, .unexpected(0x78)),
  ("[nulL]", 4, .unexpected(0x4C)), ("truefalse", 4, .unexpected(0x66)), ("[+1]", 1, .unexpected(0x2B)),
  ("\u{FEFF}1", 0, .unexpected(0xEF)), ("[1\u{0}]", 2, .unexpected(0)), ("\u{B}1", 0, .unexpected(0xB)),
  ("\"\\u12x4\"", 5, .invalidEscape), ("[\"\\x\"]", 3, .invalidEscape), ("[\"a\u{1}\"]", 3, .controlCharacter),
  ("[\"\\udc00\"]", 7, .loneSurrogate), ("[\"\\ud800\"]", 8, .loneSurrogate), ("[\"\\ud800\\n\"]", 9, .loneSurrogate),
  ("[\"\\ud800\\u0041\"]", 13, .loneSurrogate),
  ("[\"\\ud800\\ue000\"]", 13, .loneSurrogate), ("[\"\\ud800\\udbff\"]", 13, .loneSurrogate),
])
func faultsNameTheirPlace(text: String, offset: Int, reason: JSONError.Reason) {
  #expect(JSONReading(text).error == JSONError(offset: offset, reason))
  #expect(JSONReading(text, cuts: 0..<text.utf8.count).error == JSONError(offset: offset, reason))
}

@Test(
  arguments: [
    [0x80], [0xC1, 0xBF], [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x82],
  ] as [[UInt8]])
func whatIsNotUTF8IsRefused(bytes: [UInt8]) {
  let text = Array("[\"1234567".utf8) + bytes + Array("\"]".utf8)
  for cut in 0..<text.count { #expect(JSONReading(text, cuts: [cut]).error?.reason == .invalidUTF8, "cut at \(cut)") }
}

@Test func everyEscapeIsRead() {
  let text = #"["\"\\\/\b\f\n\r\t\u0000\u00E9\u20ac\ud800\udc00\uDBFF\uDFFF\ud7ff\ue000\uffff"]"#
  let expected = "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{E9}\u{20AC}\u{10000}\u{10FFFF}\u{D7FF}\u{E000}\u{FFFF}"
  for cut in 0..<text.utf8.count {
    #expect(JSONReading(text, cuts: [cut]).events == [.beginArray, .string(expected), .endArray], "cut at \(cut)")
  }
}

@Test func depthHasABound() {
  let deepest = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
  #expect(JSONReading(deepest).error == nil)
  #expect(JSONReading("[\(deepest)]").error == JSONError(offset: 512, .tooDeep(limit: 512)))
}

@Test(arguments: 60..<70) func nestingIsKeptAtEveryDepth(depth: Int) {
  // Objects and arrays in turn; a closing bracket of the other kind is refused at every level.
  let opening = (0..<depth * 2).map { $0.isMultiple(of: 3) ? "{\"k\":" : "[" }
  let closing = (0..<depth * 2).reversed().map { $0.isMultiple(of: 3) ? "}" : "]" }
  #expect(JSONReading((opening + ["0"] + closing).joined()).error == nil)
  for wrong in closing.indices {
    var broken = closing
    broken[wrong] = broken[wrong] == "}" ? "]" : "}"
    let offset = opening.joined().utf8.count + 1 + wrong
    #expect(JSONReading((opening + ["0"] + broken).joined()).error?.offset == offset)
  }
}

@Test func lengthHasABoundWhereItIsKept() {
  for text in [
    #"{"kept":"\#(String(repeating: "x", count: 65))"}"#, #"{"kept":"\n\#(String(repeating: "x", count: 64))"}"#,
    #"{"\#(String(repeating: "x", count: 65))":0}"#, "[\(String(repeating: "1", count: 65))]",
  ] {
    let bytes = Array(text.utf8)
    for cuts in [[], [20], Array(0..<bytes.count)] {
      #expect(JSONReading(bytes, cuts: cuts, longestString: 64).error?.reason == .tooLong(limit: 64))
      #expect(JSONReading(bytes, cuts: cuts, longestString: 66).error == nil)
      var log = JSONEventLog()
      log.unwantedKinds = [.object, .array]
      #expect(JSONReading(bytes, cuts: cuts, longestString: 64, log: log).error == nil)
    }
  }
}

@Test func aHandlerCanStopIt() {
  var log = JSONEventLog()
  log.stopsAt = "b"
  let text = #"{"a":1,"b":2}"#
  for cut in 0..<text.utf8.count {
    let reading = JSONReading(text, cuts: [cut], log: log)
    #expect(reading.error == JSONError(offset: 10, .unfit("no b, please")))
    #expect(reading.events == [.beginObject, .key("a"), .number(1)])
  }
}

@Test func itIsOfNoUseAfterAnErrorUntilReset() throws {
  var tokenizer = JSONTokenizer(JSONEventLog())
  let (broken, whole) = (Array("{\"a\":\"\\ud8x".utf8), Array("[\"b\\n\",12]".utf8))
  #expect(throws: JSONError(offset: 10, .invalidEscape)) { try tokenizer.feed(broken.span) }
  #expect(throws: JSONError(offset: 0, .stopped)) { try tokenizer.feed(whole.span) }
  #expect(throws: JSONError(offset: 0, .stopped)) { try tokenizer.finish() }
  tokenizer.reset()
  tokenizer.handler = JSONEventLog()
  try tokenizer.feed(whole.span)
  try tokenizer.finish()
  #expect(tokenizer.handler.events == [.beginArray, .string("b\n"), .number(12), .endArray])
}

@Test func aWrappingTellsPlacesInItself() {
  let wrapped = #" "{\"a\": tru}""#
  #expect(JSONReading(wrapped, wrapped: true).error == JSONError(offset: 13, .unexpected(0x7D)))
  #expect(JSONReading("\"[1]\" x", wrapped: true).error == JSONError(offset: 6, .unexpected(0x78)))
  #expect(JSONReading("\"[1]", wrapped: true).error == JSONError(offset: 4, .truncated))
  #expect(JSONReading("\"[1\"", wrapped: true).error == JSONError(offset: 4, .truncated))
  #expect(JSONReading("\"[\n]\"", wrapped: true).error == JSONError(offset: 2, .controlCharacter))
  #expect(JSONReading("", wrapped: true).error == JSONError(offset: 0, .truncated))
  #expect(JSONReading(#""\"one wrapping only\"""#, wrapped: true).events == [.string("one wrapping only")])
}
