/// The measured programs of `ci/bench`: `swath-bench tokenizer REPETITIONS`, `swath-bench speed`,
/// `swath-bench exposition SERIES FILE`. Each prints numbers for the script to judge.
@main struct SwathBench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case ("tokenizer", 2): try TokenizerBench.read(times: Int(arguments.last ?? "") ?? 1)
    case ("speed", 1): try TokenizerBench.compare()
    case ("exposition", 3):
      try ExpositionBench.write(series: Int(Array(arguments)[1]) ?? 0, to: arguments.last ?? "")
    default: print("usage: swath-bench tokenizer REPETITIONS | speed | exposition SERIES FILE")
    }
  }
}
