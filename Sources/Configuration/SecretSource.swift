package import Formats
package import System

/// Where a declared secret is to be had.
package enum SecretSource: Sendable {
  case value(Secret)
  /// The name of an environment variable, and where it is named.
  case environment(String, SourcePosition)

  /// From a mapping of `rawValue` and `environmentVariable`, of which the variable counts more; nil where it has
  /// neither.
  init?(_ section: Section) {
    if let name = section.word("environmentVariable") {
      self = .environment(name, section.position(of: "environmentVariable"))
    } else if let value = section.word("rawValue") {
      self = .value(Secret(value))
    } else {
      return nil
    }
  }

  /// The secret; nil where the variable is not set or blank.
  package func resolved(_ environment: [String: String]) -> Secret? {
    switch self {
    case .value(let secret): secret
    case .environment(let name, _): environment[name].flatMap { $0.isBlank ? nil : Secret($0) }
    }
  }
}
