internal import Formats

/// One address of the API: how it is answered, and how that is described.
struct Route: Sendable {
  /// With `{group}` for the name of a group.
  let path: String
  let agent: API.Agent
  /// One line, for the description.
  let summary: String
  var parameters: [Parameter] = []
  /// Of the answer that is asked for.
  var mediaType = "application/json"
  /// The form of that answer in JSON Schema.
  var schema = #"{"type":"object"}"#
  /// Other answers than those that every address can give: status, what it means, and the schema of its body.
  var others: [(status: Int, meaning: String, mediaType: String, schema: String)] = []
  /// Where to go on from the answer that is asked for: to another path, with one of its parameters from the body.
  var links: [(name: String, path: String, parameter: String, value: String)] = []
  let handler: @Sendable (API, API.Call) throws -> APIAnswer

  struct Parameter: Sendable {
    let name, meaning, schema: String
    var isInPath = false
  }

  /// The group that a path names, "" where it names none; nil where it is another address. Case does not count.
  func match(_ segments: [String]) -> String? {
    var given = segments
    if given.count > 1, given.last == "" { given.removeLast() }
    let own = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard own.count == given.count else { return nil }
    var group = ""
    for (part, segment) in zip(own, given) {
      if part == "{group}" {
        group = segment
      } else if part.lowercased() != segment.lowercased() {
        return nil
      }
    }
    return path.utf8.contains(UInt8(ascii: "{")) && group.isEmpty ? nil : group
  }

  /// Whether what a request accepts (RFC 9110 section 12.5.1) has this answer among it. Who asks for text is content with
  /// what there is.
  func isAcceptable(_ accept: String?) -> Bool {
    guard mediaType == "application/json", let accept, !accept.isEmpty else { return true }
    // The most exact range decides; later ones of this list are more so.
    let ranges = ["*/*", "application/*", "application/json"]
    var verdict: (rank: Int, isGood: Bool) = (-1, false)
    for item in accept.split(separator: ",") {
      let parts = item.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
      guard let range = parts.first, let rank = ranges.firstIndex(of: range), rank >= verdict.rank else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 1 } ?? 1
      verdict = (rank, weight > 0 || rank == verdict.rank && verdict.isGood)
    }
    return verdict.isGood
  }
}
