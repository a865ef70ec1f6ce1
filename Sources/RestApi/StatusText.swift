/// Numbers as people say them.
enum StatusText {
  /// A length of time in seconds.
  static func span(_ seconds: Int) -> String {
    switch seconds {
    case ..<120: "\(max(seconds, 0)) s"
    case ..<7200: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) days"
    }
  }

  static func ago(_ seconds: Int) -> String { seconds < 0 ? "in the future" : "\(span(seconds)) ago" }

  /// A short length of time; nothing takes none, so that 0 is not known.
  static func duration(milliseconds: Int) -> String {
    switch milliseconds {
    case ..<1: "\u{2013}"
    case ..<1000: "\(milliseconds) ms"
    case ..<120_000: "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    default: span(milliseconds / 1000)
    }
  }

  /// A part in percent, never rounded up to the whole or down to nothing.
  static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "\u{2013}" }
    let thousandths = part * 1000 / whole
    if part > 0, thousandths == 0 { return "< 0.1 %" }
    if thousandths == 1000 || thousandths == 0 { return "\(thousandths / 10) %" }
    return "\(thousandths / 10).\(thousandths % 10) %"
  }

  /// So many of something; a word that ends in "s" is its own plural.
  static func count(_ number: Int, _ word: String) -> String {
    "\(HTML.grouped(number)) \(word)\(number == 1 || word.hasSuffix("s") ? "" : "s")"
  }
}
