/// Numbers as bytes in a piece of a buffer: what stands beside them is written in the same piece, as asking the buffer for
/// room costs more than most numbers.
extension OutputSpan<UInt8> {
  /// The most bytes that a number takes: a sign, 17 digits, a point and an exponent.
  package static var longestNumber: Int { 24 }

  /// Appends an integer in decimal.
  package mutating func append(decimal number: Int) {
    if number >= 0, number < 10 {
      append(UInt8(truncatingIfNeeded: number) &+ 0x30)
    } else {
      append(digits: number.magnitude, decimals: 0, isNegative: number < 0)
    }
  }

  /// Appends the shortest decimal text that reads back as the same finite number: `4`, `0.5`, `1e+21`. It is valid
  /// in JSON, in the Prometheus text format and in StatsD lines alike.
  package mutating func append(shortest number: Double) {
    // Whole numbers below 2^53 are exact as integers, and most metrics are whole.
    let whole = number.magnitude < 9_007_199_254_740_992 ? Int(number) : 0
    if Double(whole) == number, number.sign == .plus || whole != 0 {
      append(decimal: whole)
    } else if !append(short: number) {
      var text = number.description
      text.withUTF8 { unsafe append(copying: $0) }
    }
  }

  /// Appends a number of at most four decimals and fifteen digits, which most fractions are; whether it is one.
  ///
  /// Such a text is the only one of its length or less that can read back as the number, since fifteen digits tell
  /// doubles apart; and it does, as a quotient of two exact numbers is rounded once, like a text that is read.
  private mutating func append(short number: Double) -> Bool {
    let magnitude = number.magnitude
    guard magnitude >= 0.001, magnitude < 1e11 else { return false }
    // The nearest whole number is what the quotient is made of, if any is.
    var digits = UInt(magnitude * 10_000 + 0.5)
    guard Double(digits) / 10_000 == magnitude else { return false }
    var decimals = 4
    while decimals > 0 {
      let quotient = digits / 10
      if quotient &* 10 != digits { break }
      digits = quotient
      decimals &-= 1
    }
    append(digits: digits, decimals: decimals, isNegative: number < 0)
    return true
  }

  /// Appends a number that is given by its digits, so many of them behind the point.
  private mutating func append(digits number: UInt, decimals: Int, isNegative: Bool) {
    if isNegative { append(UInt8(ascii: "-")) }
    // There is a digit before the point.
    let length = max(Self.count(ofDigitsIn: number), decimals &+ 1) &+ (decimals > 0 ? 1 : 0)
    precondition(length <= freeCapacity)
    // The last digit is known first.
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      count &+= length
      var place = count
      var rest = number
      func put(_ byte: UInt8) {
        place &-= 1
        unsafe buffer.initializeElement(at: place, to: byte)
      }
      if decimals > 0 {
        for _ in 0..<decimals {
          let quotient = rest / 10
          put(UInt8(truncatingIfNeeded: rest &- quotient &* 10) &+ 0x30)
          rest = quotient
        }
        put(UInt8(ascii: "."))
      }
      // Two digits a division.
      while rest >= 100 {
        let quotient = rest / 100
        let pair = UInt8(truncatingIfNeeded: rest &- quotient &* 100)
        let ten = pair / 10
        put(pair &- ten &* 10 &+ 0x30)
        put(ten &+ 0x30)
        rest = quotient
      }
      repeat {
        put(UInt8(truncatingIfNeeded: rest % 10) &+ 0x30)
        rest /= 10
      } while rest > 0
    }
  }

  private static func count(ofDigitsIn number: UInt) -> Int {
    var count = 1
    var limit: UInt = 10
    while number >= limit {
      count &+= 1
      // Of an integer there are at most nineteen.
      limit &*= 10
    }
    return count
  }
}

/// Numbers as bytes at the end of a buffer.
extension [UInt8] {
  /// Appends an integer in decimal.
  package mutating func append(decimal number: Int) {
    append(addingCapacity: OutputSpan<UInt8>.longestNumber) { $0.append(decimal: number) }
  }

  /// Appends the shortest decimal text that reads back as the same finite number.
  package mutating func append(shortest number: Double) {
    append(addingCapacity: OutputSpan<UInt8>.longestNumber) { $0.append(shortest: number) }
  }
}
