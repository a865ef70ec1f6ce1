package import Formats

extension RuntimeSettings {
  /// What a runtime file comes to under the environment's overrides, as Promitor's agents show it: the keys of the
  /// tables alone, those that are absent with what they read as where that is a value, without secrets.
  package static func document(_ text: [UInt8]?, environment: [String: String]) -> JSONValue {
    var overrides = RuntimeOverrides()
    let root = text.flatMap { try? YAMLDocument.read($0).root }
    let written = root?.scalar?.isBlank == true ? nil : root
    let tree = overrides.applied(to: written, environment: environment)
    let reader = GrammarReader(origin: Origin(file: "", variables: overrides.variables), isBinder: true)
    var diagnostics = Diagnostics()
    return document(tree.flatMap { reader.section($0, .runtime, &diagnostics) }, .runtime)
  }

  private static func document(_ section: Section?, _ grammar: Grammar) -> JSONValue {
    .object(
      grammar.keys.compactMap { key in
        value(section, key).map { .init(key.name, $0) }
      })
  }

  private static func value(_ section: Section?, _ key: Grammar.Key) -> JSONValue? {
    switch key.kind {
    case .mapping(let inner): return section?.section(key.name).map { document($0, inner) }
    case .list(let inner):
      guard let items = section?.sections(key.name), !items.isEmpty else { return nil }
      return .array(items.map { document($0, inner) })
    default: break
    }
    guard let section, section.has(key.name) else { return absent(key) }
    switch key.kind {
    case .integer: return section.integer(key.name).map { .number(Double($0)) }
    case .number: return section.number(key.name).map { $0.isFinite ? .number($0) : .string("\($0)") }
    case .boolean: return section.boolean(key.name).map(JSONValue.boolean)
    case .textList: return .array(section.texts(key.name).map(JSONValue.string))
    case .timeSpan:
      return (section.seconds(key.name).map(TimeSpan.text) ?? section.text(key.name)).map(JSONValue.string)
    default: return section.text(key.name).map { .string(SecretMask.isSecret(key.name) ? "***" : $0) }
    }
  }

  /// The value that an absent key reads as; nil where there is none.
  private static func absent(_ key: Grammar.Key) -> JSONValue? {
    let text: String
    switch key.presence {
    case .fallback(let word), .inherited(let word): text = word
    case .required, .optional: return nil
    }
    switch key.kind {
    case .integer: return Int(text).map { .number(Double($0)) }
    case .boolean: return text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
    case .choice(let words, _): return words.contains(text) ? .string(text) : nil
    default: return nil
    }
  }
}
