/// Numbers of JSON (RFC 8259 section 6).
package enum JSONNumber {
  /// Whether a text is a number by the grammar.
  @inlinable package static func isValid(_ text: borrowing Span<UInt8>) -> Bool {
    var at = 0
    let count = text.count
    if at < count, text[at] == UInt8(ascii: "-") { at += 1 }
    let whole = at
    while at < count, text[at] &- 0x30 < 10 { at += 1 }
    if at == whole || (text[whole] == UInt8(ascii: "0") && at > whole + 1) { return false }
    if at < count, text[at] == UInt8(ascii: ".") {
      at += 1
      let fraction = at
      while at < count, text[at] &- 0x30 < 10 { at += 1 }
      if at == fraction { return false }
    }
    if at < count, text[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") { at += 1 }
      let exponent = at
      while at < count, text[at] &- 0x30 < 10 { at += 1 }
      if at == exponent { return false }
    }
    return at == count
  }

  /// The double nearest to a valid number; infinite where it is too large for one.
  ///
  /// A mantissa below 2^53 times a power of ten up to 22 is one exact operation (Clinger's fast path); every other
  /// number goes through the standard library, which rounds correctly in every locale.
  @inlinable package static func double(_ text: borrowing Span<UInt8>) -> Double {
    var at = 0
    let count = text.count
    let isNegative = text[0] == UInt8(ascii: "-")
    if isNegative { at = 1 }
    var mantissa: UInt64 = 0
    var exponent = 0
    var digits = 0
    var isFraction = false
    while at < count {
      let byte = text[at]
      let digit = byte &- 0x30
      if digit < 10 {
        digits += 1
        if digits > 18 { return slowDouble(text) }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        if isFraction { exponent -= 1 }
      } else if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        return slowDouble(text)
      }
      at += 1
    }
    guard mantissa < 1 << 53, exponent >= -22 else { return slowDouble(text) }
    let value = Double(mantissa) / powersOfTen[-exponent]
    return isNegative ? -value : value
  }

  @usableFromInline static func slowDouble(_ text: borrowing Span<UInt8>) -> Double {
    Double(text.text) ?? .nan
  }

  @usableFromInline static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}
