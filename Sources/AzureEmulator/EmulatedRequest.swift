/// A request as the emulator's rules see it.
struct EmulatedRequest: Sendable {
  let method: String
  /// The decoded path, without a slash at its end.
  let path: String
  /// The decoded query; names in lower case, as Azure takes them in any (azure-apis 3.1).
  let query: [String: String]
  /// Names in lower case.
  let headers: [String: String]
  let body: String
  /// The fault that strikes it.
  var fault: Fault.Kind?

  init(method: String, uri: String, headers: [String: String], body: String) {
    self.method = method
    self.headers = headers
    self.body = body
    let parts = uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path = Self.decoded(parts[0])
    while path.hasSuffix("/") { path.removeLast() }
    self.path = path
    query = parts.count > 1 ? Self.pairs(parts[1]) : [:]
  }

  /// The pairs of a form, in which a plus is a blank.
  static func form(_ text: String) -> [String: String] { pairs(text.replacing("+", with: " ")) }

  /// The pairs of a query.
  static func pairs(_ text: some StringProtocol) -> [String: String] {
    var pairs: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      pairs[decoded(parts[0]).lowercased()] = parts.count > 1 ? decoded(parts[1]) : ""
    }
    return pairs
  }

  static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") }) else { return String(text) }
    var out: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        out.append(code)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
