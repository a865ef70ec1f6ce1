internal import CJansson

/// A JSON document as a tree, read by libjansson: for everything that is small and read once.
package enum JSONValue: Equatable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// The members in their order; of two with one name the last.
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
  /// - Throws: `JSONError` with libjansson's words for what is wrong.
  package init(_ bytes: [UInt8]) throws(JSONError) {
    var problem = json_error_t()
    let flags = Int(JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL | JSON_ALLOW_NUL)
    let root = unsafe bytes.withUnsafeBytes { buffer in
      unsafe json_loadb(buffer.baseAddress, buffer.count, flags, &problem)
    }
    guard let root = unsafe root else {
      let text = unsafe withUnsafePointer(to: &problem.text) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: Int(JSON_ERROR_TEXT_LENGTH)) {
          unsafe String(cString: $0)
        }
      }
      throw JSONError(offset: Int(problem.position), text)
    }
    defer { unsafe json_decref(root) }
    self = unsafe Self(copying: root)
  }

  private init(copying value: UnsafeMutablePointer<json_t>) {
    switch unsafe value.pointee.type {
    case JSON_TRUE: self = .boolean(true)
    case JSON_FALSE: self = .boolean(false)
    case JSON_REAL, JSON_INTEGER: self = .number(unsafe json_number_value(value))
    case JSON_STRING:
      self = unsafe .string(Self.text(json_string_value(value), json_string_length(value)))
    case JSON_ARRAY:
      self = unsafe .array(
        (0..<json_array_size(value)).compactMap { index in
          unsafe json_array_get(value, index).map { unsafe JSONValue(copying: $0) }
        })
    case JSON_OBJECT:
      var members: [Member] = []
      unsafe members.reserveCapacity(json_object_size(value))
      var next = unsafe json_object_iter(value)
      while let place = unsafe next {
        if let member = unsafe json_object_iter_value(place) {
          let name = unsafe Self.text(json_object_iter_key(place), json_object_iter_key_len(place))
          members.append(Member(name, unsafe JSONValue(copying: member)))
        }
        unsafe next = json_object_iter_next(value, place)
      }
      self = .object(members)
    default: self = .null
    }
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
    guard let start = unsafe start else { return "" }
    return unsafe String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }

  /// A member of an object; nil where it is none, or has no such member.
  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  package var boolean: Bool? {
    guard case .boolean(let value) = self else { return nil }
    return value
  }

  package var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// A whole number; nil for any other.
  package var integer: Int? { number.flatMap { Int(exactly: $0) } }

  package var array: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  package var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }
}
