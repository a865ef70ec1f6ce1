/// A program to run: nothing of it goes through a shell.
package struct ChildCommand: Sendable {
  /// Its path.
  package var program: String
  /// Without the program's own name.
  package var arguments: [String]
  /// Every variable that it sees.
  package var environment: [String: String]
  /// The folder that it works in.
  package var folder: String
  /// Seconds after which it is ended.
  package var timeout: Double

  package init(
    program: String, arguments: [String], environment: [String: String], folder: String, timeout: Double
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
    self.timeout = timeout
  }

  /// The path of a program that is found by its name in the folders of `PATH`; nil where it is not there.
  ///
  /// A folder that is no absolute path is passed over: it would be another one wherever a pass starts.
  package static func path(of name: String, environment: [String: String]) -> String? {
    (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      .first(where: Files.isExecutable)
  }
}
