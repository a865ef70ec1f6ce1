internal import Glibc

/// The measured programs of `ci/bench`. Each prints numbers for the script to judge.
@main struct SwathBench {
  private static let usage = """
    usage: swath-bench tokenizer SHAPE REPETITIONS | speed SHAPE | exposition SERIES FILE
           | transport IN_FLIGHT TIMES URL...
    SHAPE is series a metric and points a series: 8x12

    """

  static func main() throws {
    let arguments = CommandLine.arguments
    switch (arguments.dropFirst().first, arguments.count) {
    case ("tokenizer", 4):
      guard let body = MetricsBody(shape: arguments[2]), let times = Int(arguments[3]) else { refuse() }
      try TokenizerBench.read(body, times: times)
    case ("speed", 3):
      guard let body = MetricsBody(shape: arguments[2]) else { refuse() }
      try TokenizerBench.compare(body)
    case ("exposition", 4):
      guard let series = Int(arguments[2]) else { refuse() }
      try ExpositionBench.write(series: series, to: arguments[3])
    case ("transport", 5...):
      guard let inFlight = Int(arguments[2]), let times = Int(arguments[3]) else { refuse() }
      TransportBench.fetch(Array(arguments[4...]), times: times, inFlight: inFlight)
    default: refuse()
    }
  }

  private static func refuse() -> Never {
    print(usage, terminator: "")
    exit(64)
  }
}
