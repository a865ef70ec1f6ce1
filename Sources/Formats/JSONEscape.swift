/// Reads what follows a backslash in a string, byte by byte, so that a chunk may end anywhere in it (RFC 8259,
/// section 7). A pair of surrogates is one escape of twelve bytes.
@usableFromInline struct JSONEscape: Sendable {
  private enum Expectation: UInt8 {
    case none, letter, digit, backslash, letterU
  }

  private var expectation = Expectation.none
  private var digits: UInt8 = 0
  private var unit: UInt32 = 0
  /// The first half of a pair whose second is due; 0 where none is.
  private var high: UInt32 = 0

  @usableFromInline init() {}

  /// Whether the next byte belongs to it.
  @usableFromInline var isOpen: Bool { expectation != .none }

  /// A backslash was seen.
  @usableFromInline mutating func open() { expectation = .letter }

  /// What the escape has come to with its latest byte.
  @usableFromInline enum Progress {
    case open
    /// It is whole, and stands for this character.
    case whole(Unicode.Scalar)
    case fault(JSONError.Reason)
  }

  /// Takes the next byte.
  @usableFromInline mutating func take(_ byte: UInt8) -> Progress {
    switch expectation {
    case .letter: return takeLetter(byte)
    case .digit: return takeDigit(byte)
    case .backslash where byte == UInt8(ascii: "\\"): expectation = .letterU
    case .letterU where byte == UInt8(ascii: "u"): expectDigits()
    default: return .fault(.loneSurrogate)
    }
    return .open
  }

  private mutating func expectDigits() {
    (expectation, digits, unit) = (.digit, 0, 0)
  }

  private mutating func takeLetter(_ byte: UInt8) -> Progress {
    expectation = .none
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return .whole(Unicode.Scalar(byte))
    case UInt8(ascii: "b"): return .whole("\u{8}")
    case UInt8(ascii: "f"): return .whole("\u{C}")
    case UInt8(ascii: "n"): return .whole("\n")
    case UInt8(ascii: "r"): return .whole("\r")
    case UInt8(ascii: "t"): return .whole("\t")
    case UInt8(ascii: "u"): expectDigits()
    default: return .fault(.invalidEscape)
    }
    return .open
  }

  private mutating func takeDigit(_ byte: UInt8) -> Progress {
    switch byte {
    case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
    case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x37)
    case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x57)
    default: return .fault(.invalidEscape)
    }
    digits += 1
    if digits < 4 { return .open }
    if high == 0, 0xD800..<0xDC00 ~= unit {
      high = unit
      expectation = .backslash
      return .open
    }
    expectation = .none
    guard high != 0 else { return Unicode.Scalar(unit).map { .whole($0) } ?? .fault(.loneSurrogate) }
    guard 0xDC00..<0xE000 ~= unit else { return .fault(.loneSurrogate) }
    let code = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
    high = 0
    return Unicode.Scalar(code).map { .whole($0) } ?? .fault(.loneSurrogate)
  }
}
