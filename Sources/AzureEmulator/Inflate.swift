internal import NIOCore

/// Undoes Deflate (RFC 1951), bit by bit: requests are small.
struct Inflate {
  private let bytes: [UInt8]
  /// In bits.
  private var at: Int
  private var out: [UInt8] = []

  private struct Fault: Error {}

  /// The content of a file of gzip (RFC 1952) without a name or other fields; nil where it is none.
  static func gunzip(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 18, bytes.starts(with: [0x1F, 0x8B, 8, 0]) else { return nil }
    var inflate = Inflate(bytes: Array(bytes.dropLast(8)), at: 80)
    guard (try? inflate.run()) != nil, inflate.at > inflate.bytes.count * 8 - 8 else { return nil }
    func number(_ four: ArraySlice<UInt8>) -> UInt32 { four.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
    let isWhole =
      number(bytes.suffix(8).prefix(4)) == Gzip.checksum(ByteBuffer(bytes: inflate.out))
      && number(bytes.suffix(4)) == UInt32(truncatingIfNeeded: inflate.out.count)
    return isWhole ? inflate.out : nil
  }

  private init(bytes: [UInt8], at: Int) {
    self.bytes = bytes
    self.at = at
  }

  private mutating func run() throws {
    var isLast = false
    while !isLast {
      isLast = try bits(1) == 1
      switch try bits(2) {
      case 0: try stored()
      case 1:
        // RFC 1951 section 3.2.6.
        try block(
          Code((0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }),
          Code(Array(repeating: 5, count: 30)))
      case 2:
        let (literals, distances) = try codes()
        try block(literals, distances)
      default: throw Fault()
      }
    }
  }

  private mutating func bits(_ count: Int) throws -> Int {
    var number = 0
    for place in 0..<count {
      guard at < bytes.count * 8 else { throw Fault() }
      number |= Int(bytes[at >> 3] >> UInt8(at & 7) & 1) << place
      at += 1
    }
    return number
  }

  private mutating func stored() throws {
    at = (at + 7) & ~7
    let count = try bits(16)
    guard try bits(16) == ~count & 0xFFFF else { throw Fault() }
    for _ in 0..<count { out.append(UInt8(try bits(8))) }
  }

  /// The codes of a block that brings its own (RFC 1951 section 3.2.7).
  private mutating func codes() throws -> (literals: Code, distances: Code) {
    let (literals, distances, told) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
    var lengths = Array(repeating: 0, count: 19)
    for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(told) {
      lengths[symbol] = try bits(3)
    }
    let code = Code(lengths)
    lengths = []
    while lengths.count < literals + distances {
      switch try symbol(code) {
      case 16:
        guard let last = lengths.last else { throw Fault() }
        lengths += Array(repeating: last, count: try bits(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try bits(3) + 3)
      case 18: lengths += Array(repeating: 0, count: try bits(7) + 11)
      case let length: lengths.append(length)
      }
    }
    guard lengths.count == literals + distances, lengths[256] > 0 else { throw Fault() }
    return (Code(Array(lengths.prefix(literals))), Code(Array(lengths.suffix(distances))))
  }

  /// RFC 1951 section 3.2.2: of each length the first code, and the symbols in the order of their codes.
  private struct Code {
    var counts = Array(repeating: 0, count: 16)
    var symbols: [Int]

    init(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    }
  }

  private mutating func symbol(_ code: Code) throws -> Int {
    var (number, first, index) = (0, 0, 0)
    for length in 1...15 {
      number |= try bits(1)
      let count = code.counts[length]
      if number - first < count { return code.symbols[index + number - first] }
      index += count
      first = (first + count) << 1
      number <<= 1
    }
    throw Fault()
  }

  private mutating func block(_ literals: Code, _ distances: Code) throws {
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        out.append(UInt8(symbol))
        continue
      }
      // RFC 1951 section 3.2.5.
      let place = symbol - 257
      let length =
        try place < 8 ? place + 3 : place == 28 ? 258 : 3 + ((4 + (place & 3)) << (place / 4 - 1)) + bits(place / 4 - 1)
      let far = try self.symbol(distances)
      let distance = try far < 4 ? far + 1 : 1 + ((2 + (far & 1)) << (far / 2 - 1)) + bits(far / 2 - 1)
      guard place <= 28, far < 30, distance <= out.count else { throw Fault() }
      for _ in 0..<length { out.append(out[out.count - distance]) }
    }
  }
}
