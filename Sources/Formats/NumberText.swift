/// Numbers as bytes at the end of a buffer.
extension [UInt8] {
  /// Appends an integer in decimal.
  package mutating func append(decimal number: Int) {
    if number >= 0, number < 10 {
      append(UInt8(truncatingIfNeeded: number) + 0x30)
      return
    }
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var first = 20
    var rest = number.magnitude
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      first &-= 1
      digits[first] = UInt8(truncatingIfNeeded: digit) &+ 0x30
      rest = quotient
    } while rest > 0
    if number < 0 {
      first &-= 1
      digits[first] = UInt8(ascii: "-")
    }
    append(copying: digits.span.extracting(first..<20))
  }

  /// Appends the shortest decimal text that reads back as the same finite number: `4`, `0.5`, `1e+21`. It is valid
  /// in JSON, in the Prometheus text format and in StatsD lines alike.
  package mutating func append(shortest number: Double) {
    // Whole numbers below 2^53 are exact as integers, and most metrics are whole.
    if number.magnitude < 9_007_199_254_740_992, let whole = Int(exactly: number), number.sign == .plus || whole != 0 {
      append(decimal: whole)
    } else {
      append(contentsOf: number.description.utf8)
    }
  }
}
