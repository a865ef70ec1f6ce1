import Testing

@testable import AzureEmulator

@Suite struct JSONBodyTests {
  @Test func values() {
    #expect(
      JSONBody(" { \"a\" : [ 1 , -2.5e1, true, false, null, {} , [] ] } \n")
        == .object([
          "a": .array([.number(1), .number(-25), .bool(true), .bool(false), .null, .object([:]), .array([])])
        ]))
    #expect(JSONBody("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\ude00ü\"") == .string("\"\\/\u{8}\u{C}\n\r\tä😀ü"))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "'a'", "\"a", "\"\\x\"", "\"\\ud83d\"", "\"\\u00g0\"", "tru",
    "1 2",
    "+1", ".5", "--1", "\"a\nb\"", "{\"a\":1,\"a\":2}", "NaN", "[1}",
  ]) func refused(text: String) {
    #expect(JSONBody(text) == nil)
  }
}
