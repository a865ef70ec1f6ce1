internal import Glibc

/// Reading files and folders.
package enum Files {
  /// The whole content of a file.
  package static func read(_ path: String) throws(SystemError) -> [UInt8] {
    let file = try FileDescriptor(opening: path, O_RDONLY)
    var status = stat()
    guard unsafe fstat(file.number, &status) == 0 else { throw SystemError("read", path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw SystemError("read", path, code: EISDIR) }
    var bytes: [UInt8] = []
    // The byte behind the last one shows that there is none.
    bytes.reserveCapacity(status.st_size > 0 ? Int(status.st_size) + 1 : 64 << 10)
    while true {
      // A pipe or a file of /proc has no size to trust, so reading goes on until nothing more comes.
      let start = bytes.count
      let room = bytes.capacity > start ? bytes.capacity - start : 64 << 10
      bytes.append(contentsOf: repeatElement(0, count: room))
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(file.number, buffer.baseAddress.map { unsafe $0 + start }, room)
      }
      guard count >= 0 || errno == EINTR else { throw SystemError("read", path) }
      bytes.removeLast(room - max(count, 0))
      if count == 0 { return bytes }
    }
  }

  /// Like `read`, with nil for a file that is not there.
  package static func readIfPresent(_ path: String) throws(SystemError) -> [UInt8]? {
    do {
      return try read(path)
    } catch  where error.isNotFound {
      return nil
    }
  }

  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether files can be made in a folder, or, where it is not there yet, in the one that it would be made in.
  package static func isWritable(folder: String) -> Bool {
    var path = folder
    while !exists(path), path != "/", path != "." { path = parent(of: path) }
    // Behind a slash there is nothing of a file.
    return unsafe access(path + "/", W_OK | X_OK) == 0
  }

  /// Whether a file can be written to.
  package static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// Whether a path is a program that this process may run.
  package static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return unsafe access(path, X_OK) == 0
  }

  /// The names in a folder, sorted bytewise, without `.` and `..`.
  package static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw SystemError("read", folder) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes a folder and those above it, where they are missing.
  package static func makeFolder(_ path: String) throws(SystemError) {
    guard !path.isEmpty, !exists(path) else { return }
    try makeFolder(parent(of: path))
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw SystemError("make the folder", path) }
  }

  /// The size of a file in bytes; nil where there is none.
  package static func size(_ path: String) -> Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Waits until what was renamed or removed in a folder is so on the disk, where the file system can say that.
  package static func synchronise(folder: String) throws(SystemError) {
    do {
      try FileDescriptor(opening: folder, O_RDONLY | O_DIRECTORY).synchronise()
    } catch  where [EINVAL, ENOTSUP].contains(error.code) {
      // Some file systems of networks take no such request for folders.
    }
  }

  package static func remove(_ path: String) throws(SystemError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw SystemError("remove", path) }
  }

  package static func move(_ path: String, to other: String) throws(SystemError) {
    guard unsafe rename(path, other) == 0 else { throw SystemError("rename", path) }
  }

  /// The path of a file without links and detours; nil where there is no such file.
  package static func real(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// A folder as paths in it begin, without the slashes that somebody wrote behind it.
  package static func folder(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }

  /// The folder that a path lies in: `.` for a bare name.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
