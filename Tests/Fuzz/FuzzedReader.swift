internal import Configuration
internal import Formats

/// A reader of configuration under fuzzing: what any text must hold to, whatever it says.
enum FuzzedReader: CaseIterable {
  case metrics, discovery, runtime
  /// The environment's overrides of a runtime file that is not there, a line `NAME=VALUE` each.
  case environment

  /// The byte that chooses the reader at the beginning of an input.
  private var letter: UInt8 {
    switch self {
    case .metrics: UInt8(ascii: "m")
    case .discovery: UInt8(ascii: "d")
    case .runtime: UInt8(ascii: "r")
    case .environment: UInt8(ascii: "e")
    }
  }

  /// The reader that a byte chooses; any byte chooses one.
  init(_ byte: UInt8) {
    self = Self.allCases.first { $0.letter == byte } ?? Self.allCases[Int(byte) % Self.allCases.count]
  }

  /// Reads the text, checks it beside other files, and renders what is found. Ends the program where something does
  /// not hold.
  func read(_ text: [UInt8]) {
    var diagnostics = Diagnostics(advice: true)
    var (settings, discovery) = (KnownFiles.settings, KnownFiles.discovery)
    var declaration = KnownFiles.declaration
    var explanation: Explanation
    switch self {
    case .metrics:
      declaration = MetricsDeclaration.read(text, file: "m.yaml", diagnostics: &diagnostics)
      precondition(declaration != nil || diagnostics.hasErrors, "a declaration is lost without a word")
      explanation = .declaration(text, file: "m.yaml")
    case .discovery:
      discovery = DiscoveryDeclaration.read(text, file: "d.yaml", diagnostics: &diagnostics)
      precondition(discovery != nil || diagnostics.hasErrors, "a discovery declaration is lost without a word")
      explanation = .discovery(text, file: "d.yaml")
    case .runtime:
      settings = RuntimeSettings.read(text, file: "r.yaml", environment: [:], diagnostics: &diagnostics)
      explanation = .runtime(text, file: "r.yaml", environment: [:])
    case .environment:
      let variables = Self.variables(text)
      settings = RuntimeSettings.read(nil, file: "r.yaml", environment: variables, diagnostics: &diagnostics)
      explanation = .runtime(nil, file: "r.yaml", environment: variables)
    }
    CrossChecks(
      settings: settings, declarations: [declaration].compactMap(\.self), discovery: discovery, environment: [:]
    ).report(&diagnostics)
    Self.check(diagnostics)
    Self.checkShown(explanation.text)
  }

  private static func variables(_ text: [UInt8]) -> [String: String] {
    var variables: [String: String] = [:]
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
      variables[String(decoding: parts[0], as: UTF8.self)] = value
    }
    return variables
  }

  /// What is told points into the text, is bounded, and can be shown.
  private static func check(_ diagnostics: Diagnostics) {
    let found = diagnostics.sorted
    for position in found.map(\.position) {
      precondition(position.line == 0 || position.column > 0, "a diagnostic points nowhere")
    }
    let text = diagnostics.rendered()
    precondition(text.utf8.count <= 100 + 4096 * found.count, "a diagnostic is longer than anybody reads")
    checkShown(text)
    // The other forms say the same, and what may be wrong with them is wrong with few faults too.
    guard found.count <= 20 else { return }
    precondition(diagnostics.rendered(color: true).utf8.count >= text.utf8.count, "colour takes something away")
    precondition(diagnostics.annotations.utf8.count { $0 == 0x0A } == found.count, "an annotation is not one line")
    guard let document = try? JSONValue(diagnostics.json(files: [], unchecked: [])) else {
      preconditionFailure("the JSON is none")
    }
    precondition(document["diagnostics"]?.array?.count == found.count, "the JSON lacks diagnostics")
  }

  /// Whatever the input says, it cannot steer a terminal.
  private static func checkShown(_ text: String) {
    precondition(
      text.unicodeScalars.allSatisfy { $0.value >= 0xA0 || 0x20..<0x7F ~= $0.value || $0 == "\t" || $0 == "\n" },
      "a control character of the input is shown")
  }
}

/// Files that say nothing wrong, for the checks that take two.
private enum KnownFiles {
  static let declaration: MetricsDeclaration? = {
    let text = """
      version: v1
      azureMetadata: {tenantId: t, subscriptionId: s, resourceGroupName: g}
      metricDefaults: {aggregation: {interval: 00:05:00}, scraping: {schedule: "@hourly"}}
      metrics:
        - name: hits
          description: ""
          resourceType: KeyVault
          azureMetricConfiguration: {metricName: ServiceApiHit, aggregation: {type: Count}}
          resources: [{vaultName: v}]
          resourceDiscoveryGroups: [{name: vaults}]
      """
    var diagnostics = Diagnostics()
    return MetricsDeclaration.read(Array(text.utf8), file: "known.yaml", diagnostics: &diagnostics)
  }()

  static let discovery: DiscoveryDeclaration? = {
    let text = """
      azureLandscape: {tenantId: t, subscriptions: [s]}
      resourceDiscoveryGroups: [{name: vaults, type: KeyVault}, {name: apps, type: WebApp}]
      """
    var diagnostics = Diagnostics()
    return DiscoveryDeclaration.read(Array(text.utf8), file: "known.yaml", diagnostics: &diagnostics)
  }()

  static let settings: RuntimeSettings = {
    let text = """
      metricSinks:
        atlassianStatuspage:
          pageId: p
          systemMetricMapping: [{id: a, promitorMetricName: hits}, {id: b, promitorMetricName: name}]
      """
    var diagnostics = Diagnostics()
    return RuntimeSettings.read(Array(text.utf8), file: "known.yaml", environment: [:], diagnostics: &diagnostics)
  }()
}
