import Catalog

extension MetricRule {
  /// The rules of types that are asked elsewhere than Azure Monitor's metrics.
  static let ofSources: [MetricRule] = [
    MetricRule(rule: .queueMetric, types: ["StorageQueue"]) { facts in
      let known = ["MessageCount", "TimeSpentInQueue"]
      guard let configuration = facts.configuration, let name = facts.azureName,
        !known.contains(where: { $0.equalsIgnoringCase(name) })
      else { return [] }
      return [
        Fault(
          position: configuration.position(of: "metricName"),
          message: "a storage queue has no metric \(quoted(name)): it has \(known.joined(separator: " and "))",
          remedy: Suggestion.help(for: name, in: known, else: "write one of the two"))
      ]
    },
    MetricRule(rule: .noSecret) { facts in
      facts.secrets.compactMap { secret in
        guard secret.word("rawValue") == nil, secret.word("environmentVariable") == nil else { return nil }
        return Fault(
          position: secret.position, message: "the secret has neither text nor variable",
          remedy: "add 'environmentVariable:' with the name of a variable that holds it")
      }
    },
    MetricRule(rule: .bothSecrets) { facts in
      facts.secrets.compactMap { secret in
        guard secret.word("rawValue") != nil, secret.word("environmentVariable") != nil else { return nil }
        return Fault(
          position: secret.position(of: "environmentVariable"),
          message: "'environmentVariable' stands beside 'rawValue', which is not used", remedy: "remove 'rawValue'")
      }
    },
    MetricRule(rule: .noResult, types: ["LogAnalytics"]) { facts in
      guard let logs = facts.logs, let query = logs.word("query"), !query.holds("project result") else { return [] }
      return [
        Fault(
          position: logs.position(of: "query"), message: "the query has no 'project result', the column of the value",
          remedy: "let it end in '| project result'; further columns behind that become labels")
      ]
    },
  ]
}

extension MetricFacts {
  /// The secrets of the resources.
  fileprivate var secrets: [Section] {
    guard let key = type?.secretKey else { return [] }
    return resources.compactMap { $0.section(key) }
  }
}
