/// A fault on demand (azure-apis 9): what happens to the next requests whose path it matches.
package struct Fault: Sendable {
  package enum Kind: Sendable, Hashable {
    /// An answer with this status and Azure's body for it.
    case status(Int)
    case reset, resetInBody, truncate, shortened, slow, trickle
    case html, mistyped, empty, oversized, wrapped
    case redirect, expired
    case repeatedToken, lostPage, shrunk, cut, staleToken
    case shuffled, dropped, failedMetric, failedResource, partial, hostile
  }

  package var kind: Kind
  /// A part of the path, compared without case; "" for every path.
  package var match: String
  /// The value of `Retry-After`; nil for none.
  package var retryAfter: String?
  /// The header that has it instead, such as `retry-after-ms`, whose value is in milliseconds (azure-apis 0.5).
  package var waitHeader = "Retry-After"
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
      case let name?: FaultKind.all.first { $0.name == name }?.kind
      }
    guard let kind else { return nil }
    self.init(
      kind, match: query["match"] ?? "", retryAfter: query["retryafter"],
      delayMilliseconds: query["delaymilliseconds"].flatMap { Int($0) } ?? 0,
      times: query["times"].flatMap { Int($0) } ?? .max)
    resource = query["resource"] ?? ""
    waitHeader = query["waitheader"] ?? waitHeader
    location = query["location"] ?? ""
    megabytes = query["megabytes"].flatMap { Int($0) } ?? megabytes
  }

  /// Whether a request with this lower-cased path is one that it strikes.
  func strikes(_ path: String, _ body: String) -> Bool {
    guard times > 0, match.isEmpty || path.contains(match.lowercased()) else { return false }
    return resource.isEmpty || path.contains(resource.lowercased()) || body.lowercased().contains(resource.lowercased())
  }
}
