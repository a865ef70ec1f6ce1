import Formats
import Testing

struct TimeSpanTests {
  @Test(
    arguments: [
      ("45s", 45), ("90m", 5400), ("6h", 21_600), ("2d", 172_800), ("06:30", 23_400), ("1.00:00:00", 86_400),
      ("6", nil), ("h", nil), ("-6h", nil), ("6 h", nil), ("", nil), ("6w", nil), ("99999999999d", nil),
    ] as [(String, Int?)])
  func spansOfCommandLinesHaveUnits(text: String, seconds: Int?) {
    #expect(TimeSpan.seconds(inUnits: text) == seconds)
  }

  @Test(arguments: [
    ("00:05:00", 300), ("00:01", 60), ("7:00:00:00", 604_800), ("7.00:00:00", 604_800), ("10:00:00:00", 864_000),
    ("1", 86_400), ("300", 25_920_000), ("24:00:00", 24 * 86_400), ("48:00:00", 48 * 86_400), ("-00:05:00", -300),
    (" 00:05:00\t", 300), ("00:00:01.9999999", 1), ("1.02:03:04.5", 93_784), ("1:02:03:04.5", 93_784),
    ("1.12:24", 131_040),
    ("23:59:59", 86_399), ("24:23:59", 24 * 86_400 + 23 * 3600 + 59 * 60), ("0", 0), ("10675199", 922_337_193_600),
    ("5:4", 18_240),
  ])
  func timeSpansReadAsInDotNet(text: String, seconds: Int) {
    #expect(TimeSpan.seconds(text) == seconds)
  }

  @Test(arguments: [
    "24:00", "00:60:00", "00:00:60", "PT5M", "5m", "", " ", "-", "+00:05:00", "- 1", "1:", ":1", "1.5", "1.2:3.4",
    "1:2:3:4:5",
    "00:00:00.12345678", "1:2:3.", "99999999999", "10675200", "1..2:3", "24:60:00", "1 2", "０1:00",
  ])
  func whatIsNoTimeSpanIsRefused(text: String) {
    #expect(TimeSpan.seconds(text) == nil)
  }

  @Test(arguments: [
    (0, "00:00:00"), (300, "00:05:00"), (3_600, "01:00:00"), (86_399, "23:59:59"), (86_400, "1.00:00:00"),
    (93_784, "1.02:03:04"),
  ])
  func secondsAreWrittenAsDotNetReadsThem(seconds: Int, text: String) {
    #expect(TimeSpan.text(seconds) == text)
    #expect(TimeSpan.seconds(text) == seconds)
  }
}
