package import System
package import Transport

/// One sign-in for one audience, from its first exchange to a token or to the reason why there is none.
///
/// It sends nothing itself: whoever drives it sends what `begin` and `take` give, and hands back what came.
package struct SignIn: Sendable {
  private let credential: Credential
  private let audience: String
  /// Seconds since 1970 UTC, for assertions.
  private let now: Int
  /// The source that is asked, and how many answers it has given.
  private var index = 0
  private var answers = 0
  /// Why the sources before it could not be used, with their names.
  private var passedOver: [(name: String, error: SignInError)] = []

  /// What comes next.
  package enum Step: Sendable {
    case send(HTTPRequest)
    case token(Secret)
    case failed(SignInError)
  }

  /// What an answer means for the source that was asked.
  enum Reply {
    case token(Secret)
    /// Another exchange is needed.
    case ask(HTTPRequest)
    /// This source is not there: the next one may be.
    case unavailable(SignInError)
    /// It is there and gives no token: that ends a chain too.
    case failed(SignInError)
  }

  /// The longest answer that a token is looked for in.
  package static let longestAnswer = 256 << 10

  ///
  /// - `audience`: without a slash at its end.
  /// - `now`: seconds since 1970 UTC, by the machine's clock.
  package init(_ credential: Credential, audience: String, now: Int = Clock.wallMicroseconds / 1_000_000) {
    self.credential = credential
    self.audience = audience
    self.now = now
  }

  /// The first step.
  package mutating func begin() -> Step {
    step(reply(to: nil))
  }

  /// The step after an exchange that this sign-in asked for.
  package mutating func take(_ exchange: Exchange) -> Step {
    answers += 1
    // Nothing more is sent after the end of a pass.
    if exchange.failure == .abandoned { return .failed(SignInError(unanswered: exchange.request.host)) }
    return step(reply(to: exchange))
  }

  private mutating func step(_ first: Reply) -> Step {
    var reply = first
    while true {
      switch reply {
      case .token(let secret): return .token(secret)
      case .ask(let request): return .send(request)
      case .failed(let error):
        if passedOver.isEmpty { return .failed(error) }
        return .failed(
          SignInError(
            code: error.code, text: "\(credential.sources[index].name): \(error.text); before it, \(tried)",
            isFinal: error.isFinal))
      case .unavailable(let error):
        guard credential.isChain else { return .failed(error) }
        passedOver.append((credential.sources[index].name, error))
        index += 1
        answers = 0
        guard index < credential.sources.count else {
          return .failed(
            SignInError(code: "CredentialUnavailable", text: "no way to sign in: \(tried)", isFinal: true))
        }
        reply = self.reply(to: nil)
      }
    }
  }

  private var tried: String { passedOver.map { "\($0.name): \($0.error.text)" }.joined(separator: "; ") }

  /// What the source says to an answer; to none, how it begins.
  private func reply(to exchange: Exchange?) -> Reply {
    switch credential.sources[index] {
    case .servicePrincipal(let principal, _): principal.reply(to: exchange, audience: audience, now: now)
    case .managedIdentity(let identity):
      identity.reply(to: exchange, answers: answers, audience: audience, isChain: credential.isChain)
    case .azureCLI(let cli): cli.reply(to: exchange, answers: answers, audience: audience)
    case .absent(_, let text): .unavailable(SignInError(code: "NotConfigured", text: text, isFinal: true))
    case .unusable(_, let text): .failed(SignInError(code: "Unusable", text: text, isFinal: true))
    }
  }
}

/// Why there is no token.
package struct SignInError: Error, Equatable, Sendable {
  package let code: String
  package let text: String
  /// Whether the identity was refused; else another try may succeed.
  package let isFinal: Bool

  /// Why no whole answer came from an endpoint; nil where one came, whatever its status.
  init?(_ failure: TransportFailure?, of endpoint: String) {
    switch failure {
    case nil: return nil
    case .timeout: self.init(code: "Timeout", text: "\(endpoint) did not answer in time", isFinal: false)
    case .connection(let text): self.init(code: "Connection", text: "\(endpoint): \(text)", isFinal: false)
    case .abandoned: self.init(unanswered: endpoint)
    case .command(let failure): self.init(code: "Command", text: "\(endpoint): \(failure.text)", isFinal: false)
    case .heldBack:
      self.init(
        code: "HeldBack", text: "\(endpoint) asks to wait until after the end of the pass", isFinal: false)
    case .hostLeftAlone(let text): self.init(code: "HostLeftAlone", text: text, isFinal: false)
    case .unreadable, .tooLarge, .noRecording: self.init(unreadable: endpoint)
    }
  }

  /// Time ran out before an endpoint answered.
  init(unanswered endpoint: String) {
    self.init(code: "OutOfTime", text: "the pass ended before \(endpoint) answered", isFinal: false)
  }

  init(unreadable endpoint: String) {
    self.init(code: "Unreadable", text: "the answer of \(endpoint) holds no token", isFinal: false)
  }

  package init(code: String, text: String, isFinal: Bool) {
    self.code = code
    self.text = text
    self.isFinal = isFinal
  }
}
