internal import Configuration
internal import System

/// The checked configuration of an invocation.
struct Inputs {
  let settings: RuntimeSettings
  let declarations: [MetricsDeclaration]
  let discovery: DiscoveryDeclaration?
  let warnings: Int

  /// Reads and checks the files, and tells everything about them at once.
  /// - Throws: `Refusal` where a file is missing or has an error.
  init(_ places: Places, environment: [String: String]) throws {
    var diagnostics = Diagnostics()
    let runtime = try Self.read(places.runtime, mustExist: places.isRuntimeNamed)
    settings = RuntimeSettings.read(
      runtime, file: places.runtime, environment: environment, diagnostics: &diagnostics)
    var declarations: [MetricsDeclaration] = []
    for path in places.declarations(settings) {
      guard let text = try Self.read(path, mustExist: true) else { continue }
      if let declaration = MetricsDeclaration.read(text, file: path, diagnostics: &diagnostics) {
        declarations.append(declaration)
      }
    }
    MetricsDeclaration.reportDuplicates(among: declarations, diagnostics: &diagnostics)
    self.declarations = declarations
    discovery = try Self.read(places.discovery, mustExist: places.isDiscoveryNamed).flatMap {
      DiscoveryDeclaration.read($0, file: places.discovery, diagnostics: &diagnostics)
    }
    DiscoveryDeclaration.check(
      discovery, against: declarations.flatMap(\.metrics), diagnostics: &diagnostics)
    settings.checkStatuspage(against: declarations.flatMap(\.metrics), diagnostics: &diagnostics)
    warnings = diagnostics.sorted.count { $0.severity == .warning }
    Console.say(diagnostics.rendered(color: Console.isTerminal))
    if diagnostics.hasErrors {
      throw Refusal(.configurationInvalid, "the configuration has errors; nothing was asked and nothing was written")
    }
  }

  private static func read(_ path: String, mustExist: Bool) throws -> [UInt8]? {
    do {
      return mustExist ? try Files.read(path) : try Files.readIfPresent(path)
    } catch {
      throw Refusal(.inputMissing, "\(error)")
    }
  }
}
