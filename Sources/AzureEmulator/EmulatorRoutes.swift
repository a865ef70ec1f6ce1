internal import Synchronization

/// Which rules answer a request.
extension EmulatorState {
  /// The answer to a request; `base` is the emulator's own address, which is the audience of the resource manager.
  func answer(_ request: EmulatedRequest, base: String) -> EmulatedAnswer {
    let path = request.path
    let lowered = path.lowercased()
    if lowered.hasPrefix("/control/") { return control(String(lowered.dropFirst(9)), request) }
    let received = changing.withLock { ReceiverRules.answer(request, &$0.receivers, now: Self.machineNow) }
    if let received { return received }
    if let listed = DiscoveryAgentRules.answer(request, configuration.estate.resources) { return listed }
    if request.method == "POST" {
      if lowered.hasSuffix("/oauth2/v2.0/token") {
        let tenant = String(path.dropFirst().prefix { $0 != "/" })
        return changing.withLock { state in
          state.tokens.answer(request, tenant: tenant, url: base + path, now: state.now ?? Self.machineNow)
        }
      }
      if lowered == "/providers/microsoft.resourcegraph/resources" { return graphAnswer(request, base: base) }
      if lowered.contains(Self.workspaces) { return logAnswer(request, base: base) }
      let parts = lowered.split(separator: "/")
      if parts.count == 4, parts[0].hasSuffix(".metrics"), parts[1] == "subscriptions", parts[3] == "metrics:getbatch" {
        return batchAnswer(
          request, region: String(parts[0].dropLast(".metrics".utf8.count)), subscription: String(parts[2]), base: base)
      }
    }
    let parts = lowered.split(separator: "/")
    if parts.count == 5, parts[0] == "subscriptions", parts[2] == "providers", parts[3] == "microsoft.insights",
      parts[4] == "metrics", request.method == "GET" || request.method == "POST"
    {
      return subscriptionAnswer(request, String(parts[1]), base: base)
    }
    if parts.count == 5, parts[0] == "subscriptions", parts[2] == "providers", parts[3] == "microsoft.insights",
      parts[4] == "metricdefinitions", request.method == "GET"
    {
      return definitionsAnswer(request, String(parts[1]), base: base)
    }
    // azure-apis 3.1: the provider's segment is matched without case.
    for (suffix, api) in [
      ("/providers/microsoft.insights/metrics", MetricsRules.api),
      ("/providers/microsoft.insights/metricdefinitions", DefinitionsRules.api),
      ("/providers/microsoft.insights/metricnamespaces", NamespacesRules.api),
    ] where lowered.hasSuffix(suffix) && request.method == "GET" {
      return resourceAnswer(request, id: String(path.dropLast(suffix.utf8.count)), api: api, base: base)
    }
    let identity = changing.withLock { state in
      IdentityRules(identities: configuration.identities, base: base, now: state.now ?? Self.machineNow)
        .answer(request, tokens: &state.tokens)
    }
    if let identity { return identity }
    if let answer = queueAnswer(request) { return answer }
    if request.method == "GET", lowered.hasSuffix("/v2.0/.well-known/openid-configuration") {
      return TokenRules.discovery(tenant: String(path.dropFirst().prefix { $0 != "/" }), base: base)
    }
    return .wrapped(404, "NotFound", "No route for \(request.method) \(path).", api: "other")
  }

  /// What a token must be for to go with a request; nil where none is wanted, and where the emulator has nothing.
  func audience(of request: EmulatedRequest, base: String) -> String? {
    let path = request.path.lowercased()
    if path.hasSuffix("/metrics:getbatch") { return base + "/metrics" }
    if let place = path.firstRange(of: Self.workspaces) { return base + path[..<place.lowerBound] }
    return path.hasPrefix("/subscriptions/") || path.hasPrefix("/providers/microsoft.resourcegraph/") ? base : nil
  }

  private var values: SeriesValues { SeriesValues(configuration) }

  /// A resource that has not vanished.
  private func resource(_ id: String) -> EmulatedResource? {
    let isRemoved = changing.withLock { $0.removed.contains(EmulatedResource.key(id)) }
    return isRemoved ? nil : configuration.estate.resource(id)
  }

  private func refusal(_ request: EmulatedRequest, audience: String, api: String) -> EmulatedAnswer? {
    changing.withLock { state in
      state.tokens.refusal(request, audience: audience, now: state.now ?? Self.machineNow, api: api)
    }
  }

  // MARK: Resource Graph

  private func graphAnswer(_ request: EmulatedRequest, base: String) -> EmulatedAnswer {
    let api = ResourceGraphRules.api
    if let refusal = refusal(request, audience: base, api: api) { return refusal }
    let quota = take(.graph, api: api)
    let (unreadable, removed) = changing.withLock { ($0.unreadable, $0.removed) }
    let rows = configuration.estate.rows
    var answer =
      quota.refusal
      ?? ResourceGraphRules(
        rows: removed.isEmpty ? rows : rows.filter { !removed.contains(EmulatedResource.key($0.id)) },
        containers: configuration.estate.containers, unreadable: unreadable
      ).answer(request)
    answer.headers += quota.headers
    return answer
  }

  // MARK: Metrics

  private func batchAnswer(
    _ request: EmulatedRequest, region: String, subscription: String, base: String
  ) -> EmulatedAnswer {
    if let refusal = refusal(request, audience: base + "/metrics", api: GetBatchRules.api) { return refusal }
    guard !changing.withLock({ $0.unreadable.contains(subscription) }) else {
      return GetBatchRules.refusal(  // azure-apis 4
        401, "AuthorizationFailed", "The client has no role in the subscription '\(subscription)'.")
    }
    if let refusal = take(.batches, region, api: GetBatchRules.api).refusal { return refusal }
    return GetBatchRules(values: values, now: now) { self.resource($0) }
      .answer(request, region: region, subscription: subscription)
  }

