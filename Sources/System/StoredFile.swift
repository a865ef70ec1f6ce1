internal import Glibc

/// A file whose bytes are handed on without being looked at, as it was when it was opened.
package final class StoredFile: Sendable {
  private let file: FileDescriptor
  /// Its length in bytes.
  package let count: Int

  /// nil where there is no such file.
  /// - Throws: `SystemError` where it cannot be opened.
  package init?(_ path: String) throws(SystemError) {
    do {
      file = try FileDescriptor(opening: path, O_RDONLY)
    } catch  where error.isNotFound {
      return nil
    }
    var status = stat()
    guard unsafe fstat(file.number, &status) == 0 else { throw SystemError("read", path) }
    count = Int(status.st_size)
  }

  /// Writes all of it to a descriptor: the system copies it, so that it costs no memory.
  /// Errors name the descriptor by `path`.
  package func send(to descriptor: Int32, _ path: String) throws(SystemError) {
    var offset = 0
    while offset < count {
      let sent = unsafe sendfile(descriptor, file.number, &offset, count - offset)
      if sent < 0 && errno == EINTR { continue }
      guard sent > 0 else { return try copy(from: offset, to: descriptor, path) }
    }
  }

  /// The same for a descriptor that takes no files, such as one that appends.
  private func copy(from start: Int, to descriptor: Int32, _ path: String) throws(SystemError) {
    var offset = start
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while offset < count {
      let read = unsafe buffer.withUnsafeMutableBytes { unsafe pread(file.number, $0.baseAddress, $0.count, offset) }
      if read < 0 && errno == EINTR { continue }
      guard read > 0 else { throw SystemError("read", file.path) }
      try FileDescriptor.write(buffer.span.extracting(0..<read), to: descriptor, path)
      offset += read
    }
  }
}
