import Model
import Snapshot
import Testing

@testable import RestApi

/// What is said of a snapshot that is well but for one thing.
private func verdict(
  uploads: [API.Upload] = [], after: Int = 30, _ edit: (inout SnapshotContent) -> Void = { _ in }
) -> StatusVerdict {
  let start = 1_795_521_600
  var content = SnapshotContent(takenAt: start * 1_000_000, isFrozen: false)
  content.digest.pace = 60
  content.metrics = [
    .init(
      name: "m", fingerprint: "", lastAttempt: start, figures: MetricFigures([100, 0, start - 180, 300, 5]) ?? .init())
  ]
  content.groups = [FoundGroup(name: "g", fingerprint: "", foundAt: start, resources: [])]
  content.passes = [PassFigures([start, 900, 100, 100, 0, 100, 20, 0])].compactMap(\.self)
  edit(&content)
  return StatusVerdict(
    API.Head(content: content, targets: 100, groupSizes: [:]), uploads: uploads, lists: 300, now: start + after)
}

private func short(_ count: Int) -> (inout SnapshotContent) -> Void {
  { content in
    content.passes[0].short = count
    content.digest.troubles = [.init(metric: "m", outcome: .throttled, series: count, code: "429", text: "")]
  }
}

@Test func whatIsWellIsSaidToBe() {
  let all = verdict()
  #expect(all.level == .good && all.findings.isEmpty && all.headline == "All is well")
  #expect(verdict(uploads: [.init(output: "otlp", files: 2, oldest: 1, reason: "")]).level == .good)
  // A pass may come late by what a scheduler is allowed.
  #expect(verdict(after: 180).level == .good)
}

@Test func whatIsAmissIsSaidWithWhatToDo() {
  let reason = "HTTP 503"
  let cases: [(StatusVerdict, StatusVerdict.Level, String)] = [
    (StatusVerdict(nil, uploads: [], lists: 300, now: 0), .bad, "no pass yet"),
    (verdict(after: 400), .bad, "no pass for 6 min"),
    (verdict(short(3)), .warning, "3 of 100 series (3.0 %) got no answer: 3 throttled"),
    (verdict(short(10)), .bad, "10 of 100 series (10.0 %)"),
    (verdict { $0.digest.notes = ["sign-in to tenant t: no"] }, .bad, "sign-in to tenant t"),
    (verdict { $0.digest.wasCutShort = true }, .warning, "ended before its plan"),
    (verdict { $0.metrics[0].figures.newest -= 500 }, .warning, "The newest values of m are"),
    (verdict { $0.groups[0].foundAt -= 3700 }, .warning, "group g is 62 min old"),
    (
      verdict { $0.digest.quotas = [.init(subscription: "s", name: "reads", left: 0)] }, .warning,
      "Nothing is left of reads"
    ),
    (verdict(uploads: [.init(output: "otlp", files: 1, oldest: 1, reason: reason)]), .warning, "to otlp: HTTP 503"),
  ]
  for (verdict, level, text) in cases {
    #expect(verdict.level == level && verdict.findings.count == 1, "\(text): \(verdict.findings)")
    #expect(verdict.findings.first.map { $0.text.contains(text) && !$0.advice.isEmpty } == true, "\(verdict.findings)")
  }
}

@Test func theWorstIsSaidFirst() {
  let all = verdict(after: 10_000) { content in
    short(1)(&content)
    content.digest.wasCutShort = true
  }
  #expect(all.findings.map(\.level) == [.bad, .warning, .warning] && all.headline == "Not well")
}

@Test(arguments: [(0, 7, "0 %"), (1, 100_000, "< 0.1 %"), (999_999, 1_000_000, "99.9 %"), (5, 5, "100 %"), (1, 0, "–")])
func sharesAreNotRoundedToAllOrNothing(part: Int, whole: Int, text: String) {
  #expect(StatusText.share(part, of: whole) == text)
}
