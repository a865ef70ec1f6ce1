import System
import Testing

@testable import Transport

/// A wire on which time passes only while it is waited on, and each answer is the test's.
private final class ScriptedWire: Wire {
  let needsSignIn = false
  var now = Instant(microseconds: 0)
  var latency = 0.1
  var starts: [(url: String, at: Double)] = []
  var mostBusy = 0
  private var busy: [(exchange: Exchange, endsAt: Instant)] = []
  var answer: (String, Int) -> HTTPResponse?
  /// Whether an answer is asked for when it comes, and not when its request starts too.
  var countsAnswersOnce = false

  /// - Parameter answer: the response to the n-th try (from 1) of a URL; nil for one that never answers.
  init(_ answer: @escaping (String, Int) -> HTTPResponse?) {
    self.answer = answer
  }

  func start(_ exchange: Exchange, timeout seconds: Double) {
    starts.append((exchange.request.url, now.seconds(since: Instant(microseconds: 0))))
    let isAnswered = countsAnswersOnce || answer(exchange.request.url, exchange.tries) != nil
    busy.append((exchange, now + (isAnswered ? min(latency, seconds) : seconds)))
    mostBusy = max(mostBusy, busy.count)
  }

  func wait(_ seconds: Double) -> [Exchange] {
    let first = busy.map(\.endsAt).min()
    now = min(first ?? now + seconds, now + seconds)
    let ended = busy.filter { $0.endsAt <= now }.map(\.exchange)
    busy.removeAll { $0.endsAt <= now }
    for exchange in ended {
      if let response = answer(exchange.request.url, exchange.tries) {
        exchange.response = response
      } else {
        exchange.failure = .timeout
      }
    }
    return ended
  }

  func cancelAll() -> [Exchange] {
    defer { busy = [] }
    return busy.map(\.exchange)
  }
}

private func response(_ status: Int, _ headers: [(name: String, value: String)] = []) -> HTTPResponse {
  var response = HTTPResponse()
  response.status = status
  response.headers = headers
  return response
}

private func courier(
  _ wire: ScriptedWire, inFlight: Int = 4, deadline: Double = 100, isStopped: @escaping () -> Bool = { false }
) -> Courier {
  Courier(
    wire: wire, maxInFlight: inFlight, deadline: Instant(microseconds: 0) + deadline, isStopped: isStopped,
    now: { wire.now }, wallSeconds: { 1_800_000_000 }, jitter: { 1 })
}

private func exchange(
  _ url: String, number: Int = 0, quota: String = "q", api: HTTPRequest.API = .metrics
) -> Exchange {
  Exchange(HTTPRequest(.get, url, api: api, quota: quota), number: number, receiver: BodyBuffer())
}

private func drain(_ courier: Courier) -> [Exchange] {
  var all: [Exchange] = []
  while let exchange = courier.next() { all.append(exchange) }
  return all
}

@Test func everyExchangeEndsOnceWithinTheBound() {
  let wire = ScriptedWire { _, _ in response(200) }
  let courier = courier(wire, inFlight: 3)
  for number in 0..<20 { courier.submit(exchange("\(number)", number: number, quota: "\(number % 3)")) }
  let ended = drain(courier)
  #expect(ended.map(\.number).sorted() == Array(0..<20))
  #expect(wire.mostBusy == 3)
  #expect(courier.statistics.largestInFlight == 3)
  #expect(courier.statistics.tries[.init(api: .metrics, result: .ok)] == 20)
}

@Test(arguments: [408, 429, 500, 502, 503, 504, 529]) func transientStatesAreTriedAgain(status: Int) {
  let wire = ScriptedWire { _, attempt in response(attempt < 3 ? status : 200) }
  let courier = courier(wire)
  courier.submit(exchange("a"))
  let ended = drain(courier)
  #expect(ended.map(\.response.status) == [200])
  #expect(ended.first?.tries == 3)
  #expect(courier.statistics.retries == 2)
  // The second wait is twice as long as the first.
  let gaps = zip(wire.starts.dropFirst(), wire.starts).map { $0.at - $1.at - wire.latency }
  #expect(abs(gaps[0] - 0.8) < 0.001 && abs(gaps[1] - 1.6) < 0.001)
}

