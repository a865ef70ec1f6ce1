import Formats
import Testing

@Test(arguments: [
  ("1970-01-01T00:00:00Z", 0), ("2026-11-24T01:56:00Z", 1_795_485_360), ("2000-02-29T23:59:59Z", 951_868_799),
  ("1969-12-31T23:59:59Z", -1), ("2100-03-01T00:00:00Z", 4_107_542_400),
])
func timesAreWrittenAndRead(text: String, seconds: Int) {
  #expect(Timestamp.text(seconds) == text)
  #expect(Timestamp.microseconds(text) == seconds * 1_000_000)
}

@Test(arguments: [
  ("2023-02-01T20:00:00.123Z", 1_675_281_600_123_000), ("2023-02-01 20:00:00", 1_675_281_600_000_000),
  ("2023-02-01T21:00:00+01:00", 1_675_281_600_000_000), ("2023-02-01T20:00:00.1234567Z", 1_675_281_600_123_456),
])
func otherSpellingsAreRead(text: String, microseconds: Int) {
  #expect(Timestamp.microseconds(text) == microseconds)
}

@Test(arguments: [
  "", "2023-02-01", "2023-02-30T00:00:00Z", "2023-13-01T00:00:00Z", "2023-02-01T24:00:00Z", "2023-02-01T20:00:00X",
  "2023-02-01T20:00:00.Z", "2023-02-01T20:00:00Zz", "2023-02-01T20:00:00+1:00", "+023-02-01T20:00:00Z",
])
func otherTextsAreNoTimes(text: String) {
  #expect(Timestamp.microseconds(text) == nil)
}

@Test(arguments: 0..<400) func everyTimeReadsBack(step: Int) {
  let seconds = step &* 103_217_931 - 17_000_000_000
  #expect(Timestamp.microseconds(Timestamp.text(seconds)) == seconds * 1_000_000)
  #expect(Timestamp.text(seconds) < Timestamp.text(seconds + 1))
}

@Test(arguments: [
  "Fri, 15 Jan 2027 08:00:09 GMT", "Friday, 15-Jan-27 08:00:09 GMT", "Fri Jan 15 08:00:09 2027",
])
func httpDates(text: String) {
  #expect(Timestamp.seconds(httpDate: text) == 1_800_000_009)
  #expect(Timestamp.seconds(httpDate: "Sun Nov  6 08:49:37 1994") == 784_111_777)
  #expect(Timestamp.seconds(httpDate: "Sunday, 06-Nov-94 08:49:37 GMT") == 784_111_777)
  for end in text.indices { #expect(Timestamp.seconds(httpDate: String(text[..<end])) ?? 0 <= 1_800_000_009) }
}

@Test(arguments: [
  "", "7", "Fri, 15 Jan 2027 08:00:09", "Fri, 15 Jan 2027 08:00:09 CET", "Fri, 32 Jan 2027 08:00:09 GMT",
  "Fri, 15 Jan 9223372036854775807 08:00:09 GMT", "Fri, 15 Jan 2027 9223372036854775807:00:09 GMT",
  "Fri, 15 jan 2027 08:00:09 GMT", "Fri, 29 Feb 2027 08:00:09 GMT", "Fri, 15 Jan 2027 24:00:00 GMT",
])
func otherTextsAreNoHTTPDates(text: String) { #expect(Timestamp.seconds(httpDate: text) == nil) }

@Test(arguments: [("PT1M", 60), ("PT5M", 300), ("PT1H", 3600), ("PT12H", 43_200), ("P1D", 86_400), ("PT90S", 90)])
func durations(text: String, seconds: Int) {
  #expect(ISODuration.text(seconds) == text)
  #expect(ISODuration.seconds(text) == seconds)
}

@Test(arguments: ["", "P", "PT", "5M", "PTM", "PT5", "P5M", "PT5X", "PT99999999999999999999M"])
func otherTextsAreNoDurations(text: String) {
  #expect(ISODuration.seconds(text) == nil)
}

@Test(arguments: [
  (0.0, "0"), (4, "4"), (-17, "-17"), (0.5, "0.5"), (1e21, "1e+21"), (1e-7, "1e-07"), (-0.0, "-0.0"),
  (9_007_199_254_740_992, "9007199254740992.0"), (0.1 + 0.2, "0.30000000000000004"), (1e15, "1000000000000000"),
])
func numbersAreShortAndExact(number: Double, text: String) {
  var bytes: [UInt8] = []
  bytes.append(shortest: number)
  #expect(String(decoding: bytes, as: UTF8.self) == text)
  #expect(Double(text) == number)
}

@Test(arguments: [(0, "0"), (9, "9"), (10, "10"), (-1, "-1"), (Int.max, "\(Int.max)"), (Int.min, "\(Int.min)")])
func integers(number: Int, text: String) {
  var bytes: [UInt8] = Array("x".utf8)
  bytes.append(decimal: number)
  #expect(String(decoding: bytes, as: UTF8.self) == "x" + text)
}

@Test(arguments: [
  ("abc-_.~", "abc-_.~"), ("a b", "a%20b"), ("EntityName eq '*'", "EntityName%20eq%20%27%2A%27"),
  ("é/+", "%C3%A9%2F%2B"),
  ("", ""),
])
func percentEncoding(text: String, encoded: String) {
  #expect(PercentEncoding.encoded(text) == encoded)
  #expect(PercentEncoding.decoded(encoded) == text)
}

@Test func strayPercentSignsStay() {
  #expect(PercentEncoding.decoded("100%") == "100%" && PercentEncoding.decoded("%zz%4") == "%zz%4")
}
