internal import Formats

/// A request taken apart, to find what it is like and how it differs from that.
struct RequestParts {
  private let method: String
  private let path: String
  /// The members of the query by their names, and those of the body by their places (`body.options.$top`).
  private var members: [(name: String, value: String)] = []

  init(method: String, url: String, body: JSONValue?) {
    self.method = method
    let (path, query) = Self.split(url)
    self.path = path
    for member in query {
      let parts = member.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      members.append((String(parts[0]), parts.count > 1 ? String(parts[1]) : ""))
    }
    if let body { add(body, at: "body") }
  }

  /// The path and the members of the query, decoded; the host is none of it.
  static func split(_ url: String) -> (path: String, query: [String]) {
    let path = url.firstRange(of: "://").map { url[$0.upperBound...].drop { $0 != "/" } } ?? url[...]
    let parts = path.split(separator: "?", maxSplits: 1)
    let query = parts.count > 1 ? parts[1].split(separator: "&").map { PercentEncoding.decoded($0) } : []
    return (PercentEncoding.decoded(parts.first ?? "/"), query)
  }

  private mutating func add(_ value: JSONValue, at place: String) {
    switch value {
    case .object(let inner): for member in inner { add(member.value, at: "\(place).\(member.name)") }
    case .array(let inner): for (index, element) in inner.enumerated() { add(element, at: "\(place)[\(index)]") }
    case .string(let text): members.append((place, text))
    default:
      var text: [UInt8] = []
      text.append(indented: value)
      members.append((place, String(decoding: text, as: UTF8.self)))
    }
  }

  /// How far it is from another one: the same method and path come first, then the fewest members that differ, then
  /// the fewest characters.
  func distance(to other: RequestParts) -> (Int, Int, Int) {
    let segments = path.split(separator: "/"), others = other.path.split(separator: "/")
    let differing = zip(segments, others).count { $0 != $1 } + abs(segments.count - others.count)
    let differences = differences(from: other)
    let characters = differences.reduce(0) { $0 + Self.difference($1.asked ?? "", $1.recorded ?? "").count }
    return (differing + (method == other.method ? 0 : 1 << 10), differences.count, characters)
  }

  /// What differs from a recorded request, in words.
  func comparison(with recorded: RequestParts) -> String {
    var words: [String] = []
    if method != recorded.method { words.append("method (asked \(method), recorded \(recorded.method))") }
    if path != recorded.path { words.append(Self.words("path", path, recorded.path)) }
    for difference in differences(from: recorded) {
      switch (difference.asked, difference.recorded) {
      case (let asked?, let recorded?): words.append(Self.words(difference.name, asked, recorded))
      case (nil, _): words.append("\(difference.name) (recorded only)")
      case (_, nil): words.append("\(difference.name) (asked only)")
      }
    }
    let more = words.count > Self.mostTold ? " and \(words.count - Self.mostTold) more" : ""
    return words.prefix(Self.mostTold).joined(separator: ", ") + more
  }

  private static let mostTold = 4

  /// The members that are not alike; nil on the side that has none of the name.
  private func differences(from other: RequestParts) -> [(name: String, asked: String?, recorded: String?)] {
    let own = Dictionary(members) { "\($0)&\($1)" }, others = Dictionary(other.members) { "\($0)&\($1)" }
    return Set(own.keys).union(others.keys).sorted().filter { own[$0] != others[$0] }.map { ($0, own[$0], others[$0]) }
  }

  /// What two texts do not share at their beginnings and ends.
  private static func difference(_ one: String, _ other: String) -> (start: Int, count: Int) {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    let shorter = min(one.count, other.count)
    let start = zip(one, other).prefix { $0 == $1 }.count
    let end = zip(one.reversed(), other.reversed()).prefix(shorter - start).prefix { $0 == $1 }.count
    return (start, max(one.count, other.count) - start - end)
  }

  /// Both values, from a little before where they part.
  private static func words(_ name: String, _ asked: String, _ recorded: String) -> String {
    let start = difference(asked, recorded).start
    func cut(_ text: String) -> String {
      let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard line.utf8.count > 80 else { return "'\(line)'" }
      let from = line.dropFirst(max(start - 20, 0))
      return (from.count < line.count ? "'…" : "'") + from.prefix(60) + (from.count > 60 ? "…'" : "'")
    }
    return "\(name) (asked \(cut(asked)), recorded \(cut(recorded)))"
  }
}
