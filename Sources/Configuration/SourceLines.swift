/// A text of which lines are shown, in the order of their places.
struct SourceLines {
  private let text: [UInt8]
  private let mask: SecretMask
  /// The byte at which the cursor stands, and the line and column of it.
  private var index: Int
  private var (line, column) = (1, 1)

  /// What is shown of a line: all of it, or the part of a long one around the place.
  struct Excerpt {
    let text: String
    /// The blanks that lead to the place; tabs where the line has tabs.
    let indent: String
  }

  init(_ text: [UInt8]) {
    self.text = text
    mask = SecretMask(text)
    index = 0
    goToStart()
  }

  private mutating func goToStart() {
    index = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    (line, column) = (1, 1)
  }

  /// The line around a place; nil where the text has none such. Lines end as YAML's do, but for U+0085, U+2028, U+2029.
  ///
  /// The text is walked through once, whatever is asked for, as long as places do not go back.
  mutating func excerpt(line wanted: Int, column wantedColumn: Int) -> Excerpt? {
    guard wanted > 0, !text.isEmpty else { return nil }
    if wanted < line || wanted == line && wantedColumn < column { goToStart() }
    while line < wanted {
      guard index < text.count else { return nil }
      if endsLine(index) { (line, column) = (line + 1, 0) }
      advance()
    }
    while column < wantedColumn, index < text.count, !isBreak(text[index]) { advance() }
    return around()
  }

  /// Steps over one scalar.
  private mutating func advance() {
    index += 1
    while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
    column += 1
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func endsLine(_ index: Int) -> Bool {
    text[index] == 0x0A || text[index] == 0x0D && (index + 1 == text.count || text[index + 1] != 0x0A)
  }

  /// At most so many bytes are shown before the place and behind it.
  private static let (before, behind) = (120, 160)

  /// So many more bytes at most belong to a scalar; what is no UTF-8 may have any number of them in a row.
  private static let tail = 3

  private func around() -> Excerpt {
    var start = index
    while start > 0, !isBreak(text[start - 1]), canExtend(over: start, by: index - start, to: Self.before) {
      start -= 1
    }
    var end = index
    while end < text.count, !isBreak(text[end]), canExtend(over: end, by: end - index, to: Self.behind) { end += 1 }
    if start == 0, text.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }

    let isCutBefore = start > 0 && start != 3 && !isBreak(text[start - 1])
    let isCutBehind = end < text.count && !isBreak(text[end])
    let lead = String(decoding: text[start..<index], as: UTF8.self)
    return Excerpt(
      text: (isCutBefore ? "…" : "") + harmless(shown(start..<end)) + (isCutBehind ? "…" : ""),
      indent: (isCutBefore ? " " : "") + lead.unicodeScalars.map { $0 == "\t" ? "\t" : " " }.joined())
  }

  private func canExtend(over index: Int, by count: Int, to limit: Int) -> Bool {
    count < limit || count < limit + Self.tail && text[index] & 0xC0 == 0x80
  }

  /// A part of the text with its secrets replaced, letter by letter, so that carets stay where they are.
  private func shown(_ part: Range<Int>) -> String {
    let hidden = min(
      max(mask.hidden(around: index, end: part.upperBound) ?? part.upperBound, part.lowerBound), part.upperBound)
    let secret = String(decoding: text[hidden..<part.upperBound], as: UTF8.self).unicodeScalars
    return String(decoding: text[part.lowerBound..<hidden], as: UTF8.self)
      + String(String.UnicodeScalarView(secret.map { $0 == " " || $0 == "\t" ? $0 : "*" }))
  }
}
