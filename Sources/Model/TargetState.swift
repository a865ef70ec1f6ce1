/// How far a declared metric of one resource has come. There is one for each series, so it is kept small.
package struct TargetState: Sendable, Equatable {
  /// End of the newest bucket that was decided, with a value or without, in seconds since 1970 UTC; 0 for none.
  package var horizon: Int {
    get { Int(seconds) }
    set { seconds = UInt32(clamping: newValue) }
  }
  private var seconds: UInt32
  /// For how many passes in a row Azure has refused it; of what was put off, for how many it has been.
  package var refusals: Int16
  /// The outcome of the last pass that asked for it, or should have.
  package var outcome: Outcome

  /// For how many passes in a row it has been put off.
  package var waits: Int16 { outcome == .deferred ? refusals : 0 }

  package init(outcome: Outcome, horizon: Int = 0, refusals: Int16 = 0) {
    self.outcome = outcome
    seconds = UInt32(clamping: horizon)
    self.refusals = refusals
  }
}
