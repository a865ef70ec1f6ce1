/// Times as text: RFC 3339 in UTC for Azure and people, seconds since 1970 within.
package enum Timestamp {
  /// `2026-11-24T01:56:00Z` for seconds since 1970 UTC.
  package static func text(_ seconds: Int) -> String {
    let date = CivilDate(daysSince1970: seconds.floorDivided(by: 86_400))
    let second = seconds.floorRemainder(by: 86_400)
    return "\(pad(date.year, 4))-\(pad(date.month, 2))-\(pad(date.day, 2))T"
      + "\(pad(second / 3600, 2)):\(pad(second / 60 % 60, 2)):\(pad(second % 60, 2))Z"
  }

  /// Microseconds since 1970 for a time of RFC 3339 (`2026-11-24T01:56:00.5+01:00`), or nil.
  ///
  /// A blank for the `T` and a missing zone (meaning UTC) are taken too, as Azure's answers hold both.
  package static func microseconds(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    return microseconds(bytes.span)
  }

  /// The same of bytes, for the hot path.
  package static func microseconds(_ text: borrowing Span<UInt8>) -> Int? {
    let count = text.count
    guard count >= 19,
      let year = digits(text, 0, 4), text[4] == UInt8(ascii: "-"),
      let month = digits(text, 5, 2), text[7] == UInt8(ascii: "-"),
      let day = digits(text, 8, 2), text[10] | 0x20 == UInt8(ascii: "t") || text[10] == UInt8(ascii: " "),
      let hour = digits(text, 11, 2), text[13] == UInt8(ascii: ":"),
      let minute = digits(text, 14, 2), text[16] == UInt8(ascii: ":"),
      let second = digits(text, 17, 2),
      1...12 ~= month, day >= 1, day <= CivilDate.length(ofMonth: month, in: year), hour < 24, minute < 60, second <= 60
    else { return nil }
    let seconds =
      CivilDate(year: year, month: month, day: day).daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    var at = 19
    var micro = 0
    if at < count, text[at] == UInt8(ascii: ".") {
      at += 1
      var scale = 100_000
      let start = at
      while at < count, text[at] &- 0x30 < 10 {
        micro += Int(text[at] &- 0x30) * scale
        scale /= 10
        at += 1
      }
      guard at > start else { return nil }
    }
    var offset = 0
    if at < count {
      switch text[at] {
      case UInt8(ascii: "Z"), UInt8(ascii: "z"):
        at += 1
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        guard at + 6 <= count, let hours = digits(text, at + 1, 2), text[at + 3] == UInt8(ascii: ":"),
          let minutes = digits(text, at + 4, 2), hours < 24, minutes < 60
        else { return nil }
        offset = (hours * 3600 + minutes * 60) * (text[at] == UInt8(ascii: "-") ? -1 : 1)
        at += 6
      default: return nil
      }
    }
    return at == count ? (seconds - offset) * 1_000_000 + micro : nil
  }

  /// Seconds since 1970 for an HTTP date (`Tue, 24 Nov 2026 01:56:00 GMT`, RFC 9110 section 5.6.7), or nil.
  package static func seconds(httpDate text: String) -> Int? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, let day = Int(parts[1]), let month = months.firstIndex(of: String(parts[2])),
      let year = Int(parts[3]), parts[5] == "GMT"
    else { return nil }
    let clock = parts[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, 1...CivilDate.length(ofMonth: month + 1, in: year) ~= day else { return nil }
    return CivilDate(year: year, month: month + 1, day: day).daysSince1970 * 86_400 + clock[0] * 3600 + clock[1] * 60
      + clock[2]
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  @inline(__always) private static func digits(_ text: borrowing Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var number = 0
    for index in start..<start + count {
      let digit = text[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(width - text.utf8.count, 0)) + text
  }
}
