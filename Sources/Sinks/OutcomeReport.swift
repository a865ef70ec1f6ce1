internal import Configuration
package import Formats
internal import Model
package import Pass
package import Planning

/// How every series of a pass ended, as JSON lines: one for each declared metric of a resource.
package struct OutcomeReport {
  private let plan: Plan
  private let result: PassResult

  package init(plan: Plan, result: PassResult) {
    self.plan = plan
    self.result = result
  }

  /// Writes the lines, by metric in the declaration's order, then by resource.
  package func write(to out: consuming OutputBuffer) throws {
    let metrics = plan.metrics.map { Self.json($0.declaration.name) }
    // Reasons are few, and each is the end of its lines.
    let endings = result.reasons.map { reason in
      Self.json(reason.code, after: ",\"code\":") + Self.json(reason.text, after: ",\"text\":")
    }
    for (number, target) in plan.targets.enumerated() {
      out.append("{\"metric\":")
      out.bytes.append(contentsOf: metrics[Int(target.metric)])
      out.append(",\"resource\":")
      out.bytes.append(json: plan.resources[Int(target.resource)].id.text)
      out.append(",\"outcome\":\"")
      out.append(text: result.outcomes[number].name)
      out.append("\",\"decided\":")
      let state = result.states[number]
      if state.horizon > 0 {
        out.bytes.append(json: Timestamp.text(state.horizon))
      } else {
        out.append("null")
      }
      out.append(",\"shown\":")
      out.bytes.append(decimal: result.samples.count(target: number))
      if result.truncated.contains(Int32(number)) { out.append(",\"truncated\":true") }
      out.append(",\"waited\":")
      out.bytes.append(decimal: Int(state.waits))
      if let reason = result.reasonRow(target: number) { out.bytes.append(contentsOf: endings[reason]) }
      out.append("}\n")
      try out.drainIfFull()
    }
    try out.drainAll()
  }

  private static func json(_ text: String, after key: StaticString = "") -> [UInt8] {
    var bytes: [UInt8] = []
    key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(json: text)
    return bytes
  }
}