  /// azure-apis 3.5: the definitions of a type in a subscription and region; the quota is that of all definitions (1.5).
  private func definitionsAnswer(
    _ request: EmulatedRequest, _ subscription: String, base: String
  ) -> EmulatedAnswer {
    let api = DefinitionsRules.api
    if let refusal = refusal(request, audience: base, api: api) { return refusal }
    if let refusal = take(.definitions, subscription, api: api).refusal { return refusal }
    guard !changing.withLock({ $0.unreadable.contains(subscription) }) else {
      return .wrapped(
        401, "AuthorizationFailed", "The client has no role in the subscription '\(subscription)'.", api: api)
    }
    guard let region = request.query["region"]?.lowercased(), !region.isEmpty else {
      return .wrapped(400, "BadRequest", "Missing required region params", api: api)
    }
    let type = request.query["metricnamespace"]?.lowercased()
    let resource = configuration.estate.resources.first {
      $0.subscriptionID.lowercased() == subscription && $0.armType == type && $0.region == region
    }
    return resource.map { DefinitionsRules.answer(request, $0) }
      ?? EmulatedAnswer(json: "{\"value\":[]}", api: api)
  }

  /// azure-apis 3.5: the role must be one in the subscription, and it counts as one read of it.
  private func subscriptionAnswer(_ request: EmulatedRequest, _ subscription: String, base: String) -> EmulatedAnswer {
    let api = SubscriptionMetricsRules.api
    if let refusal = refusal(request, audience: base, api: api) { return refusal }
    let quota = take(.reads, subscription, api: api)
    if let refusal = quota.refusal { return refusal }
    let (isUnreadable, removed) = changing.withLock { ($0.unreadable.contains(subscription), $0.removed) }
    guard !isUnreadable else {
      return .wrapped(
        401, "AuthorizationFailed", "The client has no role in the subscription '\(subscription)'.", api: api)
    }
    let resources = configuration.estate.resources.filter {
      $0.subscriptionID.lowercased() == subscription && !removed.contains(EmulatedResource.key($0.id))
    }
    var answer = SubscriptionMetricsRules(values: values, now: now, resources: resources)
      .answer(request, subscription: subscription)
    answer.headers += quota.headers
    return answer
  }

  private func resourceAnswer(_ request: EmulatedRequest, id: String, api: String, base: String) -> EmulatedAnswer {
    if let refusal = refusal(request, audience: base, api: api) { return refusal }
    let parts = id.split(separator: "/")
    let subscription = parts.count > 1 ? parts[1].lowercased() : ""
    let quota = take(.reads, subscription, api: api)
    if let refusal = quota.refusal { return refusal }
    if api == DefinitionsRules.api, let refusal = take(.definitions, subscription, api: api).refusal {
      return refusal
    }
    guard !changing.withLock({ $0.unreadable.contains(subscription) }) else {
      return .wrapped(  // azure-apis 3.6
        403, "AuthorizationFailed",
        "The client '\(configuration.clientID)' with object id '\(configuration.clientID)' does not have authorization "
          + "to perform action 'microsoft.insights/metrics/read' over scope '\(id)' or the scope is invalid.", api: api)
    }
    guard let resource = resource(id) else {
      // azure-apis 3.6
      let type = parts.dropFirst(5).dropLast().joined(separator: "/")
      var answer = EmulatedAnswer.wrapped(
        404, "ResourceNotFound",
        "The Resource '\(type)/\(parts.last ?? "")' under resource group '\(parts.count > 3 ? parts[3] : "")' was not found.",
        api: api)
      answer.headers.append(("x-ms-failure-cause", "gateway"))
      return answer
    }
    var answer =
      switch api {
      case MetricsRules.api: MetricsRules(values: values, now: now).answer(request, resource)
      case NamespacesRules.api: NamespacesRules.answer(request, resource)
      default: DefinitionsRules.answer(request, resource)
      }
    answer.headers += quota.headers
    return answer
  }

  // MARK: Log Analytics and storage queues

  private static let workspaces = "/v1/workspaces/"

  /// The audience is the address that stands in front of the version, as it is in Azure (azure-apis 5).
  private func logAnswer(_ request: EmulatedRequest, base: String) -> EmulatedAnswer {
    let api = LogAnalyticsRules.api
    let path = request.path.lowercased()
    guard let place = path.firstRange(of: Self.workspaces) else { return LogAnalyticsRules.pathNotFound }
    if let refusal = refusal(request, audience: base + path[..<place.lowerBound], api: api) { return refusal }
    let parts = path[place.upperBound...].split(separator: "/")
    guard parts.count == 2, parts[1] == "query", let workspace = configuration.estate.workspace(parts[0]),
      resource(workspace.id) != nil
    else { return LogAnalyticsRules.pathNotFound }
    guard !changing.withLock({ $0.unreadable.contains(workspace.subscriptionID) }) else {
      return LogAnalyticsRules.insufficientAccess
    }
    if let refusal = take(.logs, api: api).refusal { return refusal }
    return LogAnalyticsRules(values: LogValues(seed: configuration.estate.seed), now: now)
      .answer(request, workspaceID: workspace.fields[0])
  }

  /// nil for a request that is about no account with queues.
  private func queueAnswer(_ request: EmulatedRequest) -> EmulatedAnswer? {
    guard let question = StorageQueueRules.Question(request),
      let account = configuration.estate.queueAccount(question.account)
    else { return nil }
    return StorageQueueRules(
      values: QueueValues(seed: configuration.estate.seed), sasToken: configuration.sasToken, now: now
    ).answer(request, question, exists: account.fields[1] == question.queue && resource(account.id) != nil)
  }
}
