/// Lengths of time as .NET's `TimeSpan.TryParse` reads them, because Promitor's files hold them.
///
/// `d`, `hh:mm`, `hh:mm:ss`, `hh:mm:ss.fffffff`, `d.hh:mm`, `d.hh:mm:ss`, `d:hh:mm:ss`, each with blanks around and a
/// minus before. A number alone means days, and so do hours above 23: `24:00:00` is 24 days.
package enum TimeSpan {
  /// The whole seconds of the text, or nil where it is none. A fraction of a second is dropped, towards zero: Azure's
  /// intervals are whole minutes, and no clock of Swath is finer than a second.
  package static func seconds(_ text: String) -> Int? {
    var rest = text.utf8[...].drop { isBlank($0) }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }

    var (numbers, separators): ([Int], [UInt8]) = ([], [])
    while true {
      let digits = rest.prefix { $0 &- 0x30 < 10 }
      guard !digits.isEmpty, let number = Int(String(decoding: digits, as: UTF8.self)), number <= Int32.max else {
        return nil
      }
      rest = rest[digits.endIndex...]
      // A dot behind hh:mm:ss begins the fraction: at most seven digits, all dropped.
      if separators.last == UInt8(ascii: "."), separators.count > 2 || numbers.count > 1 {
        guard digits.count <= 7, rest.isEmpty else { return nil }
      }
      numbers.append(number)
      guard let separator = rest.popFirst() else { break }
      guard separator == UInt8(ascii: ":") || separator == UInt8(ascii: "."), numbers.count < 5 else { return nil }
      separators.append(separator)
    }
    guard let span = total(numbers, String(decoding: separators, as: UTF8.self)) else { return nil }
    return isNegative ? -span : span
  }

  /// The same of what people write on a command line: a whole number with its unit, `45s`, `90m`, `6h`, `2d`; else
  /// what has a colon.
  package static func seconds(inUnits text: String) -> Int? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    if let unit = text.last.flatMap({ units[$0] }) {
      guard let count = Int(text.dropLast()), count >= 0, count <= Int32.max else { return nil }
      return count * unit
    }
    return text.contains(":") ? seconds(text) : nil
  }

  /// The text of a number of whole seconds that is not negative: `00:05:00`, `1.00:00:00`.
  package static func text(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(seconds / 3600 % 24)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    return seconds < 86_400 ? clock : "\(seconds / 86_400).\(clock)"
  }

  /// A number of whole seconds in words, in the largest unit that fits it: `1 hour`, `90 seconds`.
  package static func words(_ seconds: Int) -> String {
    for (unit, length) in [("day", 86_400), ("hour", 3600), ("minute", 60)] where seconds % length == 0 && seconds > 0 {
      return seconds == length ? "1 \(unit)" : "\(seconds / length) \(unit)s"
    }
    return seconds == 1 ? "1 second" : "\(seconds) seconds"
  }

  private static func total(_ n: [Int], _ form: String) -> Int? {
    switch form {
    case "": sum(days: n[0])
    case ":": sum(hours: n[0], minutes: n[1])
    case ".:": sum(days: n[0], hours: n[1], minutes: n[2])
    case "::": sum(hours: n[0], minutes: n[1], seconds: n[2]) ?? sum(days: n[0], hours: n[1], minutes: n[2])
    case "::.": sum(hours: n[0], minutes: n[1], seconds: n[2])
    case ".::", ":::", ".::.", ":::.": sum(days: n[0], hours: n[1], minutes: n[2], seconds: n[3])
    default: nil
    }
  }

  /// nil where a part is beyond its range, or the sum beyond .NET's (10,675,199 days and a little).
  private static func sum(days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0) -> Int? {
    guard hours < 24, minutes < 60, seconds < 60 else { return nil }
    let total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    return total <= Int.max / 10_000_000 ? total : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }
}
