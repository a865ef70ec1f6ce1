internal import Glibc

/// Numbers of JSON (RFC 8259, section 6).
@usableFromInline package enum JSONNumber {
  /// The double nearest to a number that the tokenizer has told; infinite where it is too large for one.
  ///
  /// A mantissa below 2^53 times or over a power of ten up to 22 is one exact operation (Clinger's fast path); every other
  /// number goes to `strtod`.
  @inlinable package static func double(_ text: borrowing Span<UInt8>) -> Double {
    let count = text.count
    guard count > 0 else { return .nan }
    let isNegative = text[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var at = start
    var mantissa: UInt64 = 0
    digits(text, &at, &mantissa)
    var length = at &- start
    var exponent = 0
    if at < count, text[at] == UInt8(ascii: ".") {
      let fraction = at &+ 1
      at = fraction
      digits(text, &at, &mantissa)
      exponent = fraction &- at
      length &-= exponent
    }
    // 19 digits cannot wrap around, and 2^53 has only 16.
    guard length <= 19 else { return slowDouble(text) }
    if at < count {
      guard let written = Self.exponent(text, from: at &+ 1) else { return slowDouble(text) }
      exponent &+= written
    }
    guard mantissa <= 1 << 53, -22...22 ~= exponent else { return slowDouble(text) }
    let magnitude = scaled(Double(mantissa), exponent)
    return isNegative ? -magnitude : magnitude
  }

  /// Adds the digits from `at` on to the mantissa, which wraps around where they are too many.
  @inlinable @inline(__always) static func digits(
    _ text: borrowing Span<UInt8>, _ at: inout Int, _ mantissa: inout UInt64
  ) {
    while at < text.count {
      let digit = text[at] &- 0x30
      guard digit < 10 else { return }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      at &+= 1
    }
  }

  /// An exponent of at most three digits, after its `e`; nil for a longer one.
  @usableFromInline static func exponent(_ text: borrowing Span<UInt8>, from first: Int) -> Int? {
    let hasSign = text[first] == UInt8(ascii: "-") || text[first] == UInt8(ascii: "+")
    let start = hasSign ? first + 1 : first
    guard text.count - start <= 3 else { return nil }
    var value = 0
    for at in start..<text.count { value = value * 10 + Int(text[at] &- 0x30) }
    return text[first] == UInt8(ascii: "-") ? -value : value
  }

  @usableFromInline static func scaled(_ mantissa: Double, _ exponent: Int) -> Double {
    exponent < 0 ? mantissa / powers[-exponent] : mantissa * powers[exponent]
  }

  private static let powers: InlineArray<23, Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// By `strtod`, which glibc rounds correctly, in a buffer on the stack: means often have all 17 digits, and a `String` of
  /// them would be an allocation each. Should the process have set a locale with another decimal point, by the standard
  /// library, which does not care.
  @inline(never) @usableFromInline static func slowDouble(_ text: borrowing Span<UInt8>) -> Double {
    guard unsafe localeconv().pointee.decimal_point.pointee == 0x2E else { return Double(text.text) ?? .nan }
    let count = text.count
    return unsafe text.withUnsafeBufferPointer { digits in
      unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: count + 1) { terminated in
        for at in 0..<count { unsafe terminated.initializeElement(at: at, to: CChar(bitPattern: digits[at])) }
        unsafe terminated.initializeElement(at: count, to: 0)
        guard let start = terminated.baseAddress else { return .nan }
        return unsafe strtod(start, nil)
      }
    }
  }
}
