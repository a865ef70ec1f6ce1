/// Texts in a piece of a buffer.
extension OutputSpan<UInt8> {
  /// Appends a text that stands in the program.
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe append(copying: $0) }
  }

  /// Appends bytes.
  package mutating func append(copying bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(copying: $0) }
  }

  /// The same of bytes that lie somewhere.
  mutating func append(copying bytes: UnsafeBufferPointer<UInt8>) {
    precondition(bytes.count <= freeCapacity)
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      _ = unsafe buffer.extracting(count...).update(fromContentsOf: bytes)
      count &+= bytes.count
    }
  }
}
