import Formats

extension Diagnostics {
  /// Every fault as a workflow command of GitHub Actions, which shows it beside its line in a pull request.
  ///
  /// Source: GitHub's documentation of workflow commands: `%`, CR and LF are escaped, in properties `:` and `,` too.
  package var annotations: String {
    sorted.map { diagnostic in
      let command =
        switch diagnostic.severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
      let position = diagnostic.position
      var properties = "file=\(Self.property(position.file))"
      if position.line > 0 { properties += ",line=\(position.line),col=\(position.column)" }
      properties += ",title=\(Self.property(diagnostic.rule.id))"
      return "::\(command) \(properties)::\(Self.data("\(diagnostic.message)\nhelp: \(diagnostic.remedy)"))\n"
    }.joined()
  }

  private static func data(_ text: String) -> String { escaped(text, "%\r\n") }

  private static func property(_ text: String) -> String { escaped(text, "%\r\n:,") }

  /// Byte by byte, because CR and LF together are one character.
  private static func escaped(_ text: String, _ marks: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if marks.utf8.contains(byte) {
        bytes += (byte < 0x10 ? "%0" : "%").utf8
        bytes += String(byte, radix: 16, uppercase: true).utf8
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
