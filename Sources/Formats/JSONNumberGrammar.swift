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
  @inlinable mutating func read(_ chunk: borrowing Span<UInt8>, _ at: inout Int) -> Bool {
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

  /// The end of the number that begins at `start`, if it has no exponent and the chunk goes on behind it: almost every
  /// number; nil for one that has to be read byte by byte, and for what is none.
  @inlinable @inline(__always) static func endOfPlain(_ chunk: borrowing Span<UInt8>, _ start: Int) -> Int? {
    let count = chunk.count
    let first = chunk[start] == UInt8(ascii: "-") ? start &+ 1 : start
    var at = first
    while at < count, chunk[at] &- 0x30 < 10 { at &+= 1 }
    guard at > first, at < count, at == first &+ 1 || chunk[first] != 0x30 else { return nil }
    if chunk[at] == UInt8(ascii: ".") {
      let fraction = at &+ 1
      at = fraction
      while at < count, chunk[at] &- 0x30 < 10 { at &+= 1 }
      guard at > fraction, at < count else { return nil }
    }
    return chunk[at] | 0x20 == UInt8(ascii: "e") ? nil : at
  }
}
