/// How the code of a block is told in front of it (RFC 1951 section 3.2.7): the lengths of its codes, in runs, by a code
/// of their own.
struct DeflateLengths {
  private var runs: [(symbol: UInt8, extra: UInt32)] = []
  private let code: HuffmanCode
  private let literals, distances, told: Int
  /// How many bits it takes.
  let bits: Int

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  init(_ literals: [UInt8], _ distances: [UInt8]) {
    self.literals = max(257, (literals.lastIndex { $0 > 0 } ?? 0) + 1)
    self.distances = max(1, (distances.lastIndex { $0 > 0 } ?? 0) + 1)
    let lengths = literals.prefix(self.literals) + distances.prefix(self.distances)
    var rest = lengths[...]
    while let length = rest.first {
      let run = rest.prefix { $0 == length }.count
      rest = rest.dropFirst(run)
      Self.append(length, run, to: &runs)
    }
    var counts = Array(repeating: 0, count: 19)
    for run in runs { counts[Int(run.symbol)] += 1 }
    let code = HuffmanCode(counts: counts, longest: 7)
    self.code = code
    told = max(4, (Self.order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    bits = 14 + 3 * told + runs.reduce(0) { $0 + Int(code.lengths[Int($1.symbol)] + Self.extraBits($1.symbol)) }
  }

  private static func append(_ length: UInt8, _ run: Int, to runs: inout [(symbol: UInt8, extra: UInt32)]) {
    var rest = run
    if length > 0 {
      // What is repeated is the length before.
      runs.append((length, 0))
      rest -= 1
    }
    while rest > 0 {
      let most = length > 0 ? 6 : 138
      // None is left that is too short to be one.
      let part = rest <= most ? rest : min(most, rest - 3)
      switch (length, part) {
      case (_, ..<3): for _ in 0..<part { runs.append((length, 0)) }
      case (1..., _): runs.append((16, UInt32(part - 3)))
      case (_, ..<11): runs.append((17, UInt32(part - 3)))
      default: runs.append((18, UInt32(part - 11)))
      }
      rest -= part
    }
  }

  private static func extraBits(_ symbol: UInt8) -> UInt8 { symbol < 16 ? 0 : [2, 3, 7][Int(symbol) - 16] }

  func write(to out: inout BitWriter) {
    out.write(UInt32(literals - 257), 5)
    out.write(UInt32(distances - 1), 5)
    out.write(UInt32(told - 4), 4)
    for symbol in Self.order.prefix(told) { out.write(UInt32(code.lengths[symbol]), 3) }
    for run in runs {
      out.write(UInt32(code.codes[Int(run.symbol)]), code.lengths[Int(run.symbol)])
      out.write(run.extra, Self.extraBits(run.symbol))
    }
  }
}
