import Formats

/// The environment variables that change the runtime file, applied to its tree.
///
/// `__` divides levels, case does not count, list items are named by their index. A later source outranks an earlier:
/// the file, variables by bare name, `PROMITOR_…`, `PROMITOR_YAML_OVERRIDE_…`.
struct RuntimeOverrides {
  /// The names of the variables that were applied; a node's mark holds the index.
  private(set) var variables: [String] = []

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
    var tree = root
    for (name, path) in sources.joined() where !path.contains("") {
      let mark = Origin.mark(ofVariable: variables.count)
      variables.append(name)
      tree = Self.set(path[...], in: tree, to: YAMLNode(.scalar(environment[name] ?? ""), mark: mark), mark)
    }
    return tree
  }

  private static func path(_ name: Substring) -> [String] {
    var (parts, rest) = ([String](), name)
    while let separator = rest.firstRange(of: "__") {
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

  /// The node with the value at the path; whatever is in the way gives way.
  private static func set(_ path: ArraySlice<String>, in node: YAMLNode?, to value: YAMLNode, _ mark: YAMLMark)
    -> YAMLNode
  {
    guard let name = path.first else { return value }
    let rest = path.dropFirst()
    switch node?.content {
    case .mapping(var entries):
      if let index = entries.firstIndex(where: { $0.key.equalsIgnoringCase(name) }) {
        entries[index].value = set(rest, in: entries[index].value, to: value, mark)
      } else {
        entries.append(YAMLEntry(key: name, keyMark: mark, value: set(rest, in: nil, to: value, mark)))
      }
      return YAMLNode(.mapping(entries), mark: node?.mark ?? mark)
    case .sequence(var items):
      guard let index = Int(name), index >= 0 else { break }
      if index < items.count {
        items[index] = set(rest, in: items[index], to: value, mark)
      } else {
        items.append(set(rest, in: nil, to: value, mark))
      }
      return YAMLNode(.sequence(items), mark: node?.mark ?? mark)
    case .scalar, nil: break
    }
    let inner = set(rest, in: nil, to: value, mark)
    // A number names the item of a list: no key of the file is one.
    if Int(name) != nil { return YAMLNode(.sequence([inner]), mark: mark) }
    return YAMLNode(.mapping([YAMLEntry(key: name, keyMark: mark, value: inner)]), mark: mark)
  }
}

extension String {
  fileprivate func starts(with prefix: String, ignoringCase: Bool) -> Bool {
    String(self.prefix(prefix.count)).equalsIgnoringCase(prefix)
  }
}
