/// ASCII texts compared without case, eight bytes at a time: identifiers of Azure are looked up by the million.
extension Span<UInt8> {
  /// The eight bytes from `at` on with A–Z lowered; zeros behind the end.
  @inline(__always) private func foldedWord(at: Int) -> UInt64 {
    var word: UInt64 = 0
    if at &+ 8 <= count {
      // The condition is the check of the bounds.
      word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self).littleEndian
    } else {
      for index in at..<count { word |= UInt64(self[index]) &<< UInt64(8 &* (index &- at)) }
    }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    // The top bit of each byte says whether it is A or above, and above Z.
    let upper = ((low &+ 0x3F &* ones) ^ (low &+ 0x25 &* ones)) & ~word & 0x8080_8080_8080_8080
    return word | upper &>> 2
  }

  /// Whether the bytes are those of another span but for the case of ASCII letters.
  package func equalsFolded(_ other: borrowing Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var at = 0
    while at < count {
      if foldedWord(at: at) != other.foldedWord(at: at) { return false }
      at &+= 8
    }
    return true
  }

  /// Feeds a hasher with the bytes, the same for all spellings.
  package func hashFolded(into hasher: inout Hasher) {
    hasher.combine(count)
    var at = 0
    while at < count {
      hasher.combine(foldedWord(at: at))
      at &+= 8
    }
  }
}
