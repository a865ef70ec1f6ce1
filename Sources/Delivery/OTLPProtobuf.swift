internal import Formats

/// The same points in protobuf: what an outbox line says in JSON, by the field numbers of
/// `opentelemetry/proto/metrics/v1/metrics.proto` and of the messages that it uses.
enum OTLPProtobuf {
  /// An `ExportMetricsServiceRequest` from one in JSON, as far as outbox lines use it.
  /// - Throws: `JSONError` where it is no JSON.
  static func request(_ json: [UInt8]) throws(JSONError) -> [UInt8] {
    let document = try JSONValue(json)
    var out: [UInt8] = []
    for metrics in document["resourceMetrics"]?.array ?? [] { message(1, of: metrics, &out, resourceMetrics) }
    return out
  }

  /// What an `ExportMetricsServiceResponse` says of points that were not taken.
  static func partialSuccess(_ response: ArraySlice<UInt8>) -> (rejected: Int, message: String) {
    var (rejected, text) = (0, "")
    for (field, value) in fields(response) where field == 1 {
      guard case .bytes(let partial) = value else { continue }
      for (field, value) in fields(partial) {
        switch (field, value) {
        case (1, .number(let count)): rejected = Int(clamping: count)
        case (2, .bytes(let bytes)): text = String(decoding: bytes, as: UTF8.self)
        default: break
        }
      }
    }
    return (rejected, text)
  }

  /// The seconds after which a `google.rpc.Status` wants to be asked again: its `RetryInfo`; nil where it has none.
  static func retryDelay(_ status: ArraySlice<UInt8>) -> Double? {
    for (field, value) in fields(status) where field == 3 {
      guard case .bytes(let any) = value else { continue }
      var type = ""
      var content: ArraySlice<UInt8> = []
      for (field, value) in fields(any) {
        switch (field, value) {
        case (1, .bytes(let text)): type = String(decoding: text, as: UTF8.self)
        case (2, .bytes(let bytes)): content = bytes
        default: break
        }
      }
      guard type.hasSuffix("/google.rpc.RetryInfo") else { continue }
      // Of its delay what is below a second counts as one.
      guard case (1, .bytes(let delay))? = fields(content).first(where: { $0.0 == 1 }) else { return 0 }
      var seconds = 0.0
      for case (let field, .number(let number)) in fields(delay) {
        seconds += field == 1 ? Double(number) : number > 0 ? 1 : 0
      }
      return seconds
    }
    return nil
  }

  // MARK: Messages

  private static func resourceMetrics(_ value: JSONValue, _ out: inout [UInt8]) {
    if let resource = value["resource"] { message(1, of: resource, &out) { attributes(1, $0, &$1) } }
    for scope in value["scopeMetrics"]?.array ?? [] { message(2, of: scope, &out, scopeMetrics) }
  }

  private static func scopeMetrics(_ value: JSONValue, _ out: inout [UInt8]) {
    if let scope = value["scope"] {
      message(1, of: scope, &out) { scope, out in
        text(1, scope["name"], &out)
        text(2, scope["version"], &out)
      }
    }
    for metric in value["metrics"]?.array ?? [] {
      message(2, of: metric, &out) { metric, out in
        text(1, metric["name"], &out)
        text(2, metric["description"], &out)
        text(3, metric["unit"], &out)
        guard let gauge = metric["gauge"] else { return }
        message(5, of: gauge, &out) { gauge, out in
          for point in gauge["dataPoints"]?.array ?? [] { message(1, of: point, &out, dataPoint) }
        }
      }
    }
  }

  private static func dataPoint(_ value: JSONValue, _ out: inout [UInt8]) {
    if let time = value["timeUnixNano"]?.string.flatMap({ UInt64($0) }) { fixed(3, time, &out) }
    if let number = value["asDouble"]?.number { fixed(4, number.bitPattern, &out) }
    attributes(7, value, &out)
  }

  private static func attributes(_ field: Int, _ value: JSONValue, _ out: inout [UInt8]) {
    for attribute in value["attributes"]?.array ?? [] {
      message(field, of: attribute, &out) { attribute, out in
        text(1, attribute["key"], &out)
        guard let value = attribute["value"] else { return }
        message(2, of: value, &out) { text(1, $0["stringValue"], &$1, writesEmpty: true) }
      }
    }
  }

  // MARK: Wire format

  private static func message(
    _ field: Int, of value: JSONValue, _ out: inout [UInt8], _ write: (JSONValue, inout [UInt8]) -> Void
  ) {
    var inner: [UInt8] = []
    write(value, &inner)
    bytes(field, inner, &out)
  }

  private static func text(_ field: Int, _ value: JSONValue?, _ out: inout [UInt8], writesEmpty: Bool = false) {
    guard let text = value?.string, writesEmpty || !text.isEmpty else { return }
    bytes(field, Array(text.utf8), &out)
  }

  private static func bytes(_ field: Int, _ content: [UInt8], _ out: inout [UInt8]) {
    varint(UInt64(field << 3 | 2), &out)
    varint(UInt64(content.count), &out)
    out += content
  }

  private static func fixed(_ field: Int, _ number: UInt64, _ out: inout [UInt8]) {
    varint(UInt64(field << 3 | 1), &out)
    for shift in stride(from: 0, to: 64, by: 8) { out.append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
  }

  private static func varint(_ number: UInt64, _ out: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      out.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    out.append(UInt8(rest))
  }

  private enum Value {
    case number(UInt64)
    case bytes(ArraySlice<UInt8>)
  }

  /// The fields of a message, as far as they can be read.
  private static func fields(_ message: ArraySlice<UInt8>) -> [(Int, Value)] {
    var rest = message
    var fields: [(Int, Value)] = []
    func number() -> UInt64? {
      var (value, shift): (UInt64, UInt64) = (0, 0)
      while let byte = rest.popFirst(), shift < 64 {
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
      }
      return nil
    }
    while let key = number() {
      switch key & 7 {
      case 0:
        guard let value = number() else { return fields }
        fields.append((Int(clamping: key >> 3), .number(value)))
      case 2:
        guard let count = number(), count <= rest.count else { return fields }
        fields.append((Int(clamping: key >> 3), .bytes(rest.prefix(Int(count)))))
        rest = rest.dropFirst(Int(count))
      case 1: rest = rest.dropFirst(8)
      case 5: rest = rest.dropFirst(4)
      default: return fields
      }
    }
    return fields
  }
}
