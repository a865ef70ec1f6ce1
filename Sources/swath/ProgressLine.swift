internal import Pass

/// The line that tells somebody at a terminal how far a pass has come. It stands alone below what was said before, and
/// is gone once the pass is over.
enum ProgressLine {
  private static let erasure = "\r\u{1B}[K"
  // A line that is too long for the terminal is cut, as what has wrapped could not be erased.
  private static let withoutWrapping = (on: "\u{1B}[?7l", off: "\u{1B}[?7h")

  /// What shows the progress of a pass.
  static func progress() -> PassProgress {
    PassProgress { Console.say("\(withoutWrapping.on)\(erasure)\(text($0))\(withoutWrapping.off)") }
  }

  static func erase() { Console.say(erasure) }

  private static func text(_ progress: PassProgress) -> String {
    let deferred = progress.deferred > 0 ? ", \(progress.deferred) deferred" : ""
    return "swath: \(progress.calls) calls made, \(progress.inFlight) in flight, \(progress.settled) of "
      + "\(progress.series) series\(deferred), \(Int(max(progress.secondsLeft, 0).rounded(.up))) s left"
  }
}
