/// The one buffer of an output: bytes gather in it and leave through `drain` in large pieces, so that memory does
/// not grow with the output.
package struct OutputBuffer: ~Copyable {
  /// What has not been drained yet. Renderers append here and call `drainIfFull` once a line.
  package var bytes: [UInt8] = []
  private let drain: (borrowing Span<UInt8>) throws -> Void
  private static let fullAt = 256 << 10

  /// - Parameter drain: takes the bytes away, in order; what it throws ends the rendering.
  package init(drain: @escaping (borrowing Span<UInt8>) throws -> Void) {
    self.drain = drain
    bytes.reserveCapacity(Self.fullAt + 64 << 10)
  }

  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// The same of a text that is no literal.
  package mutating func append(text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func drainIfFull() throws {
    if bytes.count >= Self.fullAt { try drainAll() }
  }

  /// Hands on what is left: the last call of every renderer.
  package mutating func drainAll() throws {
    if !bytes.isEmpty { try drain(bytes.span) }
    bytes.removeAll(keepingCapacity: true)
  }
}
