/// A kind of fault, as control requests and the documentation name it.
package struct FaultKind: Sendable {
  package let name: String
  package let kind: Fault.Kind
  /// What comes in place of a good answer.
  package let text: String
  /// The parameter of a control request that belongs to it; nil for none of its own.
  package let parameter: String?

  init(_ name: String, _ kind: Fault.Kind, _ text: String, parameter: String? = nil) {
    self.name = name
    self.kind = kind
    self.text = text
    self.parameter = parameter
  }

  /// Every kind but statuses, which are given by their numbers (azure-apis 9).
  package static let all = [
    FaultKind("reset", .reset, "the connection ends without an answer"),
    FaultKind("resetInBody", .resetInBody, "the connection is reset in the middle of the body"),
    FaultKind("truncate", .truncate, "the connection is closed in the middle of the body"),
    FaultKind("shortened", .shortened, "`Content-Length` is half of what comes"),
    FaultKind("slow", .slow, "nothing but a delay before the first byte", parameter: "delayMilliseconds"),
    FaultKind(
      "trickle", .trickle, "the body comes in eight pieces, with a delay before each", parameter: "delayMilliseconds"),
    FaultKind("html", .html, "a page of HTML with status 200"),
    FaultKind("mistyped", .mistyped, "the good answer with the content type of a text"),
    FaultKind("empty", .empty, "status 200 without a body"),
    FaultKind("oversized", .oversized, "so many megabytes of blanks before the body ends", parameter: "megabytes"),
    FaultKind("wrapped", .wrapped, "the document as a string of JSON"),
    FaultKind("redirect", .redirect, "a redirect (302)", parameter: "location"),
    FaultKind("expired", .expired, "the token is said to have expired (401)"),
    FaultKind("repeatedToken", .repeatedToken, "a page of Resource Graph gives the token that it was asked with"),
    FaultKind("lostPage", .lostPage, "the token of a page of Resource Graph leads past the next one"),
    FaultKind("shrunk", .shrunk, "a page of Resource Graph that is not the first says that there is a row less"),
    FaultKind("cut", .cut, "a page of Resource Graph says that rows are left out, and gives no token for them"),
    FaultKind("staleToken", .staleToken, "Resource Graph does not take the token of a page any more (400)"),
    FaultKind("shuffled", .shuffled, "the resources of a batch come in another order"),
    FaultKind("dropped", .dropped, "the first resource of a batch is not in the answer"),
    FaultKind("failedMetric", .failedMetric, "the first metric of each resource has an error instead of series"),
    FaultKind("failedResource", .failedResource, "every metric of the first resource of a batch has an error"),
    FaultKind("partial", .partial, "a result of Log Analytics comes beside an error"),
    FaultKind("hostile", .hostile, "values of dimensions and numbers are such as break careless readers"),
  ]

  /// The statuses that have a body of Azure's own, or none as there; any other one comes with a page of HTML.
  package static let statuses: [(status: Int, text: String)] = [
    (204, "no body"), (400, "`BadRequest`"), (401, "`InvalidAuthenticationToken`"), (403, "`AuthorizationFailed`"),
    (404, "`ResourceNotFound`"), (429, "`SubscriptionRequestsThrottled`; of Resource Graph `RateLimiting`"),
    (500, "`InternalServerError`"), (501, "of a batch the shape of a good answer"), (503, "a page of HTML"),
    (529, "no body"),
  ]
}
