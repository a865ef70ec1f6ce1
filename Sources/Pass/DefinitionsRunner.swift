internal import Azure
internal import Model
internal import Planning
internal import Transport

// Metrics that Azure does not know for any resource of a type.
extension PassRunner {
  /// Whether a refused request waits for the definitions of its type: they are asked for, by whoever comes first.
  mutating func waits(_ key: LearnedDefinitions.Key, _ asked: Asked, _ exchange: Exchange) -> Bool {
    switch learnedDefinitions.states[key] {
    case .known, .unavailable: return false
    case .asked, nil: break
    }
    if learnedDefinitions.wait(key, asked.request, lane: asked.lane, exchange) { ask(definitions: key) }
    return true
  }

  /// Asks for the definitions of a type: of the resource manager, which nobody may have signed in to yet.
  mutating func ask(definitions key: LearnedDefinitions.Key) {
    let gate = Self.gate(key.account, .metrics)
    if gates[gate].refusal != nil { return settleDefinitions(nil, key) }
    if gates[gate].needsToken {
      gates[gate].wait(.definitions(key))
      return signIn(gate)
    }
    let (endpoint, token) = (gates[gate].audience, gates[gate].token)
    let request =
      if let resource = learnedDefinitions.oneOf(key) {
        DefinitionsRequest.of(resource, namespace: "", endpoint: endpoint, token: token)
      } else {
        DefinitionsRequest.ofType(
          key.armType, region: key.region, subscriptionID: key.subscription, endpoint: endpoint, token: token)
      }
    send(request, BodyBuffer(limit: DefinitionsRequest.longestAnswer), .definitions(key))
  }

  /// Ends what waited for definitions, of which there may be none: as unknown where the type has no such metric, else one by one.
  mutating func settleDefinitions(_ exchange: Exchange?, _ key: LearnedDefinitions.Key) {
    for (request, lane, refusal) in learnedDefinitions.settle(key, exchange) {
      let metric = request.query.metrics[0]
      if AzureError(refusal.response).refusesGrain {
        if let other = self.request(byGrainInstead: request, of: learnedDefinitions.grains(key, metric)) {
          ask(further: [other], lane: lane)
        } else {
          ledger.settle(request, refusedBy: refusal, "")
        }
      } else if learnedDefinitions.lack(key, metric) {
        let (_, reason) = Verdict.of(refusal, complaint: "")
        learnedDefinitions.note(key, metric, reason)
        ledger.settle(request, .unknownMetric, reason, isLasting: true)
      } else {
        ask(further: Verdict.parts(of: request, refusedBy: refusal) ?? [], lane: lane)
      }
      finish(lane, after: exchange)
    }
  }
}
