internal import Glibc

/// The clocks of the machine. The wall clock is read once at the start of an invocation and handed down;
/// deadlines run on the monotonic one.
package enum Clock {
  /// Microseconds since 1970 UTC.
  package static var wallMicroseconds: Int { read(CLOCK_REALTIME) }

  /// Processor time of this process so far, in microseconds.
  package static var processorMicroseconds: Int { read(CLOCK_PROCESS_CPUTIME_ID) }

  fileprivate static func read(_ clock: clockid_t) -> Int {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }

  /// Seconds east of UTC that the zone of `TZ`, or else the machine's, has at a time given in Unix seconds.
  package static func localOffset(at seconds: Int) -> Int {
    var time = time_t(seconds)
    var local = unsafe tm()
    unsafe localtime_r(&time, &local)
    return unsafe local.tm_gmtoff
  }
}

/// A point on the monotonic clock, in microseconds.
package struct Instant: Comparable, Sendable {
  package var microseconds: Int

  package init(microseconds: Int) {
    self.microseconds = microseconds
  }

  package static var now: Instant { Instant(microseconds: Clock.read(CLOCK_MONOTONIC)) }

  package static func < (one: Instant, other: Instant) -> Bool { one.microseconds < other.microseconds }

  package static func + (instant: Instant, seconds: Double) -> Instant {
    Instant(microseconds: instant.microseconds + Int(seconds * 1_000_000))
  }

  /// Seconds from `start` to this instant.
  package func seconds(since start: Instant) -> Double { Double(microseconds - start.microseconds) / 1_000_000 }
}
