/// A hash that is the same on every machine and in every run: the emulator's only source of variety.
package struct Hash: Sendable {
  package private(set) var value: UInt64

  package init(_ seed: Int) {
    value = Self.mixed(UInt64(bitPattern: Int64(seed)) &+ 0x9E37_79B9_7F4A_7C15)
  }

  package func adding(_ number: Int) -> Hash {
    var next = self
    next.value = Self.mixed(value ^ UInt64(bitPattern: Int64(number)) &* 0xD6E8_FEB8_6659_FD93)
    return next
  }

  /// Folds a text in without regard to the case of its ASCII letters.
  package func adding(_ text: some StringProtocol) -> Hash {
    var hash = value ^ 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
    var next = self
    next.value = Self.mixed(hash)
    return next
  }

  /// The finaliser of SplitMix64.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
