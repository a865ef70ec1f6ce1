/// Times of the emulator: seconds since 1970 UTC, and their texts in RFC 3339.
package enum EmulatedTime {
  /// `2026-11-24T12:00:00Z`.
  package static func text(_ seconds: Int) -> String {
    let day = seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
    let rest = seconds - day * 86_400
    let (year, month, dayOfMonth) = date(day)
    return "\(two(year / 100))\(two(year % 100))-\(two(month))-\(two(dayOfMonth))T"
      + "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// `Tue, 24 Nov 2026 12:00:00 GMT`, as HTTP writes times (RFC 9110). For times since 1970.
  package static func httpText(_ seconds: Int) -> String {
    let (year, month, dayOfMonth) = date(seconds / 86_400)
    // 1970-01-01 was a Thursday.
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][seconds / 86_400 % 7]
    let name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]
    let time = text(seconds).dropFirst(11).dropLast()
    return "\(weekday), \(two(dayOfMonth)) \(name) \(two(year / 100))\(two(year % 100)) \(time) GMT"
  }

  /// Seconds for `2026-11-24T12:00:00Z`; a blank for the `T`, a fraction (which is cut) and a missing `Z` are taken.
  package static func seconds(_ text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 19, zip([4, 7, 13, 16], "--::".utf8).allSatisfy({ bytes[$0] == $1 }),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].allSatisfy { $0 &- 0x30 < 10 } ? Int(String(decoding: bytes[range], as: UTF8.self)) : nil
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
      let minute = number(14..<16), let second = number(17..<19), year > 0, 1...12 ~= month, day > 0, hour < 24,
      minute < 60, second < 60
    else { return nil }
    let nextMonth = month == 12 ? days(year + 1, 1, 1) : days(year, month + 1, 1)
    guard days(year, month, day) < nextMonth else { return nil }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { $0 &- 0x30 < 10 }
      guard !fraction.isEmpty else { return nil }
      rest = rest[fraction.endIndex...]
    }
    guard rest.isEmpty || rest.elementsEqual("Z".utf8) || rest.elementsEqual("+00:00".utf8) else { return nil }
    return days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
  }

  /// Days since 1970-01-01, counted in years that begin in March so that the leap day comes last.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + (153 * marchMonth + 2) / 5 + day
      - 719_469
  }

  private static func date(_ day: Int) -> (year: Int, month: Int, day: Int) {
    var year = 1970 + (day >= 0 ? day / 366 : day / 365 - 1)
    while days(year + 1, 1, 1) <= day { year += 1 }
    var month = 1
    while month < 12, days(year, month + 1, 1) <= day { month += 1 }
    return (year, month, day - days(year, month, 1) + 1)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
