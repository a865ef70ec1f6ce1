internal import Formats
internal import Model

/// Which points of the files for a status page are to be sent: of several that it would show in one half minute the
/// newest, and none in the place of one that is as new and was sent already.
///
/// Buckets begin on whole minutes, so that each has a half minute of its own. What shares one are values that were read
/// as they were at the moment, and what several shards show as one metric.
struct StatuspageSlots {
  /// The times of the points that were sent last of each system metric, one of each half minute, ascending.
  private(set) var sent: [String: [Int]]
  /// Of each half minute in the files that wait the newest time, and the last file that has it; by `slot`.
  private var newest: [String: Int] = [:]
  private var lastFile: [String: Int] = [:]
  /// What comes late is a bucket, so that ten minutes are enough to be remembered of what is read at the moment.
  private static let mostRemembered = 20
  /// What is this much older than the newest, in seconds, is of a metric that is not shown any more.
  private static let longestAge = 24 * 3600

  init(sent: [String: [Int]]) { self.sent = sent }

  /// Notes a file that waits, by its place among them.
  mutating func expect(_ body: ArraySlice<UInt8>, file: Int) {
    Self.forEachPoint(body) { metric, time in
      let slot = Self.slot(metric, time)
      if let known = newest[slot], known > time { return }
      (newest[slot], lastFile[slot]) = (time, file)
    }
  }

  /// The body without what is not to be sent; nil where nothing is left.
  func news(in body: ArraySlice<UInt8>, file: Int) -> ArraySlice<UInt8>? {
    // What is no such body the page shall judge.
    guard let members = (try? JSONValue(Array(body)))?["data"]?.members else { return body }
    var left: [JSONValue.Member] = []
    var isWhole = true
    for metric in members {
      let points = metric.value.array ?? []
      let news = points.filter { $0["timestamp"]?.integer.map { isNews(metric.name, $0, file) } ?? true }
      isWhole = isWhole && news.count == points.count
      if !news.isEmpty { left.append(.init(metric.name, .array(news))) }
    }
    if isWhole { return body }
    if left.isEmpty { return nil }
    var text: [UInt8] = []
    text.append(indented: .object([.init("data", .object(left))]))
    return text[...]
  }

  private func isNews(_ metric: String, _ time: Int, _ file: Int) -> Bool {
    let slot = Self.slot(metric, time)
    if newest[slot] ?? time > time || lastFile[slot] ?? file > file { return false }
    for known in sent[metric] ?? [] where StatusSlot.number(of: known) == StatusSlot.number(of: time) {
      return known < time
    }
    return true
  }

  /// Notes that the page took a body.
  mutating func take(_ body: ArraySlice<UInt8>) {
    var now = 0
    Self.forEachPoint(body) { metric, time in
      var times = sent[metric] ?? []
      times.removeAll { StatusSlot.number(of: $0) == StatusSlot.number(of: time) }
      times.append(time)
      times.sort()
      sent[metric] = times.suffix(Self.mostRemembered)
      now = max(now, time)
    }
    for (metric, times) in sent where now - (times.last ?? 0) > Self.longestAge { sent[metric] = nil }
  }

  private static func slot(_ metric: String, _ time: Int) -> String { "\(StatusSlot.number(of: time)) \(metric)" }

  private static func forEachPoint(_ body: ArraySlice<UInt8>, _ take: (_ metric: String, _ time: Int) -> Void) {
    for metric in (try? JSONValue(Array(body)))?["data"]?.members ?? [] {
      for point in metric.value.array ?? [] {
        if let time = point["timestamp"]?.integer { take(metric.name, time) }
      }
    }
  }
}
