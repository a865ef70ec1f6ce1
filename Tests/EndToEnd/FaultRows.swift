/// What is expected of each fault, by the API that it strikes.
extension FaultRow {
  static let all = ofMetrics + ofBatches + ofReadings + ofSignIn + ofDiscovery

  private static let notRead = ["cannot be read (", "check what answers there, such as a proxy"]
  private static let notFollowed = [
    "a redirect to http://127.0.0.1:", "redirects are never followed: check the address",
  ]

  private static let ofMetrics = [
    FaultRow(.metrics, "status=204", 3, ["failed Unreadable": 2], says: notRead),
    FaultRow(.metrics, "status=400", 3, ["rejected BadRequest": 2], says: ["Emulated bad request"]),
    FaultRow(.metrics, "status=401", 3, ["forbidden InvalidAuthenticationToken": 2], says: ["token is invalid"]),
    FaultRow(
      .metrics, "status=403", 3, ["forbidden AuthorizationFailed": 2],
      says: ["microsoft.insights/metrics/read", "give the identity the role Monitoring Reader there"]),
    FaultRow(.metrics, "status=404", 0, ["gone ResourceNotFound": 2], says: ["publicIPAddresses/pip-1-0"]),
    FaultRow(.metrics, "status=429&times=1", 0, shows: .all),
    FaultRow(.metrics, "status=429&retryAfter=1&times=1", 0, shows: .all),
    FaultRow(.metrics, "status=429&retryAfter=Tue, 24 Nov 2026 12:00:31 GMT&times=1", 0, shows: .all),
    FaultRow(.metrics, "status=429&retryAfter=200&waitHeader=retry-after-ms&times=1", 0, shows: .all),
    FaultRow(.metrics, "status=429&retryAfter=200&waitHeader=x-ms-retry-after-ms&times=1", 0, shows: .all),
    FaultRow(.metrics, "status=429&retryAfter=0", 3, ["throttled SubscriptionRequestsThrottled": 2]),
    // Who is told to wait until after the end asks for nothing more.
    FaultRow(
      .metrics, "status=429&retryAfter=3600&times=1", 75,
      ["throttled SubscriptionRequestsThrottled": 1, "throttled HeldBack": 7],
      says: ["its quota is used up until after the end of the pass", " 2 requests"], shows: .none, inFlight: 1),
    FaultRow(.metrics, "status=500&retryAfter=0", 3, ["failed InternalServerError": 2], says: ["Internal Error"]),
    FaultRow(.metrics, "status=501", 3, ["rejected HTTP 501": 2], says: ["127.0.0.1:"]),
    FaultRow(.metrics, "status=503&retryAfter=0", 3, ["failed HTTP 503": 2], says: ["127.0.0.1:", "Emulated 503"]),
    FaultRow(.metrics, "status=503&times=1", 0, shows: .all),
    FaultRow(
      .metrics, "status=529&retryAfter=0", 3, ["throttled HTTP 529": 2],
      says: ["the service takes no more requests for now"]),
    FaultRow(.metrics, "status=529&times=1", 0, shows: .all),
    FaultRow(.metrics, "kind=reset&times=1", 0, shows: .all),
    FaultRow(.metrics, "kind=resetInBody&times=1", 0, shows: .all),
    FaultRow(
      .metrics, "kind=truncate&retryAfter=0", 3, ["failed Connection": 2],
      says: ["127.0.0.1:", "bytes remaining to read"]),
    FaultRow(.metrics, "kind=shortened", 3, ["failed Unreadable": 2], says: notRead),
    // The deadline ends what never comes.
    FaultRow(
      .metrics, "kind=slow&delayMilliseconds=60000", 3, ["deferred OutOfTime": 2],
      says: ["pass partial (cut short)", "the pass ended before 127.0.0.1:"], deadline: 2),
    FaultRow(
      .metrics, "kind=trickle&delayMilliseconds=60000", 3, ["deferred OutOfTime": 2],
      says: ["pass partial (cut short)", "the pass ended before 127.0.0.1:"], deadline: 2),
    FaultRow(.metrics, "kind=slow&delayMilliseconds=20", 0, shows: .all),
    FaultRow(.metrics, "kind=trickle&delayMilliseconds=5", 0, shows: .all),
    FaultRow(.metrics, "kind=html", 3, ["failed Unreadable": 2], says: notRead),
    FaultRow(.metrics, "kind=mistyped", 0, shows: .all),
    FaultRow(.metrics, "kind=empty", 3, ["failed Unreadable": 2], says: notRead),
    FaultRow(.metrics, "kind=oversized&megabytes=1", 0, shows: .all),
    FaultRow(.metrics, "kind=wrapped", 0, shows: .all),
    FaultRow(
      .metrics, "kind=redirect&location=TRAP/a?sig=emulated-secret", 3, ["failed HTTP 302": 2], says: notFollowed),
    FaultRow(.metrics, "kind=expired&times=1", 0, shows: .all),
    FaultRow(.metrics, "kind=expired", 3, ["forbidden ExpiredAuthenticationToken": 2], says: ["expiry UTC time"]),
    FaultRow(.metrics, "kind=failedMetric", 3, ["failed InternalServerError": 2], says: ["Emulated failure."]),
    FaultRow(.metrics, "kind=hostile", 0, shows: .strange),
  ]

