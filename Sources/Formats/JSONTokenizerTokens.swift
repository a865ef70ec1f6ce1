/// Strings, numbers and literals: the tokens that a chunk's end can cut.
extension JSONTokenizer {
  /// Reads a member's name from its quote, and the colon if it follows at once.
  @inlinable @inline(__always) mutating func readKey(
    _ chunk: borrowing Span<UInt8>, _ at: inout Int
  ) throws(JSONError) {
    guard chunk[at] == UInt8(ascii: "\"") else { throw unexpected(chunk, at) }
    let start = at &+ 1
    let end = chunk.firstSpecial(from: start)
    guard end < chunk.count, chunk[end] == UInt8(ascii: "\""), end &- start <= longestString else {
      (isKey, keeps, at) = (true, mutedDepth < 0, start)
      strings.reset()
      return try readRestOfString(chunk, &at)
    }
    at = end &+ 1
    if mutedDepth < 0 { try tellKey(chunk.extracting(start..<end), at) }
    if at < chunk.count, chunk[at] == UInt8(ascii: ":") {
      at &+= 1
      phase = .value
    } else {
      phase = .colon
    }
  }

  /// Reads a string that is a value, from its quote.
  @inlinable @inline(__always) mutating func readString(
    _ chunk: borrowing Span<UInt8>, _ at: inout Int
  ) throws(JSONError) {
    let keeps = try wants(.string, at)
    let start = at &+ 1
    let end = chunk.firstSpecial(from: start)
    guard end < chunk.count, chunk[end] == UInt8(ascii: "\""), end &- start <= longestString || !keeps else {
      (isKey, self.keeps, at) = (false, keeps, start)
      strings.reset()
      return try readRestOfString(chunk, &at)
    }
    at = end &+ 1
    if keeps { try tellString(chunk.extracting(start..<end), at) }
    endValue()
  }

  /// Reads on in a string that is not plain or not whole.
  @inline(never) @inlinable mutating func readRestOfString(
    _ chunk: borrowing Span<UInt8>, _ at: inout Int
  ) throws(JSONError) {
    let start = at
    let progress = try strings.read(chunk, at: &at, keeps: keeps, consumed: consumed)
    switch progress {
    case .open:
      phase = .string
      return
    case .inChunk where keeps: try tell(chunk.extracting(start..<at &- 1), at)
    case .inScratch where keeps:
      // Lent to the handler, so that it may not change under it.
      let token = takeScratch()
      try tell(token.span, at)
      strings.scratch = token
    default: break
    }
    if isKey { phase = .colon } else { endValue() }
  }

  @inlinable mutating func takeScratch() -> [UInt8] {
    var token: [UInt8] = []
    swap(&token, &strings.scratch)
    return token
  }

  /// Reads a number from its first byte.
  @inlinable @inline(__always) mutating func readNumber(
    _ chunk: borrowing Span<UInt8>, _ at: inout Int
  ) throws(JSONError) {
    let keeps = try wants(.number, at)
    let start = at
    if let end = JSONNumberGrammar.endOfPlain(chunk, start), end &- start <= longestString || !keeps {
      at = end
      if keeps { try tellNumber(chunk.extracting(start..<end), end) }
      return endValue()
    }
    numbers = .start
    guard numbers.read(chunk, &at), at &- start <= longestString || !keeps else {
      self.keeps = keeps
      strings.reset()
      return try cutNumber(chunk, start, at)
    }
    if keeps { try tellNumber(chunk.extracting(start..<at), at) }
    endValue()
  }

  /// A number that the chunk's end cuts is kept; any other that comes here is none, or is too long.
  @inline(never) @inlinable mutating func cutNumber(
    _ chunk: borrowing Span<UInt8>, _ start: Int, _ at: Int
  ) throws(JSONError) {
    if keeps { try strings.keep(chunk, start, at, consumed) }
    guard at == chunk.count else { throw unexpected(chunk, at) }
    phase = .number
  }

  /// Reads a literal from its first letter.
  @inlinable mutating func readLiteral(
    _ literal: JSONLiteral, _ chunk: borrowing Span<UInt8>, _ at: inout Int
  ) throws(JSONError) {
    keeps = try wants(.literal, at)
    self.literal = literal
    literalBytes = 0
    try readRestOfLiteral(chunk, &at)
  }

  @inlinable mutating func readRestOfLiteral(
    _ chunk: borrowing Span<UInt8>, _ at: inout Int
  ) throws(JSONError) {
    let text = literal.text
    while at < chunk.count, literalBytes < text.utf8CodeUnitCount {
      guard unsafe chunk[at] == text.utf8Start[literalBytes] else { throw unexpected(chunk, at) }
      literalBytes &+= 1
      at &+= 1
    }
    guard literalBytes == text.utf8CodeUnitCount else {
      phase = .literal
      return
    }
    if keeps { do { try handler.literal(literal) } catch { throw JSONError(offset: consumed &+ at, error) } }
    endValue()
  }

  /// Goes on with the token that the last chunk cut.
  @inline(never) @inlinable mutating func resume(
    _ chunk: borrowing Span<UInt8>, _ at: inout Int
  ) throws(JSONError) {
    switch phase {
    case .string: try readRestOfString(chunk, &at)
    case .literal: try readRestOfLiteral(chunk, &at)
    case .number:
      guard numbers.read(chunk, &at) else { return try cutNumber(chunk, 0, at) }
      if keeps {
        try strings.keep(chunk, 0, at, consumed)
        let token = takeScratch()
        try tellNumber(token.span, at)
        strings.scratch = token
      }
      endValue()
    default: throw JSONError(offset: consumed, .stopped)
    }
  }

  @inlinable mutating func tell(_ text: borrowing Span<UInt8>, _ at: Int) throws(JSONError) {
    if isKey { try tellKey(text, at) } else { try tellString(text, at) }
  }

  @inlinable @inline(__always) mutating func tellKey(
    _ name: borrowing Span<UInt8>, _ at: Int
  ) throws(JSONError) {
    do {
      if try !handler.key(name) { mutedDepth = nesting.depth }
    } catch {
      throw JSONError(offset: consumed &+ at, error)
    }
  }

  @inlinable @inline(__always) mutating func tellString(
    _ text: borrowing Span<UInt8>, _ at: Int
  ) throws(JSONError) {
    do { try handler.string(text) } catch { throw JSONError(offset: consumed &+ at, error) }
  }

  @inlinable @inline(__always) mutating func tellNumber(
    _ text: borrowing Span<UInt8>, _ at: Int
  ) throws(JSONError) {
    do { try handler.number(text) } catch { throw JSONError(offset: consumed &+ at, error) }
  }
}
