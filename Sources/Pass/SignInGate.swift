internal import Azure
internal import Planning
internal import System

/// The way in for one account: holds requests back until there is a token, and renews it once when Azure refuses it.
struct SignInGate {
  let credential: Credential?
  private(set) var token: Secret?
  /// How many tokens there have been: tells whether a request was refused with the newest.
  private(set) var tokenAge = 0
  var isSigningIn = false
  private var waiting: [PlannedRequest] = []

  init(_ credential: Credential?) {
    self.credential = credential
  }

  var needsToken: Bool { credential != nil && token == nil }

  mutating func accept(_ token: Secret) {
    self.token = token
    tokenAge += 1
  }

  /// Whether a request that was refused with the token of that age should wait for a newer one.
  func canRenew(_ age: Int) -> Bool { credential != nil && (age < tokenAge || tokenAge == 1) }

  mutating func wait(_ request: PlannedRequest) { waiting.append(request) }

  mutating func takeWaiting() -> [PlannedRequest] {
    defer { waiting = [] }
    return waiting
  }
}
