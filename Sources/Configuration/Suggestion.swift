/// Finds what was meant where a word is not known.
enum Suggestion {
  /// The known words at a Levenshtein distance of at most 2, as in Promitor, or equal but for case; nearest first, each
  /// once.
  static func nearest(to word: String, in known: some Sequence<String>) -> [String] {
    let (plain, folded) = (bytes(word), bytes(word, fold: true))
    var seen: Set<String> = []
    return known.enumerated()
      .compactMap { index, candidate -> (distance: Int, index: Int, word: String)? in
        guard abs(candidate.utf8.count - plain.count) <= 2 else { return nil }
        if let distance = distance(plain, bytes(candidate), atMost: 2) { return (distance, index, candidate) }
        // A word in the wrong case is as near as one wrong letter.
        return folded == bytes(candidate, fold: true) ? (1, index, candidate) : nil
      }
      .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
      .map(\.word)
      .filter { seen.insert($0).inserted }
  }

  /// `did you mean 'a' or 'b'?`, or what to do instead where nothing is near.
  static func help(for word: String, in known: some Sequence<String>, else otherwise: @autoclosure () -> String)
    -> String
  {
    let near = nearest(to: word, in: known).prefix(3).map { "'\($0)'" }
    return near.isEmpty ? otherwise() : "did you mean \(near.joined(separator: " or "))?"
  }

  private static func bytes(_ word: String, fold: Bool = false) -> [UInt8] {
    word.utf8.map { fold && $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
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

/// A text of the user in quotes, short enough for a message.
func quoted(_ text: String) -> String {
  let scalars = text.unicodeScalars
  return scalars.count <= 60 ? "'\(text)'" : "'\(String.UnicodeScalarView(scalars.prefix(60)))…'"
}
