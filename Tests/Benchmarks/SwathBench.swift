internal import Glibc

/// The measured programs of `ci/bench`. Each prints numbers for the script to judge.
@main struct SwathBench {
  private static let usage = """
    usage: swath-bench tokenizer SHAPE REPETITIONS | speed SHAPE | transport IN_FLIGHT TIMES URL...
           | exposition|otlp|statsd|dogstatsd|snapshot SERIES FILE
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
    case ("transport", 5...):
      guard let inFlight = Int(arguments[2]), let times = Int(arguments[3]) else { refuse() }
      TransportBench.fetch(Array(arguments[4...]), times: times, inFlight: inFlight)
    case (let name?, 4):
      guard let output = OutputBench.Output(rawValue: name), let series = Int(arguments[2]) else { refuse() }
      try OutputBench.write(output, series: series, to: arguments[3])
    default: refuse()
    }
  }

  private static func refuse() -> Never {
    print(usage, terminator: "")
    exit(64)
  }
}
