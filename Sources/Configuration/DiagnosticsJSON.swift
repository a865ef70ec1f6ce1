internal import Formats

extension Diagnostics {
  /// Every fault as one JSON document, for programs; `jobs/validation.md` describes it.
  ///
  /// - `files`: the files that were read.
  /// - `unchecked`: what could not be checked, a sentence each.
  package func json(files: [String], unchecked: [String]) -> [UInt8] {
    let found = sorted
    var members: [JSONValue.Member] = [
      .init("version", .number(1)), .init("files", .array(files.map { .string($0) })),
      .init("unchecked", .array(unchecked.map { .string($0) })),
    ]
    for severity in [Diagnostic.Severity.error, .warning, .note] {
      members.append(.init("\(severity)s", .number(Double(found.count { $0.severity == severity }))))
    }
    members.append(.init("omitted", .number(Double(omitted))))
    members.append(.init("diagnostics", .array(found.map(\.json))))
    var out: [UInt8] = []
    out.append(indented: .object(members))
    out.append(UInt8(ascii: "\n"))
    return out
  }
}

extension Diagnostic {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("severity", .string(severity.rawValue)), .init("rule", .string(rule.id)),
      .init("file", .string(position.file)),
    ]
    if position.line > 0 {
      members.append(.init("line", .number(Double(position.line))))
      members.append(.init("column", .number(Double(position.column))))
    }
    members.append(.init("message", .string(message)))
    members.append(.init("help", .string(remedy)))
    members.append(.init("promitor", .string(rule.promitor)))
    return .object(members)
  }
}
