import AzureEmulator
import Testing

/// What is published, and what is told, where pages of Resource Graph come as they should not.
@Suite(.serialized) struct EndToEndPagingFaultTests {
  private static let second = "00000000-0000-0000-0000-000000000002"

  /// A fault that meets the second pass, in which there is one vault of 2,200 less than in the first.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fault: Fault?
    let status: Int32
    /// How many vaults the list has that is used.
    let published: Double
    let says: [String]

    init(_ name: String, _ fault: Fault?, _ status: Int32, published: Double, says: [String] = []) {
      testDescription = name
      self.fault = fault
      self.status = status
      self.published = published
      self.says = says
    }

    private static let old = "its list from 300 seconds ago is used"

    static let all = [
      Row("nothing", nil, 0, published: 2199),
      Row(
        "a repeated token", Fault(.repeatedToken, match: "ResourceGraph"), 3, published: 2200,
        says: ["Paging: Resource Graph repeats a page", old]),
      Row(
        "a lost page", Fault(.lostPage, match: "ResourceGraph"), 3, published: 2200,
        says: ["Paging: Resource Graph gave 1199 of 2199 rows", old]),
      Row(
        "a total that shrinks", Fault(.shrunk, match: "ResourceGraph"), 3, published: 2200,
        says: ["Paging: the list shrank from 2199 to 2198 rows while it was read", old]),
      Row(
        "truncated", Fault(.cut, match: "ResourceGraph"), 3, published: 2200,
        says: ["the service left rows out and gives no token for them", old]),
      Row("throttled mid-way", throttled, 0, published: 2199),
    ]

    /// Strikes the second page alone.
    private static var throttled: Fault {
      var fault = Fault(.status(429), match: "ResourceGraph", retryAfter: "0", times: 1)
      fault.resource = "$skipToken"
      return fault
    }
  }

  private func with(graphQuota: Int = 15, _ body: (EmulatedEstate) async throws -> Void) async throws {
    try await EmulatedEstate.with(
      metricsPerType: 1, graphQuota: graphQuota, isDiscovered: true, isBatched: true,
      estate: Estate(seed: 1, resources: 2200, subscriptions: 2, type: "KeyVault"), body)
  }

  private func published(_ estate: EmulatedEstate) throws -> Double? {
    Exposed(try #require(estate.swath.text("swath-self.prom")))["swath_discovery_resources", "group=all-keyvault"]
  }

  private func check(_ estate: EmulatedEstate, _ result: SwathProcess.Result, _ status: Int32, _ says: [String]) {
    #expect(result.status == status, "\(result.stderr)")
    for text in says { #expect(result.stderr.contains(text), "\(text): \(result.stderr)") }
  }

  @Test(arguments: Row.all)
  func aListIsReplacedAsAWhole(row: Row) async throws {
    try await with { estate in
      #expect(try estate.run().status == 0)
      #expect(try published(estate) == 2200)
      estate.removed = [try #require(estate.configuration.estate.resources.first).id]
      estate.server.set(faults: row.fault.map { [$0] } ?? [])
      estate.advance(seconds: 300)
      check(estate, try estate.run(), row.status, row.says)
      #expect(try published(estate) == row.published)
      // The series of whatever is there are shown in any case.
      #expect(Exposed(try #require(estate.swath.text("swath.prom"))).values == estate.expected)
    }
  }

  @Test func aSubscriptionThatIsForbiddenKeepsItsResources() async throws {
    try await with { estate in
      #expect(try estate.run().status == 0)
      estate.server.set(unreadable: [Self.second])
      estate.advance(seconds: 300)
      let text =
        "Azure leaves 1 subscription out without a word (\(Self.second)); 1100 resources that were there before"
      check(estate, try estate.run(), 3, [text])
      #expect(try published(estate) == 2200)
      let shown = Exposed(try #require(estate.swath.text("swath-self.prom")))
      #expect(shown["swath_discovery_unanswered_subscriptions"] == 1)
      #expect(shown["swath_discovery_kept_resources", "group=all-keyvault", "reason=subscription"] == 1100)
      #expect(shown["swath_discovery_previous_resources", "group=all-keyvault"] == 2200)
      estate.server.set(unreadable: [])
      estate.advance(seconds: 300)
      check(estate, try estate.run(), 0, [])
      #expect(try published(estate) == 2200)
    }
  }

  /// Two pages fit in a pass.
  @Test func aTokenThatExpiredBetweenPassesBeginsTheListAnew() async throws {
    try await with(graphQuota: 2) { estate in
      let short = ["--deadline", "10"]
      check(
        estate, try estate.run(short), 75,
        ["all-keyvault (there is no older list): Unfinished: 2000 of 2200 resources were found in time"])
      estate.server.set(faults: [Fault(.staleToken, match: "ResourceGraph", times: 1)])
      estate.advance(seconds: 60)
      check(estate, try estate.run(short), 75, ["Unfinished: 1000 of 2200 resources were found in time"])
      estate.advance(seconds: 60)
      check(estate, try estate.run(short), 0, [])
      #expect(try published(estate) == 2200)
      estate.advance(seconds: 300)
      check(estate, try estate.run(short), 0, ["all-keyvault (2000 of 2200 resources)"])
      let shown = Exposed(try #require(estate.swath.text("swath-self.prom")))
      #expect(shown["swath_discovery_resources", "group=all-keyvault"] == 2200, "the old list is in force meanwhile")
      #expect(shown["swath_discovery_unfinished_resources", "group=all-keyvault"] == 2000)
    }
  }

  @Test func aSuddenLossIsConfirmed() async throws {
    try await with { estate in
      #expect(try estate.run().status == 0)
      estate.removed = Set(estate.configuration.estate.resources.dropFirst(40).map(\.id))
      estate.advance(seconds: 300)
      check(
        estate, try estate.run(), 0,
        ["discovery of all-keyvault: 2160 of 2200 resources are no more, as two answers of Azure say"])
      let shown = Exposed(try #require(estate.swath.text("swath-self.prom")))
      #expect(shown["swath_discovery_resources", "group=all-keyvault"] == 40)
      #expect(shown["swath_discovery_previous_resources", "group=all-keyvault"] == 2200)
    }
  }
}
