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

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
