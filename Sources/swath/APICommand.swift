internal import ArgumentParser
internal import Configuration
internal import Formats
internal import Glibc
internal import Model
internal import RestApi
internal import Snapshot
internal import System

/// `swath api`: one request on the standard input, its answer on the standard output.
struct APICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api", abstract: "Answer one HTTP request on stdin/stdout, as Promitor's agents do.",
    discussion: """
      Made to be started for each connection by systemd (jobs/systemd/swath-api.socket) or any inetd. Answers from the \
      snapshot and the configuration, asks nobody, and writes no file.

      Exit status: 0 answered, whatever the answer, 64 usage, 74 the answer could not be written.
      """)

  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var snapshot: SnapshotOptions
  @Option(help: .init("Whose paths to answer: scraper, discovery or both.", valueName: "agent"))
  var agent = API.Agent.both
  @OptionGroup var outputs: OutputOptions
  @Option(help: .init("The seconds in which a request must have come.", valueName: "seconds"))
  var timeout = 10

  func validate() throws {
    guard 1...3600 ~= timeout else { throw ValidationError("--timeout takes 1 to 3600 seconds") }
  }

  func run() throws {
    try Refusal.told {
      let environment = EnvironmentVariables.all()
      let id = (0..<2).map { _ in String(UInt64.random(in: 0...(.max)) | 1 << 63, radix: 16) }.joined()
      switch RequestInput.read(seconds: timeout) {
      case nil: return
      case .refused(let answer)?: try StandardOutput.write(answer.bytes(isHead: false))
      case .request(let request)?:
        let answer = try APISource(self, environment).answer(request, id: id)
        try answer.send(isHead: request.method == "HEAD") { try StandardOutput.write($0) }
      }
    }
  }
}

extension API.Agent: ExpressibleByArgument {}

/// The request on the standard input.
private enum RequestInput {
  enum Found {
    case request(APIRequest)
    case refused(APIAnswer)
  }

  /// nil where the other side went without a word.
  static func read(seconds: Int) -> Found? {
    let deadline = Instant.now + Double(seconds)
    var reader = RequestReader()
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let left = deadline.seconds(since: Instant.now)
      var waited = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let ready = left > 0 ? unsafe poll(&waited, 1, Int32(left * 1000) + 1) : 0
      if ready < 0 && errno == EINTR { continue }
      guard ready > 0 else {
        return reader.isEmpty ? nil : .refused(.problem(408, "the request did not come within \(seconds) seconds"))
      }
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return reader.isEmpty ? nil : .refused(.problem(400, "the request is not whole")) }
      switch reader.take(buffer[..<count]) {
      case .incomplete: continue
      case .request(let request): return .request(request)
      case .refused(let answer): return .refused(answer)
      }
    }
  }
}
