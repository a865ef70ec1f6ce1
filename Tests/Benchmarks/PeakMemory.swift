internal import Glibc
internal import System

/// Resident memory of this process, as the kernel counts it.
enum PeakMemory {
  /// By how many KiB `work` raises the peak of resident memory above what is resident before it.
  ///
  /// The kernel forgets the old peak first (proc(5): 5 written to `clear_refs`), as it would hide a lower one. What was
  /// freed before may serve `work` unseen, unless `MALLOC_MMAP_THRESHOLD_` makes the allocator give it back.
  static func growth(_ work: () throws -> Void) throws -> Int {
    try FileDescriptor(opening: "/proc/self/clear_refs", O_WRONLY).write("5".utf8.span)
    let before = try kibibytes("VmRSS:")
    try work()
    return try kibibytes("VmHWM:") - before
  }

  private static func kibibytes(_ key: String) throws -> Int {
    let status = String(decoding: try Files.read("/proc/self/status"), as: UTF8.self)
    let line = status.split(separator: "\n").first { $0.hasPrefix(key) } ?? ""
    let words = line.split { $0 == " " || $0 == "\t" }
    guard words.count == 3, let number = Int(words[1]) else { throw WrongResult(description: "no \(key) is told") }
    return number
  }
}
