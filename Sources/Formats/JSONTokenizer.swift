/// A push tokenizer for JSON (RFC 8259): fed with chunks that may be cut anywhere, it tells a handler what it finds.
///
/// It keeps no more of the document than the string or number that a chunk's end cuts. Strict about everything, also
/// in values that the handler does not want: grammar, escapes, control characters, UTF-8. Depth is bounded, and so is
/// the length of a string that the handler wants.
package struct JSONTokenizer<Handler: JSONHandler> {
  package var handler: Handler
  /// The longest string that is handed on, in bytes.
  @usableFromInline let longestString: Int
  @usableFromInline let deepest: Int

  @usableFromInline enum Phase: UInt8 {
    case value, firstElement, firstKey, key, colon, commaOrEnd, done
    case string, number, literal
  }

  @usableFromInline var phase = Phase.value
  /// The open containers.
  @usableFromInline var open = JSONNesting()
  /// The depth at which the value that is not wanted ends; -1 while everything is wanted.
  @usableFromInline var mutedDepth = -1
  @usableFromInline var isKey = false
  /// The beginning of a token that was cut, or a string with escapes.
  @usableFromInline var scratch: [UInt8] = []
  @usableFromInline var usesScratch = false
  @usableFromInline var escape = JSONEscape()
  /// Continuation bytes that the current character of a string still needs, and the range of the next.
  @usableFromInline var utf8Needs: UInt8 = 0
  @usableFromInline var utf8Low: UInt8 = 0x80
  @usableFromInline var utf8High: UInt8 = 0xBF
  @usableFromInline var literal = JSONLiteral.null
  @usableFromInline var literalBytes = 0
  /// Bytes of the document before the current chunk.
  @usableFromInline var consumed = 0

  package init(_ handler: Handler, longestString: Int = 64 << 10, deepest: Int = 512) {
    self.handler = handler
    self.longestString = longestString
    self.deepest = deepest
  }

  /// Makes it ready for another document.
  package mutating func reset() {
    phase = .value
    open = JSONNesting()
    mutedDepth = -1
    escape = JSONEscape()
    utf8Needs = 0
    consumed = 0
  }

  /// Reads on.
  /// - Throws: `JSONError` at the first byte that cannot stand where it does; the tokenizer is of no use then until
  ///   `reset`.
  @inlinable package mutating func feed(_ chunk: borrowing Span<UInt8>) throws(JSONError) {
    var at = 0
    while at < chunk.count {
      let byte = chunk[at]
      switch phase {
      case .string: at = try readString(chunk, from: at)
      case .number: at = try readNumber(chunk, from: at)
      case .literal: at = try readLiteral(chunk, from: at)
      // The commonest ways through an object, without the detour over `structure`.
      case .colon where byte == UInt8(ascii: ":"):
        phase = .value
        at += 1
      case .commaOrEnd where byte == UInt8(ascii: ","):
        phase = open.isInObject ? .key : .value
        at += 1
      case .key where byte == UInt8(ascii: "\""), .value where byte == UInt8(ascii: "\""):
        beginString(isKey: phase == .key)
        at = try readString(chunk, from: at + 1)
      default:
        if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
          at += 1
        } else {
          try structure(byte, at: at)
          // A number begins with a digit that is part of it.
          if phase != .number { at += 1 }
        }
      }
    }
    consumed += chunk.count
  }

  /// Says that nothing more comes.
  /// - Throws: `JSONError` where the document is not whole.
  @inlinable package mutating func finish() throws(JSONError) {
    if phase == .number, open.depth == 0 { try endNumberFromScratch(at: 0) }
    if phase != .done { throw JSONError(offset: consumed, "the document ends too early") }
  }

  @inlinable @inline(__always) var isMuted: Bool { mutedDepth >= 0 }

  @inlinable mutating func structure(_ byte: UInt8, at: Int) throws(JSONError) {
    switch phase {
    case .firstElement where byte == UInt8(ascii: "]"), .firstKey where byte == UInt8(ascii: "}"): close()
    case .value, .firstElement: try beginValue(byte, at: at)
    case .key, .firstKey:
      guard byte == UInt8(ascii: "\"") else { throw fault(at, "a member's name must stand here") }
      beginString(isKey: true)
    case .colon:
      guard byte == UInt8(ascii: ":") else { throw fault(at, "a colon must stand here") }
      phase = .value
    case .commaOrEnd:
      guard byte == (open.isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw fault(at, "a comma or the end of the container must stand here")
      }
      close()
    default: throw fault(at, "something stands behind the document")
    }
  }

  @inlinable mutating func beginValue(_ byte: UInt8, at: Int) throws(JSONError) {
    switch byte {
    case UInt8(ascii: "\""): beginString(isKey: false)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.depth < deepest else { throw fault(at, "more than \(deepest) containers inside each other") }
      let opensObject = byte == UInt8(ascii: "{")
      if !isMuted { if opensObject { handler.beginObject() } else { handler.beginArray() } }
      open.push(isObject: opensObject)
      phase = opensObject ? .firstKey : .firstElement
    case UInt8(ascii: "-"), 0x30...0x39:
      phase = .number
      usesScratch = false
    case UInt8(ascii: "t"): beginLiteral(.true)
    case UInt8(ascii: "f"): beginLiteral(.false)
    case UInt8(ascii: "n"): beginLiteral(.null)
    default: throw fault(at, "a value must stand here")
    }
  }

  @inlinable mutating func close() {
    let wasObject = open.pop()
    if !isMuted { if wasObject { handler.endObject() } else { handler.endArray() } }
    endValue()
  }

  @inlinable @inline(__always) mutating func endValue() {
    if mutedDepth == open.depth { mutedDepth = -1 }
    phase = open.depth == 0 ? .done : .commaOrEnd
  }

  @usableFromInline func fault(_ at: Int, _ message: String) -> JSONError {
    JSONError(offset: consumed + at, message)
  }
}
