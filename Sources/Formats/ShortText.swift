/// A short text that is put together before it is appended in one piece: appending each number of a row by itself costs
/// more than making it.
package struct ShortText {
  private var bytes = InlineArray<128, UInt8>(repeating: 0)
  private var count = 0

  package init() {}

  /// Appends one ASCII character. At most 128 bytes fit.
  @inline(__always) package mutating func append(_ byte: UInt8) {
    bytes[count] = byte
    count &+= 1
  }

  /// Appends a number in decimal.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var digits = 1
    var limit: UInt = 10
    while digits < 19, rest >= limit {
      digits &+= 1
      limit &*= 10
    }
    if rest >= limit { digits &+= 1 }
    var place = count &+ digits
    count = place
    repeat {
      place &-= 1
      let quotient = rest / 10
      bytes[place] = UInt8(truncatingIfNeeded: rest &- quotient &* 10) &+ 0x30
      rest = quotient
    } while rest > 0
  }

  /// Appends all of it to a buffer, and begins anew.
  package mutating func move(to out: inout [UInt8]) {
    out.append(copying: bytes.span.extracting(0..<count))
    count = 0
  }
}
