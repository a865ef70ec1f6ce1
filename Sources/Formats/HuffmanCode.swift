/// A Huffman code as a writer needs it (RFC 1951 section 3.2.2).
struct HuffmanCode {
  /// How many bits each symbol has; 0 where it does not occur.
  let lengths: [UInt8]
  /// The bits, the first lowest.
  let codes: [UInt16]

  init(lengths: [UInt8]) {
    self.lengths = lengths
    var counts = Array(repeating: 0, count: 17)
    for length in lengths where length > 0 { counts[Int(length) + 1] += 1 }
    // The first code of each length follows those of all shorter ones.
    var next = Array(repeating: 0, count: 17)
    for length in 1..<17 { next[length] = (next[length - 1] + counts[length]) << 1 }
    codes = lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[Int(length)] += 1 }
      let first = UInt16(truncatingIfNeeded: next[Int(length)] << (16 - Int(length)))
      return (0..<16).reduce(UInt16(0)) { $0 << 1 | (first >> UInt16($1)) & 1 }
    }
  }

  /// The code by which symbols that occur so often take the fewest bits, none more than `longest`.
  init(counts: [Int], longest: Int) {
    self.init(lengths: Self.lengths(counts, longest: longest))
  }

  private static func lengths(_ counts: [Int], longest: Int) -> [UInt8] {
    let symbols = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
    var lengths = Array(repeating: UInt8(0), count: counts.count)
    guard symbols.count > 1 else {
      if let only = symbols.first { lengths[only] = 1 }
      return lengths
    }
    var numbers = self.numbers(symbols.map { counts[$0] }, longest: longest)
    var length = longest
    for symbol in symbols {
      while numbers[length] == 0 { length -= 1 }
      numbers[length] -= 1
      lengths[symbol] = UInt8(length)
    }
    return lengths
  }

  /// How many codes there are of each length.
  ///
  /// - `leaves`: how often symbols occur, the rarest first; two at least.
  private static func numbers(_ leaves: [Int], longest: Int) -> [Int] {
    // Inner nodes stand behind the leaves in the order in which they are made, which is that of their weights: the two
    // lightest without a parent are always the next leaf or the next inner node.
    var weights = leaves
    let nodes = 2 * leaves.count - 1
    var parents = Array(repeating: 0, count: nodes)
    var (leaf, inner) = (0, leaves.count)
    for node in leaves.count..<nodes {
      var weight = 0
      for _ in 0..<2 {
        let isLeaf = leaf < leaves.count && (inner >= node || weights[leaf] <= weights[inner])
        let child = isLeaf ? leaf : inner
        if isLeaf { leaf += 1 } else { inner += 1 }
        weight += weights[child]
        parents[child] = node
      }
      weights.append(weight)
    }
    var numbers = Array(repeating: 0, count: longest + 1)
    var depths = Array(repeating: 0, count: nodes)
    for node in (0..<nodes - 1).reversed() {
      depths[node] = depths[parents[node]] + 1
      if node < leaves.count { numbers[min(depths[node], longest)] += 1 }
    }
    // Those that were cut to the longest take more room than there is: for each unit that is over, one of them moves up
    // beside one of the longest that are shorter, which takes a bit more.
    var room = (1...longest).reduce(0) { $0 + numbers[$1] << (longest - $1) }
    while room > 1 << longest, let shorter = (1..<longest).last(where: { numbers[$0] > 0 }) {
      numbers[longest] -= 1
      numbers[shorter] -= 1
      numbers[shorter + 1] += 2
      room -= 1
    }
    return numbers
  }
}
