/// An address in its parts, as they are written.
struct AddressParts {
  private let scheme: String
  /// The first label of the host, and what is behind it.
  var firstLabel: String
  private let restOfHost: String
  var path: String
  var query: String

  init(_ text: String) {
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    scheme = String(text[..<start])
    let host = text[start...].prefix { $0 != "/" && $0 != "?" }
    firstLabel = String(host.prefix { $0 != "." && $0 != ":" })
    restOfHost = String(host.dropFirst(firstLabel.count))
    let path = text[host.endIndex...].prefix { $0 != "?" }
    self.path = String(path)
    query = String(text[path.endIndex...].dropFirst())
  }

  /// Whether the host says whose account it is, which a loopback address does not.
  var isNamedByHost: Bool { restOfHost.firstRange(of: ".queue.") != nil }

  var text: String { "\(scheme)\(firstLabel)\(restOfHost)\(path)\(query.isEmpty ? "" : "?")\(query)" }
}
