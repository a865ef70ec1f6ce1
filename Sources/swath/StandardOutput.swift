internal import Glibc
internal import System

/// Where goes what was asked for.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes a whole output at once.
  /// - Throws: `Refusal` where it cannot be written: what a script reads must not end unnoticed.
  static func write(_ bytes: [UInt8]) throws(Refusal) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else {
        throw Refusal(.outputFailed, "\(SystemError("write", "to the standard output"))")
      }
      rest = rest.dropFirst(max(count, 0))
    }
  }

  /// Hands a file on.
  /// - Throws: `Refusal` where it cannot be written.
  static func write(_ file: StoredFile) throws(Refusal) {
    do {
      try file.send(to: STDOUT_FILENO)
    } catch {
      throw Refusal(.outputFailed, "\(error)")
    }
  }
}
