/// What the emulated storage queues hold: a pure function of seed, account, queue and minute.
package struct QueueValues: Sendable {
  /// Of the estate.
  package let seed: Int

  package init(seed: Int) {
    self.seed = seed
  }

  /// Messages in a queue; in one minute of eight it has none.
  ///
  /// - `now`: seconds since 1970 UTC.
  package func messageCount(account: String, queue: String, at now: Int) -> Int {
    let bits = bits(account, queue, now)
    return bits & 7 == 0 ? 0 : 1 + Int(bits >> 3 % 500)
  }

  /// When the first message came, in seconds since 1970 UTC; nil for an empty queue.
  package func firstInsertion(account: String, queue: String, at now: Int) -> Int? {
    let bits = bits(account, queue, now)
    return bits & 7 == 0 ? nil : now / 60 * 60 - Int(bits >> 20 % 7200)
  }

  private func bits(_ account: String, _ queue: String, _ now: Int) -> UInt64 {
    Hash(13).adding(seed).adding(account).adding(queue).adding(now / 60).value
  }
}
