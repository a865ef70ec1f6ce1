import Catalog
import Formats

/// Holds a YAML tree against the tables and reports whatever does not fit.
struct GrammarReader {
  let origin: Origin
  /// As .NET's configuration binder reads: keys and words in any case, and a blank value is an absent one.
  let isBinder: Bool
  private let schedules = Schedules()

  /// The schedules of the file by their texts, because most metrics have one of a few.
  private final class Schedules {
    var known: [String: Section.Value] = [:]
  }

  init(origin: Origin, isBinder: Bool) {
    self.origin = origin
    self.isBinder = isBinder
  }

  /// The checked mapping; nil, and an error, where the node is none.
  func section(_ node: YAMLNode, _ grammar: Grammar, _ diagnostics: inout Diagnostics) -> Section? {
    guard case .mapping(let entries) = node.content else {
      report(
        .wrongKind, at: node.mark, "\(grammar.name) must be a mapping, but is \(Self.kind(of: node))",
        help: "write keys below it: \(Self.listed(grammar))", &diagnostics)
      return nil
    }
    var section = Section(grammar, at: node.mark, of: origin, count: entries.count)
    // Bit n stands for the key of place n.
    var given: UInt64 = 0
    for place in entries.indices {
      let name = entries[place].key
      guard let index = grammar.index(of: name, ignoringCase: isBinder) else {
        reportUnknown(entries[place], grammar, &diagnostics)
        continue
      }
      guard given & 1 << UInt64(index) == 0 else {
        reportDuplicate(of: entries[place], index, grammar, entries, &diagnostics)
        continue
      }
      given |= 1 << UInt64(index)
      let key = grammar.keys[index]
      guard applies(key, grammar, entries) else {
        reportNotRead(entries[place], key, grammar, &diagnostics)
        continue
      }
      if let instead = key.deprecated {
        report(
          .deprecatedKey, at: entries[place].keyMark, "'\(key.name)' in \(grammar.name) is deprecated", help: instead,
          &diagnostics)
      }
      let count = diagnostics.count
      let value = value(entries[place].value, key, grammar, entries, &diagnostics)
      if value != nil || diagnostics.count > count {
        section.set(index, value, at: entries[place].value.mark)
      } else {
        // No value, and no word about it: a blank one is as good as none.
        setAbsent(index, in: &section, grammar, entries, at: entries[place].value.mark, &diagnostics)
      }
    }
    for index in grammar.keys.indices where grammar.mattersWhenAbsent[index] && given & 1 << UInt64(index) == 0 {
      guard applies(grammar.keys[index], grammar, entries) else { continue }
      setAbsent(index, in: &section, grammar, entries, at: node.mark, &diagnostics)
    }
    return section
  }

  /// Gives a key that has no value what its absence means.
  private func setAbsent(
    _ index: Int, in section: inout Section, _ grammar: Grammar, _ entries: [YAMLEntry], at mark: YAMLMark,
    _ diagnostics: inout Diagnostics
  ) {
    let key = grammar.keys[index]
    if case .required = key.presence {
      reportMissing(key, in: grammar, at: mark, &diagnostics)
    } else if case .fallback(let text) = key.presence {
      let node = YAMLNode(.scalar(text), mark: mark)
      section.set(index, value(node, key, grammar, entries, &diagnostics), at: mark)
    }
  }

  /// The first entry of the key at this place of the table; nil where it is absent.
  private func entry(of index: Int, _ grammar: Grammar, among entries: [YAMLEntry]) -> YAMLEntry? {
    entries.first { grammar.index(of: $0.key, ignoringCase: isBinder) == index }
  }

  /// Whether the key is read beside the values of the keys that it depends on.
  private func applies(_ key: Grammar.Key, _ grammar: Grammar, _ entries: [YAMLEntry]) -> Bool {
    guard let condition = key.condition, let index = grammar.index(of: condition.key) else { return true }
    let scalar = entry(of: index, grammar, among: entries)?.value.scalar
    let isValue = isBinder ? scalar?.equalsIgnoringCase(condition.value) == true : scalar == condition.value
    return isValue == condition.holds
  }

  private func value(
    _ node: YAMLNode, _ key: Grammar.Key, _ grammar: Grammar, _ entries: [YAMLEntry], _ diagnostics: inout Diagnostics
  ) -> Section.Value? {
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
      guard let index = grammar.index(of: typeKey),
        let name = entry(of: index, grammar, among: entries)?.value.scalar,
        let type = ResourceTypes.named(name), let inner = Grammar.resource(of: type)
      else { return .sections([]) }
      return list(node, key, &diagnostics) { item, diagnostics in section(item, inner, &diagnostics) }
    case .stringMap:
      return pairs(node, key, &diagnostics)
    case .textList(let word):
      if let word, node.scalar?.equalsIgnoringCase(word) == true { return .texts([word]) }
      return texts(node, key, orWord: word, &diagnostics)
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
      guard case .cron = key.kind else { return try key.kind.value(of: text, ignoringCase: isBinder) }
      if let known = schedules.known[text] { return known }
      let value = try key.kind.value(of: text, ignoringCase: isBinder)
      schedules.known[text] = value
      return value
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

  private func texts(
    _ node: YAMLNode, _ key: Grammar.Key, orWord word: String?, _ diagnostics: inout Diagnostics
  ) -> Section.Value? {
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
        .wrongKind, at: node.mark, "'\(key.name)' must be \(key.kind.described), but is \(Self.kind(of: node))",
        help: "put '- ' before each item" + (word.map { ", or write \($0)" } ?? ""), &diagnostics)
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
    let name = SecretMask.isShown(entry.key, in: grammar) ? "key \(quoted(entry.key))" : "such key"
    report(
      .unknownKey, at: entry.keyMark, "\(grammar.name) has no \(name), so it is not read",
      help: Suggestion.help(
        for: entry.key, in: grammar.keys.lazy.map(\.name), else: "remove it; known here: \(Self.listed(grammar))"),
      &diagnostics)
  }

  private func reportDuplicate(
    of entry: YAMLEntry, _ index: Int, _ grammar: Grammar, _ entries: [YAMLEntry], _ diagnostics: inout Diagnostics
  ) {
    let first = self.entry(of: index, grammar, among: entries)?.key ?? entry.key
    report(
      .duplicateKey, at: entry.keyMark,
      "\(quoted(entry.key)) and \(quoted(first)) are one key here, because case does not count",
      help: "remove one of the two", &diagnostics)
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
