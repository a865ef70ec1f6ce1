/// Strings, numbers and words: the tokens that a chunk's end can cut.
extension JSONTokenizer {
  @inlinable mutating func beginString(isKey: Bool) {
    phase = .string
    self.isKey = isKey
    usesScratch = false
  }

  /// Reads on in a string; gives the index of the first byte behind what was read.
  @inlinable mutating func readString(_ chunk: borrowing Span<UInt8>, from first: Int) throws(JSONError) -> Int {
    let count = chunk.count
    let isWanted = !isMuted
    var start = first
    var at = first
    while at < count {
      if escape.isOpen {
        guard escape.take(chunk[at], into: &scratch) else { throw fault(at, "no such escape") }
        at += 1
        start = at
        continue
      }
      if utf8Needs > 0 {
        try readContinuation(chunk[at], at: at)
        at += 1
        continue
      }
      at = Self.firstSpecial(chunk, from: at)
      if at == count { break }
      let byte = chunk[at]
      if byte == UInt8(ascii: "\"") {
        if isWanted { try hand(on: chunk, start, at) }
        phase = isKey ? .colon : phase
        if !isKey { endValue() }
        return at + 1
      } else if byte == UInt8(ascii: "\\") {
        if !isWanted { scratch.removeAll(keepingCapacity: true) } else { try keep(chunk, start, at) }
        escape.open()
        at += 1
      } else if byte < 0x20 {
        throw fault(at, "a control character stands in a string")
      } else {
        try readLead(byte, at: at)
        at += 1
      }
    }
    if isWanted, !escape.isOpen { try keep(chunk, start, count) }
    return count
  }

  /// The next byte from `at` on that ends a run of plain ASCII: a quote, a backslash, a control character, or one of
  /// a longer character. Eight bytes are looked at together: a byte of `x ^ c` is 0 where `x` has `c`, and
  /// subtracting 1 from each byte carries into the top bit of the lowest such byte.
  @inlinable @inline(__always) static func firstSpecial(_ chunk: borrowing Span<UInt8>, from: Int) -> Int {
    var at = from
    let raw = unsafe chunk.bytes
    while at + 8 <= raw.byteCount {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      let quote = word ^ 0x2222_2222_2222_2222
      let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let ones: UInt64 = 0x0101_0101_0101_0101
      let blanks: UInt64 = 0x2020_2020_2020_2020
      let isQuote = (quote &- ones) & ~quote
      let isBackslash = (backslash &- ones) & ~backslash
      let isControl = (word &- blanks) & ~word
      let found = (isQuote | isBackslash | isControl | word) & 0x8080_8080_8080_8080
      if found != 0 { return at + found.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < chunk.count {
      let byte = chunk[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 || byte >= 0x80 { return at }
      at += 1
    }
    return at
  }

  /// Hands on the string that ends before `end`.
  @inlinable mutating func hand(on chunk: borrowing Span<UInt8>, _ start: Int, _ end: Int) throws(JSONError) {
    if usesScratch {
      try keep(chunk, start, end)
      // The token is lent to the handler while the tokenizer itself changes.
      let token = takeScratch()
      deliver(token.span)
      scratch = token
    } else {
      guard end - start <= longestString else { throw tooLong(end) }
      deliver(chunk.extracting(start..<end))
    }
  }

  @inlinable @inline(__always) mutating func deliver(_ text: borrowing Span<UInt8>) {
    if !isKey {
      handler.string(text)
    } else if !handler.key(text) {
      mutedDepth = open.depth
    }
  }

  @usableFromInline mutating func keep(_ chunk: borrowing Span<UInt8>, _ start: Int, _ end: Int) throws(JSONError) {
    if !usesScratch { scratch.removeAll(keepingCapacity: true) }
    usesScratch = true
    guard scratch.count + end - start <= longestString else { throw tooLong(end) }
    let piece = chunk.extracting(start..<end)
    unsafe piece.withUnsafeBufferPointer { unsafe scratch.append(contentsOf: $0) }
  }

  @usableFromInline func tooLong(_ at: Int) -> JSONError { fault(at, "a string of more than \(longestString) bytes") }

  /// The first byte of a character of several (RFC 3629 section 4): what may follow depends on it.
  @usableFromInline mutating func readLead(_ byte: UInt8, at: Int) throws(JSONError) {
    (utf8Low, utf8High) = (0x80, 0xBF)
    switch byte {
    case 0xC2...0xDF: utf8Needs = 1
    case 0xE0: (utf8Needs, utf8Low) = (2, 0xA0)
    case 0xED: (utf8Needs, utf8High) = (2, 0x9F)
    case 0xE1...0xEF: utf8Needs = 2
    case 0xF0: (utf8Needs, utf8Low) = (3, 0x90)
    case 0xF1...0xF3: utf8Needs = 3
    case 0xF4: (utf8Needs, utf8High) = (3, 0x8F)
    default: throw fault(at, "a byte that is no UTF-8")
    }
  }

  @usableFromInline mutating func readContinuation(_ byte: UInt8, at: Int) throws(JSONError) {
    guard utf8Low...utf8High ~= byte else { throw fault(at, "a byte that is no UTF-8") }
    (utf8Low, utf8High) = (0x80, 0xBF)
    utf8Needs -= 1
  }

  /// Reads on in a number; it ends at the first byte that can be no part of one.
  @inlinable mutating func readNumber(_ chunk: borrowing Span<UInt8>, from start: Int) throws(JSONError) -> Int {
    var at = start
    while at < chunk.count, Self.isOfNumber(chunk[at]) { at += 1 }
    if at == chunk.count || usesScratch {
      try keep(chunk, start, at)
      if at < chunk.count { try endNumberFromScratch(at: at) }
    } else {
      try endNumber(chunk.extracting(start..<at), at: at)
    }
    return at
  }

  @inlinable @inline(__always) static func isOfNumber(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte | 0x20 == UInt8(ascii: "e")
      || byte == UInt8(ascii: "+")
  }

  @inlinable mutating func endNumber(_ text: borrowing Span<UInt8>, at: Int) throws(JSONError) {
    guard JSONNumber.isValid(text) else { throw fault(at, "no number of JSON") }
    if !isMuted { handler.number(text) }
    endValue()
  }

  @inlinable mutating func endNumberFromScratch(at: Int) throws(JSONError) {
    let token = takeScratch()
    try endNumber(token.span, at: at)
    scratch = token
  }

  @usableFromInline mutating func takeScratch() -> [UInt8] {
    var token: [UInt8] = []
    swap(&token, &scratch)
    return token
  }

  @inlinable mutating func beginLiteral(_ literal: JSONLiteral) {
    self.literal = literal
    literalBytes = 1
    phase = .literal
  }

  @inlinable mutating func readLiteral(_ chunk: borrowing Span<UInt8>, from start: Int) throws(JSONError) -> Int {
    let text = literal.text
    var at = start
    while at < chunk.count, literalBytes < text.utf8CodeUnitCount {
      guard unsafe chunk[at] == text.utf8Start[literalBytes] else { throw fault(at, "no word of JSON") }
      literalBytes += 1
      at += 1
    }
    if literalBytes == text.utf8CodeUnitCount {
      if !isMuted { handler.literal(literal) }
      endValue()
    }
    return at
  }
}