@Test(arguments: [400, 401, 403, 404, 302, 501]) func finalStatesAreNot(status: Int) {
  let wire = ScriptedWire { _, _ in response(status) }
  let courier = courier(wire)
  courier.submit(exchange("a"))
  #expect(drain(courier).map(\.tries) == [1])
}

@Test func triesHaveABound() {
  let wire = ScriptedWire { _, _ in response(503) }
  let courier = courier(wire)
  courier.submit(exchange("a"))
  let ended = drain(courier)
  #expect(ended.map(\.tries) == [4])
  #expect(ended.map(\.response.status) == [503])
}

@Test(arguments: [
  ([("retry-after", "7")], 7.0), ([("retry-after-ms", "250")], 0.25), ([("x-ms-retry-after-ms", "1500")], 1.5),
  ([("retry-after", "Fri, 15 Jan 2027 08:00:09 GMT")], 9.0), ([("retry-after", "soon")], 0.8),
  ([("retry-after", "nan")], 0.8), ([("retry-after", "-1")], 0.8),
])
func aWaitThatIsAskedForIsKept(headers: [(name: String, value: String)], seconds: Double) {
  let wire = ScriptedWire { _, attempt in attempt == 1 ? response(429, headers) : response(200) }
  let courier = courier(wire)
  courier.submit(exchange("a"))
  _ = drain(courier)
  #expect(abs(wire.starts[1].at - wire.latency - seconds) < 0.001)
}

@Test func aThrottledQuotaHoldsBackItsOwnRequestsOnly() {
  let wire = ScriptedWire { url, attempt in
    url == "busy 0" && attempt == 1 ? response(429, [("retry-after", "10")]) : response(200)
  }
  let courier = courier(wire, inFlight: 2)
  for number in 0..<5 { courier.submit(exchange("busy \(number)", number: number, quota: "busy")) }
  for number in 5..<10 { courier.submit(exchange("free \(number)", number: number, quota: "free")) }
  let ended = drain(courier)
  #expect(ended.count == 10)
  let late = wire.starts.filter { $0.at > 10 }
  #expect(late.allSatisfy { $0.url.hasPrefix("busy") } && late.count >= 4)
  #expect(wire.starts.filter { $0.url.hasPrefix("free") }.allSatisfy { $0.at < 1 })
}

@Test func theDeadlineEndsEverything() {
  let wire = ScriptedWire { url, _ in url == "1" ? response(200) : nil }
  let courier = courier(wire, inFlight: 2, deadline: 5)
  for number in 0..<4 { courier.submit(exchange("\(number)", number: number)) }
  let ended = drain(courier)
  #expect(ended.count == 4)
  #expect(wire.now.seconds(since: Instant(microseconds: 0)) <= 5)
  #expect(ended.filter { $0.failure == nil }.map(\.number) == [1])
}

@Test func aRetryThatWouldPassTheDeadlineIsNotWaitedFor() {
  let wire = ScriptedWire { _, _ in response(429, [("retry-after", "60")]) }
  let courier = courier(wire, deadline: 30)
  courier.submit(exchange("a"))
  let ended = drain(courier)
  #expect(ended.map(\.response.status) == [429])
  #expect(wire.now.seconds(since: Instant(microseconds: 0)) < 1)
}

@Test func aStopEndsEverythingAtOnce() {
  var answers = 0
  let wire = ScriptedWire { _, _ in response(200) }
  let courier = courier(wire, inFlight: 1, isStopped: { answers >= 2 })
  for number in 0..<5 { courier.submit(exchange("\(number)", number: number)) }
  var abandoned = 0
  while let exchange = courier.next() {
    if exchange.failure == .abandoned { abandoned += 1 } else { answers += 1 }
  }
  #expect(answers == 2)
  #expect(abandoned == 3)
}

