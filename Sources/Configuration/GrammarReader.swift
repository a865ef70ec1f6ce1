import Catalog
import Formats

/// Holds a YAML tree against the tables and reports whatever does not fit.
struct GrammarReader {
  let origin: Origin
  /// As .NET's configuration binder reads: keys and words in any case, and a blank value is an absent one.
  let isBinder: Bool

  /// The checked mapping; nil, and an error, where the node is none.
  func section(_ node: YAMLNode, _ grammar: Grammar, _ diagnostics: inout Diagnostics) -> Section? {
    guard case .mapping(let entries) = node.content else {
      report(
        .wrongKind, at: node.mark, "\(grammar.name) must be a mapping, but is \(Self.kind(of: node))",
        help: "write keys below it: \(Self.listed(grammar))", &diagnostics)
      return nil
    }
    var section = Section(grammar, at: node.mark, of: origin)
    var given = Given(entries: entries, places: Array(repeating: nil, count: grammar.keys.count))
    for (place, entry) in entries.enumerated() {
      guard let index = grammar.index(of: entry.key, ignoringCase: isBinder) else {
        reportUnknown(entry, grammar, &diagnostics)
        continue
      }
      if let first = given[index] {
        report(
          .duplicateKey, at: entry.keyMark,
          "\(quoted(entry.key)) and \(quoted(first.key)) are one key here, because case does not count",
          help: "remove one of the two", &diagnostics)
      } else {
        given.places[index] = place
      }
    }
    for index in grammar.keys.indices where given.places[index] != nil || grammar.mattersWhenAbsent[index] {
      let key = grammar.keys[index]
      guard applies(key, grammar, given) else {
        if let entry = given[index] { reportNotRead(entry, key, grammar, &diagnostics) }
        continue
      }
      if let entry = given[index] {
        if let instead = key.deprecated {
          report(
            .deprecatedKey, at: entry.keyMark, "'\(key.name)' in \(grammar.name) is deprecated", help: instead,
            &diagnostics)
        }
        let count = diagnostics.count
        let value = value(entry, key, grammar, given, &diagnostics)
        if value != nil || diagnostics.count > count {
          section.set(index, value, at: entry.value.mark)
          continue
        }
      }
      // No value, and no word about it: a blank one is as good as none.
      let mark = given[index]?.value.mark ?? node.mark
      if case .required = key.presence {
        reportMissing(key, in: grammar, at: mark, &diagnostics)
      } else if case .fallback(let text) = key.presence {
        let entry = YAMLEntry(key: key.name, keyMark: mark, value: YAMLNode(.scalar(text), mark: mark))
        section.set(index, value(entry, key, grammar, given, &diagnostics), at: mark)
      }
    }
    return section
  }

  /// The entries of a mapping by the places of their keys in the table.
  private struct Given {
    let entries: [YAMLEntry]
    var places: [Int?]

    subscript(index: Int) -> YAMLEntry? { places[index].map { entries[$0] } }
  }

  /// Whether the key is read beside the values of the keys that it depends on.
  private func applies(_ key: Grammar.Key, _ grammar: Grammar, _ given: Given) -> Bool {
    guard let condition = key.condition, let index = grammar.index(of: condition.key) else { return true }
    let scalar = given[index]?.value.scalar
    let isValue = isBinder ? scalar?.equalsIgnoringCase(condition.value) == true : scalar == condition.value
    return isValue == condition.holds
  }

