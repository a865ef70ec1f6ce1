internal import Configuration
internal import System

/// The configuration of an invocation as it was read, with whatever is wrong with it.
struct Inputs {
  let settings: RuntimeSettings
  let declarations: [MetricsDeclaration]
  let discovery: DiscoveryDeclaration?
  /// Who says what the groups hold; nil where Resource Graph is asked.
  let groupSource: GroupSource?
  private(set) var files: [File] = []
  var diagnostics: Diagnostics

  /// A file that was read.
  struct File {
    let kind: FileKind
    let name: String
    let text: [UInt8]
  }

  /// Reads the files of the given kinds.
  ///
  /// - `mustDeclare`: whether it is an error that there is no metrics declaration.
  /// - Throws: `Refusal` where a file that must be there is not, or cannot be read.
  init(
    _ places: ConfigurationPlaces, kinds: Set<FileKind> = Set(FileKind.allCases), mustDeclare: Bool = true,
    environment: [String: String], diagnostics: Diagnostics
  ) throws {
    var diagnostics = diagnostics
    var files: [File] = []
    func read(_ kind: FileKind, _ path: String, mustExist: Bool) throws -> [UInt8]? {
      do {
        let text = mustExist ? try Files.read(path) : try Files.readIfPresent(path)
        if let text { files.append(File(kind: kind, name: path, text: text)) }
        return text
      } catch {
        throw Refusal(.inputMissing, "\(error)")
      }
    }
    var settings = RuntimeSettings()
    if kinds.contains(.runtime) {
      let text = try read(.runtime, places.runtime, mustExist: places.isRuntimeNamed)
      settings = RuntimeSettings.read(
        text, file: places.runtime, environment: environment, diagnostics: &diagnostics)
      if let path = places.discoveryRuntime, let text = try read(.runtime, path, mustExist: true) {
        settings.adopt(
          discovery: RuntimeSettings.read(text, file: path, environment: environment, diagnostics: &diagnostics))
      }
    }
    var declarations: [MetricsDeclaration] = []
    if kinds.contains(.declaration) {
      for path in places.declarations(settings) {
        let mustExist = mustDeclare || !places.declarations.isEmpty
        guard let text = try read(.declaration, path, mustExist: mustExist) else { continue }
        if let declaration = MetricsDeclaration.read(text, file: path, diagnostics: &diagnostics) {
          declarations.append(declaration)
        }
      }
    }
    var discovery: DiscoveryDeclaration?
    if kinds.contains(.discovery),
      let text = try read(.discovery, places.discovery, mustExist: places.isDiscoveryNamed)
    {
      discovery = DiscoveryDeclaration.read(text, file: places.discovery, diagnostics: &diagnostics)
    }
    groupSource =
      try kinds.contains(.discovery)
      ? GroupSource(places, settings, hasDeclaration: discovery != nil) : nil
    self.settings = settings
    self.declarations = declarations
    self.discovery = discovery
    // In the order in which people think of them, whatever had to be read first.
    self.files = FileKind.allCases.flatMap { kind in files.filter { $0.kind == kind } }
    self.diagnostics = diagnostics
  }

  /// Reads and checks all files for a pass, and tells everything about them at once.
  /// - Throws: `Refusal` where a file is missing or has an error.
  static func forPass(_ places: ConfigurationPlaces, environment: [String: String]) throws -> Inputs {
    try checked(places, kinds: Set(FileKind.allCases), environment: environment)
  }

  /// The same without checks between the files, of which none need be there.
  static func forLookUps(_ places: ConfigurationPlaces, environment: [String: String]) throws -> Inputs {
    try Inputs(places, mustDeclare: false, environment: environment, diagnostics: Diagnostics()).accepted()
  }

  /// The same of the files of some kinds.
  static func checked(
    _ places: ConfigurationPlaces, kinds: Set<FileKind>, environment: [String: String]
  ) throws -> Inputs {
    var inputs = try Inputs(places, kinds: kinds, environment: environment, diagnostics: Diagnostics())
    inputs.checks(environment, kinds: kinds).report(
      missing: Set(FileKind.allCases).subtracting(kinds), &inputs.diagnostics)
    return try inputs.accepted()
  }

  /// Itself, once what is wrong with it is told.
  private func accepted() throws -> Inputs {
    Console.say(diagnostics.rendered(color: Console.isTerminal))
    if diagnostics.hasErrors {
      throw Refusal(.configurationInvalid, "the configuration has errors; nothing was asked and nothing was written")
    }
    return self
  }

  /// The checks over all that was read.
  func checks(_ environment: [String: String], kinds: Set<FileKind> = Set(FileKind.allCases)) -> CrossChecks {
    CrossChecks(
      settings: kinds.contains(.runtime) ? settings : nil, declarations: declarations, discovery: discovery,
      environment: environment, unread: unread, hasInventory: hasInventory)
  }

  private var hasInventory: Bool { if case .inventory? = groupSource { true } else { false } }

  /// The kinds of files of which one is there, but could not be read; its faults say why.
  var unread: Set<FileKind> {
    var unread: Set<FileKind> = []
    if declarations.count < files.count(where: { $0.kind == .declaration }) { unread.insert(.declaration) }
    if discovery == nil, files.contains(where: { $0.kind == .discovery }) { unread.insert(.discovery) }
    return unread
  }

  var warnings: Int { diagnostics.sorted.count { $0.severity == .warning } }
}
