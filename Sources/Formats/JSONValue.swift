internal import CJansson

/// A JSON document as a tree, read by libjansson and copied out: for everything that is small and read once.
package enum JSONValue: Equatable, Sendable {
  case null
  case boolean(Bool)
  /// Exact for integers up to 2^53.
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// The members in their order; of two with one name the last, in the place of the first.
  case object([Member])

  package struct Member: Equatable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Reads a document; any value may be its root.
  ///
  /// libjansson refuses what RFC 8259 leaves to implementations: numbers beyond a double, U+0000 in a name, half a
  /// surrogate pair, and more than 2048 objects and arrays in each other.
  /// - Throws: `JSONError` with libjansson's words for what is wrong.
  package init(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
    guard !bytes.isEmpty else { throw JSONError(offset: 0, .truncated) }
    var problem = json_error_t()
    let flags = Int(JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL | JSON_ALLOW_NUL)
    let root = unsafe bytes.withUnsafeBytes { buffer in
      unsafe json_loadb(buffer.baseAddress, buffer.count, flags, &problem)
    }
    guard let root = unsafe root else { throw JSONError(problem) }
    defer { unsafe json_decref(root) }
    // After a number or a word libjansson overlooks a raw zero byte, which RFC 8259 allows nowhere.
    for at in 0..<bytes.count where bytes[at] == 0 { throw JSONError(offset: at, .unexpected(0)) }
    self = unsafe Self(copying: root)
  }

  /// Reads a document that stands in an array of bytes.
  package init(_ bytes: [UInt8]) throws(JSONError) {
    self = try JSONValue(bytes.span)
  }

  private init(copying value: UnsafeMutablePointer<json_t>) {
    switch unsafe value.pointee.type {
    case JSON_TRUE: self = .boolean(true)
    case JSON_FALSE: self = .boolean(false)
    case JSON_REAL, JSON_INTEGER: self = .number(unsafe json_number_value(value))
    case JSON_STRING: self = unsafe .string(String(json_string_value(value), json_string_length(value)))
    case JSON_ARRAY:
      var elements: [JSONValue] = []
      unsafe elements.reserveCapacity(json_array_size(value))
      for index in unsafe 0..<json_array_size(value) {
        if let element = unsafe json_array_get(value, index) { elements.append(unsafe JSONValue(copying: element)) }
      }
      self = .array(elements)
    case JSON_OBJECT:
      var members: [Member] = []
      unsafe members.reserveCapacity(json_object_size(value))
      var next = unsafe json_object_iter(value)
      while let place = unsafe next {
        if let member = unsafe json_object_iter_value(place) {
          let name = unsafe String(json_object_iter_key(place), json_object_iter_key_len(place))
          members.append(Member(name, unsafe JSONValue(copying: member)))
        }
        unsafe next = json_object_iter_next(value, place)
      }
      self = .object(members)
    default: self = .null
    }
  }
}

extension String {
  /// Copies a string that libjansson owns, which it has found to be UTF-8; U+0000 may stand in it.
  fileprivate init(_ start: UnsafePointer<CChar>?, _ length: Int) {
    self = unsafe String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }
}

extension JSONError {
  fileprivate init(_ problem: json_error_t) {
    var problem = problem
    let text = unsafe withUnsafeBytes(of: &problem.text) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let reason = Reason.refused(text, line: Int(problem.line), column: Int(problem.column))
    self.init(offset: Int(problem.position), reason)
  }
}
