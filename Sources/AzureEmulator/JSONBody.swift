/// A document of JSON as a request carries it (RFC 8259), read strictly.
enum JSONBody: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONBody])
  case object([String: JSONBody])

  /// nil where the text is no document, or names a member twice.
  init?(_ text: String) {
    var reader = JSONReader(rest: Array(text.utf8)[...])
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipBlanks()
    guard reader.rest.isEmpty else { return nil }
    self = value
  }

  var string: String? { if case .string(let text) = self { text } else { nil } }
  var object: [String: JSONBody]? { if case .object(let members) = self { members } else { nil } }
  /// A text, a number or a boolean as it stands in a query; nil for others.
  var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
    case .bool(let value): String(value)
    default: nil
    }
  }
  /// The texts of an array that holds nothing else.
  var strings: [String]? {
    guard case .array(let items) = self else { return nil }
    let texts = items.compactMap(\.string)
    return texts.count == items.count ? texts : nil
  }
  var integer: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
}

private struct JSONReader {
  var rest: ArraySlice<UInt8>

  mutating func skipBlanks() { rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }

  mutating func take(_ text: StaticString) -> Bool {
    skipBlanks()
    let wanted = "\(text)".utf8
    guard rest.starts(with: wanted) else { return false }
    rest = rest.dropFirst(wanted.count)
    return true
  }

  mutating func value(depth: Int) -> JSONBody? {
    guard depth < 64 else { return nil }
    skipBlanks()
    switch rest.first {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> JSONBody? {
    guard take("{") else { return nil }
    var members: [String: JSONBody] = [:]
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard let name = string(), members[name] == nil, take(":"), let value = value(depth: depth + 1) else {
        return nil
      }
      members[name] = value
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSONBody? {
    guard take("[") else { return nil }
    var items: [JSONBody] = []
    if take("]") { return .array(items) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      items.append(value)
    } while take(",")
    return take("]") ? .array(items) : nil
  }

  private mutating func string() -> String? {
    guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
    var units: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return String(validating: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        units += Array(String(scalar).utf8)
      case 0..<0x20: return nil
      default: units.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    switch rest.popFirst() {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let high = unit() else { return nil }
      guard 0xD800..<0xDC00 ~= high else { return Unicode.Scalar(high) }
      guard take("\\u"), let low = unit(), 0xDC00..<0xE000 ~= low else { return nil }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    default: return nil
    }
  }

  private mutating func unit() -> UInt32? {
    guard rest.count >= 4 else { return nil }
    defer { rest = rest.dropFirst(4) }
    let digits = rest.prefix(4)
    return digits.first == UInt8(ascii: "+") ? nil : UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func number() -> JSONBody? {
    let digits = rest.prefix { $0 &- 0x30 < 10 || "+-.eE".utf8.contains($0) }
    let text = String(decoding: digits, as: UTF8.self)
    guard (text.first == "-" || text.first?.isNumber == true), let number = Double(text), number.isFinite else {
      return nil
    }
    rest = rest.dropFirst(digits.count)
    return .number(number)
  }
}
