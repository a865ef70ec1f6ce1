import Configuration
import Formats
import Testing

/// Each with the mappings of a page and the mark where the fault must be reported.
let brokenStatuspage: [(name: String, rule: String, mappings: String)] = [
  ("statuspage-no-mappings", "no-mappings", " []"),
  ("statuspage-duplicate-mapping", "duplicate-mapping", mapping("a", "vault_hits") + mapping("‸a", "other_hits")),
  ("statuspage-mapped-twice", "metric-mapped-twice", mapping("a", "vault_hits") + mapping("‸b", "vault_hits")),
  ("statuspage-unknown-metric", "unknown-mapped-metric", mapping("‸a", "vault_hit")),
  ("statuspage-series", "mapped-series", mapping("‸a", "many_hits")),
]

private func mapping(_ id: String, _ metric: String) -> String {
  let mark = id.hasPrefix("‸") ? "‸" : ""
  return "\n      - \(mark){ id: \(id.replacing("‸", with: "")), promitorMetricName: \(metric) }"
}

@Test(arguments: ["aggregate: sum", "labels: { instance_name: a }"])
func whatMakesOneValueOfSeveralIsNoFault(remedy: String) throws {
  var (settings, diagnostics) = readRuntime(
    "metricSinks: { atlassianStatuspage: { pageId: p, systemMetricMapping: [{ id: a, promitorMetricName: many_hits, "
      + "scale: 2, \(remedy) }] } }")
  let many = metric(name: "many_hits", resources: "    resources:\n      - vaultName: kv\n      - vaultName: kv2\n")
  let (declaration, _) = read(declaration(metrics: many))
  settings.checkStatuspage(against: try #require(declaration).metrics, diagnostics: &diagnostics)
  #expect(diagnostics.sorted.map(\.rule.id) == [] && settings.statuspage?.mappings.first?.scale == 2)
}

@Test(arguments: brokenStatuspage)
func aBrokenMappingIsExplained(name: String, rule: String, mappings: String) throws {
  let metrics = [
    metric(), metric(name: "other_hits"),
    metric(name: "many_hits", resources: "    resources:\n      - vaultName: kv\n      - vaultName: kv2\n"),
  ]
  var marked = "metricSinks:\n  atlassianStatuspage:\n    pageId: p\n    systemMetricMapping:\(mappings)\n"
  if !marked.contains("‸") { marked = marked.replacing("pageId", with: "‸pageId") }
  let before = marked.prefix { $0 != "‸" }.split(separator: "\n", omittingEmptySubsequences: false)
  var (settings, diagnostics) = readRuntime(marked.replacing("‸", with: ""))
  let (declaration, faults) = read(declaration(metrics: metrics.joined(separator: "\n")))
  #expect(faults.sorted.isEmpty && diagnostics.sorted.isEmpty)
  settings.checkStatuspage(against: try #require(declaration).metrics, diagnostics: &diagnostics)
  let found = try #require(diagnostics.sorted.first)
  #expect(diagnostics.sorted.map(\.rule.id) == [rule])
  #expect((found.position.line, found.position.column) == (before.count, (before.last?.count ?? 0) + 1))
  try expectGolden(diagnostics.rendered(), "\(name).txt")
}
