import Formats

/// Builds the tree of what a tokenizer tells, so that it can be compared with libjansson's.
struct JSONTreeHandler: JSONHandler {
  private enum Open {
    case array([JSONValue])
    case object([JSONValue.Member], name: String)
  }

  private var open: [Open] = []
  private(set) var root: JSONValue?
  /// Names of members whose value is not wanted.
  var unwanted: Set<String> = []

  mutating func key(_ name: borrowing Span<UInt8>) -> Bool {
    let name = name.text
    guard case .object(let members, _) = open.popLast() else { return true }
    open.append(.object(members, name: name))
    return !unwanted.contains(name)
  }

  mutating func beginObject() { open.append(.object([], name: "")) }
  mutating func beginArray() { open.append(.array([])) }

  mutating func endObject() {
    guard case .object(let members, _) = open.popLast() else { return }
    add(.object(members))
  }

  mutating func endArray() {
    guard case .array(let values) = open.popLast() else { return }
    add(.array(values))
  }

  mutating func string(_ text: borrowing Span<UInt8>) { add(.string(text.text)) }
  mutating func number(_ text: borrowing Span<UInt8>) { add(.number(JSONNumber.double(text))) }

  mutating func literal(_ literal: JSONLiteral) {
    switch literal {
    case .null: add(.null)
    case .true: add(.boolean(true))
    case .false: add(.boolean(false))
    }
  }

  private mutating func add(_ value: JSONValue) {
    switch open.popLast() {
    case nil: root = value
    case .array(let values): open.append(.array(values + [value]))
    case .object(var members, let name):
      // As in libjansson: of two members with one name the last counts, in the place of the first.
      if let index = members.firstIndex(where: { $0.name == name }) {
        members[index].value = value
      } else {
        members.append(.init(name, value))
      }
      open.append(.object(members, name: name))
    }
  }
}

/// What the tokenizer makes of a text in pieces of the given ends; nil where it refuses it.
func tokenized(_ bytes: [UInt8], cutAt cuts: [Int] = [], unwanted: Set<String> = []) -> JSONValue? {
  var handler = JSONTreeHandler()
  handler.unwanted = unwanted
  var tokenizer = JSONTokenizer(handler)
  var start = 0
  do {
    for end in cuts + [bytes.count] {
      let piece = Array(bytes[start..<end])
      try tokenizer.feed(piece.span)
      start = end
    }
    try tokenizer.finish()
  } catch {
    return nil
  }
  return tokenizer.handler.root
}

/// The same of a document that may come as a JSON string.
func unwrapped(_ bytes: [UInt8], cutAt cuts: [Int] = []) -> JSONValue? {
  var unwrapper = JSONUnwrapper(JSONTokenizer(JSONTreeHandler()))
  var start = 0
  do {
    for end in cuts + [bytes.count] {
      let piece = Array(bytes[start..<end])
      try unwrapper.feed(piece.span)
      start = end
    }
    try unwrapper.finish()
  } catch {
    return nil
  }
  return unwrapper.tokenizer.handler.root
}
