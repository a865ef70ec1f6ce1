/// The first document of a YAML text, its aliases and merges resolved.
package struct YAMLDocument: Sendable {
  /// nil where the text holds no node at all.
  package var root: YAMLNode?
  /// Faults that leave the rest readable: keys that stand twice or are no text, further documents.
  package var faults: [YAMLFault]

  /// Reads UTF-8 text. Time and memory are bounded by the text's size and `limits`, whatever the text says.
  ///
  /// Throws `malformed` for what is no YAML and `excessive` for what goes beyond a limit.
  package static func read(_ text: [UInt8], limits: YAMLLimits = YAMLLimits()) throws(YAMLFault) -> YAMLDocument {
    let start = YAMLMark(line: 1, column: 1)
    guard text.count <= limits.text else {
      throw YAMLFault(
        .excessive, at: start, "the file has \(text.count) bytes; \(limits.text) are the most",
        remedy: "divide it into several declarations")
    }
    guard directives(in: text, atMost: limits.directives) else {
      throw YAMLFault(
        .excessive, at: start, "the file has more than \(limits.directives) lines that begin with %",
        remedy: "remove them: a configuration needs no YAML directives")
    }
    return try unsafe text.withUnsafeBufferPointer { bytes throws(YAMLFault) in
      var composer = unsafe YAMLComposer(bytes, limits: limits)
      return try composer.document()
    }
  }

  /// Directives stand before everything but comments and blank lines.
  private static func directives(in text: [UInt8], atMost limit: Int) -> Bool {
    var (count, lineStarts) = (0, true)
    for byte in text {
      let endsLine = byte == 0x0A || byte == 0x0D
      if lineStarts, !endsLine {
        switch byte {
        case UInt8(ascii: "%"): count += 1
        case UInt8(ascii: "#"), 0x20, 0x09, 0xEF: break
        default: return true
        }
        if count > limit { return false }
      }
      lineStarts = endsLine
    }
    return true
  }
}
