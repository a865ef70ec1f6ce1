import Foundation

/// The `swath` executable as somebody starts it, in a folder of its own.
final class SwathProcess {
  let folder: URL
  /// More variables than a test needs for every run.
  var environment = ["PROMITOR_AUTH_APPKEY": "emulated-secret", "TZ": "UTC"]

  private static let executable: URL = {
    if let path = ProcessInfo.processInfo.environment["SWATH_BINARY"] { return URL(filePath: path) }
    return URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.build/debug/swath").standardized
  }()

  /// Whether the snapshot has the name and place that it has where nobody says so.
  var hasDefaultState = false

  /// How a run ended.
  struct Result {
    let status: Int32
    let wasKilled: Bool
    let stderr: String
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "swath-\(UUID())")
    try FileManager.default.createDirectory(at: folder.appending(path: "config"), withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var snapshot: URL { folder.appending(path: "state/snapshot.json") }
  var output: URL { folder.appending(path: "out") }

  func text(_ name: String) -> String? { try? String(contentsOf: output.appending(path: name), encoding: .utf8) }

  func write(_ text: String, _ name: String) throws {
    try text.write(to: folder.appending(path: "config/\(name)"), atomically: false, encoding: .utf8)
  }

  /// Starts a pass over the folder's configuration.
  func start(_ arguments: [String] = []) throws -> Running {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = self.arguments + arguments
    process.environment = environment.merging(
      hasDefaultState ? ["STATE_DIRECTORY": folder.appending(path: "state").path] : [:]
    ) { $1 }
    let log = folder.appending(path: "stderr-\(UUID())")
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    process.standardError = try FileHandle(forWritingTo: log)
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return Running(process: process, log: log)
  }

  /// Makes a pass by a line of the shell, in which `$SWATH` stands for the executable and `$ARGUMENTS` for its
  /// arguments; what the line says goes nowhere. Signals do what they do to a process of a plain shell, whatever the
  /// tests' own runner ignores.
  func runByShell(_ line: String, _ arguments: [String] = []) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.environment = environment.merging([
      "SWATH": "env --default-signal=PIPE,XFSZ \(Self.executable.path)",
      "ARGUMENTS": (self.arguments + arguments).joined(separator: " "),
    ]) { $1 }
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private var arguments: [String] {
    ["run", "--config-dir", folder.appending(path: "config").path, "--output", output.path]
      + (hasDefaultState ? [] : ["--state", snapshot.path])
  }

  /// Makes a pass and waits for its end.
  @discardableResult
  func run(_ arguments: [String] = []) throws -> Result { try start(arguments).end() }

  /// Runs any command to its end, and gives what it printed too.
  func call(_ arguments: [String]) throws -> (status: Int32, stdout: String, stderr: String) {
    try call(Self.executable, arguments)
  }

  /// Starts any command, whose talk goes nowhere.
  func startCall(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The same of `azure-emulator`, which lies beside it.
  func callEmulator(_ arguments: [String]) throws -> (status: Int32, stdout: String, stderr: String) {
    try call(Self.executable.deletingLastPathComponent().appending(path: "azure-emulator"), arguments)
  }

  /// The same of a script of the shell, which finds both by their names and ends at what fails.
  func callShell(_ script: String) throws -> (status: Int32, stdout: String, stderr: String) {
    environment["PATH"] = "\(Self.executable.deletingLastPathComponent().path):/usr/bin:/bin"
    return try call(URL(filePath: "/bin/bash"), ["-euc", script])
  }

  /// The same with something on the standard input.
  func call(_ arguments: [String], stdin: String) throws -> (status: Int32, stdout: String, stderr: String) {
    let input = folder.appending(path: "call.stdin")
    try stdin.write(to: input, atomically: false, encoding: .utf8)
    return try call(Self.executable, arguments, stdin: FileHandle(forReadingFrom: input))
  }

  private func call(
    _ executable: URL, _ arguments: [String], stdin: FileHandle = .nullDevice
  ) throws -> (status: Int32, stdout: String, stderr: String) {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    let names = ["stdout", "stderr"].map { folder.appending(path: "call.\($0)") }
    for name in names { _ = FileManager.default.createFile(atPath: name.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    process.standardInput = stdin
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { try String(contentsOf: $0, encoding: .utf8) }
    return (process.terminationStatus, texts[0], texts[1])
  }

  struct Running {
    let process: Process
    let log: URL

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    func end() throws -> Result {
      process.waitUntilExit()
      return Result(
        status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
        stderr: try String(contentsOf: log, encoding: .utf8))
    }
  }
}
