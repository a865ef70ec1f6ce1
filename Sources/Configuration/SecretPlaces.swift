import Catalog

/// Where secrets stand in a text, so that nobody is shown them.
///
/// The text decides, not what was read of it: a text that is shown may be no YAML. In doubt more is hidden.
struct SecretPlaces {
  /// In the order of the text, none within another.
  private var places: [Range<Int>] = []

  init(in text: [UInt8]) {
    var scan = SecretScan(text)
    while let place = scan.next() { places.append(place) }
  }

  /// The secrets in a part of the text, cut to it.
  func overlapping(_ part: Range<Int>) -> [Range<Int>] {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].upperBound <= part.lowerBound { low = middle + 1 } else { high = middle }
    }
    return places[low...].prefix { $0.lowerBound < part.upperBound }.map { $0.clamped(to: part) }
  }
}

/// Looks for the keys of secrets, in any case and with letters around them, because a misspelt key has a secret too.
private struct SecretScan {
  private let text: [UInt8]
  private var index = 0
  private var lineStart = 0

  /// The keys of secret texts, and those of mappings that hold one, behind which some write the text itself.
  private static let keys =
    Grammar.secretKeys.map { (bytes: Array($0.caseFolded.utf8), isMapping: false) }
    + ResourceType.all.flatMap(\.fields).filter(\.isSecret).map {
      (bytes: Array($0.key.caseFolded.utf8), isMapping: true)
    }
  private static let firstLetters = Set(keys.compactMap(\.bytes.first))

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// The place of the next secret.
  mutating func next() -> Range<Int>? {
    while index < text.count {
      let start = index
      if Self.isBreak(text[start]) { lineStart = start + 1 }
      index += 1
      guard Self.firstLetters.contains(text[start] | 0x20), let place = secret(ofKeyAt: start) else { continue }
      index = place.upperBound
      if let last = text[start..<index].lastIndex(where: Self.isBreak) { lineStart = last + 1 }
      if !place.isEmpty { return place }
    }
    return nil
  }

  /// The value of a key; nil where no key of a secret stands there, or a mapping behind it.
  private func secret(ofKeyAt start: Int) -> Range<Int>? {
    let rest = text[start...]
    guard
      let key = Self.keys.first(where: { $0.bytes.elementsEqual(rest.prefix($0.bytes.count).lazy.map { $0 | 0x20 }) })
    else { return nil }
    // What is misspelt by more letters is another word.
    let end = start + key.bytes.count
    var colon = text[end...].prefix(16).firstIndex { !Self.isLetterOrDigit($0) } ?? end
    colon = text[colon...].firstIndex { !Self.isBlank($0) && !Self.isQuote($0) } ?? text.count
    guard colon < text.count, text[colon] == UInt8(ascii: ":") else { return nil }

    let before = text[lineStart..<start].last { !Self.isBlank($0) && !Self.isQuote($0) }
    let isWithinBraces = before.map("{,[".utf8.contains) ?? false
    let value =
      text[(colon + 1)...].firstIndex { !Self.isBlank($0) && !(isWithinBraces && Self.isBreak($0)) } ?? text.count
    guard value < text.count, text[value] != UInt8(ascii: "{") else { return nil }
    if key.isMapping, Self.isBreak(text[value]) { return nil }
    if Self.isQuote(text[value]) { return value..<endOfQuoted(from: value) }
    // Within braces a comma ends the value, else it is part of it.
    return isWithinBraces
      ? value..<(text[value...].firstIndex(where: ",]}".utf8.contains) ?? text.count)
      : value..<endOfBlock(from: value, column: start - lineStart)
  }

  private func endOfQuoted(from start: Int) -> Int {
    let (quote, isDouble) = (text[start], text[start] == UInt8(ascii: "\""))
    var index = start + 1
    while index < text.count {
      let isQuote = text[index] == quote
      // A quote is part of the text behind a backslash, or doubled.
      let isPair = isDouble ? text[index] == UInt8(ascii: "\\") : isQuote && text[index...].dropFirst().first == quote
      if isQuote && !isPair { break }
      index += isPair ? 2 : 1
    }
    return min(index + 1, text.count)
  }

  /// The end of the line, or of the lines below it that are blank or begin further to the right than the key.
  private func endOfBlock(from start: Int, column: Int) -> Int {
    var end = text[start...].firstIndex(where: Self.isBreak) ?? text.count
    while end < text.count {
      let line = end + 1
      let indent = text[line...].firstIndex { $0 != 0x20 } ?? text.count
      guard indent < text.count, indent - line > column || Self.isBreak(text[indent]) else { return end }
      end = text[indent...].firstIndex(where: Self.isBreak) ?? text.count
    }
    return end
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
}