@Test func aQuotaIsWaitedForInsteadOfOverrun() {
  var left = 15
  var period = 0.0
  let wire = ScriptedWire { _, _ in nil }
  wire.answer = { [unowned wire] _, _ in
    // The service's own books: fifteen for each five seconds.
    let now = wire.now.seconds(since: Instant(microseconds: 0))
    if now >= period + 5 { (left, period) = (15, now) }
    left -= 1
    return left < 0
      ? response(429, [("x-ms-user-quota-remaining", "0"), ("x-ms-user-quota-resets-after", "00:00:05")])
      : response(200, [("x-ms-user-quota-remaining", "\(left)"), ("x-ms-user-quota-resets-after", "00:00:05")])
  }
  wire.countsAnswersOnce = true
  let courier = courier(wire, inFlight: 16)
  for number in 0..<40 { courier.submit(exchange("https://h/\(number)", number: number, api: .resourceGraph)) }
  let ended = drain(courier)
  #expect(ended.map(\.response.status) == Array(repeating: 200, count: 40))
  #expect(courier.statistics.tries[.init(api: .resourceGraph, result: .throttled)] == nil)
  #expect(wire.now.seconds(since: Instant(microseconds: 0)) < 16)
}

@Test func aQuotaThatComesBackTooLateIsNotWaitedFor() {
  let wire = ScriptedWire { _, _ in
    response(200, [("x-ms-user-quota-remaining", "0"), ("x-ms-user-quota-resets-after", "00:10:00")])
  }
  let courier = courier(wire, inFlight: 1, deadline: 30)
  for number in 0..<3 { courier.submit(exchange("https://h/\(number)", number: number, api: .resourceGraph)) }
  let ended = drain(courier)
  #expect(ended.count { $0.failure == nil } == 1 && ended.count { $0.failure == .heldBack } == 2)
  #expect(wire.now.seconds(since: Instant(microseconds: 0)) < 1)
}

@Test func whoIsToldToWaitUntilAfterTheEndSendsNothingMore() {
  let wire = ScriptedWire { _, _ in response(429, [("retry-after", "3600")]) }
  let courier = courier(wire, inFlight: 1, deadline: 30)
  for number in 0..<3 { courier.submit(exchange("https://h/\(number)", number: number)) }
  for number in 3..<5 { courier.submit(exchange("https://h/\(number)", number: number, quota: "other")) }
  let ended = drain(courier)
  #expect(ended.count { $0.failure == nil && $0.response.status == 429 } == 2, "one of each quota")
  #expect(ended.count { $0.failure == .heldBack } == 3)
  #expect(wire.now.seconds(since: Instant(microseconds: 0)) < 1)
}

@Test(arguments: [503, 0]) func aHostThatKeepsFailingIsLeftAlone(status: Int) {
  let wire = ScriptedWire { url, _ in url.contains("//down") ? status == 0 ? nil : response(status) : response(200) }
  let courier = courier(wire, inFlight: 4, deadline: 1000)
  // More than are tried before the first has failed for good.
  for number in 100..<500 { courier.submit(exchange("https://down/\(number)", number: number, quota: "down")) }
  for number in 30..<60 { courier.submit(exchange("https://up/\(number)", number: number, quota: "up")) }
  let ended = drain(courier)
  #expect(ended.map(\.number).sorted() == Array(30..<60) + Array(100..<500))
  #expect(ended.filter { $0.number < 60 }.allSatisfy { $0.response.status == 200 }, "others go on")
  let last = status == 0 ? "no answer in time" : "HTTP 503"
  let reason = "down has failed 5 times in a row and is left alone; the last time: \(last)"
  let leftAlone = ended.filter { $0.failure == .hostLeftAlone(reason) }
  #expect(leftAlone.count > 10, "\(leftAlone.count)")
  #expect(wire.now.seconds(since: Instant(microseconds: 0)) < 100)
  // Nothing more is sent to it.
  let starts = wire.starts.count
  courier.submit(exchange("https://down/again", number: 99))
  #expect(drain(courier).map(\.failure) == [.hostLeftAlone(reason)])
  #expect(wire.starts.count == starts)
}

