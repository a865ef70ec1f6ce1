import Formats

/// The environment variables that change the runtime file, applied to its tree.
///
/// `__` divides levels, case does not count, list items are named by their index. A later source outranks an earlier:
/// the file, variables by bare name, `PROMITOR_…`, `PROMITOR_YAML_OVERRIDE_…`.
struct RuntimeOverrides {
  /// The names of the variables that were applied; a node's mark holds the index.
  private(set) var variables: [String] = []
  /// Whether there are more variables than anybody sets; none of them is applied then.
  private(set) var isExcessive = false

  /// Finding the place of one takes as long as there are others.
  static let limit = 1_000

  /// The tree with every variable applied; nil where there is neither tree nor variable.
  mutating func applied(to root: YAMLNode?, environment: [String: String]) -> YAMLNode? {
    let prefix = "PROMITOR_", override = "PROMITOR_YAML_OVERRIDE_"
    // Sorted, so that two spellings of one name always end the same way.
    let names = environment.keys.filter { $0.contains("__") }.sorted()
    var sources: [[(variable: String, path: [String])]] = [[], [], []]
    for name in names {
      if name.starts(with: override, ignoringCase: true) {
        sources[2].append((name, Self.path(name.dropFirst(override.count))))
      } else if name.starts(with: prefix, ignoringCase: true) {
        sources[1].append((name, Self.path(name.dropFirst(prefix.count))))
      } else {
        // Any program's variable may hold `__`, so a bare name counts only where it leads to a known key.
        let path = Self.path(name[...])
        if Self.isKnown(path) { sources[0].append((name, path)) }
      }
    }
    // What is no mapping is reported as that, not covered up.
    switch root?.content {
    case .sequence?, .scalar?: return root
    case .mapping?, nil: break
    }
    let applicable = sources.joined().filter { !$0.path.contains("") }
    isExcessive = applicable.count > Self.limit
    if isExcessive { return root }
    var tree = root ?? YAMLNode(.scalar(""), mark: Origin.mark(ofVariable: 0))
    for (name, path) in applicable {
      let mark = Origin.mark(ofVariable: variables.count)
      variables.append(name)
      Self.set(path[...], in: &tree, to: YAMLNode(.scalar(environment[name] ?? ""), mark: mark), mark)
    }
    return root == nil && variables.isEmpty ? nil : tree
  }

  /// No table lies deeper. What is left over stays one name, which no table knows.
  private static let depth = 16

  private static func path(_ name: Substring) -> [String] {
    var (parts, rest) = ([String](), name)
    while parts.count < depth, let separator = rest.utf8.firstRange(of: "__".utf8) {
      parts.append(String(rest[..<separator.lowerBound]))
      rest = rest[separator.upperBound...]
    }
    return parts + [String(rest)]
  }

  private static func isKnown(_ path: [String]) -> Bool {
    var grammar: Grammar? = .runtime
    for part in path {
      guard let table = grammar else { return true }
      guard let index = table.index(of: part, ignoringCase: true) else { return false }
      if case .mapping(let inner) = table.keys[index].kind { grammar = inner } else { grammar = nil }
    }
    return true
  }

  /// Sets the value at the path below a node; whatever is in the way gives way.
  private static func set(_ path: ArraySlice<String>, in node: inout YAMLNode, to value: YAMLNode, _ mark: YAMLMark) {
    guard let name = path.first else { return node = value }
    let rest = path.dropFirst()
    switch node.content {
    case .mapping(var entries):
      // Nothing else holds the entries then, so that they are changed in place.
      node.content = .scalar("")
      if let index = entries.firstIndex(where: { $0.key.equalsIgnoringCase(name) }) {
        set(rest, in: &entries[index].value, to: value, mark)
      } else {
        entries.append(YAMLEntry(key: name, keyMark: mark, value: made(rest, value, mark)))
      }
      node.content = .mapping(entries)
    case .sequence(var items):
      guard let index = Int(name), index >= 0 else { return node = made(path, value, mark) }
      node.content = .scalar("")
      if index < items.count {
        set(rest, in: &items[index], to: value, mark)
      } else {
        items.append(made(rest, value, mark))
      }
      node.content = .sequence(items)
    case .scalar: node = made(path, value, mark)
    }
  }

  /// A tree of nothing but the value at the path.
  private static func made(_ path: ArraySlice<String>, _ value: YAMLNode, _ mark: YAMLMark) -> YAMLNode {
    path.reversed().reduce(value) { inner, name in
      // A number names the item of a list: no key of the file is one.
      Int(name) != nil
        ? YAMLNode(.sequence([inner]), mark: mark)
        : YAMLNode(.mapping([YAMLEntry(key: name, keyMark: mark, value: inner)]), mark: mark)
    }
  }
}

extension String {
  fileprivate func starts(with prefix: String, ignoringCase: Bool) -> Bool {
    String(self.prefix(prefix.count)).equalsIgnoringCase(prefix)
  }
}
