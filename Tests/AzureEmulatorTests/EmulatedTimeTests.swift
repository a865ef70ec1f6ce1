import Testing

@testable import AzureEmulator

@Suite struct EmulatedTimeTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:01Z", 1), ("1969-12-31T23:59:59Z", -1),
    ("1999-12-31T23:59:59Z", 946_684_799), ("2000-02-29T00:00:00Z", 951_782_400),
    ("2000-03-01T00:00:00Z", 951_868_800), ("2024-02-29T12:34:56Z", 1_709_210_096),
    ("2024-12-31T00:00:00Z", 1_735_603_200), ("2026-03-01T12:00:00Z", 1_772_366_400),
    ("2100-02-28T23:59:59Z", 4_107_542_399), ("2100-03-01T00:00:00Z", 4_107_542_400),
  ]) func table(text: String, seconds: Int) {
    #expect(EmulatedTime.text(seconds) == text)
    #expect(EmulatedTime.seconds(text) == seconds)
  }

  /// RFC 9110.
  @Test(arguments: [
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
    ("Thu, 29 Feb 2024 12:34:56 GMT", 1_709_210_096), ("Sun, 01 Mar 2026 12:00:00 GMT", 1_772_366_400),
  ]) func textOfHTTP(text: String, seconds: Int) {
    #expect(EmulatedTime.httpText(seconds) == text)
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    for day in stride(from: 0, to: 146_097, by: 7) {
      let seconds = day * 86_400 + day % 86_400
      #expect(EmulatedTime.seconds(EmulatedTime.text(seconds)) == seconds)
    }
  }

  @Test(arguments: [
    "2026-03-01 12:00:00", "2026-03-01T12:00:00", "2026-03-01T12:00:00.9Z", "2026-03-01T12:00:00.123456",
    "2026-03-01T12:00:00+00:00",
  ]) func otherSpellings(text: String) {
    #expect(EmulatedTime.seconds(text) == Emulated.noon)
  }

  @Test(arguments: [
    "", "2026-03-01", "2026-13-01T12:00:00Z", "2026-03-32T12:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T12:60:00Z",
    "2026-03-01T12:00:00+01:00", "2026-03-01T12:00:00ZZ", "2026/03/01T12:00:00Z", "2026-03-01X12:00:00Z",
    "2026-02-30T12:00:00Z", "2026-03-01T12-00-00Z", "2026-03-01T12:00:00.Z", "+026-03-01T12:00:00Z",
  ]) func refused(text: String) {
    #expect(EmulatedTime.seconds(text) == nil)
  }
}
