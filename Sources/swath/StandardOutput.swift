internal import Glibc
internal import System

/// Where goes what was asked for.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  private static let name = "to the standard output"

  /// Writes a whole output at once.
  /// - Throws: `Refusal` where it cannot be written: what a script reads must not end unnoticed.
  static func write(_ bytes: [UInt8]) throws(Refusal) {
    do {
      try FileDescriptor.write(bytes.span, to: STDOUT_FILENO, name)
    } catch {
      throw Refusal(.outputFailed, "\(error)")
    }
  }

  /// Hands a file on.
  /// - Throws: `Refusal` where it cannot be written.
  static func write(_ file: StoredFile) throws(Refusal) {
    do {
      try file.send(to: STDOUT_FILENO, name)
    } catch {
      throw Refusal(.outputFailed, "\(error)")
    }
  }
}
