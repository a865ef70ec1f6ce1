internal import CGNU
internal import Glibc

/// A program that runs beside the pass. Its stdin is empty; what it writes is gathered whenever `gather` is called,
/// which never waits.
@safe package final class ChildProcess {
  private let number: pid_t
  private var ends: [End]
  private var status: Int32?

  /// The reading end of a pipe; -1 once it is closed.
  private struct End {
    var descriptor: Int32
    var bytes: [UInt8] = []
  }

  /// More than this nobody reads; what comes beyond is thrown away.
  private static let mostBytes = 256 << 10

  /// Starts a program, in a process group of its own: what it starts ends with it.
  /// - Throws: `SystemError` where it cannot be started.
  package init(_ command: ChildCommand) throws(SystemError) {
    var pipes: [[Int32]] = []
    for _ in 0..<2 {
      var pair: [Int32] = [-1, -1]
      guard unsafe pipe(&pair) == 0 else { throw SystemError("open", "a pipe") }
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      _ = fcntl(pair[0], F_SETFL, O_NONBLOCK)
      pipes.append(pair)
    }
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, pipes[0][1], 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, pipes[1][1], 2)
    // libcurl's connections and the locks of the pass are none of its business.
    unsafe posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    unsafe posix_spawn_file_actions_addchdir_np(&actions, command.folder)
    // What this process ignores, a plain program does not.
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    for number in [SIGPIPE, SIGXFSZ, SIGTERM, SIGINT] { unsafe sigaddset(&defaults, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    var arguments = unsafe ([command.program] + command.arguments).map { unsafe strdup($0) } + [nil]
    var variables = unsafe command.environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    var number = pid_t()
    let code = unsafe posix_spawn(&number, command.program, &actions, &attributes, &arguments, &variables)
    unsafe (arguments + variables).forEach { unsafe free($0) }
    for pair in pipes { close(pair[1]) }
    self.number = number
    ends = pipes.map { End(descriptor: $0[0]) }
    guard code == 0 else {
      status = 127
      throw SystemError("run", command.program, code: code)
    }
  }

  deinit {
    end()
    for end in ends where end.descriptor >= 0 { close(end.descriptor) }
  }

  /// Descriptors that become readable when there is something to gather.
  package var descriptors: [Int32] { ends.map(\.descriptor).filter { $0 >= 0 } }

  package var output: [UInt8] { ends[0].bytes }
  package var errorOutput: [UInt8] { ends[1].bytes }

  /// Takes what was written, and gives the exit status once the program has ended: 128 and the signal's number where a
  /// signal ended it.
  package func gather() -> Int32? {
    for index in ends.indices { read(&ends[index]) }
    guard status == nil, descriptors.isEmpty else { return status }
    var raw: Int32 = 0
    if unsafe waitpid(number, &raw, WNOHANG) == number { status = Self.exitStatus(raw) }
    return status
  }

  /// Ends the program and what it started; does nothing where it has ended.
  package func end() {
    guard status == nil else { return }
    kill(-number, SIGKILL)
    var raw: Int32 = 0
    // A killed process ends at once.
    while unsafe waitpid(number, &raw, 0) < 0 && errno == EINTR {}
    status = Self.exitStatus(raw)
  }

  private func read(_ end: inout End) {
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    while end.descriptor >= 0 {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(end.descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        end.bytes += chunk.prefix(min(count, Self.mostBytes - end.bytes.count))
      } else if count == 0 || errno != EINTR && errno != EAGAIN {
        close(end.descriptor)
        end.descriptor = -1
      } else if errno == EAGAIN {
        return
      }
    }
  }

  private static func exitStatus(_ raw: Int32) -> Int32 { raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F }
}
