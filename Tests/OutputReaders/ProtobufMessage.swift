/// A message of protobuf, as far as points of OpenTelemetry need it.
struct ProtobufMessage {
  private var fields: [(number: UInt64, bytes: [UInt8])] = []

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    func number() -> UInt64 {
      var (value, shift): (UInt64, UInt64) = (0, 0)
      while let byte = rest.popFirst() {
        value |= UInt64(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      return value
    }
    while !rest.isEmpty {
      let key = number()
      let count =
        switch key & 7 {
        case 1: 8
        case 2: Int(number())
        case 5: 4
        default: 0
        }
      fields.append((key >> 3, Array(rest.prefix(count))))
      rest = rest.dropFirst(count)
    }
  }

  func messages(_ path: UInt64...) -> [ProtobufMessage] {
    path.reduce([self]) { messages, number in messages.flatMap { $0.all(number) }.map(ProtobufMessage.init) }
  }

  func all(_ number: UInt64) -> [[UInt8]] { fields.filter { $0.number == number }.map(\.bytes) }

  func text(_ number: UInt64) -> String { String(decoding: all(number).first ?? [], as: UTF8.self) }

  func fixed(_ number: UInt64) -> UInt64 { (all(number).first ?? []).reversed().reduce(0) { $0 << 8 | UInt64($1) } }
}
