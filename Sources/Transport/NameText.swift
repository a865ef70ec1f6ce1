internal import Formats

/// Finds names in texts and puts others in their place. Names count in any case, and only as whole words.
struct NameText {
  private let replacements: [[UInt8]: String]
  /// The lengths that names have, the longest first.
  private let lengths: [Int]

  /// - Parameter replacements: by the names in lower case.
  init(_ replacements: [[UInt8]: String]) {
    self.replacements = replacements
    lengths = Set(replacements.keys.map(\.count)).sorted(by: >)
  }

  /// What stands for a name; nil for a text that is none.
  subscript(_ name: String) -> String? { replacements[Self.folded(name)] }

  func replaced(in text: String) -> String {
    let bytes = Array(text.utf8), folded = Self.folded(text)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let isStart = at == 0 || !Self.isInWord(bytes[at - 1])
      let length = isStart ? lengths.first { isName(folded, at, $0) } : nil
      if let length, let replacement = replacements[Array(folded[at..<at + length])] {
        out += replacement.utf8
        at += length
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func isName(_ text: [UInt8], _ start: Int, _ length: Int) -> Bool {
    let end = start + length
    guard end <= text.count, end == text.count || !Self.isInWord(text[end]) else { return false }
    return replacements[Array(text[start..<end])] != nil
  }

  /// The bytes of a text with the capital letters of ASCII made small.
  static func folded(_ text: some StringProtocol) -> [UInt8] { text.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }

  /// The GUIDs in a text, in lower case.
  static func identifiers(in text: String) -> [[UInt8]] {
    let bytes = folded(text)
    var found: [[UInt8]] = []
    var at = 0
    while at + 36 <= bytes.count {
      let end = at + 36
      let isAlone = (at == 0 || !isInWord(bytes[at - 1])) && (end == bytes.count || !isInWord(bytes[end]))
      if isAlone, bytes[at..<end].enumerated().allSatisfy({ isInIdentifier($1, at: $0) }) {
        found.append(Array(bytes[at..<end]))
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  private static func isInIdentifier(_ byte: UInt8, at place: Int) -> Bool {
    switch place {
    case 8, 13, 18, 23: byte == UInt8(ascii: "-")
    default: byte &- 0x30 < 10 || byte &- 0x61 < 6
    }
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
}
