/// Compression of bodies: gzip (RFC 1952) over Deflate (RFC 1951).
///
/// Texts of metrics repeat themselves, so matches are long and few are looked at: what costs most is finding them.
package enum Gzip {
  private static let window = 1 << 15
  private static let hashBits: UInt32 = 15
  /// Shorter ones are not found: three bytes are seldom worth a distance.
  private static let shortest = 4
  /// How many places with the same beginning are looked at.
  private static let mostTries = 12
  /// A match of this length is good enough not to look for a better one.
  private static let longEnough = 64

  /// The bytes as a file of gzip without a name or a time.
  package static func compressed(_ bytes: Span<UInt8>) -> [UInt8] {
    var out = BitWriter()
    // The signature, Deflate, no flags, no time, and from a system that is not told.
    for byte: UInt32 in [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] { out.write(byte, 8) }
    deflate(bytes, to: &out)
    out.writeWord(checksum(bytes))
    out.writeWord(UInt32(truncatingIfNeeded: bytes.count))
    return out.bytes
  }

  private static func deflate(_ bytes: Span<UInt8>, to out: inout BitWriter) {
    var block = DeflateBlock()
    // The newest place of each hash, and the one before each place of the window; -1 for none.
    var heads = Array(repeating: Int32(-1), count: 1 << Int(hashBits))
    var earlier = Array(repeating: Int32(-1), count: window)
    var newest = heads.mutableSpan
    var before = earlier.mutableSpan
    let hashed = bytes.count - shortest
    var at = 0
    while at < bytes.count {
      var (length, distance) = (0, 0)
      if at <= hashed {
        let hash = hash(bytes, at)
        var candidate = Int(newest[hash])
        before[at & (window - 1)] = newest[hash]
        newest[hash] = Int32(truncatingIfNeeded: at)
        let limit = min(DeflateBlock.longestMatch, bytes.count - at)
        var tries = mostTries
        while candidate >= 0, at - candidate < window, tries > 0, length < min(limit, longEnough) {
          if bytes[candidate + length] == bytes[at + length] {
            let found = common(bytes, candidate, at, limit)
            if found > length { (length, distance) = (found, at - candidate) }
          }
          candidate = Int(before[candidate & (window - 1)])
          tries -= 1
        }
      }
      if length < shortest {
        block.append(literal: bytes[at])
        at += 1
      } else {
        block.append(matchOf: length, at: distance)
        for place in at + 1..<at + length where place <= hashed {
          let hash = hash(bytes, place)
          before[place & (window - 1)] = newest[hash]
          newest[hash] = Int32(truncatingIfNeeded: place)
        }
        at += length
      }
      if block.isFull { block.write(isLast: false, to: &out) }
    }
    block.write(isLast: true, to: &out)
  }

  @inline(__always) private static func hash(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt32.self)
    return Int((word &* 0x9E37_79B1) &>> (32 &- hashBits))
  }

  /// How many bytes from two places on are the same, `limit` at most, which all follow the second.
  @inline(__always) private static func common(_ bytes: Span<UInt8>, _ one: Int, _ other: Int, _ limit: Int) -> Int {
    var count = 0
    while count + 8 <= limit {
      let difference =
        unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: one + count, as: UInt64.self)
        ^ bytes.bytes.unsafeLoadUnaligned(fromByteOffset: other + count, as: UInt64.self)
      if difference != 0 { return count + difference.littleEndian.trailingZeroBitCount / 8 }
      count += 8
    }
    while count < limit, bytes[one + count] == bytes[other + count] { count += 1 }
    return count
  }

  /// CRC-32 (RFC 1952 section 8).
  static func checksum(_ bytes: Span<UInt8>) -> UInt32 {
    let table = checksums.span
    var sum = ~UInt32(0)
    for index in bytes.indices { sum = table[Int((sum ^ UInt32(bytes[index])) & 0xFF)] ^ sum &>> 8 }
    return ~sum
  }

  private static let checksums: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }
}
