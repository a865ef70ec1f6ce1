/// What carries exchanges: the network, or a folder of recordings.
package protocol Wire: AnyObject {
  /// Whether requests must be signed in for.
  var needsSignIn: Bool { get }
  /// Starts an exchange, which ends by itself after `seconds`.
  func start(_ exchange: Exchange, timeout seconds: Double)
  /// Waits for at most `seconds` and gives the exchanges that ended; may come back earlier with none.
  func wait(_ seconds: Double) -> [Exchange]
  /// Ends every exchange under way and gives them back, as they are.
  func cancelAll() -> [Exchange]
}
