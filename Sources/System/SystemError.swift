internal import Glibc

/// A refusal of the operating system: what was tried, on what, and why it failed.
package struct SystemError: Error, CustomStringConvertible, Sendable {
  /// What was tried, as a verb: `open`, `write`, `rename`.
  package let action: String
  package let path: String
  /// The `errno` that came back.
  package let code: Int32

  /// Takes the code from `errno`, so it must be the first thing after the failed call.
  package init(_ action: String, _ path: String) {
    self.init(action, path, code: errno)
  }

  package init(_ action: String, _ path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }

  package var isNotFound: Bool { code == ENOENT || code == ENOTDIR }

  package var description: String {
    let reason = unsafe String(cString: strerror(code))
    return "cannot \(action) \(path): \(reason)" + (remedy.map { "; \($0)" } ?? "")
  }

  /// What the reader can do about it, by code.
  private var remedy: String? {
    switch code {
    case ENOENT: "check that the path is spelled right and its folder exists"
    case EACCES, EPERM: "give the user that runs swath access to it"
    case ENOSPC, EDQUOT: "free some space on that file system"
    case EROFS: "choose a folder on a writable file system (in a systemd unit: ReadWritePaths=)"
    case EISDIR: "name a file, not a folder"
    default: nil
    }
  }
}
