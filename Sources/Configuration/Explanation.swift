import Catalog
import Formats

/// What became of every key of a file: a line each, for `swath validate --explain`.
package struct Explanation {
  private var lines: [(position: SourcePosition, path: String, fate: String)] = []
  private var omitted = 0
  /// Nobody reads more; aliases must not make more of a small file.
  private static let limit = 100_000
  private let origin: Origin
  private let isBinder: Bool

  /// The keys of a metrics declaration.
  package static func declaration(_ text: [UInt8], file: String) -> Explanation {
    Explanation(text, file: file, .declaration, isBinder: false)
  }

  /// The keys of a discovery declaration.
  package static func discovery(_ text: [UInt8], file: String) -> Explanation {
    Explanation(text, file: file, .discovery, isBinder: true)
  }

  /// The keys of a runtime file, and of the environment's variables that change it.
  package static func runtime(_ text: [UInt8]?, file: String, environment: [String: String]) -> Explanation {
    var overrides = RuntimeOverrides()
    let root = text.flatMap { try? YAMLDocument.read($0).root }
    let tree = overrides.applied(to: root?.scalar?.isBlank == true ? nil : root, environment: environment)
    return Explanation(
      tree, Origin(file: file, variables: overrides.variables), .runtime, isBinder: true)
  }

  private init(_ text: [UInt8], file: String, _ grammar: Grammar, isBinder: Bool) {
    self.init((try? YAMLDocument.read(text))?.root, Origin(file: file), grammar, isBinder: isBinder)
  }

  private init(_ root: YAMLNode?, _ origin: Origin, _ grammar: Grammar, isBinder: Bool) {
    self.origin = origin
    self.isBinder = isBinder
    if let root { visit(root, grammar, path: "") }
    lines.sort { $0.position < $1.position }
  }

  /// `file:line:column: path: what became of it`, in the order of the file.
  package var text: String {
    lines.map { line in
      let position = line.position
      let place = position.line > 0 ? "\(position.file):\(position.line):\(position.column)" : position.file
      return harmless("\(place): \(line.path): \(line.fate)") + "\n"
    }.joined() + (omitted > 0 ? "and \(omitted) more\n" : "")
  }

  private mutating func visit(_ node: YAMLNode, _ grammar: Grammar, path: String) {
    guard case .mapping(let entries) = node.content else { return }
    var first: [Int: YAMLEntry] = [:]
    for entry in entries {
      let name = path.isEmpty ? entry.key : "\(path).\(entry.key)"
      guard let index = grammar.index(of: entry.key, ignoringCase: isBinder) else {
        note(entry, SecretMask.isShown(entry.key, in: grammar) ? name : path, "not known, not read")
        continue
      }
      guard first[index] == nil else {
        note(entry, name, "stands twice")
        continue
      }
      first[index] = entry
      let key = grammar.keys[index]
      if let condition = key.condition, !applies(condition, entries) {
        note(entry, name, "not read, as '\(condition.key)' is \(condition.holds ? "not " : "")\(condition.value)")
        continue
      }
      note(entry, name, fate(of: key))
      descend(entry.value, key.kind, entries, path: name)
    }
  }

  private mutating func descend(_ node: YAMLNode, _ kind: Grammar.Kind, _ siblings: [YAMLEntry], path: String) {
    switch kind {
    case .mapping(let inner): visit(node, inner, path: path)
    case .list(let inner), .longList(let inner): visitItems(of: node, inner, path: path)
    case .resources(let typeKey):
      let name = siblings.first { $0.key == typeKey }?.value.scalar ?? ""
      if let inner = ResourceTypes.named(name).flatMap(Grammar.resource(of:)) {
        visitItems(of: node, inner, path: path)
      }
    default: break
    }
  }

  private mutating func visitItems(of node: YAMLNode, _ grammar: Grammar, path: String) {
    guard case .sequence(let items) = node.content else { return }
    for (index, item) in items.enumerated() { visit(item, grammar, path: "\(path)[\(index)]") }
  }

  private func applies(_ condition: Grammar.Condition, _ entries: [YAMLEntry]) -> Bool {
    let value = entries.first { $0.key == condition.key || isBinder && $0.key.equalsIgnoringCase(condition.key) }?
      .value.scalar
    let isValue = isBinder ? value?.equalsIgnoringCase(condition.value) == true : value == condition.value
    return isValue == condition.holds
  }

  private func fate(of key: Grammar.Key) -> String {
    var fate =
      switch key.standing {
      case .read: "read: \(key.meaning)"
      case .ownExtension: "read, Swath's own: \(key.meaning)"
      case .withoutEffect(let why): "no effect: \(why)"
      }
    if let instead = key.deprecated { fate += "; deprecated: \(instead)" }
    if let promitor = key.promitor { fate += "; Promitor \(promitor)" }
    return fate
  }

  private mutating func note(_ entry: YAMLEntry, _ path: String, _ fate: String) {
    guard lines.count < Self.limit else { return omitted += 1 }
    lines.append((origin.position(entry.keyMark), path, fate))
  }
}
