internal import Formats
internal import Model

/// Reads a snapshot piece by piece, so that no more of its text than its head is in memory at a time.
struct SnapshotReading {
  /// The first line, as far as it has come.
  private var line: [UInt8] = []
  private var rest: (head: SnapshotReader.Head, tokenizer: JSONTokenizer<SnapshotRowHandler>)?
  private let size: Int

  /// - `size`: of the whole text, in bytes: more rows than that it cannot have.
  init(size: Int) {
    self.size = size
  }

  /// Takes the next piece.
  mutating func feed(_ piece: borrowing Span<UInt8>) throws(SnapshotReader.Fault) {
    if rest != nil { return try feedRows(piece) }
    var end = 0
    while end < piece.count, piece[end] != UInt8(ascii: "\n") { end += 1 }
    line.append(copying: piece.extracting(0..<end))
    if end == piece.count { return }
    try open()
    try feedRows(piece.extracting(end..<piece.count))
  }

  /// The content, once every piece was taken.
  mutating func finish() throws(SnapshotReader.Fault) -> SnapshotContent {
    // An end of the line is missing as well.
    guard var (head, tokenizer) = rest else { throw .damaged("it has no head") }
    rest = nil
    do {
      try tokenizer.finish()
    } catch {
      throw .damaged(error.description)
    }
    let handler = tokenizer.handler
    guard !handler.isFaulty, handler.rows.count == head.rows, handler.open.rows.count == head.open else {
      throw .damaged("\(handler.rows.count) of \(head.rows) rows can be read")
    }
    head.content.open = handler.open
    head.content.rows = handler.rows
    head.content.samples = handler.samples
    head.content.absent = handler.absent
    for (index, resources) in handler.found.enumerated() {
      guard resources.count == head.groupSizes[index] else {
        throw .damaged("the resources of group \(head.content.groups[index].name) are not whole")
      }
      head.content.groups[index].resources = resources
    }
    SnapshotReader.keepUnfinished(handler.unfinished, head.unfinishedSizes, in: &head.content.discovery)
    if let index = head.content.groups.firstIndex(where: { $0.name == FoundGroup.placesName }) {
      let group = head.content.groups.remove(at: index)
      head.content.places = Places(askedAt: group.foundAt, resources: group.resources)
    }
    return head.content
  }

  /// Reads the head: the first line is the document's beginning, and with its comma replaced by a brace it is a document
  /// of its own.
  private mutating func open() throws(SnapshotReader.Fault) {
    guard line.last == UInt8(ascii: ",") else { throw .damaged("it has no head") }
    line[line.count - 1] = UInt8(ascii: "}")
    let head = try SnapshotReader.head(line, mostRows: size)
    line[line.count - 1] = UInt8(ascii: ",")
    var tokenizer = JSONTokenizer(
      SnapshotRowHandler(
        metrics: head.content.metrics.count, resources: head.content.resources.count, rows: head.rows,
        groups: head.content.groups.count, unfinished: head.content.discovery.unfinished.count),
      longestString: 1 << 20)
    do {
      try tokenizer.feed(line.span)
    } catch {
      throw .damaged(error.description)
    }
    rest = (head, tokenizer)
    line = []
  }

  private mutating func feedRows(_ piece: borrowing Span<UInt8>) throws(SnapshotReader.Fault) {
    do {
      try rest?.tokenizer.feed(piece)
    } catch {
      throw .damaged(error.description)
    }
  }
}
