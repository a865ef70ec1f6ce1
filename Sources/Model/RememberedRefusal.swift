/// A target that Azure refuses for its own sake, and that is left alone for a while: a request that holds it is refused
/// as a whole, and finding the culprit anew would cost calls in every pass.
package struct RememberedRefusal: Sendable, Equatable {
  /// The target's number in the plan; in a snapshot its row's.
  package var target: Int32
  /// Until when it is not asked for, in seconds since 1970 UTC.
  package var until: Int
  /// How many times in a row it was refused when it was asked for.
  package var times: Int
  /// How it ended then, and goes on ending.
  package var outcome: Outcome
  /// Azure's code for it.
  package var code: String
  /// Azure's words.
  package var text: String

  package init(target: Int32, until: Int, times: Int, outcome: Outcome, code: String, text: String) {
    self.target = target
    self.until = until
    self.times = times
    self.outcome = outcome
    self.code = code
    self.text = text
  }

  /// Whether Azure says that it does not split the metric by one of its dimensions.
  package var isForDimension: Bool { text.contains("requested dimension combination") }

  /// Of more than so many the latest are asked for again: a snapshot is bounded.
  package static let most = 10_000

  /// For how long a target is left alone after it was refused so many times in a row, in seconds: what is missing may
  /// soon be made, what is refused is so until somebody mends the declaration, which makes another target of it.
  package static func pause(after times: Int, _ outcome: Outcome) -> Int {
    let (first, longest) = outcome == .gone ? (600, 3600) : (3600, 24 * 3600)
    return min(first << min(max(times, 1) - 1, 8), longest)
  }
}
