import Formats
import Foundation
import Testing

/// Unix seconds of `2026-03-29 01:30:00` in UTC.
private func time(_ text: String) throws -> Int {
  let date = try Date.ISO8601FormatStyle(dateTimeSeparator: .space).parse(
    text.count == 10 ? text + " 00:00:00Z" : text + "Z")
  return Int(date.timeIntervalSince1970)
}

private func shown(_ time: Int?) -> String {
  time.map { Date(timeIntervalSince1970: Double($0)).formatted(Date.ISO8601FormatStyle(dateTimeSeparator: .space)) }
    .map { String($0.dropLast()) } ?? "never"
}

/// Central European time in 2026: summer from 29 March 01:00 UTC to 25 October 01:00 UTC.
private let berlin = TimeZoneOffset { 1_774_746_000 <= $0 && $0 < 1_792_890_000 ? 7200 : 3600 }

struct CronScheduleTests {
  @Test(arguments: [
    ("0 * * ? * *", "2026-01-01 00:00:00", "2026-01-01 00:01:00"),
    ("* * * * *", "2026-01-01 00:00:59", "2026-01-01 00:01:00"),
    ("* * * * * *", "2026-12-31 23:59:59", "2027-01-01 00:00:00"),
    ("*/5 * * * *", "2026-01-01 00:56:00", "2026-01-01 01:00:00"),
    ("5/15 * * * *", "2026-01-01 00:05:00", "2026-01-01 00:20:00"),
    ("50-10/7 * * * *", "2026-01-01 00:50:00", "2026-01-01 00:57:00"),
    ("50-10/7 * * * *", "2026-01-01 00:57:00", "2026-01-01 01:04:00"),
    ("0 22-2 * * *", "2026-01-01 02:00:00", "2026-01-01 22:00:00"),
    ("0 22-2 * * *", "2026-01-01 23:30:00", "2026-01-02 00:00:00"),
    ("0 0 29 2 *", "2026-01-01", "2028-02-29 00:00:00"),
    ("0 0 29 FEB MON", "2026-01-01", "2044-02-29 00:00:00"),
    ("0 0 30 2 *", "2026-01-01", "never"),
    ("0 0 31 4,6,9,11 *", "2026-01-01", "never"),
    ("0 0 1 jan-mar ?", "2026-03-01", "2027-01-01 00:00:00"),
    ("0 0 1 nov-feb *", "2026-02-01", "2026-11-01 00:00:00"),
    ("0 0 L * *", "2026-02-01", "2026-02-28 00:00:00"),
    ("0 0 L-3 * *", "2026-02-01", "2026-02-25 00:00:00"),
    ("0 0 L-30 * *", "2026-02-01", "2026-03-01 00:00:00"),
    ("0 0 1W * *", "2026-08-01", "2026-08-03 00:00:00"),  // the 1st is a Saturday
    ("0 0 15W * *", "2026-08-01", "2026-08-14 00:00:00"),  // a Saturday
    ("0 0 16w * *", "2026-08-01", "2026-08-17 00:00:00"),  // a Sunday
    ("0 0 31W * *", "2026-05-01", "2026-05-29 00:00:00"),  // the last is a Sunday
    ("0 0 31W * *", "2026-06-01", "2026-07-31 00:00:00"),  // June has none
    ("0 0 LW * *", "2026-05-01", "2026-05-29 00:00:00"),
    ("0 0 L-1W * *", "2026-05-01", "2026-05-29 00:00:00"),  // 30 May is a Saturday
    ("0 0 * * 5L", "2026-05-01", "2026-05-29 00:00:00"),
    ("0 0 * * FRI#2", "2026-05-01", "2026-05-08 00:00:00"),
    ("0 0 * * 5#5", "2026-06-01", "2026-07-31 00:00:00"),
    ("0 0 * * 7", "2026-05-01", "2026-05-03 00:00:00"),
    ("0 0 * * 0", "2026-05-01", "2026-05-03 00:00:00"),
    ("0 0 * * SAT-MON", "2026-05-04", "2026-05-09 00:00:00"),
    ("0 0 * * 7-2", "2026-05-03", "2026-05-04 00:00:00"),
    ("0 0 13 * FRI", "2026-03-13", "2026-11-13 00:00:00"),  // both days must match
    ("0 0 1,15 * MON-FRI", "2026-08-01", "2026-09-01 00:00:00"),
    ("  0 0  * * *\t", "2026-05-04", "2026-05-05 00:00:00"),
    ("@hourly", "2026-05-04", "2026-05-04 01:00:00"),
    ("@Weekly", "2026-05-04", "2026-05-10 00:00:00"),
    ("@yearly ", "2026-05-04", "2027-01-01 00:00:00"),
    ("@every_second", "2026-05-04", "2026-05-04 00:00:01"),
    ("0 0 1 1 *", "1969-06-01", "1970-01-01 00:00:00"),
    ("59 59 23 31 12 *", "1899-12-31 23:59:59", "1900-12-31 23:59:59"),
  ])
  func theNextOccurrenceInUTC(text: String, after: String, next: String) throws {
    #expect(shown(try CronSchedule(text).next(after: time(after), zone: .utc)) == next)
  }

