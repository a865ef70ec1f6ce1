internal import Configuration
internal import Delivery
internal import Model
internal import System

/// Where the files of the configuration lie: as the options say, else as the design's table does.
struct ConfigurationPlaces {
  let folder: String
  let runtime: String
  /// The runtime file may be absent unless it was asked for by name.
  let isRuntimeNamed: Bool
  let discoveryRuntime: String?
  /// The declarations that were asked for by name.
  let declarations: [String]
  /// The discovery declaration; it may be absent unless it was asked for by name.
  let discovery: String
  let isDiscoveryNamed: Bool
  /// The file that stands in for discovery; nil for none.
  let inventory: String?

  init(_ options: ConfigurationOptions, environment: [String: String]) {
    folder = Files.folder(
      options.configDir ?? environment["PROMITOR_CONFIG_FOLDER"].flatMap(\.nonEmpty) ?? "/etc/swath")
    isRuntimeNamed = options.runtime != nil
    runtime = options.runtime ?? "\(folder)/runtime.yaml"
    discoveryRuntime = options.discoveryRuntime
    declarations = options.declaration
    isDiscoveryNamed = options.discovery != nil
    inventory = options.inventory
    discovery = options.discovery ?? "\(folder)/resource-discovery-declaration.yaml"
  }

  /// The metrics declarations to read.
  func declarations(_ settings: RuntimeSettings) -> [String] {
    if !declarations.isEmpty { return declarations }
    if let path = settings.declarationPath {
      // A path that is not absolute after all is meant beside the runtime file, wherever the pass is started.
      let whole = path.hasPrefix("/") ? path : "\(folder)/\(path)"
      if Files.exists(whole) { return [whole] }
    }
    return ["\(folder)/metrics-declaration.yaml"]
  }
}

/// Where the snapshot and the outputs of a pass lie.
struct Places {
  let snapshot: String
  let output: String
  private let textfileOption: String?
  let shard: Shard

  /// - `output`, `textfile`: the folders that were asked for.
  init(
    _ options: SnapshotOptions, output: String? = nil, textfile: String? = nil, environment: [String: String]
  ) throws {
    let shard = try ShardChoice.shard(options.shard, environment)
    self.shard = shard
    let stateFolder = Files.folder(environment["STATE_DIRECTORY"].flatMap(\.nonEmpty) ?? "/var/lib/swath")
    snapshot = options.state ?? "\(stateFolder)/snapshot\(shard.suffix).json"
    self.output = Files.folder(output ?? Self.output)
    textfileOption = textfile.map(Files.folder)
  }

  /// Where outputs go where nothing else is said.
  static let output = "/var/lib/swath/out"

  var outbox: String { "\(output)/outbox" }

  /// The folders below that, of one output each.
  var outboxes: [String] { Outbox.Output.allCases.map { "\(outbox)/\($0.rawValue)" } }

  /// Where the first shard tells the others what it found.
  var inventory: String { "\(Files.parent(of: snapshot))/inventory.json" }

  var lock: String { snapshot + ".lock" }

  /// The folder of the `.prom` files.
  func textfileFolder(_ settings: RuntimeSettings) -> String {
    textfileOption ?? settings.prometheus.directory.map(Files.folder) ?? output
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
