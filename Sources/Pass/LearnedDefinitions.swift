internal import Azure
internal import Model
internal import Planning
internal import Transport

/// What a pass has learned from the metric definitions of types of resources: which metrics there are, and the intervals
/// that Azure has of each. A batch that asks for a metric that is nobody's is refused as a whole; to find that out
/// resource by resource would cost as many calls as there are resources, so that the definitions of the type are asked
/// for, once. A refusal of an interval that does not say which ones there are is answered by them too.
struct LearnedDefinitions {
  /// Whose metrics a definitions call tells.
  struct Key: Hashable {
    var account: Int
    var subscription, region, armType: String

    /// The type of a request to one resource alone, whose definitions stand for all of the type.
    init(_ request: PlannedRequest, of armType: String) {
      account = request.account
      subscription = ""
      region = ""
      self.armType = armType
    }

    /// Nil for a request to one resource alone.
    init?(_ request: PlannedRequest) {
      guard let batch = request.query.batch else { return nil }
      account = request.account
      subscription = request.query.subscriptionID.asciiLowercased
      region = batch.region
      armType = batch.namespace
    }
  }

  enum State {
    /// The call is under way, and these requests wait for it, each with what refused it.
    case asked([(request: PlannedRequest, lane: Int, exchange: Exchange)])
    /// The lengths of buckets of all metrics, in seconds, by the lower-cased name.
    case known([String: [Int]])
    /// They cannot be had.
    case unavailable
  }

  private(set) var states: [Key: State] = [:]
  /// Why targets of a metric end as unknown, by the type and the lower-cased name: Azure's words.
  private var reasons: [Key: [String: PassResult.Reason]] = [:]

  /// Whether a refusal may be meant for a whole type: it names an unknown metric, and several resources were asked.
  static func concerns(_ request: PlannedRequest, _ exchange: Exchange) -> Key? {
    guard request.query.metrics.count == 1, request.query.resources.count > 1, exchange.failure == nil,
      exchange.response.status == 400, AzureError(exchange.response).namesUnknownMetric
    else { return nil }
    return Key(request)
  }

  /// A resource to ask in place of its type; nil where the type is asked for.
  func oneOf(_ key: Key) -> ResourceID? {
    guard key.subscription.isEmpty, case .asked(let waiting) = states[key] else { return nil }
    return waiting.first?.request.query.resources.first
  }

  /// Lets a request wait for the definitions; whether they must be asked for first.
  mutating func wait(_ key: Key, _ request: PlannedRequest, lane: Int, _ exchange: Exchange) -> Bool {
    guard case .asked(var waiting) = states[key] else {
      states[key] = .asked([(request, lane, exchange)])
      return true
    }
    waiting.append((request, lane, exchange))
    states[key] = .asked(waiting)
    return false
  }

  /// Takes the answer about a type, or that there is none; gives the requests that waited.
  mutating func settle(
    _ key: Key, _ exchange: Exchange?
  ) -> [(request: PlannedRequest, lane: Int, exchange: Exchange)] {
    guard case .asked(let waiting) = states[key] else { return [] }
    states[key] = .unavailable
    if let exchange, exchange.failure == nil, exchange.response.isSuccess,
      let buffer = exchange.receiver as? BodyBuffer,
      let definitions = try? MetricDefinition.all(buffer.bytes), !definitions.isEmpty
    {
      states[key] = .known(
        Dictionary(definitions.map { ($0.name.asciiLowercased, $0.grains) }) { first, _ in first })
    }
    return waiting
  }

  /// Whether no resource of the type has a metric, as far as that is known.
  func lack(_ key: Key, _ metric: String) -> Bool {
    guard case .known(let metrics) = states[key] else { return false }
    return metrics[metric.asciiLowercased] == nil
  }

  /// The lengths of buckets of a metric, in seconds, as far as they are known.
  func grains(_ key: Key, _ metric: String) -> [Int] {
    guard case .known(let metrics) = states[key] else { return [] }
    return metrics[metric.asciiLowercased] ?? []
  }

  mutating func note(_ key: Key, _ metric: String, _ reason: PassResult.Reason) {
    reasons[key, default: [:]][metric.asciiLowercased] = reason
  }

  /// A request without the metrics that are known to be nobody's, and those of it that are, each with its reason.
  func split(_ request: PlannedRequest) -> (rest: PlannedRequest?, unknown: [(PlannedRequest, PassResult.Reason)]) {
    guard !reasons.isEmpty, let key = Key(request), let known = reasons[key] else { return (request, []) }
    var unknown: [(PlannedRequest, PassResult.Reason)] = []
    var kept: [Int] = []
    for (index, metric) in request.query.metrics.enumerated() {
      if let reason = known[metric.asciiLowercased] {
        unknown.append((request.part(metrics: index..<index + 1), reason))
      } else {
        kept.append(index)
      }
    }
    if unknown.isEmpty { return (request, []) }
    return (kept.isEmpty ? nil : request.part(metrics: kept), unknown)
  }
}
