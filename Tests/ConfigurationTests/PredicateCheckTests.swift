import Testing

@testable import Configuration

@Test(arguments: [
  "properties.x == 'y'", "kind == 'a|b;c//d' or (name has \"(\" and tags['}'] != '{')", "name == 'it\\'s (' and true",
  #"path == @'c:\' and path != @"say ""hi"" ("# + "\"", "a == ''", "sku.name in~ ('A', 'B')", "kind == h'x'",
  "a\n  and\tb", "properties.url startswith 'https://x'", "a / b > 1", "name !~ 'x' and array_length(zones) >= 2",
  "properties['a'][0].b == dynamic({\"k\": [1]})",
])
func conditionsAreTaken(text: String) throws {
  try PredicateCheck.check(text)
}

@Test(arguments: [
  ("true | take 1", "'|' at character 6 would begin another stage of the query"),
  ("true; Resources", "';' at character 5 would end the query"),
  ("true // all", "'//' at character 6 would turn what stands behind it into a comment"),
  ("true) or (true", "')' at character 5 closes a bracket that is not open"),
  ("(a]", "']' at character 3 closes a bracket that is not open"),
  ("a in ('b'", "a bracket is not closed"), ("tags['a'", "a bracket is not closed"),
  ("a == 'b", "the text that begins at character 6 does not end in its line"),
  ("a == \"b'", "the text that begins at character 6 does not end in its line"),
  ("a == 'b\\'", "the text that begins at character 6 does not end in its line"),
  ("a == @'b''", "the text that begins at character 7 does not end in its line"),
  ("a == 'b\nc'", "the text that begins at character 6 does not end in its line"),
  ("a == 'b\\\nc'", "the text that begins at character 6 does not end in its line"),
  ("a == 'b\u{2028}c'", "the text that begins at character 6 does not end in its line"),
  ("a == 'b\u{85}c'", "the text that begins at character 6 does not end in its line"),
  ("a == ```b```", "a text of several lines begins at character 6"),
  ("a == ~~~b~~~", "a text of several lines begins at character 6"),
  ("a\u{0}b", "there is a control character at character 2"),
  // A letter that carries a mark is not equal to the letter alone.
  ("a == 'b\\'\u{301} | c", "the text that begins at character 6 does not end in its line"),
  ("a '\u{301}' | c", "'|' at character 7 would begin another stage of the query"),
])
func whatCouldBeMoreIsNot(text: String, message: String) {
  do {
    try PredicateCheck.check(text)
    Issue.record("\(text.debugDescription) is taken")
  } catch {
    #expect(error.message == message)
    #expect(!error.remedy.isEmpty)
  }
}
