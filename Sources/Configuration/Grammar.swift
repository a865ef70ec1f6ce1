/// One mapping of a configuration file: the keys that it knows.
///
/// Readers, validation, references and property tests are all made from these tables; a key that is not in a table
/// does not exist. Tables and their rows are shared, because every mapping that is read refers to its own.
package final class Grammar: Sendable {
  /// The name by which messages and references speak of the mapping, such as `metricDefaults.scraping`.
  package let name: String
  /// In the order of the reference.
  package let keys: [Key]
  private let names: [String]
  private let lengths: [Int]
  /// For each key whether its absence needs a look: most keys of most mappings are absent.
  let mattersWhenAbsent: [Bool]

  init(_ name: String, _ keys: [Key]) {
    precondition(keys.count <= 64, "sets of keys are bits of a word")
    self.name = name
    self.keys = keys
    names = keys.map(\.name)
    lengths = names.map(\.utf8.count)
    mattersWhenAbsent = keys.map { key in
      switch key.presence {
      case .required, .fallback: true
      case .optional, .inherited: false
      }
    }
  }

  /// The place of a key in the table. Tables are short, and lengths tell most keys apart, so that looking through them
  /// is fastest.
  func index(of name: String, ignoringCase: Bool = false) -> Int? {
    let length = name.utf8.count
    for index in lengths.indices where lengths[index] == length && names[index] == name { return index }
    guard ignoringCase else { return nil }
    return names.firstIndex { $0.equalsIgnoringCase(name) }
  }
}

extension Grammar {
  /// A row of the table: one key.
  package final class Key: Sendable {
    package let name: String
    package let kind: Kind
    package let presence: Presence
    /// One line for references: what the key says.
    package let meaning: String
    private let traits: Traits

    /// What few keys have.
    private struct Traits: Sendable {
      var promitor: String?
      var deprecated: String?
      var standing = Standing.read
      var refusesBlank = false
      var isForgiving = false
      var condition: Condition?
    }

    private init(_ name: String, _ kind: Kind, _ presence: Presence, _ meaning: String, _ traits: Traits) {
      self.name = name
      self.kind = kind
      self.presence = presence
      self.meaning = meaning
      self.traits = traits
    }

    convenience init(_ name: String, _ kind: Kind, _ presence: Presence, _ meaning: String) {
      self.init(name, kind, presence, meaning, Traits())
    }

    convenience init(_ name: String, _ kind: Kind, _ meaning: String) {
      self.init(name, kind, .optional, meaning)
    }

    /// Where Promitor treats the key in a way that a reader would not expect: how.
    package var promitor: String? { traits.promitor }
    /// What to write instead, where the key is deprecated.
    package var deprecated: String? { traits.deprecated }
    package var standing: Standing { traits.standing }
    package var refusesBlank: Bool { traits.refusesBlank }
    /// Whether a value that cannot be read is passed over with a warning.
    package var isForgiving: Bool { traits.isForgiving }
    package var condition: Condition? { traits.condition }

    func promitor(_ text: String) -> Key { with { $0.promitor = text } }
    func deprecated(_ instead: String) -> Key { with { $0.deprecated = instead } }
    func standing(_ standing: Standing) -> Key { with { $0.standing = standing } }
    var notBlank: Key { with { $0.refusesBlank = true } }
    var forgiving: Key { with { $0.isForgiving = true } }
    /// Read only where another key of the mapping has, or has not, this value.
    func when(_ key: String, is value: String) -> Key { with { $0.condition = Condition(key, value, holds: true) } }
    func unless(_ key: String, is value: String) -> Key { with { $0.condition = Condition(key, value, holds: false) } }

    private func with(_ change: (inout Traits) -> Void) -> Key {
      var traits = traits
      change(&traits)
      return Key(name, kind, presence, meaning, traits)
    }
  }

  package enum Presence: Sendable {
    case required
    case optional
    /// Absent, it reads as this text.
    case fallback(String)
    /// Absent, it takes what stands elsewhere: described for references.
    case inherited(String)
  }

  /// What becomes of a key.
  package enum Standing: Sendable {
    case read
    /// Swath's own, unknown to Promitor.
    case ownExtension
    /// Accepted, without effect: why.
    case withoutEffect(String)
  }

  /// On which other key of the same mapping the reading of a key depends.
  package struct Condition: Sendable {
    package let key, value: String
    /// Whether the other key must have the value, or must not.
    package let holds: Bool

    init(_ key: String, _ value: String, holds: Bool) {
      self.key = key
      self.value = value
      self.holds = holds
    }
  }

  /// What a value is.
  package indirect enum Kind: Sendable {
    case text
    case integer(ClosedRange<Int>?)
    case number
    case boolean
    /// .NET's form, or the given word where there is one.
    case timeSpan(orWord: String?)
    case cron
    /// One of these words; where `numbered`, the number of one counts too, the first being 0.
    case choice([String], numbered: Bool)
    case resourceType
    /// An absolute address; `guarded` ones carry secrets, so that plain http is only for this machine.
    case url(guarded: Bool)
    case mapping(Grammar)
    case list(Grammar)
    /// A list of mappings, of which there can be so many that they are checked one at a time.
    case longList(Grammar)
    /// The resources of a metric, each in the mapping of the type that this other key names.
    case resources(typeKey: String)
    case stringMap
    /// A list of texts, without blank ones; or the given word where there is one.
    case textList(orWord: String?)
    /// A condition in KQL, which must stay one in brackets.
    case predicate

    static let integer = Kind.integer(nil)
    static let timeSpan = Kind.timeSpan(orWord: nil)
    static let url = Kind.url(guarded: false)
    static let textList = Kind.textList(orWord: nil)
    static func choice(_ words: [String]) -> Kind { .choice(words, numbered: false) }
  }
}

extension String {
  /// ASCII letters in either case are equal, as keys of .NET's configuration are.
  func equalsIgnoringCase(_ other: String) -> Bool {
    utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { $0 == $1 || ($0 ^ $1 == 0x20 && ($0 | 0x20) &- 0x61 < 26) }
  }

  /// One spelling for all texts that are equal but for the case of ASCII letters.
  var caseFolded: String { String(decoding: utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self) }
}
