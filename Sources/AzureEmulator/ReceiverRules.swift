/// Receivers of uploads, beside Azure: a collector of OpenTelemetry that takes OTLP in JSON (receivers 2.3), and a page of
/// Atlassian Statuspage (receivers 3).
struct ReceiverRules {
  static let collector = "otlp"
  static let statuspage = "statuspage"
  /// receivers 3: one request a second of a key, over a rolling window of a minute.
  private static let requestsPerMinute = 60

  /// What a receiver has taken, and when it was asked.
  struct State: Sendable {
    /// The bodies that were accepted, by receiver.
    var bodies: [String: [String]] = [:]
    /// When requests of each key came, in seconds since 1970 UTC.
    var askedAt: [String: [Int]] = [:]
  }

  /// The answer to a request that is for a receiver; nil for any other.
  ///
  /// - `now`: the machine's clock, as receivers know no other.
  static func answer(_ request: EmulatedRequest, _ state: inout State, now: Int) -> EmulatedAnswer? {
    let parts = request.path.split(separator: "/")
    if request.path == "/v1/metrics" { return collected(request, &state) }
    guard parts.count >= 4, parts[0] == "v1", parts[1] == "pages", parts[3] == "metrics" else { return nil }
    if parts.count == 4 { return listed(request) }
    return parts.count == 5 && parts[4] == "data" ? shown(request, &state, now: now) : nil
  }

  /// receivers 3: a page's metrics; every page has one.
  private static func listed(_ request: EmulatedRequest) -> EmulatedAnswer {
    guard request.method == "GET" else { return EmulatedAnswer(405, api: statuspage) }
    guard request.headers["authorization"]?.hasPrefix("OAuth ") == true else {
      return EmulatedAnswer(401, json: "{\"error\":\"Could not authenticate\"}", api: statuspage)
    }
    return EmulatedAnswer(json: "[{\"id\":\"system-metric\",\"name\":\"System metric\"}]", api: statuspage)
  }

  private static func collected(_ request: EmulatedRequest, _ state: inout State) -> EmulatedAnswer {
    guard request.method == "POST" else { return EmulatedAnswer(405, api: collector) }
    guard request.headers["content-type"]?.hasPrefix("application/json") == true else {
      return EmulatedAnswer(415, api: collector)
    }
    // receivers 2.2: exactly one document a request; what comes behind it is lost.
    guard JSONBody(request.body)?.object?["resourceMetrics"] != nil else {
      return EmulatedAnswer(400, json: "{\"code\":3,\"message\":\"no metrics\"}", api: collector)
    }
    state.bodies[collector, default: []].append(request.body)
    return EmulatedAnswer(json: "{\"partialSuccess\":{}}", api: collector)
  }

  private static func shown(_ request: EmulatedRequest, _ state: inout State, now: Int) -> EmulatedAnswer {
    guard request.method == "POST" else { return EmulatedAnswer(405, api: statuspage) }
    guard let key = request.headers["authorization"], key.hasPrefix("OAuth "), key.count > 6 else {
      return EmulatedAnswer(401, json: "{\"error\":\"Could not authenticate\"}", api: statuspage)
    }
    let recent = (state.askedAt[key] ?? []).filter { $0 > now - 60 }
    guard recent.count < requestsPerMinute else {
      var answer = EmulatedAnswer(429, json: "{\"error\":\"Too many requests\"}", api: statuspage)
      answer.headers.append(("Retry-After", "1"))
      return answer
    }
    state.askedAt[key] = recent + [now]
    guard JSONBody(request.body)?.object?["data"]?.object != nil else {
      return EmulatedAnswer(422, json: "{\"error\":[\"data is missing\"]}", api: statuspage)
    }
    state.bodies[statuspage, default: []].append(request.body)
    return EmulatedAnswer(201, json: request.body, api: statuspage)
  }
}
