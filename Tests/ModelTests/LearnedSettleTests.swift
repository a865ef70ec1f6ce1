import Model
import Testing

/// What watched series teach of how long buckets change.
@Suite struct LearnedSettleTests {
  private func probe(changes: [Int] = [], arrivals: [Int] = []) -> SettleProbe {
    let ages = changes.map { ($0, true) } + arrivals.map { ($0, false) }
    return SettleProbe(
      target: 0, dimensions: [],
      buckets: ages.enumerated().map { number, age in
        .init(
          start: 60 * number, value: 1, arrival: age.1 ? 0 : age.0, change: age.1 ? age.0 : 0, seen: 1200)
      })
  }

  @Test func aLookSeesWhenAValueCame() {
    var probe = SettleProbe(target: 0)
    for (minute, value) in [nil, nil, 1.0, 1.0, 2.0, 2.0].enumerated() {
      probe.look(value, start: 600, age: 150 + 60 * minute)
    }
    probe.look(5, start: 540, age: 500)
    #expect(probe.buckets.map(\.start) == [540, 600])
    #expect(probe.buckets[0] == .init(start: 540, value: 5, seen: 500))
    #expect(probe.buckets[1] == .init(start: 600, value: 2, arrival: 270, change: 390, seen: 450))
    // A hole in an answer is no change, and a long pause between looks not the bucket's.
    probe.look(nil, start: 600, age: 460)
    #expect(probe.buckets[1].value == 2 && probe.buckets[1].change == 390)
    probe.look(3, start: 600, age: 4000)
    #expect(probe.buckets[1].change == 760)
    // What changed before it was shown harms nobody.
    probe.look(1, start: 660, age: 30)
    probe.look(2, start: 660, age: 330)
    #expect(probe.buckets[2].value == 2 && probe.buckets[2].change == 0)
    probe.forget(before: 600)
    #expect(probe.buckets.count == 2 && !probe.isBarren)
  }

  @Test func everyChangeCounts() {
    var settle = LearnedSettle(since: 0)
    #expect(settle.seconds == 180)
    settle.learn(from: [probe(changes: [0, 0, 541])], now: 120)
    #expect(settle.seconds == 600)
    settle.learn(from: [probe(changes: [90_000])], now: 180)
    #expect(settle.seconds == 1800)
  }

  @Test func fewThatComeLateDoNot() {
    var settle = LearnedSettle(since: 0)
    settle.learn(from: [probe(arrivals: Array(repeating: 30, count: 38) + [900, 900])], now: 60)
    #expect(settle.seconds == 180)
    settle.learn(from: [probe(arrivals: Array(repeating: 30, count: 37) + [800, 900, 900])], now: 60)
    #expect(settle.seconds == 840)
  }

  @Test func whatIsOverIsForgottenAfterTwoPeriods() {
    var settle = LearnedSettle(since: 0)
    settle.learn(from: [probe(changes: [541])], now: 60)
    let period = 6 * 3600
    settle.learn(from: [probe(changes: [61])], now: period)
    #expect(settle.seconds == 600 && settle.since == period)
    settle.learn(from: [probe(changes: [241])], now: 2 * period)
    #expect(settle.seconds == 300)
    settle.learn(from: [], now: 3 * period)
    settle.learn(from: [], now: 4 * period)
    #expect(settle.seconds == 180)
  }
}
