internal import Formats
internal import Model
internal import Planning
internal import Snapshot

/// Whether all is well, and what is not: the worst first, in the words of somebody who has to mend it.
struct StatusVerdict {
  enum Level: Int, Comparable {
    case good, warning, bad

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  struct Finding: Equatable {
    let level: Level
    let text: String
    /// What to do about it.
    let advice: String
  }

  let findings: [Finding]

  var level: Level { findings.map(\.level).max() ?? .good }

  var headline: String {
    switch level {
    case .good: "All is well"
    case .warning: "Something is amiss"
    case .bad: "Not well"
    }
  }

  /// - `lists`: how long a discovery group's list is good for, in seconds.
  init(_ head: API.Head?, uploads: [API.Upload], lists: Int, now: Int) {
    guard let head else {
      findings = [
        Finding(
          level: .bad, text: "There was no pass yet", advice: "swath run makes one, and says what it lacks")
      ]
      return
    }
    let content = head.content
    let age = now - content.takenAt / 1_000_000
    let pace = content.digest.pace > 0 ? content.digest.pace : 300
    let isStale = age > 2 * pace + Self.grace
    var found: [Finding] = []
    func add(_ level: Level, _ text: String, _ advice: String) {
      found.append(Finding(level: level, text: text, advice: advice))
    }
    if isStale {
      add(
        .bad, "There was no pass for \(StatusText.span(age)), though one is due every \(StatusText.span(pace))",
        "see whether anything still starts swath run, and what the last one said")
    }
    for note in content.digest.notes {
      add(
        .bad, note,
        "the role Monitoring Reader and the secret are the first to look at; swath discover tries again")
    }
    Self.judge(content, &found)
    if !isStale {
      let old = content.metrics.filter { metric in
        let figures = metric.figures
        return figures.newest > 0 && now - figures.newest > figures.oldest + pace + Self.grace
      }
      if let first = old.first {
        add(
          .warning,
          "The newest values of \(old.count == 1 ? first.name : "\(old.count) metrics, such as \(first.name),") are "
            + "older than they should be", "Azure has nothing newer, or the series below are not answered")
      }
    }
    let groups = content.groups.filter {
      !$0.name.isEmpty && !$0.isOfLandscape && now - $0.foundAt > max(3 * lists, 3600)
    }
    if !isStale, let group = groups.min(by: { $0.foundAt < $1.foundAt }) {
      add(
        .warning, "The list of group \(group.name) is \(StatusText.span(now - group.foundAt)) old",
        "discovery does not succeed: swath discover tells why")
    }
    for quota in content.digest.quotas where quota.left == 0 {
      add(
        .warning, "Nothing is left of \(quota.name) of subscription \(quota.subscription)",
        "others use the same quota, or the pass asks for more than it holds: swath plan counts")
    }
    for upload in uploads where !upload.reason.isEmpty {
      add(
        .warning, "Nothing gets through to \(upload.output): \(upload.reason)",
        "\(StatusText.count(upload.files, "file")) waits or wait; what is older than a day is dropped")
    }
    findings = found.sorted { $0.level > $1.level }
  }

  /// A pass need not begin on the second.
  private static let grace = 60

  /// What the figures of the last pass say.
  private static func judge(_ content: SnapshotContent, _ found: inout [Finding]) {
    if content.digest.wasCutShort {
      found.append(
        Finding(
          level: .warning, text: "The last pass ended before its plan did",
          advice: "raise --deadline or --max-in-flight, or make it by shards"))
    }
    guard let figures = content.passes.last, figures.short > 0 else { return }
    var counts: [Outcome: Int] = [:]
    for trouble in content.digest.troubles { counts[trouble.outcome, default: 0] += trouble.series }
    let sorted = counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    let parts = sorted.map { "\(HTML.grouped($0.value)) \($0.key.name)" }.joined(separator: ", ")
    found.append(
      Finding(
        level: figures.short * 10 >= figures.series ? .bad : .warning,
        text: "\(HTML.grouped(figures.short)) of \(StatusText.count(figures.series, "series")) "
          + "(\(StatusText.share(figures.short, of: figures.series))) got no answer"
          + (parts.isEmpty ? "" : ": \(parts)"),
        advice: sorted.first.map { Self.advice($0.key) } ?? "swath run --report tells of each"))
  }

  private static func advice(_ outcome: Outcome) -> String {
    switch outcome {
    case .throttled: "Azure lets no more through: a longer schedule, batches or --shard need fewer calls at a time"
    case .deferred: "the pass has too little time or too few calls: raise --deadline or --max-calls"
    case .failed: "the network or Azure fails: the words below, and the status page of Azure"
    case .forbidden: "the identity needs the role Monitoring Reader there"
    case .rejected, .unknownMetric: "Azure does not take the question: the words below, and swath validate"
    case .delivered, .notDue, .empty, .late, .gone: "swath run --report tells of each"
    }
  }
}
