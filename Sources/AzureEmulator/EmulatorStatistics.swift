/// What an emulator has been asked.
package struct EmulatorStatistics: Sendable, Equatable {
  /// Answers by API: `token`, `metrics`, `definitions`, `resourceGraph`, `getBatch`,
  /// `logAnalytics`, `storageQueue`, `control`, `fault`, `other`.
  package var calls: [String: Int] = [:]
  package var statuses: [Int: Int] = [:]
  package var bodyBytes = 0
  /// Rows that Resource Graph gave.
  package var rows = 0
  package var inFlight = 0
  package var largestInFlight = 0

  var json: String {
    func object(_ pairs: [(String, Int)]) -> String {
      "{" + pairs.sorted { $0.0 < $1.0 }.map { "\($0.0.json):\($0.1)" }.joined(separator: ",") + "}"
    }
    return """
      {"calls":\(object(calls.map { ($0.key, $0.value) })),\
      "statuses":\(object(statuses.map { (String($0.key), $0.value) })),"bodyBytes":\(bodyBytes),"rows":\(rows),\
      "inFlight":\(inFlight),"largestInFlight":\(largestInFlight)}
      """
  }
}