  private func value(
    _ entry: YAMLEntry, _ key: Grammar.Key, _ grammar: Grammar, _ given: Given,
    _ diagnostics: inout Diagnostics
  ) -> Section.Value? {
    let node = entry.value
    switch key.kind {
    case .mapping(let inner):
      if let text = node.scalar {
        return reportNoMapping(text, node, key, grammar, &diagnostics)
      }
      return section(node, inner, &diagnostics).map { .section($0) }
    case .list(let inner):
      return list(node, key, &diagnostics) { item, diagnostics in section(item, inner, &diagnostics) }
    case .longList:
      if case .sequence(let nodes) = node.content { return .nodes(nodes) }
      return list(node, key, &diagnostics) { _, _ in nil }
    case .resources(let typeKey):
      // A type that is not known is reported at its own key; its resources cannot be judged.
      guard let index = grammar.index(of: typeKey), let name = given[index]?.value.scalar,
        let type = ResourceTypes.named(name), let inner = Grammar.resource(of: type)
      else { return .sections([]) }
      return list(node, key, &diagnostics) { item, diagnostics in section(item, inner, &diagnostics) }
    case .stringMap:
      return pairs(node, key, &diagnostics)
    case .textList:
      return texts(node, key, &diagnostics)
    default:
      guard let text = node.scalar else {
        report(
          .wrongKind, at: node.mark, "'\(key.name)' must be a text, but is \(Self.kind(of: node))",
          help: "write \(key.kind.described) behind '\(key.name):'", &diagnostics)
        return nil
      }
      if text.isBlank {
        if key.refusesBlank {
          report(
            .blankValue, at: node.mark, "'\(key.name)' in \(grammar.name) is blank",
            help: "write a value: \(key.meaning)",
            &diagnostics)
          return nil
        }
        if isBinder, !key.kind.isText { return nil }
      }
      return scalar(text, node, key, &diagnostics)
    }
  }

  private func scalar(_ text: String, _ node: YAMLNode, _ key: Grammar.Key, _ diagnostics: inout Diagnostics)
    -> Section.Value?
  {
    do {
      return try key.kind.value(of: text, ignoringCase: isBinder)
    } catch {
      var mark = node.mark
      // Within a text of one line the fault's own column is known; what comes from a variable has none.
      if let offset = error.offset, mark.line > 0 { mark.column += UInt32(offset + (node.isQuoted ? 1 : 0)) }
      let rule = key.isForgiving && error.rule == .badValue ? .ignoredValue : error.rule
      report(
        rule, at: mark, error.namesItself ? error.message() : "'\(key.name)': \(error.message())",
        help: error.remedy(), &diagnostics)
      return nil
    }
  }

  private func list(
    _ node: YAMLNode, _ key: Grammar.Key, _ diagnostics: inout Diagnostics,
    _ item: (YAMLNode, inout Diagnostics) -> Section?
  ) -> Section.Value? {
    switch node.content {
    case .sequence(let nodes):
      let sections = nodes.compactMap { item($0, &diagnostics) }
      return sections.isEmpty && !nodes.isEmpty ? nil : .sections(sections)
    case .scalar(let text) where text.isBlank && !node.isQuoted:
      if case .required = key.presence { break }
      return .sections([])
    default: break
    }
    report(
      .wrongKind, at: node.mark, "'\(key.name)' must be a list, but is \(Self.kind(of: node))",
      help: "put '- ' before each item", &diagnostics)
    return nil
  }

  private func texts(_ node: YAMLNode, _ key: Grammar.Key, _ diagnostics: inout Diagnostics) -> Section.Value? {
    switch node.content {
    case .sequence(let nodes):
      return .texts(
        nodes.compactMap { item in
          if let text = item.scalar, !text.isBlank { return text }
          report(
            .wrongKind, at: item.mark, "an item of '\(key.name)' must be a text, but is \(Self.kind(of: item))",
            help: "write one text behind each '- '", &diagnostics)
          return nil
        })
    case .scalar(let text) where text.isBlank: return .texts([])
    default:
      report(
        .wrongKind, at: node.mark, "'\(key.name)' must be a list of texts, but is \(Self.kind(of: node))",
        help: "put '- ' before each item", &diagnostics)
      return nil
    }
  }

  /// Every metric inherits the default labels, so without a bound they would multiply.
  private static let pairLimit = 200

