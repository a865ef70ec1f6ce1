/// Numbers as bytes at the end of a buffer.
extension [UInt8] {
  /// Appends an integer in decimal.
  package mutating func append(decimal number: Int) {
    if number >= 0, number < 10 {
      append(UInt8(truncatingIfNeeded: number) + 0x30)
      return
    }
    append(digits: number.magnitude, decimals: 0, isNegative: number < 0)
  }

  /// Appends a number that is given by its digits, so many of them behind the point.
  private mutating func append(digits number: UInt, decimals: Int, isNegative: Bool) {
    var digits = InlineArray<24, UInt8>(repeating: 0)
    var first = 24
    var rest = number
    if decimals > 0 {
      for _ in 0..<decimals {
        first &-= 1
        digits[first] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
        rest /= 10
      }
      first &-= 1
      digits[first] = UInt8(ascii: ".")
    }
    // Two digits a division.
    while rest >= 100 {
      let quotient = rest / 100
      let pair = UInt8(truncatingIfNeeded: rest &- quotient &* 100)
      let ten = pair / 10
      digits[first &- 1] = pair &- ten &* 10 &+ 0x30
      digits[first &- 2] = ten &+ 0x30
      first &-= 2
      rest = quotient
    }
    repeat {
      first &-= 1
      digits[first] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
      rest /= 10
    } while rest > 0
    if isNegative {
      first &-= 1
      digits[first] = UInt8(ascii: "-")
    }
    append(copying: digits.span.extracting(first..<24))
  }

  /// Appends the shortest decimal text that reads back as the same finite number: `4`, `0.5`, `1e+21`. It is valid
  /// in JSON, in the Prometheus text format and in StatsD lines alike.
  package mutating func append(shortest number: Double) {
    // Whole numbers below 2^53 are exact as integers, and most metrics are whole.
    if number.magnitude < 9_007_199_254_740_992, let whole = Int(exactly: number), number.sign == .plus || whole != 0 {
      append(decimal: whole)
    } else if !append(short: number) {
      var text = number.description
      text.withUTF8 { unsafe append(contentsOf: $0) }
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
      let (quotient, rest) = digits.quotientAndRemainder(dividingBy: 10)
      if rest > 0 { break }
      digits = quotient
      decimals &-= 1
    }
    append(digits: digits, decimals: decimals, isNegative: number < 0)
    return true
  }
}
