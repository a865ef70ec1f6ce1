/// JSON as bytes at the end of a buffer.
extension [UInt8] {
  /// Appends a document, indented by two blanks a level for people to read and compare.
  package mutating func append(indented value: JSONValue, level: Int = 0) {
    switch value {
    case .null: append(contentsOf: "null".utf8)
    case .boolean(let value): append(contentsOf: (value ? "true" : "false").utf8)
    // A number of JSON that no double can hold was read as infinite, which JSON cannot say.
    case .number(let number): append(shortest: number.isFinite ? number : number > 0 ? 1.7e308 : -1.7e308)
    case .string(let text): append(json: text)
    case .array(let values):
      container("[", "]", values, level) { $0.append(indented: $1, level: level + 1) }
    case .object(let members):
      container("{", "}", members, level) { out, member in
        out.append(json: member.name)
        out.append(contentsOf: ": ".utf8)
        out.append(indented: member.value, level: level + 1)
      }
    }
  }

  private mutating func container<Item>(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ elements: [Item], _ level: Int,
    _ write: (inout [UInt8], Item) -> Void
  ) {
    append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      lineBreak(level + 1)
      write(&self, element)
    }
    if !elements.isEmpty { lineBreak(level) }
    append(UInt8(ascii: close))
  }

  private mutating func lineBreak(_ level: Int) {
    append(UInt8(ascii: "\n"))
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }
}
