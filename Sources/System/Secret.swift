/// A value that must not be seen: it has no description, no mirror, no encoding, and shows a placeholder wherever it
/// is printed by accident. Only `withBytes` and `reveal` give it out, so that a reader finds every such place.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  package var isEmpty: Bool { bytes.isEmpty }

  /// The secret in the clear, for the one place that must send it.
  package func reveal() -> String { String(decoding: bytes, as: UTF8.self) }

  package var description: String { "<secret>" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(reflecting: description) }
}