@Test func aHostThatFailsNowAndThenIsNot() {
  let wire = ScriptedWire { url, _ in response(url.hasSuffix("good") ? 200 : 503) }
  let courier = courier(wire, deadline: 10_000)
  func ends(_ urls: [String]) -> [Int] {
    for url in urls { courier.submit(exchange("https://h/\(url)")) }
    return drain(courier).map(\.response.status)
  }
  let four = ["a", "b", "c", "d"]
  #expect(ends(four) == [503, 503, 503, 503])
  #expect(ends(["good"]) == [200])
  #expect(ends(four) == [503, 503, 503, 503])
  #expect(ends(["good"]) == [200], "four in a row are not five")
  #expect(ends(four + ["e"]).count == 5)
  #expect(ends(["good"]) == [0], "five are")
}

@Test(arguments: [
  (404, [0, 0.1, 1.8, 5.1, 11.6, 24.5]), (410, [0, 0.1, 5.2, 15.3, 35.4, 75.5]), (429, [0, 0.1, 1.8, 5.1, 11.6, 24.5]),
  (500, [0, 1.1, 2.8, 6.1, 12.6, 25.5]), (400, [0]), (403, [0]), (408, [0]),
]) func theMetadataServiceIsWaitedFor(status: Int, starts: [Double]) {
  let wire = ScriptedWire { _, _ in response(status) }
  let courier = courier(wire)
  var request = HTTPRequest(.get, "imds", api: .token, quota: "q")
  request.retries = .metadataService
  courier.submit(Exchange(request, number: 0, receiver: BodyBuffer()))
  #expect(drain(courier).map(\.response.status) == [status])
  #expect(wire.starts.map { ($0.at * 10).rounded() / 10 } == starts)
}

@Test func whatIsNotToBeTriedAgainIsNot() {
  let wire = ScriptedWire { _, _ in nil }
  let courier = courier(wire)
  var request = HTTPRequest(.get, "probe", api: .token, quota: "q")
  request.retries = .none
  courier.submit(Exchange(request, number: 0, receiver: BodyBuffer()))
  #expect(drain(courier).map(\.failure) == [.timeout])
  #expect(wire.starts.count == 1)
}

@Test func whoWatchesIsToldAFewTimesASecondHoweverMuchHappens() {
  let wire = ScriptedWire { url, _ in url == "slow" ? nil : response(200) }
  wire.latency = 0.01
  let courier = courier(wire, inFlight: 2, deadline: 20)
  var beats: [(at: Double, beat: Courier.Beat)] = []
  courier.onBeat = { beats.append((wire.now.seconds(since: Instant(microseconds: 0)), $0)) }
  courier.submit(exchange("slow"))
  for number in 1...100 { courier.submit(exchange("\(number)", number: number)) }
  #expect(drain(courier).count == 101)
  let gaps = zip(beats.dropFirst(), beats).map { $0.at - $1.at }
  #expect(beats.count > 60 && gaps.allSatisfy { $0 >= 0.25 && $0 < 0.3 }, "also where nothing ends")
  #expect(beats[0].beat.ended == 0 && beats[0].beat.inFlight == 2)
  #expect(beats[5].beat.ended == 100 && beats[5].beat.inFlight == 1)
  #expect(beats.allSatisfy { abs($0.beat.secondsLeft - (20 - $0.at)) < 0.001 })
}
