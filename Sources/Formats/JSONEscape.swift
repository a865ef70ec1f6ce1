/// Reads what follows a backslash in a string, byte by byte, so that a chunk may end anywhere in it (RFC 8259
/// section 7). A pair of surrogates is one escape; a lone one is an error, as it is no text.
@usableFromInline struct JSONEscape: Sendable {
  /// What the next byte must be: 0 none expected, 1 the letter, 2 hex digits, 3 a backslash, 4 its `u`.
  @usableFromInline var expects: UInt8 = 0
  @usableFromInline var digits: UInt8 = 0
  @usableFromInline var unit: UInt32 = 0
  @usableFromInline var high: UInt32 = 0

  @usableFromInline init() {}

  @usableFromInline var isOpen: Bool { expects != 0 }

  /// A backslash was seen.
  @usableFromInline mutating func open() { expects = 1 }

  /// Takes the next byte; appends the bytes of the character to `out` once it is whole.
  /// - Returns: false where the byte cannot stand here.
  @usableFromInline mutating func take(_ byte: UInt8, into out: inout [UInt8]) -> Bool {
    switch expects {
    case 1: return takeLetter(byte, into: &out)
    case 3:
      expects = 4
      return byte == UInt8(ascii: "\\")
    case 4:
      (expects, digits, unit) = (2, 0, 0)
      return byte == UInt8(ascii: "u")
    default: return takeDigit(byte, into: &out)
    }
  }

  private mutating func takeLetter(_ byte: UInt8, into out: inout [UInt8]) -> Bool {
    expects = 0
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"): (expects, digits, unit) = (2, 0, 0)
    default: return false
    }
    return true
  }

  private mutating func takeDigit(_ byte: UInt8, into out: inout [UInt8]) -> Bool {
    switch byte {
    case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
    case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x37)
    case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x57)
    default: return false
    }
    digits += 1
    if digits < 4 { return true }
    expects = 0
    let isLow = 0xDC00..<0xE000 ~= unit
    if high != 0 {
      guard isLow else { return false }
      append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &out)
      high = 0
    } else if 0xD800..<0xDC00 ~= unit {
      high = unit
      expects = 3
    } else {
      guard !isLow else { return false }
      append(unit, to: &out)
    }
    return true
  }

  private func append(_ code: UInt32, to out: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(code) else { return }
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
