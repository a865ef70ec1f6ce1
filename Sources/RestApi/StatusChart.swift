internal import Formats
internal import Model

/// Charts of the recent passes as SVG within a page.
enum StatusChart {
  /// A line of one number of each pass, the newest at the right.
  ///
  /// - `label`: what it shows, for those who do not see it.
  static func line(_ values: [Int], label: String, top: Int? = nil) -> String {
    guard values.count > 1 else { return "" }
    let most = max(top ?? values.max() ?? 1, 1)
    let points = values.enumerated().map { place, value in
      "\(place * 2),\(30 - min(value, most) * 28 / most)"
    }.joined(separator: " ")
    let width = (values.count - 1) * 2
    return
      "<svg role=\"img\" viewBox=\"0 0 \(width) 32\" preserveAspectRatio=\"none\" aria-label=\"\(HTML.escaped(label))\">"
      + "<polygon points=\"0,32 \(points) \(width),32\"/><polyline points=\"\(points)\"/></svg>"
  }

  private static let step = 6
  private static let height = 40

  /// A bar for each pass: how much of it was short, and where one is missing.
  ///
  /// - `pace`: the seconds between two passes.
  static func strip(_ passes: [PassFigures], pace: Int) -> String {
    var bars = ""
    var place = 0
    for (index, pass) in passes.enumerated() {
      if index > 0, pass.startedAt - passes[index - 1].startedAt > 5 * pace / 2 + 30 {
        bars += bar("gone", place, height)
        bars += "<title>no pass for \(StatusText.span(pass.startedAt - passes[index - 1].startedAt))</title></rect>"
        place += 1
      }
      var told = "\(Timestamp.text(pass.startedAt)): \(StatusText.count(pass.series, "series")), "
      told += "\(HTML.grouped(pass.delivered)) new values, \(HTML.grouped(pass.short)) without an answer, "
      told += "\(StatusText.count(pass.calls, "call")), \(StatusText.duration(milliseconds: pass.milliseconds))"
      let title = "<title>\(HTML.escaped(told))</title></rect>"
      // The least of it can be seen.
      let short = pass.short == 0 ? 0 : max(pass.short * height / max(pass.series, 1), 8)
      if short < height { bars += bar("ok", place, height - short) + title }
      if short > 0 {
        bars += bar(pass.short * 10 >= pass.series ? "bad" : "warn", place, short, below: height - short) + title
      }
      place += 1
    }
    return
      "<svg class=\"strip\" role=\"img\" viewBox=\"0 0 \(max(place, 30) * step) \(height)\" preserveAspectRatio=\"none\" "
      + "aria-label=\"The last \(passes.count) passes, of which \(passes.count { $0.short > 0 }) left series without an "
      + "answer\">\(bars)</svg>\n"
  }

  private static func bar(_ kind: String, _ place: Int, _ length: Int, below: Int = 0) -> String {
    "<rect class=\"\(kind)\" x=\"\(place * step)\" y=\"\(below)\" width=\"\(step - 1)\" height=\"\(length)\">"
  }
}
