/// A type of resource, as a declaration names it and as ARM does. Keys and paths are those of Promitor's types.
package struct EmulatedType: Sendable {
  /// The spelling in a metrics declaration.
  package let name: String
  /// The keys that a declaration names a resource by.
  package let keys: [String]
  /// The API that its values come from.
  package let service: Service
  /// Whether Promitor, or what reads its files, finds resources of the type by Resource Graph.
  package let isDiscoverable: Bool
  /// The dimensions by which Promitor splits of its own accord: by the first of them that a metric has.
  package let entityDimensions: [String]
  /// What its resources hold, such as queues: each has the first two or more of these.
  let entities: [String]
  /// Kinds that its resources have by turns, as Resource Graph names them; "" for none.
  let kinds: [String]
  /// Whether its resources are in no region (azure-apis 0.1).
  let isGlobal: Bool
  /// The ARM types that its resources have by turns, lower-cased.
  package let armTypes: [String]
  /// A text that the kind of a resource must contain to be found as this type, or must not where "!" stands before it.
  private let wantedKind: String
  /// The values of each key: one for each path, or one for all.
  private let values: [[String]]
  /// Paths behind `providers/`, which its resources have by turns.
  private let paths: [Template]
  /// The path that Promitor's label has instead.
  private let labelPath: Template?

  package enum Service: Sendable {
    case metrics
    case logAnalytics
    case storageQueue
  }

  ///
  /// - `fields`: `key=value` for each key, with blanks between; `|` parts the values for one path from those for the
  ///   next. `#` stands for the number of a resource, `%` for its digits alone, `@` for twelve hexadecimal digits.
  /// - `paths`: with a key in braces where its value belongs.
  /// - `label`: the path of the resource's label, where it is not that of its id.
  init(
    _ name: String, _ fields: String, _ paths: String..., service: Service = .metrics, isDiscoverable: Bool = true,
    isGlobal: Bool = false, kinds: [String] = [""], wantedKind: String = "", entities: [String] = [],
    splitBy entityDimensions: [String] = [], label: String? = nil
  ) {
    let pairs = fields.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1) }
    let keys = pairs.map { String($0[0]) }
    let values = pairs.map { pair in
      pair[1].split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
    }
    let templates = paths.map { Template($0, keys) }
    self.name = name
    self.keys = keys
    self.values = values
    self.paths = templates
    armTypes = templates.indices.map { place in
      Self.createdType(ofPath: templates[place].filled(Self.fields(values, place, "0-0"))).lowercased()
    }
    labelPath = label.map { Template($0, keys) }
    self.service = service
    self.isDiscoverable = isDiscoverable
    self.isGlobal = isGlobal
    self.kinds = kinds
    self.wantedKind = wantedKind
    self.entities = entities
    self.entityDimensions = entityDimensions
  }

  /// The first of its ARM types.
  var armType: String { armTypes[0] }

  /// The dimension by which Promitor splits a metric of its own accord; nil for none.
  package func entityDimension(of metric: MetricRow) -> String? {
    entityDimensions.first { name in metric.dimensions.contains { $0.name == name } }
  }

  /// The values of the keys for the resource of this number, which has the path of this place among the type's.
  func fields(_ number: String, _ serial: Int) -> [String] {
    Self.fields(values, serial % paths.count, number)
  }

  private static func fields(_ values: [[String]], _ place: Int, _ number: String) -> [String] {
    values.map { filled($0[min(place, $0.count - 1)], number) }
  }

  /// What stands behind `providers/` in the id of a resource.
  func path(_ fields: [String], _ serial: Int) -> String { paths[serial % paths.count].filled(fields) }

  /// What stands there in its label.
  func labelPath(_ fields: [String]) -> String? { labelPath?.filled(fields) }

  /// The values of the keys for a path that another type made, where a resource of this ARM type and kind is found as
  /// one of this type too; nil where it is not.
  func fields(ofFound path: [Substring], armType: String, kind: String) -> [String]? {
    guard isDiscoverable, let place = armTypes.firstIndex(of: armType), isWanted(kind) else { return nil }
    let found = paths[place].values(of: path)
    return keys.indices.map { found[$0] ?? fields("", place)[$0] }
  }

  private func isWanted(_ kind: String) -> Bool {
    if wantedKind.hasPrefix("!") { return !kind.contains(wantedKind.dropFirst()) }
    return wantedKind.isEmpty || kind.contains(wantedKind)
  }

  /// The ARM type as a path behind `providers/` spells it.
  static func createdType(ofPath path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.enumerated().filter { $0.offset == 0 || $0.offset % 2 == 1 }.map(\.element).joined(separator: "/")
  }

  private static func filled(_ pattern: String, _ number: String) -> String {
    var out = ""
    for character in pattern {
      switch character {
      case "#": out += number
      case "%": out += number.filter { $0 != "-" }
      case "@":
        let digits = String(Hash(5).adding(number).value, radix: 16).suffix(12)
        out += String(repeating: "0", count: 12 - digits.count) + digits
      default: out.append(character)
      }
    }
    return out
  }

  /// A path with places for the values of keys.
  private struct Template: Sendable {
    /// Texts, and the places of keys between them.
    private let texts: [String]
    private let places: [Int]

    init(_ text: String, _ keys: [String]) {
      let parts = text.split(omittingEmptySubsequences: false) { $0 == "{" || $0 == "}" }.map { String($0) }
      texts = parts.indices.filter { $0 % 2 == 0 }.map { parts[$0] }
      places = parts.indices.filter { $0 % 2 == 1 }.compactMap { keys.firstIndex(of: parts[$0]) }
    }

    func filled(_ fields: [String]) -> String {
      zip(places, texts.dropFirst()).reduce(texts[0]) { $0 + fields[$1.0] + $1.1 }
    }

    /// The values in a path that this template could have made, by the place of their key.
    func values(of path: [Substring]) -> [Int: String] {
      var values: [Int: String] = [:]
      var index = 0
      for (place, text) in zip(places, texts) {
        index += text.count { $0 == "/" }
        values[place] = String(path[index])
      }
      return values
    }
  }
}
