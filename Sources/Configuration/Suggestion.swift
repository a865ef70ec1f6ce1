/// Finds what was meant where a word is not known.
enum Suggestion {
  /// The known words at a Levenshtein distance of at most 2, as in Promitor, or equal but for case; nearest first, each
  /// once.
  static func nearest(to word: String, in known: some Sequence<String>) -> [String] {
    // Nobody mistypes a longer word, and comparing two takes as many steps as both lengths multiplied.
    guard word.utf8.count <= 100 else { return [] }
    let bytes = Array(word.utf8)
    var seen: Set<String> = []
    return known.enumerated()
      .compactMap { index, candidate -> (distance: Int, index: Int, word: String)? in
        guard abs(candidate.utf8.count - bytes.count) <= 2 else { return nil }
        if let distance = distance(bytes, Array(candidate.utf8), atMost: 2) { return (distance, index, candidate) }
        // A word in the wrong case is as near as one wrong letter.
        return candidate.equalsIgnoringCase(word) ? (1, index, candidate) : nil
      }
      .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
      .map(\.word)
      .filter { seen.insert($0).inserted }
  }

  /// `did you mean 'a' or 'b'?`, or what to do instead where nothing is near.
  static func help(for word: String, in known: some Sequence<String>, else otherwise: @autoclosure () -> String)
    -> String
  {
    let near = nearest(to: word, in: known).prefix(3).map { quoted($0) }
    return near.isEmpty ? otherwise() : "did you mean \(near.joined(separator: " or "))?"
  }

  private static func distance(_ one: [UInt8], _ other: [UInt8], atMost limit: Int) -> Int? {
    var row = Array(0...other.count)
    for (i, a) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in other.enumerated() {
        let replaced = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
      if (row.min() ?? 0) > limit { return nil }
    }
    return row[other.count] <= limit ? row[other.count] : nil
  }
}

/// Words of the user that others can mean, for as many faults as anybody reads: each fault looks at all of the words.
struct Suggestions {
  private let words: [String]
  private var left = 100

  init(_ words: [String]) {
    self.words = words
  }

  /// As `Suggestion.help`; what to do instead where there were too many faults before.
  mutating func help(for word: String, else otherwise: @autoclosure () -> String) -> String {
    guard left > 0 else { return otherwise() }
    left -= 1
    return Suggestion.help(for: word, in: words, else: otherwise())
  }
}

/// A text of the user in quotes, short enough for a message.
func quoted(_ text: String) -> String { "'\(clipped(text))'" }

/// A text of the user, short enough for a message: at most so many scalars.
func clipped(_ text: String, to limit: Int = 60) -> String {
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return text }
  return String(text[..<end]) + "…"
}
