internal import ArgumentParser
internal import Configuration
internal import System

/// `swath validate`: checks configuration files without asking anybody.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check the configuration, offline.",
    discussion: """
      Checks a whole folder, or just the files that are named; what cannot be checked without another file is said. \
      All faults of all files come in one run, each with its place and a remedy. What Promitor starts with is a warning \
      at most, except where it has no meaning.

      Exit status: 0 no errors, 64 usage, 66 a file is missing, 78 errors (with --strict also warnings).
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github
  }

  @OptionGroup var files: ConfigurationOptions
  @Option(
    help: .init("Text for people, JSON for programs, annotations of a pull request on GitHub.", valueName: "format"))
  var format = Format.text
  @Flag(help: "Count warnings as errors.")
  var strict = false
  @Flag(help: "Tell what becomes of every key of the files, instead of what is wrong with them.")
  var explain = false

  func validate() throws {
    if explain, format != .text { throw ValidationError("--explain prints text alone, without --format") }
  }

  func run() throws {
    try Refusal.told(check)
  }

  private func check() throws {
    let environment = EnvironmentVariables.all()
    let places = ConfigurationPlaces(named, environment: environment)
    var inputs = try Inputs(
      places, kinds: kinds, mustDeclare: false, environment: environment,
      diagnostics: Diagnostics(strict: strict, advice: true))
    guard !inputs.files.isEmpty else {
      throw Refusal(
        .inputMissing, "there is no configuration in \(places.folder); name another folder by --config-dir, or files")
    }
    let present = Set(inputs.files.map(\.kind))
    // A folder without a runtime file is complete: a missing one is all defaults.
    let missing =
      namesFiles ? Set(FileKind.allCases).subtracting(present) : present.contains(.declaration) ? [] : [.declaration]
    let checks = inputs.checks(environment, kinds: namesFiles ? present : Set(FileKind.allCases))
    checks.report(missing: missing, &inputs.diagnostics)
    if explain {
      try StandardOutput.write(explanation(inputs, environment))
      let hint = inputs.diagnostics.count > 0 ? "; without --explain they are told" : ""
      Console.say("swath: \(summary(inputs))\(hint)\n")
    } else {
      try tell(inputs, unchecked: checks.unchecked(missing: missing))
      Console.say("swath: \(summary(inputs))\n")
    }
    if inputs.diagnostics.hasErrors { throw ExitStatus.configurationInvalid.code }
  }

  /// The files as they are named; a discovery agent's runtime file that is named alone is checked as any runtime file.
  private var named: ConfigurationOptions {
    var files = files
    if namesFiles, files.runtime == nil {
      files.runtime = files.discoveryRuntime
      files.discoveryRuntime = nil
    }
    return files
  }

  /// Whether single files are meant, and not a folder.
  private var namesFiles: Bool {
    files.configDir == nil
      && (!files.declaration.isEmpty || files.discovery != nil || files.runtime != nil || files.discoveryRuntime != nil)
  }

  private var kinds: Set<FileKind> {
    guard namesFiles else { return Set(FileKind.allCases) }
    var kinds: Set<FileKind> = []
    if !files.declaration.isEmpty { kinds.insert(.declaration) }
    if files.discovery != nil { kinds.insert(.discovery) }
    if files.runtime != nil || files.discoveryRuntime != nil { kinds.insert(.runtime) }
    return kinds
  }

  private func tell(_ inputs: Inputs, unchecked: [String]) throws {
    let diagnostics = inputs.diagnostics
    switch format {
    case .json: try StandardOutput.write(diagnostics.json(files: inputs.files.map(\.name), unchecked: unchecked))
    case .github:
      try StandardOutput.write(
        Array((diagnostics.annotations + unchecked.map { "::notice::not checked: \($0)\n" }.joined()).utf8))
    case .text:
      try StandardOutput.write(Array(diagnostics.rendered(color: StandardOutput.isTerminal).utf8))
      for sentence in unchecked { Console.say("swath: not checked: \(sentence)\n") }
    }
  }

  /// Such as `3 files, 12 metrics, 2 discovery groups: 1 error, 2 warnings`; what has errors is counted too.
  private func summary(_ inputs: Inputs) -> String {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    var read = [count(inputs.files.count, "file")]
    if !inputs.declarations.isEmpty {
      read.append(count(inputs.declarations.reduce(0) { $0 + $1.metrics.count + $1.unsound.count }, "metric"))
    }
    if let discovery = inputs.discovery {
      read.append(count(discovery.groups.count + discovery.unsound.count, "discovery group"))
    }
    let found = inputs.diagnostics.sorted
    let faults = [Diagnostic.Severity.error, .warning, .note].compactMap { severity -> String? in
      let number = found.count { $0.severity == severity }
      return number == 0 ? nil : count(number, severity.rawValue)
    }
    return read.joined(separator: ", ") + ": " + (faults.isEmpty ? "no faults" : faults.joined(separator: ", "))
  }

  private func explanation(_ inputs: Inputs, _ environment: [String: String]) -> [UInt8] {
    let texts = inputs.files.map { file in
      switch file.kind {
      case .declaration: Explanation.declaration(file.text, file: file.name).text
      case .discovery: Explanation.discovery(file.text, file: file.name).text
      case .runtime: Explanation.runtime(file.text, file: file.name, environment: environment).text
      }
    }
    return Array(texts.joined().utf8)
  }
}
