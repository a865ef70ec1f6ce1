/// Takes the events of a `JSONTokenizer`, in the order of the document.
///
/// Every span is borrowed: it ends with the call, and what must outlive it is copied. What a handler does not want is
/// checked as strictly as what it takes, so whether a body is JSON never depends on who reads it.
///
/// Every method may throw to stop the tokenizer, which adds the place: usually `JSONError.Reason.unfit`.
///
/// A type is `@usableFromInline` here because the compiler else keeps its `@inlinable` methods to this module, and another
/// module's handler would be called through its witness table for every token: three times the instructions.
@usableFromInline package protocol JSONHandler {
  /// The name of the member that follows: unescaped UTF-8.
  /// - Returns: whether its value is wanted; of one that is not, nothing more is told.
  mutating func key(_ name: borrowing Span<UInt8>) throws(JSONError.Reason) -> Bool

  /// Asked as a value begins, unless its key or what it stands in was not wanted already.
  /// - Returns: whether it is wanted; of one that is not, nothing more is told. True unless implemented.
  mutating func wants(_ kind: JSONKind) throws(JSONError.Reason) -> Bool

  mutating func beginObject() throws(JSONError.Reason)
  mutating func endObject() throws(JSONError.Reason)
  mutating func beginArray() throws(JSONError.Reason)
  mutating func endArray() throws(JSONError.Reason)

  /// A string: unescaped UTF-8, whole, without its quotes. It may hold U+0000.
  mutating func string(_ text: borrowing Span<UInt8>) throws(JSONError.Reason)

  /// A number as it is written; `JSONNumber.double` gives its value.
  mutating func number(_ text: borrowing Span<UInt8>) throws(JSONError.Reason)

  mutating func literal(_ literal: JSONLiteral) throws(JSONError.Reason)
}

extension JSONHandler {
  @inlinable package mutating func wants(_ kind: JSONKind) throws(JSONError.Reason) -> Bool { true }
}

/// What a value is, as its first byte tells.
@usableFromInline package enum JSONKind: UInt8, Sendable {
  case object, array, string, number, literal
}

/// The three words of RFC 8259, section 3.
@usableFromInline package enum JSONLiteral: UInt8, Sendable {
  case null, `true`, `false`

  @usableFromInline var text: StaticString {
    switch self {
    case .null: "null"
    case .true: "true"
    case .false: "false"
    }
  }
}

extension Span<UInt8> {
  /// Whether these are the bytes of `text`: how a handler compares a key without making a string of it.
  ///
  /// Eight or four bytes are looked at together, the last of them once more where they overlap. Of a text that is written
  /// where this is called, the compiler makes numbers.
  @inlinable @inline(__always) package func equals(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard self.count == count else { return false }
    let raw = unsafe bytes
    let expected = unsafe UnsafeRawPointer(text.utf8Start)
    if count >= 8 {
      var at = 0
      while at < count {
        let place = Swift.min(at, count &- 8)
        let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
        guard unsafe word == expected.loadUnaligned(fromByteOffset: place, as: UInt64.self) else { return false }
        at &+= 8
      }
      return true
    }
    if count >= 4 {
      let end = count &- 4
      let first = unsafe raw.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let last = unsafe raw.unsafeLoadUnaligned(fromByteOffset: end, as: UInt32.self)
      return unsafe first == expected.loadUnaligned(as: UInt32.self)
        && last == expected.loadUnaligned(fromByteOffset: end, as: UInt32.self)
    }
    for index in 0..<count where unsafe self[index] != text.utf8Start[index] { return false }
    return true
  }

  /// The bytes as a string; what is not UTF-8 is replaced.
  package var text: String {
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
