/// A push tokenizer for JSON (RFC 8259): fed with chunks that may be cut at any byte, it tells a handler what it finds.
///
/// Of the document it keeps only the string or number that a chunk's end cuts, so memory does not grow with it. All of it
/// is checked, wanted or not: grammar, escapes, control characters, UTF-8. Any value may be the root. Where the RFC leaves
/// room: a number may have any size, of two members with one name both are told, a byte order mark is refused, and so is
/// half a surrogate pair.
@usableFromInline package struct JSONTokenizer<Handler: JSONHandler> {
  @usableFromInline package var handler: Handler

  /// What may stand next. The last three are inside a token that the last chunk cut.
  @usableFromInline enum Phase: UInt8 {
    case value, firstElement, key, firstKey, colon, afterMember, afterElement, done
    case stopped, string, number, literal
  }

  @usableFromInline var phase = Phase.value
  @usableFromInline var nesting = JSONNesting()
  /// The depth at which an unwanted value ends; -1 while everything is wanted.
  @usableFromInline var mutedDepth = -1
  /// Whether the string being read is a member's name.
  @usableFromInline var isKey = false
  /// Whether the handler gets the token being read.
  @usableFromInline var keeps = false
  @usableFromInline var strings: JSONStringReader
  @usableFromInline var numbers = JSONNumberGrammar.start
  @usableFromInline var literal = JSONLiteral.null
  @usableFromInline var literalBytes = 0
  /// Bytes before the current chunk.
  @usableFromInline var consumed = 0
  @usableFromInline let longestString: Int
  @usableFromInline let deepest: Int

  /// - Parameters:
  ///   - handler: what is told of each document; `reset` leaves it as it is.
  ///   - longestString: the longest string or number that the handler can be told, in bytes.
  ///   - deepest: the most objects and arrays that may stand in each other.
  package init(_ handler: Handler, longestString: Int = 64 << 10, deepest: Int = 512) {
    self.handler = handler
    self.longestString = longestString
    self.deepest = deepest
    strings = JSONStringReader(limit: longestString)
  }

  /// Makes it ready for another document; the handler stays as it is.
  package mutating func reset() {
    phase = .value
    nesting = JSONNesting()
    mutedDepth = -1
    consumed = 0
  }

  /// Reads the next chunk of the document.
  /// - Throws: `JSONError` at the first byte that cannot stand where it does, or with what the handler threw; from then on
  ///   every call throws until `reset`.
  @inlinable package mutating func feed(_ chunk: borrowing Span<UInt8>) throws(JSONError) {
    do {
      try read(chunk)
    } catch {
      phase = .stopped
      throw error
    }
    consumed &+= chunk.count
  }

  /// Says that the document has ended.
  /// - Throws: `JSONError` where it is not complete, or with what the handler threw.
  @inlinable package mutating func finish() throws(JSONError) {
    // A number at the root has no other end.
    if phase == .number, nesting.depth == 0, numbers.isComplete {
      if keeps {
        let token = takeScratch()
        try tellNumber(token.span, 0)
        strings.scratch = token
      }
      phase = .done
    }
    guard phase == .done else {
      throw JSONError(offset: consumed, phase == .stopped ? .stopped : .truncated)
    }
  }

  /// The loop over a chunk. It handles whole tokens where they are; what is cut or rare is read elsewhere.
  @inlinable mutating func read(_ chunk: borrowing Span<UInt8>) throws(JSONError) {
    let count = chunk.count
    var at = 0
    if phase.rawValue > Phase.done.rawValue { try resume(chunk, &at) }
    while at < count {
      let byte = chunk[at]
      if byte <= 0x20 {
        guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { throw unexpected(chunk, at) }
        at &+= 1
        continue
      }
      switch phase {
      case .afterMember:
        if byte == UInt8(ascii: ",") {
          phase = .key
          at &+= 1
          // In compact JSON the next name begins here: one round of the loop less for each member.
          if at < count, chunk[at] == UInt8(ascii: "\"") { try readKey(chunk, &at) }
        } else {
          guard byte == UInt8(ascii: "}") else { throw unexpected(chunk, at) }
          try close(&at)
        }
      case .key: try readKey(chunk, &at)
      case .firstKey:
        if byte == UInt8(ascii: "}") { try close(&at) } else { try readKey(chunk, &at) }
      case .colon:
        guard byte == UInt8(ascii: ":") else { throw unexpected(chunk, at) }
        phase = .value
        at &+= 1
      case .value: try readValue(byte, chunk, &at)
      case .firstElement:
        if byte == UInt8(ascii: "]") { try close(&at) } else { try readValue(byte, chunk, &at) }
      case .afterElement:
        if byte == UInt8(ascii: ",") {
          phase = .value
          at &+= 1
        } else {
          guard byte == UInt8(ascii: "]") else { throw unexpected(chunk, at) }
          try close(&at)
        }
      default: throw unexpected(chunk, at)
      }
    }
  }

  /// Reads a value from its first byte, or as much of it as the chunk has.
  @inlinable @inline(__always) mutating func readValue(
    _ byte: UInt8, _ chunk: borrowing Span<UInt8>, _ at: inout Int
  ) throws(JSONError) {
    switch byte {
    case UInt8(ascii: "\""): try readString(chunk, &at)
    case UInt8(ascii: "{"): try openObject(&at)
    case UInt8(ascii: "["): try openArray(&at)
    case 0x30...0x39, UInt8(ascii: "-"): try readNumber(chunk, &at)
    case UInt8(ascii: "n"): try readLiteral(.null, chunk, &at)
    case UInt8(ascii: "t"): try readLiteral(.true, chunk, &at)
    case UInt8(ascii: "f"): try readLiteral(.false, chunk, &at)
    default: throw unexpected(chunk, at)
    }
  }

  @inlinable @inline(__always) mutating func openObject(_ at: inout Int) throws(JSONError) {
    try open(.object, at)
    at &+= 1
    if mutedDepth < 0 { do { try handler.beginObject() } catch { throw JSONError(offset: consumed &+ at, error) } }
    nesting.push(isObject: true)
    phase = .firstKey
  }

  @inlinable @inline(__always) mutating func openArray(_ at: inout Int) throws(JSONError) {
    try open(.array, at)
    at &+= 1
    if mutedDepth < 0 { do { try handler.beginArray() } catch { throw JSONError(offset: consumed &+ at, error) } }
    nesting.push(isObject: false)
    phase = .firstElement
  }

  @inlinable @inline(__always) mutating func open(_ kind: JSONKind, _ at: Int) throws(JSONError) {
    guard nesting.depth < deepest else {
      throw JSONError(offset: consumed &+ at, .tooDeep(limit: deepest))
    }
    if try !wants(kind, at) { if mutedDepth < 0 { mutedDepth = nesting.depth } }
  }

  /// Closes the innermost object or array; the caller has seen that its bracket is the right one.
  @inlinable @inline(__always) mutating func close(_ at: inout Int) throws(JSONError) {
    at &+= 1
    let wasObject = nesting.pop()
    if mutedDepth < 0 {
      do {
        if wasObject { try handler.endObject() } else { try handler.endArray() }
      } catch {
        throw JSONError(offset: consumed &+ at, error)
      }
    }
    endValue()
  }

  /// A value is over: an unwanted one is forgotten, and what it stood in goes on.
  @inlinable @inline(__always) mutating func endValue() {
    if mutedDepth == nesting.depth { mutedDepth = -1 }
    phase = nesting.depth == 0 ? .done : nesting.isObject ? .afterMember : .afterElement
  }

  /// Whether the handler is to be told of a value that begins.
  @inlinable @inline(__always) mutating func wants(_ kind: JSONKind, _ at: Int) throws(JSONError) -> Bool {
    guard mutedDepth < 0 else { return false }
    do { return try handler.wants(kind) } catch { throw JSONError(offset: consumed &+ at, error) }
  }

  @inline(never) @usableFromInline func unexpected(
    _ chunk: borrowing Span<UInt8>, _ at: Int
  ) -> JSONError {
    JSONError(offset: consumed &+ at, phase == .stopped ? .stopped : .unexpected(chunk[at]))
  }
}
