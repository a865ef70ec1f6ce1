import Testing

@testable import Configuration

/// Each with what of the text is shown of it.
private let hidden: [(text: String, shown: String)] = [
  ("rawValue: abc", "rawValue: ***"), ("a: {rawValue: a b, c: d}", "a: {rawValue: * *, c: d}"),
  ("a: { 'rawValue' : abc }", "a: { 'rawValue' : *** }"), ("{rawValue: \"a, b}\", c: d}", "{rawValue: *** ***, c: d}"),
  ("{rawValue: 'it''s', c: d}", "{rawValue: *******, c: d}"), ("rawValue: a, b # c", "rawValue: ** * * *"),
  ("RAWVALUE: abc", "RAWVALUE: ***"), ("rawValues: abc", "rawValues: ***"),
  ("instrumentationKey: k", "instrumentationKey: *"),
  ("# rawValue: abc", "# rawValue: ***"), ("a: the rawValue is", "a: the rawValue is"), ("rawValue:", "rawValue:"),
  ("- rawValue: a\n    b\n  c: d", "- rawValue: *\n    *\n  c: d"),
  ("rawValue: |\n  a\n\n  b\nc: d", "rawValue: *\n  *\n\n  *\nc: d"),
  ("rawValue:\n  a\nc: d", "rawValue:\n  *\nc: d"), ("{rawValue:\n a, c: d}", "{rawValue:\n *, c: d}"),
  ("rawValue: \"a\nb\"\nc: d", "rawValue: **\n**\nc: d"), ("rawValue: \"a\\\"b\", c", "rawValue: ******, c"),
  ("rawValue: \"open\nc: d", "rawValue: *****\n** *"), ("sasToken: sv=1&sig=2", "sasToken: **********"),
  ("sasToken: {rawValue: a, b: c}", "sasToken: {rawValue: *, b: c}"),
  ("{sasToken: abc, b: c}", "{sasToken: ***, b: c}"),
  ("sasToken:\n  rawValue: a\n  b: c", "sasToken:\n  rawValue: *\n  b: c"), ("rawValue: é", "rawValue: *"),
  ("rawValue: a\r\nb: c", "rawValue: *\r\nb: c"), ("rawValue:\ta\nrawValue: b", "rawValue:\t*\nrawValue: *"),
]

@Test(arguments: hidden) func secretsAreHidden(text: String, shown: String) {
  let bytes = Array(text.utf8)
  var found = ""
  var index = 0
  for place in SecretPlaces(in: bytes).overlapping(0..<bytes.count) {
    found += String(decoding: bytes[index..<place.lowerBound], as: UTF8.self)
    let secret = String(decoding: bytes[place], as: UTF8.self).unicodeScalars
    found += secret.map { " \t\r\n".unicodeScalars.contains($0) ? String($0) : "*" }.joined()
    index = place.upperBound
  }
  #expect(found + String(decoding: bytes[index...], as: UTF8.self) == shown)
}

/// A long line is shown in part: what the part is of is known all the same.
@Test func aSecretIsHiddenWhereItsKeyIsNotShown() {
  let token = "sv=2024&sig=" + String(repeating: "s", count: 300)
  let text = declaration(
    metrics: metric(
      type: "StorageQueue",
      resources: "    resources: [{accountName: a, queueName: q, sasToken: {rawValue: \(token), colour: red}}]"
    ).replacing("ServiceApiHit", with: "messagecount"))
  let shown = read(text).1.rendered()
  #expect(shown.contains("no key 'colour'") && shown.contains("****, colour: red"))
  #expect(!shown.contains("ss"))
}
