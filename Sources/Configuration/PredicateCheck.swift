/// Holds a condition in KQL that the user wrote against what a condition in brackets may have, so that it stays one:
/// nothing in it ends the brackets, the stage or the query.
///
/// It is no parser: what is none for other reasons Azure refuses, and then the group is not found out.
struct PredicateCheck {
  /// Why a text could be more than a condition.
  struct Fault: Error {
    let message, remedy: String
  }

  private var rest: ArraySlice<Unicode.Scalar>
  /// The brackets that are open, as what closes them.
  private var open: [Unicode.Scalar] = []

  /// Throws where a text could be more than a condition.
  static func check(_ text: String) throws(Fault) {
    var check = PredicateCheck(rest: Array(text.unicodeScalars)[...])
    while let scalar = check.rest.first { try check.take(scalar) }
    if let closing = check.open.last {
      throw Fault(message: "a bracket is not closed", remedy: "put '\(closing)' where it ends")
    }
  }

  private init(rest: ArraySlice<Unicode.Scalar>) {
    self.rest = rest
  }

  private mutating func take(_ scalar: Unicode.Scalar) throws(Fault) {
    let place = rest.startIndex + 1
    switch scalar {
    case "'", "\"": return try takeLiteral(isVerbatim: false)
    case "@" where rest.dropFirst().first == "'" || rest.dropFirst().first == "\"":
      rest.removeFirst()
      return try takeLiteral(isVerbatim: true)
    case "(": open.append(")")
    case "[": open.append("]")
    case "{": open.append("}")
    case ")", "]", "}":
      guard open.popLast() == scalar else {
        throw Fault(
          message: "'\(scalar)' at character \(place) closes a bracket that is not open",
          remedy: "remove it, or open it first")
      }
    case "|":
      throw Fault(
        message: "'|' at character \(place) would begin another stage of the query",
        remedy: "write one condition; of several, join them with 'and' or 'or'")
    case ";":
      throw Fault(message: "';' at character \(place) would end the query", remedy: "write one condition, and no more")
    case "/" where rest.dropFirst().first == "/":
      throw Fault(
        message: "'//' at character \(place) would turn what stands behind it into a comment",
        remedy: "put comments behind '#' on lines of their own above the key")
    case "`" where rest.starts(with: ["`", "`", "`"]), "~" where rest.starts(with: ["~", "~", "~"]):
      throw Fault(
        message: "a text of several lines begins at character \(place)", remedy: "put texts in single quotes")
    default:
      if scalar.properties.generalCategory == .control, !["\t", "\n", "\r"].contains(scalar) {
        throw Fault(message: "there is a control character at character \(place)", remedy: "remove it")
      }
    }
    rest.removeFirst()
  }

  /// A literal, whose quote comes next. In a verbatim one a doubled quote is a quote, in another what follows a
  /// backslash is of it.
  private mutating func takeLiteral(isVerbatim: Bool) throws(Fault) {
    let place = rest.startIndex + 1
    let quote = rest.removeFirst()
    while let scalar = rest.popFirst() {
      if scalar.isLineBreak { break }
      if scalar == "\\", !isVerbatim {
        guard let escaped = rest.popFirst(), !escaped.isLineBreak else { break }
      } else if scalar == quote {
        guard isVerbatim, rest.first == quote else { return }
        rest.removeFirst()
      }
    }
    throw Fault(
      message: "the text that begins at character \(place) does not end in its line",
      remedy: "put \(quote) where it ends"
        + (isVerbatim ? "" : "; within it, write \\\(quote) for the quote and \\\\ for a backslash"))
  }
}

extension Unicode.Scalar {
  /// Whether a line ends there: what any reader of the language may take for such.
  fileprivate var isLineBreak: Bool {
    switch self {
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
