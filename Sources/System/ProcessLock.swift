internal import Glibc

/// A lock that keeps two processes from working on the same thing: `flock` on a file beside it, which the kernel frees
/// however its holder ends. The file stays; its content names the last holder.
package struct ProcessLock: ~Copyable {
  private let file: FileDescriptor

  /// Takes the lock without waiting.
  /// - Throws: `Held` where another process has it; `SystemError` where the file cannot be opened.
  package init(_ path: String) throws {
    let file = try FileDescriptor(opening: path, O_RDWR | O_CREAT, mode: 0o644)
    guard try file.tryLock() else {
      let holder = (try? Files.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      throw Held(path: path, holder: holder.split(separator: "\n").first.map(String.init))
    }
    guard ftruncate(file.number, 0) == 0 else { throw SystemError("write", path) }
    let name = Array("process \(getpid())\n".utf8)
    try file.write(name.span)
    self.file = file
  }

  /// Another process holds the lock.
  package struct Held: Error, CustomStringConvertible {
    package let path: String
    /// What the holder wrote about itself, such as `process 4711`.
    package let holder: String?

    package var description: String {
      "\(holder ?? "another process") holds \(path)"
    }
  }
}
