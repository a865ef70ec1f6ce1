internal import Transport

/// How far a pass has come, for somebody who watches it.
package final class PassProgress {
  /// Tries that have ended, sign-ins and retries among them.
  package private(set) var calls = 0
  package private(set) var inFlight = 0
  /// The series that are asked for.
  package internal(set) var series = 0
  /// Those of them that have ended in an outcome.
  package internal(set) var settled = 0
  /// The series that were put off before the pass began.
  package internal(set) var deferred = 0
  /// Until the last answer must be there.
  package private(set) var secondsLeft = 0.0
  private let show: (PassProgress) -> Void

  /// - Parameter show: called a few times a second while calls are under way.
  package init(show: @escaping (PassProgress) -> Void) {
    self.show = show
  }

  func take(_ beat: Courier.Beat) {
    (calls, inFlight, secondsLeft) = (beat.ended, beat.inFlight, beat.secondsLeft)
    show(self)
  }
}
