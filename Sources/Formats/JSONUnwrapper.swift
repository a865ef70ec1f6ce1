/// Feeds a tokenizer with a document that may come as itself or as a JSON string that holds it: some answers of the Azure
/// Monitor metrics API are such strings. One wrapping is taken off, in stream.
///
/// A root that begins with a quote therefore must hold a document; a plain string at the root is not accepted.
@usableFromInline package struct JSONUnwrapper<Handler: JSONHandler> {
  @usableFromInline package var tokenizer: JSONTokenizer<Handler>

  @usableFromInline enum State: UInt8 {
    case start, plain, wrapped, behind
  }

  @usableFromInline var state = State.start
  @usableFromInline var escape = JSONEscape()
  /// What a chunk holds of the document; it keeps its capacity.
  @usableFromInline var unescaped: [UInt8] = []
  /// Bytes before the current chunk, of the wrapped form.
  @usableFromInline var consumed = 0

  package init(_ tokenizer: JSONTokenizer<Handler>) {
    self.tokenizer = tokenizer
  }

  /// Makes it ready for another document; the handler stays as it is.
  package mutating func reset() {
    tokenizer.reset()
    (state, escape, consumed) = (.start, JSONEscape(), 0)
  }

  /// Reads the next chunk, as `JSONTokenizer.feed` does.
  @inlinable package mutating func feed(_ chunk: borrowing Span<UInt8>) throws(JSONError) {
    if state == .plain { return try tokenizer.feed(chunk) }
    var at = 0
    if state == .start {
      while at < chunk.count, Self.isBlank(chunk[at]) { at &+= 1 }
      if at < chunk.count {
        tokenizer.consumed = consumed
        guard chunk[at] == UInt8(ascii: "\"") else {
          state = .plain
          return try tokenizer.feed(chunk)
        }
        state = .wrapped
        at &+= 1
      }
    }
    if state == .wrapped { try unwrap(chunk, &at) }
    while at < chunk.count {
      guard Self.isBlank(chunk[at]) else { throw stop(at, .unexpected(chunk[at])) }
      at &+= 1
    }
    consumed &+= chunk.count
  }

  /// Says that the document has ended, as `JSONTokenizer.finish` does.
  @inlinable package mutating func finish() throws(JSONError) {
    switch state {
    case .start, .wrapped: throw stop(0, .truncated)
    case .behind, .plain: try tokenizer.finish()
    }
  }

  /// Feeds what the wrapping holds, up to its closing quote.
  @inlinable mutating func unwrap(_ chunk: borrowing Span<UInt8>, _ at: inout Int) throws(JSONError) {
    let (start, before) = (at, escape)
    // Taken out while it is lent to the tokenizer, which is a part of the same value.
    var content: [UInt8] = []
    swap(&content, &unescaped)
    content.removeAll(keepingCapacity: true)
    let fault = escape.unescape(chunk, &at, into: &content)
    tokenizer.consumed = 0
    do {
      try tokenizer.feed(content.span)
    } catch {
      let place = error.offset == content.count ? at : before.place(of: error.offset, in: chunk, from: start)
      throw JSONError(offset: consumed &+ place, error.reason)
    }
    unescaped = content
    if let fault { throw stop(at, fault) }
    if at < chunk.count {
      state = .behind
      at &+= 1
      tokenizer.consumed = consumed &+ at
    }
  }

  @inlinable static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  @usableFromInline mutating func stop(_ at: Int, _ reason: JSONError.Reason) -> JSONError {
    let reason = tokenizer.phase == .stopped ? .stopped : reason
    tokenizer.phase = .stopped
    return JSONError(offset: consumed &+ at, reason)
  }
}
