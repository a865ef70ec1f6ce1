internal import Configuration
internal import Formats
internal import Model
internal import Planning
internal import Snapshot

/// The page that tells how things stand: whether all is well, why not, and since when; then the rest.
struct StatusPage {
  private let head: API.Head
  private let uploads: [API.Upload]
  private let now: Int

  /// A table for people holds no more.
  private static let mostRows = 25
  private static let mostSlow = 8

  private var content: SnapshotContent { head.content }
  private var startedAt: Int { content.takenAt / 1_000_000 }

  static func text(_ head: API.Head?, uploads: [API.Upload], lists: Int, version: String, now: Int) -> String {
    let verdict = StatusVerdict(head, uploads: uploads, lists: lists, now: now)
    let mark = verdict.level == .good ? "\u{2713}" : verdict.level == .warning ? "!" : "\u{2715}"
    return HTML.page(title: "\(mark) \(verdict.headline) \u{2013} Swath", refresh: 60) { page in
      page.markup(
        "<header class=\"\(verdict.level)\">\n<span class=\"mark\" aria-hidden=\"true\">\(mark)</span>\n<div>")
      page.element("h1", verdict.headline)
      if let head {
        let at = head.content.takenAt / 1_000_000
        page.markup("<p>Last pass ")
        page.element("strong", StatusText.ago(now - at))
        let took = head.content.passes.last?.milliseconds ?? 0
        page.markup(", at <time datetime=\"\(Timestamp.text(at))\">\(Timestamp.text(at))</time>")
        if took > 0 { page.element("span", ", in \(StatusText.duration(milliseconds: took))") }
        page.markup("</p>")
      }
      page.markup("</div>\n</header>\n")
      if !verdict.findings.isEmpty {
        page.markup("<ul class=\"findings\">\n")
        for finding in verdict.findings {
          page.markup("<li class=\"\(finding.level)\">")
          page.element("strong", finding.text)
          page.element("span", finding.advice)
          page.markup("</li>\n")
        }
        page.markup("</ul>\n")
      }
      if let head { StatusPage(head: head, uploads: uploads, now: now).body(&page) }
      page.markup("<footer><a href=\"/api/docs\">The API</a> <span>Swath ")
      page.element("span", version)
      page.markup("</span></footer>\n")
    }
  }

  private func body(_ page: inout HTML) {
    passes(&page)
    cards(&page)
    troubles(&page)
    metrics(&page)
    page.markup("<div class=\"columns\">\n")
    slowest(&page)
    quotas(&page)
    waiting(&page)
    calls(&page)
    groups(&page)
    page.markup("</div>\n")
    refusals(&page)
  }

  // MARK: Charts

  private func passes(_ page: inout HTML) {
    guard let first = content.passes.first else { return }
    page.markup("<section class=\"passes\">\n")
    page.markup(StatusChart.strip(content.passes, pace: max(content.digest.pace, 60)))
    page.markup("<p class=\"soft\"><span>")
    page.element("span", StatusText.ago(now - first.startedAt))
    page.markup("</span><span>each bar a pass: green was answered</span><span>")
    page.element("span", StatusText.ago(now - startedAt))
    page.markup("</span></p>\n</section>\n")
  }

  private func cards(_ page: inout HTML) {
    let passes = content.passes
    func card(_ name: String, _ value: String, _ note: String, _ chart: String = "") {
      page.markup("<div class=\"card\">")
      page.element("span", name)
      page.element("b", value)
      page.markup(chart)
      page.element("span", note)
      page.markup("</div>\n")
    }
    func chart(_ name: String, top: Int? = nil, _ value: (PassFigures) -> Int) -> String {
      StatusChart.line(passes.map(value), label: "\(name) of the last \(passes.count) passes", top: top)
    }
    page.markup("<div class=\"cards\">\n")
    if let last = passes.last {
      card(
        "Coverage", StatusText.share(last.answered, of: last.series),
        "\(HTML.grouped(last.answered)) of \(StatusText.count(last.series, "series")) answered",
        chart("Coverage in thousandths", top: 1000) { $0.series > 0 ? $0.answered * 1000 / $0.series : 0 })
      card(
        "New values", HTML.grouped(last.delivered), "of \(StatusText.count(content.metrics.count, "metric"))",
        chart("New values") { $0.delivered })
      card(
        "Duration", StatusText.duration(milliseconds: last.milliseconds),
        "at most \(StatusText.duration(milliseconds: passes.map(\.milliseconds).max() ?? 0))",
        chart("Duration in milliseconds") { $0.milliseconds })
      card(
        "Calls", HTML.grouped(last.calls), "\(HTML.grouped(last.throttled)) throttled",
        chart("Calls") { $0.calls })
    } else {
      card("Series", HTML.grouped(head.targets), "of \(StatusText.count(content.metrics.count, "metric"))")
    }
    let ages = content.metrics.filter { $0.figures.newest > 0 }.map { now - $0.figures.newest }.sorted()
    if let oldest = ages.last {
      card("Age of data", StatusText.span(ages[ages.count / 2]), "in the middle; the oldest \(StatusText.span(oldest))")
    }
    page.markup("</div>\n")
  }

