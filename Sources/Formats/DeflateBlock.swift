/// One block of Deflate: literals and matches, and how they are written by the code that suits them best.
struct DeflateBlock {
  /// A literal, or a match: its length in the upper half and its distance in the lower.
  private var tokens: [UInt32] = []
  private var literals = Array(repeating: 0, count: 286)
  private var distances = Array(repeating: 0, count: 30)

  /// More are another block, whose code suits other data.
  private static let most = 16_384
  private static let end = 256
  static let shortestMatch = 3
  static let longestMatch = 258

  init() { tokens.reserveCapacity(Self.most) }

  var isFull: Bool { tokens.count >= Self.most }

  @inline(__always) mutating func append(literal: UInt8) {
    tokens.append(UInt32(literal))
    literals[Int(literal)] &+= 1
  }

  @inline(__always) mutating func append(matchOf length: Int, at distance: Int) {
    tokens.append(UInt32(truncatingIfNeeded: length << 16 | distance))
    literals[Int(Self.symbol(length: UInt32(length)).symbol)] &+= 1
    distances[Int(Self.symbol(distance: UInt32(distance)).symbol)] &+= 1
  }

  /// Writes the block, and begins another.
  mutating func write(isLast: Bool, to out: inout BitWriter) {
    literals[Self.end] = 1
    out.write(isLast ? 1 : 0, 1)
    let code = (HuffmanCode(counts: literals, longest: 15), HuffmanCode(counts: distances, longest: 15))
    let lengths = DeflateLengths(code.0.lengths, code.1.lengths)
    if lengths.bits + size(code) < size(Self.fixed) {
      out.write(2, 2)
      lengths.write(to: &out)
      write(code, &out)
    } else {
      out.write(1, 2)
      write(Self.fixed, &out)
    }
    tokens.removeAll(keepingCapacity: true)
    literals = Array(repeating: 0, count: literals.count)
    distances = Array(repeating: 0, count: distances.count)
  }

  private typealias Code = (literals: HuffmanCode, distances: HuffmanCode)

  /// RFC 1951 section 3.2.6.
  private static let fixed: Code = (
    HuffmanCode(lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }),
    HuffmanCode(lengths: Array(repeating: 5, count: 30))
  )

  /// How many bits the symbols take, without those that follow them, which are the same for every code.
  private func size(_ code: Code) -> Int {
    func size(_ counts: [Int], _ code: HuffmanCode) -> Int {
      zip(counts, code.lengths).reduce(0) { $0 + $1.0 * Int($1.1) }
    }
    return size(literals, code.literals) + size(distances, code.distances)
  }

  private func write(_ code: Code, _ out: inout BitWriter) {
    let (codes, lengths) = (code.literals.codes, code.literals.lengths)
    let (farCodes, farLengths) = (code.distances.codes, code.distances.lengths)
    for token in tokens {
      if token < 256 {
        out.write(UInt32(codes[Int(token)]), lengths[Int(token)])
        continue
      }
      let length = Self.symbol(length: token >> 16)
      out.write(UInt32(codes[Int(length.symbol)]), lengths[Int(length.symbol)])
      out.write(length.extra, length.count)
      let distance = Self.symbol(distance: token & 0xFFFF)
      out.write(UInt32(farCodes[Int(distance.symbol)]), farLengths[Int(distance.symbol)])
      out.write(distance.extra, distance.count)
    }
    out.write(UInt32(codes[Self.end]), lengths[Self.end])
  }

  private typealias Symbol = (symbol: UInt32, extra: UInt32, count: UInt8)

  /// The symbol of a length and the bits that follow it. RFC 1951 section 3.2.5: each power of two in four parts.
  @inline(__always) private static func symbol(length: UInt32) -> Symbol {
    let number = length &- UInt32(shortestMatch)
    if length == longestMatch { return (285, 0, 0) }
    if number < 8 { return (257 &+ number, 0, 0) }
    let power = 31 &- UInt32(number.leadingZeroBitCount)
    let count = power &- 2
    return (257 &+ 4 &* (power &- 1) &+ (number >> count) & 3, number & (1 << count &- 1), UInt8(count))
  }

  /// The same of a distance: each power of two in two parts.
  @inline(__always) private static func symbol(distance: UInt32) -> Symbol {
    let number = distance &- 1
    if number < 4 { return (number, 0, 0) }
    let power = 31 &- UInt32(number.leadingZeroBitCount)
    let count = power &- 1
    return (2 &* power &+ (number >> count) & 1, number & (1 << count &- 1), UInt8(count))
  }
}
