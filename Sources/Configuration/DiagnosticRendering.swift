import Formats

extension Diagnostics {
  /// Every fault as `file:line:column: error: message [rule]`, the line, a caret below the place, and the help.
  ///
  /// Tabs are kept, so that the caret stands right at any tab width; other control characters become `·`, because
  /// an input must not steer the terminal. Colour only when told.
  package func rendered(color: Bool = false) -> String {
    var out = ""
    var lines: [String: SourceLines] = [:]
    for diagnostic in sorted {
      let position = diagnostic.position
      let excerpt = lines[position.file, default: SourceLines(sources[position.file] ?? [])]
        .excerpt(line: position.line, column: position.column)
      out += Self.rendered(diagnostic, excerpt, color: color)
    }
    if omitted > 0 { out += "and \(omitted) more\n" }
    return out
  }

  private static func rendered(_ diagnostic: Diagnostic, _ excerpt: SourceLines.Excerpt?, color: Bool) -> String {
    let (bold, reset) = color ? ("\u{1B}[1m", "\u{1B}[0m") : ("", "")
    let tint =
      switch diagnostic.severity {
      case _ where !color: ""
      case .error: "\u{1B}[1;31m"
      case .warning: "\u{1B}[1;35m"
      case .note: "\u{1B}[1;36m"
      }
    let position = diagnostic.position
    let place = position.line > 0 ? "\(position.file):\(position.line):\(position.column)" : position.file
    var out = "\(bold)\(harmless(place)): \(reset)\(tint)\(diagnostic.severity): \(reset)"
    out += "\(bold)\(harmless(diagnostic.message))\(reset) [\(diagnostic.rule.id)]\n"
    if let excerpt { out += "  \(excerpt.text)\n  \(excerpt.indent)\(tint)^\(reset)\n" }
    return out + "  help: \(harmless(diagnostic.remedy))\n"
  }
}

/// The text with every control character but the tab replaced.
func harmless(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHarmful) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map { isHarmful($0) ? "·" : $0 }))
}

private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
  // Most are ASCII, and looking up a category takes long.
  if scalar.isASCII { return scalar != "\t" && (scalar.value < 0x20 || scalar.value == 0x7F) }
  return switch scalar.properties.generalCategory {
  case .control: true
  // Bidirectional and invisible marks would show the line in another order than it is read.
  case .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
