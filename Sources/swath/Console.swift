internal import Glibc
internal import Logging
internal import System

/// Where talk goes: stderr, a line a message, as `swath: warning: …`; stdout carries only what was asked for.
enum Console {
  /// Makes every logger write to stderr from `level` on.
  static func start(level: Logger.Level) {
    LoggingSystem.bootstrap { _ in StderrHandler(logLevel: level) }
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes text to stderr as it is.
  static func say(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes what was asked for to stdout.
  static func print(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      // Nobody is left to be told that a stream is closed.
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(count, 0))
    }
  }
}

private struct StderrHandler: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    Console.say("swath: \(event.level == .info ? "" : "\(event.level): ")\(event.message)\n")
  }
}
