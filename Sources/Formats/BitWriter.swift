/// Bits in the order of RFC 1951 section 3.1.1: the first is the lowest of the first byte.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var held: UInt64 = 0
  private var count: UInt64 = 0

  /// - `bits`: has no others set than its lowest `count`.
  /// - `count`: at most 32.
  @inline(__always) mutating func write(_ bits: UInt32, _ count: UInt8) {
    held |= UInt64(bits) &<< self.count
    self.count &+= UInt64(count)
    while self.count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: held))
      held &>>= 8
      self.count &-= 8
    }
  }

  /// Fills the last byte with zeros.
  mutating func align() {
    if count > 0 { write(0, UInt8(8 - count)) }
  }

  /// A number of four bytes, the lowest first, behind whole bytes.
  mutating func writeWord(_ number: UInt32) {
    align()
    write(number, 32)
  }
}
