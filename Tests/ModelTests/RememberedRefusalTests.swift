import Model
import Testing

@Test func refusalsAreLeftAloneForLongerAndLonger() {
  func pauses(_ outcome: Outcome) -> [Int] {
    [1, 2, 3, 4, 5, 6, 99, .max].map { RememberedRefusal.pause(after: $0, outcome) }
  }
  let hour = 3600
  #expect(pauses(.rejected) == [1, 2, 4, 8, 16, 24, 24, 24].map { $0 * hour })
  #expect(pauses(.gone) == [600, 1200, 2400, hour, hour, hour, hour, hour])
}
