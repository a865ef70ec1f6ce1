internal import Model

/// Finds from where on a line must not be shown, because a secret stands there.
///
/// The text decides, not what was read of it: a line that is shown may be no YAML. So rather more is hidden than need
/// be: all behind a key of secrets to the end of the line, whatever it is, and all below one.
struct SecretMask {
  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// The keys whose values are secrets, in any file, lower-cased.
  private static let secrets = ["rawvalue", "instrumentationkey"].map { Array($0.utf8) }
  /// The keys whose values are mappings that hold a secret.
  private static let holders = ["sastoken"].map { Array($0.utf8) }
  /// What a holder may say in the open: where the secret is.
  private static let variable = Array("environmentvariable".utf8)

  /// So many bytes before a place are looked at, and so many lines above it: no secret is longer.
  private static let (bytesBefore, linesAbove) = (1024, 50)

  /// The first byte to hide of the line in which the place lies; nil where all of it can be shown.
  func hidden(around place: Int, end: Int) -> Int? {
    var start = place
    while start > 0, place - start < Self.bytesBefore, !isBreak(start - 1) { start -= 1 }
    let line = start..<end
    return [below(line), behind(line)].compactMap(\.self).min()
  }

  /// What to hide because a line above, of lesser indentation, has a key of secrets.
  private func below(_ line: Range<Int>) -> Int? {
    let content = indented(line)
    let indentation = content.lowerBound - line.lowerBound
    guard indentation > 0, let parent = parent(of: line, indentation: indentation) else { return nil }
    if occurrence(of: Self.secrets, in: parent) != nil { return content.lowerBound }
    guard occurrence(of: Self.holders, in: parent) != nil else { return nil }
    return isOpen(content) ? nil : afterKey(content)
  }

  /// What to hide because the line itself has a key of secrets.
  private func behind(_ line: Range<Int>) -> Int? {
    let secret = occurrence(of: Self.secrets, in: line)
    guard var value = occurrence(of: Self.holders, in: line) else { return secret }
    value = skippingBlanks(value, line.upperBound)
    guard value < line.upperBound, text[value] != UInt8(ascii: "#") else { return secret }
    guard text[value] == UInt8(ascii: "{") else { return min(value, secret ?? value) }
    let content = skippingBlanks(value + 1, line.upperBound)..<line.upperBound
    if content.isEmpty || text[content.lowerBound] == UInt8(ascii: "}") { return secret }
    let held = isOpen(content) ? separator(in: content) : afterKey(content)
    return [secret, held].compactMap(\.self).min()
  }

  /// Whether an unknown key of a mapping can be shown: where a secret must stand, what is taken for a key may be it.
  static func isShown(_ key: String, in grammar: Grammar) -> Bool {
    grammar !== Grammar.secret || key.utf8.allSatisfy(isOfKey)
  }

  /// Whether the value of a key is a secret.
  static func isSecret(_ key: String) -> Bool { secrets.contains(Array(key.asciiLowercased.utf8)) }

  // MARK: Lines

  /// The nearest line above with lesser indentation; nil where none is near.
  private func parent(of line: Range<Int>, indentation: Int) -> Range<Int>? {
    var end = line.lowerBound
    for _ in 0..<Self.linesAbove {
      // Of a line break of two bytes, both.
      guard end > 0 else { return nil }
      end -= 1
      if end > 0, text[end] == UInt8(ascii: "\n"), text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      var start = end
      while start > 0, !isBreak(start - 1) {
        guard end - start < Self.bytesBefore else { return nil }
        start -= 1
      }
      let content = indented(start..<end)
      let isEmpty = content.isEmpty || text[content.lowerBound] == UInt8(ascii: "#")
      if !isEmpty, content.lowerBound - start < indentation { return content }
      end = start
    }
    return nil
  }

  /// The line without the blanks, and the dashes of items, that it begins with.
  private func indented(_ line: Range<Int>) -> Range<Int> {
    var start = skippingBlanks(line.lowerBound, line.upperBound)
    while start + 1 < line.upperBound, text[start] == UInt8(ascii: "-"), isBlank(start + 1) {
      start = skippingBlanks(start + 1, line.upperBound)
    }
    return start..<line.upperBound
  }

  // MARK: Keys

  /// The place behind the colon of the first of the keys that stands in the range; nil for none.
  private func occurrence(of keys: [[UInt8]], in range: Range<Int>) -> Int? {
    for start in range {
      for key in keys where start + key.count <= range.upperBound && starts(with: key, at: start) {
        if let colon = colon(from: start + key.count, range.upperBound) { return colon + 1 }
      }
    }
    return nil
  }

  /// Whether the range begins with the key of a variable, and what stands there can be the name of one.
  private func isOpen(_ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    if start < range.upperBound, isQuote(start) { start += 1 }
    guard start + Self.variable.count <= range.upperBound, starts(with: Self.variable, at: start),
      let colon = colon(from: start + Self.variable.count, range.upperBound)
    else { return false }
    var place = skippingBlanks(colon + 1, range.upperBound)
    if place < range.upperBound, isQuote(place) { place += 1 }
    while place < range.upperBound, Self.isOfName(text[place]) { place += 1 }
    let ends = ",}]#'\"".utf8
    return place == range.upperBound || isBlank(place) || ends.contains(text[place])
  }

  /// Whether the byte can stand in the name of an environment variable.
  static func isOfName(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
  }

  /// The place behind the key that the range begins with; its start where that is none, and may be the secret itself.
  private func afterKey(_ range: Range<Int>) -> Int {
    var place = range.lowerBound
    if place < range.upperBound, isQuote(place) { place += 1 }
    let start = place
    while place < range.upperBound, Self.isOfKey(text[place]) { place += 1 }
    guard place > start, let colon = colon(from: place, range.upperBound) else { return range.lowerBound }
    return colon + 1
  }

  /// Whether the byte can stand in a key, however it is misspelt.
  static func isOfKey(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The comma that parts what a mapping of one line begins with from what follows in it; nil where nothing does.
  private func separator(in range: Range<Int>) -> Int? {
    range.first { ",}".utf8.contains(text[$0]) }.flatMap { text[$0] == UInt8(ascii: ",") ? $0 : nil }
  }

  /// The place of the colon that follows a key, with nothing but its quote and blanks between.
  private func colon(from start: Int, _ end: Int) -> Int? {
    let place = skippingBlanks(start < end && isQuote(start) ? start + 1 : start, end)
    return place < end && text[place] == UInt8(ascii: ":") ? place : nil
  }

  private func starts(with key: [UInt8], at start: Int) -> Bool {
    var offset = 0
    while offset < key.count, text[start + offset] | 0x20 == key[offset] { offset += 1 }
    return offset == key.count
  }

  private func skippingBlanks(_ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, isBlank(place) { place += 1 }
    return place
  }

  private func isBlank(_ place: Int) -> Bool { text[place] == UInt8(ascii: " ") || text[place] == UInt8(ascii: "\t") }

  private func isQuote(_ place: Int) -> Bool {
    text[place] == UInt8(ascii: "\"") || text[place] == UInt8(ascii: "'")
  }

  private func isBreak(_ place: Int) -> Bool { text[place] == 0x0A || text[place] == 0x0D }
}
