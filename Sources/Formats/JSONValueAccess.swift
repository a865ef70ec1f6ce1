/// What a decoder asks of a tree. Each answer is nil where the value is of another kind, so that a chain of them ends in
/// one `guard`.
extension JSONValue {
  /// A member of an object by its name, spelled exactly.
  package subscript(_ name: String) -> JSONValue? {
    members?.first { $0.name == name }?.value
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
    guard case .number(let value) = self else { return nil }
    return value
  }

  /// A whole number that an `Int` holds; `3.0` is one.
  package var integer: Int? { number.flatMap { Int(exactly: $0) } }

  package var array: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  package var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  package var isNull: Bool { self == .null }
}
