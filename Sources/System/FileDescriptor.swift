internal import Glibc

/// An open file, closed when its owner goes away.
package struct FileDescriptor: ~Copyable {
  package let number: Int32
  package let path: String

  package init(opening path: String, _ flags: Int32, mode: UInt32 = 0) throws(SystemError) {
    let opened = unsafe open(path, flags | O_CLOEXEC, mode)
    guard opened >= 0 else { throw SystemError("open", path) }
    number = opened
    self.path = path
  }

  deinit { close(number) }

  /// Writes every byte, however many calls that takes.
  package func write(_ bytes: borrowing Span<UInt8>) throws(SystemError) { try Self.write(bytes, to: number, path) }

  /// The same to a descriptor that is somebody else's, which errors name by `path`.
  package static func write(_ bytes: borrowing Span<UInt8>, to number: Int32, _ path: String) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe Glibc.write(number, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw SystemError("write", path) }
      done += count
    }
  }

  /// Waits until what was written is on the disk.
  package func synchronise() throws(SystemError) {
    guard fsync(number) == 0 else { throw SystemError("fsync", path) }
  }

  /// Tries to become the only holder of the file's advisory lock (`flock`), without waiting.
  package func tryLock() throws(SystemError) -> Bool {
    if flock(number, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw SystemError("lock", path) }
    return false
  }
}
