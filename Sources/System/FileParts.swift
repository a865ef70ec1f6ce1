internal import Glibc

/// Parts of a file that is too long to be read as a whole.
package struct FileParts: ~Copyable {
  private let file: FileDescriptor
  /// In bytes, when it was opened.
  package let size: Int

  package init(_ path: String) throws(SystemError) {
    let opened = try FileDescriptor(opening: path, O_RDONLY)
    var status = stat()
    guard unsafe fstat(opened.number, &status) == 0 else { throw SystemError("read", path) }
    file = opened
    size = Int(status.st_size)
  }

  /// So many bytes from a place on, or fewer where the file ends.
  package func bytes(at start: Int, count: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - start)))
    var done = 0
    while done < bytes.count {
      let room = bytes.count - done
      let read = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(file.number, buffer.baseAddress.map { unsafe $0 + done }, room, start + done)
      }
      if read < 0 && errno == EINTR { continue }
      guard read >= 0 else { throw SystemError("read", file.path) }
      if read == 0 { break }
      done += read
    }
    bytes.removeLast(bytes.count - done)
    return bytes
  }
}
