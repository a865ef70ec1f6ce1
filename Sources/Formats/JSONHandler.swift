/// Takes what a `JSONTokenizer` finds, in the order of the document. Texts are borrowed for the call: unescaped,
/// valid UTF-8, without their quotes.
package protocol JSONHandler {
  /// A member's name.
  /// - Returns: whether its value is wanted; one that is not is checked, but no word of it arrives.
  mutating func key(_ name: borrowing Span<UInt8>) -> Bool
  mutating func beginObject()
  mutating func endObject()
  mutating func beginArray()
  mutating func endArray()
  mutating func string(_ text: borrowing Span<UInt8>)
  /// A number as it is written; `JSONNumber.double` gives its value.
  mutating func number(_ text: borrowing Span<UInt8>)
  mutating func literal(_ literal: JSONLiteral)
}

/// The words of JSON.
package enum JSONLiteral: UInt8, Sendable {
  case null, `true`, `false`

  @usableFromInline var text: StaticString {
    switch self {
    case .null: "null"
    case .true: "true"
    case .false: "false"
    }
  }
}

/// Why a text is no JSON, and where.
package struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Bytes before the place.
  package let offset: Int
  package let message: String

  package init(offset: Int, _ message: String) {
    self.offset = offset
    self.message = message
  }

  package var description: String { "not JSON at byte \(offset): \(message)" }
}

extension Span<UInt8> {
  /// Whether the bytes are those of a text. Looked at in words, of which the last two may overlap: every member's name
  /// of every answer comes by here.
  @inlinable @inline(__always) package func equals(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count == length else { return false }
    let mine = unsafe bytes
    let other = unsafe UnsafeRawPointer(text.utf8Start)
    func isSame<Word: FixedWidthInteger & BitwiseCopyable>(_ at: Int, _ type: Word.Type) -> Bool {
      unsafe mine.unsafeLoadUnaligned(fromByteOffset: at, as: type) == other.loadUnaligned(fromByteOffset: at, as: type)
    }
    if length < 4 {
      for at in 0..<length where !isSame(at, UInt8.self) { return false }
      return true
    }
    if length < 8 { return isSame(0, UInt32.self) && isSame(length - 4, UInt32.self) }
    var at = 0
    while at + 8 < length {
      if !isSame(at, UInt64.self) { return false }
      at += 8
    }
    return isSame(length - 8, UInt64.self)
  }

  /// The bytes as a string; they are known to be UTF-8.
  @inlinable package var text: String {
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
