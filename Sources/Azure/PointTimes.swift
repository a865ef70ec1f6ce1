internal import Formats

/// Reads the times of points. Those of an answer lie on few days, so that mostly only the time of day is to be read.
struct PointTimes {
  /// The text of the last day, `2026-11-` and `-24T`; at first bytes that no text has.
  private var month = UInt64.max
  private var day = UInt32.max
  private var midnight = 0

  /// Seconds since 1970 UTC for a time of RFC 3339, or nil.
  mutating func seconds(_ text: borrowing Span<UInt8>) -> Int? {
    guard text.count == 20, text[19] == UInt8(ascii: "Z") else { return Self.slowSeconds(text) }
    let raw = unsafe text.bytes
    let month = unsafe raw.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self)
    let day = unsafe raw.unsafeLoadUnaligned(fromByteOffset: 7, as: UInt32.self)
    guard let ofDay = Self.ofDay(unsafe raw.unsafeLoadUnaligned(fromByteOffset: 11, as: UInt64.self).littleEndian)
    else {
      return nil
    }
    if month != self.month || day != self.day {
      guard let seconds = Self.slowSeconds(text) else { return nil }
      (self.month, self.day, midnight) = (month, day, seconds - ofDay)
    }
    return midnight + ofDay
  }

  private static func slowSeconds(_ text: borrowing Span<UInt8>) -> Int? {
    Timestamp.microseconds(text).map { $0 / 1_000_000 }
  }

  /// The second of the day for the bytes of `01:56:00`, the first of them lowest; nil for other bytes.
  private static func ofDay(_ text: UInt64) -> Int? {
    // A digit leaves its number and a colon leaves 0; adding 6 carries what is no digit into the upper half of a byte.
    let digits = text ^ 0x3030_3A30_303A_3030
    guard (digits | digits &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == 0, digits & 0xFF_0000_FF00_00 == 0
    else { return nil }
    // Each first digit of two, and the second in the byte above it.
    let pairs = digits &* 10 &+ digits &>> 8
    let (hour, minute, second) = (Int(pairs & 0xFF), Int(pairs &>> 24 & 0xFF), Int(pairs &>> 48 & 0xFF))
    return hour < 24 && minute < 60 && second <= 60 ? hour * 3600 + minute * 60 + second : nil
  }
}
