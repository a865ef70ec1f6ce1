/// Takes the escapes out of a stretch of a string.
extension JSONEscape {
  /// Appends what a string holds from `at` on, which it leaves at the closing quote, at the end of the chunk or at a fault.
  ///
  /// UTF-8 is left to whoever reads the content: an escape cannot complete a character that raw bytes began.
  @usableFromInline mutating func unescape(
    _ chunk: borrowing Span<UInt8>, _ at: inout Int, into content: inout [UInt8]
  ) -> JSONError.Reason? {
    let count = chunk.count
    while at < count {
      let byte = chunk[at]
      if isOpen {
        switch take(byte) {
        case .open: break
        case .whole(let scalar) where scalar.isASCII: content.append(UInt8(truncatingIfNeeded: scalar.value))
        case .whole(let scalar): content.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        case .fault(let reason): return reason
        }
        at &+= 1
      } else if byte == UInt8(ascii: "\\") {
        at &+= 1
        // What a wrapped document is full of: no round of the loop for its quotes.
        if at < count, chunk[at] == UInt8(ascii: "\"") {
          content.append(UInt8(ascii: "\""))
          at &+= 1
        } else {
          open()
        }
      } else if byte == UInt8(ascii: "\"") {
        return nil
      } else if byte < 0x20 {
        return .controlCharacter
      } else {
        let start = at
        at = chunk.firstSpecial(from: at &+ 1)
        while at < count, chunk[at] >= 0x80 { at = chunk.firstSpecial(from: at &+ 1) }
        if at &- start == 1 { content.append(byte) } else { content.append(copying: chunk.extracting(start..<at)) }
      }
    }
    return nil
  }

  /// Where in a chunk the spelling of a byte ends that `unescape` from `start` on has appended as the one of this index.
  @usableFromInline func place(of index: Int, in chunk: borrowing Span<UInt8>, from start: Int) -> Int {
    var escape = self
    var content: [UInt8] = []
    for at in start..<chunk.count {
      var next = at
      _ = escape.unescape(chunk.extracting(...at), &next, into: &content)
      if content.count > index { return at }
    }
    return chunk.count
  }
}
