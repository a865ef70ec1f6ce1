/// Why bytes are no JSON document that their reader takes, and where.
@usableFromInline package struct JSONError: Error, Hashable, Sendable {
  /// Bytes before the fault; in a document wrapped in a string, bytes of the wrapped form.
  @usableFromInline package let offset: Int
  @usableFromInline package let reason: Reason

  @usableFromInline package init(offset: Int, _ reason: Reason) {
    (self.offset, self.reason) = (offset, reason)
  }

  /// Of a document that is JSON, but not what its reader can take: the reader's words.
  package init(offset: Int, _ words: String) {
    self.init(offset: offset, .unfit(words))
  }

  @usableFromInline package enum Reason: Error, Hashable, Sendable {
    /// A byte that cannot stand where it does.
    case unexpected(UInt8)
    /// The bytes end inside the document, or before it.
    case truncated
    /// A raw byte below 0x20 in a string (RFC 8259, section 7).
    case controlCharacter
    /// Bytes in a string that are not UTF-8 (RFC 3629, section 4).
    case invalidUTF8
    /// A backslash that begins no escape of RFC 8259, section 7.
    case invalidEscape
    /// A `\u` escape of half a surrogate pair: the grammar allows it, but no UTF-8 can carry it.
    case loneSurrogate
    /// A string or number that a handler wants is longer than the limit, in bytes.
    case tooLong(limit: Int)
    /// More objects and arrays stand in each other than the limit.
    case tooDeep(limit: Int)
    /// It is JSON, but not what a handler can read; its words.
    case unfit(String)
    /// The tokenizer had stopped at an earlier error and was not reset.
    case stopped
    /// libjansson's words; line and column count from 1, columns in characters.
    case refused(String, line: Int, column: Int)
  }
}

extension JSONError: CustomStringConvertible {
  @usableFromInline package var description: String { "byte \(offset): \(message)" }

  /// What is wrong, without the place.
  package var message: String {
    switch reason {
    case .unexpected(let byte) where byte > 0x20 && byte < 0x7f: "'\(Unicode.Scalar(byte))' cannot stand here"
    case .unexpected(let byte): "byte 0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16)) cannot stand here"
    case .truncated: "the document ends before it is complete"
    case .controlCharacter: "a control character stands unescaped in a string"
    case .invalidUTF8: "a string is not UTF-8"
    case .invalidEscape: "no such escape"
    case .loneSurrogate: "half a surrogate pair is no text"
    case .tooLong(let limit): "a string or number is longer than \(limit) bytes"
    case .tooDeep(let limit): "more than \(limit) objects and arrays stand in each other"
    case .unfit(let words): words
    case .stopped: "reading had stopped at an earlier error"
    case .refused(let text, let line, let column): "\(text) (line \(line), column \(column))"
    }
  }
}
