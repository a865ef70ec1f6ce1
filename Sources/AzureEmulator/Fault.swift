/// A fault on demand (azure-apis 9): what happens to the next requests whose path it matches.
package struct Fault: Sendable {
  package enum Kind: Sendable, Hashable {
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
    /// The resources of a batch come in another order (azure-apis 4).
    case shuffled
    /// The first resource of a batch is not in the answer (azure-apis 4).
    case dropped
    /// The first metric of each resource has an error instead of series (azure-apis 3.1).
    case failedMetric
    /// A result of Log Analytics comes beside an error (azure-apis 5).
    case partial
    /// Every metric of the first resource of a batch has an error instead of series (azure-apis 4).
    case failedResource
    /// The body comes in pieces with a pause before each.
    case trickle
    /// A page of HTML with the status of a success (azure-apis 9.6).
    case html
    /// The body goes on for so many megabytes of blanks before it ends well.
    case oversized
    /// A redirect to `location`.
    case redirect
    /// The token is said to have expired (azure-apis 9.2).
    case expired
    /// Names of dimensions' values are such as break careless formats, and values of points are at the ends of what a
    /// number can be.
    case hostile
  }

  /// The kinds by their names in control requests; a status is given by its number.
  static let kinds: [String: Kind] = [
    "reset": .reset, "truncate": .truncate, "wrapped": .wrapped, "slow": .slow, "shuffled": .shuffled,
    "dropped": .dropped, "failedMetric": .failedMetric, "partial": .partial, "failedResource": .failedResource,
    "trickle": .trickle, "html": .html, "oversized": .oversized, "redirect": .redirect, "expired": .expired,
    "hostile": .hostile,
  ]

  package var kind: Kind
  /// A part of the path, compared without case; "" for every path.
  package var match: String
  /// The value of `Retry-After`; nil for none.
  package var retryAfter: String?
  package var delayMilliseconds: Int
  /// How many requests it strikes; the ones after them are served.
  package var times: Int
  /// A part of an id: only requests whose path or body name such a resource are struck; "" for all.
  package var resource = ""
  /// Where a redirect leads.
  package var location = ""
  /// The size of an oversized body.
  package var megabytes = 100

  package init(
    _ kind: Kind, match: String = "", retryAfter: String? = nil, delayMilliseconds: Int = 0, times: Int = .max
  ) {
    self.kind = kind
    self.match = match
    self.retryAfter = retryAfter
    self.delayMilliseconds = delayMilliseconds
    self.times = times
  }

  /// A fault from the text of a query, such as `kind=reset&times=2`; nil where it names none.
  package init?(query text: String) { self.init(EmulatedRequest.pairs(text)) }

  /// A fault from the query of `POST /control/faults`.
  init?(_ query: [String: String]) {
    let kind: Kind? =
      switch query["kind"] {
      case nil, "status": query["status"].flatMap { Int($0) }.map { .status($0) }
      case let name?: Self.kinds[name]
      }
    guard let kind else { return nil }
    self.init(
      kind, match: query["match"] ?? "", retryAfter: query["retryafter"],
      delayMilliseconds: query["delaymilliseconds"].flatMap { Int($0) } ?? 0,
      times: query["times"].flatMap { Int($0) } ?? .max)
    resource = query["resource"] ?? ""
    location = query["location"] ?? ""
    megabytes = query["megabytes"].flatMap { Int($0) } ?? megabytes
  }

  /// Whether a request with this lower-cased path is one that it strikes.
  func strikes(_ path: String, _ body: String) -> Bool {
    guard times > 0, match.isEmpty || path.contains(match.lowercased()) else { return false }
    return resource.isEmpty || path.contains(resource.lowercased()) || body.lowercased().contains(resource.lowercased())
  }

  /// The answer of a fault that is one; nil for those that change another answer, or the way in which it comes.
  func answer(_ path: String) -> EmulatedAnswer? {
    switch kind {
    case .status(let status): return Self.answer(status: status, path)
    case .html: return Self.page(200)
    case .expired:
      return .wrapped(
        401, "ExpiredAuthenticationToken", "The access token expiry UTC time is in the past.", api: "fault")
    case .redirect:
      var answer = EmulatedAnswer(302, api: "fault")
      answer.headers = [("Location", location)]
      return answer
    default: return nil
    }
  }

  /// What a gateway says that knows nothing of JSON (azure-apis 9.6).
  private static func page(_ status: Int) -> EmulatedAnswer {
    var answer = EmulatedAnswer(status, json: "<html><body>Emulated \(status)</body></html>", api: "fault")
    answer.headers = [("Content-Type", "text/html")]
    return answer
  }

  /// azure-apis 4: the errors of getBatch have a shape of their own.
  private static func batchAnswer(status: Int) -> EmulatedAnswer? {
    switch status {
    case 400: GetBatchRules.refusal(status, "BadRequest", "Emulated bad request.")
    case 401: GetBatchRules.refusal(status, "InvalidAuthenticationToken", "The access token is invalid.")
    case 403: GetBatchRules.refusal(status, "AuthorizationFailed", "The client has no role in this subscription.")
    case 500: GetBatchRules.refusal(status, "InternalServerError", "Detected Internal Error.")
    case 501:
      // azure-apis 0.3: shaped as if it were metrics.
      EmulatedAnswer(
        status,
        json: "{\"values\":[{\"value\":[{\"timeseries\":[],\"errorCode\":\"NotImplemented\","
          + "\"errorMessage\":\"Emulated: the backend cannot serve this.\"}]}]}", api: "fault")
    default: nil
    }
  }

  /// The answer of a fault that is a status.
  static func answer(status: Int, _ path: String) -> EmulatedAnswer {
    if path.lowercased().hasSuffix("/metrics:getbatch"), let answer = batchAnswer(status: status) {
      var answer = answer
      answer.api = "fault"
      return answer
    }
    if status == 429, path.lowercased().hasSuffix("/providers/microsoft.resourcegraph/resources") {  // azure-apis 2.2
      var answer = ResourceGraphRules.throttled
      answer.headers += ResourceGraphRules.quotaHeaders(left: 0, seconds: 5)
      answer.api = "fault"
      return answer
    }
    return switch status {
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
    case 204, 529: EmulatedAnswer(status, api: "fault")
    case 500: .wrapped(500, "InternalServerError", "Detected Internal Error.", api: "fault")
    default: page(status)
    }
  }
}
