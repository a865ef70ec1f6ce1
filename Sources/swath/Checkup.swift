internal import Formats

/// What was looked at, and what is amiss.
struct Checkup {
  enum State: String {
    case good = "ok"
    case doubtful = "warning"
    case bad = "error"
  }

  struct Finding {
    let state: State
    /// What was looked at: a step of a pass, an API or a receiver.
    let subject: String
    /// Of it, which one: a tenant, a subscription with a region, a folder; "" where there is one alone.
    let place: String
    let text: String
  }

  private(set) var findings: [Finding] = []
  /// Whether somebody refused the identity rather than the question.
  private(set) var isRefused = false

  mutating func add(_ state: State, _ subject: String, _ place: String, _ text: String, isRefusal: Bool = false) {
    findings.append(Finding(state: state, subject: subject, place: place, text: text))
    if isRefusal { isRefused = true }
  }

  var status: ExitStatus {
    guard findings.contains(where: { $0.state == .bad }) else { return .complete }
    return isRefused ? .signInRefused : .partial
  }

  /// A line each, and how many are amiss.
  var text: String {
    var table = TextTable("", "WHAT", "WHERE", "")
    for finding in findings { table.append(finding.state.rawValue, finding.subject, finding.place, finding.text) }
    let (errors, warnings) = (count(.bad), count(.doubtful))
    let sum =
      errors + warnings == 0
      ? "Nothing is amiss."
      : "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")."
    return "\(table.text)\n\(sum)\n"
  }

  var json: JSONValue {
    .object([
      .init(
        "checks",
        .array(
          findings.map { finding in
            .object([
              .init("state", .string(finding.state.rawValue)), .init("what", .string(finding.subject)),
              .init("where", .string(finding.place)), .init("text", .string(finding.text)),
            ])
          })), .init("errors", .number(Double(count(.bad)))), .init("warnings", .number(Double(count(.doubtful)))),
    ])
  }

  private func count(_ state: State) -> Int { findings.count { $0.state == state } }
}
