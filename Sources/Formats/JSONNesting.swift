/// The containers that are open around a place in a document: for each whether it is an object, as one bit.
@usableFromInline struct JSONNesting: Sendable {
  @usableFromInline var depth = 0
  /// The innermost up to 64, the innermost of all in the lowest bit.
  @usableFromInline var bits: UInt64 = 0
  /// Those further out, 64 a number.
  @usableFromInline var outer: [UInt64] = []

  @usableFromInline init() {}

  /// Whether the innermost is an object.
  @inlinable @inline(__always) var isInObject: Bool { bits & 1 == 1 }

  @inlinable @inline(__always) mutating func push(isObject: Bool) {
    if depth & 63 == 0, depth > 0 { outer.append(bits) }
    bits = bits << 1 | (isObject ? 1 : 0)
    depth += 1
  }

  /// Closes the innermost; whether it was an object.
  @inlinable @inline(__always) mutating func pop() -> Bool {
    let wasObject = isInObject
    depth -= 1
    bits >>= 1
    if depth & 63 == 0, depth > 0 { bits = outer.removeLast() }
    return wasObject
  }
}
