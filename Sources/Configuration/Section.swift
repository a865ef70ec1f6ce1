import Catalog
import Formats

/// A mapping that was held against its table: the values of its keys, each of the kind that the table demands.
///
/// Asking for a key that the table has not is a defect of Swath and ends the program.
struct Section: Sendable {
  let grammar: Grammar
  let origin: Origin
  private let mark: YAMLMark
  /// Of the keys that have a value, in the order of finding.
  private var slots: [Slot] = []
  /// The keys that were given a value which could not be read: bit n for that of place n.
  private var unreadable: UInt64 = 0

  private struct Slot {
    /// The place of the key in the table.
    var index: Int
    var value: Value
    var mark: YAMLMark
  }

  /// A checked value.
  enum Value: Sendable {
    case text(String)
    case resourceType(ResourceType)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    /// A time span.
    case seconds(Int)
    indirect case schedule(CronSchedule)
    indirect case section(Section)
    case sections([Section])
    /// The items of a long list, unchecked.
    case nodes([YAMLNode])
    case pairs([Pair])
    case texts([String])
  }

  /// An entry of a string map.
  struct Pair: Sendable {
    let name, value: String
    let mark: YAMLMark
  }

  /// - `count`: how many keys are there.
  init(_ grammar: Grammar, at mark: YAMLMark, of origin: Origin, count: Int) {
    self.grammar = grammar
    self.origin = origin
    self.mark = mark
    slots.reserveCapacity(count)
  }

  /// Sets the value of the key at this place of the table, once; nil where it is given but unreadable.
  mutating func set(_ index: Int, _ value: Value?, at mark: YAMLMark) {
    if let value {
      slots.append(Slot(index: index, value: value, mark: mark))
    } else {
      unreadable |= 1 << UInt64(index)
    }
  }

  /// Where the mapping stands.
  var position: SourcePosition { origin.position(mark) }

  /// Where the value of a key stands; where it is absent, where the mapping does.
  func position(of key: String) -> SourcePosition { origin.position(slot(key)?.mark ?? mark) }

  /// Where an entry of a string map stands.
  func position(of pair: Pair) -> SourcePosition { origin.position(pair.mark) }

  private func index(of key: String) -> Int {
    guard let index = grammar.index(of: key) else {
      preconditionFailure("the table of \(grammar.name) has no key \(key)")
    }
    return index
  }

  private func slot(_ key: String) -> Slot? {
    let index = index(of: key)
    return slots.firstIndex { $0.index == index }.map { slots[$0] }
  }

  /// Whether the key has a value that could be read.
  func has(_ key: String) -> Bool { slot(key) != nil }

  /// Whether the key has a value that could not be read, which is reported already.
  func isUnreadable(_ key: String) -> Bool { unreadable & 1 << UInt64(index(of: key)) != 0 }

  /// nil where absent or unreadable; may be "".
  func text(_ key: String) -> String? {
    if case .text(let text)? = slot(key)?.value { text } else { nil }
  }

  /// nil where absent or unknown.
  func resourceType(_ key: String) -> ResourceType? {
    if case .resourceType(let type)? = slot(key)?.value { type } else { nil }
  }

  /// nil where absent or blank.
  func word(_ key: String) -> String? {
    text(key).flatMap { $0.isBlank ? nil : $0 }
  }

  /// A whole number; nil where absent or unreadable.
  func integer(_ key: String) -> Int? {
    if case .integer(let number)? = slot(key)?.value { number } else { nil }
  }

  /// A number; nil where absent or unreadable.
  func number(_ key: String) -> Double? {
    if case .number(let number)? = slot(key)?.value { number } else { nil }
  }

  /// nil where absent or unreadable.
  func boolean(_ key: String) -> Bool? {
    if case .boolean(let value)? = slot(key)?.value { value } else { nil }
  }

  /// A time span in seconds; nil where absent or unreadable.
  func seconds(_ key: String) -> Int? {
    if case .seconds(let seconds)? = slot(key)?.value { seconds } else { nil }
  }

  /// A cron schedule; nil where absent or unreadable.
  func schedule(_ key: String) -> CronSchedule? {
    if case .schedule(let schedule)? = slot(key)?.value { schedule } else { nil }
  }

  /// A mapping; nil where absent or unreadable.
  func section(_ key: String) -> Section? {
    if case .section(let section)? = slot(key)?.value { section } else { nil }
  }

  /// A list of mappings, without those that are unreadable; empty where absent or unreadable.
  func sections(_ key: String) -> [Section] {
    if case .sections(let sections)? = slot(key)?.value { sections } else { [] }
  }

  /// The items of a long list, for the reader to check one at a time; empty where absent or unreadable.
  func nodes(_ key: String) -> [YAMLNode] {
    if case .nodes(let nodes)? = slot(key)?.value { nodes } else { [] }
  }

  /// A list of texts; empty where absent or unreadable.
  func texts(_ key: String) -> [String] {
    if case .texts(let texts)? = slot(key)?.value { texts } else { [] }
  }

  /// A number or time span above zero; nil, with a warning, where it is not.
  func positive(_ key: String, orZero: Bool = false, _ diagnostics: inout Diagnostics) -> Int? {
    guard let number = integer(key) ?? seconds(key) else { return nil }
    if number > 0 || orZero && number == 0 { return number }
    diagnostics.report(
      .ignoredValue, at: position(of: key), "'\(key)' must be above zero, so its default is used",
      help: "write a greater value, or remove it")
    return nil
  }

  /// A number in a range; nil, with a warning, where it is not.
  func number(_ key: String, in range: ClosedRange<Double>, _ diagnostics: inout Diagnostics) -> Double? {
    guard let number = number(key) else { return nil }
    if range.contains(number) { return number }
    diagnostics.report(
      .ignoredValue, at: position(of: key),
      "'\(key)' must be from \(range.lowerBound) to \(range.upperBound), so its default is used",
      help: "write another value, or remove it")
    return nil
  }

  /// A string map in the order of the file; empty where absent or unreadable.
  func pairs(_ key: String) -> [Pair] {
    if case .pairs(let pairs)? = slot(key)?.value { pairs } else { [] }
  }
}

extension String {
  /// Whether there is nothing but blanks in it.
  var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 &- 9 < 5 } }
}

/// What marks of a tree refer to: a file, and the environment variables that changed it.
final class Origin: Sendable {
  /// The name of the file.
  let name: String
  private let variables: [String]

  init(file: String, variables: [String] = []) {
    name = file
    self.variables = variables
  }

  /// The mark of nodes that came from the variable of this index.
  static func mark(ofVariable index: Int) -> YAMLMark { YAMLMark(line: 0, column: index) }

  func position(_ mark: YAMLMark) -> SourcePosition {
    guard mark.line == 0 else { return SourcePosition(file: name, line: Int(mark.line), column: Int(mark.column)) }
    let name = clipped(variables[Int(mark.column)], to: 200)
    return SourcePosition(file: "environment variable \(name)", line: 0, column: 0)
  }
}