  /// Times in UTC; Berlin is an hour ahead in winter, two in summer.
  @Test(arguments: [
    // 02:30 is skipped on 29 March: it fires as the gap ends, at 03:00 there.
    ("30 2 * * *", "2026-03-28 12:00:00", "2026-03-29 01:00:00"),
    ("30 2 * * *", "2026-03-29 01:00:00", "2026-03-30 00:30:00"),
    ("30 2 29 3 *", "2025-06-01 00:00:00", "2026-03-29 01:00:00"),
    ("*/20 * * * *", "2026-03-29 00:40:00", "2026-03-29 01:00:00"),
    ("*/20 * * * *", "2026-03-29 01:00:00", "2026-03-29 01:20:00"),
    ("0 3 * * *", "2026-03-28 12:00:00", "2026-03-29 01:00:00"),
    // 02:00–03:00 comes twice on 25 October: fixed times once, intervals in both.
    ("30 2 * * *", "2026-10-24 12:00:00", "2026-10-25 00:30:00"),
    ("30 2 * * *", "2026-10-25 00:30:00", "2026-10-26 01:30:00"),
    ("30 2 * * *", "2026-10-25 01:10:00", "2026-10-26 01:30:00"),
    ("30 * * * *", "2026-10-25 00:30:00", "2026-10-25 01:30:00"),
    ("30 * * * *", "2026-10-25 01:30:00", "2026-10-25 02:30:00"),
    ("*/30 2 * * *", "2026-10-25 00:30:00", "2026-10-25 01:00:00"),
    ("*/30 2 25 10 *", "2026-10-25 01:30:00", "2027-10-25 01:00:00"),
    ("0 3 * * *", "2026-10-24 12:00:00", "2026-10-25 02:00:00"),
    ("0 0 1 7 *", "2026-01-01 00:00:00", "2026-06-30 22:00:00"),
    ("0 0 1 1 *", "2026-01-01 00:00:00", "2026-12-31 23:00:00"),
  ])
  func theNextOccurrenceWhereClocksChange(text: String, after: String, next: String) throws {
    #expect(shown(try CronSchedule(text).next(after: time(after), zone: berlin)) == next)
  }

  /// From a step to the next around each change: nothing may be lost, repeated or out of order.
  @Test(arguments: ["*/7 * * * *", "30 2 * * *", "0 0 2 * * *", "15,45 1-3 * * *"], ["2026-03-28", "2026-10-24"])
  func occurrencesAreFoundFromWhereverOneLooks(text: String, from: String) throws {
    let schedule = try CronSchedule(text)
    let start = try time(from) + 20 * 3600
    var expected = schedule.next(after: start, zone: berlin)
    for second in start..<start + 8 * 3600 {
      if second == expected { expected = schedule.next(after: second, zone: berlin) }
      guard let time = expected, time > second, second % 11 > 0 || schedule.next(after: second, zone: berlin) == time
      else {
        Issue.record("from \(second): \(shown(schedule.next(after: second, zone: berlin))), not \(shown(expected))")
        return
      }
    }
  }

  @Test func anOccurrenceLiesBehindTheStartAndUpToTheEnd() throws {
    let hourly = try CronSchedule("@hourly")
    #expect(hourly.hasOccurrence(after: 3599, through: 3600, zone: .utc))
    #expect(!hourly.hasOccurrence(after: 3600, through: 7199, zone: .utc))
    #expect(hourly.hasOccurrence(after: 3600, through: 7200, zone: .utc))
    #expect(hourly.typicalPeriod(after: 0, zone: .utc) == 3600)
    #expect(try CronSchedule("0 0 30 2 *").typicalPeriod(after: 0, zone: .utc) == nil)
  }

  @Test(arguments: [
    ("", 0), ("* * * *", 0), ("* * * * * * *", 0), ("60 * * * *", 0), ("* 24 * * *", 2), ("* * 0 * *", 4),
    ("* * 32 * *", 4), ("* * * 13 *", 6), ("* * * * 8", 8), ("* * * FOO *", 6), ("*/0 * * * *", 2),
    ("*/60 * * * *", 2), ("1-,2 * * * *", 2), ("1, * * * *", 2), ("a * * * *", 0), ("* * L-31 * *", 6),
    ("* * 5L * *", 5), ("* * * * 5#6", 10), ("* * * * 5#0", 10), ("* * 1W,2 * *", 6), ("**/5 * * * *", 1),
    ("@fortnightly", 0), ("@hourly x", 0), ("* * W * *", 4), ("é * * * *", 0), ("99999999999999999999 * * * *", 0),
    ("* * * * MOND", 11), ("-1 * * * *", 0), ("1.5 * * * *", 1), ("* * * * L", 8), ("1 2 3 4", 0),
  ])
  func whatIsNoExpressionIsRefusedWhereItFails(text: String, offset: Int) {
    let error = #expect(throws: CronError.self) { try CronSchedule(text) }
    #expect(error?.offset == offset, "\(error?.message ?? "")")
  }

  @Test(arguments: 0..<2000) func anyTextIsReadOrRefused(seed: Int) {
    var random = Seeded(seed)
    let alphabet = Array("0123456789*?/-,LW#@ SUNjan\té")
    let text = String(
      (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) })
    guard let schedule = try? CronSchedule(text) else { return }
    guard let next = schedule.next(after: 1_780_000_000, zone: berlin) else { return }
    #expect(next > 1_780_000_000)
    #expect(schedule.next(after: next - 1, zone: berlin) == next)
  }
}
