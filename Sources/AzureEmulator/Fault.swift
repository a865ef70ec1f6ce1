/// A fault on demand (azure-apis 9): what happens to the next requests whose path it matches.
package struct Fault: Sendable {
  package enum Kind: Sendable, Equatable {
    /// An answer with this status and Azure's body for it.
    case status(Int)
    /// The connection ends without an answer.
    case reset
    /// The connection ends in the middle of the body.
    case truncate
    /// The body is a string of JSON that holds the document (azure-apis 4).
    case wrapped
    /// Nothing but a delay.
    case slow
  }

  package var kind: Kind
  /// A part of the path, compared without case; "" for every path.
  package var match: String
  /// The value of `Retry-After`; nil for none.
  package var retryAfter: String?
  package var delayMilliseconds: Int
  /// How many requests it strikes; the ones after them are served.
  package var times: Int

  package init(
    _ kind: Kind, match: String = "", retryAfter: String? = nil, delayMilliseconds: Int = 0, times: Int = .max
  ) {
    self.kind = kind
    self.match = match
    self.retryAfter = retryAfter
    self.delayMilliseconds = delayMilliseconds
    self.times = times
  }

  /// A fault from the query of `POST /control/faults`.
  init?(_ query: [String: String]) {
    let kind: Kind? =
      switch query["kind"] {
      case "reset": .reset
      case "truncate": .truncate
      case "wrapped": .wrapped
      case "slow": .slow
      case nil, "status": query["status"].flatMap { Int($0) }.map { .status($0) }
      default: nil
      }
    guard let kind else { return nil }
    self.init(
      kind, match: query["match"] ?? "", retryAfter: query["retryafter"],
      delayMilliseconds: query["delaymilliseconds"].flatMap { Int($0) } ?? 0,
      times: query["times"].flatMap { Int($0) } ?? .max)
  }

  /// The answer of a fault that is a status.
  static func answer(status: Int) -> EmulatedAnswer {
    switch status {
    // azure-apis 3.6 and 0.4
    case 401: .wrapped(401, "InvalidAuthenticationToken", "The access token is invalid.", api: "fault")
    case 403:
      .wrapped(
        403, "AuthorizationFailed",
        "The client does not have authorization to perform action 'microsoft.insights/metrics/read'.", api: "fault")
    case 404: .wrapped(404, "ResourceNotFound", "The Resource was not found.", api: "fault")
    case 429:
      .wrapped(
        429, "SubscriptionRequestsThrottled", "Number of requests exceeded. Please try again later.", api: "fault")
    case 400: .flat(400, "BadRequest", "Emulated bad request.", api: "fault")
    case 500: .wrapped(500, "InternalServerError", "Detected Internal Error.", api: "fault")
    default: EmulatedAnswer(status, json: "<html><body>Emulated \(status)</body></html>", api: "fault")
    }
  }
}
