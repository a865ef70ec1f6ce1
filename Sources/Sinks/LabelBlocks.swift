internal import Formats

/// Labels as they stand in samples, rendered once for each resource that shows them, in one piece of memory.
///
/// A block that is lacking is made by `append`s and an `end`. Closures would be shorter, and cost half of the writing.
struct LabelBlocks {
  private var bytes: [UInt8] = []
  /// Where the block of each number begins and ends; empty where it was not rendered yet.
  private var blocks: [(start: UInt32, end: UInt32)]
  private var start = 0

  init(count: Int) {
    blocks = Array(repeating: (0, 0), count: count)
  }

  /// Forgets every block.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    start = 0
    for index in blocks.indices { blocks[index] = (0, 0) }
  }

  func lacks(_ number: Int) -> Bool { blocks[number].end == 0 }

  /// Adds a label to the block at hand.
  mutating func append(_ opening: [UInt8], _ value: String) {
    bytes.append(contentsOf: opening)
    ExpositionWriter.append(escaped: value, to: &bytes)
  }

  /// Adds what is rendered already.
  mutating func append(_ rendered: [UInt8]) { bytes += rendered }

  /// Makes what was added the block of a number.
  mutating func end(_ number: Int) {
    // The blocks of resources are about as long as each other, so that room for all is made once.
    if start == 0 { bytes.reserveCapacity(blocks.count * (bytes.count + 8)) }
    blocks[number] = (UInt32(start), UInt32(bytes.count))
    start = bytes.count
  }

  func append(_ number: Int, to out: inout [UInt8]) {
    out.append(copying: bytes.span.extracting(Int(blocks[number].start)..<Int(blocks[number].end)))
  }
}
