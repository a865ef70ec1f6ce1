package import Formats

/// Everything that is wrong with the inputs of one run, and their texts so that it can be shown.
package struct Diagnostics: Sendable {
  private var found: [Diagnostic] = []
  /// How many were left out because there were too many.
  package private(set) var omitted = 0
  package private(set) var hasErrors = false
  /// How many there were so far.
  package var count: Int { found.count + omitted }
  private(set) var sources: [String: [UInt8]] = [:]

  /// Nobody reads more; a hostile file must not make more.
  static let limit = 10_000

  /// Whether warnings count as errors.
  private let isStrict: Bool
  /// Whether advice is wanted too, which costs more to find and repeats itself with each pass.
  let givesAdvice: Bool

  package init(strict isStrict: Bool = false, advice givesAdvice: Bool = false) {
    self.isStrict = isStrict
    self.givesAdvice = givesAdvice
  }

  /// Keeps the text of a file for showing its lines.
  package mutating func add(source text: [UInt8], of file: String) { sources[file] = text }

  package mutating func report(
    _ rule: Rule, at position: SourcePosition, _ message: @autoclosure () -> String,
    help remedy: @autoclosure () -> String
  ) {
    guard !rule.isAdvice || givesAdvice else { return }
    let severity = isStrict && rule.severity == .warning ? .error : rule.severity
    if severity == .error { hasErrors = true }
    guard found.count < Self.limit else { return omitted += 1 }
    found.append(
      Diagnostic(rule: rule, position: position, message: message(), remedy: remedy(), severity: severity))
  }

  /// By file, line and column, each once: what an alias repeats is one fault.
  package var sorted: [Diagnostic] {
    var result: [Diagnostic] = []
    // Sorting is stable in practice but not by contract, so the order of finding is part of the key.
    let order = found.enumerated().sorted { one, other in
      (one.element.position, one.offset) < (other.element.position, other.offset)
    }
    var here: Set<Diagnostic> = []
    for (_, diagnostic) in order {
      if result.last?.position != diagnostic.position { here = [] }
      if here.insert(diagnostic).inserted { result.append(diagnostic) }
    }
    return result
  }
}
