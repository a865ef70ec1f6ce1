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
  /// Whether the bytes are those of a text.
  @inlinable package func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count where unsafe self[index] != text.utf8Start[index] { return false }
    return true
  }

  /// The bytes as a string; they are known to be UTF-8.
  @inlinable package var text: String {
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
