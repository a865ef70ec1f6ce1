package import System

/// Sends exchanges over a wire: a bounded number at a time, each with its own deadline, tried again where that can
/// help and the pass's deadline allows it. One thread, one loop.
package final class Courier {
  private let wire: any Wire
  private let maxInFlight: Int
  private let deadline: Instant
  private let policy: RetryPolicy
  /// The longest that one try may take, in seconds.
  private let longestTry: Double
  /// The part of each quota that may be used.
  private let quotaShare: Double
  private let isStopped: () -> Bool
  private let now: () -> Instant
  private let wallSeconds: () -> Int
  private let jitter: () -> Double
  private var lanes: [Lane] = []
  private var laneOf: [String: Int] = [:]
  private var turn = 0
  private var inFlight = 0
  private var finished: [Exchange] = []
  private var hosts = HostWatch()
  /// Whether nothing is started any more: the deadline has come, or somebody told the pass to end.
  private var isClosed = false
  package private(set) var statistics = TransferStatistics()
  /// Called a few times a second while exchanges are under way; nil for nobody.
  package var onBeat: ((Beat) -> Void)?
  private var nextBeat = Instant(microseconds: 0)
  /// Seconds between two calls of it.
  private static let beatPeriod = 0.25

  /// How far it has come.
  package struct Beat: Sendable {
    /// Tries that have ended.
    package var ended: Int
    package var inFlight: Int
    /// Until the deadline.
    package var secondsLeft: Double
  }

  /// The requests of one quota: a service that asks for a wait holds back all of them.
  private struct Lane {
    var waiting: [Exchange] = []
    var head = 0
    var retries: [(at: Instant, exchange: Exchange)] = []
    var closedUntil = Instant(microseconds: 0)
    var meter: QuotaMeter

    var isEmpty: Bool { head == waiting.count && retries.isEmpty }

    /// The next exchange that may start now.
    mutating func next(now: Instant) -> Exchange? {
      guard now >= closedUntil, let opens = meter.opens(now: now), opens <= now else { return nil }
      if let index = retries.firstIndex(where: { $0.at <= now }) { return retries.remove(at: index).exchange }
      guard head < waiting.count else { return nil }
      defer {
        head += 1
        if head == waiting.count {
          waiting.removeAll()
          head = 0
        }
      }
      return waiting[head]
    }

    /// When something may start, nil for a lane that is empty or waits for an answer.
    func opens(now: Instant) -> Instant? {
      guard !isEmpty, let opens = meter.opens(now: now) else { return nil }
      let first = head < waiting.count ? Instant(microseconds: 0) : retries.lazy.map(\.at).min()
      return first.map { max($0, closedUntil, opens) }
    }

    /// Takes out what waits and meets a condition: for its first try, and for another one.
    mutating func takeAll(_ isMeant: (Exchange) -> Bool) -> (untried: [Exchange], tried: [Exchange]) {
      let untried = waiting[head...].filter(isMeant), tried = retries.map(\.exchange).filter(isMeant)
      waiting = waiting[head...].filter { !isMeant($0) }
      head = 0
      retries.removeAll { isMeant($0.exchange) }
      return (untried, tried)
    }
  }

  ///
  /// - `deadline`: when every exchange has ended, with an answer or without.
  /// - `quotaShare`: the part of each quota that may be used, above 0, up to 1.
  /// - `isStopped`: whether somebody told the pass to end.
  /// - `now`: the monotonic clock.
  /// - `wallSeconds`: the wall clock, for waits that are given as a date.
  /// - `jitter`: random numbers from 0 to 1.
  package init(
    wire: any Wire, maxInFlight: Int, deadline: Instant, policy: RetryPolicy = RetryPolicy(), longestTry: Double = 30,
    quotaShare: Double = 1, isStopped: @escaping () -> Bool, now: @escaping () -> Instant = { .now },
    wallSeconds: @escaping () -> Int,
    jitter: @escaping () -> Double
  ) {
    self.wire = wire
    self.maxInFlight = maxInFlight
    self.deadline = deadline
    self.policy = policy
    self.longestTry = longestTry
    self.quotaShare = quotaShare
    self.isStopped = isStopped
    self.now = now
    self.wallSeconds = wallSeconds
    self.jitter = jitter
  }

  /// Puts an exchange at the end of its quota's queue.
  package func submit(_ exchange: Exchange) {
    if let reason = hosts.reason(exchange.request) {
      exchange.failure = .hostLeftAlone(reason)
      return finished.append(exchange)
    }
    let quota = exchange.request.quota
    let lane = laneOf[quota] ?? lanes.count
    if lane == lanes.count {
      laneOf[quota] = lane
      lanes.append(Lane(meter: QuotaMeter(QuotaRule.of(exchange.request.api), share: quotaShare)))
    }
    lanes[lane].waiting.append(exchange)
  }

  /// The next exchange that ended for good; nil when none is left. After the deadline, or when the pass is told to
  /// end, what was not answered ends as abandoned.
  package func next() -> Exchange? {
    while true {
      if let exchange = finished.popLast() { return exchange }
      let now = now()
      if now >= deadline || isStopped() { isClosed = true }
      if isClosed {
        abandonAll()
      } else {
        endWhatCannotStart(now)
        startWhatMay(now)
      }
      if !finished.isEmpty { continue }
      let opens = lanes.compactMap { $0.opens(now: now) }.min()
      if inFlight == 0 && opens == nil { return nil }
      // With every place taken, or every lane shut, the next event is an answer, a lane's opening or the deadline.
      var wake = deadline
      if inFlight < maxInFlight, let opens { wake = min(wake, opens) }
      if onBeat != nil {
        beat(now)
        wake = min(wake, nextBeat)
      }
      for exchange in wire.wait(max(wake.seconds(since: now), 0)) { settle(exchange) }
    }
  }

  private func beat(_ now: Instant) {
    guard now >= nextBeat else { return }
    nextBeat = now + Self.beatPeriod
    onBeat?(
      Beat(
        ended: statistics.tries.values.reduce(0, +), inFlight: inFlight, secondsLeft: deadline.seconds(since: now)))
  }

  private func startWhatMay(_ now: Instant) {
    var idle = 0
    while inFlight < maxInFlight, idle < lanes.count {
      turn = (turn + 1) % lanes.count
      guard let exchange = lanes[turn].next(now: now) else {
        idle += 1
        continue
      }
      idle = 0
      inFlight += 1
      statistics.largestInFlight = max(statistics.largestInFlight, inFlight)
      lanes[turn].meter.begin(now: now)
      exchange.begin()
      // What the deadline ends, this ends itself: it is no fault of who had no time left to answer.
      wire.start(exchange, timeout: longestTry)
    }
  }

  private func settle(_ exchange: Exchange) {
    inFlight -= 1
    statistics.count(exchange)
    let now = now()
    let lane = laneOf[exchange.request.quota]
    if let lane { lanes[lane].meter.end(exchange.response, now: now) }
    var delay = isClosed ? nil : policy.delay(after: exchange, now: wallSeconds(), jitter: jitter())
    if let wait = delay, now + wait >= deadline { delay = nil }
    // Who asks sooner than the service says is refused, and told to wait anew: that is for all of the quota, and also
    // where the pass ends before.
    if let lane, exchange.response.status == 429 || exchange.response.status == 529,
      let wait = RetryPolicy.askedFor(exchange.response, now: wallSeconds()) ?? delay
    {
      lanes[lane].closedUntil = max(lanes[lane].closedUntil, now + wait)
    }
    if hosts.note(exchange, isFinal: delay == nil) { leaveAlone(exchange.request.host) }
    guard let delay, let lane, hosts.reason(exchange.request) == nil else {
      finished.append(exchange)
      return
    }
    statistics.retries += 1
    lanes[lane].retries.append((now + delay, exchange))
  }

  /// Ends what waits for a host that nothing is sent to any more. What was tried keeps its own answer.
  private func leaveAlone(_ host: String) {
    for lane in lanes.indices {
      let (untried, tried) = lanes[lane].takeAll { $0.request.host == host }
      for exchange in untried { exchange.failure = hosts.reason(exchange.request).map { .hostLeftAlone($0) } }
      finished += untried + tried
    }
  }

  /// Ends what could start only after the deadline, as its quota is used up until then: nobody need wait for that.
  private func endWhatCannotStart(_ now: Instant) {
    for lane in lanes.indices {
      guard let opens = lanes[lane].opens(now: now), opens >= deadline else { continue }
      let (untried, tried) = lanes[lane].takeAll { _ in true }
      for exchange in untried { exchange.failure = .heldBack }
      finished += untried + tried
    }
  }

  private func abandonAll() {
    for exchange in wire.cancelAll() { abandon(exchange, keepsAnswer: false) }
    for lane in lanes {
      for exchange in lane.waiting[lane.head...] { abandon(exchange, keepsAnswer: false) }
      for (_, exchange) in lane.retries { abandon(exchange, keepsAnswer: true) }
    }
    lanes = []
    laneOf = [:]
    inFlight = 0
  }

  /// One that waited for another try keeps the answer of its last, which tells more than that time ran out.
  private func abandon(_ exchange: Exchange, keepsAnswer: Bool) {
    if !keepsAnswer { exchange.failure = .abandoned }
    finished.append(exchange)
  }
}
