/// How far a number has come in the grammar of RFC 8259, section 6; one byte, so that a chunk may end anywhere in it.
@usableFromInline enum JSONNumberGrammar: UInt8, Sendable {
  case start, minus, zero, whole, point, fraction, e, exponentSign, exponent

  /// Whether a number may end here.
  @inlinable var isComplete: Bool {
    switch self {
    case .zero, .whole, .fraction, .exponent: true
    default: false
    }
  }

  /// Reads on from `at`, which it leaves at the first byte that does not belong to the number.
  /// - Returns: whether the number ended, whole, before the chunk did.
  @inlinable @inline(__always) mutating func read(_ chunk: borrowing Span<UInt8>, _ at: inout Int) -> Bool {
    let count = chunk.count
    while at < count {
      let byte = chunk[at]
      if byte &- 0x30 < 10 {
        switch self {
        case .whole, .fraction, .exponent: break
        case .start, .minus: self = byte == 0x30 ? .zero : .whole
        case .point: self = .fraction
        case .e, .exponentSign: self = .exponent
        case .zero: return false
        }
      } else if byte == UInt8(ascii: "."), self == .whole || self == .zero {
        self = .point
      } else if byte | 0x20 == UInt8(ascii: "e"), self == .whole || self == .zero || self == .fraction {
        self = .e
      } else if byte == UInt8(ascii: "-"), self == .start {
        self = .minus
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"), self == .e {
        self = .exponentSign
      } else {
        return isComplete
      }
      at &+= 1
    }
    return false
  }
}
