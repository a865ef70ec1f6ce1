/// Names as the Prometheus text format takes them.
///
/// Source: the Prometheus data model; a label that begins with two underscores makes node_exporter exit.
package enum PrometheusName {
  /// A metric name: each byte outside `[A-Za-z0-9_:]` becomes `_`.
  package static func metric(_ name: String) -> String {
    safe(name) { isLetterOrDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ":") }
  }

  /// A label name: lower-cased as Promitor does, then each byte outside `[a-z0-9_]` becomes `_`.
  package static func label(_ name: String) -> String {
    safe(name.lowercased()) { isLetterOrDigit($0) || $0 == UInt8(ascii: "_") }
  }

  /// A digit in front gets a `_`, and underscores in front become one.
  private static func safe(_ name: String, _ isLegal: (UInt8) -> Bool) -> String {
    if isSafe(name, isLegal) { return name }
    let mapped = name.utf8.map { isLegal($0) ? $0 : UInt8(ascii: "_") }
    let rest = mapped.drop { $0 == UInt8(ascii: "_") }
    let needsUnderscore = rest.count < mapped.count || rest.first.map { $0 &- 0x30 < 10 } ?? true
    return (needsUnderscore ? "_" : "") + String(decoding: rest, as: UTF8.self)
  }

  /// Whether the name can stay as it is, as nearly all can.
  private static func isSafe(_ name: String, _ isLegal: (UInt8) -> Bool) -> Bool {
    let bytes = name.utf8.span
    guard bytes.count > 0, bytes[0] &- 0x30 >= 10 else { return false }
    for index in bytes.indices where !isLegal(bytes[index]) { return false }
    return bytes[0] != UInt8(ascii: "_") || bytes.count == 1 || bytes[1] != UInt8(ascii: "_")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
}
