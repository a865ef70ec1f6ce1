import Catalog

/// Fills the pages about the configuration (`jobs/configuration.md`, `jobs/validation.md`) with what is made from the
/// tables. The rest of a page is written by hand, and stays as it is.
package enum ReferencePage {
  /// A page with its parts made anew, and the names of the parts that it has.
  ///
  /// A part stands between a line `<!-- made: NAME -->` and a line `<!-- end -->`; one whose name is not among `parts`
  /// is left as it is.
  package static func filled(_ page: String, with parts: [String: String]) -> (page: String, names: [String]) {
    var lines: [Substring] = []
    var names: [String] = []
    var isMade = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == end { isMade = false }
      if !isMade { lines.append(line) }
      guard line.hasPrefix(begin), line.hasSuffix(" -->") else { continue }
      let name = String(line.dropFirst(begin.count).dropLast(4))
      names.append(name)
      guard let part = parts[name] else { continue }
      lines += ["", part[...], ""]
      isMade = true
    }
    return (lines.joined(separator: "\n"), names)
  }

  private static let begin = "<!-- made: "
  private static let end = "<!-- end -->"

  /// The parts of the page about the files, by name; each without a line break at its end.
  package static var ofConfiguration: [String: String] {
    let places = GrammarPlaces(Grammar.declaration)
    return [
      "extensions": [places, GrammarPlaces(.discovery), GrammarPlaces(.runtime)].map(\.extensions).joined(),
      "declaration": places.sections,
      "resources": resources,
      "secret": MarkdownTable(Grammar.secret).text,
      "discovery": GrammarPlaces(.discovery).sections,
      "undiscoverable": undiscoverable,
      "runtime": GrammarPlaces(.runtime).sections,
    ].mapValues { $0.withoutLastBreak }
  }

  /// The parts of the page about validation, by name.
  package static var ofValidation: [String: String] {
    Dictionary(uniqueKeysWithValues: Rule.groups.map { ("rules of \($0.name)", rules($0.rules).withoutLastBreak) })
  }

  private static func rules(_ rules: [Rule]) -> String {
    var table = MarkdownTable("rule", "severity", "what it finds", "Promitor", "told by")
    for rule in rules {
      table.append(
        "`\(rule.id)`", rule.severity.rawValue, rule.meaning, rule.promitor,
        rule.isAdvice ? "`validate`" : "`validate`, `run`")
    }
    return table.text
  }

  private static var resources: String {
    var table = MarkdownTable("resource type", "key", "value", "if absent", "what it is")
    for type in ResourceType.all {
      guard let keys = Grammar.resource(of: type)?.keys.prefix(type.fields.count) else { continue }
      for (place, key) in keys.enumerated() {
        table.append(
          place == 0 ? "**\(type.name)**" : "", "`\(key.name)`", key.kind.words, key.absence, key.remarks)
      }
    }
    return table.text
  }

  private static var undiscoverable: String {
    ResourceType.all.filter { $0.discovery == nil }.map(\.name).joined(separator: ", ")
  }
}

/// Where the tables of a file stand in it: the paths of each, in the order of the file.
private struct GrammarPlaces {
  private var places: [(grammar: Grammar, paths: [String])] = []
  /// A line for each key that only Swath knows.
  private(set) var extensions = ""

  init(_ root: Grammar) {
    visit(root, path: "", isOwn: false)
  }

  private mutating func visit(_ grammar: Grammar, path: String, isOwn: Bool) {
    if let place = places.firstIndex(where: { $0.grammar === grammar }) {
      places[place].paths.append(path)
    } else {
      places.append((grammar, [path]))
    }
    for key in grammar.keys {
      let name = path.isEmpty ? key.name : "\(path).\(key.name)"
      var isOwn = isOwn
      if case .ownExtension = key.standing { isOwn = true }
      switch key.kind {
      case .mapping(let inner): visit(inner, path: name, isOwn: isOwn)
      case .list(let inner), .longList(let inner): visit(inner, path: "\(name)[]", isOwn: isOwn)
      default:
        if isOwn { extensions += "* `\(name)`: \(key.meaning) (\(key.kind.words); if absent, \(key.absence))\n" }
      }
    }
  }

  /// A section for each table.
  var sections: String {
    places.map { place in
      let paths = place.paths.map { $0.isEmpty ? "The whole file" : "`\($0)`" }
      return "### \(paths.joined(separator: ", "))\n\n" + MarkdownTable(place.grammar).text
    }.joined(separator: "\n")
  }
}

extension Grammar.Key {
  /// What the absence of the key means.
  fileprivate var absence: String {
    guard isRequired else { return absentMeans.map { "`\($0)`" } ?? "nothing" }
    guard let condition else { return "**required**" }
    return "**required** \(condition.holds ? "where" : "unless") `\(condition.key)` is \(condition.value)"
  }

  /// What the key says, and what there is to know of it.
  fileprivate var remarks: String {
    var remarks = meaning
    if refusesBlank, !isRequired { remarks += "; not blank" }
    if isForgiving { remarks += "; what cannot be read is passed over, with a warning" }
    switch standing {
    case .read: break
    case .ownExtension: remarks += ". **Swath's own**"
    case .withoutEffect(let why): remarks += ". **No effect**: \(why)"
    }
    if let deprecated { remarks += ". **Deprecated**: \(deprecated)" }
    return remarks
  }
}

extension Grammar.Kind {
  /// What may stand there.
  fileprivate var words: String {
    if case .choice(_, numbered: true) = self { "\(described), or its number from 0 on" } else { described }
  }
}

extension MarkdownTable {
  /// The keys of a mapping.
  fileprivate init(_ grammar: Grammar) {
    self.init("key", "value", "if absent", "what it says", "Promitor")
    for key in grammar.keys { append("`\(key.name)`", key.kind.words, key.absence, key.remarks, key.promitor ?? "") }
  }
}

extension String {
  fileprivate var withoutLastBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
