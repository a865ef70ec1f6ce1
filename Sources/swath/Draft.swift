internal import System

/// Shares a file in the making between the one who renders and the one who commits.
final class Draft {
  private var file: WholeFile?

  init(_ file: consuming WholeFile) {
    self.file = .some(file)
  }

  func write(_ bytes: borrowing Span<UInt8>) throws {
    try file?.write(bytes)
  }

  /// Gives the file its name; why that may not outlast a loss of power, if so.
  func commit() throws -> SystemError? {
    try file.take()?.commit()
  }
}
