package import Formats
package import Model

extension ResourceGraph {
  /// One page of rows.
  package struct Page: Sendable {
    package fileprivate(set) var resources: [FoundResource] = []
    /// The token of the next page; nil on the last.
    package fileprivate(set) var next: String?
    /// How many rows all pages together have.
    package fileprivate(set) var total = 0

    /// Reads an answer's body. Of a large estate this is most of what discovery costs, so it makes no tree of it.
    ///
    /// - `details`: what the rows tell beside where resources are.
    /// - Throws: `JSONError` where it is none, a row lacks its id, or the service says that it left rows out.
    package init(_ body: [UInt8], details: ResourceDetails = ResourceDetails()) throws(JSONError) {
      var tokenizer = JSONTokenizer(PageHandler(details))
      try tokenizer.feed(body.span)
      try tokenizer.finish()
      let handler = tokenizer.handler
      guard handler.hasRows else { throw JSONError(offset: 0, "there are no rows in it") }
      if handler.lacksID { throw JSONError(offset: 0, "a row has no id") }
      // The service writes the flag as a text. Without a token, truncated means that there is no way to the rest.
      if handler.next == nil, handler.isTruncated {
        throw JSONError(offset: 0, "the service left rows out and gives no token for them")
      }
      resources = handler.resources
      next = handler.next
      total = handler.total ?? resources.count
    }
  }
}

/// Takes the rows of a page from the tokenizer.
private struct PageHandler: JSONHandler {
  private enum Member {
    case other, rows, next, total, truncated, id, resourceGroup, location, tags, detail
  }

  private(set) var resources: [FoundResource] = []
  private(set) var hasRows = false
  private(set) var lacksID = false
  private(set) var next: String?
  private(set) var total: Int?
  private(set) var isTruncated = false

  private let wanted: ResourceDetails
  private var member = Member.other
  /// 1 in the document, 2 in the list of rows, 3 in a row, 4 in its tags.
  private var depth = 0
  private var isInTags = false
  /// Which detail the member is.
  private var place = 0
  private var details: [String] = []
  private var id: String?
  private var resourceGroup = ""
  private var region = ""

  init(_ wanted: ResourceDetails) {
    self.wanted = wanted
  }

  mutating func key(_ name: borrowing Span<UInt8>) -> Bool {
    member =
      switch depth {
      case 1:
        if name.equals("data") {
          .rows
        } else if name.equals("$skipToken") {
          .next
        } else if name.equals("totalRecords") {
          .total
        } else if name.equals("resultTruncated") {
          .truncated
        } else {
          .other
        }
      case 3:
        if name.equals("id") {
          .id
        } else if name.equals("resourceGroup") {
          .resourceGroup
        } else if name.equals("location") {
          .location
        } else {
          detail(name)
        }
      case 4 where isInTags: tag(name)
      default: .other
      }
    return member != .other
  }

  /// What a row tells of a resource only where it is asked for.
  private mutating func detail(_ name: borrowing Span<UInt8>) -> Member {
    if name.equals("tags") { return wanted.tags.isEmpty ? .other : .tags }
    for index in wanted.columns.indices where name.equalsFolded(wanted.columns[index].utf8.span) {
      place = wanted.tags.count + index
      return .detail
    }
    return .other
  }

  private mutating func tag(_ name: borrowing Span<UInt8>) -> Member {
    for index in wanted.tags.indices where name.equalsFolded(wanted.tags[index].utf8.span) {
      place = index
      return .detail
    }
    return .other
  }

  mutating func beginObject() {
    depth += 1
    if depth == 3 { (id, resourceGroup, region, details) = (nil, "", "", []) }
    isInTags = depth == 4 && member == .tags
  }

  mutating func endObject() {
    if depth == 3 {
      if let id, !id.isEmpty {
        resources.append(FoundResource(id: id, resourceGroup: resourceGroup, region: region, details: details))
      } else {
        lacksID = true
      }
    }
    isInTags = false
    depth -= 1
  }

  mutating func beginArray() {
    depth += 1
    if depth == 2, member == .rows { hasRows = true }
  }

  mutating func endArray() { depth -= 1 }

  mutating func string(_ text: borrowing Span<UInt8>) {
    switch (depth, member) {
    case (1, .next): next = text.count > 0 ? text.text : nil
    case (1, .truncated): isTruncated = text.text.asciiLowercased == "true"
    // Without the slash in front, as ids are kept.
    case (3, .id): id = text.extracting((text.count > 0 && text[0] == UInt8(ascii: "/") ? 1 : 0)..<text.count).text
    case (3, .resourceGroup): resourceGroup = text.text
    case (3, .location):
      // Azure writes regions in several ways (`West Europe`, `westeurope`).
      let name = text.text.asciiLowercased
      region = name.utf8.contains(UInt8(ascii: " ")) ? name.replacing(" ", with: "") : name
    case (3, .detail), (4, .detail):
      if text.count == 0 { break }
      // Many resources have none, and need no room for it.
      if details.isEmpty { details = Array(repeating: "", count: wanted.count) }
      details[place] = text.text
    default: break
    }
  }

  mutating func number(_ text: borrowing Span<UInt8>) {
    if depth == 1, member == .total { total = Int(exactly: JSONNumber.double(text)) }
  }

  mutating func literal(_ literal: JSONLiteral) {}
}
