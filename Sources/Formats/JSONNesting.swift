/// The objects and arrays that are open: one bit each, the innermost 64 in a register.
@usableFromInline struct JSONNesting: Sendable {
  /// How many are open.
  @usableFromInline private(set) var depth = 0
  @usableFromInline var bits: UInt64 = 0
  @usableFromInline var outer: [UInt64] = []

  @inlinable init() {}

  /// Whether the innermost is an object.
  @inlinable @inline(__always) var isObject: Bool { bits & 1 == 1 }

  @inlinable @inline(__always) mutating func push(isObject: Bool) {
    if depth & 63 == 63 { spill() }
    depth &+= 1
    bits = bits &<< 1 | (isObject ? 1 : 0)
  }

  /// Closes the innermost; gives whether it was an object.
  @inlinable @inline(__always) mutating func pop() -> Bool {
    let wasObject = isObject
    bits &>>= 1
    depth &-= 1
    if depth & 63 == 63 { refill() }
    return wasObject
  }

  // A full register is set aside; the first is taken as full at 63, so that one test of the depth serves both ways.
  @inline(never) @usableFromInline mutating func spill() {
    outer.append(bits)
    bits = 0
  }

  @inline(never) @usableFromInline mutating func refill() {
    bits = outer.removeLast()
  }
}
