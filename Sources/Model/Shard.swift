/// One of several processes that share an estate: each owns the resources whose ids fall to it.
///
/// Which one an id falls to is decided by rendezvous hashing: the shard with the highest weight for the id has it. With
/// one shard more or less only those ids move that must.
package struct Shard: Hashable, Sendable {
  /// From 0 on.
  package let index: Int
  /// How many there are.
  package let count: Int

  /// The one that owns everything.
  package static let whole = Shard(index: 0, count: 1)
  package static let most = 1000

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// Nil where there is no such shard.
  package init?(_ index: Int, of count: Int) {
    guard 1...Self.most ~= count, 0..<count ~= index else { return nil }
    self.init(index: index, count: count)
  }

  /// A shard as people write it, such as `0/4`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1] else { return nil }
    self.init(index, of: count)
  }

  /// Whether there are others.
  package var isOneOfSeveral: Bool { count > 1 }

  /// What stands in the names of its files behind their own, such as `-2`; "" where there is but one.
  package var suffix: String { isOneOfSeveral ? "-\(index)" : "" }

  /// Whether a resource is the shard's: the same for every spelling of its id.
  package func owns(_ id: ResourceID) -> Bool {
    guard isOneOfSeveral else { return true }
    let hash = id.folded.stableHash
    let own = Self.weight(hash, index)
    return (0..<count).allSatisfy { other in
      let weight = Self.weight(hash, other)
      return weight < own || (weight == own && other >= index)
    }
  }

  /// The weight of a shard for an id: the finish of SplitMix64 over both.
  private static func weight(_ hash: UInt64, _ shard: Int) -> UInt64 {
    var mixed = hash &+ UInt64(shard + 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
