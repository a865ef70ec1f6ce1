/// Reads the strings that are not plain ASCII within one chunk: those with escapes, with longer characters, and those
/// that a chunk's end cuts. It alone holds bytes from one chunk to the next.
@usableFromInline struct JSONStringReader: Sendable {
  /// What is kept of a token that is not contiguous in the chunk.
  @usableFromInline var scratch: [UInt8] = []
  private var usesScratch = false
  private var escape = JSONEscape()
  private var utf8 = UTF8Continuation()
  private let limit: Int

  @usableFromInline init(limit: Int) {
    self.limit = limit
  }

  /// Makes it ready for the next token.
  @usableFromInline mutating func reset() {
    scratch.removeAll(keepingCapacity: true)
    usesScratch = false
    escape = JSONEscape()
    utf8 = UTF8Continuation()
  }

  /// How far a string has come.
  @usableFromInline enum Progress {
    /// The chunk ended first.
    case open
    /// It ended, and what is kept of it is the chunk from the start to before the quote.
    case inChunk
    /// It ended, and what is kept of it is in `scratch`.
    case inScratch
  }

  /// Reads on from `at`, which it leaves behind the closing quote; where the content is not wanted (`keeps`), its length
  /// does not matter. Errors have their place from `consumed`, the bytes before the chunk.
  @inline(never) @usableFromInline mutating func read(
    _ chunk: borrowing Span<UInt8>, at: inout Int, keeps: Bool, consumed: Int
  ) throws(JSONError) -> Progress {
    let count = chunk.count
    var start = at
    while at < count {
      if escape.isOpen {
        switch escape.take(chunk[at]) {
        case .open: break
        case .whole(let scalar): if keeps { try append(scalar, at: consumed + at) }
        case .fault(let reason): throw JSONError(offset: consumed + at, reason)
        }
        at += 1
        start = at
        continue
      }
      if utf8.isOpen {
        guard utf8.take(chunk[at]) else { throw JSONError(offset: consumed + at, .invalidUTF8) }
        at += 1
        continue
      }
      at = chunk.firstSpecial(from: at)
      if at == count { break }
      switch chunk[at] {
      case UInt8(ascii: "\""):
        if keeps, usesScratch || at - start > limit { try keep(chunk, start, at, consumed) }
        at += 1
        return usesScratch ? .inScratch : .inChunk
      case UInt8(ascii: "\\"):
        if keeps { try keep(chunk, start, at, consumed) }
        escape.open()
      case 0..<0x20: throw JSONError(offset: consumed + at, .controlCharacter)
      case let lead: guard utf8.open(lead) else { throw JSONError(offset: consumed + at, .invalidUTF8) }
      }
      at += 1
    }
    if keeps, !escape.isOpen { try keep(chunk, start, count, consumed) }
    return .open
  }

  /// Keeps a piece of a token.
  @usableFromInline mutating func keep(
    _ chunk: borrowing Span<UInt8>, _ start: Int, _ end: Int, _ consumed: Int
  ) throws(JSONError) {
    usesScratch = true
    guard scratch.count + end - start <= limit else { throw JSONError(offset: consumed + end, .tooLong(limit: limit)) }
    scratch.append(copying: chunk.extracting(start..<end))
  }

  private mutating func append(_ scalar: Unicode.Scalar, at offset: Int) throws(JSONError) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { scratch.append(byte) }
    guard scratch.count <= limit else { throw JSONError(offset: offset, .tooLong(limit: limit)) }
  }
}
