/// What an emulator has been asked.
package struct EmulatorStatistics: Sendable, Equatable {
  /// Answers by API: `token`, `metrics`, `subscriptionMetrics`, `definitions`, `namespaces`,
  /// `resourceGraph`, `getBatch`, `logAnalytics`, `storageQueue`, `control`, `fault`, `other`.
  package var calls: [String: Int] = [:]
  package var statuses: [Int: Int] = [:]
  package var bodyBytes = 0
  /// Rows that Resource Graph gave.
  package var rows = 0
  package var inFlight = 0
  package var largestInFlight = 0
  /// Quotas by their names, with what they are counted for behind a slash, such as `batches/westeurope`.
  package var quotas: [String: QuotaCount] = [:]
  /// Requests with a token that was given out for another API than the one that they went to, or to an API that wants
  /// none. A client that makes such hands its tokens to strangers.
  package var strayTokens = 0

  /// What became of a quota.
  package struct QuotaCount: Sendable, Equatable {
    /// What was left after the last request.
    package var left = 0
    /// Requests beyond it.
    package var refused = 0
  }

  var json: String {
    func object(_ pairs: [(String, Int)]) -> String {
      "{" + pairs.sorted { $0.0 < $1.0 }.map { "\($0.0.json):\($0.1)" }.joined(separator: ",") + "}"
    }
    let quotas = quotas.sorted { $0.key < $1.key }.map {
      "\($0.key.json):{\"left\":\($0.value.left),\"refused\":\($0.value.refused)}"
    }
    return """
      {"calls":\(object(calls.map { ($0.key, $0.value) })),\
      "statuses":\(object(statuses.map { (String($0.key), $0.value) })),"bodyBytes":\(bodyBytes),"rows":\(rows),\
      "inFlight":\(inFlight),"largestInFlight":\(largestInFlight),\
      "quotas":{\(quotas.joined(separator: ","))},"strayTokens":\(strayTokens)}
      """
  }
}
