internal import Formats
internal import Model
internal import Planning
internal import Snapshot

extension API {
  /// What addresses there are.
  func docsPage(_ call: Call) -> String {
    HTML.page(title: "Swath: the API") { page in
      page.element("h1", "Swath: the API")
      page.markup("<p class=\"soft\">The same for programs: <a href=\"v1/docs.json\">v1/docs.json</a> (OpenAPI)</p>\n")
      page.markup("<h2>Addresses</h2>\n")
      page.table(
        ["Path", "Query", "Answers"],
        call.routes.map { route in
          [route.path, route.parameters.filter { !$0.isInPath }.map(\.name).joined(separator: ", "), route.summary]
        })
    }
  }

  /// How the last pass went.
  func statusPage() throws -> String {
    let head = try source.head()
    return HTML.page(title: "Swath") { page in
      page.element("h1", "Swath")
      guard let head else {
        page.element("p", "There was no pass yet: swath run makes one.", attributes: " class=\"bad\"")
        return
      }
      let content = head.content
      let at = content.takenAt / 1_000_000
      page.element(
        "p", "The last pass began at \(Timestamp.text(at)), \(Self.ago(source.now - at)).",
        attributes: " class=\"soft\"")
      page.markup("<div class=\"cards\">\n")
      for (name, value) in [
        ("metrics", content.metrics.count), ("metrics of resources", head.targets),
        ("refused by Azure", content.refusals.count),
        ("calls", content.calls.reduce(0) { $0 + $1.made }),
      ] {
        page.markup("<div class=\"card\">")
        page.element("b", HTML.grouped(value))
        page.element("span", name, attributes: " class=\"soft\"")
        page.markup("</div>\n")
      }
      page.markup("</div>\n")
      if !content.calls.isEmpty {
        page.markup("<h2>Calls of the last pass</h2>\n")
        page.table(
          ["API", "Planned", "Made"],
          content.calls.map { [$0.api, HTML.grouped($0.planned), HTML.grouped($0.made)] }, numbers: [1, 2])
      }
      let groups = content.groups.filter { !$0.name.isEmpty && !$0.isOfLandscape }
      if !groups.isEmpty {
        page.markup("<h2>Discovery groups</h2>\n")
        page.table(
          ["Group", "Resources", "Found"],
          groups.sorted { $0.name < $1.name }.map {
            [$0.name, HTML.grouped(head.groupSizes[$0.name] ?? 0), Self.ago(source.now - $0.foundAt)]
          }, numbers: [1, 2])
      }
      if !content.metrics.isEmpty {
        page.markup("<h2>Metrics, the longest not asked for first</h2>\n")
        page.table(
          ["Metric", "Asked for"],
          content.metrics.sorted { ($0.lastAttempt, $0.name) < ($1.lastAttempt, $1.name) }.prefix(Self.mostRows).map {
            [$0.name, Self.ago(source.now - $0.lastAttempt)]
          }, numbers: [1])
      }
      if !content.refusals.isEmpty {
        page.markup("<h2>Refused by Azure</h2>\n")
        page.table(
          ["Outcome", "Code", "What Azure says", "Asked for again"],
          content.refusals.prefix(Self.mostRows).map {
            [$0.outcome.name, $0.code, $0.text, Timestamp.text($0.until)]
          }, numbers: [3])
      }
      page.markup("<p class=\"soft\"><a href=\"/api/docs\">The API</a></p>\n")
    }
  }

  /// A table for people holds no more.
  private static let mostRows = 50

  /// A time in seconds as people say it.
  static func ago(_ seconds: Int) -> String {
    switch seconds {
    case ..<0: "in the future"
    case ..<120: "\(seconds) s ago"
    case ..<7200: "\(seconds / 60) min ago"
    case ..<172_800: "\(seconds / 3600) h ago"
    default: "\(seconds / 86_400) days ago"
    }
  }
}
