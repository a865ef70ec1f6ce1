// libFuzzer brings a main function of its own.
#if !FUZZING
  internal import Glibc
  internal import System

  /// Reads one input of the fuzzer as it would be read in production: without sanitizers, and with bounds on what it
  /// may cost.
  @main struct Replay {
    /// Seconds of processor time, and MiB of memory, for one input.
    private static let (seconds, memory) = (1.0, 256.0)

    static func main() throws {
      guard CommandLine.arguments.count == 2 else {
        print("usage: swath-fuzz INPUT")
        exit(64)
      }
      let input = try Files.read(CommandLine.arguments[1])
      if let first = input.first { FuzzedReader(first).read(Array(input.dropFirst())) }
      var usage = rusage()
      unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
      let took = Double(Clock.processorMicroseconds) / 1e6
      let held = Double(usage.ru_maxrss) / 1024
      print("\(took) s, \(held) MiB")
      exit(took <= seconds && held <= memory ? 0 : 1)
    }
  }
#endif
