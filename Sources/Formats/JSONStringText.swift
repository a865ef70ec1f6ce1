/// Texts of JSON at the end of a buffer.
extension [UInt8] {
  /// Appends a string with its quotes (RFC 8259, section 7): only what must be escaped is, and bytes that are not UTF-8
  /// become U+FFFD.
  package mutating func append(json text: borrowing Span<UInt8>) {
    append(UInt8(ascii: "\""))
    var start = 0
    var at = text.firstSpecial(from: 0)
    while at < text.count {
      let byte = text[at]
      if byte >= 0x80 {
        let length = text.characterLength(at: at)
        if length == 0 {
          append(copying: text.extracting(start..<at))
          append(contentsOf: [0xEF, 0xBF, 0xBD])
          start = at + 1
        }
        at += Swift.max(length, 1)
      } else {
        append(copying: text.extracting(start..<at))
        append(escape: byte)
        at += 1
        start = at
      }
      at = text.firstSpecial(from: at)
    }
    append(copying: text.extracting(start..<at))
    append(UInt8(ascii: "\""))
  }

  /// The same of a string.
  package mutating func append(json text: String) {
    var text = text
    text.makeContiguousUTF8()
    append(json: text.utf8.span)
  }

  private mutating func append(escape byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0x09: append(UInt8(ascii: "t"))
    default:
      append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] {
        let digit = UInt8(UInt16(byte) >> UInt16(shift) & 15)
        append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
      }
    }
  }
}

extension Span<UInt8> {
  /// The length of the character of several bytes that begins at `at`; 0 where none does (RFC 3629, section 4).
  fileprivate func characterLength(at: Int) -> Int {
    var utf8 = UTF8Continuation()
    guard utf8.open(self[at]) else { return 0 }
    var end = at + 1
    while utf8.isOpen {
      guard end < count, utf8.take(self[end]) else { return 0 }
      end += 1
    }
    return end - at
  }
}
