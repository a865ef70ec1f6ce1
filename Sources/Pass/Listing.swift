internal import Azure
internal import Model
internal import Planning

/// How far the pages of a query have been read: one after the other, part by part of the scope. What it asks for is
/// found as a whole or not at all.
struct Listing {
  let query: LookUps.Query
  /// Where to look, in parts that one call takes.
  private let parts: [GraphScope]
  private var part = 0
  private(set) var page: String?
  private var rows = 0
  /// How many rows the part is said to have; 0 before the first page.
  private var total = 0
  private(set) var resources: [FoundResource] = []
  /// When its first page was asked for, in seconds since 1970 UTC.
  private(set) var begunAt: Int
  /// Whether a pass before read some of it: its token may have been good only for a while.
  private var isResumed = false
  /// `ListDigest.text` from before its first page; "" where there is none.
  var digest = ""
  /// Whether a page has come in this pass.
  private(set) var hasMoved = false

  /// Pages that are older than this, in seconds, are not gone on with: what stands in them may be no more.
  private static let longestPause = 24 * 3600
  /// Room is made for no more resources at once, however many Azure says there are.
  private static let mostReserved = 1_000_000

  /// What comes after a page.
  enum Step {
    case ask, end
    case fault(PassResult.Reason)
  }

  init(_ query: LookUps.Query, now: Int) {
    self.query = query
    begunAt = now
    parts = query.scope.parts()
  }

  /// What the next call looks into.
  var scope: GraphScope { parts[part] }

  /// Whether some pages are there.
  var isUnderWay: Bool { part > 0 || page != nil }

  /// How many rows are there, and how many there are to be as far as that is known.
  var progress: (rows: Int, total: Int) { (resources.count, resources.count - rows + total) }

  /// Goes on where a pass before ended.
  mutating func resume(_ unfinished: UnfinishedGroup) {
    guard 0..<Self.longestPause ~= begunAt - unfinished.begunAt, unfinished.part < parts.count else { return }
    begunAt = unfinished.begunAt
    (part, page) = (unfinished.part, unfinished.page)
    (rows, total) = (unfinished.rows, unfinished.total)
    resources = unfinished.resources
    digest = unfinished.digest
    isResumed = true
  }

  /// Begins anew where a pass before began: its token may be good no longer, and what went since then moves the rows.
  /// False where nobody but this pass can be to blame.
  mutating func restart(now: Int) -> Bool {
    guard isResumed else { return false }
    self = Listing(query, now: now)
    return true
  }

  /// What is left to the next pass, where there is something.
  func unfinished(_ name: String, _ fingerprint: String) -> UnfinishedGroup? {
    guard isUnderWay else { return nil }
    var group = UnfinishedGroup(name: name, fingerprint: fingerprint, begunAt: begunAt)
    (group.part, group.page) = (part, page)
    (group.rows, group.total) = (rows, total)
    group.resources = resources
    group.digest = digest
    return group
  }

  /// Takes a page.
  mutating func take(_ page: ResourceGraph.Page) -> Step {
    let all = resources.count - rows + page.total
    if let limit = query.limit, all > limit {
      let text = "Resource Graph has \(all) resources, more than the group's limit of \(limit)"
      return .fault(.init(code: "Limit", text: text))
    }
    // Of what goes while the list is read, the rows behind it move, and one of them falls between two pages.
    guard page.total >= total else {
      return Self.fault("the list shrank from \(total) to \(page.total) rows while it was read")
    }
    hasMoved = true
    total = page.total
    resources.reserveCapacity(min(all, Self.mostReserved))
    resources += page.resources
    rows += page.resources.count
    if let next = page.next {
      // A token that repeats would go round for ever, and says that rows are lost.
      guard next != self.page, !page.resources.isEmpty, rows < page.total else {
        return Self.fault("Resource Graph repeats a page")
      }
      self.page = next
      return .ask
    }
    guard rows == page.total else { return Self.fault("Resource Graph gave \(rows) of \(page.total) rows") }
    // A row that came twice stands where another one should.
    if self.page != nil, Set(resources.suffix(rows).lazy.map { ResourceID($0.id) }).count < rows {
      return Self.fault("Resource Graph repeats rows")
    }
    part += 1
    self.page = nil
    (rows, total) = (0, 0)
    return part < parts.count ? .ask : .end
  }

  private static func fault(_ text: String) -> Step { .fault(.init(code: "Paging", text: text)) }
}
