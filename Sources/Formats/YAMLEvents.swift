internal import CYAML

/// The events of a YAML text in order; owns libyaml's parser.
@safe struct YAMLEvents: ~Copyable {
  // libyaml's parser points into itself, so it must not move: it lives on the heap.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let text: UnsafeBufferPointer<UInt8>
  private let limits: YAMLLimits
  private var strings = RepeatedStrings()

  /// The text must be UTF-8, and must outlive the parser; a byte order mark in front is skipped.
  @unsafe init(_ source: UnsafeBufferPointer<UInt8>, limits: YAMLLimits) {
    self.limits = limits
    let mark = unsafe source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    unsafe text = UnsafeBufferPointer(rebasing: source.dropFirst(mark))
    precondition(unsafe yaml_parser_initialize(parser) == 1, "out of memory")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  enum Event {
    case streamEnd
    case documentStart(YAMLMark)
    case documentEnd
    case alias(String, YAMLMark)
    case scalar(String, isQuoted: Bool, anchor: String?, YAMLMark)
    case sequenceStart(anchor: String?, YAMLMark)
    case sequenceEnd
    case mappingStart(anchor: String?, YAMLMark)
    case mappingEnd
  }

  /// The next event. Throws `malformed` where the text is not YAML, `excessive` for a scalar above its limit.
  mutating func next() throws(YAMLFault) -> Event {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
      defer { unsafe yaml_event_delete(&event) }
      let mark = unsafe YAMLMark(line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
      switch unsafe event.type {
      case YAML_STREAM_END_EVENT: return .streamEnd
      case YAML_DOCUMENT_START_EVENT: return .documentStart(mark)
      case YAML_DOCUMENT_END_EVENT: return .documentEnd
      case YAML_ALIAS_EVENT: return .alias(unsafe string(event.data.alias.anchor) ?? "", mark)
      case YAML_SCALAR_EVENT:
        let scalar = unsafe event.data.scalar
        guard unsafe scalar.length <= limits.scalar else {
          throw YAMLFault(
            .excessive, at: mark, "a text of \(unsafe scalar.length) bytes is too long; \(limits.scalar) are the most",
            remedy: "shorten it")
        }
        let value = unsafe strings.string(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
        guard !value.hasCombiningMarks(moreThan: limits.combiningMarks) else {
          throw YAMLFault(
            .excessive, at: mark, "more than \(limits.combiningMarks) combining marks stand in a row in this text",
            remedy: "remove them")
        }
        let isQuoted = unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE
        return .scalar(value, isQuoted: isQuoted, anchor: unsafe string(scalar.anchor), mark)
      case YAML_SEQUENCE_START_EVENT:
        return .sequenceStart(anchor: unsafe string(event.data.sequence_start.anchor), mark)
      case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
      case YAML_MAPPING_START_EVENT:
        return .mappingStart(anchor: unsafe string(event.data.mapping_start.anchor), mark)
      case YAML_MAPPING_END_EVENT: return .mappingEnd
      default: continue
      }
    }
  }

  private func string(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe bytes.map { unsafe String(cString: $0) }
  }

  private func fault() -> YAMLFault {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "out of memory"
    // The reader knows only a byte offset, the other stages a line and a column.
    if unsafe parser.pointee.error == YAML_READER_ERROR {
      let offset = unsafe min(Int(parser.pointee.problem_offset), text.count)
      let value = unsafe parser.pointee.problem_value
      let shown = value < 0 ? "" : " (0x\(String(value, radix: 16, uppercase: true)))"
      return YAMLFault(
        .malformed, at: mark(of: offset), "\(problem)\(shown)",
        remedy: "save the file as UTF-8 text without control characters")
    }
    let mark = unsafe parser.pointee.problem_mark
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
    return YAMLFault(
      .malformed, at: YAMLMark(line: Int(mark.line) + 1, column: Int(mark.column) + 1),
      "this is not YAML: \(problem)" + (context.map { " \($0)" } ?? ""),
      remedy: "look at the indentation, the quotes and the brackets here and just before")
  }

  private func mark(of offset: Int) -> YAMLMark {
    var (line, column) = (1, 1)
    for index in 0..<offset {
      let byte = unsafe text[index]
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return YAMLMark(line: line, column: column)
  }
}

extension String {
  /// Whether more marks than so many that combine with the letter before them stand in a row.
  fileprivate func hasCombiningMarks(moreThan limit: Int) -> Bool {
    if utf8.allSatisfy({ $0 < 0x80 }) { return false }
    var count = 0
    for scalar in unicodeScalars {
      count = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : count + 1
      if count > limit { return true }
    }
    return false
  }
}
