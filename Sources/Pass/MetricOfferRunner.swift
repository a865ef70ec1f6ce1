package import Azure
package import Catalog
package import Configuration
package import Model
internal import System
package import Transport

/// Asks Azure which metrics one resource has: its namespaces, then the definitions of the one that Azure itself fills.
package struct MetricOfferRunner {
  private let courier: Courier
  private let endpoint: String
  private var token: Secret?
  private var number = 0

  /// What there is.
  package struct Found: Sendable {
    package var metrics: [KnownMetric] = []
    /// The namespaces that were not asked for.
    package var otherNamespaces: [String] = []
  }

  /// Why it cannot be said.
  package struct Failure: Error {
    package let reason: PassResult.Reason
    package let isRefusal: Bool
  }

  /// - `credential`: nil where the wire needs no sign-in.
  /// - Throws: `Failure`.
  package static func run(
    _ resource: ResourceID, cloud: CloudEndpoints, credential: Credential?, courier: Courier
  ) throws(Failure) -> Found {
    var runner = MetricOfferRunner(courier: courier, endpoint: cloud.resourceManager)
    if let credential { try runner.signIn(credential, audience: cloud.metricsQueryAudience) }
    return try runner.found(resource)
  }

  private init(courier: Courier, endpoint: String) {
    self.courier = courier
    self.endpoint = endpoint
  }

  private mutating func signIn(_ credential: Credential, audience: String) throws(Failure) {
    var signIn = SignIn(credential, audience: audience)
    var step = signIn.begin()
    while true {
      switch step {
      case .token(let secret):
        token = secret
        return
      case .failed(let error):
        throw Failure(reason: .init(code: error.code, text: error.text), isRefusal: error.isFinal)
      case .send(let request): step = signIn.take(exchange(request, limit: SignIn.longestAnswer))
      }
    }
  }

  private mutating func found(_ resource: ResourceID) throws(Failure) -> Found {
    let namespaces = try answer(
      DefinitionsRequest.namespaces(of: resource, endpoint: endpoint, token: token), MetricNamespace.all)
    // Most resources have one, whose name is their type; that is also the one of a question which names none.
    let own = namespaces.first { $0.isPlatform }?.name ?? namespaces.first?.name ?? ""
    let definitions = try answer(
      DefinitionsRequest.of(resource, namespace: own, endpoint: endpoint, token: token), MetricDefinition.all)
    return Found(
      metrics: definitions.map(KnownMetric.init),
      otherNamespaces: namespaces.map(\.name).filter { $0.asciiLowercased != own.asciiLowercased })
  }

  private mutating func exchange(_ request: HTTPRequest, limit: Int) -> Exchange {
    number += 1
    let exchange = Exchange(request, number: number, receiver: BodyBuffer(limit: limit))
    courier.submit(exchange)
    return courier.next() ?? exchange
  }

  private mutating func answer<Value>(
    _ request: HTTPRequest, _ read: ([UInt8]) throws -> Value
  ) throws(Failure) -> Value {
    let exchange = exchange(request, limit: DefinitionsRequest.longestAnswer)
    guard exchange.failure == nil, exchange.response.isSuccess, let buffer = exchange.receiver as? BodyBuffer else {
      let (outcome, reason) = Verdict.of(exchange, complaint: "it is too long")
      throw Failure(reason: reason, isRefusal: outcome == .forbidden)
    }
    do {
      return try read(buffer.bytes)
    } catch {
      throw Failure(reason: Verdict.unreadable(exchange, "\(error)"), isRefusal: false)
    }
  }
}

extension KnownMetric {
  /// What a definition says. A metric without a number of its own is counted.
  fileprivate init(_ definition: MetricDefinition) {
    self.init(
      definition.name, unit: definition.unit,
      primaryAggregation: definition.primaryAggregation ?? definition.aggregations.members.first ?? .count,
      shortestGrain: definition.grains.min() ?? 60, dimensions: definition.dimensions)
  }
}
