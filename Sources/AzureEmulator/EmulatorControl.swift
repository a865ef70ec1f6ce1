internal import Synchronization

/// What tests and their scripts change while an emulator runs.
extension EmulatorState {
  func control(_ verb: String, _ request: EmulatedRequest) -> EmulatedAnswer {
    switch (request.method, verb) {
    case ("GET", "statistics"): return EmulatedAnswer(json: statistics.json, api: "control")
    case ("POST", "statistics/reset"): resetStatistics()
    case ("POST", "tokens/revoke"): revokeTokens()
    case ("POST", "clock"):
      if let time = request.query["now"].flatMap({ EmulatedTime.seconds($0) }) {
        set(now: time)
      } else if let seconds = request.query["advanceseconds"].flatMap({ Int($0) }) {
        set(now: now + seconds)
      } else {
        return .flat(400, "BadRequest", "give now=RFC3339 or advanceSeconds=N", api: "control")
      }
    case ("POST", "faults"):
      guard let fault = Fault(request.query) else {
        return .flat(
          400, "BadRequest", "give status=N, or kind=\(FaultKind.all.map(\.name).joined(separator: ", "))",
          api: "control")
      }
      changing.withLock { $0.faults.append(fault) }
    case ("DELETE", "faults"): set(faults: [])
    case ("POST", "resources/remove"):
      changing.withLock { _ = $0.removed.insert(EmulatedResource.key(request.query["id"] ?? "")) }
    case ("POST", "resources/restore"): set(removed: [])
    case ("POST", "subscriptions/unreadable"):
      set(unreadable: (request.query["ids"] ?? "").split(separator: ",").map { String($0) })
    default: return .flat(404, "NotFound", "no such control: \(verb)", api: "control")
    }
    return EmulatedAnswer(json: "{\"now\":\"\(EmulatedTime.text(now))\"}", api: "control")
  }
}
