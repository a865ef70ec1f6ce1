internal import Glibc

/// A file that appears whole or not at all: what is written goes to a draft in the same folder, which takes the
/// file's name once it is complete and on the disk. Without `commit`, the draft goes and the old file stays.
///
/// The draft's name begins with a dot and ends in `.tmp`, so that no reader of the folder takes it for a result
/// (the textfile collector of node_exporter reads everything that ends in `.prom`, dot or not).
package struct WholeFile: ~Copyable {
  private let draft: FileDescriptor
  private let target: String
  private var isCommitted = false

  ///
  /// - `mode`: the permissions of the file, whatever the umask says: its readers run as other users.
  package init(replacing target: String, mode: UInt32 = 0o644) throws(SystemError) {
    let folder = Files.parent(of: target)
    let prefix = ".\(Files.name(of: target))."
    try Self.removeAbandoned(in: folder, prefix: prefix)
    let path = "\(folder)/\(prefix)\(getpid()).tmp"
    let file = try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
    _ = try file.tryLock()
    guard fchmod(file.number, mode) == 0 else { throw SystemError("set the mode of", path) }
    draft = file
    self.target = target
  }

  deinit {
    if !isCommitted { _ = unsafe unlink(draft.path) }
  }

  package func write(_ bytes: borrowing Span<UInt8>) throws(SystemError) {
    try draft.write(bytes)
  }

  /// Gives the draft the file's name, and makes both last.
  ///
  /// - Returns: why the file, which is in place by then, may have its old content again after a loss of power; nil where
  ///   it may not.
  /// - Throws: `SystemError` where the old file is still in place.
  @discardableResult
  package consuming func commit() throws(SystemError) -> SystemError? {
    try draft.synchronise()
    guard unsafe rename(draft.path, target) == 0 else { throw SystemError("replace", target) }
    isCommitted = true
    do {
      try Files.synchronise(folder: Files.parent(of: target))
      return nil
    } catch {
      return error
    }
  }

  /// Removes the drafts of writers that were killed: theirs is nobody's lock.
  private static func removeAbandoned(in folder: String, prefix: String) throws(SystemError) {
    for name in try Files.names(in: folder) where name.hasPrefix(prefix) && name.hasSuffix(".tmp") {
      let path = "\(folder)/\(name)"
      // Another user's draft, or one that went in between, is left alone.
      guard let file = try? FileDescriptor(opening: path, O_WRONLY), try file.tryLock() else { continue }
      try Files.remove(path)
    }
  }
}
