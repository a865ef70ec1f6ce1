/// One request, as far as the API looks at it.
package struct APIRequest: Equatable, Sendable {
  package var method: String
  /// What stands between its slashes, each decoded; `[""]` for `/`.
  package var path: [String]
  /// Names and values of the query, decoded, in their order.
  package var query: [(name: String, value: String)]
  /// Names lower-cased, in their order.
  package var headers: [(name: String, value: String)]

  package init(
    method: String = "GET", path: [String], query: [(name: String, value: String)] = [],
    headers: [(name: String, value: String)] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
  }

  /// The values of a header, joined as RFC 9110 section 5.3 has it; nil where it is absent.
  package func header(_ name: String) -> String? {
    let values = headers.filter { $0.name == name }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.method == other.method && one.path == other.path
      && one.query.elementsEqual(other.query) { $0 == $1 } && one.headers.elementsEqual(other.headers) { $0 == $1 }
  }
}
