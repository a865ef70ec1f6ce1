internal import Azure
internal import Model
internal import Planning
internal import System

/// The way in to one audience of an account: holds requests back until there is a token, and renews it once when Azure
/// refuses it.
struct SignInGate {
  /// Index in `Plan.accounts`.
  let account: Int
  let audience: String
  let credential: Credential?
  private(set) var token: Secret?
  /// How many tokens there have been: tells whether a request was refused with the newest.
  private(set) var tokenAge = 0
  /// The sign-in under way.
  var signIn: SignIn?
  /// Why nobody comes in any more.
  var refusal: (outcome: Outcome, reason: PassResult.Reason)?
  private var waiting: [Waiting] = []

  /// What waits: a request with the lane that it came from, the number of a reading, or a question about definitions.
  enum Waiting {
    case request(PlannedRequest, lane: Int)
    case reading(Int)
    case definitions(LearnedDefinitions.Key)
  }

  init(account: Int, audience: String, credential: Credential?) {
    self.account = account
    self.audience = audience
    self.credential = credential
  }

  var needsToken: Bool { credential != nil && token == nil }

  mutating func accept(_ token: Secret) {
    self.token = token
    signIn = nil
    tokenAge += 1
  }

  /// Whether a request that was refused with the token of that age should wait for a newer one.
  func canRenew(_ age: Int) -> Bool { credential != nil && (age < tokenAge || tokenAge == 1) }

  mutating func wait(_ errand: Waiting) { waiting.append(errand) }

  mutating func takeWaiting() -> [Waiting] {
    defer { waiting = [] }
    return waiting
  }
}
