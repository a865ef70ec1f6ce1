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

  /// Seconds since 1970 for an HTTP date (RFC 9110 section 5.6.7), or nil: `Tue, 24 Nov 2026 01:56:00 GMT`, and the two
  /// forms that nobody should write any more, `Tuesday, 24-Nov-26 01:56:00 GMT` and `Tue Nov 24 01:56:00 2026`.
  package static func seconds(httpDate text: String) -> Int? {
    let parts = text.split { " ,-:".contains($0) }
    let order: [Int]
    switch parts.count {
    case 8 where parts[7] == "GMT": order = [3, 2, 1, 4, 5, 6]
    case 7: order = [6, 1, 2, 3, 4, 5]
    default: return nil
    }
    guard let month = months.firstIndex(of: String(parts[order[1]])) else { return nil }
    let numbers = order.compactMap { Int(parts[$0]) }
    guard numbers.count == 5, 0...9999 ~= numbers[0] else { return nil }
    // Of two digits those that are nearest.
    let year = numbers[0] + (numbers[0] < 70 ? 2000 : numbers[0] < 100 ? 1900 : 0)
    guard 1...CivilDate.length(ofMonth: month + 1, in: year) ~= numbers[1], 0..<24 ~= numbers[2],
      0..<60 ~= numbers[3], 0...60 ~= numbers[4]
    else { return nil }
    return CivilDate(year: year, month: month + 1, day: numbers[1]).daysSince1970 * 86_400 + numbers[2] * 3600
      + numbers[3] * 60 + numbers[4]
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
