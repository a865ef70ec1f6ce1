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
    text += "<div class=\"scroll\"><table><thead><tr>"
    for (place, cell) in head.enumerated() { element("th", cell, attributes: " scope=\"col\"" + style(place)) }
    text += "</tr></thead><tbody>\n"
    for row in rows {
      text += "<tr>"
      for (place, cell) in row.enumerated() { element("td", cell, attributes: style(place)) }
      text += "</tr>\n"
    }
    text += "</tbody></table></div>\n"
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
  ///
  /// - `refresh`: after how many seconds it is asked for again; nil for never.
  static func page(title: String, refresh: Int? = nil, _ body: (inout HTML) -> Void) -> String {
    var page = HTML()
    page.markup(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    if let refresh { page.markup("<meta http-equiv=\"refresh\" content=\"\(refresh)\">\n") }
    page.element("title", title)
    page.markup("\n<style>\n\(PageStyle.text)</style>\n</head>\n<body>\n<main>\n")
    body(&page)
    page.markup("</main>\n</body>\n</html>\n")
    return page.text
  }
}

extension APIAnswer {
  /// A page, which may load nothing.
  static func page(_ text: String) -> APIAnswer {
    APIAnswer(200, "text/html; charset=utf-8", Array(text.utf8))
      .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
      .with("Referrer-Policy", "no-referrer")
  }
}
