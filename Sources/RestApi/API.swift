package import Configuration
package import Formats
package import Model
package import Snapshot

/// Promitor's REST API of one or both of its agents: a request gives an answer, from the snapshot and the configuration.
package struct API: Sendable {
  /// Whose paths there are.
  package enum Agent: String, CaseIterable, Sendable {
    case scraper, discovery, both

    func has(_ other: Agent) -> Bool { self == .both || other == .both || self == other }
  }

  /// What answers are made of; each part is only fetched for a request that needs it.
  package struct Source: Sendable {
    package var settings: RuntimeSettings
    /// Seconds since 1970 UTC.
    package var now: Int
    package var version: String
    package var shard = Shard.whole
    package var zone: TimeZoneOffset
    /// The runtime configuration as it is shown.
    package var runtime: @Sendable () throws -> JSONValue = { .object([]) }
    package var declarations: @Sendable () throws -> [MetricsDeclaration] = { [] }
    package var discovery: @Sendable () throws -> DiscoveryDeclaration? = { nil }
    /// What the last pass left, without its resources and rows; nil before the first.
    package var head: @Sendable () throws -> Head? = { nil }
    /// Resources of a group by its declared name: those of these places.
    package var found: @Sendable (_ group: String, _ range: Range<Int>) throws -> [FoundResource] = { _, _ in [] }
    /// All that the last pass left.
    package var snapshot: @Sendable () throws -> SnapshotContent? = { nil }
    /// What waits for receivers.
    package var uploads: @Sendable () throws -> [Upload] = { [] }
    /// The users' metrics as the last pass wrote them; nil where it wrote none.
    package var metrics: @Sendable () throws -> (any StoredText)? = { nil }
    /// The text of the self metrics; nil before the first pass.
    package var selfMetrics: @Sendable () throws -> (any StoredText)? = { nil }

    package init(settings: RuntimeSettings, now: Int, version: String, zone: TimeZoneOffset) {
      self.settings = settings
      self.now = now
      self.version = version
      self.zone = zone
    }
  }

  /// What waits for one receiver.
  package struct Upload: Sendable {
    /// Which output it takes.
    package var output: String
    package var files: Int
    /// When the oldest of them was made, in seconds since 1970 UTC.
    package var oldest: Int
    /// Why nothing got through lately; "" where it did.
    package var reason: String

    package init(output: String, files: Int, oldest: Int, reason: String) {
      self.output = output
      self.files = files
      self.oldest = oldest
      self.reason = reason
    }
  }

  /// What is at the snapshot's beginning.
  package struct Head: Sendable {
    package var content: SnapshotContent
    /// How many targets it tells of.
    package var targets: Int
    /// How many resources each group has.
    package var groupSizes: [String: Int]

    package init(content: SnapshotContent, targets: Int, groupSizes: [String: Int]) {
      self.content = content
      self.targets = targets
      self.groupSizes = groupSizes
    }
  }

  /// Something that an answer needs cannot be had.
  package struct Unavailable: Error {
    package let text: String

    package init(_ text: String) { self.text = text }
  }

  let agent: Agent
  let source: Source

  package init(_ agent: Agent, _ source: Source) {
    self.agent = agent
    self.source = source
  }

  /// A request whose route is known.
  struct Call {
    let request: APIRequest
    /// What stands for the part in braces.
    let group: String
    let routes: [Route]
  }

  static let methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "QUERY"]
  private static let longestTransaction = 128

  /// The answer to a request.
  ///
  /// - `id`: what names the transaction, where the request does not.
  package func answer(_ request: APIRequest, id: String) -> APIAnswer {
    let given = request.header("x-transaction-id").flatMap {
      $0.isEmpty || $0.utf8.count > Self.longestTransaction || !$0.utf8.allSatisfy { 0x20..<0x7F ~= $0 } ? nil : $0
    }
    return routed(request).with("X-Version", source.version).with("X-Transaction-Id", given ?? id)
      .with("RequestId", id)
  }

  private func routed(_ request: APIRequest) -> APIAnswer {
    guard Self.methods.contains(request.method) else {
      return .problem(501, "there is no method of this name here")
    }
    let routes = Route.all(agent, metrics: source.settings.prometheus.path)
    for route in routes {
      guard let group = route.match(request.path) else { continue }
      guard request.method == "GET" || request.method == "HEAD" else {
        return .problem(405, "this address only answers GET and HEAD").with("Allow", "GET, HEAD")
      }
      guard route.isAcceptable(request.header("accept")) else {
        return .problem(406, "this address only answers with \(route.mediaType)")
      }
      do {
        return try route.handler(self, Call(request: request, group: group, routes: routes))
      } catch let unavailable as Unavailable {
        return .problem(500, unavailable.text)
      } catch let refused as Refused {
        return refused.answer
      } catch {
        return .problem(500, "\(error)")
      }
    }
    return .problem(404, "there is nothing at this address; /api/docs lists what there is")
  }

  /// A request that is not answered as asked.
  struct Refused: Error {
    let answer: APIAnswer
  }
}

extension API.Call {
  /// The value of a parameter of the query; nil where it is absent.
  /// - Throws: `Refused` where it is there twice.
  func parameter(_ name: String) throws -> String? {
    let values = request.query.filter { $0.name.lowercased() == name.lowercased() }
    if values.count > 1 { throw API.Refused(answer: .problem(400, "'\(name)' is there more than once")) }
    return values.first?.value
  }

  /// A whole number of the query.
  func number(_ name: String, absent: Int, in range: ClosedRange<Int>) throws -> Int {
    guard let text = try parameter(name) else { return absent }
    guard !text.isEmpty, text.utf8.allSatisfy({ 0x30..<0x3A ~= $0 || $0 == UInt8(ascii: "-") }), let number = Int(text)
    else { throw API.Refused(answer: .problem(400, "'\(name)' is no whole number")) }
    guard range.contains(number) else {
      throw API.Refused(
        answer: .problem(400, "'\(name)' must be from \(range.lowerBound) to \(range.upperBound)"))
    }
    return number
  }

  /// Yes or no of the query.
  func flag(_ name: String, absent: Bool) throws -> Bool {
    switch try parameter(name)?.lowercased() {
    case nil: return absent
    case "true": return true
    case "false": return false
    default: throw API.Refused(answer: .problem(400, "'\(name)' must be true or false"))
    }
  }
}

extension JSONValue {
  /// An object without the members that are nil.
  static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
  static func integer(_ number: Int) -> JSONValue { .number(Double(number)) }

  /// An object in the style of Promitor's typed bodies: its type first, as .NET names it.
  static func typed(_ type: String, _ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    guard case .object(let rest) = object(members) else { return .null }
    return .object([Member("$type", .string(type))] + rest)
  }
}
