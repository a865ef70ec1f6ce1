import Configuration
import Model
import Pass
import Planning
import Snapshot
import System
import Testing

@testable import Transport

/// Resource Graph in a few lines: eight vaults in three pages, of which a test spoils some.
private final class PagedWire: Wire {
  let needsSignIn = false
  private(set) var clock = Instant(microseconds: 0)
  private(set) var requests = 0
  private let answer: (_ page: String, _ tries: Int) -> Page
  private var ended: [Exchange] = []

  init(_ answer: @escaping (_ page: String, _ tries: Int) -> Page) {
    self.answer = answer
  }

  func start(_ exchange: Exchange, timeout seconds: Double) {
    requests += 1
    let body = String(decoding: exchange.request.body, as: UTF8.self)
    let page = body.split(separator: "\"$skipToken\":\"").dropFirst().first?.prefix { $0 != "\"" }
    let answer = answer(page.map { String($0) } ?? "", exchange.tries)
    exchange.response.status = answer.status
    exchange.response.headers = [("retry-after", "2")]
    if answer.isCut { exchange.response.headers.append(("x-ms-tenant-subscription-limit-hit", "true")) }
    if answer.status == 200 { _ = exchange.receiver.receive(Array(answer.body.utf8).span) }
    ended.append(exchange)
  }

  func wait(_ seconds: Double) -> [Exchange] {
    if ended.isEmpty { clock = clock + seconds }
    defer { ended = [] }
    return ended
  }

  func cancelAll() -> [Exchange] { [] }
}

private struct Page: Sendable {
  var status = 200
  var rows: [Int]
  var total = 8
  var next: String?
  var isTruncated = false
  /// Whether Azure says that it did not look everywhere.
  var isCut = false

  static func whole(_ page: String) -> Page {
    switch page {
    case "": Page(rows: [1, 2, 3], next: "b")
    case "b": Page(rows: [4, 5, 6], next: "c")
    default: Page(rows: [7, 8])
    }
  }

  static func id(_ number: Int) -> String {
    "subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-\(number)"
  }

  var body: String {
    let data = rows.map { "{\"id\":\"/\(Self.id($0))\",\"resourceGroup\":\"rg\",\"location\":\"eastus\"}" }
    return """
      {"totalRecords":\(total),"count":\(rows.count),"resultTruncated":"\(isTruncated)",\
      \(next.map { "\"$skipToken\":\"\($0)\"," } ?? "")"data":[\(data.joined(separator: ","))]}
      """
  }
}

/// One fault of paging, and what is found with it.
private struct PagingCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The numbers of the vaults; nil where the group is not found out.
  let found: [Int]?
  /// A part of the reason.
  let says: String
  let answer: @Sendable (_ page: String, _ tries: Int) -> Page

  init(
    _ name: String, found: [Int]?, says: String = "",
    _ answer: @escaping @Sendable (_ page: String, _ tries: Int) -> Page
  ) {
    testDescription = name
    self.found = found
    self.says = says
    self.answer = answer
  }

  /// Spoils one page.
  init(
    _ name: String, _ page: String, found: [Int]? = nil, says: String = "",
    spoil: @escaping @Sendable (inout Page) -> Void
  ) {
    self.init(name, found: found, says: says) { asked, _ in
      var answer = Page.whole(asked)
      if asked == page { spoil(&answer) }
      return answer
    }
  }

  static let all = [
    PagingCase("nothing", found: Array(1...8)) { page, _ in .whole(page) },
    PagingCase("a token twice", "b", says: "repeats a page") { $0.next = "b" },
    PagingCase("tokens in a circle", "c", says: "repeats a page") { $0.next = "b" },
    PagingCase("an empty page", "b", says: "repeats a page") { $0.rows = [] },
    PagingCase("a lost page", "", says: "gave 5 of 8 rows") { $0.next = "c" },
    PagingCase("an end too early", "b", says: "gave 6 of 8 rows") { $0.next = nil },
    PagingCase("truncated", "b", says: "left rows out") {
      $0.next = nil
      $0.isTruncated = true
    },
    PagingCase("a scope that is cut", "b", says: "more subscriptions than Azure looks into") { $0.isCut = true },
    PagingCase("rows twice", "c", says: "repeats rows") { $0.rows = [1, 2] },
    PagingCase("more rows than there are", "c", says: "gave 9 of 8 rows") { $0.rows = [7, 8, 9] },
    PagingCase("a list that shrinks", "b", says: "shrank from 8 to 7") { $0.total = 7 },
    PagingCase("a list that grows", "c", found: Array(1...9)) {
      $0.rows = [7, 8, 9]
      $0.total = 9
    },
    PagingCase("a page that is throttled at first", found: Array(1...8)) { page, tries in
      page == "b" && tries == 1 ? Page(status: 429, rows: []) : .whole(page)
    },
    PagingCase("a page that is throttled to the end", found: nil, says: "429") { page, _ in
      page == "b" ? Page(status: 429, rows: []) : .whole(page)
    },
  ]
}

@Test(arguments: PagingCase.all, [false, true])
private func aListIsFoundAsAWholeOrNotAtAll(paging: PagingCase, hasOld: Bool) throws {
  var diagnostics = Diagnostics()
  let text = """
    azureLandscape: {tenantId: t, subscriptions: [s]}
    resourceDiscoveryGroups: [{name: vaults, type: KeyVault}]
    """
  let discovery = DiscoveryDeclaration.read(Array(text.utf8), file: "d.yaml", diagnostics: &diagnostics)
  let settings = RuntimeSettings.read(nil, file: "", environment: [:], diagnostics: &diagnostics)
  func lookUps(_ old: [FoundGroup]) -> LookUps {
    var snapshot = SnapshotContent(takenAt: 0, isFrozen: true)
    snapshot.groups = old
    return LookUps(
      discovery, declarations: [], settings: settings, snapshot: snapshot, wantsEveryGroup: true, now: 10_000)
  }
  let query = try #require(lookUps([]).queries.first)
  let old = FoundGroup(
    name: "vaults", fingerprint: LookUps.fingerprint(query.text, query.scope), foundAt: 4000,
    resources: [FoundResource(id: Page.id(1), resourceGroup: "rg", region: "eastus")])
  let wire = PagedWire(paging.answer)
  let result = LookUpRunner.run(
    lookUps(hasOld ? [old] : []), credentials: [nil],
    courier: Courier(
      wire: wire, maxInFlight: 4, deadline: Instant(microseconds: 15_000_000), isStopped: { false },
      now: { wire.clock }, wallSeconds: { 10_000 }, jitter: { 0.5 }), now: 10_000)
  #expect(wire.requests < 20)
  if let found = paging.found {
    #expect(result.failures.isEmpty && result.groups.map(\.foundAt) == [10_000])
    #expect(result.groups.first?.resources.map(\.id) == found.map(Page.id))
  } else {
    let failure = try #require(result.failures.first)
    #expect("\(failure.reason.code): \(failure.reason.text)".contains(paging.says), "\(failure.reason)")
    #expect(result.groups == (hasOld ? [old] : []), "no part of a list is used")
    #expect(failure.usedFrom == (hasOld ? 4000 : nil))
  }
}