  // MARK: Tables

  private func table(
    _ page: inout HTML, _ title: String, _ head: [String], _ rows: [[String]], numbers: Set<Int> = []
  ) {
    guard !rows.isEmpty else { return }
    page.markup("<section>\n")
    page.element("h2", title)
    page.table(head, rows, numbers: numbers)
    page.markup("</section>\n")
  }

  private func troubles(_ page: inout HTML) {
    table(
      &page, "Without an answer", ["Metric", "Series", "Outcome", "Why"],
      content.digest.troubles.map {
        [$0.metric, HTML.grouped($0.series), $0.outcome.name, $0.text.isEmpty ? $0.code : "\($0.code): \($0.text)"]
      }, numbers: [1])
  }

  /// Those that are worst off first.
  private func metrics(_ page: inout HTML) {
    func lateness(_ figures: MetricFigures) -> Int {
      figures.newest == 0 ? 0 : max(now - figures.newest - figures.oldest, 0)
    }
    let sorted = content.metrics.sorted {
      let (one, other) = ($0.figures, $1.figures)
      return (other.short, lateness(other), $0.lastAttempt, $0.name)
        < (one.short, lateness(one), $1.lastAttempt, $1.name)
    }
    let title =
      sorted.count > Self.mostRows
      ? "The \(Self.mostRows) metrics that need a look first, of \(HTML.grouped(sorted.count))" : "Metrics"
    table(
      &page, title, ["Metric", "Series", "No answer", "Newest data", "Asked for", "Slowest answer"],
      sorted.prefix(Self.mostRows).map { metric in
        let figures = metric.figures
        return [
          metric.name, HTML.grouped(figures.series), HTML.grouped(figures.short),
          figures.newest == 0 ? "none" : StatusText.ago(now - figures.newest), StatusText.ago(now - metric.lastAttempt),
          StatusText.duration(milliseconds: figures.milliseconds),
        ]
      }, numbers: [1, 2, 3, 4, 5])
  }

  private func slowest(_ page: inout HTML) {
    let slow = content.metrics.filter { $0.figures.milliseconds > 0 }.sorted {
      ($1.figures.milliseconds, $0.name) < ($0.figures.milliseconds, $1.name)
    }
    table(
      &page, "Slowest answers", ["Metric", "Time"],
      slow.prefix(Self.mostSlow).map { [$0.name, StatusText.duration(milliseconds: $0.figures.milliseconds)] },
      numbers: [1])
  }

  private func quotas(_ page: inout HTML) {
    table(
      &page, "Quotas", ["Subscription", "Quota", "Calls left"],
      content.digest.quotas.map { [$0.subscription, $0.name, HTML.grouped($0.left)] }, numbers: [2])
  }

  private func waiting(_ page: inout HTML) {
    table(
      &page, "Uploads", ["Receiver", "Files that wait", "The oldest"],
      uploads.map {
        [$0.output, HTML.grouped($0.files), $0.oldest > 0 ? StatusText.ago(now - $0.oldest) : "\u{2013}"]
      }, numbers: [1, 2])
  }

  private func calls(_ page: inout HTML) {
    table(
      &page, "Calls of the last pass", ["API", "Planned", "Made"],
      content.calls.map { [$0.api, HTML.grouped($0.planned), HTML.grouped($0.made)] }, numbers: [1, 2])
  }

  private func groups(_ page: inout HTML) {
    table(
      &page, "Discovery groups", ["Group", "Resources", "Found"],
      content.groups.filter { !$0.name.isEmpty && !$0.isOfLandscape }.sorted {
        ($0.foundAt, $0.name) < ($1.foundAt, $1.name)
      }
      .prefix(Self.mostRows).map {
        [$0.name, HTML.grouped(head.groupSizes[$0.name] ?? 0), StatusText.ago(now - $0.foundAt)]
      }, numbers: [1, 2])
  }

  private func refusals(_ page: inout HTML) {
    table(
      &page, "Refused by Azure, and left alone for a while", ["Outcome", "Why", "Asked for again"],
      content.refusals.prefix(Self.mostRows).map {
        [$0.outcome.name, $0.text.isEmpty ? $0.code : "\($0.code): \($0.text)", Timestamp.text($0.until)]
      }, numbers: [2])
  }
}

extension API {
  /// How things stand.
  func statusPage() throws -> String {
    StatusPage.text(
      // Who may not read the outbox is told of the rest.
      try source.head(), uploads: (try? source.uploads()) ?? [], lists: source.settings.discoveryCache,
      version: source.version, now: source.now)
  }
}
