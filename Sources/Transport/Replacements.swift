internal import Formats

/// Replaces ids and names in recordings. Where Azure's own words stand (types, metrics, places, times), a name that is
/// spelled like one of them is left alone, or the recording would be of something else.
struct Replacements {
  let names: NameText
  let tokens: [[UInt8]: String]

  func applied(to recording: Recording, api: HTTPRequest.API) -> Recording {
    var result = recording
    result.uri = address(recording.uri, api: api)
    result.requestBody = recording.requestBody.map { replaced($0, member: "") }
    for index in recording.headers.indices where !Self.isPlain(header: recording.headers[index].name) {
      result.headers[index].value = names.replaced(in: recording.headers[index].value)
    }
    result.body = replaced(recording.body, member: "")
    return result
  }

  private static func isPlain(header name: String) -> Bool {
    ["content-type", "retry-after"].contains(name) || name.hasPrefix("x-ms-ratelimit") || name.hasPrefix("x-ms-user-")
  }

  // MARK: Addresses

  private func address(_ uri: String, api: HTTPRequest.API) -> String {
    var parts = AddressParts(uri)
    if api == .storageQueue {
      if parts.isNamedByHost { parts.firstLabel = name(parts.firstLabel) }
      parts.path = parts.path.split(separator: "/", omittingEmptySubsequences: false)
        .map { $0 == "messages" ? String($0) : name(PercentEncoding.decoded($0)) }.joined(separator: "/")
    } else {
      parts.path = path(parts.path, isEncoded: true)
    }
    parts.query = parts.query.split(separator: "&").map { member in
      let pair = member.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0] == "$filter" || pair[0] == "filter" else { return String(member) }
      return "\(pair[0])=\(PercentEncoding.encoded(literals(in: PercentEncoding.decoded(pair[1]))))"
    }.joined(separator: "&")
    return parts.text
  }

  private func path(_ path: some StringProtocol, isEncoded: Bool = false) -> String {
    var segments = path.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    let places = ResourcePath.names(of: segments)
    for index in segments.indices {
      let segment = isEncoded ? PercentEncoding.decoded(segments[index]) : segments[index]
      let isID = NameText.identifiers(in: segment).first?.count == segment.utf8.count
      if places.contains(index) || isID { segments[index] = name(segment, orElse: segments[index]) }
    }
    return segments.joined(separator: "/")
  }

  private func name(_ text: String, orElse other: String? = nil) -> String { names[text] ?? other ?? text }

  // MARK: Bodies

  /// Members that hold Azure's own words.
  private static let plain: Set<String> = [
    "type", "unit", "interval", "timespan", "namespace", "resourceregion", "location", "timeStamp", "errorCode", "code",
    "columns", "resultTruncated", "resultFormat", "localizedValue",
  ]

  private func replaced(_ value: JSONValue, member: String) -> JSONValue {
    if Self.plain.contains(member) { return value }
    switch value {
    case .object(let members):
      // What people write into tags can be anything; which tags there are, the pass must know.
      if member == "tags" { return .object(members.map { .init($0.name, .string("tag")) }) }
      // The name of a metric or of a dimension.
      return member == "name" ? value : .object(members.map { .init($0.name, replaced($0.value, member: $0.name)) })
    case .array(let elements): return .array(elements.map { replaced($0, member: member) })
    case .string(let text):
      if member == "$skipToken" { return .string(tokens[Array(text.utf8)] ?? text) }
      if member == "query" { return .string(literals(in: text)) }
      return .string(ResourcePath.isOne(text) ? path(text) : names.replaced(in: text))
    default: return value
    }
  }

  /// A text of KQL or of a filter: only what stands in quotes can be a name.
  private func literals(in text: String) -> String {
    QuotedParts.map(text) { literal in
      if ResourcePath.isOne(literal) { return path(literal) }
      // A type, such as 'microsoft.web/sites'.
      return literal.contains("/") ? literal : names.replaced(in: literal)
    }
  }
}
