/// Feeds a tokenizer with a document that may come as a JSON string that holds it: Azure's metrics API sometimes
/// answers so, and its own client libraries decode such answers twice.
package struct JSONUnwrapper<Handler: JSONHandler> {
  package var tokenizer: JSONTokenizer<Handler>
  @usableFromInline var state = State.start
  @usableFromInline var escape = JSONEscape()
  @usableFromInline var unescaped: [UInt8] = []

  @usableFromInline enum State: UInt8 {
    case start, plain, wrapped, behind
  }

  package init(_ tokenizer: JSONTokenizer<Handler>) {
    self.tokenizer = tokenizer
  }

  /// Makes it ready for another document.
  package mutating func reset() {
    tokenizer.reset()
    state = .start
    escape = JSONEscape()
  }

  /// Reads on. Offsets in errors are those of the document, not of the string around it.
  @inlinable package mutating func feed(_ chunk: borrowing Span<UInt8>) throws(JSONError) {
    if state == .plain { return try tokenizer.feed(chunk) }
    var at = 0
    if state == .start {
      while at < chunk.count, chunk[at] == 0x20 || (chunk[at] >= 0x09 && chunk[at] <= 0x0D) { at += 1 }
      if at == chunk.count { return }
      if chunk[at] != UInt8(ascii: "\"") {
        state = .plain
        return try tokenizer.feed(chunk)
      }
      state = .wrapped
      at += 1
    }
    try unwrap(chunk, from: at)
  }

  /// Says that nothing more comes.
  @inlinable package mutating func finish() throws(JSONError) {
    if state == .wrapped { throw JSONError(offset: tokenizer.consumed, "the document ends too early") }
    try tokenizer.finish()
  }

  @usableFromInline mutating func unwrap(_ chunk: borrowing Span<UInt8>, from first: Int) throws(JSONError) {
    unescaped.removeAll(keepingCapacity: true)
    var at = first
    while at < chunk.count, state == .wrapped {
      let byte = chunk[at]
      at += 1
      if escape.isOpen {
        guard escape.take(byte, into: &unescaped) else {
          throw JSONError(offset: tokenizer.consumed + unescaped.count, "no such escape")
        }
      } else if byte == UInt8(ascii: "\\") {
        escape.open()
      } else if byte == UInt8(ascii: "\"") {
        state = .behind
      } else if byte < 0x20 {
        throw JSONError(
          offset: tokenizer.consumed + unescaped.count, "a control character stands in a string")
      } else {
        unescaped.append(byte)
      }
    }
    let document = unescaped
    unescaped = []
    try tokenizer.feed(document.span)
    unescaped = document
    while at < chunk.count {
      guard chunk[at] == 0x20 || (chunk[at] >= 0x09 && chunk[at] <= 0x0D) else {
        throw JSONError(offset: tokenizer.consumed, "something stands behind the document")
      }
      at += 1
    }
  }
}
