extension Span<UInt8> {
  /// The index of the next byte from `first` on that is no plain character of a JSON string: a quote, a backslash, a
  /// control character, or a byte of a longer character; `count` where there is none.
  ///
  /// Eight bytes are looked at together. Of `x ^ c` a byte is 0 where `x` has `c`, and subtracting borrows into the top
  /// bit of such a byte. A borrow can wrongly mark only bytes above a marked one, and the lowest mark is the one taken.
  @inlinable @inline(__always) package func firstSpecial(from first: Int) -> Int {
    let raw = unsafe bytes
    var at = first
    while at <= count &- 8 {
      // The loop's condition is the check of the bounds.
      let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self).littleEndian
      let ones: UInt64 = 0x0101_0101_0101_0101
      let quotes = (word ^ 0x2222_2222_2222_2222) &- ones
      let backslashes = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- ones
      let controls = word &- 0x2020_2020_2020_2020
      let found = (quotes | backslashes | controls | word) & 0x8080_8080_8080_8080
      if found != 0 { return at &+ found.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at < count {
      let byte = self[at]
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return at }
      at &+= 1
    }
    return at
  }
}

extension [UInt8] {
  /// Appends the bytes of a span.
  package mutating func append(copying span: borrowing Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
