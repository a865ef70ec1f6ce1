import Configuration
import Foundation
import Testing

/// Expects that a page of `jobs` has every part, as it is made now. `UPDATE_GOLDEN` makes the parts anew.
private func expectPage(_ name: String, _ parts: [String: String]) throws {
  let path = "../../../jobs/\(name)"
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(path)")
  let (filled, names) = ReferencePage.filled(try String(contentsOf: file, encoding: .utf8), with: parts)
  #expect(names.sorted() == parts.keys.sorted())
  try expectGolden(filled, path)
}

@Test func thePageOfTheFilesIsMadeFromTheirTables() throws {
  try expectPage("configuration.md", ReferencePage.ofConfiguration)
}

private let example = """
  version: v1
  azureMetadata:
    tenantId: c8819874-9e56-4e3f-b1a8-1c0325138f27
    subscriptionId: 0329dd2a-59dc-4493-aa54-cb01cb027dc2
    resourceGroupName: promitor
  metricDefaults:
    scraping:
      schedule: "*/5 * * * *"
  metrics:
    - name: azure_key_vault_api_hits
      description: Calls to the key vault
      resourceType: KeyVault
      azureMetricConfiguration:
        metricName: ServiceApiHits
        aggregation:
          type: Count
          interval: 00:05:00
      resources:
        - vaultNam: kv
  """

@Test func thePageOfValidationIsMadeFromTheRules() throws {
  let file = "conf/metrics-declaration.yaml"
  var diagnostics = Diagnostics(advice: true)
  _ = MetricsDeclaration.read(Array(example.utf8), file: file, diagnostics: &diagnostics)
  let json = String(decoding: diagnostics.json(files: [file], unchecked: []), as: UTF8.self)
  try expectPage(
    "validation.md",
    ReferencePage.ofValidation.merging([
      "example": fenced(example + "\n", as: "yaml"), "example as text": fenced(diagnostics.rendered(), as: "text"),
      "example as JSON": fenced(json, as: "json"), "example on GitHub": fenced(diagnostics.annotations, as: "text"),
    ]) { $1 })
}

private func fenced(_ text: String, as language: String) -> String { "```\(language)\n\(text)```" }

@Test func whatIsWrittenByHandStays() {
  let page = "a\n<!-- made: x -->\nold\n<!-- end -->\nb\n<!-- made: y -->\nkept\n<!-- end -->\n"
  let (filled, names) = ReferencePage.filled(page, with: ["x": "new"])
  #expect(filled == "a\n<!-- made: x -->\n\nnew\n\n<!-- end -->\nb\n<!-- made: y -->\nkept\n<!-- end -->\n")
  #expect(names == ["x", "y"])
  #expect(ReferencePage.filled(filled, with: ["x": "new"]).page == filled)
}