  /// One batch holds all four resources, for each of the two intervals.
  private static let ofBatches = [
    FaultRow(.batches, "status=400", 3, ["rejected BadRequest": 2], says: ["Emulated bad request"]),
    FaultRow(.batches, "status=404", 0, ["gone ResourceNotFound": 2], says: ["publicIPAddresses/pip-1-0"]),
    FaultRow(.batches, "status=401", 0, shows: .all),
    FaultRow(.batches, "status=429&retryAfter=0&times=1", 0, shows: .all),
    FaultRow(.batches, "status=500&retryAfter=0", 0, shows: .all),
    FaultRow(.batches, "status=501", 0, shows: .all),
    FaultRow(.batches, "status=529&retryAfter=0", 75, ["throttled HTTP 529": 8], shows: .none),
    FaultRow(.batches, "kind=html", 75, ["failed Unreadable": 8], says: notRead, shows: .none),
    FaultRow(.batches, "kind=redirect&location=TRAP/a", 75, ["failed HTTP 302": 8], says: notFollowed, shows: .none),
    FaultRow(.batches, "kind=expired&times=1", 0, shows: .all),
    FaultRow(.batches, "kind=shuffled", 0, shows: .all),
    FaultRow(.batches, "kind=dropped", 0, shows: .all),
    FaultRow(.batches, "kind=failedMetric", 75, ["failed InternalServerError": 8], shows: .none),
    FaultRow(.batches, "kind=failedResource", 3, ["failed InternalServerError": 2], says: ["Emulated failure."]),
  ]

  private static let ofReadings = [
    FaultRow(.logs, "status=204", 0),
    FaultRow(.logs, "status=403", 3, ["forbidden AuthorizationFailed": 2]),
    FaultRow(.logs, "status=429&retryAfter=0&times=1", 0, shows: .all),
    FaultRow(.logs, "status=500&retryAfter=0", 3, ["failed InternalServerError": 2]),
    FaultRow(.logs, "kind=partial", 3, ["failed PartialError": 2], says: ["some errors when processing"]),
    FaultRow(.logs, "kind=truncate&retryAfter=0", 3, ["failed Connection": 2], says: ["bytes remaining"]),
    FaultRow(
      .logs, "kind=empty", 3, ["failed Unreadable": 2], says: ["the answer is empty", "what a proxy in between"]),
    FaultRow(.logs, "kind=html", 3, ["failed Unreadable": 2], says: ["the answer is no JSON", "such as a proxy"]),
    FaultRow(.logs, "kind=oversized&megabytes=9", 3, ["failed Unreadable": 2], says: ["it is too long"]),
    FaultRow(.logs, "kind=expired&times=1", 0, shows: .all),
    FaultRow(.logs, "kind=redirect&location=TRAP/a", 3, ["failed HTTP 302": 2], says: notFollowed),
    FaultRow(.queues, "status=403", 3, ["forbidden AuthorizationFailed": 2]),
    FaultRow(.queues, "status=404", 0, ["gone ResourceNotFound": 2]),
    FaultRow(.queues, "status=503&retryAfter=0", 3, ["failed HTTP 503": 2], says: ["127.0.0.1:"]),
    FaultRow(
      .queues, "kind=html", 3, ["failed Unreadable": 2], says: ["none of the queue service", "check the address"]),
    FaultRow(.queues, "kind=empty", 3, ["failed Unreadable": 2], says: ["none of the queue service"]),
    FaultRow(.queues, "kind=redirect&location=TRAP/a", 3, ["failed HTTP 302": 2], says: notFollowed),
  ]

  private static let noToken = ["the answer of the token endpoint holds no token -- check what answers in its place"]

  private static let ofSignIn = [
    FaultRow(.token, "status=400", 77, ["forbidden BadRequest": 8], says: ["sign-in to tenant"], shows: .none),
    FaultRow(.token, "status=429&retryAfter=0&times=1", 0, shows: .all),
    FaultRow(
      .token, "status=503&retryAfter=0", 75, ["failed HTTP 503": 8], says: ["HTTP 503: the token endpoint: "],
      shows: .none),
    FaultRow(.token, "kind=html", 75, ["failed Unreadable": 8], says: noToken, shows: .none),
    FaultRow(.token, "kind=empty", 75, ["failed Unreadable": 8], says: noToken, shows: .none),
    FaultRow(.token, "kind=oversized&megabytes=1", 75, ["failed Unreadable": 8], says: ["no token"], shows: .none),
    FaultRow(
      .token, "kind=truncate&retryAfter=0", 75, ["failed Connection": 8], says: ["the token endpoint"], shows: .none),
    FaultRow(
      .token, "kind=slow&delayMilliseconds=60000", 75, ["deferred OutOfTime": 8],
      says: ["pass partial (cut short)", "the pass ended before 127.0.0.1:"], shows: .none, deadline: 2),
    FaultRow(.token, "kind=redirect&location=TRAP/a", 75, ["failed HTTP 302": 8], says: notFollowed, shows: .none),
  ]

  private static let ofDiscovery = [
    FaultRow(.graph, "status=429&retryAfter=0&times=1", 0, shows: .all),
    FaultRow(.graph, "status=403", 77, says: ["discovery of all-publicipaddress", "Monitoring Reader"], shows: .none),
    FaultRow(.graph, "status=500&retryAfter=0", 75, says: ["there is no older list"], shows: .none),
    FaultRow(.graph, "kind=html", 75, says: notRead, shows: .none),
    FaultRow(.graph, "kind=expired&times=1", 0, shows: .all),
    FaultRow(.graph, "kind=expired", 77, says: ["ExpiredAuthenticationToken"], shows: .none),
    FaultRow(.graph, "kind=redirect&location=TRAP/a", 75, says: notFollowed, shows: .none),
  ]
}