  private func pairs(_ node: YAMLNode, _ key: Grammar.Key, _ diagnostics: inout Diagnostics) -> Section.Value? {
    switch node.content {
    case .mapping(let entries):
      guard entries.count <= Self.pairLimit else {
        report(
          .excessive, at: node.mark, "'\(key.name)' has \(entries.count) entries; \(Self.pairLimit) are the most",
          help: "keep those that somebody reads", &diagnostics)
        return nil
      }
      return .pairs(
        entries.compactMap { entry in
          if let text = entry.value.scalar { return .init(name: entry.key, value: text, mark: entry.keyMark) }
          report(
            .wrongKind, at: entry.value.mark,
            "\(quoted(entry.key)) in \(key.name) must be a text, but is \(Self.kind(of: entry.value))",
            help: "write one text behind the name", &diagnostics)
          return nil
        })
    case .scalar(let text) where text.isBlank: return .pairs([])
    default:
      report(
        .wrongKind, at: node.mark, "'\(key.name)' must be a mapping of names to texts, but is \(Self.kind(of: node))",
        help: "write 'name: text' lines below it", &diagnostics)
      return nil
    }
  }
}

// MARK: Reports

extension GrammarReader {
  private func report(
    _ rule: Rule, at mark: YAMLMark, _ message: @autoclosure () -> String, help: @autoclosure () -> String,
    _ diagnostics: inout Diagnostics
  ) {
    diagnostics.report(rule, at: origin.position(mark), message(), help: help())
  }

  private func reportUnknown(_ entry: YAMLEntry, _ grammar: Grammar, _ diagnostics: inout Diagnostics) {
    report(
      .unknownKey, at: entry.keyMark, "\(grammar.name) has no key \(quoted(entry.key)), so it is not read",
      help: Suggestion.help(
        for: entry.key, in: grammar.keys.lazy.map(\.name), else: "remove it; known here: \(Self.listed(grammar))"),
      &diagnostics)
  }

  private func reportMissing(
    _ key: Grammar.Key, in grammar: Grammar, at mark: YAMLMark, _ diagnostics: inout Diagnostics
  ) {
    report(
      .missingKey, at: mark, "'\(key.name)' is missing in \(grammar.name)", help: "add '\(key.name):' (\(key.meaning))",
      &diagnostics)
  }

  private func reportNotRead(
    _ entry: YAMLEntry, _ key: Grammar.Key, _ grammar: Grammar, _ diagnostics: inout Diagnostics
  ) {
    guard let condition = key.condition else { return }
    let relation = condition.holds ? "only read where" : "not read where"
    report(
      .notRead, at: entry.keyMark, "'\(key.name)' is \(relation) '\(condition.key)' is \(condition.value)",
      help: "remove it, or change '\(condition.key)'", &diagnostics)
  }

  /// A text where a mapping belongs is an absent mapping to Promitor, so it is an error only where one is required.
  private func reportNoMapping(
    _ text: String, _ node: YAMLNode, _ key: Grammar.Key, _ grammar: Grammar, _ diagnostics: inout Diagnostics
  ) -> Section.Value? {
    if case .required = key.presence {
      if text.isBlank {
        reportMissing(key, in: grammar, at: node.mark, &diagnostics)
      } else {
        report(
          .wrongKind, at: node.mark, "'\(key.name)' must be a mapping, but is a text",
          help: "write keys below '\(key.name):'", &diagnostics)
      }
    } else if !text.isBlank {
      report(
        .ignoredValue, at: node.mark, "'\(key.name)' must be a mapping, but is a text, so it is not read",
        help: "write keys below '\(key.name):', or remove it", &diagnostics)
    }
    return nil
  }

  private static func kind(of node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text): text.isBlank ? "empty" : "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  private static func listed(_ grammar: Grammar) -> String { grammar.keys.map(\.name).joined(separator: ", ") }
}
