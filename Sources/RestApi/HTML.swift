/// A page: valid HTML without scripts or anything from elsewhere; what is put into it as text is escaped.
struct HTML {
  private(set) var text = ""

  /// Adds text that is markup already.
  mutating func markup(_ markup: String) { text += markup }

  /// Adds an element that holds text.
  mutating func element(_ name: String, _ content: String, attributes: String = "") {
    text += "<\(name)\(attributes)>\(Self.escaped(content))</\(name)>"
  }

  /// Adds a table; `numbers` are the places of the columns that hold some.
  mutating func table(_ head: [String], _ rows: [[String]], numbers: Set<Int> = []) {
    func style(_ place: Int) -> String { numbers.contains(place) ? " class=\"n\"" : "" }
    text += "<table><thead><tr>"
    for (place, cell) in head.enumerated() { element("th", cell, attributes: " scope=\"col\"" + style(place)) }
    text += "</tr></thead><tbody>\n"
    for row in rows {
      text += "<tr>"
      for (place, cell) in row.enumerated() { element("td", cell, attributes: style(place)) }
      text += "</tr>\n"
    }
    text += "</tbody></table>\n"
  }

  /// A number with thin blanks between its thousands.
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(abs(number)).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { text = "\u{202F}" + text }
      text = String(digit) + text
    }
    return number < 0 ? "\u{2212}" + text : text
  }

  /// Text as it stands between tags and in attributes. Characters that HTML allows nowhere become U+FFFD.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\n", "\t": out.unicodeScalars.append(scalar)
      default:
        let code = scalar.value
        let isForbidden = code < 0x20 || 0x7F..<0xA0 ~= code || 0xFDD0..<0xFDF0 ~= code || code & 0xFFFE == 0xFFFE
        out.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
      }
    }
    return out
  }

  /// A whole page.
  static func page(title: String, _ body: (inout HTML) -> Void) -> String {
    var page = HTML()
    page.markup(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.element("title", title)
    page.markup("\n<style>\n\(style)</style>\n</head>\n<body>\n<main>\n")
    body(&page)
    page.markup("</main>\n</body>\n</html>\n")
    return page.text
  }

  private static let style = """
    :root { color-scheme: light dark; --line: #d5d9e0; --soft: #5b6472; --back: #f6f7f9; --card: #fff; --text: #1b2028;
      --good: #1a7f4b; --bad: #c0392b; --ink: #2463c5; }
    @media (prefers-color-scheme: dark) { :root { --line: #353b46; --soft: #9aa4b2; --back: #14171c; --card: #1c2027;
      --text: #e6e9ee; --good: #4cc38a; --bad: #ff7b6b; --ink: #7aa9f7; } }
    body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
    main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
    h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
    p { margin: .25rem 0; } .soft { color: var(--soft); } .good { color: var(--good); } .bad { color: var(--bad); }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: .75rem; margin: 1.25rem 0 0; }
    .card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; }
    .card b { display: block; font-size: 1.4rem; font-weight: 600; line-height: 1.3; }
    .card svg { display: block; width: 100%; height: 36px; margin-top: .4rem; }
    svg polyline { fill: none; stroke: var(--ink); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
    table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line); }
    th, td { text-align: left; padding: .35rem .75rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
    thead th { border-top: 0; font-weight: 600; color: var(--soft); font-size: .85rem; }
    .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }

    """
}

extension APIAnswer {
  /// A page, which may load nothing.
  static func page(_ text: String) -> APIAnswer {
    APIAnswer(200, "text/html; charset=utf-8", Array(text.utf8))
      .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
      .with("Referrer-Policy", "no-referrer")
  }
}
