/// Base64 (RFC 4648): as PEM files hold it, and in the form for addresses and tokens, without padding.
package enum Base64 {
  /// The bytes of a text in the standard alphabet, line breaks and padding aside; nil where it is none.
  package static func decoded(_ text: some StringProtocol) -> [UInt8]? {
    var out: [UInt8] = []
    var (buffer, bits) = (0, 0)
    var rest = Array(text.utf8)[...]
    while let last = rest.last, last == UInt8(ascii: "=") || isBlank(last) { rest.removeLast() }
    for character in rest where !isBlank(character) {
      guard let digit = digit(character) else { return nil }
      buffer = buffer << 6 | digit
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: buffer >> bits))
        buffer &= 1 << bits - 1
      }
    }
    return out
  }

  /// The text in the alphabet for addresses.
  package static func urlEncoded(_ bytes: [UInt8]) -> String { encoded(bytes, urlAlphabet) }

  /// The text in the standard alphabet, padded.
  package static func encoded(_ bytes: [UInt8]) -> String {
    encoded(bytes, alphabet) + String(repeating: "=", count: (3 - bytes.count % 3) % 3)
  }

  private static func encoded(_ bytes: [UInt8], _ alphabet: [UInt8]) -> String {
    var out: [UInt8] = []
    var (buffer, bits) = (0, 0)
    for byte in bytes {
      buffer = buffer << 8 | Int(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        out.append(alphabet[buffer >> bits & 63])
      }
      buffer &= 1 << bits - 1
    }
    if bits > 0 { out.append(alphabet[buffer << (6 - bits) & 63]) }
    return String(decoding: out, as: UTF8.self)
  }

  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let alphabet = Array("\(letters)+/".utf8)
  private static let urlAlphabet = Array("\(letters)-_".utf8)

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  private static func digit(_ character: UInt8) -> Int? {
    switch character {
    case 0x41...0x5A: Int(character) - 0x41
    case 0x61...0x7A: Int(character) - 0x61 + 26
    case 0x30...0x39: Int(character) - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
