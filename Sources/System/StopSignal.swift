internal import Glibc

/// SIGTERM and SIGINT as a file descriptor: from here on they no longer end the process, but make `descriptor`
/// readable, so that the one loop of a pass sees them between two events and ends well.
package struct StopSignal: ~Copyable {
  /// Readable once a signal has come; it stays so.
  package let descriptor: Int32

  package init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw SystemError("open", "a pipe for signals") }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    unsafe stopPipe = ends[1]
    // Nobody who reads stderr any more, and a file beyond its allowed size, are errors of the call that meets them;
    // the pass goes on to what it can still write.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    // Whoever started the process may have blocked them for it.
    var awaited = sigset_t()
    unsafe sigemptyset(&awaited)
    for number in [SIGTERM, SIGINT] {
      var action = sigaction()
      // Only `write` runs in the handler, which is safe there; a full pipe says all that is to be said already.
      unsafe action.__sigaction_handler.sa_handler = { _ in
        unsafe isStopRaised = true
        var mark: UInt8 = 1
        let saved = errno
        _ = unsafe write(stopPipe, &mark, 1)
        errno = saved
      }
      action.sa_flags = SA_RESTART
      guard unsafe sigaction(number, &action, nil) == 0 else { throw SystemError("watch", "signal \(number)") }
      unsafe sigaddset(&awaited, number)
    }
    guard unsafe sigprocmask(SIG_UNBLOCK, &awaited, nil) == 0 else { throw SystemError("unblock", "SIGTERM") }
    descriptor = ends[0]
  }

  deinit { close(descriptor) }

  /// Whether a signal has come.
  package static var isRaised: Bool { unsafe isStopRaised }
}

nonisolated(unsafe) private var isStopRaised = false

/// The end of the pipe that the handler writes to: a handler has no other way to find it.
nonisolated(unsafe) private var stopPipe: Int32 = -1
