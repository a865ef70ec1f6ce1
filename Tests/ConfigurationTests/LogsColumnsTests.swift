import Testing

@testable import Configuration

@Test(arguments: [
  ("A | count | project result", []),
  ("A | project result, Computer", ["Computer"]),
  ("A | project Zone, result = sum(x, y), Computer = strcat(a, \", \", b)", ["Zone", "Computer"]),
  ("A | project x | summarize result = count() by y | project\n  result,\n  y // , z", ["y"]),
  ("A | project-away b | where s == \"| project q\" | project result", []),
  ("A | where s == '| project q, r'", []),
  ("project result, a | extend b = 1 | project-rename c = b", ["a"]),
  ("A | project result, result, a, a", ["a"]),
  ("A | project result, d = dynamic([\"a\", \"b\"])", ["d"]),
  ("", []), ("| | project", []), ("A | project result, \"", ["\""]),
])
func theLastProjectNamesTheColumns(query: String, columns: [String]) {
  #expect(LogsColumns.labels(of: query) == columns)
}

@Test func columnsBecomeTheDimensionsOfAMetric() throws {
  let text = """
      - name: heartbeats
        description: ""
        resourceType: LogAnalytics
        logAnalyticsConfiguration: { query: "Heartbeat | project result, Computer" }
        resources: [{ workspaceId: w, workspaceName: n }]
    """
  let (declaration, diagnostics) = read(declaration(metrics: text))
  #expect(diagnostics.rendered() == "")
  let metric = try #require(declaration?.metrics.first)
  #expect(metric.dimensions == ["Computer"])
  #expect((metric.query, metric.azureName, metric.interval) == ("Heartbeat | project result, Computer", "", 300))
}
