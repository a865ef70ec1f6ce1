package import Formats

/// A fault in an input: where, what, and what to do about it.
package struct Diagnostic: Hashable, Sendable {
  package let rule: Rule
  package let position: SourcePosition
  /// What is wrong; a sentence without capital and period.
  package let message: String
  /// What to do about it, in the same form.
  package let remedy: String

  /// The rule's, or more where warnings count as errors.
  package let severity: Severity

  package enum Severity: String, Sendable {
    /// The configuration cannot be used.
    case error
    /// It can, but hardly as meant.
    case warning
    case note
  }
}
