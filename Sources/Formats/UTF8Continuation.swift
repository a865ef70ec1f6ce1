/// The bytes that must follow in a character of several (RFC 3629, section 4).
struct UTF8Continuation: Sendable {
  private var missing: UInt8 = 0
  private var range: ClosedRange<UInt8> = 0x80...0xBF

  var isOpen: Bool { missing > 0 }

  /// Takes the first byte of a character; false where no character begins so.
  mutating func open(_ lead: UInt8) -> Bool {
    range = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: missing = 1
    // What is excluded below are overlong forms, surrogates and what lies beyond U+10FFFF.
    case 0xE0: (missing, range) = (2, 0xA0...0xBF)
    case 0xED: (missing, range) = (2, 0x80...0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, range) = (3, 0x90...0xBF)
    case 0xF1...0xF3: missing = 3
    case 0xF4: (missing, range) = (3, 0x80...0x8F)
    default: return false
    }
    return true
  }

  /// Takes the next byte of it; false where it cannot follow.
  mutating func take(_ byte: UInt8) -> Bool {
    guard range.contains(byte) else { return false }
    range = 0x80...0xBF
    missing -= 1
    return true
  }
}
