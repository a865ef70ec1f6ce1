import Formats

/// Why a text is no value of a kind.
struct ScalarFault: Error {
  let rule: Rule
  /// Made where they are wanted: of more faults than anybody reads, they are not.
  let message, remedy: @Sendable () -> String
  /// Scalars from the start of the text to the fault, where that is known.
  let offset: Int?
  /// Whether the message says of which key it speaks.
  let namesItself: Bool

  init(
    rule: Rule = .badValue, message: @escaping @autoclosure @Sendable () -> String,
    remedy: @escaping @autoclosure @Sendable () -> String, offset: Int? = nil, namesItself: Bool = false
  ) {
    self.rule = rule
    self.message = message
    self.remedy = remedy
    self.offset = offset
    self.namesItself = namesItself
  }
}

extension Grammar.Kind {
  /// Whether any text is a value.
  var isText: Bool {
    if case .text = self { true } else { false }
  }

  /// What may stand in the place, for messages and references.
  package var described: String {
    switch self {
    case .text: "a text"
    case .integer(let range): "a whole number" + (range.map { " in \(Self.shown($0))" } ?? "")
    case .number: "a number"
    case .boolean: "true or false"
    case .timeSpan(let word): "a length of time as hh:mm:ss" + (word.map { ", or \($0)" } ?? "")
    case .cron: "a cron expression"
    case .choice(let words, _): words.count == 1 ? words[0] : "one of \(words.joined(separator: ", "))"
    case .resourceType: "a resource type"
    case .url: "an absolute address"
    case .mapping: "a mapping"
    case .list, .longList, .resources: "a list of mappings"
    case .stringMap: "a mapping of names to texts"
    case .textList(let word): "a list of texts" + (word.map { ", or \($0)" } ?? "")
    case .predicate: "a condition in KQL"
    }
  }

  private static func shown(_ range: ClosedRange<Int>) -> String {
    range.upperBound == .max ? "\(range.lowerBound) and above" : "\(range.lowerBound)–\(range.upperBound)"
  }

  /// The value that a text stands for; only for kinds that are one text.
  func value(of text: String, ignoringCase: Bool) throws(ScalarFault) -> Section.Value {
    switch self {
    case .text: return .text(text)
    case .integer(let range): return .integer(try Self.integer(text, range))
    case .number:
      guard let number = Self.number(text) else { throw fault("\(quoted(text)) is no number") }
      return .number(number)
    case .boolean:
      for (word, value) in [("true", true), ("false", false)] where text.trimmed.equalsIgnoringCase(word) {
        return .boolean(value)
      }
      throw fault("\(quoted(text)) is neither true nor false")
    case .timeSpan(let word):
      if let word, text.equalsIgnoringCase(word) { return .text(word) }
      guard let seconds = TimeSpan.seconds(text) else {
        throw ScalarFault(
          message: "\(quoted(text)) is no length of time",
          remedy: "write it as hh:mm:ss, such as 00:05:00 for five minutes" + (word.map { ", or \($0)" } ?? ""))
      }
      return .seconds(seconds)
    case .cron:
      do {
        return .schedule(try CronSchedule(text))
      } catch {
        throw ScalarFault(
          message: error.message, remedy: "write it like '0 */5 * ? * *', which is every five minutes",
          offset: error.offset)
      }
    case .choice(let words, let numbered):
      if let word = words.first(where: { $0 == text || ignoringCase && $0.equalsIgnoringCase(text) }) {
        return .text(word)
      }
      if numbered, let number = Int(text), words.indices.contains(number) { return .text(words[number]) }
      throw ScalarFault(
        message: "\(quoted(text)) is not \(described)",
        remedy: Suggestion.help(for: text, in: words, else: "write \(described)"))
    case .resourceType: return .resourceType(try ResourceTypes.checked(text, ignoringCase: ignoringCase))
    case .url(let guarded):
      try Address.check(text, guarded: guarded)
      return .text(text)
    case .predicate:
      do {
        try PredicateCheck.check(text)
      } catch {
        throw ScalarFault(rule: .badPredicate, message: error.message, remedy: error.remedy)
      }
      return .text(text.trimmed)
    case .mapping, .list, .longList, .resources, .stringMap, .textList:
      preconditionFailure("a \(described) is not one text")
    }
  }

  private func fault(_ message: String) -> ScalarFault {
    ScalarFault(message: message, remedy: "write \(described)")
  }

  private static func integer(_ text: String, _ range: ClosedRange<Int>?) throws(ScalarFault) -> Int {
    guard let number = Int(text.trimmed), Int32(exactly: number) != nil else {
      throw Grammar.Kind.integer(range).fault("\(quoted(text)) is no whole number")
    }
    if let range, !range.contains(number) {
      throw ScalarFault(
        rule: .outOfRange, message: "\(number) is not in \(shown(range))", remedy: "write a number in that range")
    }
    return number
  }

  /// .NET's spellings of numbers: hexadecimal forms, which Swift reads too, are none.
  private static func number(_ text: String) -> Double? {
    let text = text.trimmed
    if text.equalsIgnoringCase("NaN") { return .nan }
    for (word, value) in [
      ("Infinity", Double.infinity), ("-Infinity", -.infinity), ("∞", .infinity), ("-∞", -.infinity),
    ]
    where text.equalsIgnoringCase(word) {
      return value
    }
    guard text.utf8.allSatisfy({ $0 &- 0x30 < 10 || "+-.eE".utf8.contains($0) }) else { return nil }
    return Double(text)
  }
}

extension String {
  /// Without the blanks around it.
  var trimmed: String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }
    var rest = utf8[...].drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(Substring(rest))
  }

  /// Whether a text is part of it, byte for byte: to look for characters takes long where many combine.
  func holds(_ part: String) -> Bool { utf8.firstRange(of: part.utf8) != nil }
}
