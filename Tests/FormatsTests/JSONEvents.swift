import Formats

/// One thing that a tokenizer tells, copied.
enum JSONEvent: Equatable {
  case key(String)
  case beginObject, endObject, beginArray, endArray
  case string(String)
  case number(Double)
  case literal(JSONLiteral)
}

/// Writes down all that a tokenizer tells it.
struct JSONEventLog: JSONHandler {
  private(set) var events: [JSONEvent] = []
  /// Names of members whose value is not wanted.
  var unwantedKeys: Set<String> = []
  /// Kinds of values that are not wanted as they begin.
  var unwantedKinds: Set<JSONKind> = []
  /// What to throw at a key of this name.
  var stopsAt: String?

  mutating func key(_ name: borrowing Span<UInt8>) throws(JSONError.Reason) -> Bool {
    let name = name.text
    if name == stopsAt { throw .unfit("no \(name), please") }
    events.append(.key(name))
    return !unwantedKeys.contains(name)
  }

  mutating func wants(_ kind: JSONKind) -> Bool { !unwantedKinds.contains(kind) }
  mutating func beginObject() { events.append(.beginObject) }
  mutating func endObject() { events.append(.endObject) }
  mutating func beginArray() { events.append(.beginArray) }
  mutating func endArray() { events.append(.endArray) }
  mutating func string(_ text: borrowing Span<UInt8>) { events.append(.string(text.text)) }
  mutating func number(_ text: borrowing Span<UInt8>) { events.append(.number(JSONNumber.double(text))) }
  mutating func literal(_ literal: JSONLiteral) { events.append(.literal(literal)) }
}

/// What became of a text: all that was told, and the error that ended it.
struct JSONReading: Equatable {
  var events: [JSONEvent]
  var error: JSONError?

  /// Reads a text in pieces that end at `cuts`, which ascend.
  init(
    _ bytes: [UInt8], cuts: some Sequence<Int> = [], wrapped: Bool = false, longestString: Int = 64 << 10,
    log: JSONEventLog = JSONEventLog()
  ) {
    let tokenizer = JSONTokenizer(log, longestString: longestString)
    if wrapped {
      var unwrapper = JSONUnwrapper(tokenizer)
      error = pieces(bytes, cuts) { piece throws(JSONError) in
        if let piece { try unwrapper.feed(piece.span) } else { try unwrapper.finish() }
      }
      events = unwrapper.tokenizer.handler.events
    } else {
      var tokenizer = tokenizer
      error = pieces(bytes, cuts) { piece throws(JSONError) in
        if let piece { try tokenizer.feed(piece.span) } else { try tokenizer.finish() }
      }
      events = tokenizer.handler.events
    }
  }

  init(_ text: String, cuts: some Sequence<Int> = [], wrapped: Bool = false, log: JSONEventLog = JSONEventLog()) {
    self.init(Array(text.utf8), cuts: cuts, wrapped: wrapped, log: log)
  }

  /// The tree of the events; of two members with one name the last, in the place of the first, as libjansson has it.
  var tree: JSONValue? {
    var next = events.makeIterator()
    return error == nil ? next.next().flatMap { Self.value($0, &next) } : nil
  }

  private static func value(_ first: JSONEvent, _ next: inout IndexingIterator<[JSONEvent]>) -> JSONValue? {
    switch first {
    case .string(let text): return .string(text)
    case .number(let number): return .number(number)
    case .literal(let literal): return literal == .null ? .null : .boolean(literal == .true)
    case .beginArray:
      var elements: [JSONValue] = []
      while let event = next.next(), event != .endArray { value(event, &next).map { elements.append($0) } }
      return .array(elements)
    case .beginObject:
      var members: [JSONValue.Member] = []
      while case .key(let name) = next.next(), let event = next.next() {
        guard let value = value(event, &next) else { return nil }
        if let index = members.firstIndex(where: { $0.name == name }) {
          members[index].value = value
        } else {
          members.append(.init(name, value))
        }
      }
      return .object(members)
    default: return nil
    }
  }
}

/// Hands a text on in pieces, then nil for its end; gives the error that stopped it.
private func pieces(
  _ bytes: [UInt8], _ cuts: some Sequence<Int>, _ body: ([UInt8]?) throws(JSONError) -> Void
) -> JSONError? {
  var start = 0
  do {
    for cut in cuts where cut > start && cut < bytes.count {
      try body(Array(bytes[start..<cut]))
      start = cut
    }
    try body(Array(bytes[start...]))
    try body(nil)
  } catch {
    return error
  }
  return nil
}
