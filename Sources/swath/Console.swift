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

  /// Whether somebody is there to see what comes and goes.
  static func isWatched(_ environment: [String: String]) -> Bool { isTerminal && environment["TERM"] != "dumb" }

  /// Writes text to stderr as it is.
  static func say(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
      // Nobody is left to be told that stderr is closed.
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
