/// Makes strings, and of those that come again and again, as the keys of a configuration do, few.
struct RepeatedStrings {
  /// Each at the place that its bytes say, until another one takes the place.
  private var known = [String](repeating: "", count: 512)

  /// Shorter ones live within their references, longer ones seldom repeat.
  private static let lengths = 16...64

  /// The string of UTF-8 bytes; what is no UTF-8 in it is replaced as Unicode says.
  mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard Self.lengths.contains(bytes.count) else { return unsafe String(decoding: bytes, as: UTF8.self) }
    let place = unsafe Self.place(of: UnsafeRawBufferPointer(bytes), among: known.count)
    if unsafe isKnown(bytes, at: place) { return known[place] }
    let string = unsafe String(decoding: bytes, as: UTF8.self)
    known[place] = string
    return string
  }

  private func isKnown(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let other = known[place].utf8
    guard other.count == bytes.count else { return false }
    let span = other.span
    for index in span.indices where unsafe span[index] != bytes[index] { return false }
    return true
  }

  /// Names mostly differ at their ends, and in their lengths.
  private static func place(of bytes: UnsafeRawBufferPointer, among count: Int) -> Int {
    let first = unsafe bytes.loadUnaligned(as: UInt64.self)
    let last = unsafe bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ (last &+ UInt64(bytes.count)) &* 0xC2B2_AE3D_27D4_EB4F
    return Int(mixed >> 32) % count
  }
}
