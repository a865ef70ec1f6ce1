/// What a receiver said to one request.
enum Receipt: Equatable {
  /// It took it; of so many points it says that it did not, and why.
  case accepted(rejected: Int, message: String)
  /// Later it may take it: after so many seconds, if it says so.
  case later(reason: String, wait: Double?)
  /// It takes nothing from this sender, whatever is sent.
  case closed(reason: String, isRefusal: Bool)
  /// It will never take it.
  case refused(reason: String)
  /// It would take it in smaller pieces.
  case tooLarge(reason: String)
}
