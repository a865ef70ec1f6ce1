import System
import Testing

@testable import Transport

@Suite struct QuotaMeterTests {
  private func at(_ seconds: Double) -> Instant { Instant(microseconds: 0) + seconds }

  private func told(_ headers: (name: String, value: String)...) -> HTTPResponse {
    var response = HTTPResponse()
    response.headers = headers
    return response
  }

  /// How many requests may start at a time.
  private func room(_ meter: QuotaMeter, at now: Instant) -> Int {
    var meter = meter
    var count = 0
    while count < 1000, let opens = meter.opens(now: now), opens <= now {
      meter.begin(now: now)
      count += 1
    }
    return count
  }

  @Test(arguments: [
    (HTTPRequest.API.resourceGraph, 15, 5.0, 15), (.logs, 5, 30, 5), (.definitions, 400, 300, 400),
    (.metrics, 1000, 1, 1000), (.getBatch, 1000, 1, 1000), (.token, 1000, 1, 1000), (.storageQueue, 1000, 1, 1000),
  ])
  func whatNobodyHasToldIsGuessed(api: HTTPRequest.API, first: Int, period: Double, second: Int) {
    var meter = QuotaMeter(QuotaRule.of(api))
    #expect(room(meter, at: at(10)) == first)
    for _ in 0..<min(first, 1000) {
      meter.begin(now: at(10))
      meter.end(told(), now: at(10))
    }
    #expect(room(meter, at: at(10 + period)) == second)
  }

  @Test func logAnalyticsHasFiveInFlightAndTwoHundredInAPeriod() {
    var meter = QuotaMeter(QuotaRule.of(.logs))
    for _ in 0..<5 { meter.begin(now: at(0)) }
    #expect(meter.opens(now: at(1)) == nil, "an answer must come first")
    meter.end(told(), now: at(1))
    #expect(room(meter, at: at(1)) == 1)
    for _ in 0..<195 {
      meter.begin(now: at(2))
      meter.end(told(), now: at(2))
    }
    #expect(meter.opens(now: at(2)) == at(30))
    #expect(room(meter, at: at(30)) == 1, "four are under way")
  }

  @Test func aQuotaThatIsUsedUpWaitsForWhatComesBack() {
    var meter = QuotaMeter(QuotaRule.of(.metrics))
    for _ in 0..<3 { meter.begin(now: at(0)) }
    meter.end(told(("x-ms-ratelimit-remaining-subscription-reads", "4")), now: at(1))
    #expect(room(meter, at: at(1)) == 2, "two of the four may be under way")
    meter.end(
      told(
        ("x-ms-ratelimit-remaining-subscription-reads", "7"),
        ("x-ms-ratelimit-remaining-subscription-resource-requests", "1")), now: at(1))
    #expect(meter.opens(now: at(1)) == at(2), "the smallest counts")
    meter.end(told(("x-ms-ratelimit-remaining-subscription-reads", "0")), now: at(1.5))
    #expect(meter.opens(now: at(2)) == at(2.5))
    #expect(room(meter, at: at(2.5)) == 25)
    #expect(room(meter, at: at(4.6)) == 75)
  }

  @Test func resourceGraphSaysWhenItIsWholeAgain() {
    var meter = QuotaMeter(QuotaRule.of(.resourceGraph))
    meter.begin(now: at(0))
    meter.end(told(("x-ms-user-quota-remaining", "0"), ("x-ms-user-quota-resets-after", "00:00:04")), now: at(1))
    #expect(meter.opens(now: at(1)) == at(5))
    #expect(room(meter, at: at(5)) == 15)
    // A caller may have more than others.
    meter.begin(now: at(5))
    meter.end(told(("x-ms-user-quota-remaining", "90"), ("x-ms-user-quota-resets-after", "00:00:05")), now: at(5))
    #expect(room(meter, at: at(6)) == 90)
    #expect(room(meter, at: at(11)) == 90)
  }

  @Test func everyRowHasAnAPIOfItsOwn() {
    #expect(Set(QuotaRule.all.map(\.api)).count == QuotaRule.all.count)
  }

  @Test func aShareLeavesTheRestToOthers() {
    let reads = "x-ms-ratelimit-remaining-subscription-reads"
    var meter = QuotaMeter(QuotaRule.of(.metrics), share: 0.5)
    #expect(room(meter, at: at(10)) == 125, "what is known to be whole is shared before an answer tells")
    meter.begin(now: at(10))
    meter.end(told((reads, "249")), now: at(10))
    #expect(room(meter, at: at(10)) == 124)
    meter.begin(now: at(10))
    meter.end(told((reads, "126")), now: at(10))
    #expect(room(meter, at: at(10)) == 1, "others have used some")
    meter.begin(now: at(10))
    meter.end(told((reads, "30")), now: at(10))
    #expect(meter.opens(now: at(10)) == at(11), "what is left is theirs")
    #expect(room(meter, at: at(11)) == 12, "as is half of what comes back")
    // A caller may have more than others, and keeps to a share of that.
    meter.begin(now: at(20))
    meter.end(told((reads, "1000")), now: at(20))
    #expect(room(meter, at: at(20)) == 500)
  }

  @Test(arguments: [0.001, 0.1, 0.5, 1], HTTPRequest.API.allCases)
  func nothingStarvesUnderAShare(share: Double, api: HTTPRequest.API) {
    var meter = QuotaMeter(QuotaRule.of(api), share: share)
    var now = at(0)
    for number in 0..<20 {
      guard let opens = meter.opens(now: now) else {
        Issue.record("\(number) waits for nobody")
        return
      }
      now = max(now, opens)
      meter.begin(now: now)
      meter.end(
        told(("x-ms-ratelimit-remaining-subscription-reads", "0"), ("x-ms-user-quota-remaining", "0")), now: now)
    }
    #expect(now <= at(20 * 300))
  }
}
