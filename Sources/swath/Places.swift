internal import Configuration
internal import System

/// Where the files of an invocation lie: as the options say, else as the design's table does.
struct Places {
  let configurationFolder: String
  let runtime: String
  /// The runtime file may be absent unless it was asked for by name.
  let isRuntimeNamed: Bool
  private let declarations: [String]
  /// The discovery declaration; it may be absent unless it was asked for by name.
  let discovery: String
  let isDiscoveryNamed: Bool
  let snapshot: String
  let output: String
  private let textfileOption: String?

  init(_ options: RunCommand, environment: [String: String]) {
    configurationFolder = options.configDir ?? environment["PROMITOR_CONFIG_FOLDER"].flatMap(\.nonEmpty) ?? "/etc/swath"
    isRuntimeNamed = options.runtime != nil
    runtime = options.runtime ?? "\(configurationFolder)/runtime.yaml"
    declarations = options.declaration
    isDiscoveryNamed = options.discovery != nil
    discovery = options.discovery ?? "\(configurationFolder)/resource-discovery-declaration.yaml"
    let stateFolder = environment["STATE_DIRECTORY"].flatMap(\.nonEmpty) ?? "/var/lib/swath"
    snapshot = options.state ?? "\(stateFolder)/snapshot.json"
    output = options.output ?? "/var/lib/swath/out"
    textfileOption = options.textfile
  }

  var outbox: String { "\(output)/outbox" }

  var lock: String { snapshot + ".lock" }

  /// The metrics declarations to read.
  func declarations(_ settings: RuntimeSettings) -> [String] {
    if !declarations.isEmpty { return declarations }
    if let path = settings.declarationPath {
      // A path that is not absolute after all is meant beside the runtime file, wherever the pass is started.
      let whole = path.hasPrefix("/") ? path : "\(configurationFolder)/\(path)"
      if Files.exists(whole) { return [whole] }
    }
    return ["\(configurationFolder)/metrics-declaration.yaml"]
  }

  /// The folder of the `.prom` files.
  func textfileFolder(_ settings: RuntimeSettings) -> String {
    textfileOption ?? settings.prometheus.directory ?? output
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
