import Formats
import Testing

@Test func aDocumentBecomesATree() throws {
  let tree = try JSONValue(Array(#"{"s":"é\u0000","n":-2.5,"i":3,"b":[true,false,null],"o":{},"s":"last"}"#.utf8))
  #expect(
    tree
      == .object([
        .init("s", .string("last")), .init("n", .number(-2.5)), .init("i", .number(3)),
        .init("b", .array([.boolean(true), .boolean(false), .null])), .init("o", .object([])),
      ]))
  #expect(tree["i"]?.integer == 3 && tree["n"]?.integer == nil && tree["n"]?.number == -2.5)
  #expect(tree["b"]?.array?.first?.boolean == true && tree["b"]?.array?.last?.isNull == true)
  #expect(tree["o"]?.members?.isEmpty == true && tree["absent"] == nil && tree["s"]?["x"] == nil)
  #expect(try JSONValue(Array("\"a\\u0000b\"".utf8)) == .string("a\u{0}b"))
}

@Test(arguments: [
  ("{\n \"a\": tru\n}", 2, 9, 11, "invalid token near 'tru'"), ("[1] x", 1, 5, 5, "end of file expected near 'x'"),
  ("[1e999]", 1, 6, 6, "real number overflow near '1e999'"),
])
func libjanssonSaysWhatIsWrong(text: String, line: Int, column: Int, offset: Int, words: String) throws {
  let error = try #require(throws: JSONError.self) { try JSONValue(Array(text.utf8)) }
  #expect(error == JSONError(offset: offset, .refused(words, line: line, column: column)))
  #expect(error.description == "byte \(offset): \(words) (line \(line), column \(column))")
}

@Test(arguments: ["[4\u{0}]", "[true\u{0}]", "{\"a\":1\u{0}}", "null\u{0}"]) func aZeroByteIsRefusedByBothReaders(
  text: String
) {
  let bytes = Array(text.utf8)
  let expected = JSONError(offset: bytes.firstIndex(of: 0) ?? -1, .unexpected(0))
  #expect(throws: expected) { try JSONValue(bytes) }
  #expect(JSONReading(bytes).error == expected)
}

@Test func nothingIsNoDocument() {
  #expect(throws: JSONError(offset: 0, .truncated)) { try JSONValue([]) }
  let deep = [UInt8](repeating: UInt8(ascii: "["), count: 5000)
  #expect(throws: JSONError.self) { try JSONValue(deep) }
}
