import Configuration

/// A declaration that says nothing wrong, with the given metrics, each line already indented.
func declaration(
  metrics: String, azure: String = "", defaults: String = "  aggregation:\n    interval: 00:05:00\n"
) -> String {
  """
  version: v1
  azureMetadata:
    tenantId: c8819874-9e56-4e3f-b1a8-1c0325138f27
    subscriptionId: 0329dd2a-59dc-4493-aa54-cb01cb027dc2
    resourceGroupName: promitor
  \(azure)metricDefaults:
  \(defaults)  scraping:
      schedule: "0 * * ? * *"
  metrics:
  \(metrics)
  """
}

/// A metric of a key vault; the parts can be replaced by broken ones.
func metric(
  name: String = "vault_hits", type: String = "KeyVault", configuration: String = "", aggregation: String = "",
  more: String = "", resources: String = "    resources:\n      - vaultName: kv\n"
) -> String {
  """
    - name: \(name)
      description: ""
      resourceType: \(type)
      azureMetricConfiguration:
        metricName: ServiceApiHit
        aggregation:
          type: Count
  \(aggregation)\(configuration)\(more)\(resources)
  """
}

/// Reads a declaration and gives what came of it with its diagnostics.
func read(_ text: String, file: String = "metrics.yaml") -> (MetricsDeclaration?, Diagnostics) {
  var diagnostics = Diagnostics()
  let declaration = MetricsDeclaration.read(Array(text.utf8), file: file, diagnostics: &diagnostics)
  return (declaration, diagnostics)
}

/// Reads a runtime file likewise.
func readRuntime(_ text: String?, environment: [String: String] = [:]) -> (RuntimeSettings, Diagnostics) {
  var diagnostics = Diagnostics()
  let settings = RuntimeSettings.read(
    text.map { Array($0.utf8) }, file: "runtime.yaml", environment: environment, diagnostics: &diagnostics)
  return (settings, diagnostics)
}
