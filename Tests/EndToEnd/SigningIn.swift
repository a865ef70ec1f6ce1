import AzureEmulator
import Foundation
import Testing

/// An estate whose `swath` signs in otherwise than by a client secret of Promitor's.
final class SigningIn {
  let estate: EmulatedEstate
  private let bin: URL
  private var passes = 0

  /// Runs a test on an estate of few resources.
  ///
  /// - `mode`: the lines below `authentication:`.
  static func with(
    _ mode: String, isDiscovered: Bool = false, identities: EmulatedIdentities = EmulatedIdentities(),
    _ body: (SigningIn) async throws -> Void
  ) async throws {
    try await EmulatedEstate.with(
      resources: 4, metricsPerType: 1, isDiscovered: isDiscovered, identities: identities
    ) { estate in
      try estate.swath.write("authentication: {\(mode)}\n", "runtime.yaml")
      estate.swath.environment = [:]
      try await body(SigningIn(estate))
    }
  }

  private init(_ estate: EmulatedEstate) throws {
    self.estate = estate
    bin = estate.swath.folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
  }

  subscript(_ variable: String) -> String? {
    get { estate.swath.environment[variable] }
    set { estate.swath.environment[variable] = newValue }
  }

  /// Puts a file beside the configuration, and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    try estate.swath.write(text, name)
    return estate.swath.folder.appending(path: "config/\(name)").path
  }

  /// Puts a program of the shell named `az` on the path.
  func installAzureCLI(_ script: String) throws {
    let az = bin.appending(path: "az")
    try "#!/bin/sh\n\(script)\n".write(to: az, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: az.path)
    self["PATH"] = "\(bin.path):/usr/bin:/bin"
  }

  /// Whether this user may have a namespace with mounts of its own.
  static let canMount: Bool = {
    guard let swath = try? SwathProcess() else { return false }
    return (try? swath.runByShell("unshare --map-root-user --mount true")) == 0
  }()

  /// A pass on a machine with Azure Arc's agent: in a namespace of its own, as the place of the key is the system's.
  func runUnderArc(_ arguments: [String], key: String) throws -> SwathProcess.Result {
    let log = estate.swath.folder.appending(path: "stderr")
    let keys = "/var/opt/azcmagent/tokens"
    let inside =
      "mount -t tmpfs none /var/opt && mkdir -p \(keys) && printf %s \(key) > \(keys)/emulated.key && exec $SWATH $ARGUMENTS"
    let status = try estate.swath.runByShell(
      "exec unshare --map-root-user --mount sh -c '\(inside)' 2>\(log.path)", ["--at", estate.at] + arguments)
    return .init(status: status, wasKilled: false, stderr: try String(contentsOf: log, encoding: .utf8))
  }

  /// A pass, an hour after the one before it.
  func run(_ arguments: [String] = []) throws -> SwathProcess.Result {
    if passes > 0 { estate.advance(seconds: 3600) }
    passes += 1
    return try estate.run(arguments)
  }

  /// A pass that signs in and has every value; its identity is as labels name it.
  func expectComplete(as id: String? = nil, at place: SourceLocation = #_sourceLocation) throws {
    let result = try run()
    #expect(result.status == 0, "\(result.stderr)", sourceLocation: place)
    let shown = Exposed(try #require(estate.swath.text("swath.prom"), sourceLocation: place))
    #expect(shown.values == estate.expected, sourceLocation: place)
    if let id {
      let told = try #require(estate.swath.text("swath-self.prom"), sourceLocation: place)
      #expect(told.contains("app_id=\"\(id)\""), sourceLocation: place)
    }
  }

  /// A pass that does not sign in, with what it says.
  func expectRefusal(
    _ status: Int32 = 77, _ arguments: [String] = [], says texts: String..., at place: SourceLocation = #_sourceLocation
  ) throws {
    let result = try run(arguments)
    #expect(result.status == status, "\(result.stderr)", sourceLocation: place)
    for text in texts { #expect(result.stderr.contains(text), "\(result.stderr)", sourceLocation: place) }
  }
}
