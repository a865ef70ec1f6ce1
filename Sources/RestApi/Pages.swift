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
}
